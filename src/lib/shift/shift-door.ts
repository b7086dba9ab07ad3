import type { TimelineMark } from '../timeline/layout';

/** What a shift needs of the lab beside it. Instants are milliseconds of the run. */
export interface ShiftDoor {
  /**
   * Loads the run of a shift and goes to an instant of it. From then on time only runs, up to the end of the shift, and what
   * is still to come leaves the lab in no way. Answers what is wrong with it, or null.
   */
  open(scenario: unknown, atMs: number, endMs: number): Promise<readonly string[] | null>;
  /** The shift is over: its run lies open, and nothing more is done in it. */
  lieOpen(): void;
  /** Marks on the timeline what is to be seen there instead of the steps. */
  mark(marks: readonly TimelineMark[]): void;
  /** Takes the playhead to an instant, once the shift is over. */
  show(timeMs: number): Promise<void>;
}
