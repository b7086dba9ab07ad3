import type { ClusterView } from '../../engine';
import type { StepRequest } from '../../worker/protocol';
import type { LessonDoor } from '../lesson/lesson-door';

/** Why nothing can be done at an instant now; empty if it can. */
export type Guard = (atMs: number) => string;

/** What an exercise needs of the lab beside it. Instants are milliseconds of the run. */
export interface ExerciseDoor extends LessonDoor {
  /** The cluster at an instant that has been seen, while the playhead stays; null if it cannot be had. */
  viewAt(timeMs: number): Promise<ClusterView | null>;
  /** Plays on to an instant in about so much wall time, and pauses there; false if something else came between. */
  playTo(timeMs: number, wallMs: number): Promise<boolean>;
  pause(): void;
  /** Takes the playhead to an instant. */
  seek(timeMs: number): Promise<void>;
  /** Does a step at the playhead; answers why not, or null. */
  do(step: StepRequest): Promise<readonly string[] | null>;
  /** From now on time stands still (`still`), and what may be done is asked of the guard. */
  hold(still: boolean, guard: Guard): void;
}
