import { describe, expect, it } from 'vitest';
import { scenarioToJson, Simulation, type Step } from '../../src/engine';
import { copyState } from '../../src/engine/model/copy';
import { explore, type Situation } from '../../src/engine/simulation/explorer';
import { scenarioFor } from '../engine/lab';
import { brokenLaw, nodesInTransition } from './laws';
import { isLong } from './mode';
import { repair } from './repair-policy';

const SETUP = scenarioFor({ users: 4 });
const SERVICE = 'Cisco SIP Proxy';

/** What can befall each node, and the group. */
const STEPS: readonly Step[] = [
  ...['imp1', 'imp2'].flatMap((node): Step[] => [
    { do: 'failover', node },
    { do: 'fallback', node },
    { do: 'stop-service', node, service: SERVICE },
    { do: 'start-service', node, service: SERVICE },
    { do: 'restart-srm', node },
    { do: 'power-off', node },
    { do: 'power-on', node },
    { do: 'set-user-move-fault', node, on: true },
    { do: 'set-user-move-fault', node, on: false },
  ]),
  { do: 'recover', group: 'pair' },
  { do: 'cut-link', group: 'pair' },
  { do: 'restore-link', group: 'pair' },
];

/** How many steps in a row; in the long mode, until nothing new is found. */
const DEPTH = isLong ? Infinity : 4;

/** Pinned, so that a change of behaviour that nobody meant is seen. */
const EXPECTED = isLong
  ? { situations: 75_272, transitions: 545_504 }
  : { situations: 1_474, transitions: 3_736 };

/** Goes on from a situation as the repair policy wants it. */
function leadsHome({ checkpoint }: Situation): boolean {
  const simulation = new Simulation({ state: copyState(checkpoint.state), stepsDone: 0 }, []);
  const patient = {
    get state() {
      return simulation.state;
    },
    act: (step: Step) => {
      const verdict = simulation.do(step);
      return verdict === null || !('refused' in verdict);
    },
    wait: (ms: number) => simulation.runTo(simulation.state.timeMs + ms),
  };
  return repair(patient, 'pair').home;
}

describe(`every situation in which a pair can come to rest (${isLong ? 'all' : `${DEPTH} steps`})`, () => {
  it('keeps the laws, is at rest, and leads home', () => {
    const counts = explore({
      setup: SETUP,
      steps: STEPS,
      restMs: 400_000,
      depth: DEPTH,
      visit: (situation, simulation) => {
        const faults = [
          brokenLaw(simulation.state),
          ...simulation.violations.map((it) => it.what),
          ...nodesInTransition(simulation.state).map((name) => `${name} is not at rest`),
          leadsHome(situation) ? null : '10.4: it does not lead home',
        ].filter((it) => it !== null);
        if (faults.length === 0) return;
        const { timeMs } = simulation.state;
        const scenario = scenarioToJson({ ...SETUP, steps: situation.path, untilMs: timeMs });
        expect.fail(`${faults.join('; ')}:\n${JSON.stringify(scenario, null, 2)}`);
      },
    });
    expect(counts).toEqual(EXPECTED);
  });
});
