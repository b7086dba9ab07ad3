import { beforeEach, describe, expect, it, vi } from 'vitest';
import { NotedShiftDoor } from '../../../tests/fixtures/shift-door';
import type { StepAt } from '../../course/exercise';
import type { ShiftReport } from '../../course/shift/report';
import { freshPlay, ShiftSession, type ReportShift } from './shift-session.svelte';
import { PageShifts } from './shift-store';

const END_MS = 1_500_000;
const start = { do: 'start-service', node: 'imp1', service: 'Cisco SIP Proxy', via: 'mouse' } as const;
const fault = { do: 'power-off', node: 'imp2' } as const;
const decision = {
  atMs: 90_000,
  step: null,
  fault,
  untilMs: 200_000,
  userMinutes: 4,
  nothing: 4,
  compared: 9,
};
const told: ShiftReport = {
  userMinutes: 12,
  caretaker: 10,
  nobody: 90,
  decisions: [
    { ...decision, better: null },
    { ...decision, atMs: 95_000, better: { step: null, userMinutes: 1 } },
  ],
};

let door: NotedShiftDoor;
let store: PageShifts;
const report = vi.fn<ReportShift>();

beforeEach(() => {
  door = new NotedShiftDoor();
  store = new PageShifts();
  report.mockReset().mockResolvedValue(told);
});

async function begin(play = freshPlay(12, 'calm')) {
  const session = new ShiftSession(play, store, report);
  await session.attach(door);
  return session;
}

const stepsOpened = () => (door.opened?.scenario as { readonly steps: readonly StepAt[] }).steps;

describe('a shift', () => {
  it('begins at its beginning, with the faults of its number, and is kept at once', async () => {
    const session = await begin();
    expect(session.stage).toBe('playing');
    expect(door.opened).toMatchObject({ atMs: 0, endMs: END_MS });
    expect(stepsOpened()).toEqual(session.shift.scenario.steps);
    expect(store.underWay()).toMatchObject([{ seed: 12, difficulty: 'calm', steps: [], reachedMs: 0 }]);
  });

  it('is kept with every action, after every minute, and when the page goes', async () => {
    const session = await begin();
    session.hearDone(61_500, start);
    expect(store.underWay()).toMatchObject([{ steps: [{ ...start, at: 61.5 }], reachedMs: 61_500 }]);
    session.look(100_000.7);
    expect(store.underWay()[0]?.reachedMs).toBe(61_500);
    session.look(122_000.2);
    expect(store.underWay()[0]?.reachedMs).toBe(122_000);
    session.look(123_000);
    session.keep();
    expect(store.underWay()[0]?.reachedMs).toBe(123_000);
  });

  it('goes on where it was left, with what was done in it', async () => {
    const first = await begin();
    first.hearDone(61_500, start);
    first.look(70_000);
    first.dispose();
    const [kept] = store.underWay();
    const session = await begin(kept);
    expect(door.opened?.atMs).toBe(70_000);
    expect(stepsOpened()).toContainEqual({ ...start, at: 61.5 });
    expect(stepsOpened()).toHaveLength(session.shift.scenario.steps.length + 1);
    expect(session.steps).toEqual([{ ...start, at: 61.5 }]);
    session.hearDone(80_000, start);
    expect(session.steps).toHaveLength(2);
  });

  it('is over at its end: its run lies open, and nothing more is done in it', async () => {
    const session = await begin();
    session.hearDone(61_500, start);
    session.look(END_MS);
    expect([session.stage, door.liesOpen]).toEqual(['over', true]);
    session.hearDone(END_MS, start);
    expect(session.steps).toHaveLength(1);
    await vi.waitFor(() => expect(session.report).toBe(told));
    const [played] = report.mock.calls[0]!;
    expect(played).toEqual({ scenario: session.shift.scenario, steps: session.steps });
    await session.show(90_000);
    expect(door.shownMs).toBe(90_000);
  });

  it('is told by its report, which is kept once; each decision is marked', async () => {
    const session = await begin();
    session.look(END_MS + 5);
    await vi.waitFor(() => expect(store.over()).toHaveLength(1));
    expect(store.over()[0]).toMatchObject({
      userMinutes: 12,
      caretaker: 10,
      nobody: 90,
      decisions: 2,
      improvable: 1,
    });
    expect(store.underWay()).toEqual([]);
    expect(door.marks.flatMap(({ sign }) => sign ?? [])).toEqual(['1', '2']);

    const again = await begin({ ...session.play });
    await vi.waitFor(() => expect(again.report).toBe(told));
    expect(store.over()).toHaveLength(1);
    expect(store.underWay()).toEqual([]);
  });

  it('without a report says why, stays kept, and asks again', async () => {
    report.mockRejectedValueOnce(new Error('the worker failed'));
    const session = await begin();
    session.look(END_MS);
    await vi.waitFor(() => expect(session.failure).toBe('the worker failed'));
    expect(store.underWay()).toMatchObject([{ reachedMs: END_MS }]);
    await session.tell();
    expect([session.failure, session.report]).toEqual(['', told]);
    expect(store.underWay()).toEqual([]);
  });

  it('says how far the report has come, and calls it off when the page goes', async () => {
    let signal: AbortSignal | undefined;
    report.mockImplementationOnce((_, hooks) => {
      hooks.onProgress(0.4);
      signal = hooks.signal;
      return new Promise(() => undefined);
    });
    const session = await begin();
    session.look(END_MS);
    expect(session.share).toBe(0.4);
    session.dispose();
    expect(signal?.aborted).toBe(true);
  });

  it('that the engine does not take is not begun, and says why', async () => {
    door.faults = ['steps[3].do: there is no such step'];
    const session = await begin({ ...freshPlay(12, 'calm'), steps: [{ at: 3, do: 'dance' }] });
    expect([session.stage, session.faults]).toEqual(['coming', door.faults]);
    expect(store.underWay()).toEqual([]);
    session.look(END_MS);
    expect(session.stage).toBe('coming');
  });
});
