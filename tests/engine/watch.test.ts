import { describe, expect, it } from 'vitest';
import { Lab, on, PAIR_WITHOUT_HA } from './lab';

const sends = (lab: Lab, node: string, fromMs = 0) =>
  lab.keepAlives('send', node).flatMap(({ timeMs }) => (timeMs >= fromMs ? [timeMs] : []));
const arrivals = (lab: Lab, node: string, fromMs = 0) =>
  lab.keepAlives('arrival', node).flatMap(({ timeMs }) => (timeMs >= fromMs ? [timeMs] : []));
const losses = (lab: Lab, node: string) =>
  lab.keepAlives('loss', node).map(({ timeMs, why }) => `${timeMs} ${why}`);

describe('keep-alives (section 4)', () => {
  it('go out at 0, once the peer was heard, and every interval after the first', () => {
    const lab = new Lab().to(60_000);
    expect(sends(lab, 'imp1')).toEqual([0, 20, 15_000, 30_000, 45_000, 60_000]);
    expect(sends(lab, 'imp2')).toEqual([0, 20, 15_000, 30_000, 45_000, 60_000]);
  });

  it('arrive one latency later', () => {
    const lab = new Lab({ linkLatencyMs: 250 }).to(16_000);
    expect(arrivals(lab, 'imp1')).toEqual([250, 500, 15_250]);
  });

  it('carry state, reason, health, starting services, release, number of the start, what was heard, last take-over', () => {
    const lab = new Lab().to(10);
    expect(lab.keepAlives('send', 'imp1')[0]!.content).toEqual({
      state: 'normal',
      reason: 'Normal',
      healthy: true,
      starting: false,
      released: false,
      startNumber: 1,
      heardPeer: false,
      tookOverAtMs: -1,
    });
    lab.to(30);
    expect(lab.keepAlives('send', 'imp1')[1]!.content.heardPeer).toBe(true);
  });

  it.each([
    [
      'a service stops',
      { do: 'stop-service', node: 'imp1', service: 'Cisco Sync Agent' },
      { healthy: false },
    ],
    [
      'a service breaks',
      { do: 'break-service', node: 'imp1', service: 'Cisco Sync Agent' },
      { healthy: false },
    ],
    ['the database stops', { do: 'stop-database', node: 'imp1' }, { healthy: false }],
    ['a failover begins', { do: 'failover', node: 'imp1' }, { state: 'failing-over' }],
  ] as const)('go out at once when %s', (_, step, change) => {
    const lab = new Lab().at(20_000, step).to(20_000);
    expect(sends(lab, 'imp1', 20_000)).toEqual([20_000]);
    expect(lab.keepAlives('send', 'imp1').at(-1)!.content).toMatchObject(change);
  });

  it('tell that a service starts, and that it has started', () => {
    const lab = new Lab()
      .at(20_000, { do: 'stop-service', node: 'imp1', service: 'Cisco Sync Agent' })
      .at(21_000, { do: 'start-service', node: 'imp1', service: 'Cisco Sync Agent' })
      .to(36_000);
    expect(
      lab
        .keepAlives('send', 'imp1')
        .flatMap(({ timeMs, content: { healthy, starting } }) =>
          timeMs >= 20_000 ? [[timeMs, healthy, starting]] : [],
        ),
    ).toEqual([
      [20_000, false, false],
      [21_000, false, true],
      [30_000, false, true],
      [36_000, true, false],
    ]);
  });

  it('are not sent for a change that they do not carry', () => {
    const lab = new Lab()
      .at(20_000, { do: 'set-replication', node: 'imp1', value: 3 })
      .at(21_000, { do: 'set-user-move-fault', node: 'imp1', on: true })
      .to(29_999);
    expect(sends(lab, 'imp1', 100)).toEqual([15_000]);
  });

  it('do not say anything of replication outside Initializing', () => {
    const lab = new Lab().at(20_000, { do: 'set-replication', node: 'imp1', value: 3 }).to(30_000);
    expect(lab.keepAlives('send', 'imp1').at(-1)!.content.healthy).toBe(true);
  });

  it('answer the first keep-alive of a newly started recovery manager at once, and no later one', () => {
    const lab = new Lab().at(20_000, ...on('imp2', 'restart-srm')).to(40_000);
    // imp2 is back after 1 s of stopping and 5 s of starting.
    expect(sends(lab, 'imp2', 20_000).slice(0, 1)).toEqual([26_000]);
    // The answer at 26,020, and the interval as before; imp2 then shows Normal, which asks for no answer.
    expect(sends(lab, 'imp1', 20_000)).toEqual([26_020, 30_000]);
  });

  it('count their interval from the start of the recovery manager', () => {
    const lab = new Lab().at(20_000, ...on('imp2', 'restart-srm')).to(60_000);
    expect(sends(lab, 'imp2', 30_000)).toEqual([41_000, 56_000]);
  });

  it('are neither sent nor awaited with high availability off', () => {
    const lab = new Lab({ groups: PAIR_WITHOUT_HA }).to(200_000);
    expect(sends(lab, 'imp1')).toEqual([]);
    expect(lab.seen).toEqual([
      'unknown/High Availability Not Enabled',
      'unknown/High Availability Not Enabled',
    ]);
  });

  it('begin, with their interval, at the instant at which high availability is switched on', () => {
    const lab = new Lab({ groups: PAIR_WITHOUT_HA }).at(7_000, { do: 'enable-ha', group: 'pair' }).to(40_000);
    expect(sends(lab, 'imp1').filter((ms) => ms > 8_000)).toEqual([22_000, 37_000]);
    expect(sends(lab, 'imp1')[0]).toBe(7_000);
  });

  it('end with high availability, and those on the way are forgotten', () => {
    const lab = new Lab({ linkLatencyMs: 500 }).at(15_100, { do: 'disable-ha', group: 'pair' }).to(100_000);
    expect(arrivals(lab, 'imp1', 10_000)).toEqual([]);
    expect(sends(lab, 'imp1', 15_100)).toEqual([]);
  });

  it('follow a changed interval after the one that is already due', () => {
    const lab = new Lab()
      .at(20_000, { do: 'set-parameter', parameter: 'keepAliveInterval', value: 4 })
      .to(40_000);
    expect(sends(lab, 'imp1', 16_000)).toEqual([30_000, 34_000, 38_000]);
    lab.at(41_000, { do: 'set-parameter', parameter: 'keepAliveInterval', value: 15 }).to(60_000);
    expect(sends(lab, 'imp1', 40_000)).toEqual([42_000, 57_000]);
  });

  it('arrive in the order sent when the latency is lowered, and never before those sent earlier', () => {
    const lab = new Lab({ linkLatencyMs: 5_000 })
      .at(15_500, { do: 'set-link', group: 'pair', latencyMs: 1 })
      .at(16_000, { do: 'stop-database', node: 'imp1' })
      .to(20_000);
    expect(
      lab
        .keepAlives('arrival', 'imp1')
        .flatMap((it) => (it.timeMs > 15_000 ? [[it.timeMs, it.content.healthy]] : [])),
    ).toEqual([
      [20_000, true],
      [20_000, false],
    ]);
    lab.to(30_001);
    expect(arrivals(lab, 'imp1').at(-1)).toBe(30_001);
  });

  it('take the latency of the instant at which they are sent', () => {
    const lab = new Lab().at(15_010, { do: 'set-link', group: 'pair', latencyMs: 900 }).to(31_000);
    expect(arrivals(lab, 'imp1', 100)).toEqual([15_020, 30_900]);
  });
});

describe('keep-alives are lost', () => {
  it('when the link is cut at their sending, for that reason', () => {
    const lab = new Lab().at(10_000, { do: 'cut-link', group: 'pair' }).to(16_000);
    expect(losses(lab, 'imp1')).toEqual(['15000 the link is cut']);
  });

  it('not when the link is cut after their sending', () => {
    const lab = new Lab().at(15_010, { do: 'cut-link', group: 'pair' }).to(16_000);
    expect(arrivals(lab, 'imp1', 100)).toEqual([15_020]);
  });

  it.each(['imp1', 'imp2'])('when %s is isolated, whichever end it is', (isolated) => {
    const lab = new Lab().at(10_000, ...on(isolated, 'isolate')).to(16_000);
    expect(losses(lab, 'imp1')).toEqual(['15000 one of the two nodes is isolated']);
    expect(losses(lab, 'imp2')).toEqual(['15000 one of the two nodes is isolated']);
  });

  it('when the platform of the receiver is down at their sending', () => {
    const lab = new Lab().at(10_000, ...on('imp2', 'power-off')).to(16_000);
    expect(losses(lab, 'imp1')).toEqual(['15000 the other node is down']);
  });

  it('when the recovery manager of the receiver does not run at their arrival', () => {
    const lab = new Lab().at(15_010, ...on('imp2', 'stop-srm')).to(16_000);
    expect(losses(lab, 'imp1')).toEqual(['15020 the recovery manager of the other node does not run']);
  });

  it('not when the recovery manager of the receiver is down only at their sending', () => {
    const lab = new Lab({ linkLatencyMs: 3_000 }).at(10_000, ...on('imp2', 'restart-srm')).to(19_000);
    // Sent at 15,000 while imp2's recovery manager starts; it runs from 16,000.
    expect(arrivals(lab, 'imp1', 10_000)).toEqual([18_000]);
  });

  it('by hand, those of one node that are on their way, and no other', () => {
    const lab = new Lab({ linkLatencyMs: 500 }).at(15_100, ...on('imp1', 'drop-keep-alives')).to(31_000);
    expect(losses(lab, 'imp1')).toEqual(['15100 it was dropped by hand']);
    expect(arrivals(lab, 'imp1', 10_000)).toEqual([30_500]);
    expect(arrivals(lab, 'imp2', 10_000)).toEqual([15_500, 30_500]);
  });

  it('dropped by hand even in the very millisecond of their arrival', () => {
    const lab = new Lab({ linkLatencyMs: 500 }).at(15_500, ...on('imp1', 'drop-keep-alives')).to(16_000);
    expect(arrivals(lab, 'imp1', 10_000)).toEqual([]);
  });

  it('none by hand when none is on its way', () => {
    expect(new Lab().try(10_000, { do: 'drop-keep-alives', node: 'imp1' })).toMatch(/^idle: /);
  });

  it('about as often as the link loses them, on each way by its own luck', () => {
    const lab = new Lab({ linkLoss: 0.5, parameters: { keepAliveInterval: 1, keepAliveTimeout: 300 } });
    lab.to(1_000_000);
    for (const node of ['imp1', 'imp2']) {
      const share = losses(lab, node).length / sends(lab, node).length;
      expect(Math.abs(share - 0.5)).toBeLessThan(0.06);
    }
    expect(losses(lab, 'imp1').map((it) => it.split(' ')[0])).not.toEqual(
      losses(lab, 'imp2').map((it) => it.split(' ')[0]),
    );
  });

  it('all of them on a link that loses everything', () => {
    const lab = new Lab({ linkLoss: 1 }).to(60_000);
    expect(arrivals(lab, 'imp1')).toEqual([]);
    expect(lab.changes()).toEqual(['60000 imp1 taking-over/Peer Down', '60000 imp2 taking-over/Peer Down']);
  });
});

describe('a peer is lost', () => {
  it('a time-out after the last arrival, to the millisecond', () => {
    const lab = new Lab().at(20_000, { do: 'cut-link', group: 'pair' }).to(75_019);
    expect(lab.changes()).toEqual([]);
    lab.to(75_020);
    expect(lab.changes()).toEqual(['75020 imp1 taking-over/Peer Down', '75020 imp2 taking-over/Peer Down']);
  });

  it('a time-out after the start of the watch if nothing arrived since', () => {
    const lab = new Lab().at(0, { do: 'cut-link', group: 'pair' }).to(59_999);
    expect(lab.changes()).toEqual([]);
    expect(lab.to(60_000).changes()).toHaveLength(2);
  });

  it('not if a keep-alive arrives in the very millisecond of the time-out', () => {
    // The last arrival is at 15,020; the next is sent at 75,000 and takes 20 ms.
    const lab = new Lab()
      .at(15_030, { do: 'cut-link', group: 'pair' })
      .at(74_990, { do: 'restore-link', group: 'pair' })
      .to(200_000);
    expect(arrivals(lab, 'imp1', 15_021)[0]).toBe(75_020);
    expect(lab.changes()).toEqual([]);
  });

  it('if the keep-alive arrives a millisecond later than the time-out', () => {
    const lab = new Lab()
      .at(15_030, { do: 'cut-link', group: 'pair' })
      .at(74_990, { do: 'set-link', group: 'pair', latencyMs: 21 }, { do: 'restore-link', group: 'pair' })
      .to(75_020);
    expect(lab.changes()).toEqual(['75020 imp1 taking-over/Peer Down', '75020 imp2 taking-over/Peer Down']);
  });

  it('and what it showed is forgotten until it is heard again', () => {
    const lab = new Lab().at(20_000, { do: 'cut-link', group: 'pair' }).to(75_019);
    expect(lab.node('imp1').heard?.state).toBe('normal');
    lab.to(75_020);
    expect(lab.node('imp1').heard).toBeNull();
    expect(lab.node('imp1').peerLost).toBe(true);
    lab.at(80_000, { do: 'restore-link', group: 'pair' }).to(91_000);
    expect(lab.node('imp1').heard).not.toBeNull();
    expect(lab.node('imp1').peerLost).toBe(false);
  });

  it('by a shortened time-out at once, if it is already over', () => {
    const lab = new Lab()
      .at(20_000, { do: 'cut-link', group: 'pair' })
      .at(50_000, { do: 'set-parameter', parameter: 'keepAliveTimeout', value: 30 })
      .to(50_000);
    expect(lab.changes()).toEqual(['50000 imp1 taking-over/Peer Down', '50000 imp2 taking-over/Peer Down']);
  });

  it('later by a lengthened time-out', () => {
    const lab = new Lab()
      .at(20_000, { do: 'cut-link', group: 'pair' })
      .at(50_000, { do: 'set-parameter', parameter: 'keepAliveTimeout', value: 90 })
      .to(105_019);
    expect(lab.changes()).toEqual([]);
    expect(lab.to(105_020).changes()).toHaveLength(2);
  });

  it('while Initializing only after the longer time-out, from entering it or the last arrival', () => {
    const lab = new Lab({ start: 'cold' }).at(0, ...on('imp2', 'power-on')).to(244_999);
    expect(lab.changes()).toEqual(['125000 imp2 initializing/Initialization']);
    expect(lab.to(245_000).changes().at(-1)).toBe('245000 imp2 taking-over/Peer Down During Initialization');
  });

  it('twice as late with Multiple Device Messaging, in both time-outs', () => {
    const cut = new Lab({ multipleDeviceMessaging: true }).at(20_000, { do: 'cut-link', group: 'pair' });
    expect(cut.to(135_019).changes()).toEqual([]);
    expect(cut.to(135_020).changes()).toHaveLength(2);
    const cold = new Lab({ multipleDeviceMessaging: true, start: 'cold' }).at(0, ...on('imp2', 'power-on'));
    expect(cold.to(364_999).changes()).toHaveLength(1);
    expect(cold.to(365_000).changes()).toHaveLength(2);
  });
});
