import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

type Theme = 'light' | 'dark';
const themes: readonly Theme[] = ['light', 'dark'];
const kinds = ['serving', 'out', 'transition', 'failed', 'unreachable'];

/** The value a colour token has in a theme, as `#rrggbb`. */
function colour(token: string, theme: Theme): string {
  const match = new RegExp(`${token}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);`).exec(css);
  const value = theme === 'light' ? match?.[1] : match?.[2];
  if (value === undefined) throw new Error(`There is no colour ${token}.`);
  return value;
}

/** Relative luminance as WCAG 2.2 defines it, from 0 to 1. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours, from 1 to 21. */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const grounds = ['--color-page', '--color-surface', '--color-sunken'];
const stateGrounds = kinds.map((kind) => `--state-${kind}-surface`);

describe.each(themes)('the %s colours', (theme) => {
  const between = (one: string, other: string) => contrast(colour(one, theme), colour(other, theme));

  it.each(['--color-text', '--color-text-quiet'])('let %s be read on every ground', (text) => {
    for (const ground of [...grounds, ...stateGrounds, '--color-accent-surface']) {
      expect(between(text, ground), ground).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(['--color-accent', '--color-accent-hover'])('let %s be read, and be read upon', (accent) => {
    for (const ground of [...grounds, '--color-on-accent', '--color-accent-surface']) {
      expect(between(accent, ground), ground).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(['--color-line', '--color-focus'])('let %s be seen on every ground', (line) => {
    for (const ground of grounds) expect(between(line, ground), ground).toBeGreaterThanOrEqual(3);
  });

  it.each(kinds)('let the kind of state "%s" be seen, and its ink be read', (kind) => {
    for (const ground of [...grounds, `--state-${kind}-surface`]) {
      expect(between(`--state-${kind}`, ground), ground).toBeGreaterThanOrEqual(3);
      expect(between(`--state-${kind}-ink`, ground), ground).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('keep the kinds of state apart in greyscale', () => {
    for (const [index, one] of kinds.entries()) {
      for (const other of kinds.slice(index + 1)) {
        expect(between(`--state-${one}`, `--state-${other}`), `${one} and ${other}`).toBeGreaterThanOrEqual(
          1.25,
        );
      }
    }
  });
});

describe('the sizes of type', () => {
  const sizesRem = (block: string) =>
    [...block.matchAll(/--text-(?:small|body|large|heading|state): ([\d.]+)rem/g)].map(([, rem]) =>
      Number(rem),
    );

  it('are never below 14 px', () => {
    expect(sizesRem(css)).toHaveLength(10);
    expect(Math.min(...sizesRem(css)) * 16).toBeGreaterThanOrEqual(14);
  });

  it('are never below 24 px on a projector', () => {
    const projector = css.slice(css.indexOf("[data-view='projector']"));
    expect(sizesRem(projector)).toHaveLength(5);
    expect(Math.min(...sizesRem(projector)) * 16).toBeGreaterThanOrEqual(24);
  });
});
