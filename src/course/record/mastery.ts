/** How far a learner is with an exercise, from the results that are kept. */
import { PHASES, type Phase } from '../exercise';
import { resultsByExercise, type KeptResult, type ProgressRecord } from './record';

/** From nothing to the same again in another guise, alone. */
export const MASTERIES = ['untouched', 'begun', 'done', 'mastered'] as const;
export type Mastery = (typeof MASTERIES)[number];

/** Least score of a transfer that counts as mastered. */
export const MASTERED_SCORE = 80;

/** What is known of a learner and an exercise. */
export interface ExerciseStanding {
  readonly mastery: Mastery;
  /** Phases that were carried to their end at least once, in their order. */
  readonly phases: readonly Phase[];
  /** Score of the transfer that counts: the first that was mastered, or else the best; null before any. */
  readonly transferScore: number | null;
  /** When it was mastered first, in milliseconds since 1970. */
  readonly masteredAtMs: number | null;
  /** Highest tier of help taken in any phase up to then (or up to now), 0 for none: what it was learned with. */
  readonly hints: number;
  /** Attempts up to then (or up to now). */
  readonly attempts: number;
  /** When something of it was done last; null for never. */
  readonly lastAtMs: number | null;
}

/** A transfer that shows mastery: well done, and without help. */
export const isMastering = ({ phase, score, hints }: KeptResult): boolean =>
  phase === 'transfer' && score >= MASTERED_SCORE && hints === 0;

/** Standing of every exercise of which something is kept, by its id. */
export function standings(record: ProgressRecord): ReadonlyMap<string, ExerciseStanding> {
  const standing = new Map([...resultsByExercise(record)].map(([id, results]) => [id, standingOf(results)]));
  for (const [id, { attempt }] of Object.entries(record.attempts))
    if (attempt !== null && !standing.has(id)) standing.set(id, { ...UNTOUCHED, mastery: 'begun' });
  return standing;
}

/** The standing of an exercise of which nothing is kept. */
export const UNTOUCHED: ExerciseStanding = {
  mastery: 'untouched',
  phases: [],
  transferScore: null,
  masteredAtMs: null,
  hints: 0,
  attempts: 0,
  lastAtMs: null,
};

/** @param results of one exercise, in their order; at least one */
function standingOf(results: readonly KeptResult[]): ExerciseStanding {
  const phases = PHASES.filter((phase) => results.some((result) => result.phase === phase));
  const mastering = results.findIndex(isMastering);
  const upToThen = mastering < 0 ? results : results.slice(0, mastering + 1);
  const transfers = upToThen.filter(({ phase }) => phase === 'transfer').map(({ score }) => score);
  return {
    mastery: mastering >= 0 ? 'mastered' : phases.length === PHASES.length ? 'done' : 'begun',
    phases,
    transferScore: results[mastering]?.score ?? (transfers.length > 0 ? Math.max(...transfers) : null),
    masteredAtMs: results[mastering]?.atMs ?? null,
    hints: Math.max(...upToThen.map(({ hints }) => hints)),
    attempts: new Set(upToThen.map(({ begunAtMs }) => begunAtMs)).size,
    lastAtMs: results.at(-1)?.atMs ?? null,
  };
}
