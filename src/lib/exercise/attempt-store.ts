import type { Attempt, PhaseResult } from '../../course/attempt';

/** Where attempts at exercises are kept between visits. What cannot be kept lasts as long as the page; nothing throws. */
export interface AttemptStore {
  /** The latest attempt at an exercise, finished or not; null if there is none that can be read. */
  latest(exerciseId: string): Attempt | null;
  /** Keeps an attempt as it stands, in the place of an earlier one at the same exercise. Called at every change. */
  keep(attempt: Attempt): void;
  /** A phase has come to its end: called once for each end, after the attempt was kept. */
  record(result: PhaseResult): void;
}

/** Keeps attempts as long as the page lasts. */
export class PageAttempts implements AttemptStore {
  readonly #attempts = new Map<string, Attempt>();
  readonly results: PhaseResult[] = [];

  latest(exerciseId: string): Attempt | null {
    return this.#attempts.get(exerciseId) ?? null;
  }

  keep(attempt: Attempt): void {
    this.#attempts.set(attempt.exercise, attempt);
  }

  record(result: PhaseResult): void {
    this.results.push(result);
  }
}
