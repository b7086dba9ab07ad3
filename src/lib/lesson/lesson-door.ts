import type { JudgeQuestion } from '../../course/judge';
import type { Judgement } from '../../course/judgement';
import type { Setting } from '../../course/setting';
import type { Position } from '../../worker/protocol';

/** The branch of a run that is looked at. */
export interface PresentBranch {
  readonly id: number;
  /** Instant at which it left its parent, in milliseconds. */
  readonly forkMs: number;
  /** Number of its steps. */
  readonly steps: number;
}

/** What a lesson needs of the lab beside it. */
export interface LessonDoor {
  /** The playhead, as the engine counts. */
  readonly position: Position;
  /** Null before a run is loaded. */
  readonly branch: PresentBranch | null;
  /** Loads a run and goes to an instant of it; answers what is wrong with it, or null. */
  open(setting: Setting): Promise<readonly string[] | null>;
  /** The present run and its playhead, to be opened again; null if it cannot be had. */
  keep(): Promise<Setting | null>;
  /** How goals stand at the playhead, in order; null if that cannot be had now. */
  judge(question: JudgeQuestion): Promise<readonly Judgement[] | null>;
  play(speed: number): void;
}
