import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeEngine, type FakeRun } from '../../tests/fixtures/lab/fake-engine';
import { Host } from './host';
import { PROTOCOL_VERSION, type FromWorker } from './protocol';

const HOUR_MS = 3_600_000;

let said: FromWorker[];
let tasks: (() => void)[];
let clockMs: number;
let run: FakeRun;
let host: Host;

/** Lets the host work until it has nothing to do, or for a number of turns. */
function turn(turns = Infinity) {
  for (let i = 0; i < turns; i += 1) {
    const task = tasks.shift();
    if (!task) return;
    task();
  }
}

const settlements = (id: number) => said.filter((message) => !('push' in message) && message.id === id);

beforeEach(() => {
  said = [];
  tasks = [];
  clockMs = 0;
  host = new Host({
    engine: fakeEngine((loaded) => (run = loaded)),
    post: (message) => said.push(message),
    soon: (task) => tasks.push(task),
    // Every look at the clock finds a millisecond gone.
    nowMs: () => (clockMs += 1),
  });
  host.start();
  host.hear({ id: 1, name: 'load', input: { scenario: { title: 'a run' } } });
  turn();
});

describe('the host', () => {
  it('says its versions before anything else', () => {
    expect(said[0]).toEqual({ push: 'ready', version: PROTOCOL_VERSION, engineVersion: 'fake' });
  });

  it('refuses a malformed scenario line by line and keeps the run it has', () => {
    host.hear({ id: 2, name: 'load', input: { scenario: {} } });
    turn();
    expect(settlements(2)).toEqual([{ id: 2, refusal: ['title: must be text'] }]);
    host.hear({ id: 3, name: 'view', input: { timeMs: 0 } });
    turn();
    expect(settlements(3)[0]).toHaveProperty('result.view.timeMs', 0);
  });

  it.each([
    ['no object', 'hello', null],
    ['no id', { name: 'view', input: { timeMs: 0 } }, null],
    ['an unknown name', { id: 9, name: 'sing', input: {} }, /no request named "sing"/],
    ['an inherited name', { id: 9, name: 'toString', input: {} }, /no request named/],
    ['no input', { id: 9, name: 'view' }, /view/],
    ['a fraction of a millisecond', { id: 9, name: 'view', input: { timeMs: 0.5 } }, /view/],
    ['a negative instant', { id: 9, name: 'advance', input: { toMs: -1 } }, /advance: toMs/],
    ['an instant beyond all bounds', { id: 9, name: 'advance', input: { toMs: 1e15 } }, /advance: toMs/],
    ['a step without a verb', { id: 9, name: 'act', input: { atMs: 0, step: {} } }, /act: step\.do/],
  ])('answers a message with %s with an error, if it can tell whose', (_, message, error) => {
    const before = said.length;
    host.hear(message);
    turn();
    expect(said.slice(before)).toEqual(
      error ? [{ id: 9, error: expect.stringMatching(error) as string }] : [],
    );
  });

  it('works in slices, tells how far it is, and hears a cancellation between two of them', () => {
    host.hear({ id: 2, name: 'advance', input: { toMs: 1e9 * 10 } });
    turn(100);
    expect(settlements(2)).toEqual([]);
    expect(said.some((message) => 'push' in message && message.push === 'progress' && message.id === 2)).toBe(
      true,
    );
    host.hear({ cancel: 2 });
    turn();
    expect(settlements(2)).toEqual([{ id: 2, refusal: ['it was cancelled'] }]);
    expect(run.computedToMs).toBeLessThan(1e10);
  });

  it('answers a ping and a quick request while a long one is under way', () => {
    host.hear({ id: 2, name: 'advance', input: { toMs: 1e10 } });
    turn(3);
    host.hear({ id: 3, name: 'ping', input: {} });
    host.hear({ id: 4, name: 'offers', input: { timeMs: 0, steps: [{ do: 'recover' }] } });
    turn(1);
    expect(settlements(3)).toHaveLength(1);
    expect(settlements(4)).toHaveLength(1);
    expect(settlements(2)).toEqual([]);
  });

  it('calls long work off when the run is changed under it', () => {
    host.hear({ id: 2, name: 'advance', input: { toMs: 1e10 } });
    turn(3);
    host.hear({ id: 3, name: 'act', input: { atMs: 5_000, step: { do: 'recover' } } });
    turn();
    expect(settlements(2)).toEqual([{ id: 2, refusal: ['the run was changed meanwhile'] }]);
    expect(settlements(3)).toHaveLength(1);
  });

  it('settles all but the newest of the live views as refused', () => {
    for (const id of [2, 3, 4]) host.hear({ id, name: 'view', input: { timeMs: id * 1000, live: true } });
    turn();
    expect([2, 3, 4].map((id) => Object.keys(settlements(id)[0] ?? {})[1])).toEqual([
      'refusal',
      'refusal',
      'result',
    ]);
  });

  it('stops a view at the first message on its way', () => {
    const stop = { at: 'message', from: { timeMs: 1000, eventCount: 2 } };
    host.hear({ id: 2, name: 'view', input: { timeMs: 14_999, stop } });
    host.hear({ id: 3, name: 'view', input: { timeMs: 80_000, stop } });
    turn();
    expect(settlements(2)[0]).toMatchObject({ result: { stopped: false, view: { timeMs: 14_999 } } });
    expect(settlements(3)[0]).toMatchObject({ result: { stopped: true, view: { timeMs: 15_000 } } });
  });

  it('journals a step with how far the branch was watched, just before it settles', () => {
    host.hear({ id: 2, name: 'view', input: { timeMs: 30_000 } });
    host.hear({ id: 3, name: 'act', input: { atMs: 20_000, step: { do: 'recover', via: 'page' } } });
    turn();
    expect(said.at(-2)).toEqual({
      push: 'journal',
      id: 3,
      entry: { kind: 'act', atMs: 20_000, step: { do: 'recover', via: 'page' }, watchedMs: 30_000 },
    });
    expect(said.at(-1)).toMatchObject({ id: 3, result: { forked: true, branch: 1 } });
    expect(run.acts).toEqual([{ atMs: 20_000, step: { do: 'recover' } }]);
  });

  it('makes a lost run again with all its branches from the journal', () => {
    const entries = [
      { kind: 'act', atMs: 10_000, step: { do: 'failover', node: 'imp1' }, watchedMs: 60_000 },
      { kind: 'branch', id: 0 },
    ];
    host.hear({ id: 2, name: 'restore', input: { scenario: { title: 'again' }, entries } });
    turn();
    expect(settlements(2)[0]).toMatchObject({ result: { title: 'again', branch: 0 } });
    expect(settlements(2)[0]).toHaveProperty('result.branches.length', 2);
  });

  it('loads a run, and makes it again, with the options that are asked for', () => {
    const load = vi.fn(fakeEngine().load);
    const asking = new Host({
      engine: { engineVersion: 'fake', load },
      post: (message) => said.push(message),
      soon: (task) => tasks.push(task),
      nowMs: () => (clockMs += 1),
    });
    const scenario = { title: 'a run' };
    asking.hear({ id: 2, name: 'load', input: { scenario } });
    asking.hear({ id: 3, name: 'load', input: { scenario, keepsLaterSteps: true } });
    asking.hear({ id: 4, name: 'restore', input: { scenario, keepsLaterSteps: true, entries: [] } });
    asking.hear({ id: 5, name: 'load', input: { scenario, keepsLaterSteps: 'yes' } });
    turn();
    expect(load.mock.calls.map(([, options]) => options)).toEqual([
      {},
      { keepsLaterSteps: true },
      { keepsLaterSteps: true },
    ]);
    expect(settlements(5)).toEqual([{ id: 5, error: expect.stringContaining('keepsLaterSteps') as string }]);
  });

  it('passes on why the cluster refuses a step', () => {
    host.hear({ id: 2, name: 'act', input: { atMs: 0, step: { do: 'refuse-me' } } });
    turn();
    expect(settlements(2)).toEqual([{ id: 2, refusal: ['not offered now'] }]);
  });

  it('settles a request over which the engine stumbles as an error and goes on', () => {
    host.hear({ id: 2, name: 'act', input: { atMs: 0, step: { do: 'throw' } } });
    host.hear({ id: 3, name: 'view', input: { timeMs: 0 } });
    turn();
    expect(settlements(2)).toEqual([{ id: 2, error: 'the engine stumbled' }]);
    expect(settlements(3)[0]).toHaveProperty('result');
  });

  it('finds nothing within the limit and says so', () => {
    host.hear({
      id: 2,
      name: 'find',
      input: { what: 'change', direction: 'next', from: { timeMs: 0, eventCount: 0 }, limitMs: HOUR_MS },
    });
    turn();
    expect(settlements(2)).toEqual([{ id: 2, result: { position: null } }]);
    expect(run.computedToMs).toBe(HOUR_MS);
  });

  it('refuses a branch that there is not', () => {
    host.hear({ id: 2, name: 'branch', input: { id: 7 } });
    turn();
    expect(settlements(2)).toEqual([{ id: 2, refusal: ['there is no branch 7'] }]);
  });

  it('refuses everything but loading while no run is loaded', () => {
    said = [];
    const empty = new Host({
      engine: fakeEngine(),
      post: (message) => said.push(message),
      soon: (task) => tasks.push(task),
      nowMs: () => (clockMs += 1),
    });
    empty.hear({ id: 1, name: 'edges', input: { untilMs: 0 } });
    turn();
    expect(said).toEqual([{ id: 1, refusal: ['no run is loaded yet'] }]);
  });
});
