import { GALLERY } from '$lib/lab/gallery.server';
import { LESSONS } from '../../content/lessons';
import type { PageServerLoad } from './$types';

/** What the first page says of the others. */
export const load: PageServerLoad = () => ({
  lessonCount: LESSONS.length,
  firstLesson: LESSONS[0]?.slug ?? null,
  runCount: GALLERY.length,
});
