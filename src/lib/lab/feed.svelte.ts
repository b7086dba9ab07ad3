import type { Outcome, Pending } from '../../worker/client';

/**
 * Something a panel shows that is asked of the engine again as the run goes on: never two questions at a time, never
 * more often than its pace, and none while nobody looks.
 */
export class Feed<Value> {
  readonly #ask: () => Pending<Value>;
  readonly #everyMs: number;
  #value = $state.raw<Value | null>(null);
  #wanted = false;
  #busy = false;
  #stale = false;
  #lastMs = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param ask makes the request with the lab's present playhead
   * @param everyMs least wall time between two requests
   */
  constructor(ask: () => Pending<Value>, everyMs: number) {
    this.#ask = ask;
    this.#everyMs = everyMs;
  }

  /** The latest answer, or null before the first. */
  get value(): Value | null {
    return this.#value;
  }

  /** Whether a panel looks. The first look asks at once. */
  set wanted(wanted: boolean) {
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    if (wanted) this.poke();
    else clearTimeout(this.#timer);
  }

  /** The run or the question may have changed: asks again, as soon as the pace allows. */
  poke(): void {
    if (!this.#wanted) return;
    if (this.#busy) {
      this.#stale = true;
      return;
    }
    clearTimeout(this.#timer);
    const waitMs = this.#lastMs + this.#everyMs - performance.now();
    if (waitMs <= 0) void this.#fetch();
    else this.#timer = setTimeout(() => void this.#fetch(), waitMs);
  }

  /** Forgets what it showed: another run was loaded. */
  clear(): void {
    this.#value = null;
    this.#lastMs = -Infinity;
    this.poke();
  }

  async #fetch(): Promise<void> {
    this.#busy = true;
    this.#stale = false;
    this.#lastMs = performance.now();
    const outcome: Outcome<Value> = await this.#ask().outcome;
    this.#busy = false;
    if (outcome.kind === 'result') this.#value = outcome.value;
    if (this.#stale) this.poke();
  }
}
