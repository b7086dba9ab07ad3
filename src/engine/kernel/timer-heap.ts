/**
 * A binary heap of the next instants of many subjects (the clients that wait to log in again), ordered by instant, then
 * by subject. It is an index over an array of instants, not state of its own: it can be rebuilt from that array at any time.
 */
export class TimerHeap {
  #heap: Int32Array;
  #place: Int32Array;
  #size = 0;
  #instants: Float64Array;

  /** Builds the index over `instants` (milliseconds; Infinity: no timer). */
  constructor(instants: Float64Array) {
    this.#instants = instants;
    this.#heap = new Int32Array(instants.length);
    this.#place = new Int32Array(instants.length).fill(-1);
    for (let subject = 0; subject < instants.length; subject++)
      if (instants[subject]! < Infinity) {
        this.#heap[this.#size] = subject;
        this.#place[subject] = this.#size++;
      }
    for (let at = (this.#size >> 1) - 1; at >= 0; at--) this.#down(at);
  }

  /** The earliest instant, or Infinity. */
  get nextMs(): number {
    return this.#size === 0 ? Infinity : this.#instants[this.#heap[0]!]!;
  }

  /** The subject whose instant is the earliest (the lowest subject of equals). Only while {@link nextMs} is finite. */
  get nextSubject(): number {
    return this.#heap[0]!;
  }

  /** Sets a subject's instant in the array and in the index; Infinity takes it out. */
  set(subject: number, instantMs: number): void {
    this.#instants[subject] = instantMs;
    const at = this.#place[subject]!;
    if (instantMs === Infinity) {
      if (at >= 0) this.#remove(subject, at);
    } else if (at >= 0) {
      if (!this.#up(at)) this.#down(at);
    } else {
      this.#heap[this.#size] = subject;
      this.#place[subject] = this.#size;
      this.#up(this.#size++);
    }
  }

  #remove(subject: number, at: number): void {
    this.#place[subject] = -1;
    const last = this.#heap[--this.#size]!;
    if (last === subject) return;
    this.#heap[at] = last;
    this.#place[last] = at;
    if (!this.#up(at)) this.#down(at);
  }

  #before(a: number, b: number): boolean {
    const difference = this.#instants[a]! - this.#instants[b]!;
    return difference < 0 || (difference === 0 && a < b);
  }

  #up(at: number): boolean {
    const subject = this.#heap[at]!;
    let place = at;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const other = this.#heap[above]!;
      if (!this.#before(subject, other)) break;
      this.#heap[place] = other;
      this.#place[other] = place;
      place = above;
    }
    this.#heap[place] = subject;
    this.#place[subject] = place;
    return place !== at;
  }

  #down(at: number): void {
    const subject = this.#heap[at]!;
    let place = at;
    for (;;) {
      let below = 2 * place + 1;
      if (below >= this.#size) break;
      if (below + 1 < this.#size && this.#before(this.#heap[below + 1]!, this.#heap[below]!)) below++;
      const other = this.#heap[below]!;
      if (!this.#before(other, subject)) break;
      this.#heap[place] = other;
      this.#place[other] = place;
      place = below;
    }
    this.#heap[place] = subject;
    this.#place[subject] = place;
  }
}
