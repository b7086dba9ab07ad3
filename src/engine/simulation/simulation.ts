/** One run: a cluster's state, the steps still to come, and the one loop in which both advance. */
import { copyState } from '../model/copy';
import { initialState, type ClusterSetup } from '../model/setup';
import type { ClusterState } from '../model/state';
import type { TimedStep } from '../model/step';
import { NEVER } from '../kernel/time';
import { moveTime, NextEvent } from '../rules/events';
import { RECORD, SILENT, type Recorder } from '../rules/recorder';
import { doStep, type Verdict } from '../rules/steps';
import { startWaiting } from '../rules/users';
import { World } from '../rules/world';
import { checkEvent, isInTransition, transitionBoundMs, type Violation } from './invariants';

/** A state between two instants, with the number of steps already done: enough to go on from. */
export interface Checkpoint {
  readonly state: ClusterState;
  readonly stepsDone: number;
}

/** The state at instant 0 of a scenario: clients of a cold cluster already wait for their first log-in. */
export function startState(setup: ClusterSetup): ClusterState {
  // A copy, so that it has the hidden shape of all snapshots: code that meets two shapes runs at half the speed.
  const state = copyState(initialState(setup));
  if (setup.start === 'cold') {
    const world = new World(state);
    for (let user = 0; user < state.users.count; user++) {
      const home = state.users.home[user]!;
      if (home >= 0) startWaiting(world, user, home);
    }
  }
  return state;
}

/** A cluster that runs. Steps may be added as long as they lie in its future. */
export class Simulation {
  readonly world: World;
  readonly violations: Violation[] = [];
  #steps: readonly TimedStep[];
  #stepsDone: number;
  readonly #next = new NextEvent();
  /** Instant from which the transition watchdog of each node counts; moved on by every step. */
  #calmSinceMs: number;
  /** No transition can have lasted too long up to this instant, so nobody need look. */
  #calmUntilMs = -1;

  /**
   * @param from where to begin; its state is used up, not copied
   * @param steps all steps of the run, in order of their instants
   */
  constructor(from: Checkpoint, steps: readonly TimedStep[], recorder: Recorder = SILENT) {
    this.world = new World(from.state, recorder);
    this.#steps = steps;
    this.#stepsDone = from.stepsDone;
    this.#calmSinceMs = from.state.timeMs;
    this.#next.find(this.world);
  }

  /** A run of a scenario from its beginning. */
  static of(setup: ClusterSetup, steps: readonly TimedStep[], recorder: Recorder = SILENT): Simulation {
    return new Simulation({ state: startState(setup), stepsDone: 0 }, steps, recorder);
  }

  /** The state as it is now; not to be changed by the reader. */
  get state(): ClusterState {
    return this.world.state;
  }

  /** Number of steps already done or refused. */
  get stepsDone(): number {
    return this.#stepsDone;
  }

  /** Instant of the next step or event, or NEVER. */
  get nextMs(): number {
    const stepMs = this.#stepsDone < this.#steps.length ? this.#steps[this.#stepsDone]!.atMs : NEVER;
    return stepMs <= this.#next.atMs ? stepMs : this.#next.atMs;
  }

  /** Replaces the steps still to come; those already done must be the same. */
  setSteps(steps: readonly TimedStep[]): void {
    this.#steps = steps;
  }

  /** An independent copy of where the run is. */
  checkpoint(): Checkpoint {
    return { state: copyState(this.world.state), stepsDone: this.#stepsDone };
  }

  /** Does the next step or event; returns false if there is none at or before `limitMs`. */
  step(limitMs = NEVER): boolean {
    const { world } = this;
    const stepMs = this.#stepsDone < this.#steps.length ? this.#steps[this.#stepsDone]!.atMs : NEVER;
    const next = this.#next;
    if (stepMs <= next.atMs) {
      if (stepMs > limitMs || stepMs === NEVER) return false;
      moveTime(world.state, stepMs);
      world.state.eventCount++;
      const { step, via } = this.#steps[this.#stepsDone]!;
      doStep(world, step, via, this.#stepsDone++);
      this.#disturbed();
    } else {
      if (next.atMs > limitMs) return false;
      next.happen(world);
    }
    this.#check();
    next.find(world);
    return true;
  }

  /** Does a step now, outside the list: for explorers. */
  do(step: TimedStep['step']): Verdict {
    const verdict = doStep(this.world, step, null, -1);
    this.#disturbed();
    this.#check();
    this.#next.find(this.world);
    return verdict;
  }

  /**
   * Runs on until everything due at or before an instant has happened, and moves the time there.
   *
   * @param maxEvents stops early after this many events
   * @returns true if the instant was reached
   */
  runTo(timeMs: number, maxEvents = NEVER): boolean {
    let events = 0;
    while (this.step(timeMs))
      if (++events >= maxEvents) return this.nextMs > timeMs && this.#arriveAt(timeMs);
    return this.#arriveAt(timeMs);
  }

  #arriveAt(timeMs: number): true {
    if (timeMs > this.world.state.timeMs && timeMs < NEVER) moveTime(this.world.state, timeMs);
    return true;
  }

  /** A step was done: what it began has all its time, by parameters that it may have changed. */
  #disturbed(): void {
    this.#calmSinceMs = this.world.state.timeMs;
    this.#calmUntilMs = -1;
  }

  #check(): void {
    const { world } = this;
    const found = checkEvent(world.state);
    if (found !== null) this.#report(found.invariant, found.what);
    if (world.violations.length > 0)
      for (const it of world.violations.splice(0)) this.#report(it.invariant, it.what);
    if (world.state.timeMs > this.#calmUntilMs) this.#watchTransitions();
  }

  /** Reports transitions that last too long, and notes until when none can. */
  #watchTransitions(): void {
    const { nodes, timeMs } = this.world.state;
    const boundMs = transitionBoundMs(this.world.state);
    this.#calmUntilMs = timeMs + boundMs;
    for (const node of nodes) {
      if (!isInTransition(node)) continue;
      const dueMs = Math.max(node.stateSinceMs, node.srmSinceMs, this.#calmSinceMs) + boundMs;
      if (timeMs > dueMs)
        this.#report('10.5', `${node.name} has been ${node.state} for longer than any transition can last`);
      this.#calmUntilMs = Math.min(this.#calmUntilMs, dueMs);
    }
  }

  #report(invariant: Violation['invariant'], what: string): void {
    if (this.violations.length > 20 || this.violations.some((it) => it.what === what)) return;
    const { timeMs } = this.world.state;
    this.violations.push({ invariant, timeMs, what });
    this.world.record(RECORD.violation, -1, 0, 0, { invariant, what });
  }
}
