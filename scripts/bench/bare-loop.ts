/**
 * The bare loop: two nodes, a binary heap of what comes next, and nothing else. Written as tight as we can: columns of
 * numbers instead of objects, the top replaced instead of popped and pushed, and a time-out that is moved only when its
 * old instant comes up.
 */
import { INTERVAL_MS, LATENCY_MS, TIMEOUT_MS, type Exchange } from './exchange.ts';

const TICK = 0;
const ARRIVAL = 2;
const TIMEOUT = 4;

/** More than are ever waiting at once: for each node a tick, a time-out and the keep-alives on their way. */
const ROOM = 64;

/** What comes next, ordered by instant, then by the order of entry. A code is a kind plus the node, 0 or 1. */
class EventHeap {
  readonly #instants = new Float64Array(ROOM);
  readonly #orders = new Float64Array(ROOM);
  readonly #codes = new Int32Array(ROOM);
  #size = 0;
  #entries = 0;

  get topMs(): number {
    return this.#instants[0]!;
  }

  get topCode(): number {
    return this.#codes[0]!;
  }

  push(instantMs: number, code: number): void {
    const instants = this.#instants;
    let at = this.#size++;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (instants[above]! <= instantMs) break;
      instants[at] = instants[above]!;
      this.#orders[at] = this.#orders[above]!;
      this.#codes[at] = this.#codes[above]!;
      at = above;
    }
    instants[at] = instantMs;
    this.#orders[at] = this.#entries++;
    this.#codes[at] = code;
  }

  /** Takes the top out and enters something in one go. */
  replaceTop(instantMs: number, code: number): void {
    this.#sink(instantMs, this.#entries++, code);
  }

  pop(): void {
    const last = --this.#size;
    this.#sink(this.#instants[last]!, this.#orders[last]!, this.#codes[last]!);
  }

  #sink(instantMs: number, order: number, code: number): void {
    const instants = this.#instants;
    const orders = this.#orders;
    const size = this.#size;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= size) break;
      const right = below + 1;
      if (
        right < size &&
        (instants[right]! < instants[below]! ||
          (instants[right] === instants[below] && orders[right]! < orders[below]!))
      )
        below = right;
      const due = instants[below]!;
      if (due > instantMs || (due === instantMs && orders[below]! > order)) break;
      instants[at] = due;
      orders[at] = orders[below]!;
      this.#codes[at] = this.#codes[below]!;
      at = below;
    }
    instants[at] = instantMs;
    orders[at] = order;
    this.#codes[at] = code;
  }
}

function filledHeap(): EventHeap {
  const heap = new EventHeap();
  for (const node of [0, 1]) {
    heap.push(0, TICK + node);
    heap.push(TIMEOUT_MS, TIMEOUT + node);
  }
  return heap;
}

/** Exchanges keep-alives up to and including an instant, without a log. */
export function runBareLoop(untilMs: number): Exchange {
  const heap = filledHeap();
  const dueMs = new Float64Array([TIMEOUT_MS, TIMEOUT_MS]);
  let events = 0;
  let timeouts = 0;
  for (;;) {
    const now = heap.topMs;
    if (now > untilMs) return { events, timeouts };
    const code = heap.topCode;
    if (code < ARRIVAL) {
      events += 2;
      heap.replaceTop(now + INTERVAL_MS, code);
      heap.push(now + LATENCY_MS, ARRIVAL + 1 - code);
    } else if (code < TIMEOUT) {
      events++;
      heap.pop();
      dueMs[code - ARRIVAL] = now + TIMEOUT_MS;
    } else if (dueMs[code - TIMEOUT]! > now) heap.replaceTop(dueMs[code - TIMEOUT]!, code);
    else {
      events++;
      timeouts++;
      heap.pop();
    }
  }
}

/** Columns like those of the engine's log. */
class ColumnLog {
  length = 0;
  #instants = new Float64Array(1024);
  #events = new Float64Array(1024);
  #what = new Uint32Array(1024);
  #numbers = new Int32Array(1024);

  add(instantMs: number, event: number, what: number, number: number): void {
    const at = this.length++;
    if (at === this.#instants.length) this.#grow();
    this.#instants[at] = instantMs;
    this.#events[at] = event;
    this.#what[at] = what;
    this.#numbers[at] = number;
  }

  #grow(): void {
    this.#instants = larger(this.#instants, new Float64Array(2 * this.#instants.length));
    this.#events = larger(this.#events, new Float64Array(2 * this.#events.length));
    this.#what = larger(this.#what, new Uint32Array(2 * this.#what.length));
    this.#numbers = larger(this.#numbers, new Int32Array(2 * this.#numbers.length));
  }
}

function larger<Column extends Float64Array | Uint32Array | Int32Array>(old: Column, room: Column): Column {
  room.set(old);
  return room;
}

/** The same exchange, with a record of every send, arrival and fired timer. */
export function runBareLoopWithLog(untilMs: number): Exchange {
  const heap = filledHeap();
  const log = new ColumnLog();
  const dueMs = new Float64Array([TIMEOUT_MS, TIMEOUT_MS]);
  const sent = new Int32Array(2);
  let event = 0;
  let timeouts = 0;
  for (;;) {
    const now = heap.topMs;
    if (now > untilMs) return { events: log.length, timeouts };
    const code = heap.topCode;
    event++;
    if (code < ARRIVAL) {
      log.add(now, event, code, 0);
      log.add(now, event, ARRIVAL + code, ++sent[code]!);
      heap.replaceTop(now + INTERVAL_MS, code);
      heap.push(now + LATENCY_MS, ARRIVAL + 1 - code);
    } else if (code < TIMEOUT) {
      log.add(now, event, TIMEOUT + code, sent[ARRIVAL + 1 - code]!);
      heap.pop();
      dueMs[code - ARRIVAL] = now + TIMEOUT_MS;
    } else if (dueMs[code - TIMEOUT]! > now) heap.replaceTop(dueMs[code - TIMEOUT]!, code);
    else {
      log.add(now, event, code, 0);
      timeouts++;
      heap.pop();
    }
  }
}
