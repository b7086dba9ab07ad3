import { ROW_TEXTS } from '../../engine';
import { GALLERY } from '$lib/lab/gallery.server';

/** The gallery's list, written into the page when the site is built: each row with what leads to it and what to do. */
export function load() {
  return {
    gallery: GALLERY.map((listed) => ({
      ...listed,
      text: listed.row === null ? null : (ROW_TEXTS[listed.row] ?? null),
    })),
  };
}
