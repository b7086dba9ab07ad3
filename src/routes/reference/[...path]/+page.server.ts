import { REFERENCE_ENTRIES } from '$lib/reference/entries.server';
import { writePage } from '$lib/reference/write-page.server';
import type { EntryGenerator, PageServerLoad } from './$types';

const START = '/reference/';

/** Every page of the reference. */
export const entries: EntryGenerator = () =>
  REFERENCE_ENTRIES.map(({ href }) => ({ path: href.slice(START.length).replace(/\/$/, '') }));

export const load: PageServerLoad = ({ params }) => ({ page: writePage(params.path.replace(/\/$/, '')) });
