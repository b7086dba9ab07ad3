/**
 * What one learner has done: marks of lessons, results of exercises, the latest attempt at each. Plain data, the same in the
 * browser's storage and in an exported file. Two records can always be merged (`merge.ts`), whatever way they came apart.
 * What follows from it (mastery, calibration, what is due for review) is computed and never kept.
 */
import type { Attempt, Guess, PhaseResult, Truth } from '../attempt';
import type { Par } from '../exercise';
import type { CourseMarks, StepMark } from '../progress';

export const RECORD_FORMAT = 'presence-redundancy-progress';

/** Raised with any change to what is kept: an older page leaves a newer record alone. Version 1 had marks of lessons only. */
export const RECORD_VERSION = 2;

/** One phase of an exercise that came to its end, as it is kept: never changed again. */
export interface KeptResult extends PhaseResult {
  /** Unique everywhere. */
  readonly id: string;
  /** When the attempt that it belongs to began, in milliseconds since 1970. */
  readonly begunAtMs: number;
  /** Id of the variant, of a transfer only; a transfer is one result for all that its variant asks for. */
  readonly variant?: string;
  /** It came up in the mixed review. */
  readonly inReview?: true;
  /** How often the phase was begun again. */
  readonly restarts?: number;
  /** Steps that the learner did, where something was driven. */
  readonly actions?: number;
  /** Minutes without service, summed over users, until the goal was met. */
  readonly userMinutes?: number;
  /** What both are measured against. */
  readonly par?: Par;
  /** What was told before anything moved. */
  readonly guess?: Guess;
  /** What the engine came to. */
  readonly truth?: Truth;
}

/** The latest attempt at an exercise, finished or not; null where it was given up. */
export interface KeptAttempt {
  /** When it was kept, in milliseconds since 1970; of two, the later counts. */
  readonly savedAtMs: number;
  readonly attempt: Attempt | null;
}

/** All that is kept. */
export interface ProgressRecord {
  readonly lessons: CourseMarks;
  /** By their ids; only ever added to. */
  readonly results: Readonly<Record<string, KeptResult>>;
  /** By the ids of exercises. */
  readonly attempts: Readonly<Record<string, KeptAttempt>>;
}

/** Nothing was done yet. */
export const EMPTY_RECORD: ProgressRecord = { lessons: {}, results: {}, attempts: {} };

/** Whether there is nothing in it. */
export const isEmptyRecord = ({ lessons, results, attempts }: ProgressRecord): boolean =>
  [lessons, results, attempts].every((part) => Object.keys(part).length === 0);

/** Results in the order in which they came about. */
export const resultsInOrder = ({ results }: ProgressRecord): KeptResult[] =>
  Object.values(results).sort((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1));

/** Results by the ids of their exercises, each in the order in which they came about. */
export function resultsByExercise(record: ProgressRecord): ReadonlyMap<string, readonly KeptResult[]> {
  const byExercise = new Map<string, KeptResult[]>();
  for (const result of resultsInOrder(record)) {
    const known = byExercise.get(result.exercise);
    if (known) known.push(result);
    else byExercise.set(result.exercise, [result]);
  }
  return byExercise;
}

/** A record with one mark of a lesson's step, to be merged with what there is. */
export const markAsRecord = (slug: string, stepId: string, mark: StepMark): ProgressRecord => ({
  ...EMPTY_RECORD,
  lessons: { [slug]: { [stepId]: mark } },
});

/** A record with one result, to be merged with what there is. */
export const resultAsRecord = (result: KeptResult): ProgressRecord => ({
  ...EMPTY_RECORD,
  results: { [result.id]: result },
});

/**
 * A record with an attempt at one exercise as it stands, to be merged with what there is.
 *
 * @param known what is kept so far: the attempt is later than that, even where a clock was set back
 * @param attempt null where it is given up
 * @param nowMs milliseconds since 1970
 */
export const attemptAsRecord = (
  known: ProgressRecord,
  exercise: string,
  attempt: Attempt | null,
  nowMs: number,
): ProgressRecord => ({
  ...EMPTY_RECORD,
  attempts: {
    [exercise]: { savedAtMs: Math.max(nowMs, (known.attempts[exercise]?.savedAtMs ?? 0) + 1), attempt },
  },
});
