import { GALLERY } from '$lib/lab/gallery.server';

/** The gallery's list, written into the page when the site is built. */
export function load() {
  return { gallery: GALLERY };
}
