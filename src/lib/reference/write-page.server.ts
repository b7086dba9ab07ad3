/** Writes the pages of the reference as markup: they never change, so no script is sent that could make them anew. */
import { error } from '@sveltejs/kit';
import { render } from 'svelte/server';
import { REFERENCE_ENTRIES } from './entries.server';
import Page from './pages/Page.svelte';

/** A page as its route shows it. */
export interface WrittenPage {
  readonly title: string;
  readonly description: string;
  readonly html: string;
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
  // Marks by which a script would find its way about a page that it is to bring to life.
  const html = body.replace(/<!--.*?-->/gs, '');
  return { title: entry.title, description: entry.summary, html };
}
