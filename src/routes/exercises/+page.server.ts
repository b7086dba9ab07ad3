import { SUPPORT_WORDS } from '$lib/exercise/place.server';
import { reviewables } from '$lib/review/reviewables.server';
import { EXERCISE_FAMILIES, EXERCISES } from '../../../content/exercises';

/** Every exercise by its family, written into the page when the site is built. */
export function load() {
  const families = EXERCISE_FAMILIES.map(({ id, title, exercises }) => ({
    id,
    title,
    exercises: exercises.flatMap((name) =>
      EXERCISES.filter((exercise) => exercise.id === name).map(({ id, title, summary, row, support }) => ({
        id,
        title,
        summary,
        row,
        support: SUPPORT_WORDS[support],
      })),
    ),
  }));
  return {
    families: families.filter(({ exercises }) => exercises.length > 0),
    reviewables: reviewables(),
  };
}
