/** A piece of text, and whether it is what was searched for. */
export interface Piece {
  readonly text: string;
  readonly found: boolean;
}

/** How long a snippet is at most, in characters; the first match stands near its beginning. */
const LENGTH = 180;
const BEFORE_MATCH = 50;

/**
 * The part of a text that shows why it was found, with the matching words set apart. A text in which nothing matches gives its beginning.
 *
 * @param terms words as the index keeps them: small letters, whole
 */
export function snippet(text: string, terms: readonly string[]): Piece[] {
  const wanted = new Set(terms);
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)];
  const matches = words.filter(([word]) => wanted.has(word.toLowerCase()));
  const from = startOf(text, matches[0]?.index ?? 0);
  const to = endOf(text, from);

  const pieces: Piece[] = [];
  let at = from;
  for (const { 0: word, index } of matches.filter(
    (match) => match.index >= from && match.index + match[0].length <= to,
  )) {
    pieces.push({ text: text.slice(at, index), found: false }, { text: word, found: true });
    at = index + word.length;
  }
  pieces.push({ text: text.slice(at, to), found: false });
  return [
    { text: from > 0 ? '… ' : '', found: false },
    ...pieces,
    { text: to < text.length ? ' …' : '', found: false },
  ].filter((piece) => piece.text !== '');
}

/** Where a snippet begins: at the beginning of the text, or of a word a little before the match. */
function startOf(text: string, firstMatch: number): number {
  if (firstMatch <= BEFORE_MATCH || text.length <= LENGTH) return 0;
  return text.indexOf(' ', firstMatch - BEFORE_MATCH) + 1;
}

/** Where it ends: at the end of the text, or of a word. */
function endOf(text: string, from: number): number {
  if (text.length - from <= LENGTH) return text.length;
  return Math.max(text.lastIndexOf(' ', from + LENGTH), from);
}
