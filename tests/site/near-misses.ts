/** Finds names of the field that are written otherwise than the engine writes them. */

/** A piece of text that looks like a name and is not quite one. */
export interface NearMiss {
  readonly written: string;
  /** The name it is close to. */
  readonly meant: string;
}

interface Word {
  /** Small letters, nothing else. */
  readonly plain: string;
  readonly isCapital: boolean;
  readonly from: number;
  readonly to: number;
}

interface Name {
  readonly text: string;
  readonly words: readonly string[];
  /** Its words without what is between them. */
  readonly letters: string;
}

/** Words that stay small within a name. */
const SMALL = new Set(['in', 'of', 'on', 'with', 'for', 'not', 'during', 'the', 'and']);
/** No name runs across these. */
const BORDER = /[.,;:!?«»"'`{}[\]|<>=–_]|\n\s*\n/;

/**
 * Everything in a text that is written like a name, with capitals, and differs from a known name by its case, its signs, a letter or
 * two, one word exchanged, or, in long names, one word too many or too few.
 */
export function nearMisses(text: string, names: readonly string[]): NearMiss[] {
  const known = names.map(nameOf);
  return text.split(BORDER).flatMap((segment) => inSegment(segment, known));
}

function nameOf(text: string): Name {
  const words = wordsOf(text).map(({ plain }) => plain);
  return { text, words, letters: words.join('') };
}

interface Span {
  readonly at: number;
  readonly length: number;
}

function inSegment(segment: string, names: readonly Name[]): NearMiss[] {
  const right: Span[] = [];
  const misses: (NearMiss & Span)[] = [];
  for (const { at, length, window, written } of windows(wordsOf(segment), segment)) {
    const plain = window.map((word) => word.plain);
    const same = names.filter((name) => isEqual(name.words, plain));
    if (same.some((name) => name.text === written)) right.push({ at, length });
    else if (same.length > 0 ? window.filter((word) => word.isCapital).length > 1 : looksLikeName(window)) {
      const meant = same[0] ?? nearest(plain, names);
      if (meant) misses.push({ written, meant: meant.text, at, length });
    }
  }
  return misses
    .filter((miss) => !right.some((name) => settles(name, miss)))
    .filter((miss) => !misses.some((longer) => longer !== miss && isWithin(miss, longer)))
    .map(({ written, meant }) => ({ written, meant }));
}

/** A right name settles what it overlaps, unless that is longer by more than a word. */
function settles(right: Span, miss: Span): boolean {
  const overlaps = right.at < miss.at + miss.length && miss.at < right.at + right.length;
  return overlaps && !(isWithin(right, miss) && right.length < miss.length - 1);
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.at <= inner.at && inner.at + inner.length <= outer.at + outer.length;
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[A-Za-z]+/g)].map(({ 0: word, index }) => ({
    plain: word.toLowerCase(),
    isCapital: /^[A-Z]/.test(word),
    from: index,
    to: index + word.length,
  }));
}

/** Every run of two to eight words, the longest first, with what encloses its words. */
function* windows(words: readonly Word[], segment: string) {
  for (let length = 8; length >= 2; length--)
    for (let at = 0; at + length <= words.length; at++) {
      const window = words.slice(at, at + length);
      const written = segment.slice(window[0]?.from, window.at(-1)?.to).replace(/\s+/g, ' ');
      const isOpen = written.includes('(') && !written.includes(')');
      yield { at, length, window, written: isOpen ? `${written})` : written };
    }
}

/** First and last word with a capital, and between them nothing small but small words. */
function looksLikeName(window: readonly Word[]): boolean {
  return (
    window[0]?.isCapital === true &&
    !SMALL.has(window[0].plain) &&
    window.at(-1)?.isCapital === true &&
    window.every(({ isCapital, plain }) => isCapital || SMALL.has(plain))
  );
}

/** The name that a piece of text is near to, the nearest by its letters. */
function nearest(plain: readonly string[], names: readonly Name[]): Name | undefined {
  const letters = plain.join('');
  return names
    .filter((name) => isNear(name.words, plain) || Math.abs(name.letters.length - letters.length) <= 2)
    .map((name) => ({ name, distance: editDistance([...name.letters], [...letters]) }))
    .filter(({ name, distance }) => distance <= 2 || isNear(name.words, plain))
    .sort((a, b) => a.distance - b.distance)[0]?.name;
}

/** Whether one word is another or, in long names, too many or missing. */
function isNear(name: readonly string[], plain: readonly string[]): boolean {
  const shortest = Math.min(name.length, plain.length);
  return shortest >= 3 && editDistance(name, plain) === 1;
}

function isEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, index) => word === b[index]);
}

/** How many parts must be put in, left out or exchanged to make one list of the other. */
function editDistance(a: readonly string[], b: readonly string[]): number {
  let row = b.map((_, index) => index + 1);
  a.forEach((part, i) => {
    let [diagonal, left] = [i, i + 1];
    row = row.map((above, j) => {
      const here = part === b[j] ? diagonal : 1 + Math.min(diagonal, above, left);
      [diagonal, left] = [above, here];
      return here;
    });
  });
  return row.at(-1) ?? a.length;
}
