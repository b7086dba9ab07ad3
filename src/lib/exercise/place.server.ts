import { EXERCISE_FAMILIES, EXERCISES } from '../../../content/exercises';
import type { Exercise, Support } from '../../course/exercise';
import { ROWS } from '../../engine';
import type { ExercisePlace } from './place';

/** How much help there is, in words. */
export const SUPPORT_WORDS: Readonly<Record<Support, string>> = {
  worked: 'shown first',
  guided: 'with first hints',
  unaided: 'on your own',
};

/** Where an exercise stands among the others. */
export function placeOf(exercise: Exercise): ExercisePlace {
  const { id, title } = EXERCISE_FAMILIES.find((family) => family.id === exercise.family)!;
  const next = EXERCISES[EXERCISES.indexOf(exercise) + 1];
  return {
    family: { id, title },
    support: SUPPORT_WORDS[exercise.support],
    rowSlug: ROWS.find(({ number }) => number === exercise.row)?.slug ?? null,
    next: next ? { id: next.id, title: next.title } : null,
  };
}
