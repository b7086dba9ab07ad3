import { describe, expect, it } from 'vitest';
import type { StepAt } from '../../src/course/exercise';
import { careUntil, costOf } from '../../src/course/shift/caretaker';
import { checkShift } from '../../src/course/shift/played';
import { movesOffered, shiftReport, type Decision, type ShiftReport } from '../../src/course/shift/report';
import { scenarioWith, shiftOf, type Shift } from '../../src/course/shift/scenario';
import { checkStep, Run, type Step, type Walk } from '../../src/engine';
import { stageSteps } from '../../src/lib/stage/actions';

function walkOf(scenario: unknown, timeMs = 0): Walk {
  const loaded = Run.load(scenario);
  if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
  return loaded.run.walkFrom({ timeMs, eventCount: timeMs === 0 ? 0 : Infinity });
}

function reportOf({ scenario }: Pick<Shift, 'scenario'>, steps: readonly StepAt[]): ShiftReport {
  const checked = checkShift({ scenario, steps });
  if (!checked.ok) throw new Error(checked.faults.join('\n'));
  const work = shiftReport(checked.shift);
  let slice = work.next();
  while (!slice.done) slice = work.next();
  return slice.value;
}

/** A shift with the given faults only. */
function shiftWith(difficulty: 'calm' | 'rough', steps: readonly StepAt[]): Shift {
  const shift = shiftOf(1, difficulty);
  return { ...shift, scenario: { ...shift.scenario, steps } };
}

const stopProxy = { do: 'stop-service', node: 'imp1', service: 'Cisco SIP Proxy' };
const startProxy = { ...stopProxy, do: 'start-service' };
const secondsOf = ({ atMs, untilMs }: Decision) => [atMs / 1000, untilMs / 1000];

describe('a decision in a shift', { timeout: 60_000 }, () => {
  it('is compared with the same rest for all: until the next one about the group, two minutes at most', () => {
    const shift = shiftWith('rough', [
      { at: 100, ...stopProxy },
      { at: 110, do: 'stop-database', node: 'imp3' },
    ]);
    const { decisions } = reportOf(shift, [
      { at: 125, ...startProxy },
      { at: 140, do: 'start-database', node: 'imp3' },
      { at: 165, do: 'restart-srm', node: 'imp2' },
      { at: 168, do: 'restart-srm', node: 'imp1' },
    ]);
    expect(decisions.map(secondsOf)).toEqual([
      [125, 165],
      [140, 260],
      [165, 175],
      [168, 288],
    ]);
  });

  it('has what was done about the other group meanwhile in all that is compared', () => {
    const faults = [
      { at: 100, ...stopProxy },
      { at: 101, do: 'cut-link', group: 'group2' },
    ];
    const about = { at: 122, do: 'restore-link', group: 'group2' };
    const { decisions } = reportOf(shiftWith('rough', faults), [about]);
    const [left] = decisions;
    expect(left).toMatchObject({ atMs: 120_000, step: null, fault: stopProxy });
    // To restore the link at once is no better, though a split brain costs more than a failover: it was restored.
    expect(left?.better?.step).toEqual(startProxy);
  });

  it('is none where a step was refused or changed nothing, nor where a fault did', () => {
    const faults = [
      { at: 100, do: 'power-off', node: 'imp1' },
      { at: 400, do: 'stop-srm', node: 'imp1' },
    ];
    const made = [
      { at: 110, do: 'start-srm', node: 'imp1' },
      { at: 115, do: 'restore-link', group: 'group1' },
      { at: 130, do: 'power-on', node: 'imp1' },
    ];
    const { decisions } = reportOf(shiftWith('calm', faults.slice(0, 1)), made);
    expect(decisions.map(({ step }) => step)).toEqual([{ do: 'power-on', node: 'imp1' }]);
    const { decisions: unmended } = reportOf(shiftWith('calm', faults), made.slice(0, 2));
    expect(unmended.map(({ atMs, fault }) => [atMs, fault?.do])).toEqual([[120_000, 'power-off']]);
  });

  it('to let a fault wait is told though the other group was looked after', () => {
    const faults = [
      { at: 100, ...stopProxy },
      { at: 101, do: 'stop-database', node: 'imp3' },
    ];
    const made = [{ at: 110, do: 'start-database', node: 'imp3' }];
    const { decisions } = reportOf(shiftWith('rough', faults), made);
    expect(decisions.map(({ step, fault }) => [step?.do, fault?.do])).toEqual([
      ['start-database', undefined],
      [undefined, 'stop-service'],
    ]);
  });

  it('that spares the users something is set against doing nothing', () => {
    const [decision] = reportOf(shiftWith('calm', [{ at: 100, ...stopProxy }]), [
      { at: 110, ...startProxy },
    ]).decisions;
    expect(decision?.better).toBeNull();
    // Nothing done, imp1 fails over after 90 s, and its twelve users have to log in again.
    expect(decision!.nothing - decision!.userMinutes).toBeGreaterThan(12 * 2);
  });

  it('of which the better move is known by hand', () => {
    const cut = shiftWith('calm', [{ at: 100, do: 'cut-link', group: 'group1' }]);
    const mended = { do: 'restore-link', group: 'group1' };
    const decisions = reportOf(cut, [{ at: 120, do: 'restart-srm', node: 'imp2' }]).decisions;
    expect(decisions[0]?.better?.step).toEqual(mended);
    expect(reportOf(cut, [{ at: 120, ...mended }]).decisions[0]).toMatchObject({
      userMinutes: 0,
      better: null,
    });
    const off = shiftWith('calm', [{ at: 100, do: 'power-off', node: 'imp2' }]);
    const waited = reportOf(off, []).decisions[0];
    expect(waited?.better?.step).toEqual({ do: 'power-on', node: 'imp2' });
    // On a healthy cluster nothing is better than any harm.
    const harm = reportOf(shiftWith('calm', []), [{ at: 300, do: 'failover', node: 'imp1' }]);
    expect(harm).toMatchObject({ nobody: 0, caretaker: 0, decisions: [{ nothing: 0 }] });
    expect(harm.decisions[0]?.better).toEqual({ step: null, userMinutes: 0 });
  });

  it('comes after the faults of its instant, as when it was made', () => {
    const shift = shiftWith('calm', [{ at: 100, ...stopProxy }]);
    const [decision] = reportOf(shift, [{ at: 100, ...startProxy }]).decisions;
    expect(decision?.step).toEqual(startProxy);
    const made = { at: 100, ...startProxy };
    expect(scenarioWith(shift, [made]).steps).toEqual([{ at: 100, ...stopProxy }, made]);
    expect(decision!.nothing).toBeGreaterThan(decision!.userMinutes);
  });
});

/** What a move leads to, played anew from the beginning of the shift, in user-minutes from its instant on. */
function played(shift: Shift, before: readonly StepAt[], decision: Decision, move: Step | null): number {
  const { atMs, untilMs } = decision;
  const steps = move ? [...before, { ...move, at: atMs / 1000 }] : before;
  const walk = walkOf(scenarioWith(shift, steps), untilMs);
  const beforeMs = costOf(walkOf(scenarioWith(shift, before), atMs - 1), atMs);
  return (careUntil(walk, untilMs, (shift.scenario.until + 900) * 1000) - beforeMs) / 60_000;
}

describe('the figures of a report', { timeout: 120_000 }, () => {
  it('are those of runs that are played anew from the beginning, and no move that is offered costs less', () => {
    const shift = shiftOf(4, 'busy');
    const made: readonly StepAt[] = [
      { at: 130, do: 'start-service', node: 'imp2', service: 'Cisco Presence Engine' },
      { at: 190, do: 'restart', node: 'imp2' },
      { at: 480, do: 'fallback', node: 'imp2' },
      { at: 760, do: 'failover', node: 'imp1' },
      { at: 900, do: 'power-on', node: 'imp2' },
    ];
    const { decisions, userMinutes } = reportOf(shift, made);
    const endMs = shift.scenario.until * 1000;
    expect(userMinutes).toBeCloseTo(costOf(walkOf(scenarioWith(shift, made), endMs), endMs) / 60_000, 1);
    expect(decisions.length).toBeGreaterThan(4);
    for (const decision of decisions) {
      const before = made.filter(({ at }) => at * 1000 < decision.atMs);
      expect(played(shift, before, decision, decision.step)).toBeCloseTo(decision.userMinutes, 1);
      expect(played(shift, before, decision, null)).toBeCloseTo(decision.nothing, 1);
      const walk = walkOf(scenarioWith(shift, before), decision.atMs - 1);
      const offered = movesOffered(walk).map((move) => played(shift, before, decision, move));
      expect(offered).toHaveLength(decision.compared - 1);
      const cheapest = Math.min(decision.nothing, ...offered);
      if (decision.better) expect(decision.better.userMinutes).toBeCloseTo(cheapest, 1);
      else expect(cheapest).toBeGreaterThan(decision.userMinutes - 1.1);
    }
  });

  it('compare all that the stage offers, but for what only breaks things and what the users do themselves', () => {
    const ONLY_HARM = new Set([
      'break-service', 'crash-service', 'cut-link', 'isolate', 'drop-keep-alives', 'set-replication',
    ]); // prettier-ignore
    const isWorthTrying = (step: Step, walk: Walk): boolean => {
      if (ONLY_HARM.has(step.do) || (step.do === 'set-user-move-fault' && step.on)) return false;
      if (step.do !== 'dbreplication') return true;
      const { replication } = walk.state.nodes.find(({ name }) => name === step.node)!;
      return step.operation !== 'stop' && replication !== 2;
    };
    const compared = new Set<string>();
    for (const seed of [1, 2, 3]) {
      const { scenario } = shiftOf(seed, 'rough');
      const walk = walkOf(scenario);
      for (let ms = 30_000; ms < scenario.until * 1000; ms += 47_000) {
        while (walk.step(ms));
        const offered = stageSteps(walk.view()).flatMap((plain) => {
          const checked = checkStep(plain);
          return checked.ok && walk.verdictOn(checked.step) === null && isWorthTrying(checked.step, walk)
            ? [JSON.stringify(checked.step)]
            : [];
        });
        const moves = movesOffered(walk).map((move) => JSON.stringify(move));
        expect(new Set(moves)).toEqual(new Set(offered));
        for (const move of movesOffered(walk)) compared.add(move.do);
      }
    }
    for (const kind of ['mend-service', 'fallback', 'rejoin', 'restore-link', 'power-on', 'recover'])
      expect(compared).toContain(kind);
  });

  it('are all there, however many', () => {
    const shift = shiftOf(2, 'calm');
    const lateS = shift.scenario.until - 100;
    const steps = Array.from({ length: 90 }, (_, index) => ({
      at: lateS + index,
      do: index % 2 ? 'start-database' : 'stop-database',
      node: 'imp1',
    }));
    const made = reportOf(shift, steps).decisions.filter(({ step }) => step !== null);
    expect(made).toHaveLength(90);
  });
});
