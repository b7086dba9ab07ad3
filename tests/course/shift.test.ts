import { describe, expect, it } from 'vitest';
import type { StepAt } from '../../src/course/exercise';
import { careUntil, costOf, LOOK_AGAIN_MS } from '../../src/course/shift/caretaker';
import { checkShift } from '../../src/course/shift/played';
import { shiftReport, type PlayedShift, type ShiftReport } from '../../src/course/shift/report';
import { DIFFICULTIES, shiftOf } from '../../src/course/shift/scenario';
import { checkScenario, Run, type Walk } from '../../src/engine';

const SEEDS = Array.from({ length: 25 }, (_, seed) => seed);

function walkOf(scenario: unknown): Walk {
  const loaded = Run.load(scenario);
  if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
  return loaded.run.walkFrom({ timeMs: 0, eventCount: 0 });
}

function reportOf(played: PlayedShift): { report: ShiftReport; slices: number } {
  const checked = checkShift(played);
  if (!checked.ok) throw new Error(checked.faults.join('\n'));
  const work = shiftReport(checked.shift);
  for (let slices = 0; ; slices++) {
    const { done, value } = work.next();
    if (done) return { report: value, slices };
  }
}

/** Group of a fault: its nodes are imp1 and imp2, or imp3 and imp4. */
function groupOf({ group, node }: StepAt): string {
  if (typeof group === 'string') return group;
  return node === 'imp1' || node === 'imp2' ? 'group1' : 'group2';
}

describe.each(DIFFICULTIES)('a %s shift', (difficulty) => {
  it('is the same for the same seed, and another for another', () => {
    expect(shiftOf(7, difficulty)).toEqual(shiftOf(7, difficulty));
    const all = SEEDS.map((seed) => JSON.stringify(shiftOf(seed, difficulty).scenario.steps));
    expect(new Set(all).size).toBe(SEEDS.length);
  });

  it('is a scenario that can be played, with users enough for cost to mean something', () => {
    for (const seed of SEEDS) {
      const checked = checkScenario(shiftOf(seed, difficulty).scenario);
      expect(checked.ok && checked.scenario.users).toBeGreaterThanOrEqual(24);
    }
  });

  it('leaves time between two faults of a group, before the first and after the last', () => {
    for (const seed of SEEDS) {
      const { steps, until } = shiftOf(seed, difficulty).scenario;
      for (const group of new Set(steps.map(groupOf))) {
        const times = steps.filter((step) => groupOf(step) === group).map(({ at }) => at);
        expect(times[0]).toBeGreaterThanOrEqual(60);
        expect(until - times.at(-1)!).toBeGreaterThanOrEqual(180);
        times.slice(1).forEach((at, index) => expect(at - times[index]!).toBeGreaterThanOrEqual(260));
      }
    }
  });

  it('can be kept alive: with care no pair ever fails, and everybody comes home', () => {
    for (const seed of SEEDS) {
      const { scenario } = shiftOf(seed, difficulty);
      const walk = walkOf(scenario);
      const overMs = scenario.until * 1000 + 900_000;
      for (let ms = 0; ms < overMs; ms += 10 * LOOK_AGAIN_MS) {
        careUntil(walk, ms + LOOK_AGAIN_MS, ms + 10 * LOOK_AGAIN_MS);
        const failed = walk.state.nodes.filter(({ state }) => state === 'running-in-failed-mode');
        expect(failed.map(({ name }) => `${seed}: ${name} at ${ms}`)).toEqual([]);
      }
      expect(walk.state.nodes.map(({ shownState }) => `${seed}: ${shownState}`)).toEqual(
        walk.state.nodes.map(() => `${seed}: normal`),
      );
      expect(walk.state.users.waiting).toBe(0);
    }
  });

  it('costs its users more when nobody cares', () => {
    const costs = SEEDS.map((seed) => {
      const { scenario } = shiftOf(seed, difficulty);
      const untilMs = scenario.until * 1000;
      const nobody = walkOf(scenario);
      while (nobody.step(untilMs));
      return [costOf(nobody, untilMs), careUntil(walkOf(scenario), LOOK_AGAIN_MS, untilMs)] as const;
    });
    const sum = (place: 0 | 1) => costs.reduce((total, cost) => total + cost[place], 0);
    expect(sum(0)).toBeGreaterThan(1.5 * sum(1));
  });
});

describe('the caretaker', () => {
  it('leaves nobody in Failed Mode where users could not be moved', () => {
    const { scenario } = shiftOf(1, 'calm');
    const steps = [
      { at: 60, do: 'set-user-move-fault', node: 'imp2', on: true },
      { at: 100, do: 'failover', node: 'imp1' },
    ];
    const walk = walkOf({ ...scenario, steps });
    while (walk.step(300_000));
    expect(walk.state.nodes.map(({ shownState }) => shownState)).toContain('running-in-failed-mode');
    careUntil(walk, 310_000, 3_000_000);
    expect(walk.state.nodes.map(({ shownState }) => shownState)).toEqual(['normal', 'normal']);
  });

  it('does not play on what costs more than is asked for', () => {
    const { scenario } = shiftOf(1, 'calm');
    const untilMs = scenario.until * 1000;
    const costMs = careUntil(walkOf(scenario), LOOK_AGAIN_MS, untilMs);
    expect(careUntil(walkOf(scenario), LOOK_AGAIN_MS, untilMs, costMs)).toBe(costMs);
    expect(careUntil(walkOf(scenario), LOOK_AGAIN_MS, untilMs, costMs - 1)).toBe(Infinity);
    const nobody = walkOf(scenario);
    while (nobody.step(untilMs));
    const allMs = costOf(nobody, untilMs);
    expect(careUntil(walkOf(scenario), untilMs, untilMs, allMs - 1)).toBe(Infinity);
    const short = walkOf(scenario);
    careUntil(short, LOOK_AGAIN_MS, untilMs, 0);
    expect(short.state.timeMs).toBeLessThan(untilMs / 2);
  });
});

/** A shift with one fault: a service of imp1 stops. */
const ONE_FAULT = {
  ...shiftOf(1, 'calm').scenario,
  steps: [{ at: 100, do: 'stop-service', node: 'imp1', service: 'Cisco SIP Proxy' }],
};

describe('the report of a shift', { timeout: 60_000 }, () => {
  it('finds nothing better than to start the service at once', () => {
    const start = { at: 110, do: 'start-service', node: 'imp1', service: 'Cisco SIP Proxy' };
    const { report } = reportOf({ scenario: ONE_FAULT, steps: [start] });
    expect(report.decisions.map(({ atMs, better }) => [atMs, better])).toEqual([[110_000, null]]);
    expect(report.userMinutes).toBeLessThanOrEqual(report.caretaker + 5);
  });

  it('says of a harmful move what it cost, and what would have been better', () => {
    const { report } = reportOf({ scenario: ONE_FAULT, steps: [{ at: 110, do: 'power-off', node: 'imp2' }] });
    const [decision] = report.decisions;
    expect(decision?.step).toEqual({ do: 'power-off', node: 'imp2' });
    expect(decision?.better?.step).toEqual({ do: 'start-service', node: 'imp1', service: 'Cisco SIP Proxy' });
    expect(decision!.userMinutes - decision!.better!.userMinutes).toBeGreaterThan(50);
    expect(decision!.userMinutes).toBeGreaterThan(decision!.nothing);
    expect(decision!.compared).toBeGreaterThan(15);
  });

  it('says of a fault that was left waiting what that cost', () => {
    const { report } = reportOf({ scenario: ONE_FAULT, steps: [] });
    expect(report.decisions).toHaveLength(1);
    const [decision] = report.decisions;
    expect(decision).toMatchObject({ atMs: 120_000, step: null, untilMs: 420_000 });
    expect(decision?.better?.step).toMatchObject({ do: 'start-service', node: 'imp1' });
    expect(decision!.userMinutes).toBeGreaterThan(decision!.better!.userMinutes + 10);
    expect(report.userMinutes).toBe(report.nobody);
  });

  it('plays all moves with the faults that are still to come', () => {
    const later = { at: 600, do: 'power-off', node: 'imp2' };
    const steps = [{ at: 110, do: 'start-service', node: 'imp1', service: 'Cisco SIP Proxy' }];
    const alone = reportOf({ scenario: ONE_FAULT, steps }).report.decisions[0]!;
    const scenario = { ...ONE_FAULT, steps: [...ONE_FAULT.steps, later] };
    const both = reportOf({ scenario, steps }).report.decisions[0]!;
    expect(both.userMinutes).toBeGreaterThan(alone.userMinutes + 10);
    expect(both.nothing).toBeGreaterThan(alone.nothing + 10);
  });

  it('looks at steps of one instant in their order', () => {
    const steps = [
      { at: 110, do: 'stop-database', node: 'imp2' },
      { at: 110, do: 'start-database', node: 'imp2' },
    ];
    const { report } = reportOf({ scenario: ONE_FAULT, steps });
    expect(report.decisions.map(({ step }) => step?.do)).toEqual(['stop-database', 'start-database']);
    expect(report.decisions[1]!.nothing).toBeGreaterThanOrEqual(report.decisions[1]!.userMinutes);
  });

  it('comes in slices, and is the same again', () => {
    const { scenario } = shiftOf(3, 'calm');
    const steps = [{ at: 200, do: 'restart', node: 'imp1' }];
    const first = reportOf({ scenario, steps });
    // Between two of them one move is played to the end.
    const runs = first.report.decisions.reduce((total, { compared }) => total + 1 + compared, 0);
    expect(first.slices).toBe(runs);
    expect(reportOf({ scenario, steps }).report).toEqual(first.report);
    expect(first.report.decisions.map(({ atMs }) => atMs)).toEqual(
      first.report.decisions.map(({ atMs }) => atMs).sort((one, other) => one - other),
    );
  });

  it('comes nearer to its end with every slice', () => {
    const checked = checkShift({ scenario: shiftOf(3, 'calm').scenario, steps: [] });
    if (!checked.ok) throw new Error(checked.faults.join('\n'));
    const work = shiftReport(checked.shift);
    const shares: number[] = [];
    for (let slice = work.next(); !slice.done; slice = work.next()) shares.push(slice.value);
    expect(shares).toEqual([...shares].sort((one, other) => one - other));
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBeGreaterThan(0.6);
    expect(shares.at(-1)).toBeLessThan(1);
  });

  it.each([
    ['no shift', null, 'shift: '],
    ['a scenario that is none', { scenario: {}, steps: [] }, 'format: '],
    ['no list of steps', { scenario: ONE_FAULT, steps: 'many' }, 'steps: '],
    ['a step without an instant', { scenario: ONE_FAULT, steps: [{ do: 'failover' }] }, 'steps.0.at: '],
    ['a step that there is not', { scenario: ONE_FAULT, steps: [{ at: 1, do: 'dance' }] }, 'steps.0.do: '],
    [
      'steps that go back in time',
      { scenario: ONE_FAULT, steps: [9, 8].map((at) => ({ at, do: 'restart', node: 'imp1' })) },
      'steps: a step comes before the one above it',
    ],
  ])('refuses %s by saying what is wrong', (_, played, fault) => {
    const checked = checkShift(played);
    expect(checked.ok ? [] : checked.faults).toContainEqual(expect.stringContaining(fault));
  });
});
