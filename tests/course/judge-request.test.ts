import { beforeEach, describe, expect, it } from 'vitest';
import type { Goal } from '../../src/course/goal';
import { ENGINE_VERSION, Run } from '../../src/engine';
import { Host } from '../../src/worker/host';
import type { FromWorker, Requests } from '../../src/worker/protocol';
import { judgeRun, runOf } from './judging';

const pair = {
  format: 'presence-redundancy-scenario',
  version: 1,
  cluster: { nodes: [{ name: 'imp1' }, { name: 'imp2' }], users: 24 },
};
const stopRouter = { do: 'stop-service', node: 'imp1', service: 'Cisco XCP Router' } as const;
const goals: Goal[] = [{ node: 'imp2', is: { state: 'taking-over' } }];
const START = { timeMs: 0, eventCount: 0 };

let heard: FromWorker[];
let tasks: (() => void)[];
let nowMs: number;
let host: Host;
let nextId: number;

function send(name: string, input: unknown): number {
  const id = nextId++;
  host.hear(structuredClone({ id, name, input }));
  return id;
}

/** Sends a request and waits until it has settled. */
function finish(name: string, input: unknown): number {
  const id = send(name, input);
  work();
  return id;
}

/** Works until nothing is left, at most so many slices. */
function work(slices = Infinity): void {
  for (let done = 0; done < slices && tasks.length > 0; done++) tasks.shift()!();
}

const settlementOf = (id: number) =>
  heard.find((message) => 'id' in message && message.id === id && !('push' in message));

function resultOf(id: number): Requests['judge']['out'] {
  work();
  const settled = settlementOf(id);
  if (!settled || !('result' in settled))
    throw new Error(`request ${id} settled as ${JSON.stringify(settled)}`);
  return settled.result as Requests['judge']['out'];
}

beforeEach(() => {
  heard = [];
  tasks = [];
  nowMs = 0;
  nextId = 1;
  host = new Host({
    engine: { engineVersion: ENGINE_VERSION, load: (scenario) => Run.load(scenario) },
    post: (message) => heard.push(structuredClone(message)),
    soon: (task) => tasks.push(task),
    // Every look at the clock takes a moment, so that long work comes in many slices.
    nowMs: () => (nowMs += 2),
  });
});

describe('the request judge', () => {
  it('answers a judgement a goal, the same as a judge of the run itself', () => {
    finish('load', { scenario: pair });
    finish('act', { atMs: 31_000, step: stopRouter });
    const id = send('judge', { goals: [...goals, ...goals], since: START, untilMs: 300_000, refused: [] });
    const scenario = { ...pair, steps: [{ at: 31, ...stopRouter }] };
    expect(resultOf(id).judgements).toEqual(judgeRun(runOf(scenario), [...goals, ...goals], 300));
  });

  it('hears of steps that were refused', () => {
    finish('load', { scenario: pair });
    const refused = [{ atMs: 5_000, step: { do: 'fallback', node: 'imp1', via: 'terminal' } }];
    const wanted: Goal[] = [{ step: { do: 'fallback' }, outcome: 'refused', via: 'terminal' }];
    const id = send('judge', { goals: wanted, since: START, untilMs: 6_000, refused });
    expect(resultOf(id).judgements[0]?.firstMetMs).toBe(5_000);
  });

  it('judges the branch that is gone on with', () => {
    finish('load', { scenario: pair });
    finish('act', { atMs: 31_000, step: stopRouter });
    finish('view', { timeMs: 300_000 });
    const first = send('judge', { goals, since: START, untilMs: 300_000, refused: [] });
    expect(resultOf(first).judgements[0]?.firstMetMs).toBe(121_020);
    finish('act', { atMs: 60_000, step: { do: 'start-service', node: 'imp1', service: 'Cisco XCP Router' } });
    const second = send('judge', { goals, since: START, untilMs: 300_000, refused: [] });
    expect(resultOf(second).judgements[0]?.firstMetMs).toBeNull();
    finish('branch', { id: 0 });
    const third = send('judge', { goals, since: START, untilMs: 300_000, refused: [] });
    expect(resultOf(third).judgements[0]?.firstMetMs).toBe(121_020);
  });

  it('is done in slices, behind what is quick, and is called off by a change of the run', () => {
    finish('load', { scenario: pair });
    const id = send('judge', { goals, since: START, untilMs: 5_000_000_000, refused: [] });
    work(3);
    expect(settlementOf(id)).toBeUndefined();
    const quick = send('view', { timeMs: 1_000 });
    work(3);
    expect(settlementOf(quick)).toMatchObject({ result: { stopped: false } });
    expect(settlementOf(id)).toBeUndefined();
    const act = send('act', { atMs: 1_000, step: stopRouter });
    work(3);
    expect(settlementOf(act)).toMatchObject({ result: { forked: false } });
    expect(settlementOf(id)).toMatchObject({ refusal: [expect.stringContaining('changed')] });
  });

  it.each([
    [
      'a goal that is none',
      { goals: [{ node: 'imp1' }], since: START, untilMs: 1, refused: [] },
      /^judge: goals\.0/,
    ],
    [
      'a goal with a field too many',
      { goals: [{ ...goals[0], was: 1 }], since: START, untilMs: 1, refused: [] },
      /^judge: goals\.0\.was/,
    ],
    ['no beginning', { goals, untilMs: 1, refused: [] }, /^judge: since/],
    ['an instant that is none', { goals, since: START, untilMs: -1, refused: [] }, /^judge: untilMs/],
    [
      'a refusal without a step',
      { goals, since: START, untilMs: 1, refused: [{ atMs: 1 }] },
      /^judge: refused\.0\.step/,
    ],
  ])('is an error with %s', (_, input, what) => {
    finish('load', { scenario: pair });
    const id = send('judge', input);
    work();
    expect(settlementOf(id)).toMatchObject({ error: expect.stringMatching(what) as string });
  });

  it('is refused before a run is loaded', () => {
    const id = send('judge', { goals, since: START, untilMs: 1, refused: [] });
    work();
    expect(settlementOf(id)).toMatchObject({ refusal: ['no run is loaded yet'] });
  });
});
