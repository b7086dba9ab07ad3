import { getContext, setContext } from 'svelte';
import type { ClusterView } from '../../engine';
import type { Lesson } from '../../course/lesson';
import type { Lab } from '../lab/lab.svelte';
import type { LessonSession } from './lesson-session.svelte';

/** The stage of each step by its id. */
export type StepPictures = Readonly<Record<string, ClusterView>>;

/** What the prose of a lesson finds around it. */
export interface LessonPlace {
  readonly lesson: Lesson;
  readonly session: LessonSession;
  /** The stage of each step by its id, for readers without JavaScript; empty in the browser. */
  readonly pictures: StepPictures;
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
