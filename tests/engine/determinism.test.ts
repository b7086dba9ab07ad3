import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  canonicalHash,
  checkScenario,
  Run,
  Simulation,
  type ClusterState,
  type Scenario,
} from '../../src/engine';
import { RunLog } from '../../src/engine/simulation/log';
import { scenarioFor } from './lab';
import { HASHES_PATH, hashesNow, runOf } from './run-hashes';

type Plain = Parameters<typeof canonicalHash>[0];
const hash = (value: unknown): string => canonicalHash(value as Plain);

/** A lively hour: loss, users, failovers, a split brain, edits. */
const LIVELY: Scenario = (() => {
  const scenario = scenarioFor({
    nodes: ['imp1', 'imp2', 'imp3', 'imp4'].map((name) => ({ name })),
    groups: [
      { name: 'pair', nodes: ['imp1', 'imp2'], highAvailability: true },
      { name: 'other', nodes: ['imp3', 'imp4'], highAvailability: true },
    ],
    users: 40,
    seed: 99,
    linkLoss: 0.1,
    parameters: { automaticFallback: true },
  });
  const steps: object[] = [
    { at: 10, do: 'stop-service', node: 'imp1', service: 'Cisco XCP Router' },
    { at: 10, do: 'failover', node: 'imp3' },
    { at: 300, do: 'start-service', node: 'imp1', service: 'Cisco XCP Router' },
    { at: 420.123, do: 'fallback', node: 'imp3' },
    { at: 600, do: 'cut-link', group: 'other' },
    { at: 700, do: 'restore-link', group: 'other' },
    { at: 900, do: 'recover', group: 'other' },
    { at: 1200, do: 'restart', node: 'imp2' },
    { at: 1201, do: 'move-user', user: 'user1', group: 'other' },
    { at: 1700, do: 'drop-keep-alives', node: 'imp1' },
  ];
  const checked = checkScenario({
    format: 'presence-redundancy-scenario',
    version: 1,
    cluster: {
      nodes: scenario.nodes.map(({ name }) => ({ name })),
      groups: scenario.groups,
      users: 40,
      linkLoss: 0.1,
    },
    seed: 99,
    parameters: { automaticFallback: true },
    steps,
    until: 3600,
  });
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
  return checked.scenario;
})();

/** A copy in which nothing is shared, as if it had been written down and read: two equal keep-alives are then two. */
function unshared(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (ArrayBuffer.isView(value)) return (value as Float64Array).slice();
  if (Array.isArray(value)) return value.map(unshared);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unshared(inner)]));
}

function finish(scenario: Scenario, play: (simulation: Simulation) => void): { state: string; log: string } {
  const log = new RunLog();
  const simulation = Simulation.of(scenario, scenario.steps, log);
  play(simulation);
  simulation.runTo(scenario.untilMs);
  const records = Array.from({ length: log.length }, (_, index) => log.read(index));
  return { state: hash(simulation.state), log: hash(records) };
}

const AT_ONCE = finish(LIVELY, () => undefined);

describe('the same scenario and seed give the same run (10.6)', () => {
  it('run at once, again', () => {
    expect(finish(LIVELY, () => undefined)).toEqual(AT_ONCE);
  });

  it('stepped event by event', () => {
    const stepped = finish(LIVELY, (simulation) => {
      while (simulation.step(LIVELY.untilMs));
    });
    expect(stepped).toEqual(AT_ONCE);
  });

  it.each([1, 2, 3])('in slices of time of any length (%i)', (start) => {
    let number = start;
    const sliced = finish(LIVELY, (simulation) => {
      for (let atMs = 0; atMs < LIVELY.untilMs;) {
        number = (number * 48_271) % 2_147_483_647;
        atMs += 1 + (number % 20_000);
        simulation.runTo(Math.min(atMs, LIVELY.untilMs), 1 + (number % 30));
      }
    });
    expect(sliced.log).toBe(AT_ONCE.log);
    expect(sliced.state).toBe(AT_ONCE.state);
  });

  it('gone on with from a copy of any instant, by the engine’s own copy, a structured clone or data read anew', () => {
    for (const atMs of [0, 19, 15_020, 300_000, 745_007, 1_799_999, 3_599_999]) {
      const first = Simulation.of(LIVELY, LIVELY.steps);
      first.runTo(atMs);
      const { state, stepsDone } = first.checkpoint();
      const cloned = new Simulation({ state: structuredClone(first.state), stepsDone }, LIVELY.steps);
      const copied = new Simulation({ state, stepsDone }, LIVELY.steps);
      const read = new Simulation({ state: unshared(first.state) as ClusterState, stepsDone }, LIVELY.steps);
      for (const simulation of [first, copied, cloned, read]) {
        simulation.runTo(LIVELY.untilMs);
        expect(hash(simulation.state)).toBe(AT_ONCE.state);
      }
    }
  });

  it('a copy shares nothing that changes with what it was copied from', () => {
    const simulation = Simulation.of(LIVELY, LIVELY.steps);
    simulation.runTo(300_000);
    const { state } = simulation.checkpoint();
    const before = hash(state);
    simulation.runTo(LIVELY.untilMs);
    expect(hash(state)).toBe(before);
  });

  it('another seed gives another run', () => {
    expect(finish({ ...LIVELY, seed: 100 }, () => undefined).state).not.toBe(AT_ONCE.state);
  });

  it('is the run that is pinned for every scenario of the product', () => {
    const pinned = JSON.parse(readFileSync(HASHES_PATH, 'utf8')) as Record<string, string>;
    // After a change of behaviour: npm run -s pin-runs
    expect(hashesNow()).toEqual(pinned);
  }, 60_000);
});

describe('a run that is watched', () => {
  const EXPECTED = (() => {
    const run = runOf('split-brain.json');
    return run.hashAt(run.scenario.untilMs);
  })();

  it('comes to the same hash when it is sought back and forth before', () => {
    const run = runOf('split-brain.json');
    const { untilMs } = run.scenario;
    for (const share of [0.5, 0.1, 0.9, 0.3, 0, 1, 0.7]) run.viewAt({ timeMs: untilMs * share });
    for (const eventCount of [1, 40, 3]) run.viewAt({ eventCount });
    expect(run.hashAt(untilMs)).toBe(EXPECTED);
  });

  it('shows the same of an instant from whatever side it is reached', () => {
    const run = runOf('three-groups.json');
    const { untilMs } = run.scenario;
    const instants = [0.2, 0.4, 0.6].map((share) => Math.floor(untilMs * share));
    const forward = instants.map((timeMs) => hash(run.viewAt({ timeMs })));
    run.viewAt({ timeMs: untilMs });
    expect(instants.toReversed().map((timeMs) => hash(run.viewAt({ timeMs })))).toEqual(forward.toReversed());
  });

  it('computed in slices of events comes to the same hash', () => {
    const run = runOf('split-brain.json');
    while (!run.computeTo(run.scenario.untilMs, 7));
    expect(run.hashAt(run.scenario.untilMs)).toBe(EXPECTED);
  });

  /** Acts at instants, some with events, some twice, one in the past, and says where they were done. */
  function acted(): Run {
    const run = runOf('healthy-pair.json');
    const act = (atMs: number, step: object) => {
      const outcome = run.act(atMs, step, 'mouse');
      if (!outcome.accepted) throw new Error(outcome.faults.join());
    };
    run.viewAt({ timeMs: 15_000 });
    act(15_000, { do: 'stop-service', node: 'imp1', service: 'Cisco Sync Agent' });
    act(16_000, { do: 'crash-service', node: 'imp1', service: 'Cisco XCP Router' });
    act(16_000, { do: 'stop-database', node: 'imp2' });
    run.viewAt({ timeMs: 300_000 });
    act(50_000, { do: 'start-database', node: 'imp2' });
    act(60_000, { do: 'restart', node: 'imp1' });
    run.viewAt({ timeMs: 400_000 });
    return run;
  }

  it('acted upon, exported and loaded anew comes to the same hash', () => {
    const run = acted();
    const exported = run.export(400_000);
    const loaded = Run.load(JSON.parse(JSON.stringify(exported.scenario)));
    if (!loaded.ok) throw new Error(loaded.faults.join());
    expect(loaded.run.hashAt(400_000)).toBe(exported.hash);
  });

  it('keeps the branch it forked from, which comes to its own hash again', () => {
    const run = acted();
    const [first, second] = run.branches();
    expect([first!.id, second!.parent]).toEqual([0, 0]);
    const here = run.hashAt(400_000);
    run.switchTo(0);
    const before = run.hashAt(400_000);
    expect(before).not.toBe(here);
    run.switchTo(1);
    expect(run.hashAt(400_000)).toBe(here);
  });

  it('keeps no step that is refused', () => {
    const run = runOf('healthy-pair.json');
    const before = run.hashAt(100_000);
    expect(run.act(50_000, { do: 'fallback', node: 'imp1' }, null).accepted).toBe(false);
    expect(run.act(50_000, { do: 'no-such-step' }, null).accepted).toBe(false);
    expect(run.branches()).toHaveLength(1);
    expect(run.hashAt(100_000)).toBe(before);
  });

  it('judges a step after those that were done at the same instant before, so that none is kept that will be refused', () => {
    const run = runOf('healthy-pair.json');
    run.viewAt({ timeMs: 15_000 });
    expect(run.act(15_000, { do: 'failover', node: 'imp1' }, null)).toMatchObject({
      accepted: true,
      atMs: 15_001,
    });
    expect(run.act(15_000, { do: 'failover', node: 'imp2' }, null).accepted).toBe(false);
    expect(run.act(15_000, { do: 'isolate', node: 'imp2' }, null)).toMatchObject({
      accepted: true,
      idle: '',
    });
    expect(run.act(15_000, { do: 'isolate', node: 'imp2' }, null)).toMatchObject({
      idle: 'imp2 is already isolated',
    });
  });

  it('does a step where nothing of the instant has happened yet, else a millisecond later', () => {
    const run = runOf('healthy-pair.json');
    run.viewAt({ timeMs: 15_000 });
    expect(run.act(15_000, { do: 'isolate', node: 'imp1' }, null)).toMatchObject({
      accepted: true,
      atMs: 15_001,
    });
    expect(run.act(15_500, { do: 'rejoin', node: 'imp1' }, null)).toMatchObject({
      accepted: true,
      atMs: 15_500,
    });
  });
});

/** Every leaf of plain data, with a way to change it and to change it back. */
function* leaves(value: unknown, path: string): Generator<{ path: string; mutate: () => () => void }> {
  if (typeof value !== 'object' || value === null) return;
  const keys = ArrayBuffer.isView(value)
    ? Array.from({ length: (value as Float64Array).length }, (_, index) => String(index))
    : Object.keys(value);
  for (const key of keys) {
    const inner: unknown = Reflect.get(value, key);
    if (typeof inner === 'object' && inner !== null) {
      yield* leaves(inner, `${path}.${key}`);
      continue;
    }
    yield {
      path: `${path}.${key}`,
      mutate: () => {
        Reflect.set(value, key, changed(inner));
        return () => Reflect.set(value, key, inner);
      },
    };
  }
}

function changed(value: unknown): unknown {
  if (typeof value === 'number') return value === Infinity ? 12_345 : value + 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string') return `${value}x`;
  return 'something';
}

/** A state in which no list is empty. */
function fullState(): ClusterState {
  const simulation = Simulation.of(LIVELY, [
    ...LIVELY.steps.slice(0, 2),
    { atMs: 10_000, via: null, step: { do: 'search-temporary-presence', watcher: 'user1', user: 'user2' } },
    { atMs: 10_000, via: null, step: { do: 'set-link', group: 'other', latencyMs: 9_000 } },
  ]);
  simulation.do({ do: 'add-user', user: 'guest' });
  simulation.runTo(16_000);
  return unshared(simulation.state) as ClusterState;
}

describe('every field of the state is in its hash', () => {
  it('so that any change of any of them gives another hash', () => {
    const state = fullState();
    expect(state.nodes.some((node) => node.inbound.length > 0)).toBe(true);
    expect(state.nodes.some((node) => node.heard !== null)).toBe(true);
    expect(state.temporaryPresence).toHaveLength(1);
    const before = hash(state);
    const seen = new Map<string, string>();
    for (const { path, mutate } of leaves(state, 'state')) {
      const restore = mutate();
      const now = hash(state);
      restore();
      expect(now, `${path} is not in the hash`).not.toBe(before);
      expect(seen.get(now), `${path} changes the hash as another field does`).toBeUndefined();
      seen.set(now, path);
    }
    expect(hash(state)).toBe(before);
    expect(seen.size).toBeGreaterThan(700);
  });

  it.each([
    ['a node', (state: ClusterState) => state.nodes.pop()],
    ['a group', (state: ClusterState) => state.groups.pop()],
    [
      'a keep-alive on its way',
      (state: ClusterState) => state.nodes.find((node) => node.inbound.length > 0)!.inbound.pop(),
    ],
    ['a presence subscription', (state: ClusterState) => state.temporaryPresence.pop()],
    ['a name', (state: ClusterState) => Reflect.deleteProperty(state.users.addedNames, '40')],
    ['what was heard', (state: ClusterState) => (state.nodes.find((node) => node.heard)!.heard = null)],
  ])('%s that is taken away gives another hash', (_, take) => {
    const state = fullState();
    const before = hash(state);
    take(state);
    expect(hash(state)).not.toBe(before);
  });
});
