/**
 * How far somebody has come with an exercise, as plain data: what is kept between visits, and what the report and the map of
 * progress are drawn from. Instants of the wall clock are milliseconds since 1970, all others are of the run.
 */
import type { ShownStateId } from '../engine';
import type { Phase } from './exercise';
import type { RefusedStep } from './sight';

/** Who serves the users of a pair: each node its own, one of them all, nobody while they are moved, or both (split brain). */
export const SERVINGS = ['own', 'first', 'second', 'nobody', 'both'] as const;
export type Serving = (typeof SERVINGS)[number];

/** What somebody expects before anything moves; what was not asked is null. */
export interface Guess {
  /** States of the pair, in the order of the group's nodes. */
  readonly pair: readonly [ShownStateId, ShownStateId] | null;
  readonly serving: Serving | null;
  /** Id of the option chosen for the exercise's own question. */
  readonly answer: string | null;
  /** How sure, 0.5 to 1. */
  readonly confidence: number;
}

/** What the engine came to; never kept before the guess stands. */
export type Truth = Omit<Guess, 'confidence'>;

/** The prediction. */
export interface PredictRecord {
  readonly guess: Guess;
  /** Null until it has been seen. */
  readonly truth: Truth | null;
}

/** A run as it was left: a scenario file with all its steps, and the playhead. */
export interface LeftRun {
  readonly scenario: unknown;
  readonly atSeconds: number;
}

/** What a phase that is driven came to, in figures. */
export interface DriveResult {
  /** 0 to 100. */
  readonly score: number;
  /** Steps that were done since the phase began, until the goal was met. */
  readonly actions: number;
  /** User-minutes without service from the beginning of the phase until the goal was met. */
  readonly userMinutes: number;
  /** Ids of the penalised moves that were made. */
  readonly penalised: readonly string[];
  /** Instant of the run at which the goal was first met. */
  readonly metMs: number;
  /** What the goal asked for, line by line; left out in records of version 2. */
  readonly reached?: readonly string[];
}

/** A phase in which the run is driven somewhere. */
export interface DriveRecord {
  readonly run: LeftRun;
  /** Where the watch began, as the engine counts. */
  readonly since: { readonly timeMs: number; readonly eventCount: number };
  readonly refused: readonly RefusedStep[];
  /** Tiers of help that were taken: 0 none, 1 where, 2 meaning, 3 command, 4 the solution was played. */
  readonly hints: number;
  /** How often the phase was begun again. */
  readonly restarts: number;
  /** Null while it is under way. */
  readonly result: DriveResult | null;
}

/** Cause and evidence: what was chosen, in order. */
export interface ExplainRecord {
  readonly causes: readonly string[];
  readonly evidence: readonly string[];
  /** 0 to 100; null while it is under way. */
  readonly score: number | null;
}

/** The transfer: the parts that its variant asks for. */
export interface TransferRecord {
  readonly reach: DriveRecord | null;
  readonly explain: ExplainRecord | null;
  readonly restore: DriveRecord | null;
}

/** One attempt at one exercise. */
export interface Attempt {
  /** Id of the exercise, and its revision when the attempt began: of another revision it cannot go on. */
  readonly exercise: string;
  readonly revision: number;
  readonly begunAtMs: number;
  /** Where the learner is. */
  readonly at: Phase | 'report';
  /** Id of the variant that the transfer plays. */
  readonly variant: string;
  readonly predict: PredictRecord | null;
  readonly reach: DriveRecord | null;
  readonly explain: ExplainRecord | null;
  readonly restore: DriveRecord | null;
  readonly transfer: TransferRecord;
}

/** One phase that came to its end: what mastery and calibration are counted from. */
export interface PhaseResult {
  readonly exercise: string;
  readonly revision: number;
  readonly phase: Phase;
  /** 0 to 100. */
  readonly score: number;
  /** Most help taken in it, as in {@link DriveRecord.hints}; 0 where there is none. */
  readonly hints: number;
  readonly atMs: number;
  /** Of a prediction: how sure, and whether all of it was right. */
  readonly prediction?: { readonly confidence: number; readonly right: boolean };
}
