import { GALLERY } from '$lib/lab/gallery.server';
import { json } from '@sveltejs/kit';

export const prerender = true;
export const trailingSlash = 'never';

/** The gallery's list, for the lab's own dialog: fetched when that is first opened. */
export function GET(): Response {
  return json(GALLERY);
}
