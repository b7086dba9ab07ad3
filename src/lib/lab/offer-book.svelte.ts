import type { OfferView } from '../../engine';
import type { StepRequest } from '../../worker/protocol';
import { CONCEALED_TEXT } from '../stage/conceal';

/** Until the engine has answered, a step is shown as possible: it says no itself if it must. */
const NOT_ASKED_YET = { offered: true, why: '', idle: false } as const;

/** Least wall time between two questions. */
const ASK_EVERY_MS = 250;

/**
 * What can be done now, and why not: the engine's own answers, for exactly those steps that something on the screen
 * reads. Reading an answer is what keeps it fresh; what nobody reads any more is not asked again.
 */
export class OfferBook {
  readonly #ask: (steps: readonly StepRequest[]) => Promise<readonly OfferView[]>;
  #hidesWhy = $state(false);
  #known = $state.raw<ReadonlyMap<string, OfferView>>(new Map());
  readonly #wanted = new Map<string, StepRequest>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastMs = -Infinity;
  #asking = false;
  #stale = false;

  /** @param ask asks the engine about steps at the playhead; answers in the same order, or none if it cannot */
  constructor(ask: (steps: readonly StepRequest[]) => Promise<readonly OfferView[]>) {
    this.#ask = ask;
  }

  /** Whether the reasons are to be found out: then none is told, wherever an answer is read. */
  get hidesWhy(): boolean {
    return this.#hidesWhy;
  }

  set hidesWhy(hidden: boolean) {
    this.#hidesWhy = hidden;
  }

  /** Whether a step can be done now. Read it in markup or in a `$derived`: it changes as the run goes on. */
  of(step: StepRequest): OfferView {
    const key = JSON.stringify(step);
    this.#wanted.set(key, step);
    const known = this.#known.get(key);
    if (!known) this.#soon(0);
    if (!known) return { step, ...NOT_ASKED_YET };
    return this.#hidesWhy && known.why !== '' ? { ...known, why: CONCEALED_TEXT } : known;
  }

  /** The run has changed: what is read is asked again, as soon as the pace allows. */
  poke(): void {
    this.#stale = true;
    this.#soon(Math.max(0, this.#lastMs + ASK_EVERY_MS - performance.now()));
  }

  /** Asks nothing more. */
  dispose(): void {
    clearTimeout(this.#timer);
  }

  #soon(waitMs: number): void {
    if (this.#asking) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#refresh(), waitMs);
  }

  async #refresh(): Promise<void> {
    if (this.#wanted.size === 0) {
      // Whoever looks next shall not be told what held before.
      this.#known = new Map();
      return;
    }
    const wanted = [...this.#wanted];
    this.#asking = true;
    this.#stale = false;
    this.#lastMs = performance.now();
    const answers = await this.#ask(wanted.map(([, step]) => step));
    this.#asking = false;
    for (const [key] of wanted) this.#wanted.delete(key);
    if (answers.length === wanted.length)
      this.#known = new Map(wanted.map(([key], index) => [key, answers[index]!]));
    if (this.#stale) this.poke();
  }
}
