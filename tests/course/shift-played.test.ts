import { describe, expect, it } from 'vitest';
import type { StepAt } from '../../src/course/exercise';
import { movesIn, repertoireFor } from '../../src/course/search/moves';
import { DIFFICULTIES, scenarioWith, shiftOf } from '../../src/course/shift/scenario';
import { ENGINE_VERSION, Run, type RunOptions } from '../../src/engine';
import { Host } from '../../src/worker/host';
import type { FromWorker, JournalEntry } from '../../src/worker/protocol';

const EVERYTHING = repertoireFor([], true);

function load(scenario: unknown, options?: RunOptions): Run {
  const loaded = Run.load(scenario, options);
  if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
  return loaded.run;
}

/** Whole numbers below a bound, always the same ones for a seed. */
function chance(seed: number): (below: number) => number {
  let at = seed * 7919 + 17;
  return (below) => {
    at = (at * 48_271) % 2_147_483_647;
    return at % below;
  };
}

/** Plays from an instant to another as a learner does who acts at random, and answers what was done. */
function playOn(run: Run, fromMs: number, toMs: number, draw: (below: number) => number): StepAt[] {
  const made: StepAt[] = [];
  for (let ms = fromMs + draw(60_000); ms < toMs; ms += draw(60_000)) {
    ms = run.viewAt({ timeMs: ms }).timeMs;
    const moves = movesIn(run.walkFrom({ timeMs: ms, eventCount: Infinity }).state, EVERYTHING);
    const { do: kind, ...fields } = moves[draw(moves.length)]!;
    const outcome = run.act(ms, { do: kind, ...fields }, 'mouse');
    if (!outcome.accepted) continue;
    expect(outcome.forked).toBe(false);
    made.push({ at: outcome.atMs / 1000, do: kind, via: 'mouse', ...fields });
    ms = outcome.atMs;
  }
  return made;
}

/** The real host over the real engine: answers a list of requests, and what was journalled. */
function hosted(requests: readonly (readonly [name: string, input: object])[]) {
  const said: FromWorker[] = [];
  const tasks: (() => void)[] = [];
  const host = new Host({
    engine: { engineVersion: ENGINE_VERSION, load: (scenario, options) => Run.load(scenario, options) },
    post: (message) => said.push(structuredClone(message)),
    soon: (task) => tasks.push(task),
    nowMs: () => performance.now(),
  });
  for (const [id, [name, input]] of requests.entries()) host.hear(structuredClone({ id, name, input }));
  for (let task = tasks.shift(); task; task = tasks.shift()) task();
  const entries = said.flatMap((it): JournalEntry[] =>
    'push' in it && it.push === 'journal' ? [it.entry] : [],
  );
  return { entries, last: said.findLast((it) => !('push' in it) && it.id === requests.length - 1) };
}

it('is made again as it was where its worker was lost', () => {
  const { scenario } = shiftOf(3, 'busy');
  const load = { scenario, keepsLaterSteps: true };
  const step = { do: 'restore-link', group: 'group1', via: 'mouse' };
  const ask = [['export', { atMs: scenario.until * 1000 }]] as const;
  const first = hosted([
    ['load', load],
    ['view', { timeMs: 100_000 }],
    ['act', { atMs: 100_000, step }],
    ['view', { timeMs: 300_000 }],
    ['act', { atMs: 300_000, step: { do: 'restart', node: 'imp2', via: 'page' } }],
    ...ask,
  ]);
  expect(first.entries).toHaveLength(2);
  const hash = expect.any(String) as string;
  expect(first.last).toMatchObject({ result: { hash, scenario: { steps: { length: 8 } } } });
  expect(hosted([['restore', { ...load, entries: first.entries }], ...ask]).last).toEqual({
    ...first.last,
    id: 1,
  });
});

describe.each(DIFFICULTIES)('a %s shift that is played', (difficulty) => {
  it.each([1, 2, 3, 4])('is the run of its faults and of what was done, to the bit (seed %i)', (seed) => {
    const shift = shiftOf(seed, difficulty);
    const endMs = shift.scenario.until * 1000;
    const run = load(shift.scenario, { keepsLaterSteps: true });
    const made = playOn(run, 0, endMs, chance(seed));
    expect(made.length).toBeGreaterThan(5);
    expect(run.branches()).toHaveLength(1);
    expect(run.steps).toHaveLength(made.length + shift.scenario.steps.length);
    const { hash, scenario } = run.export(endMs);
    expect(load(JSON.parse(JSON.stringify(scenario))).hashAt(endMs)).toBe(hash);
    expect(load(scenarioWith(shift, made)).hashAt(endMs)).toBe(hash);
    expect(run.violations()).toEqual([]);
  });

  it('goes on where it was left, as if it had not been left', () => {
    const shift = shiftOf(5, difficulty);
    const endMs = shift.scenario.until * 1000;
    const leftMs = endMs / 2;
    const draw = chance(5);
    const run = load(shift.scenario, { keepsLaterSteps: true });
    const before = playOn(run, 0, leftMs, draw);
    run.viewAt({ timeMs: leftMs });
    const again = load(scenarioWith(shift, before), { keepsLaterSteps: true });
    expect(again.viewAt({ timeMs: leftMs })).toEqual(run.viewAt({ timeMs: leftMs }));
    const seed = draw(1_000);
    const after = playOn(run, leftMs, endMs, chance(seed));
    expect(playOn(again, leftMs, endMs, chance(seed))).toEqual(after);
    expect(again.hashAt(endMs)).toBe(run.hashAt(endMs));
    expect(again.steps).toEqual(run.steps);
  });
});
