import { SCENARIOS } from '$lib/lab/gallery.server';
import { error, json } from '@sveltejs/kit';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

export const entries: EntryGenerator = () => [...SCENARIOS.keys()].map((slug) => ({ slug }));

/** One scenario of the gallery, as its file has it: data that is fetched when it is opened, not script. */
export const GET: RequestHandler = ({ params }) => {
  const scenario = SCENARIOS.get(params.slug);
  return scenario === undefined ? error(404, 'There is no such scenario.') : json(scenario);
};
