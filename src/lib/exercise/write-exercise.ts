/** Writes what readers without JavaScript get of an exercise, when the site is built. */
import { render } from 'svelte/server';
import type { PlayedExercise } from './played';
import WrittenExercise from './WrittenExercise.svelte';

/** Markup of what an exercise asks. */
export function writtenExercise(exercise: PlayedExercise): string {
  const { body } = render(WrittenExercise, { props: { exercise }, idPrefix: 'written' });
  return `<div>${body}</div>`;
}
