import { describe, expect, it } from 'vitest';
import { Run, type RunOptions } from './run';

/** A healthy pair with a user on each node. */
function pair(more: object = {}, options: RunOptions = {}): Run {
  const cluster = { nodes: [{ name: 'imp1' }, { name: 'imp2' }], users: 2 };
  const loaded = Run.load({ format: 'presence-redundancy-scenario', version: 1, cluster, ...more }, options);
  if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
  return loaded.run;
}

const stopRouter = { do: 'stop-service', node: 'imp1', service: 'Cisco XCP Router' };

describe('a run that is watched', () => {
  it('has done what is due at instant 0 when instant 0 is looked at', () => {
    const view = pair().viewAt({ timeMs: 0 });
    expect(view.eventCount).toBe(2);
    expect(view.nextEventMs).toBe(20);
  });

  it('has done a step at instant 0 and what is due there', () => {
    const run = pair();
    run.viewAt({ timeMs: 0 });
    run.act(0, stopRouter, 'mouse');
    const view = run.viewAt({ timeMs: 1 });
    expect(view.nodes[0]!.services[2]!.status).toBe('stopped');
    expect(view.nextEventMs).toBeGreaterThan(1);
  });

  it('says of the time-outs that Multiple Device Messaging doubles that it does, and of no others', () => {
    const run = pair();
    const doubled = (timeMs: number) =>
      run.viewAt({ timeMs }).nodes[0]!.timers.map(({ label, doubled = false }) => `${label} ${doubled}`);
    run.act(1_000, stopRouter, 'mouse');
    const plain = ['Keep Alive Interval', 'Keep Alive Timeout', 'Critical Service Delay'];
    expect(doubled(2_000)).toEqual(plain.map((label) => `${label} false`));
    run.act(3_000, { do: 'set-multiple-device-messaging', on: true }, 'page');
    expect(doubled(4_000)).toEqual(plain.map((label) => `${label} ${label !== 'Keep Alive Interval'}`));
  });

  it('lets an action at an instant see what has happened at that instant', () => {
    const run = pair();
    run.act(1_000, stopRouter, 'mouse');
    const change = run.find('change', 'next', { timeMs: 0, eventCount: 0 }, 3_600_000)!;
    expect(change.timeMs).toBe(91_000);
    const backup = run.find('change', 'next', run.find('change', 'next', change, 60_000)!, 60_000)!;
    expect(run.viewAt({ timeMs: backup.timeMs }).nodes[1]!.state).toBe('running-in-backup-mode');
    const started = run.act(backup.timeMs, { ...stopRouter, do: 'start-service' }, 'mouse');
    expect(started).toMatchObject({ accepted: true, atMs: backup.timeMs + 1 });
  });

  it('keeps the old future when the past is changed, and goes back to it', () => {
    const run = pair();
    run.act(1_000, stopRouter, 'mouse');
    const before = run.viewAt({ timeMs: 200_000 });
    const outcome = run.act(50_000, { ...stopRouter, do: 'start-service' }, 'mouse');
    expect(outcome).toMatchObject({ accepted: true, forked: true });
    expect(run.viewAt({ timeMs: 200_000 }).nodes[0]!.state).toBe('normal');
    run.switchTo(0);
    expect(run.viewAt({ timeMs: 200_000 })).toEqual(before);
  });

  it('does not give away on the timeline what was computed but never watched', () => {
    const run = pair();
    run.act(1_000, stopRouter, 'mouse');
    run.find('change', 'next', { timeMs: 0, eventCount: 0 }, 3_600_000);
    expect(run.timeline(0, 3_600_000).toMs).toBe(1_000);
    run.viewAt({ timeMs: 95_000 });
    expect(run.timeline(0, 3_600_000).lanes[0]!.bands.map((band) => band.state)).toEqual([
      'normal',
      'failing-over',
    ]);
  });

  it('does not call a keep-alive lost that is still on its way', () => {
    const run = pair();
    run.viewAt({ timeMs: 15_010 });
    const sent = run.timeline(14_000, 15_010).keepAlives;
    expect(sent).toHaveLength(2);
    for (const one of sent) expect(one).toMatchObject({ sentMs: 15_000, arrivedMs: null, lost: false });
    run.act(15_010, { do: 'drop-keep-alives', node: 'imp1' }, 'mouse');
    run.viewAt({ timeMs: 15_030 });
    expect(run.timeline(14_000, 15_030).keepAlives).toMatchObject([
      { from: 'imp1', lost: true, arrivedMs: null },
      { from: 'imp2', lost: false, arrivedMs: 15_020 },
    ]);
  });

  it('forgets the steps still to come when something is done before them, unless it is told to keep them', () => {
    const later = { at: 100, do: 'power-off', node: 'imp2' };
    const forgetful = pair({ steps: [later] });
    expect(forgetful.act(50_000, stopRouter, 'mouse')).toMatchObject({ accepted: true, forked: true });
    expect(forgetful.viewAt({ timeMs: 101_000 }).nodes[1]!.platform).toBe('up');
    const keeping = pair({ steps: [later] }, { keepsLaterSteps: true });
    expect(keeping.act(50_000, stopRouter, 'mouse')).toMatchObject({ accepted: true, forked: false });
    expect(keeping.steps.map(({ atMs }) => atMs)).toEqual([50_000, 100_000]);
    expect(keeping.viewAt({ timeMs: 101_000 }).nodes[1]!.platform).toBe('off');
  });

  it('keeps the steps still to come in a branch from the past as well', () => {
    const run = pair({ steps: [{ at: 100, do: 'power-off', node: 'imp2' }] }, { keepsLaterSteps: true });
    run.viewAt({ timeMs: 60_000 });
    expect(run.act(50_000, stopRouter, 'mouse')).toMatchObject({ accepted: true, forked: true });
    expect(run.steps.map(({ atMs }) => atMs)).toEqual([50_000, 100_000]);
    expect(run.branches()).toHaveLength(2);
  });

  it('logs a kept step that the cluster then refuses, and goes on', () => {
    const run = pair({ steps: [{ at: 100, do: 'stop-srm', node: 'imp2' }] }, { keepsLaterSteps: true });
    run.act(50_000, { do: 'power-off', node: 'imp2' }, 'mouse');
    expect(run.viewAt({ timeMs: 200_000 }).timeMs).toBe(200_000);
    const { entries } = run.log({ untilMs: 200_000, kinds: ['refused'], count: 9 });
    expect(entries.map(({ timeMs }) => timeMs)).toEqual([100_000]);
    expect(run.timeline(0, 200_000).actions.map(({ refused }) => refused)).toEqual([false, true]);
    expect(run.violations()).toEqual([]);
  });

  it('does a step after the kept ones of the same instant', () => {
    const fault = { at: 100, do: 'stop-srm', node: 'imp2' };
    const run = pair({ steps: [fault] }, { keepsLaterSteps: true });
    run.viewAt({ timeMs: 100_000 });
    expect(run.act(100_000, { do: 'start-srm', node: 'imp2' }, 'mouse')).toMatchObject({ accepted: true });
    expect(run.steps.map(({ step }) => step.do)).toEqual(['stop-srm', 'start-srm']);
  });

  it('tells nothing of kept steps before they are due', () => {
    const steps = [50, 100, 150].map((at) => ({ at, do: 'stop-srm', node: 'imp2' }));
    const run = pair({ steps, until: 300 }, { keepsLaterSteps: true });
    const told = () => [run.branches()[0]!.steps, run.timeline(0, 300_000).actions.length];
    expect(told()).toEqual([0, 0]);
    run.viewAt({ timeMs: 60_000 });
    run.find('change', 'next', { timeMs: 60_000, eventCount: 0 }, 240_000);
    expect(told()).toEqual([1, 1]);
    expect(run.summary().untilMs).toBe(300_000);
    run.viewAt({ timeMs: 300_000 });
    expect(told()).toEqual([3, 3]);
  });

  it('refuses what the cluster does not allow and changes nothing', () => {
    const run = pair();
    run.viewAt({ timeMs: 5_000 });
    const hash = run.hashAt(5_000);
    const outcome = run.act(5_000, { do: 'fallback', node: 'imp1' }, 'mouse');
    expect(outcome).toEqual({
      accepted: false,
      faults: [
        expect.stringContaining('Idle, Failed Over or Failover Affected Services, and imp1 is Normal'),
      ],
    });
    expect(run.hashAt(5_000)).toBe(hash);
    expect(run.branches()).toHaveLength(1);
  });
});
