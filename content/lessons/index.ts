/**
 * The lessons, in the order of their folders `NN-slug`. How to write one: README.md beside this file.
 * Read on the server only: a page gets the one lesson that it shows.
 */
import type { Lesson } from '../../src/course/lesson';

const modules = import.meta.glob<Lesson>('./*/lesson.ts', { eager: true, import: 'lesson' });

/** Every lesson, in order. */
export const LESSONS: readonly Lesson[] = Object.entries(modules)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([, lesson]) => lesson);
