import { playedExercise } from '$lib/exercise/played.server';
import { error, json } from '@sveltejs/kit';
import { EXERCISES, parOf } from '../../../../../content/exercises';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

export const entries: EntryGenerator = () => EXERCISES.map(({ id }) => ({ id }));

/** An exercise as the mixed review plays it: made when the site is built, fetched when its turn comes. */
export const GET: RequestHandler = ({ params }) => {
  const exercise = EXERCISES.find(({ id }) => id === params.id);
  if (!exercise) error(404, 'There is no such exercise.');
  return json(playedExercise(exercise, parOf));
};
