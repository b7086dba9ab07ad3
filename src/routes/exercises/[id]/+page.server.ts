import { error } from '@sveltejs/kit';
import { placeOf } from '$lib/exercise/place.server';
import { playedExercise } from '$lib/exercise/played.server';
import { EXERCISES, parOf } from '../../../../content/exercises';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => EXERCISES.map(({ id }) => ({ id }));

/** The exercise as data, and what stands around it. */
export const load: PageServerLoad = ({ params }) => {
  const exercise = EXERCISES.find(({ id }) => id === params.id);
  if (!exercise) error(404, 'There is no such exercise.');
  return { exercise: playedExercise(exercise, parOf), place: placeOf(exercise) };
};
