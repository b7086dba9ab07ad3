import { describe, expect, it } from 'vitest';
import { Run } from './run';

/** A healthy pair with a user on each node. */
function pair(): Run {
  const loaded = Run.load({
    format: 'presence-redundancy-scenario',
    version: 1,
    cluster: { nodes: [{ name: 'imp1' }, { name: 'imp2' }], users: 2 },
  });
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
