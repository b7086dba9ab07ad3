/** The log of a run: every send, arrival, fired timer and all that came of them, in columns. */
import { firstPlace } from '../kernel/search';
import { RECORD, type Recorder } from '../rules/recorder';

/** Records of a block, as a power of two. */
const BLOCK_BITS = 12;
const BLOCK_LENGTH = 1 << BLOCK_BITS;
const PLACE_IN_BLOCK = BLOCK_LENGTH - 1;

/** A stretch of records. A full block never changes again, so that branches of a run share it. */
class Block {
  readonly timeMs = new Float64Array(BLOCK_LENGTH);
  readonly event = new Uint32Array(BLOCK_LENGTH);
  /** Kind, node + 1 and rule + 1 in one word. */
  readonly what = new Uint32Array(BLOCK_LENGTH);
  readonly a = new Int32Array(BLOCK_LENGTH);
  readonly b = new Int32Array(BLOCK_LENGTH);
  /** Place of the detail in the log's list of details; 0: none. */
  readonly detail = new Uint32Array(BLOCK_LENGTH);

  /** A block of its own that begins with the first records of this one. */
  copy(length: number): Block {
    const copy = new Block();
    copy.timeMs.set(this.timeMs.subarray(0, length));
    copy.event.set(this.event.subarray(0, length));
    copy.what.set(this.what.subarray(0, length));
    copy.a.set(this.a.subarray(0, length));
    copy.b.set(this.b.subarray(0, length));
    copy.detail.set(this.detail.subarray(0, length));
    return copy;
  }
}

/** True for the kinds that the bench counts as events. */
const isCounted = (kind: number): boolean =>
  kind === RECORD.send || kind === RECORD.arrival || kind === RECORD.timer;

/** True for the kinds of which a run has few: they are listed apart, so that nobody has to search for them. */
const isListed = (kind: number): boolean =>
  kind !== RECORD.loss && kind !== RECORD.client && !isCounted(kind);

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
  #blocks: Block[] = [];
  /** The block that is being filled. */
  #block: Block | null = null;
  #details: unknown[] = [null];
  /** Place of the last detail about each node (by index + 1): a keep-alive that says the same again is kept once. */
  readonly #latest: number[] = [];
  /** Indices of the records of each listed kind, oldest first. */
  readonly #indices = new Map<number, number[]>();

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
    const index = this.length++;
    const at = index & PLACE_IN_BLOCK;
    const block = at === 0 ? this.#addBlock() : this.#block!;
    block.timeMs[at] = timeMs;
    block.event[at] = event;
    block.what[at] = (kind << 24) | ((node + 1) << 10) | (rule + 1);
    block.a[at] = a;
    block.b[at] = b;
    if (detail !== null) block.detail[at] = this.#keep(detail, node + 1);
    if (isCounted(kind)) this.counted++;
    else if (isListed(kind)) this.#list(kind, index);
  }

  #addBlock(): Block {
    const block = new Block();
    this.#blocks.push(block);
    this.#block = block;
    return block;
  }

  #keep(detail: unknown, subject: number): number {
    const latest = this.#latest[subject];
    if (latest !== undefined && this.#details[latest] === detail) return latest;
    this.#details.push(detail);
    return (this.#latest[subject] = this.#details.length - 1);
  }

  #list(kind: number, index: number): void {
    const indices = this.#indices.get(kind);
    if (indices) indices.push(index);
    else this.#indices.set(kind, [index]);
  }

  /** Instant of a record. */
  timeOf(index: number): number {
    return this.#blocks[index >> BLOCK_BITS]!.timeMs[index & PLACE_IN_BLOCK]!;
  }

  /** Number of the event a record belongs to. */
  eventOf(index: number): number {
    return this.#blocks[index >> BLOCK_BITS]!.event[index & PLACE_IN_BLOCK]!;
  }

  /** Kind code of a record. */
  kindOf(index: number): number {
    return this.#blocks[index >> BLOCK_BITS]!.what[index & PLACE_IN_BLOCK]! >>> 24;
  }

  /** Node index of a record, -1: none. */
  nodeOf(index: number): number {
    return ((this.#blocks[index >> BLOCK_BITS]!.what[index & PLACE_IN_BLOCK]! >>> 10) & 0x3fff) - 1;
  }

  /** Number of the keep-alive, index of the service, user or group, or code of the timer. */
  aOf(index: number): number {
    return this.#blocks[index >> BLOCK_BITS]!.a[index & PLACE_IN_BLOCK]!;
  }

  /** One record. */
  read(index: number): LogRecord {
    const block = this.#blocks[index >> BLOCK_BITS]!;
    const at = index & PLACE_IN_BLOCK;
    return {
      index,
      timeMs: block.timeMs[at]!,
      event: block.event[at]!,
      kind: this.kindOf(index),
      node: this.nodeOf(index),
      rule: (block.what[at]! & 0x3ff) - 1,
      a: block.a[at]!,
      b: block.b[at]!,
      detail: this.#details[block.detail[at]!],
    };
  }

  /** Number of records at or before an instant. */
  countUntil(timeMs: number): number {
    return firstPlace(this.length, (index) => this.timeOf(index) > timeMs);
  }

  /** Number of records of events up to and including one. */
  countUntilEvent(event: number): number {
    return firstPlace(this.length, (index) => this.eventOf(index) > event);
  }

  /** Indices of the records of one kind before an index, oldest first. Quick but for keep-alives, timers and clients. */
  indicesOf(kind: number, before: number): number[] {
    if (isListed(kind)) {
      const indices = this.#indices.get(kind) ?? [];
      const end = firstPlace(indices.length, (place) => indices[place]! >= before);
      return indices.slice(0, end);
    }
    const found: number[] = [];
    for (let index = 0; index < before; index++) if (this.kindOf(index) === kind) found.push(index);
    return found;
  }

  /** Indices of the last records of some kinds before an index, at most `count` (1 or more) of them, oldest first. */
  lastOf(kinds: readonly number[], before: number, count: number): number[] {
    if (kinds.every(isListed)) {
      const found = kinds.flatMap((kind) => this.indicesOf(kind, before).slice(-count));
      return found.sort((one, other) => one - other).slice(-count);
    }
    const found: number[] = [];
    for (let index = before - 1; index >= 0 && found.length < count; index--)
      if (kinds.includes(this.kindOf(index))) found.push(index);
    return found.reverse();
  }

  /** A new log with the first records of this one, for a branch. */
  fork(length: number): RunLog {
    const fork = new RunLog();
    fork.length = length;
    fork.#blocks = this.#blocks.slice(0, (length + PLACE_IN_BLOCK) >> BLOCK_BITS);
    const inLastBlock = length & PLACE_IN_BLOCK;
    if (inLastBlock !== 0) {
      fork.#block = fork.#blocks.pop()!.copy(inLastBlock);
      fork.#blocks.push(fork.#block);
    }
    fork.#details = this.#details.slice();
    for (const kind of this.#indices.keys()) fork.#indices.set(kind, this.indicesOf(kind, length));
    for (let index = 0; index < length; index++) if (isCounted(fork.kindOf(index))) fork.counted++;
    return fork;
  }
}
