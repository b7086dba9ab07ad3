import { SCENARIOS } from '$lib/lab/gallery.server';
import { json } from '@sveltejs/kit';

export const prerender = true;
export const trailingSlash = 'never';

/** Every scenario of the gallery by its name in the address: data that is fetched when one is opened, not script. */
export function GET(): Response {
  return json(SCENARIOS);
}
