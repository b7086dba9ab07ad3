import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeEngine } from '../../../tests/fixtures/lab/fake-engine';
import type { WorkerLike } from '../../worker/client';
import { Host } from '../../worker/host';
import { Lab } from './lab.svelte';
import { pauseWhileHidden } from './opening';

/** The real host over the fake engine, in the page's own thread. */
class NearWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  onmessageerror: WorkerLike['onmessageerror'] = null;
  #ended = false;
  readonly #host = new Host({
    engine: fakeEngine(),
    post: (message) => setTimeout(() => !this.#ended && this.onmessage?.({ data: message } as MessageEvent)),
    soon: (task) => setTimeout(task),
    nowMs: () => performance.now(),
  });

  constructor() {
    this.#host.start();
  }

  postMessage(message: unknown) {
    if (!this.#ended) this.#host.hear(structuredClone(message));
  }

  terminate() {
    this.#ended = true;
  }
}

let workers: NearWorker[];
let lab: Lab;

const titles = () => lab.notices.list.map(({ title }) => title);

beforeEach(async () => {
  localStorage.clear();
  workers = [];
  lab = new Lab(() => {
    workers.push(new NearWorker());
    return workers.at(-1)!;
  });
  expect(await lab.load({ title: 'a run' })).toBeNull();
});

afterEach(() => lab.dispose());

describe('a run in which time only runs', () => {
  it('lets nobody go elsewhere, tells who is to know, and stays at its end', async () => {
    await lab.player.seek(20_000);
    const told = vi.fn();
    lab.player.onleap = told;
    lab.player.endMs = 31_000;
    await lab.player.seek(5_000);
    await lab.player.seekEvent({ timeMs: 15_000, eventCount: 1 });
    await lab.jump('event', 'next');
    await lab.jump('change', 'previous');
    expect(lab.player.playheadMs).toBe(20_000);
    expect(told).toHaveBeenCalledTimes(4);
    expect(titles()).toEqual([]);
    await lab.player.seek(20_000);
    expect(told).toHaveBeenCalledTimes(4);
    lab.player.speed = 1_000;
    lab.player.play();
    await vi.waitFor(() => expect(lab.player.playing).toBe(false));
    expect(lab.player.playheadMs).toBe(31_000);
  });

  it('shows what was computed also where a pause came first, so that what is done begins no branch', async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    lab.player.onleap = () => undefined;
    lab.player.speed = 100_000;
    lab.player.play();
    // The second frame asks for a view, and the pause comes before the answer.
    await frame();
    await frame();
    lab.player.pause();
    expect(lab.player.playheadMs).toBe(0);
    expect(await lab.act({ do: 'failover', node: 'imp1' })).toBe(true);
    expect(lab.player.playheadMs).toBeGreaterThan(1_000);
    expect(lab.summary?.branches).toHaveLength(1);
  });

  it('leaves the lab in no way while it is sealed, and is not remembered', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'], shouldAdvanceTime: true });
    lab.sealed = 'Not before it is over.';
    await lab.act({ do: 'failover', node: 'imp1' });
    expect(await lab.export()).toBeNull();
    expect(titles()).toContain('Not before it is over.');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(lab.remembered).toBeNull();
    lab.sealed = '';
    expect(await lab.export()).not.toBeNull();
    vi.useRealTimers();
  });
});

describe('the lab', () => {
  it('plays as soon as a run is there, where Play was pressed before', async () => {
    const early = new Lab(() => new NearWorker());
    const loading = early.load({ title: 'a run' });
    early.player.play();
    expect(await loading).toBeNull();
    await vi.waitFor(() => expect(early.player.playheadMs).toBeGreaterThan(0));
    expect(early.player.playing).toBe(true);
    early.dispose();
  });

  it('stays as it is when a scenario is malformed, and gives the faults back', async () => {
    await lab.player.seek(5_000);
    expect(await lab.load({})).toEqual(['title: must be text']);
    expect(lab.summary?.title).toBe('a run');
    expect(lab.player.playheadMs).toBe(5_000);
  });

  it('keeps the reason of a refusal to itself while explanations are hidden', async () => {
    lab.offers.hidesWhy = true;
    expect(await lab.act({ do: 'refuse-me' })).toBe(false);
    const [notice] = lab.notices.list;
    expect(notice?.title).toBe('Not possible now');
    expect(notice?.lines.join()).toMatch(/hidden/);
  });

  it('does a step at the playhead and shows what came of it', async () => {
    await lab.player.seek(5_000);
    expect(await lab.act({ do: 'failover', node: 'imp1' })).toBe(true);
    expect(lab.player.view?.nodes[0]?.state).toBe('idle');
    expect(lab.player.playheadMs).toBe(5_000);
    expect(lab.summary?.branches).toHaveLength(1);
  });

  it('asks whoever guards it about each step, and tells why not', async () => {
    lab.guard = (_, step) => (step.do === 'log-out' ? 'Nobody is logged out.' : '');
    expect(await lab.act({ do: 'log-out', user: 'user1' })).toBe(false);
    expect(lab.notices.list.at(-1)).toMatchObject({ lines: ['Nobody is logged out.'] });
    expect(await lab.act({ do: 'failover', node: 'imp1' })).toBe(true);
  });

  it('tells what was done and when, and nothing of what was refused', async () => {
    const done = vi.fn();
    lab.ondone = done;
    await lab.player.seek(5_000);
    await lab.act({ do: 'refuse-me' });
    await lab.act({ do: 'failover', node: 'imp1', via: 'mouse' });
    expect(done.mock.calls).toEqual([[5_000, { do: 'failover', node: 'imp1', via: 'mouse' }]]);
  });

  it('starts a run over with the options that it was loaded with', async () => {
    const post = vi.spyOn(workers[0]!, 'postMessage');
    await lab.load({ title: 'a shift' }, { keepsLaterSteps: true });
    await lab.reset();
    await lab.load({ title: 'a run' });
    await lab.reset();
    const sent = post.mock.calls.map(([message]) => message as { name: string; input: object });
    expect(sent.filter(({ name }) => name === 'load').map(({ input }) => input)).toEqual([
      { scenario: { title: 'a shift' }, keepsLaterSteps: true },
      { scenario: { title: 'a shift' }, keepsLaterSteps: true },
      { scenario: { title: 'a run' } },
      { scenario: { title: 'a run' } },
    ]);
  });

  it('tells why the cluster refuses a step, and does not move', async () => {
    expect(await lab.act({ do: 'refuse-me' })).toBe(false);
    expect(lab.notices.list.at(-1)).toMatchObject({ tone: 'warning', lines: ['not offered now'] });
  });

  it('begins a branch when the past is changed, and can go back to the old one', async () => {
    await lab.player.seek(60_000);
    await lab.player.seek(5_000);
    await lab.act({ do: 'failover', node: 'imp1' });
    expect(lab.summary).toMatchObject({ branch: 1 });
    expect(titles().at(-1)).toMatch(/A new branch begins at 0:05/);
    await lab.switchBranch(0);
    expect(lab.player.view?.nodes[0]?.state).toBe('normal');
    expect(lab.player.playheadMs).toBe(5_000);
  });

  it('plays with the frames of the page, past events, and stops when paused', async () => {
    lab.player.speed = 1_000;
    lab.player.play();
    await vi.waitFor(() => expect(lab.player.playheadMs).toBeGreaterThan(40_000));
    lab.player.pause();
    const at = lab.player.playheadMs;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(lab.player.playheadMs).toBe(at);
    expect(lab.player.view?.timeMs).toBeLessThanOrEqual(at);
    expect(lab.player.view?.nextEventMs).toBeGreaterThan(at);
  });

  it('pauses by itself at the next message when asked to', async () => {
    lab.player.speed = 1_000;
    lab.player.play('message');
    await vi.waitFor(() => expect(lab.player.playing).toBe(false));
    expect(lab.player.playheadMs).toBe(15_000);
  });

  it('does not branch when something is done while it plays', async () => {
    lab.player.speed = 2_000;
    lab.player.play();
    for (let i = 0; i < 10; i += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      await lab.act({ do: 'recover', group: 'group1' });
    }
    expect(lab.summary?.branches).toHaveLength(1);
  });

  it('says so when there is no change to be found', async () => {
    await lab.jump('change', 'next');
    expect(titles()).toEqual(['There is no change of state in the next 30 days of the run.']);
  });

  it('is as it was after its engine was lost', async () => {
    await lab.player.seek(60_000);
    await lab.player.seek(5_000);
    await lab.act({ do: 'failover', node: 'imp1' });
    workers[0]?.onerror?.({ message: 'out of memory' } as ErrorEvent);
    await vi.waitFor(() => expect(titles().at(-1)).toMatch(/your run is as it was/));
    await lab.player.seek(lab.player.playheadMs);
    expect(lab.summary).toMatchObject({ branch: 1 });
    expect(lab.player.view).toMatchObject({ timeMs: 5_000, nodes: [{ state: 'idle' }, {}] });
  });

  it('tells of a bug of the engine, pauses, and offers the scenario that shows it', async () => {
    await lab.act({ do: 'violate' });
    lab.player.play();
    await lab.player.seek(6_000);
    expect(lab.player.playing).toBe(false);
    expect(lab.notices.list).toMatchObject([
      {
        tone: 'error',
        title: 'You have found a bug of the engine',
        actions: [{ label: 'Save the scenario' }],
      },
    ]);
    expect(lab.notices.list[0]?.lines[0]).toContain('a user is lost (promise 10.2');
  });

  it('is reset in less than a second', async () => {
    await lab.player.seek(60_000);
    await lab.act({ do: 'failover', node: 'imp1' });
    const startedMs = performance.now();
    await lab.reset();
    expect(performance.now() - startedMs).toBeLessThan(1_000);
    expect(lab.player).toMatchObject({ playheadMs: 0, playing: false });
    expect(lab.summary?.branches).toHaveLength(1);
  });

  it("says when this engine gives another run than a link's", async () => {
    const shared = { engineVersion: '0.9', scenario: { title: 'shared' }, atMs: 4_000 };
    expect(await lab.openShared({ ...shared, hash: 'f'.repeat(16) })).toBeNull();
    expect(titles()).toEqual([]);
    expect(lab.player.playheadMs).toBe(4_000);
    await lab.openShared({ ...shared, hash: '0'.repeat(16) });
    expect(lab.notices.list).toMatchObject([
      { tone: 'warning', lines: [expect.stringMatching(/version 0\.9; this is version fake/), {}] },
    ]);
  });

  it('pauses when its tab is hidden, and says so', () => {
    const stop = pauseWhileHidden(lab);
    lab.player.play();
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    document.dispatchEvent(new Event('visibilitychange'));
    hidden.mockRestore();
    stop();
    expect(lab.player.playing).toBe(false);
    expect(titles()).toEqual(['Paused, because this tab was hidden.']);
  });
});
