/** Writes the pages of the reference as markup: from components that may ask the engine, and are never sent to a browser. */
import { error } from '@sveltejs/kit';
import { render } from 'svelte/server';
import { ROWS } from '../../engine';
import { REFERENCE_ENTRIES, type ReferenceEntry } from './entries.server';
import { printSide } from './print-side';
import Page from './pages/Page.svelte';

/** A page as its route shows it. */
export interface WrittenPage {
  readonly title: string;
  readonly description: string;
  readonly html: string;
  /** True for the pages that a script brings to life: the finder and the whole table. */
  readonly isAlive: boolean;
}

/** What a search engine shows: for a pair, first what both nodes show. */
function descriptionOf({ kind, slug, summary }: ReferenceEntry): string {
  const row = kind === 'rows' ? ROWS.find((it) => it.slug === slug) : undefined;
  return row ? `${printSide(row.node1)} beside ${printSide(row.node2)}: ${summary}` : summary;
}

/**
 * Writes the page at a path below `/reference/`.
 *
 * @param path `rows/critical-service-down`; empty for the first page
 * @throws the error 404 where there is no such page
 */
export function writePage(path: string): WrittenPage {
  const address = path === '' ? '/reference/' : `/reference/${path}/`;
  const entry = REFERENCE_ENTRIES.find(({ href }) => href === address);
  if (!entry) error(404, 'The reference has no such page.');
  const { body } = render(Page, { props: { entry }, idPrefix: 'reference' });
  return {
    title: entry.title,
    description: descriptionOf(entry),
    html: body,
    isAlive: entry.kind === 'overview' && ['find', 'table'].includes(entry.slug),
  };
}
