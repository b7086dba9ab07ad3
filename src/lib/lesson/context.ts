import { getContext, setContext } from 'svelte';
import type { Lesson } from '../../course/lesson';
import type { Lab } from '../lab/lab.svelte';
import type { LessonSession } from './lesson-session.svelte';

/** What readers without JavaScript get of each step, as markup, by the step's id; empty in the browser. */
export type StillSteps = Readonly<Record<string, string>>;

/** What the prose of a lesson finds around it. */
export interface LessonPlace {
  readonly lesson: Lesson;
  readonly session: LessonSession;
  readonly still: StillSteps;
  /** The lab beside the prose; null until the page has come to life. */
  readonly lab: Lab | null;
  /** Brings the lab before the reader's eyes where it has no place beside the prose. */
  readonly showLab: () => void;
}

const KEY = Symbol('lesson');

/** Tells everything below where it is. */
export function provideLesson(place: LessonPlace): void {
  setContext(KEY, place);
}

/** The lesson around a component. */
export function useLesson(): LessonPlace {
  return getContext<LessonPlace>(KEY);
}
