import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeEngine } from '../../tests/fixtures/lab/fake-engine';
import { EngineClient, type ClientEvent, type WorkerLike } from './client';
import { Host } from './host';
import { PROTOCOL_VERSION } from './protocol';

/** A worker in the same thread: the real host over the fake engine, which can be made to crash, hang or babble. */
class FakeWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  onmessageerror: WorkerLike['onmessageerror'] = null;
  hung = false;
  terminated = false;
  readonly got: unknown[] = [];
  readonly #host: Host;
  #nowMs = 0;

  constructor(version = PROTOCOL_VERSION) {
    this.#host = new Host({
      engine: fakeEngine(),
      post: (message) =>
        setTimeout(() =>
          this.say('push' in message && message.push === 'ready' ? { ...message, version } : message),
        ),
      soon: (task) => setTimeout(() => !this.hung && task()),
      // Every look at the clock finds a millisecond gone.
      nowMs: () => (this.#nowMs += 1),
    });
    this.#host.start();
  }

  say(data: unknown) {
    if (!this.hung) this.onmessage?.({ data } as MessageEvent);
  }

  crash() {
    this.onerror?.({ message: 'out of memory' } as ErrorEvent);
  }

  postMessage(message: unknown) {
    this.got.push(structuredClone(message));
    if (!this.hung) this.#host.hear(message);
  }

  terminate() {
    this.terminated = true;
    this.hung = true;
  }
}

let workers: FakeWorker[];
let events: ClientEvent[];
let client: EngineClient;
const scenario = { title: 'a run' };

const worker = () => workers.at(-1) as FakeWorker;
const kinds = () => events.filter(({ kind }) => kind !== 'status').map(({ kind }) => kind);

function connect(spawn: () => FakeWorker = () => new FakeWorker()) {
  client = new EngineClient({
    spawn: () => {
      workers.push(spawn());
      return worker();
    },
    onevent: (event) => events.push(event),
  });
}

async function load() {
  const { outcome } = client.request('load', { scenario });
  await vi.advanceTimersByTimeAsync(100);
  expect(await outcome).toMatchObject({ kind: 'result', value: { title: 'a run' } });
}

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  events = [];
});

afterEach(() => {
  client.dispose();
  vi.useRealTimers();
});

describe('the client', () => {
  it('sends nothing before the handshake and everything after it', async () => {
    connect();
    const { outcome } = client.request('load', { scenario });
    expect(worker().got).toEqual([]);
    await vi.advanceTimersByTimeAsync(100);
    expect(await outcome).toMatchObject({ kind: 'result' });
    expect(client.status).toBe('ready');
  });

  it('settles refusals and errors without rejecting', async () => {
    connect();
    const malformed = client.request('load', { scenario: {} });
    const stumble = client.request('view', { timeMs: 0.5 });
    const uncopyable = client.request('load', { scenario: () => undefined });
    await vi.advanceTimersByTimeAsync(100);
    expect(await malformed.outcome).toEqual({ kind: 'refusal', why: ['title: must be text'] });
    expect(await stumble.outcome).toMatchObject({ kind: 'error' });
    expect(await uncopyable.outcome).toMatchObject({ kind: 'error' });
  });

  it('calls off a request that waits for the handshake', async () => {
    connect();
    const pending = client.request('load', { scenario });
    pending.cancel();
    expect(await pending.outcome).toEqual({ kind: 'refusal', why: ['it was cancelled'] });
  });

  it('calls off a request that runs, and hears its progress until then', async () => {
    connect();
    await load();
    const progress = vi.fn();
    const pending = client.request('advance', { toMs: 1e12 }, progress);
    await vi.advanceTimersByTimeAsync(500);
    expect(progress).toHaveBeenCalled();
    pending.cancel();
    await vi.advanceTimersByTimeAsync(10);
    expect(await pending.outcome).toEqual({ kind: 'refusal', why: ['it was cancelled'] });
  });

  it('replaces a worker that crashes, makes the run again and tells so', async () => {
    connect();
    await load();
    client.request('view', { timeMs: 60_000 });
    client.request('act', { atMs: 5_000, step: { do: 'failover', node: 'imp1' } });
    await vi.advanceTimersByTimeAsync(100);
    const lost = client.request('advance', { toMs: 1e12 });
    worker().crash();
    const asked = client.request('view', { timeMs: 6_000 });
    await vi.advanceTimersByTimeAsync(200);
    expect(await lost.outcome).toMatchObject({
      kind: 'error',
      message: expect.stringContaining('out of memory') as string,
    });
    expect(workers).toHaveLength(2);
    expect(workers[0]?.terminated).toBe(true);
    expect(kinds()).toEqual(['lost', 'restored']);
    expect(events.at(-1)).toMatchObject({ summary: { branch: 1 } });
    expect(await asked.outcome).toMatchObject({
      kind: 'result',
      value: { view: { nodes: [{ state: 'idle' }, {}] } },
    });
  });

  it('makes a run again with the options that it was loaded with', async () => {
    connect();
    client.request('load', { scenario, keepsLaterSteps: true });
    await vi.advanceTimersByTimeAsync(100);
    worker().crash();
    await vi.advanceTimersByTimeAsync(200);
    expect(kinds()).toEqual(['lost', 'restored']);
    expect(worker().got).toContainEqual(
      expect.objectContaining({ name: 'restore', input: { scenario, keepsLaterSteps: true, entries: [] } }),
    );
  });

  it('replaces a worker that hangs', async () => {
    connect();
    await load();
    worker().hung = true;
    const pending = client.request('view', { timeMs: 0 });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(workers).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await pending.outcome).toMatchObject({ kind: 'error' });
    expect(workers).toHaveLength(2);
    expect(kinds()).toEqual(['lost', 'restored']);
  });

  it('leaves a worker that computes for long alone as long as it answers', async () => {
    connect();
    await load();
    const pending = client.request('advance', { toMs: 1e12 });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(workers).toHaveLength(1);
    pending.cancel();
  });

  it('gives up on a worker of another version and settles what waited', async () => {
    connect(() => new FakeWorker(PROTOCOL_VERSION + 1));
    const { outcome } = client.request('load', { scenario });
    await vi.advanceTimersByTimeAsync(100);
    expect(await outcome).toMatchObject({
      kind: 'error',
      message: expect.stringContaining('different versions') as string,
    });
    expect(client.status).toBe('failed');
    expect(await client.request('view', { timeMs: 0 }).outcome).toMatchObject({ kind: 'error' });
  });

  it.each([
    ['text', 'hello'],
    ['nothing', null],
    ['a settlement with two arms', { id: 1, result: 1, error: 'x' }],
    ['a refusal that is no list', { id: 1, refusal: 'no' }],
    ['an unknown push', { push: 'gossip' }],
    ['a malformed journal entry', { push: 'journal', id: 1, entry: { kind: 'act' } }],
  ])('replaces a worker that says %s', async (_, garbage) => {
    connect();
    await load();
    worker().say(garbage);
    await vi.advanceTimersByTimeAsync(100);
    expect(kinds()).toEqual(['lost', 'restored']);
  });

  it('ignores a settlement of nothing it asked', async () => {
    connect();
    await load();
    worker().say({ id: 4711, result: 1 });
    expect(workers).toHaveLength(1);
  });

  it('gives up after three losses in a row, and starts again when told to', async () => {
    let crashing = true;
    connect();
    await load();
    const restoring = vi.fn();
    const original = FakeWorker.prototype.postMessage;
    vi.spyOn(FakeWorker.prototype, 'postMessage').mockImplementation(function (
      this: FakeWorker,
      message: unknown,
    ) {
      if (!crashing) return original.call(this, message);
      restoring();
      this.crash();
    });
    worker().crash();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(restoring).toHaveBeenCalledTimes(2);
    expect(kinds()).toEqual(['lost', 'lost', 'failed']);
    crashing = false;
    client.restart();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(kinds()).toEqual(['lost', 'lost', 'failed', 'restored']);
    vi.restoreAllMocks();
  });

  it('tells when a worker cannot be started at all', () => {
    connect(() => {
      throw new Error('blocked');
    });
    expect(events.at(-1)).toMatchObject({
      kind: 'failed',
      why: expect.stringContaining('blocked') as string,
    });
  });
});
