import { error } from '@sveltejs/kit';
import { neighboursOf } from '$lib/lesson/neighbours';
import { LESSONS } from '../../../../content/lessons';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => LESSONS.map(({ slug }) => ({ slug }));

/** The lesson as data, and what stands around it; its prose is fetched beside it. */
export const load: PageServerLoad = ({ params }) => {
  const lesson = LESSONS.find(({ slug }) => slug === params.slug);
  if (!lesson) error(404, 'There is no such lesson.');
  return { lesson, neighbours: neighboursOf(lesson, LESSONS) };
};
