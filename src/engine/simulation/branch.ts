/** One future of a run: its steps, its log, and snapshots from which any instant of it is reached quickly. */
import { firstPlace } from '../kernel/search';
import { copyState } from '../model/copy';
import type { ClusterState } from '../model/state';
import type { TimedStep } from '../model/step';
import { RECORD } from '../rules/recorder';
import { degradedSessions } from '../rules/events';
import { checkUsers, type Violation } from './invariants';
import { RunLog } from './log';
import { Simulation, type Checkpoint } from './simulation';

/** A sample of the users' lot: holds from its instant until the next sample. */
export interface UserSample {
  readonly timeMs: number;
  readonly online: number;
  readonly waiting: number;
  readonly degraded: number;
  readonly costMs: number;
}

/** Snapshots are at least this many events apart: about half a millisecond of computing. */
const EVENTS_BETWEEN_CHECKPOINTS = 500;

/** A snapshot costs about as much as this many events for each user, so that large clusters have fewer. */
const CHECKPOINT_EVENTS_PER_USER = 0.25;

/** Past this many snapshots every second one is dropped and the distance doubled. */
const MOST_CHECKPOINTS = 400;

/** All snapshots of a branch together should not take more than this, as far as their number can be reduced. */
const CHECKPOINT_BYTES = 48_000_000;

/** Memory that a snapshot takes: the columns of the users, and the rest. */
const BYTES_PER_USER = 29;
const BYTES_PER_CHECKPOINT = 16_000;

/** Fewest snapshots that are kept, however large. */
const FEWEST_CHECKPOINTS = 16;

function mostCheckpoints(users: number): number {
  const affordable = Math.floor(CHECKPOINT_BYTES / (BYTES_PER_CHECKPOINT + BYTES_PER_USER * users));
  return Math.max(FEWEST_CHECKPOINTS, Math.min(MOST_CHECKPOINTS, affordable));
}

/** A computed stretch of a branch's past that a fork takes over. */
interface Inheritance {
  readonly checkpoints: readonly Checkpoint[];
  readonly samples: readonly UserSample[];
  readonly log: RunLog;
}

/** A branch of a run. */
export class Branch {
  readonly log: RunLog;
  readonly violations: Violation[] = [];
  /** Furthest instant that was watched on it. */
  frontierMs = 0;
  label = '';
  #steps: readonly TimedStep[];
  #head: Simulation;
  /** Snapshots in order; each holds everything up to and including its own instant. */
  readonly #checkpoints: Checkpoint[];
  readonly #samples: UserSample[];
  #distance: number;
  #sinceCheckpoint = 0;
  #cursor: Simulation | null = null;

  constructor(
    readonly id: number,
    readonly parent: number | null,
    readonly forkMs: number,
    start: ClusterState,
    steps: readonly TimedStep[],
    inheritance?: Inheritance,
  ) {
    this.#steps = steps;
    this.#distance = Math.max(
      EVENTS_BETWEEN_CHECKPOINTS,
      Math.floor(CHECKPOINT_EVENTS_PER_USER * start.users.count),
    );
    this.log = inheritance?.log ?? new RunLog();
    this.#checkpoints = inheritance ? [...inheritance.checkpoints] : [{ state: start, stepsDone: 0 }];
    this.#samples = inheritance ? [...inheritance.samples] : [];
    this.#head = new Simulation(copyCheckpoint(this.#checkpoints.at(-1)!), steps, this.log);
    if (!inheritance) this.#sample();
  }

  /** All steps of the branch from instant 0. */
  get steps(): readonly TimedStep[] {
    return this.#steps;
  }

  /** Instant up to which it has been computed. */
  get computedToMs(): number {
    return this.#head.state.timeMs;
  }

  /** State at the end of what has been computed; not to be changed. */
  get headState(): ClusterState {
    return this.#head.state;
  }

  /** State at instant 0; not to be changed. */
  get startState(): ClusterState {
    return this.#checkpoints[0]!.state;
  }

  /** Users' samples so far. */
  get samples(): readonly UserSample[] {
    return this.#samples;
  }

  /**
   * Computes on, at most to an instant and at most so many events.
   *
   * @returns true when the instant is reached
   */
  computeTo(toMs: number, maxEvents: number): boolean {
    const head = this.#head;
    let left = maxEvents;
    while (head.nextMs <= toMs) {
      if (left-- <= 0) return false;
      const before = head.state.timeMs;
      // A snapshot must hold whole instants: it is taken when the next event lies later than the last one.
      if (this.#sinceCheckpoint >= this.#distance && head.nextMs > before) this.#takeCheckpoint();
      head.step(toMs);
      this.#sinceCheckpoint++;
      this.#sample();
    }
    head.runTo(toMs);
    this.#collectViolations(head);
    return true;
  }

  #collectViolations(head: Simulation): void {
    for (const violation of head.violations)
      if (!this.violations.some((it) => it.what === violation.what)) this.violations.push(violation);
  }

  #takeCheckpoint(): void {
    this.#sinceCheckpoint = 0;
    const checkpoint = this.#head.checkpoint();
    const found = checkUsers(checkpoint.state);
    if (found) this.violations.push({ ...found, timeMs: checkpoint.state.timeMs });
    this.#checkpoints.push(checkpoint);
    if (this.#checkpoints.length <= mostCheckpoints(checkpoint.state.users.count)) return;
    const kept = this.#checkpoints.filter((_, index) => index % 2 === 0);
    this.#checkpoints.length = 0;
    this.#checkpoints.push(...kept);
    this.#distance *= 2;
  }

  #sample(): void {
    const { state } = this.#head;
    const { users, timeMs } = state;
    if (users.count === 0) return;
    const degraded = degradedSessions(state);
    const last = this.#samples.at(-1);
    if (last && last.online === users.online && last.waiting === users.waiting && last.degraded === degraded)
      return;
    const costMs = state.waitingCostMs + state.degradedCostMs;
    const sample = { timeMs, online: users.online, waiting: users.waiting, degraded, costMs };
    if (last && last.timeMs === timeMs) this.#samples[this.#samples.length - 1] = sample;
    else this.#samples.push(sample);
  }

  /** The latest snapshot whose events all come at or before an instant or an event. */
  #checkpointBefore(isAfter: (state: ClusterState) => boolean): Checkpoint {
    const after = firstPlace(this.#checkpoints.length, (place) => isAfter(this.#checkpoints[place]!.state));
    return this.#checkpoints[Math.max(0, after - 1)]!;
  }

  /**
   * The run at an instant (everything due at or before it has happened), which must have been computed. The simulation
   * belongs to the branch and is valid until the next call.
   */
  at(timeMs: number): Simulation {
    if (timeMs === this.computedToMs) return this.#head;
    let cursor = this.#cursor;
    const start = this.#checkpointBefore((state) => state.timeMs > timeMs);
    if (cursor === null || cursor.state.timeMs > timeMs || start.state.timeMs > cursor.state.timeMs)
      cursor = this.#cursor = new Simulation(copyCheckpoint(start), this.#steps);
    cursor.runTo(timeMs);
    return cursor;
  }

  /** The run just after an event, which must have been computed. Valid until the next call. */
  atEvent(eventCount: number): Simulation {
    const start = this.#checkpointBefore((state) => state.eventCount > eventCount);
    const cursor = new Simulation(copyCheckpoint(start), this.#steps);
    while (cursor.state.eventCount < eventCount && cursor.step());
    this.#cursor = cursor;
    return cursor;
  }

  /**
   * Where the run stands just before an instant, with all that a branch from there keeps: snapshots, log and samples.
   */
  inheritanceBefore(timeMs: number): Inheritance {
    const length = this.log.countUntil(timeMs - 1);
    const checkpoints = this.#checkpoints.filter((it) => it.state.timeMs < timeMs);
    const at = this.#checkpointBefore((state) => state.timeMs >= timeMs);
    const before = new Simulation(
      copyCheckpoint(checkpoints.length === 0 ? this.#checkpoints[0]! : at),
      this.#steps,
    );
    before.runTo(timeMs - 1);
    const here = before.checkpoint();
    const isNew = here.state.timeMs > (checkpoints.at(-1)?.state.timeMs ?? -1);
    return {
      checkpoints: isNew ? [...checkpoints, here] : checkpoints,
      samples: this.#samples.filter((sample) => sample.timeMs < timeMs),
      log: this.log.fork(length),
    };
  }

  /** True if anything but steps happened at exactly this instant. */
  hasEventsAt(timeMs: number): boolean {
    for (
      let index = this.log.countUntil(timeMs) - 1;
      index >= 0 && this.log.timeOf(index) === timeMs;
      index--
    ) {
      const kind = this.log.kindOf(index);
      if (kind === RECORD.arrival || kind === RECORD.timer) return true;
    }
    return false;
  }
}

function copyCheckpoint(checkpoint: Checkpoint): Checkpoint {
  return { state: copyState(checkpoint.state), stepsDone: checkpoint.stepsDone };
}
