import { error } from '@sveltejs/kit';
import { LESSONS } from '../../../../content/lessons';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => LESSONS.map(({ slug }) => ({ slug }));

/** The lesson as data; its prose is fetched beside it. */
export const load: PageServerLoad = ({ params }) => {
  const lesson = LESSONS.find(({ slug }) => slug === params.slug);
  if (!lesson) error(404, 'There is no such lesson.');
  return { lesson };
};
