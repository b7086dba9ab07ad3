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

const familyOf = (exercise: Exercise) => EXERCISE_FAMILIES.find(({ id }) => id === exercise.family)!;

/** What an exercise is called without its title: its place in its family. */
function nameOf(exercise: Exercise): string {
  const { title, exercises } = familyOf(exercise);
  return `${title}, ${String(exercises.indexOf(exercise.id) + 1)} of ${String(exercises.length)}`;
}

/** Where an exercise stands among the others. */
export function placeOf(exercise: Exercise): ExercisePlace {
  const { id, title } = familyOf(exercise);
  const next = EXERCISES[EXERCISES.indexOf(exercise) + 1];
  return {
    family: { id, title },
    name: nameOf(exercise),
    support: SUPPORT_WORDS[exercise.support],
    rowSlug: ROWS.find(({ number }) => number === exercise.row)?.slug ?? null,
    next: next ? { id: next.id, name: nameOf(next) } : null,
  };
}
