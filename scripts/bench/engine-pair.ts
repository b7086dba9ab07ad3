/** The engine at the same exchange: with its log and its invariants, as a bare simulation and as the run that the lab watches. */
import { checkScenario, Run, RunLog, Simulation, type Scenario } from '../../src/engine/index.ts';
import type { Exchange } from './exchange.ts';
import type { ScenarioJson } from './scenarios.ts';

/** A scenario that is known to be well-formed. */
export function checked(json: ScenarioJson): Scenario {
  const result = checkScenario(json);
  if (!result.ok) throw new Error(`the scenario is malformed: ${JSON.stringify(result.faults)}`);
  return result.scenario;
}

/** Simulates up to and including an instant; every event is logged and checked against the invariants. */
export function runEngine(scenario: Scenario, untilMs: number): Exchange {
  const log = new RunLog();
  const simulation = Simulation.of(scenario, scenario.steps, log);
  simulation.runTo(untilMs);
  if (simulation.violations.length > 0) throw new Error(JSON.stringify(simulation.violations));
  return { events: log.counted, timeouts: 0 };
}

/** A run as the lab has it, with snapshots and samples besides; not computed yet. */
export function loadedRun(json: ScenarioJson): Run {
  const loaded = Run.load(json);
  if (!loaded.ok) throw new Error(`the scenario is malformed: ${loaded.faults.join('; ')}`);
  return loaded.run;
}

/** Events that the worker computes before it looks at the clock. */
const SLICE_EVENTS = 500;

/** Computes a run in slices, as the worker does. */
export function computeInSlices(run: Run, untilMs: number, afterSlice?: () => void): void {
  while (!run.computeTo(untilMs, SLICE_EVENTS)) afterSlice?.();
  if (run.violations().length > 0) throw new Error(JSON.stringify(run.violations()));
}
