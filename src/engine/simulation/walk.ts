/** A run walked event by event, for who must miss nothing of it however fast it is watched. */
import type { ClusterState } from '../model/state';
import type { Step, TimedStep, Via } from '../model/step';
import { RECORD, type Recorder } from '../rules/recorder';
import { verdictOn, type StepDetail, type Verdict } from '../rules/steps';
import { makeView } from './make-view';
import { Simulation, type Checkpoint } from './simulation';
import type { ClusterView } from './view';

/** A step that was asked for, and whether the cluster allowed it. */
export interface AskedStep {
  readonly step: Step;
  readonly via: Via | null;
  readonly outcome: 'done' | 'refused';
}

/** Keeps the steps that an event was, and nothing else. */
class AskedSteps implements Recorder {
  readonly wantsText = false;
  list: AskedStep[] = [];

  record(...[, , kind, , , , , detail]: Parameters<Recorder['record']>): void {
    if (kind !== RECORD.step && kind !== RECORD.refused) return;
    const { step, via } = detail as StepDetail;
    this.list.push({ step, via, outcome: kind === RECORD.step ? 'done' : 'refused' });
  }
}

/** One walk through one branch of a run. */
export class Walk {
  readonly #asked = new AskedSteps();
  readonly #simulation: Simulation;
  #steps: readonly TimedStep[];

  /**
   * @param from where it begins; used up, not copied
   * @param steps all steps of the branch
   */
  constructor(from: Checkpoint, steps: readonly TimedStep[]) {
    this.#simulation = new Simulation(from, steps, this.#asked);
    this.#steps = steps;
  }

  /** The cluster just after the last event; not to be changed by the reader. */
  get state(): ClusterState {
    return this.#simulation.state;
  }

  /** Instant of the next step or event, or NEVER. */
  get nextMs(): number {
    return this.#simulation.nextMs;
  }

  /** Steps that the last event was: one, or none. */
  get asked(): readonly AskedStep[] {
    return this.#asked.list;
  }

  /** Goes on by one event; false if there is none at or before `limitMs`. */
  step(limitMs: number): boolean {
    this.#asked.list = [];
    return this.#simulation.step(limitMs);
  }

  /** Goes on with other steps to come. False, and nothing happens, if they would have changed what was walked through. */
  follow(steps: readonly TimedStep[]): boolean {
    if (steps === this.#steps) return true;
    const done = this.#simulation.stepsDone;
    if (steps.length < done || steps.slice(0, done).some((step, index) => step !== this.#steps[index]))
      return false;
    if ((steps[done]?.atMs ?? Infinity) < this.state.timeMs) return false;
    this.#simulation.setSteps(steps);
    this.#steps = steps;
    return true;
  }

  /** Whether a step could be done now; asks without changing anything. */
  verdictOn(step: Step): Verdict {
    return verdictOn(this.#simulation.world, step);
  }

  /** An independent walk that goes on from here. */
  fork(): Walk {
    const { state } = this.#simulation.checkpoint();
    return new Walk({ state, stepsDone: 0 }, this.#steps.slice(this.#simulation.stepsDone));
  }

  /** Puts a step at an instant of the future, before those already to come at it or later. */
  intend(step: TimedStep): void {
    const done = this.#simulation.stepsDone;
    const place = this.#steps.findIndex((it, index) => index >= done && it.atMs >= step.atMs);
    const end = place < 0 ? this.#steps.length : place;
    this.#steps = [...this.#steps.slice(0, end), step, ...this.#steps.slice(end)];
    this.#simulation.setSteps(this.#steps);
  }

  /** What the page would draw now. */
  view(): ClusterView {
    return makeView(this.#simulation.world, this.nextMs);
  }
}
