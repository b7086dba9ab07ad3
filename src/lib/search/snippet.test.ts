import { expect, test } from 'vitest';
import { snippet } from './snippet';

const shown = (text: string, terms: readonly string[]) =>
  snippet(text, terms)
    .map((piece) => (piece.found ? `[${piece.text}]` : piece.text))
    .join('');

test('a short text is shown whole, with what was found set apart, whatever its case', () => {
  expect(shown('Peer down. The peer is lost.', ['peer'])).toBe('[Peer] down. The [peer] is lost.');
});

test('parts of words are not set apart', () => {
  expect(shown('peers and a peer', ['peer'])).toBe('peers and a [peer]');
});

test('a text in which nothing was found gives its beginning', () => {
  expect(shown('Only the title matched.', ['other'])).toBe('Only the title matched.');
});

test('of a long text the part around the first match is shown, cut between words', () => {
  const long = `${'before '.repeat(60)}needle ${'after '.repeat(60)}end`;
  const text = shown(long, ['needle']);
  expect(text).toMatch(/^… (before )+\[needle\]( after)+ …$/);
  expect(text.length).toBeLessThan(200);
});

test('a match at the very end keeps the end', () => {
  expect(shown(`${'before '.repeat(60)}needle`, ['needle'])).toMatch(/^… (before )+\[needle\]$/);
});

test('no text at all gives nothing', () => {
  expect(snippet('', ['x'])).toEqual([]);
});
