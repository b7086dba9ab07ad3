/** A clock for xstate whose time is simulated: a binary heap of what has been set, in order of instant, then of entry. */
interface Timer {
  readonly atMs: number;
  readonly order: number;
  readonly call: () => void;
  isCancelled: boolean;
}

const isBefore = (one: Timer, other: Timer): boolean =>
  one.atMs < other.atMs || (one.atMs === other.atMs && one.order < other.order);

/** Fits `createActor(…, { clock })`. */
export class HeapClock {
  nowMs = 0;
  readonly #heap: Timer[] = [];
  #entries = 0;

  readonly setTimeout = (call: (...none: never[]) => void, delayMs: number): Timer => {
    const timer: Timer = {
      atMs: this.nowMs + delayMs,
      order: this.#entries++,
      call: call,
      isCancelled: false,
    };
    this.#push(timer);
    return timer;
  };

  /** A cancelled timer is skipped when its turn comes. */
  readonly clearTimeout = (timer: Timer): void => {
    timer.isCancelled = true;
  };

  /** Calls everything due at or before an instant. */
  runTo(untilMs: number): void {
    const heap = this.#heap;
    while (heap.length > 0 && heap[0]!.atMs <= untilMs) {
      const timer = this.#pop();
      if (timer.isCancelled) continue;
      this.nowMs = timer.atMs;
      timer.call();
    }
    this.nowMs = untilMs;
  }

  #push(timer: Timer): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(timer);
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!isBefore(timer, heap[above]!)) break;
      heap[at] = heap[above]!;
      at = above;
    }
    heap[at] = timer;
  }

  #pop(): Timer {
    const heap = this.#heap;
    const top = heap[0]!;
    const last = heap.pop()!;
    const size = heap.length;
    if (size === 0) return top;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= size) break;
      if (below + 1 < size && isBefore(heap[below + 1]!, heap[below]!)) below++;
      if (!isBefore(heap[below]!, last)) break;
      heap[at] = heap[below]!;
      at = below;
    }
    heap[at] = last;
    return top;
  }
}
