import { INDEX_OPTIONS, type SearchDocument } from '$lib/search/document';
import { searchDocuments } from '$lib/search/documents.server';
import { json } from '@sveltejs/kit';
import MiniSearch from 'minisearch';

export const prerender = true;
export const trailingSlash = 'never';

/** The index over the whole site, ready to be asked: made when the site is built, fetched when somebody searches. */
export function GET(): Response {
  const index = new MiniSearch<SearchDocument>(INDEX_OPTIONS);
  index.addAll(searchDocuments());
  return json(index);
}
