import { beforeEach, describe, expect, it, vi } from 'vitest';
import { checkShift } from '../course/shift/played';
import { shiftReport, type PlayedShift } from '../course/shift/report';
import { shiftOf } from '../course/shift/scenario';
import type { WorkerLike } from './client';
import { reportShift, type ReportOptions } from './shift-report-client';
import { workOnShift, type ReportMessage } from './shift-report-work';

const { scenario } = shiftOf(1, 'calm');
const played = { scenario, steps: [{ at: 200, do: 'restart', node: 'imp1' }] };

/** The real work, in the same thread: everything is copied on its way, as between a page and its worker. */
class NearWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  onmessageerror: WorkerLike['onmessageerror'] = null;
  terminated = false;
  mute = false;

  say(data: unknown) {
    if (!this.terminated) this.onmessage?.({ data: structuredClone(data) } as MessageEvent);
  }

  postMessage(message: unknown) {
    const copy: unknown = structuredClone(message);
    let nowMs = 0;
    // Every look at the clock finds some time gone.
    if (!this.mute)
      setTimeout(() =>
        workOnShift(
          copy,
          (said) => this.say(said),
          () => (nowMs += 40),
        ),
      );
  }

  terminate() {
    this.terminated = true;
  }
}

let worker: NearWorker;

const ask = (shift: unknown, options: ReportOptions = {}) =>
  reportShift(shift as PlayedShift, { spawn: () => worker, ...options });

beforeEach(() => {
  worker = new NearWorker();
});

describe('the report of a shift, asked for', () => {
  it('comes as it is made, after word of how far it is, and its worker ends with it', async () => {
    const checked = checkShift(played);
    if (!checked.ok) throw new Error(checked.faults.join('\n'));
    const work = shiftReport(checked.shift);
    let slice = work.next();
    while (!slice.done) slice = work.next();
    const onProgress = vi.fn();
    expect(await ask(played, { onProgress })).toEqual(slice.value);
    const shares = onProgress.mock.calls.map(([share]) => share as number);
    expect(shares.length).toBeGreaterThan(5);
    expect(shares).toEqual([...shares].sort((one, other) => one - other));
    expect(worker.terminated).toBe(true);
  });

  it('says what is wrong with a shift that is malformed', async () => {
    const shift = { scenario, steps: [{ at: 1, do: 'dance' }] };
    await expect(ask(shift)).rejects.toThrow(/steps\.0\.do/);
    expect(worker.terminated).toBe(true);
  });

  it('can be called off, before it begins and while it is made', async () => {
    const off = new AbortController();
    worker.mute = true;
    const asked = ask(played, { signal: off.signal });
    off.abort();
    await expect(asked).rejects.toThrow('called off');
    expect(worker.terminated).toBe(true);
    const spawn = vi.fn(() => worker);
    await expect(ask(played, { signal: off.signal, spawn })).rejects.toThrow('called off');
    expect(spawn).not.toHaveBeenCalled();
  });

  it.each([
    ['fails', () => worker.onerror?.({ message: 'out of memory' } as ErrorEvent), 'out of memory'],
    ['does not start', () => worker.onerror?.({} as ErrorEvent), 'does not start'],
    ['sends what cannot be read', () => worker.onmessageerror?.({} as MessageEvent), 'could not be read'],
    ['babbles', () => worker.say('hello'), 'unreadable'],
  ])('says so when its worker %s', async (_, happen, why) => {
    worker.mute = true;
    const asked = ask(played);
    happen();
    await expect(asked).rejects.toThrow(why);
    expect(worker.terminated).toBe(true);
  });

  it('says so when the shift cannot be sent, or no worker can be had', async () => {
    await expect(ask({ ...played, more: () => undefined })).rejects.toThrow('could not be cloned');
    expect(worker.terminated).toBe(true);
    const spawn = () => {
      throw new Error('blocked');
    };
    await expect(ask(played, { spawn })).rejects.toThrow('blocked');
  });

  it('answers what is no shift at all with faults', () => {
    const said: ReportMessage[] = [];
    workOnShift(null, (message) => said.push(message), Date.now);
    expect(said).toEqual([{ faults: [expect.stringContaining('shift: ')] }]);
  });
});
