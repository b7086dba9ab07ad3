/** An attempt at one item of the mixed review: the transfer alone. It is kept beside the attempts at whole exercises. */
import type { Attempt, PhaseResult } from '../../course/attempt';
import { attemptAsRecord, resultAsRecord } from '../../course/record/record';
import type { AttemptStore } from '../exercise/attempt-store';
import type { PlayedExercise } from '../exercise/played';
import { completed } from '../progress/attempts';
import { progressStore, type ProgressStore } from '../progress/store';

/** Keeps what is done of one item; half done, it is gone on with later. */
export class ReviewAttempts implements AttemptStore {
  readonly #store: ProgressStore;
  readonly #exercise: PlayedExercise;
  readonly #onresult: (score: number) => void;
  #attempt: Attempt;
  #isDone = false;

  /** @param onresult called once, with the item's score, when it is done */
  constructor(
    exercise: PlayedExercise,
    variant: string,
    onresult: (score: number) => void,
    store = progressStore(),
  ) {
    this.#store = store;
    this.#exercise = exercise;
    this.#onresult = onresult;
    const kept = store.record.attempts[this.#key]?.attempt;
    const goesOn = kept && kept.variant === variant && kept.revision === exercise.revision;
    this.#attempt = goesOn ? { ...kept, at: 'transfer' } : freshAttempt(exercise, variant);
  }

  latest(): Attempt {
    return this.#attempt;
  }

  keep(attempt: Attempt): void {
    this.#attempt = attempt;
    if (this.#isDone) return;
    // Left for later is begun anew.
    this.#put(attempt.at === 'transfer' ? attempt : null);
  }

  record(result: PhaseResult): void {
    const { transfer } = this.#exercise;
    const par = transfer.find(({ id }) => id === this.#attempt.variant)?.restore?.par ?? null;
    const kept = completed(result, this.#attempt, { par: () => par });
    this.#store.add(resultAsRecord({ ...kept, inReview: true }));
    this.#put(null);
    this.#isDone = true;
    this.#onresult(result.score);
  }

  get #key(): string {
    return `review ${this.#exercise.id}`;
  }

  #put(attempt: Attempt | null): void {
    const { record } = this.#store;
    if (attempt === null && (record.attempts[this.#key]?.attempt ?? null) === null) return;
    this.#store.add(attemptAsRecord(record, this.#key, attempt, Date.now()));
  }
}

const freshAttempt = ({ id, revision }: PlayedExercise, variant: string): Attempt => ({
  exercise: id,
  revision,
  begunAtMs: Date.now(),
  at: 'transfer',
  variant,
  predict: null,
  reach: null,
  explain: null,
  restore: null,
  transfer: { reach: null, explain: null, restore: null },
});
