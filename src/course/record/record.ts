/**
 * What one learner has done: marks of lessons, results of exercises, the latest attempt at each,
 * shifts. Plain data, the same in the browser's storage and in an exported file. Two records can always be merged (`merge.ts`), whatever way they came apart.
 * What follows from it (mastery, calibration, what is due for review) is computed and never kept.
 */
import type { Attempt, Guess, PhaseResult, Truth } from '../attempt';
import type { Par, StepAt } from '../exercise';
import type { Difficulty } from '../shift/scenario';
import type { CourseMarks, StepMark } from '../progress';

export const RECORD_FORMAT = 'presence-redundancy-progress';

/**
 * Raised with any change to what is kept: an older page leaves a newer record alone. Version 1 had marks of lessons only,
 * version 2 no shifts.
 */
export const RECORD_VERSION = 3;

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

/** A shift as far as it was played: enough to make its run again. */
export interface ShiftPlay {
  /** Unique everywhere. */
  readonly id: string;
  readonly seed: number;
  readonly difficulty: Difficulty;
  /** When it began, in milliseconds since 1970. */
  readonly begunAtMs: number;
  /** What the learner did, in order. */
  readonly steps: readonly StepAt[];
  /** Instant of the run up to which it was played, in milliseconds. */
  readonly reachedMs: number;
}

/** A shift that is under way; null where it was given up or came to its end. */
export interface KeptPlay {
  /** When it was kept, in milliseconds since 1970; of two, the later counts. */
  readonly savedAtMs: number;
  readonly play: ShiftPlay | null;
}

/** A shift that came to its end, as it is kept: never changed again. */
export interface KeptShift extends Omit<ShiftPlay, 'reachedMs'> {
  /** When it came to its end, in milliseconds since 1970. */
  readonly atMs: number;
  /** Minutes without service, summed over users: as it was played, in the care of the caretaker, and of nobody. */
  readonly userMinutes: number;
  readonly caretaker: number;
  readonly nobody: number;
  /** How many decisions were looked at, and for how many of them something better was offered. */
  readonly decisions: number;
  readonly improvable: number;
}

/** All that is kept. */
export interface ProgressRecord {
  readonly lessons: CourseMarks;
  /** By their ids; only ever added to. */
  readonly results: Readonly<Record<string, KeptResult>>;
  /** By the ids of exercises. */
  readonly attempts: Readonly<Record<string, KeptAttempt>>;
  /** Shifts that came to their end, by their ids; only ever added to. */
  readonly shifts: Readonly<Record<string, KeptShift>>;
  /** Shifts under way, one of each difficulty. */
  readonly plays: Readonly<Record<string, KeptPlay>>;
}

/** Nothing was done yet. */
export const EMPTY_RECORD: ProgressRecord = { lessons: {}, results: {}, attempts: {}, shifts: {}, plays: {} };

/** Whether there is nothing in it. */
export const isEmptyRecord = (record: ProgressRecord): boolean =>
  Object.values(record).every((part: object) => Object.keys(part).length === 0);

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
    [exercise]: { savedAtMs: laterThan(known.attempts[exercise], nowMs), attempt },
  },
});

/** A record with a shift that came to its end, which is then no longer under way; to be merged with what there is. */
export const shiftAsRecord = (known: ProgressRecord, shift: KeptShift): ProgressRecord => ({
  ...playAsRecord(known, shift.difficulty, null, shift.atMs),
  shifts: { [shift.id]: shift },
});

/**
 * A record with a shift as it stands, to be merged with what there is.
 *
 * @param known what is kept so far: the shift is later than that, even where a clock was set back
 * @param play null where it is given up
 * @param nowMs milliseconds since 1970
 */
export const playAsRecord = (
  known: ProgressRecord,
  difficulty: Difficulty,
  play: ShiftPlay | null,
  nowMs: number,
): ProgressRecord => ({
  ...EMPTY_RECORD,
  plays: { [difficulty]: { savedAtMs: laterThan(known.plays[difficulty], nowMs), play } },
});

/** Shifts in the order in which they came to their ends. */
export const shiftsInOrder = ({ shifts }: ProgressRecord): KeptShift[] =>
  Object.values(shifts).sort((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1));

const laterThan = (kept: { readonly savedAtMs: number } | undefined, nowMs: number): number =>
  Math.max(nowMs, (kept?.savedAtMs ?? 0) + 1);
