import { beforeEach, describe, expect, it } from 'vitest';
import { checkShift, shiftReport, type ShiftReport } from '../../src/course/shift/report';
import { shiftOf } from '../../src/course/shift/scenario';
import { ENGINE_VERSION, Run } from '../../src/engine';
import { Host } from '../../src/worker/host';
import type { FromWorker } from '../../src/worker/protocol';

const { scenario } = shiftOf(1, 'calm');
const played = { scenario, steps: [{ at: 200, do: 'restart', node: 'imp1' }] };

let heard: FromWorker[];
let tasks: (() => void)[];
let host: Host;
let nextId: number;

function send(name: string, input: unknown): number {
  const id = nextId++;
  host.hear(structuredClone({ id, name, input }));
  return id;
}

/** Works until nothing is left, at most so many slices. */
function work(slices = Infinity): void {
  for (let done = 0; done < slices && tasks.length > 0; done++) tasks.shift()!();
}

const settlementOf = (id: number) =>
  heard.find((message) => 'id' in message && message.id === id && !('push' in message));

function reportOf(): ShiftReport {
  const checked = checkShift(played);
  if (!checked.ok) throw new Error(checked.faults.join('\n'));
  const slices = shiftReport(checked.shift);
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
  }
}

beforeEach(() => {
  let nowMs = 0;
  heard = [];
  tasks = [];
  nextId = 1;
  host = new Host({
    engine: { engineVersion: ENGINE_VERSION, load: (file) => Run.load(file) },
    post: (message) => heard.push(structuredClone(message)),
    soon: (task) => tasks.push(task),
    // Every look at the clock takes a moment, so that long work comes in many slices.
    nowMs: () => (nowMs += 4),
  });
});

describe('the request shift-report', () => {
  it('answers with the report of the shift, tells how far it is, and needs no run', () => {
    const id = send('shift-report', played);
    work();
    expect(settlementOf(id)).toEqual({ id, result: { report: reportOf() } });
    expect(heard.some((message) => 'push' in message && message.push === 'progress')).toBe(true);
  });

  it('lets quick requests go first, is not called off by a change of the run, and can be cancelled', () => {
    const id = send('shift-report', played);
    work(2);
    const load = send('load', { scenario });
    work(2);
    expect(settlementOf(load)).toMatchObject({ result: { branch: 0 } });
    expect(settlementOf(id)).toBeUndefined();
    host.hear({ cancel: id });
    work();
    expect(settlementOf(id)).toEqual({ id, refusal: ['it was cancelled'] });
  });

  it.each([
    ['refused', { scenario: {}, steps: [] }, { refusal: expect.any(Array) as unknown }],
    [
      'refused',
      { scenario, steps: [{ at: 1, do: 'dance' }] },
      { refusal: [expect.stringContaining('steps[0].do')] },
    ],
    [
      'an error',
      { scenario, steps: [{ do: 'failover' }] },
      { error: expect.stringContaining('shift-report: steps.0.at') as unknown },
    ],
  ])('is %s with what is malformed', (_, input, settled) => {
    const id = send('shift-report', input);
    work();
    expect(settlementOf(id)).toMatchObject(settled);
  });
});
