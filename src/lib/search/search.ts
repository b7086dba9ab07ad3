/** Asks the index of the site. Loaded, with the library behind it, only when somebody searches. */
import MiniSearch, { type SearchOptions, type SearchResult } from 'minisearch';
import {
  INDEX_OPTIONS,
  SEARCH_KINDS,
  type FoundDocument,
  type SearchDocument,
  type SearchKind,
} from './document';
import { snippet, type Piece } from './snippet';

export type SearchIndex = MiniSearch<SearchDocument>;

/** One result, ready to be shown. */
export interface Found {
  /** Address from the site's root, beginning with a slash. */
  readonly href: string;
  readonly title: string;
  readonly within: string;
  readonly pieces: readonly Piece[];
}

/** Results of one kind, the best first. */
export interface FoundGroup {
  readonly kind: SearchKind;
  readonly heading: string;
  readonly results: readonly Found[];
}

/** The answer to a question. */
export interface Answer {
  readonly total: number;
  /** The kind with the best result first. */
  readonly groups: readonly FoundGroup[];
  /** Whether each result has all words, words that are nearly the same, or only some of them. */
  readonly match: 'all' | 'similar' | 'some';
}

/** How the index is asked, the strictest way first; a looser one only where a stricter one finds nothing. */
const WAYS: readonly (SearchOptions & { readonly match: Answer['match'] })[] = [
  { match: 'all', prefix: true, combineWith: 'AND' },
  { match: 'similar', prefix: true, fuzzy: faultsAllowed, combineWith: 'AND' },
  { match: 'some', prefix: true, fuzzy: faultsAllowed, combineWith: 'OR' },
];

const WEIGHTS = { title: 4, within: 1.5, words: 2 };

/** Fetches the index. Throws if it cannot be had or read. */
export async function fetchIndex(url: string): Promise<SearchIndex> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The index answered ${String(response.status)}.`);
  return MiniSearch.loadJSONAsync<SearchDocument>(await response.text(), INDEX_OPTIONS);
}

/** Answers a question; one without words finds nothing. */
export function ask(index: SearchIndex, question: string): Answer {
  for (const { match, ...way } of WAYS) {
    const results = index.search(question, {
      ...way,
      boost: WEIGHTS,
      boostDocument: (_id, _term, stored) => nearness(stored, question),
    });
    if (results.length > 0) return { total: results.length, groups: grouped(results), match };
  }
  return { total: 0, groups: [], match: 'all' };
}

/** In how many letters a word may be wrong: none in short ones. */
function faultsAllowed(term: string): number | false {
  return term.length < 4 ? false : 0.2;
}

/** Whoever types the name of a thing means the thing. */
function nearness(stored: Record<string, unknown> | undefined, question: string): number {
  const asked = question.trim().toLowerCase();
  const { title = '', within = '' } = (stored ?? {}) as Partial<FoundDocument>;
  if ([title.toLowerCase(), within.toLowerCase()].includes(asked)) return 4;
  return title.toLowerCase().startsWith(asked) ? 1.5 : 1;
}

function grouped(results: readonly SearchResult[]): FoundGroup[] {
  const groups = new Map<SearchKind, Found[]>();
  for (const result of results) {
    const { kind, href, title, within, text } = result as SearchResult & FoundDocument;
    const found = { href, title, within, pieces: snippet(text, result.terms) };
    groups.set(kind, [...(groups.get(kind) ?? []), found]);
  }
  return [...groups].map(([kind, found]) => ({ kind, heading: SEARCH_KINDS[kind], results: found }));
}
