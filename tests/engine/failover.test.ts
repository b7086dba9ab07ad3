import { describe, expect, it } from 'vitest';
import type { Step } from '../../src/engine';
import { Lab, on, startService, stopService } from './lab';

const fault = (node: string, isOn = true): Step => ({ do: 'set-user-move-fault', node, on: isOn });
const set = (parameter: 'criticalServiceDelay', value: number): Step => ({
  do: 'set-parameter',
  parameter,
  value,
});

describe('manual failover (5.5)', () => {
  it('stops the services, releases, lets the peer move the users, and ends in row 3', () => {
    const lab = new Lab({ users: 4 }).at(1_000, ...on('imp1', 'failover')).to(1_000_000);
    expect(lab.changes()).toEqual([
      '1000 imp1 failing-over/On Admin Request',
      '1020 imp2 taking-over/On Admin Request',
      // 5 s to stop, 20 ms to tell it, 10 s to move and 1 ms for each of two users.
      '16022 imp2 running-in-backup-mode/On Admin Request',
      '16042 imp1 idle/On Admin Request',
    ]);
  });

  it('leaves every critical service of the node stopped, also those that had failed or were starting', () => {
    const lab = new Lab()
      .at(500, { do: 'crash-service', node: 'imp1', service: 'Cisco Sync Agent' })
      .at(900, stopService('imp1'))
      .at(901, startService('imp1'))
      .at(1_000, ...on('imp1', 'failover'))
      .to(5_999);
    expect(lab.node('imp1').services.map((it) => it.status)).toEqual([
      'started',
      'failed',
      'started',
      'starting',
      'started',
    ]);
    lab.to(100_000);
    expect(lab.node('imp1').services.every((it) => it.status === 'stopped')).toBe(true);
    expect(lab.node('imp2').healthy).toBe(true);
  });

  it('tells that the users are released from the end of the stop on, until the node leaves Idle', () => {
    const lab = new Lab().at(1_000, ...on('imp1', 'failover'));
    expect(lab.to(5_999).node('imp1').released).toBe(false);
    expect(lab.to(6_000).node('imp1').released).toBe(true);
    expect(lab.to(60_000).node('imp1').released).toBe(true);
    lab.at(70_000, ...on('imp1', 'fallback'));
    expect(lab.node('imp1').released).toBe(false);
  });

  it('takes twice as long with Multiple Device Messaging, in the stop and in the move', () => {
    const lab = new Lab({ users: 4, multipleDeviceMessaging: true })
      .at(1_000, ...on('imp1', 'failover'))
      .to(100_000);
    expect(lab.changes().slice(2)).toEqual([
      '31024 imp2 running-in-backup-mode/On Admin Request',
      '31044 imp1 idle/On Admin Request',
    ]);
  });

  it('keeps the pace it began a phase with when Multiple Device Messaging is switched meanwhile', () => {
    const lab = new Lab()
      .at(1_000, ...on('imp1', 'failover'))
      .at(2_000, { do: 'set-multiple-device-messaging', on: true })
      .to(100_000);
    expect(lab.changes().slice(2)[0]).toBe('26020 imp2 running-in-backup-mode/On Admin Request');
  });

  it('goes through all its states also when nothing takes any time', () => {
    const lab = new Lab({ durations: { stopServices: 0, moveUsers: 0 } })
      .at(1_000, ...on('imp1', 'failover'))
      .to(100_000);
    expect(lab.changes()).toEqual([
      '1000 imp1 failing-over/On Admin Request',
      '1020 imp2 taking-over/On Admin Request',
      '1020 imp2 running-in-backup-mode/On Admin Request',
      '1040 imp1 idle/On Admin Request',
    ]);
  });

  it('begins the move when the peer has begun to initialize, which has nothing to release', () => {
    // imp2 stops as a waiting Taking Over; imp1 gives it up, fails, and initializes beside it when both start again.
    const lab = new Lab({ durations: { stopServices: 60 } })
      .at(1_000, ...on('imp1', 'failover'))
      .at(2_000, ...on('imp2', 'stop-srm'))
      .to(76_000);
    expect(lab.changes(60_000)).toEqual(['61040 imp1 running-in-failed-mode/Unknown']);
    lab.at(80_000, ...on('imp1', 'restart-srm'), ...on('imp2', 'restart-srm')).to(200_000);
    expect(lab.changes(85_000)).toEqual([
      '85000 imp2 taking-over/Initialization',
      '86000 imp1 initializing/Initialization',
      '96020 imp2 running-in-backup-mode/Initialization',
      '96040 imp1 failed-over-critical-services-not-running/Initialization',
    ]);
  });
});

describe('automatic failover (5.6)', () => {
  const AUTOMATIC = (reason: string, atMs = 100_000) => [
    `${atMs} imp1 failing-over/${reason}`,
    `${atMs + 20} imp2 taking-over/${reason}`,
    `${atMs + 10_020} imp2 running-in-backup-mode/${reason}`,
    `${atMs + 10_040} imp1 failed-over-critical-services-not-running/${reason}`,
  ];

  it.each<[string, Step, string]>([
    ['a critical service is stopped', stopService('imp1'), 'Critical Service Down'],
    [
      'a critical service crashes',
      { do: 'crash-service', node: 'imp1', service: 'Cisco Presence Engine' },
      'Critical Service Down',
    ],
    [
      'a critical service breaks',
      { do: 'break-service', node: 'imp1', service: 'Cisco Client Profile Agent' },
      'Critical Service Down',
    ],
    ['the database stops', { do: 'stop-database', node: 'imp1' }, 'Database Failure'],
  ])('begins the Critical Service Delay after %s', (_, step, reason) => {
    expect(new Lab().at(10_000, step).to(1_000_000).changes()).toEqual(AUTOMATIC(reason));
  });

  it('ends in Failed Over when the node is healthy by then', () => {
    const lab = new Lab().at(10_000, stopService('imp1')).at(90_000, startService('imp1')).to(200_000);
    expect(lab.changes().at(-1)).toBe('110040 imp1 failed-over/Critical Service Down');
  });

  it('does not stop what still runs, and disconnects the clients at once', () => {
    const lab = new Lab({ users: 2 }).at(10_000, stopService('imp1')).to(99_999);
    expect(lab.node('imp1').online).toBe(1);
    lab.to(100_000);
    expect(lab.node('imp1').online).toBe(0);
    lab.to(200_000);
    expect(lab.node('imp1').services.filter((it) => it.status === 'started')).toHaveLength(4);
  });

  it('does not begin when the service has started in the last millisecond', () => {
    const lab = new Lab().at(10_000, stopService('imp1')).at(85_000, startService('imp1')).to(500_000);
    expect(lab.changes()).toEqual([]);
  });

  it('begins when the service starts a millisecond too late', () => {
    const lab = new Lab().at(10_000, stopService('imp1')).at(85_001, startService('imp1')).to(100_000);
    expect(lab.changes()).toEqual(['100000 imp1 failing-over/Critical Service Down']);
  });

  it('does not begin when the database comes back in the very millisecond: steps come first', () => {
    const lab = new Lab()
      .at(10_000, { do: 'stop-database', node: 'imp1' })
      .at(100_000, { do: 'start-database', node: 'imp1' })
      .to(500_000);
    expect(lab.changes()).toEqual([]);
  });

  it('counts one service’s time without a break, not that of several which follow one another', () => {
    const lab = new Lab()
      .at(10_000, stopService('imp1'))
      .at(50_000, { do: 'stop-service', node: 'imp1', service: 'Cisco Sync Agent' })
      .at(60_000, startService('imp1'))
      .to(200_000);
    expect(lab.changes()[0]).toBe('140000 imp1 failing-over/Critical Service Down');
  });

  it('counts a service that starts and is stopped again before it runs as down all the time', () => {
    const lab = new Lab()
      .at(10_000, stopService('imp1'))
      .at(60_000, startService('imp1'))
      .at(70_000, stopService('imp1'))
      .to(100_000);
    expect(lab.changes()).toHaveLength(1);
  });

  it('begins anew to count after a break', () => {
    const lab = new Lab()
      .at(10_000, stopService('imp1'))
      .at(20_000, startService('imp1'))
      .at(40_000, stopService('imp1'))
      .to(130_000);
    expect(lab.changes()).toEqual(['130000 imp1 failing-over/Critical Service Down']);
  });

  it.each([
    ['at once with a service: Database Failure', 10_000, 10_000, 'Database Failure', 100_000],
    ['a millisecond before a service: Database Failure', 9_999, 10_000, 'Database Failure', 99_999],
    [
      'a millisecond after a service: Critical Service Down',
      10_001,
      10_000,
      'Critical Service Down',
      100_000,
    ],
  ])('of a database that goes down %s', (_, databaseMs, serviceMs, reason, atMs) => {
    const lab = new Lab();
    const steps: [number, Step][] = [
      [databaseMs, { do: 'stop-database', node: 'imp1' }],
      [serviceMs, stopService('imp1')],
    ];
    for (const [ms, step] of steps.sort(([a], [b]) => a - b)) lab.at(ms, step);
    expect(lab.to(atMs).changes()).toEqual([`${atMs} imp1 failing-over/${reason}`]);
  });

  it('comes twice as late with Multiple Device Messaging', () => {
    const lab = new Lab({ multipleDeviceMessaging: true }).at(10_000, stopService('imp1'));
    expect(lab.to(189_999).changes()).toEqual([]);
    expect(lab.to(190_000).changes()).toEqual(['190000 imp1 failing-over/Critical Service Down']);
    expect(lab.to(400_000).changes()[2]).toBe('210020 imp2 running-in-backup-mode/Critical Service Down');
  });

  it('comes at once when the delay is shortened below the time that has passed, and later when lengthened', () => {
    const shorter = new Lab().at(10_000, stopService('imp1')).at(60_000, set('criticalServiceDelay', 30));
    expect(shorter.to(60_000).changes()).toEqual(['60000 imp1 failing-over/Critical Service Down']);
    const longer = new Lab().at(10_000, stopService('imp1')).at(60_000, set('criticalServiceDelay', 120));
    expect(longer.to(129_999).changes()).toEqual([]);
    expect(longer.to(130_000).changes()).toHaveLength(1);
  });

  it('ends in failed mode when the peer is not healthy either', () => {
    const lab = new Lab().at(10_000, stopService('imp1')).at(50_000, stopService('imp2')).to(1_000_000);
    expect(lab.changes()).toEqual([
      '100000 imp1 failing-over/Critical Service Down',
      '100020 imp2 running-in-failed-mode/Critical Service Down',
      '100040 imp1 running-in-failed-mode/Critical Service Down',
    ]);
  });

  it('of both nodes at once ends in failed mode, whatever the causes', () => {
    const lab = new Lab()
      .at(10_000, stopService('imp1'), { do: 'stop-database', node: 'imp2' })
      .to(1_000_000);
    expect(lab.changes()).toEqual([
      '100000 imp1 failing-over/Critical Service Down',
      '100000 imp2 failing-over/Database Failure',
      '100020 imp1 running-in-failed-mode/Critical Service Down',
      '100020 imp2 running-in-failed-mode/Critical Service Down',
    ]);
  });

  it('does not begin with high availability off, or for a replication value', () => {
    const off = new Lab({ groups: [{ name: 'pair', nodes: ['imp1', 'imp2'] }] })
      .at(10_000, stopService('imp1'))
      .to(500_000);
    expect(off.changes()).toEqual([]);
    const replication = new Lab().at(10_000, { do: 'set-replication', node: 'imp1', value: 0 }).to(500_000);
    expect(replication.changes()).toEqual([]);
  });
});

describe('a take-over that fails (5.7)', () => {
  const MOVE_ENDS_MS = 16_020;
  const FAILED = [
    `${MOVE_ENDS_MS} imp2 running-in-failed-mode/Cisco Server Recovery Manager Take Over Users Failed`,
    `${MOVE_ENDS_MS + 20} imp1 running-in-failed-mode/Cisco Server Recovery Manager Take Over Users Failed`,
  ];

  it.each([
    ['imp1', 'before it begins', 500],
    ['imp2', 'before it begins', 500],
    ['imp1', 'in its last millisecond', MOVE_ENDS_MS],
    ['imp2', 'in its last millisecond', MOVE_ENDS_MS],
  ])('by a user-move fault of %s that is set %s', (node, _, atMs) => {
    const lab = new Lab();
    if (atMs < 1_000) lab.at(atMs, fault(node)).at(1_000, ...on('imp1', 'failover'));
    else lab.at(1_000, ...on('imp1', 'failover')).at(atMs, fault(node));
    expect(lab.to(500_000).changes().slice(2)).toEqual(FAILED);
  });

  it('does not fail by a fault that is cleared before the move would end, or set after it', () => {
    const cleared = new Lab()
      .at(500, fault('imp1'))
      .at(1_000, ...on('imp1', 'failover'))
      .at(MOVE_ENDS_MS, fault('imp1', false))
      .to(100_000);
    expect(cleared.seen).toEqual(['idle/On Admin Request', 'running-in-backup-mode/On Admin Request']);
    const late = new Lab()
      .at(1_000, ...on('imp1', 'failover'))
      .at(MOVE_ENDS_MS + 1, fault('imp2'))
      .to(100_000);
    expect(late.seen).toEqual(['idle/On Admin Request', 'running-in-backup-mode/On Admin Request']);
  });

  it('by a fault also when the peer is lost', () => {
    const lab = new Lab()
      .at(500, fault('imp2'))
      .at(20_000, ...on('imp1', 'power-off'))
      .to(200_000);
    expect(lab.changes().slice(1)).toEqual([
      '75020 imp2 taking-over/Peer Reboot',
      '85020 imp2 running-in-failed-mode/Cisco Server Recovery Manager Take Over Users Failed',
    ]);
  });

  it.each([
    [false, 100_000],
    [true, 190_000],
  ])(
    'by ill health of the one that takes over, for the delay (Multiple Device Messaging %s)',
    (mdm, atMs) => {
      const lab = new Lab({ durations: { stopServices: 400 }, multipleDeviceMessaging: mdm })
        .at(1_000, ...on('imp1', 'failover'))
        .at(10_000, { do: 'stop-database', node: 'imp2' })
        .to(300_000);
      expect(lab.changes().slice(2)).toEqual([
        `${atMs} imp2 running-in-failed-mode/Critical Service Down`,
        `${atMs + 20} imp1 running-in-failed-mode/Critical Service Down`,
      ]);
    },
  );

  it('not by a shorter ill health of the one that takes over', () => {
    const lab = new Lab({ durations: { stopServices: 400 } })
      .at(1_000, ...on('imp1', 'failover'))
      .at(10_000, { do: 'stop-database', node: 'imp2' })
      .at(99_999, { do: 'start-database', node: 'imp2' })
      .to(600_000);
    expect(lab.seen).toEqual(['idle/On Admin Request', 'running-in-backup-mode/On Admin Request']);
  });
});

describe('failed over (5.8)', () => {
  /** imp1 is Failed Over with Critical Services Not Running from 110.040 s on. */
  const failedOver = () => new Lab().at(10_000, stopService('imp1')).to(150_000);

  it('follows health at once, with the cause of ill health and without a new reason for good health', () => {
    const lab = failedOver()
      .at(200_000, startService('imp1'))
      .at(300_000, { do: 'stop-database', node: 'imp1' })
      .at(300_500, stopService('imp1'))
      .at(301_000, { do: 'start-database', node: 'imp1' })
      .at(302_000, startService('imp1'))
      .at(400_000, stopService('imp1'))
      .to(500_000);
    expect(lab.changes(150_000)).toEqual([
      '215000 imp1 failed-over/Critical Service Down',
      '300000 imp1 failed-over-critical-services-not-running/Database Failure',
      '317000 imp1 failed-over/Database Failure',
      '400000 imp1 failed-over-critical-services-not-running/Critical Service Down',
    ]);
  });

  it('stays out when its peer is lost while it is not healthy, and takes over when it turns healthy', () => {
    const lab = failedOver()
      .at(200_000, ...on('imp2', 'power-off'))
      .at(300_000, startService('imp1'))
      .to(500_000);
    expect(lab.changes(150_000)).toEqual([
      '200000 imp2 unreachable',
      '315000 imp1 failed-over/Critical Service Down',
      '315000 imp1 taking-over/Peer Reboot',
      '325000 imp1 running-in-backup-mode/Peer Reboot',
    ]);
  });

  it('only becomes Failed Over when it turns healthy while its peer is not lost yet', () => {
    const lab = failedOver()
      .at(200_000, startService('imp1'))
      .at(214_000, ...on('imp2', 'stop-srm'))
      .to(269_000);
    expect(lab.changes(150_000)).toEqual([
      '214000 imp2 unreachable',
      '215000 imp1 failed-over/Critical Service Down',
    ]);
    // imp2's last keep-alive arrived at 210.020 s.
    expect(lab.to(271_000).changes(260_000)).toEqual(['270020 imp1 taking-over/Peer Down']);
  });
});
