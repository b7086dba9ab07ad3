import { afterEach, expect, test } from 'vitest';
import { withoutRule } from '../rules/table';
import { transitionBoundMs } from './invariants';
import { checkScenario } from './scenario/schema';
import { Simulation } from './simulation';

let switchOn: (() => void) | undefined;
afterEach(() => switchOn?.());

function pairThatFailsOver(moreSteps: readonly unknown[] = []): Simulation {
  const checked = checkScenario({
    format: 'presence-redundancy-scenario',
    version: 1,
    cluster: { nodes: [{ name: 'imp1' }, { name: 'imp2' }] },
    steps: [{ at: 40, do: 'failover', node: 'imp1' }, ...moreSteps],
  });
  if (!checked.ok) throw new Error('the scenario is malformed');
  return Simulation.of(checked.scenario, checked.scenario.steps);
}

test('a transition that a missing rule leaves without an end is reported at the first event past the bound', () => {
  switchOn = withoutRule('taking-over-moved');
  const simulation = pairThatFailsOver();
  simulation.runTo(60_000);
  const { stateSinceMs } = simulation.state.nodes[1]!;
  const dueMs = stateSinceMs + transitionBoundMs(simulation.state);
  simulation.runTo(dueMs);
  expect(simulation.violations.filter((it) => it.what.startsWith('imp2'))).toEqual([]);
  simulation.runTo(dueMs + 15_000);
  const found = simulation.violations.filter((it) => it.what.startsWith('imp2'));
  expect(found).toMatchObject([{ invariant: '10.5' }]);
  expect(found[0]!.timeMs - dueMs).toBeGreaterThan(0);
});

test('a step gives a transition all its time again', () => {
  switchOn = withoutRule('taking-over-moved');
  const boundMs = transitionBoundMs(pairThatFailsOver().state);
  const stepMs = 40_000 + boundMs - 1000;
  const simulation = pairThatFailsOver([
    { at: stepMs / 1000, do: 'set-user-move-fault', node: 'imp1', on: true },
  ]);
  simulation.runTo(stepMs + boundMs);
  expect(simulation.violations).toEqual([]);
  simulation.runTo(stepMs + boundMs + 15_000);
  expect(simulation.violations.map((it) => it.invariant)).toContain('10.5');
});

test('transitions that end are not reported', () => {
  const simulation = pairThatFailsOver();
  simulation.runTo(10_000_000);
  expect(simulation.violations).toEqual([]);
});
