/** What can be searched, and how: the same when the index is built and when it is asked. */
import type { Options } from 'minisearch';

/** What a result is, in the order in which equally good kinds are shown, with the heading over them. */
export const SEARCH_KINDS = {
  rows: 'Pairs of states',
  states: 'Node states',
  reasons: 'Reasons',
  parameters: 'Parameters',
  services: 'Services',
  commands: 'Commands',
  glossary: 'Glossary',
  lessons: 'Lessons',
  exercises: 'Exercises',
  scenarios: 'Runs in the gallery',
  assumptions: 'Assumptions',
  disagreements: 'Where the guide disagrees with itself',
  overview: 'Pages',
} as const;

export type SearchKind = keyof typeof SEARCH_KINDS;

/** One thing that can be found. */
export interface SearchDocument {
  readonly id: number;
  readonly kind: SearchKind;
  /** Address from the site's root, beginning with a slash. */
  readonly href: string;
  readonly title: string;
  /** What it is a part of, such as the lesson of a step; empty for what stands alone. */
  readonly within: string;
  /** What it says. A result shows the piece of it that fits. */
  readonly text: string;
  /** More words by which it should be found, not shown. */
  readonly words: string;
}

/** What of a document comes back with a result. */
export const SHOWN_FIELDS = ['kind', 'href', 'title', 'within', 'text'] as const;

/** A document as it comes back with a result. */
export type FoundDocument = Pick<SearchDocument, (typeof SHOWN_FIELDS)[number]>;

/** Options that must be the same where the index is built and where it is read. */
export const INDEX_OPTIONS: Options<SearchDocument> = {
  fields: ['title', 'within', 'words', 'text'],
  storeFields: [...SHOWN_FIELDS],
};
