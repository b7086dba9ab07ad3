import { describe, expect, it } from 'vitest';
import {
  fitSpan,
  followSpan,
  keyedInstant,
  LONGEST_SPAN_MS,
  panSpan,
  SHORTEST_SPAN_MS,
  zoomSpan,
} from './span';

const span = { fromMs: 100_000, toMs: 200_000 };

describe('the span of the timeline', () => {
  it('zooms about an instant that keeps its place', () => {
    const zoomed = zoomSpan(span, 125_000, 2);
    expect(zoomed).toEqual({ fromMs: 112_500, toMs: 162_500 });
    expect((125_000 - zoomed.fromMs) / 50_000).toBeCloseTo(0.25);
  });

  it('zooms no further in or out than can be drawn', () => {
    const closest = zoomSpan(span, 150_000, 1e9);
    expect(closest.toMs - closest.fromMs).toBe(SHORTEST_SPAN_MS);
    const widest = zoomSpan(span, 150_000, 1e-9);
    expect(widest).toEqual({ fromMs: 0, toMs: LONGEST_SPAN_MS });
  });

  it('keeps its length when it is pushed against time 0', () => {
    expect(panSpan(span, -5)).toEqual({ fromMs: 0, toMs: 100_000 });
    expect(panSpan(span, 0.5)).toEqual({ fromMs: 150_000, toMs: 250_000 });
  });

  it('fits the whole run with a little air, and at least a minute', () => {
    expect(fitSpan(0)).toEqual({ fromMs: 0, toMs: 60_000 });
    expect(fitSpan(1_000_000)).toEqual({ fromMs: 0, toMs: 1_020_000 });
  });

  it('follows the playhead by pages, not by inches', () => {
    expect(followSpan(span, 150_000)).toBe(span);
    expect(followSpan(span, 190_001)).toEqual({ fromMs: 180_001, toMs: 280_001 });
    expect(followSpan(span, 50_000)).toEqual({ fromMs: 40_000, toMs: 140_000 });
  });

  it.each([
    ['ArrowRight', false, 151_000],
    ['ArrowLeft', false, 149_000],
    ['ArrowRight', true, 150_001],
    ['PageUp', false, 160_000],
    ['PageDown', false, 140_000],
    ['Home', false, 100_000],
    ['End', false, 200_000],
  ] as const)('the key %s (with Shift: %s) leads to %i', (key, shift, target) => {
    expect(keyedInstant(key, shift, span, 150_000)).toBe(target);
  });

  it('leaves other keys alone, and never goes before time 0', () => {
    expect(keyedInstant('a', false, span, 150_000)).toBeNull();
    expect(keyedInstant('PageDown', false, { fromMs: 0, toMs: 60_000 }, 100)).toBe(0);
  });
});
