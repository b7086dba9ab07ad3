/** The log of a run: every send, arrival, fired timer and all that came of them, in columns. */
import { RECORD, type Recorder } from '../rules/recorder';

const FIRST_ROOM = 1024;

/** One record, read back. */
export interface LogRecord {
  readonly index: number;
  readonly timeMs: number;
  readonly event: number;
  readonly kind: number;
  readonly node: number;
  readonly rule: number;
  readonly a: number;
  readonly b: number;
  readonly detail: unknown;
}

/** A log that grows. */
export class RunLog implements Recorder {
  readonly wantsText = true;
  length = 0;
  /** Sends, arrivals and fired timers so far: what the bench counts as events. */
  counted = 0;
  #timeMs = new Float64Array(FIRST_ROOM);
  #event = new Float64Array(FIRST_ROOM);
  /** Kind, node + 1 and rule + 1 in one word. */
  #what = new Uint32Array(FIRST_ROOM);
  #a = new Int32Array(FIRST_ROOM);
  #b = new Int32Array(FIRST_ROOM);
  #details: unknown[] = [];

  record(
    timeMs: number,
    event: number,
    kind: number,
    node: number,
    rule: number,
    a: number,
    b: number,
    detail: unknown,
  ): void {
    const at = this.length;
    if (at === this.#timeMs.length) this.#grow();
    this.#timeMs[at] = timeMs;
    this.#event[at] = event;
    this.#what[at] = (kind << 24) | ((node + 1) << 10) | (rule + 1);
    this.#a[at] = a;
    this.#b[at] = b;
    this.#details.push(detail);
    this.length = at + 1;
    if (kind === RECORD.send || kind === RECORD.arrival || kind === RECORD.timer) this.counted++;
  }

  #grow(): void {
    const room = this.#timeMs.length * 2;
    const grown = <Column extends Float64Array | Uint32Array | Int32Array>(
      column: Column,
      larger: Column,
    ): Column => {
      larger.set(column);
      return larger;
    };
    this.#timeMs = grown(this.#timeMs, new Float64Array(room));
    this.#event = grown(this.#event, new Float64Array(room));
    this.#what = grown(this.#what, new Uint32Array(room));
    this.#a = grown(this.#a, new Int32Array(room));
    this.#b = grown(this.#b, new Int32Array(room));
  }

  /** Instant of a record. */
  timeOf(index: number): number {
    return this.#timeMs[index]!;
  }

  /** Number of the event a record belongs to. */
  eventOf(index: number): number {
    return this.#event[index]!;
  }

  /** Kind code of a record. */
  kindOf(index: number): number {
    return this.#what[index]! >>> 24;
  }

  /** Node index of a record, -1: none. */
  nodeOf(index: number): number {
    return ((this.#what[index]! >>> 10) & 0x3fff) - 1;
  }

  /** Number of the keep-alive, index of the service, user or group, or code of the timer. */
  aOf(index: number): number {
    return this.#a[index]!;
  }

  /** One record. */
  read(index: number): LogRecord {
    return {
      index,
      timeMs: this.#timeMs[index]!,
      event: this.#event[index]!,
      kind: this.kindOf(index),
      node: this.nodeOf(index),
      rule: (this.#what[index]! & 0x3ff) - 1,
      a: this.#a[index]!,
      b: this.#b[index]!,
      detail: this.#details[index],
    };
  }

  /** Number of records at or before an instant. */
  countUntil(timeMs: number): number {
    return this.#search((index) => this.#timeMs[index]! > timeMs);
  }

  /** Number of records of events up to and including one. */
  countUntilEvent(event: number): number {
    return this.#search((index) => this.#event[index]! > event);
  }

  #search(isAfter: (index: number) => boolean): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isAfter(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** A new log with the first records of this one, for a branch. */
  fork(length: number): RunLog {
    const fork = new RunLog();
    while (fork.#timeMs.length < length) fork.#grow();
    fork.#timeMs.set(this.#timeMs.subarray(0, length));
    fork.#event.set(this.#event.subarray(0, length));
    fork.#what.set(this.#what.subarray(0, length));
    fork.#a.set(this.#a.subarray(0, length));
    fork.#b.set(this.#b.subarray(0, length));
    fork.#details = this.#details.slice(0, length);
    fork.length = length;
    for (let i = 0; i < length; i++) {
      const kind = fork.kindOf(i);
      if (kind === RECORD.send || kind === RECORD.arrival || kind === RECORD.timer) fork.counted++;
    }
    return fork;
  }
}
