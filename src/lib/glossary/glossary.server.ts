/** The glossary as its page shows it, made when the site is built. */
import { GLOSSARY, type GlossaryEntry } from '../../../content/glossary';
import { mentionFinder } from './mentions';

/** A piece of a definition: plain, or the mention of another entry. */
export interface Piece {
  readonly text: string;
  readonly slug: string | null;
}

/** One entry, ready to be shown. */
export interface ShownEntry extends Pick<GlossaryEntry, 'slug' | 'term' | 'alsoCalled' | 'more'> {
  /** As printed; with the place on the page of assumptions if it is one. */
  readonly sources: readonly { readonly text: string; readonly anchor: string | null }[];
  readonly definition: readonly Piece[];
  readonly seeAlso: readonly { readonly slug: string; readonly term: string }[];
}

const find = mentionFinder(GLOSSARY);
const termOf = new Map(GLOSSARY.map(({ slug, term }) => [slug, term]));

/** All entries in alphabetical order, under their first letters. Throws if an entry names another that does not exist. */
export function glossaryByLetter(): { letter: string; entries: ShownEntry[] }[] {
  const letters = new Map<string, ShownEntry[]>();
  for (const entry of GLOSSARY) {
    const letter = entry.term.charAt(0).toUpperCase();
    letters.set(letter, [...(letters.get(letter) ?? []), shown(entry)]);
  }
  return [...letters].map(([letter, entries]) => ({ letter, entries }));
}

function shown({ definition, seeAlso = [], sources, ...entry }: GlossaryEntry): ShownEntry {
  const pieces = piecesOf(definition, entry.slug);
  const mentioned = new Set(pieces.map((piece) => piece.slug));
  return {
    ...entry,
    definition: pieces,
    sources: sources.map((text) => ({
      text,
      anchor: /^\[(I-\d+)\]$/.exec(text)?.[1]?.toLowerCase() ?? null,
    })),
    seeAlso: seeAlso
      .filter((other) => !mentioned.has(other))
      .map((other) => ({ slug: other, term: named(other) })),
  };
}

/** A definition with the first mention of each other entry set apart. */
function piecesOf(definition: string, own: string): Piece[] {
  const seen = new Set([own]);
  const pieces: Piece[] = [];
  let from = 0;
  for (const { slug, index, text } of find(definition, true)) {
    if (seen.has(slug)) continue;
    seen.add(slug);
    pieces.push({ text: definition.slice(from, index), slug: null }, { text, slug });
    from = index + text.length;
  }
  return [...pieces, { text: definition.slice(from), slug: null }].filter(({ text }) => text !== '');
}

function named(slug: string): string {
  const term = termOf.get(slug);
  if (term === undefined) throw new Error(`The glossary has no entry «${slug}».`);
  return term;
}
