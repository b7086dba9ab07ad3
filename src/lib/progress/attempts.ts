/** Attempts at exercises, kept in the learner's record. */
import type { Attempt, DriveRecord, PhaseResult } from '../../course/attempt';
import type { Par, Phase } from '../../course/exercise';
import { attemptAsRecord, resultAsRecord, type KeptResult } from '../../course/record/record';
import type { AttemptStore } from '../exercise/attempt-store';
import { freshId } from './fresh-id';
import { progressStore, type ProgressStore } from './store';

/** What the record should say of results besides. */
export interface AttemptCircumstances {
  /** What a phase is measured against, if it is. */
  readonly par?: (phase: Phase, variant: string) => Par | null;
}

/** Keeps attempts, and what they came to, in the record of this browser. */
export class KeptAttempts implements AttemptStore {
  readonly #store: ProgressStore;
  readonly #circumstances: AttemptCircumstances;

  constructor(circumstances: AttemptCircumstances = {}, store = progressStore()) {
    this.#store = store;
    this.#circumstances = circumstances;
  }

  latest(exerciseId: string): Attempt | null {
    return this.#store.record.attempts[exerciseId]?.attempt ?? null;
  }

  keep(attempt: Attempt): void {
    this.#store.add(attemptAsRecord(this.#store.record, attempt.exercise, attempt, Date.now()));
  }

  record(result: PhaseResult): void {
    const attempt = this.latest(result.exercise);
    if (attempt) this.#store.add(resultAsRecord(completed(result, attempt, this.#circumstances)));
  }
}

/** A result with what its attempt tells about it. */
export function completed(
  result: PhaseResult,
  attempt: Attempt,
  { par }: AttemptCircumstances = {},
): KeptResult {
  const { phase } = result;
  const measuredAgainst = par?.(phase, attempt.variant) ?? null;
  return {
    ...result,
    id: freshId(),
    begunAtMs: attempt.begunAtMs,
    ...(phase === 'transfer' && { variant: attempt.variant }),
    ...(phase === 'predict' && predictionOf(attempt)),
    ...figuresOf(drivesOf(phase, attempt)),
    ...(measuredAgainst && { par: measuredAgainst }),
  };
}

function predictionOf({ predict }: Attempt): Pick<KeptResult, 'guess' | 'truth'> {
  return { ...(predict && { guess: predict.guess }), ...(predict?.truth && { truth: predict.truth }) };
}

function drivesOf(phase: Phase, attempt: Attempt): DriveRecord[] {
  const { reach, restore } = phase === 'transfer' ? attempt.transfer : attempt;
  const drives =
    phase === 'transfer'
      ? [reach, restore]
      : phase === 'reach'
        ? [reach]
        : phase === 'restore'
          ? [restore]
          : [];
  return drives.filter((drive) => drive !== null);
}

/** Figures of what was driven; of a transfer, summed. */
function figuresOf(drives: readonly DriveRecord[]): Pick<KeptResult, 'restarts' | 'actions' | 'userMinutes'> {
  if (drives.length === 0) return {};
  const sum = (of: (drive: DriveRecord) => number) => drives.reduce((total, drive) => total + of(drive), 0);
  return {
    restarts: sum(({ restarts }) => restarts),
    actions: sum(({ result }) => result?.actions ?? 0),
    userMinutes: sum(({ result }) => result?.userMinutes ?? 0),
  };
}
