/** Plays a random cluster with random actions, holding section 10 of the model against every event. */
import {
  canonicalHash,
  checkScenario,
  scenarioToJson,
  Simulation,
  type ClusterState,
  type Scenario,
  type Step,
  type TimedStep,
} from '../../src/engine';
import { isRefused, verdictOn } from '../../src/engine/rules/steps';
import type { ClusterFile } from './cluster-arbitrary';
import type { Coverage } from './coverage';
import { brokenLaw, longestTransitionMs, nodesInTransition } from './laws';

/** A breach of a law, with the scenario that shows it. */
export class Breach extends Error {
  constructor(
    what: string,
    readonly scenario: object,
  ) {
    super(what);
  }
}

/** The checked scenario of a random cluster. */
export function scenarioOf(file: ClusterFile): Scenario {
  const checked = checkScenario(file);
  if (!checked.ok) throw new Error(checked.faults.map(({ path, what }) => `${path}: ${what}`).join('\n'));
  return checked.scenario;
}

/** Canonical hash of a state. */
export const hashOf = (state: ClusterState): string =>
  canonicalHash(state as unknown as Parameters<typeof canonicalHash>[0]);

/**
 * A run that is watched event by event and given steps as it goes on. Everything before {@link nowMs} has happened, and of
 * that instant itself the steps alone: so that the same steps in a file make the same run.
 */
export class Player {
  readonly steps: TimedStep[] = [];
  nowMs = 0;
  readonly #simulation: Simulation;
  readonly #stays: { state: string | null; sinceMs: number }[] = [];

  constructor(
    readonly scenario: Scenario,
    readonly coverage: Coverage | null = null,
  ) {
    this.#simulation = Simulation.of(scenario, []);
    this.#look();
  }

  get state(): ClusterState {
    return this.#simulation.state;
  }

  /** What has been played, as a scenario. */
  get played(): Scenario {
    return { ...this.scenario, steps: this.steps, untilMs: this.state.timeMs };
  }

  /** Ends the run with a breach. */
  fail(what: string): never {
    throw new Breach(`${what} (at ${this.state.timeMs} ms)`, scenarioToJson(this.played));
  }

  /** Lets the time pass. */
  wait(ms: number): void {
    this.nowMs += ms;
    this.#runTo(this.nowMs - 1);
  }

  /** Lets the time pass until a node's state, reason or phase changes, but at most so long. */
  waitForChange(withinMs: number): void {
    const shown = () => this.state.nodes.map((it) => `${it.state}/${it.reason}/${it.phase}`).join();
    const before = shown();
    const untilMs = this.nowMs + withinMs;
    while (shown() === before && this.#simulation.step(untilMs)) this.#look();
    if (shown() === before) this.#runTo(untilMs);
    else this.#runTo(this.state.timeMs);
    this.nowMs = this.state.timeMs + 1;
  }

  /** Whether a step would be refused now. */
  isRefused(step: Step): boolean {
    return isRefused(verdictOn(this.#simulation.world, step));
  }

  /** Does a step now; false if it is refused. */
  act(step: Step): boolean {
    const verdict = verdictOn(this.#simulation.world, step);
    const outcome = verdict === null ? 'done' : isRefused(verdict) ? 'refused' : 'idle';
    const before = outcome === 'done' ? '' : hashOf({ ...this.state, timeMs: 0, eventCount: 0 });
    this.steps.push({ atMs: this.nowMs, via: null, step });
    this.#simulation.setSteps([...this.steps]);
    if (!this.#simulation.step(this.nowMs)) this.fail('the step was not done');
    this.coverage?.step(step.do, outcome);
    if (
      outcome !== 'done' &&
      hashOf({ ...this.state, timeMs: 0, eventCount: 0, waitingCostMs: 0, degradedCostMs: 0 }) !== before &&
      this.state.waitingCostMs + this.state.degradedCostMs === 0
    )
      this.fail(`${step.do} is ${outcome} and yet changes something`);
    for (const stay of this.#stays) stay.sinceMs = this.nowMs;
    this.#look();
    return outcome !== 'refused';
  }

  /** The same steps, run at once from a scenario, must end in the same state. */
  checkReplay(): void {
    this.wait(1);
    const again = Simulation.of(this.scenario, this.steps);
    again.runTo(this.state.timeMs);
    if (hashOf(again.state) !== hashOf(this.state))
      this.fail('10.6: run at once, the same steps end elsewhere');
  }

  #runTo(timeMs: number): void {
    while (this.#simulation.step(timeMs)) this.#look();
    this.#simulation.runTo(timeMs);
  }

  #look(): void {
    this.coverage?.see(this.state);
    const law = brokenLaw(this.state);
    if (law !== null) this.fail(law);
    const [violation] = this.#simulation.violations;
    if (violation) this.fail(`the engine reports ${violation.invariant}: ${violation.what}`);
    this.#watchTransitions();
  }

  #watchTransitions(): void {
    const { state } = this;
    const moving = nodesInTransition(state);
    state.nodes.forEach((node, index) => {
      const kept = moving.includes(node.name) ? node.state : null;
      const stay = this.#stays[index];
      if (!stay || stay.state !== kept) {
        this.#stays[index] = { state: kept, sinceMs: state.timeMs };
        return;
      }
      const longMs = state.timeMs - stay.sinceMs;
      if (kept !== null && longMs > longestTransitionMs(state))
        this.fail(`10.5: ${node.name} has been ${kept} for ${longMs} ms`);
    });
  }
}
