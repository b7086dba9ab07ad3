import { describe, expect, it } from 'vitest';
import type { Step } from '../../src/engine';
import { Lab, on, PAIR_WITHOUT_HA, startService, stopService } from './lab';

const fault = (node: string, isOn = true): Step => ({ do: 'set-user-move-fault', node, on: isOn });
const replication = (node: string, value: number): Step => ({ do: 'set-replication', node, value });
const enable: Step = { do: 'enable-ha', group: 'pair' };
const cut: Step = { do: 'cut-link', group: 'pair' };
const restore: Step = { do: 'restore-link', group: 'pair' };

/** imp1 Idle, imp2 Running in Backup Mode since 16.020 s. */
const failedOverByHand = () => new Lab().at(1_000, ...on('imp1', 'failover')).to(40_000);

describe('high availability off (5.1)', () => {
  it('shows Unknown, High Availability Not Enabled, also after a restart of the recovery manager and a reboot', () => {
    const lab = new Lab({ groups: PAIR_WITHOUT_HA })
      .at(1_000, ...on('imp1', 'restart-srm'), ...on('imp2', 'restart'))
      .to(300_000);
    expect(lab.changes()).toEqual([
      '1000 imp1 unreachable',
      '1000 imp2 unreachable',
      '7000 imp1 unknown/High Availability Not Enabled',
      '146000 imp2 unknown/High Availability Not Enabled',
    ]);
  });

  it('is how a node in a group of its own, or in none, is', () => {
    const lab = new Lab({
      nodes: [{ name: 'imp1' }, { name: 'imp2' }],
      groups: [{ name: 'single', nodes: ['imp1'] }],
    });
    expect(lab.seen).toEqual([
      'unknown/High Availability Not Enabled',
      'unknown/High Availability Not Enabled',
    ]);
    expect(lab.try(1, { do: 'enable-ha', group: 'single' })).toMatch(/^refused: .*two nodes/);
  });
});

describe('high availability is switched on (5.2)', () => {
  it('and both nodes initialize', () => {
    const lab = new Lab({ groups: PAIR_WITHOUT_HA }).at(10_000, enable).to(100_000);
    expect(lab.changes()).toEqual([
      '10000 imp1 initializing/Initialization',
      '10000 imp2 initializing/Initialization',
      '10020 imp1 normal/Normal',
      '10020 imp2 normal/Normal',
    ]);
  });

  it.each<[string, Step]>([
    ['stopped', { do: 'stop-srm', node: 'imp1' }],
    ['stopping and about to start', { do: 'restart-srm', node: 'imp1' }],
    ['gone with its platform', { do: 'power-off', node: 'imp1' }],
  ])('improperly while a recovery manager is %s: row 24', (_, step) => {
    const lab = new Lab({ groups: PAIR_WITHOUT_HA }).at(10_000, step).at(10_500, enable).to(10_500);
    expect(lab.seen).toEqual(['unreachable', 'unknown/none']);
  });

  it('improperly until the recovery managers of both have been started since, in either order', () => {
    for (const [first, second] of [
      ['imp1', 'imp2'],
      ['imp2', 'imp1'],
    ] as const) {
      const lab = new Lab({ groups: PAIR_WITHOUT_HA })
        .at(1_000, ...on('imp1', 'stop-srm'))
        .at(10_000, enable)
        .at(20_000, ...on(first, 'restart-srm'))
        .to(30_000);
      expect(lab.node(first).state).toBe('unknown');
      lab.at(40_000, ...on(first, 'restart-srm')).to(60_000);
      expect(lab.seen[first === 'imp1' ? 0 : 1]).toBe('unknown/none');
      lab.at(60_000, ...on(second, 'restart-srm')).to(64_999);
      expect(lab.changes(64_000)).toEqual([]);
      lab.to(67_000);
      expect(lab.seen).toEqual(['normal/Normal', 'normal/Normal']);
    }
  });

  it('improperly, a node whose recovery manager was just starting counts as started when it is up', () => {
    const lab = new Lab({ groups: PAIR_WITHOUT_HA })
      .at(1_000, ...on('imp1', 'restart-srm'))
      .at(5_000, enable)
      .to(7_000);
    expect(lab.seen).toEqual(['unknown/none', 'unknown/none']);
    expect(lab.at(8_000, ...on('imp2', 'restart-srm')).to(20_000).seen).toEqual([
      'normal/Normal',
      'normal/Normal',
    ]);
  });

  it('and may be switched off again from row 24 when both can be reached', () => {
    const lab = new Lab({ groups: PAIR_WITHOUT_HA }).at(1_000, ...on('imp1', 'stop-srm')).at(2_000, enable);
    expect(lab.try(3_000, { do: 'disable-ha', group: 'pair' })).toMatch(/^refused: imp1 cannot be reached/);
    lab.at(4_000, ...on('imp1', 'start-srm')).at(10_000, { do: 'disable-ha', group: 'pair' });
    expect(lab.seen).toEqual([
      'unknown/High Availability Not Enabled',
      'unknown/High Availability Not Enabled',
    ]);
    expect(lab.at(11_000, enable).to(12_000).seen).toEqual(['normal/Normal', 'normal/Normal']);
  });

  it('never begins a take-over from row 24 when the other is silent', () => {
    const lab = new Lab({ groups: PAIR_WITHOUT_HA })
      .at(1_000, ...on('imp1', 'stop-srm'))
      .at(2_000, enable)
      .to(900_000);
    expect(lab.seen).toEqual(['unreachable', 'unknown/none']);
  });
});

describe('start of a recovery manager by the kept state (5.3)', () => {
  it('Normal: Initializing, then Normal as soon as both have heard each other', () => {
    const lab = new Lab().at(20_000, ...on('imp2', 'restart-srm')).to(100_000);
    expect(lab.changes()).toEqual([
      '20000 imp2 unreachable',
      '26000 imp2 initializing/Initialization',
      '26040 imp2 normal/Normal',
    ]);
  });

  it('none: Initializing', () => {
    const lab = new Lab({ start: 'cold' })
      .at(0, ...on('imp1', 'power-on'), ...on('imp2', 'power-on'))
      .to(300_000);
    // The platform is up at 120 s, the recovery managers at 125 s, the services at 135 s.
    expect(lab.changes()).toEqual([
      '125000 imp1 initializing/Initialization',
      '125000 imp2 initializing/Initialization',
      '135020 imp1 normal/Normal',
      '135020 imp2 normal/Normal',
    ]);
  });

  it('Idle and Running in Backup Mode: the same, with Initialization (rows 5 to 7)', () => {
    const lab = failedOverByHand()
      .at(50_000, ...on('imp1', 'restart-srm'))
      .to(60_000);
    expect(lab.seen).toEqual(['idle/Initialization', 'running-in-backup-mode/On Admin Request']);
    lab.at(70_000, ...on('imp2', 'restart-srm')).to(500_000);
    expect(lab.seen).toEqual(['idle/Initialization', 'running-in-backup-mode/Initialization']);
    expect(lab.changes(50_000)).toHaveLength(4);
  });

  it('a manual Failing Over stops the services and releases anew', () => {
    const lab = new Lab()
      .at(1_000, ...on('imp1', 'failover'))
      .at(3_000, ...on('imp1', 'restart-srm'))
      .to(13_999);
    expect(lab.node('imp1').services[0]!.status).toBe('started');
    expect(lab.to(14_000).node('imp1').services[0]!.status).toBe('stopped');
    expect(lab.to(100_000).changes(3_000)).toEqual([
      '3000 imp1 unreachable',
      '9000 imp1 failing-over/Initialization',
      '24020 imp2 running-in-backup-mode/On Admin Request',
      '24040 imp1 idle/On Admin Request',
    ]);
  });

  it('a manual Failing Over that had released before takes its release back until the services are stopped again', () => {
    const lab = new Lab({ durations: { moveUsers: 100 } })
      .at(1_000, ...on('imp1', 'failover'))
      .at(7_000, ...on('imp1', 'restart-srm'))
      .to(13_000);
    expect(lab.node('imp1').released).toBe(false);
    expect(lab.to(18_000).node('imp1').released).toBe(true);
  });

  it('an automatic Failing Over releases anew and goes on', () => {
    const lab = new Lab({ durations: { moveUsers: 60 } })
      .at(10_000, stopService('imp1'))
      .at(110_000, ...on('imp1', 'restart-srm'))
      .to(116_000);
    expect(lab.node('imp1').released).toBe(true);
    expect(lab.node('imp1').services.filter((it) => it.status === 'started')).toHaveLength(4);
    expect(lab.to(300_000).changes(110_000)).toEqual([
      '110000 imp1 unreachable',
      '116000 imp1 failing-over/Initialization',
      '160020 imp2 running-in-backup-mode/Critical Service Down',
      '160040 imp1 failed-over-critical-services-not-running/Initialization',
    ]);
  });

  it('a Taking Over that waited for the release waits for it again', () => {
    const lab = new Lab({ durations: { stopServices: 60 } })
      .at(1_000, ...on('imp1', 'failover'))
      .at(10_000, ...on('imp2', 'restart-srm'))
      .to(200_000);
    expect(lab.changes(10_000)).toEqual([
      '10000 imp2 unreachable',
      '16000 imp2 taking-over/Initialization',
      '71020 imp2 running-in-backup-mode/Initialization',
      '71040 imp1 idle/On Admin Request',
    ]);
  });

  it('a Taking Over that was moving users moves them again, without waiting for anything', () => {
    const lab = new Lab({ durations: { moveUsers: 50 } })
      .at(1_000, ...on('imp1', 'failover'))
      .at(10_000, ...on('imp2', 'restart-srm'), cut)
      .to(200_000);
    expect(lab.changes(10_000)).toEqual([
      '10000 imp2 unreachable',
      '16000 imp2 taking-over/Initialization',
      // imp2's last keep-alive arrived at 1.040 s: imp1 gives it up in the middle of its transition.
      '61040 imp1 running-in-failed-mode/Unknown',
      '66000 imp2 running-in-backup-mode/Initialization',
    ]);
  });

  it('Taking Back starts services that do not run and waits for Falling Back again (row 9)', () => {
    const lab = failedOverByHand()
      .at(60_000, ...on('imp1', 'fallback'))
      .at(76_000, ...on('imp1', 'restart-srm'))
      .at(78_000, stopService('imp1'))
      .to(200_000);
    expect(lab.changes(76_000)).toEqual([
      '76000 imp1 unreachable',
      '82000 imp1 taking-back/Initialization',
      // Services from 82 s to 97 s, then 10 s to move.
      '107000 imp1 normal/Normal',
      '107020 imp2 normal/Normal',
    ]);
  });

  it('Falling Back goes on where it was', () => {
    const lab = failedOverByHand()
      .at(60_000, ...on('imp1', 'fallback'))
      .at(70_000, ...on('imp2', 'restart-srm'))
      .to(200_000);
    expect(lab.changes(70_000)).toEqual([
      '70000 imp2 unreachable',
      '76000 imp2 falling-back/Initialization',
      '85000 imp1 normal/Normal',
      '85020 imp2 normal/Normal',
    ]);
  });

  it('Failed Over: by health, with Initialization', () => {
    const lab = new Lab()
      .at(10_000, stopService('imp1'))
      .at(200_000, ...on('imp1', 'restart-srm'))
      .at(201_000, startService('imp1'))
      .at(300_000, ...on('imp1', 'stop-srm'))
      .at(301_000, stopService('imp1'))
      .at(302_000, ...on('imp1', 'start-srm'))
      .to(400_000);
    expect(lab.changes(200_000)).toEqual([
      '200000 imp1 unreachable',
      '206000 imp1 failed-over-critical-services-not-running/Initialization',
      '216000 imp1 failed-over/Initialization',
      '300000 imp1 unreachable',
      '307000 imp1 failed-over-critical-services-not-running/Initialization',
    ]);
  });

  it('Backup Activated and Failover Affected Services: the same, with Initialization', () => {
    const lab = backupActivated()
      .at(400_000, ...on('imp1', 'restart-srm'), ...on('imp2', 'restart-srm'))
      .to(600_000);
    expect(lab.seen).toEqual([
      'backup-activated/Initialization',
      'failover-affected-services/Initialization',
    ]);
    expect(lab.changes(400_000)).toHaveLength(4);
  });

  it('Running in Failed Mode: Initializing, and on both sides together back to Normal', () => {
    const lab = new Lab()
      .at(500, fault('imp1'))
      .at(1_000, ...on('imp1', 'failover'))
      .at(20_000, fault('imp1', false), ...on('imp1', 'restart'), ...on('imp2', 'restart'))
      .to(400_000);
    expect(lab.changes(20_000)).toEqual([
      '20000 imp1 unreachable',
      '20000 imp2 unreachable',
      '165000 imp1 initializing/Initialization',
      '165000 imp2 initializing/Initialization',
      '175020 imp1 normal/Normal',
      '175020 imp2 normal/Normal',
    ]);
  });

  it('on boot the services start by themselves, except on a node kept as Idle', () => {
    const idle = failedOverByHand()
      .at(50_000, ...on('imp1', 'restart'), ...on('imp2', 'restart'))
      .to(300_000);
    expect(idle.node('imp1').services.map((it) => it.status)).toEqual(Array(5).fill('stopped'));
    expect(idle.node('imp1').databaseUp).toBe(true);
    expect(idle.node('imp2').healthy).toBe(true);
    expect(idle.seen).toEqual(['idle/Initialization', 'running-in-backup-mode/Initialization']);
  });
});

/** imp1 Backup Activated, imp2 Failover Affected Services (database) since 390 s: row 22. */
function backupActivated(): Lab {
  return new Lab()
    .at(10_000, stopService('imp1'))
    .at(200_000, startService('imp1'))
    .at(300_000, { do: 'stop-database', node: 'imp2' })
    .to(395_000);
}

describe('a node that comes back after its peer has taken over (5.3, I-8)', () => {
  /** imp2 took over at 75.02 s, went down and imp1, back since, took over later. */
  function bothTookOver(): Lab {
    return new Lab()
      .at(20_000, ...on('imp1', 'power-off'))
      .at(100_000, ...on('imp1', 'power-on'))
      .at(300_000, ...on('imp2', 'power-off'))
      .to(400_000);
  }

  it('yields from Running in Backup Mode to the later take-over', () => {
    const lab = bothTookOver();
    expect(lab.seen).toEqual(['running-in-backup-mode/Peer Reboot', 'unreachable']);
    lab.at(400_000, ...on('imp2', 'power-on')).to(700_000);
    expect(lab.changes(400_000)).toEqual([
      '525000 imp2 running-in-backup-mode/Initialization',
      '525020 imp2 failed-over-critical-services-not-running/Initialization',
      '535000 imp2 failed-over/Initialization',
    ]);
  });

  it('keeps the users if it was the later one, and the other yields when it comes back', () => {
    const lab = bothTookOver()
      .at(400_000, ...on('imp1', 'restart-srm'), ...on('imp2', 'power-on'))
      .to(700_000);
    expect(lab.seen).toEqual(['running-in-backup-mode/Initialization', 'failed-over/Initialization']);
  });

  it('yields from a kept Taking Over', () => {
    const lab = new Lab({ durations: { moveUsers: 60 } })
      .at(20_000, ...on('imp1', 'power-off'))
      .at(80_000, ...on('imp2', 'stop-srm'))
      .at(100_000, ...on('imp1', 'power-on'))
      .to(500_000);
    expect(lab.seen).toEqual(['running-in-backup-mode/Peer Down During Initialization', 'unreachable']);
    lab.at(500_000, ...on('imp2', 'start-srm')).to(600_000);
    expect(lab.changes(500_000)).toEqual([
      '505000 imp2 taking-over/Initialization',
      '505040 imp2 failed-over/Initialization',
    ]);
  });

  it('yields from Backup Activated', () => {
    const lab = backupActivated()
      .at(400_000, ...on('imp1', 'stop-srm'), { do: 'start-database', node: 'imp2' })
      .to(500_000);
    expect(lab.seen).toEqual(['unreachable', 'running-in-backup-mode/Peer Down']);
    lab.at(500_000, ...on('imp1', 'start-srm')).to(600_000);
    expect(lab.changes(500_000)).toEqual([
      '505000 imp1 backup-activated/Initialization',
      '505040 imp1 failed-over/Initialization',
    ]);
  });

  it('yields from Falling Back', () => {
    // imp1 loses imp2 in the middle of Taking Back, fails, and takes over once it turns healthy anew beside a dead peer.
    const lab = new Lab({ durations: { moveUsers: 100 } })
      .at(1_000, ...on('imp1', 'failover'))
      .at(200_000, ...on('imp1', 'fallback'))
      .at(220_000, ...on('imp2', 'power-off'))
      .at(300_000, stopService('imp1'))
      .at(301_000, startService('imp1'))
      .to(500_000);
    expect(lab.changes(220_001)).toEqual([
      '270020 imp1 running-in-failed-mode/Unknown',
      '316000 imp1 taking-over/Peer Reboot',
      '416000 imp1 running-in-backup-mode/Peer Reboot',
    ]);
    lab.at(500_000, ...on('imp2', 'power-on')).to(700_000);
    expect(lab.changes(500_000).slice(0, 2)).toEqual([
      '625000 imp2 falling-back/Initialization',
      '625040 imp2 failed-over-critical-services-not-running/Initialization',
    ]);
  });

  it('fails, as its peer does, where both took over at one instant', () => {
    const lab = new Lab()
      .at(20_000, cut)
      .at(90_000, ...on('imp1', 'restart-srm'), ...on('imp2', 'restart-srm'))
      .at(100_000, restore)
      .to(300_000);
    expect(lab.changes(91_000)).toEqual([
      '96000 imp1 running-in-backup-mode/Initialization',
      '96000 imp2 running-in-backup-mode/Initialization',
      '111020 imp1 running-in-failed-mode/Unknown',
      '111020 imp2 running-in-failed-mode/Unknown',
    ]);
  });

  it('never counts a kept state taken up again as a take-over', () => {
    const lab = new Lab()
      .at(20_000, ...on('imp1', 'power-off'))
      .at(100_000, ...on('imp2', 'restart-srm'))
      .to(200_000);
    expect(lab.node('imp2').tookOverAtMs).toBe(75_020);
  });
});

describe('how Initializing ends (5.4)', () => {
  it.each<[string, Step, string]>([
    ['a critical service is stopped', stopService('imp1'), 'Critical Service Down'],
    ['the database is down', { do: 'stop-database', node: 'imp1' }, 'Database Failure'],
    ['replication is not good', replication('imp1', 3), 'Database Failure'],
  ])('%s, and the peer is healthy: an automatic failover at once', (_, step, reason) => {
    const lab = new Lab()
      .at(20_000, step)
      .at(21_000, ...on('imp1', 'restart-srm'))
      .to(200_000);
    const out = reason === 'Database Failure' && step.do === 'set-replication' ? 'failed-over' : undefined;
    expect(lab.changes(21_000)).toEqual([
      '21000 imp1 unreachable',
      '27000 imp1 initializing/Initialization',
      `27040 imp1 failing-over/${reason}`,
      `27060 imp2 taking-over/${reason}`,
      `37060 imp2 running-in-backup-mode/${reason}`,
      `37080 imp1 ${out ?? 'failed-over-critical-services-not-running'}/${reason}`,
    ]);
  });

  it('both a service and the database or replication are down: Database Failure', () => {
    const lab = new Lab()
      .at(20_000, stopService('imp1'), replication('imp1', 4))
      .at(21_000, ...on('imp1', 'restart-srm'))
      .to(30_000);
    expect(lab.seen[0]).toBe('failing-over/Database Failure');
  });

  it('the peer is Normal and not healthy: waits, then follows the peer’s own failover', () => {
    const lab = new Lab()
      .at(20_000, stopService('imp1'))
      .at(21_000, ...on('imp2', 'restart-srm'))
      .to(300_000);
    expect(lab.changes(27_000)).toEqual([
      '27000 imp2 initializing/Initialization',
      '110000 imp1 failing-over/Critical Service Down',
      '110020 imp2 taking-over/Critical Service Down',
      '120020 imp2 running-in-backup-mode/Critical Service Down',
      '120040 imp1 failed-over-critical-services-not-running/Critical Service Down',
    ]);
  });

  it.each<[string, readonly Step[], readonly [string, string]]>([
    [
      'services on both',
      [stopService('imp1'), stopService('imp2')],
      ['Critical Service Down', 'Critical Service Down'],
    ],
    [
      'the databases on both',
      [
        { do: 'stop-database', node: 'imp1' },
        { do: 'stop-database', node: 'imp2' },
      ],
      ['Database Failure', 'Database Failure'],
    ],
    [
      'replication on one, a service on the other',
      [replication('imp1', 0), stopService('imp2')],
      ['Database Failure', 'Critical Service Down'],
    ],
  ])('neither node is fit, for %s: failed mode', (_, steps, [first, second]) => {
    const lab = new Lab({ groups: PAIR_WITHOUT_HA })
      .at(5_000, ...steps)
      .at(10_000, enable)
      .to(300_000);
    expect(lab.changes(10_001)).toEqual([
      `10020 imp1 running-in-failed-mode/${first}`,
      `10020 imp2 running-in-failed-mode/${second}`,
    ]);
  });

  it('neither node is healthy, but a service of the peer is starting: waits for it', () => {
    const lab = new Lab({ groups: PAIR_WITHOUT_HA })
      .at(5_000, stopService('imp1'), stopService('imp2'))
      .at(9_000, startService('imp2'))
      .at(10_000, enable)
      .to(23_999);
    expect(lab.changes(10_001)).toEqual([]);
    expect(lab.to(24_020).seen).toEqual([
      'failing-over/Critical Service Down',
      'initializing/Initialization',
    ]);
  });

  it('one’s own service is starting: nothing ends before it has started', () => {
    const lab = new Lab({ groups: PAIR_WITHOUT_HA })
      .at(5_000, stopService('imp1'))
      .at(9_000, startService('imp1'))
      .at(10_000, enable)
      .to(100_000);
    expect(lab.changes(10_001)).toEqual(['24000 imp1 normal/Normal', '24020 imp2 normal/Normal']);
  });

  it('the peer is Failing Over: takes over with its reason', () => {
    const lab = new Lab()
      .at(10_000, stopService('imp1'))
      .at(97_000, ...on('imp2', 'restart-srm'))
      .to(300_000);
    expect(lab.changes(100_000)).toEqual([
      '100000 imp1 failing-over/Critical Service Down',
      '103000 imp2 initializing/Initialization',
      '103040 imp2 taking-over/Critical Service Down',
      '113040 imp2 running-in-backup-mode/Critical Service Down',
      '113060 imp1 failed-over-critical-services-not-running/Critical Service Down',
    ]);
  });

  it.each<[string, Step, string]>([
    ['a service down', stopService('imp2'), 'Critical Service Down'],
    ['the database down', { do: 'stop-database', node: 'imp2' }, 'Database Failure'],
    ['replication not good', replication('imp2', 1), 'Database Failure'],
  ])('the peer is Failing Over, and it has itself %s: failed mode', (_, step, reason) => {
    const lab = new Lab()
      .at(10_000, stopService('imp1'))
      .at(97_000, ...on('imp2', 'restart-srm'))
      .at(98_000, step)
      .to(300_000);
    expect(lab.changes(103_040)).toEqual([
      `103040 imp2 running-in-failed-mode/${reason}`,
      `103060 imp1 running-in-failed-mode/${reason}`,
    ]);
  });

  it('the peer is Taking Over: waits until it runs in backup mode, then Failed Over', () => {
    const lab = new Lab({ durations: { moveUsers: 60 } })
      .at(16_000, ...on('imp1', 'stop-srm'))
      .at(80_000, ...on('imp1', 'start-srm'))
      .to(300_000);
    expect(lab.changes(75_000)).toEqual([
      '75020 imp2 taking-over/Peer Down',
      '85000 imp1 initializing/Initialization',
      '135020 imp2 running-in-backup-mode/Peer Down',
      '135040 imp1 failed-over/Initialization',
    ]);
  });

  it('the peer runs in backup mode: Failed Over by health, whatever the replication value', () => {
    const lab = new Lab()
      .at(16_000, ...on('imp1', 'stop-srm'), replication('imp1', 4))
      .at(100_000, stopService('imp1'), ...on('imp1', 'start-srm'))
      .at(110_000, startService('imp1'))
      .to(300_000);
    expect(lab.changes(100_000)).toEqual([
      '105000 imp1 initializing/Initialization',
      '105020 imp1 failed-over-critical-services-not-running/Initialization',
      '125000 imp1 failed-over/Initialization',
    ]);
  });

  it('the peer was in failed mode when first heard: Unknown on both (row 21)', () => {
    const lab = new Lab()
      .at(500, fault('imp1'))
      .at(1_000, ...on('imp1', 'failover'))
      .at(40_000, ...on('imp2', 'restart-srm'))
      .to(300_000);
    expect(lab.changes(46_000)).toEqual([
      '46000 imp2 initializing/Initialization',
      '46020 imp1 running-in-failed-mode/Unknown',
      '46040 imp2 running-in-failed-mode/Unknown',
    ]);
  });

  it('the peer turned failed after it was heard: failed mode with its reason', () => {
    const lab = new Lab({ durations: { startServices: 150 } })
      .at(20_000, ...on('imp1', 'power-off'))
      .at(100_000, ...on('imp1', 'power-on'))
      .at(230_000, { do: 'stop-database', node: 'imp2' })
      .to(500_000);
    expect(lab.changes(225_000)).toEqual([
      '225000 imp1 initializing/Initialization',
      '320000 imp2 running-in-failed-mode/Database Failure',
      '370000 imp1 running-in-failed-mode/Database Failure',
    ]);
  });

  it('the peer is Idle: runs in backup mode again', () => {
    const lab = failedOverByHand()
      .at(50_000, ...on('imp1', 'stop-srm'), stopService('imp2'))
      .at(200_000, startService('imp2'))
      .to(220_000);
    expect(lab.seen).toEqual(['unreachable', 'running-in-failed-mode/Critical Service Down']);
    lab
      .at(220_000, ...on('imp2', 'restart-srm'))
      .at(221_000, ...on('imp1', 'start-srm'))
      .to(300_000);
    expect(lab.changes(221_000)).toEqual([
      '226000 imp1 idle/Initialization',
      '226000 imp2 initializing/Initialization',
      '226020 imp2 running-in-backup-mode/Initialization',
    ]);
  });

  it('the peer is Backup Activated, which no row names: failed mode, Unknown', () => {
    const lab = backupActivated()
      .at(400_000, ...on('imp1', 'stop-srm'), fault('imp2'), { do: 'start-database', node: 'imp2' })
      .to(500_000);
    expect(lab.seen[1]).toBe('running-in-failed-mode/Cisco Server Recovery Manager Take Over Users Failed');
    lab
      .at(500_000, ...on('imp2', 'restart-srm'))
      .at(501_000, ...on('imp1', 'start-srm'))
      .to(600_000);
    expect(lab.changes(501_000)).toEqual([
      '506000 imp1 backup-activated/Initialization',
      '506000 imp2 initializing/Initialization',
      '506020 imp2 running-in-failed-mode/Unknown',
      '506040 imp1 running-in-failed-mode/Unknown',
    ]);
  });

  it.each<[string, readonly Step[], string]>([
    ['is healthy: takes over', [], 'taking-over/Peer Down During Initialization'],
    [
      'has a service down: failed mode',
      [stopService('imp1')],
      'running-in-failed-mode/Critical Service Down',
    ],
    ['has bad replication: failed mode', [replication('imp1', 0)], 'running-in-failed-mode/Database Failure'],
  ])('the peer is silent for the initialization time-out, and the node %s', (_, steps, end) => {
    const lab = new Lab()
      .at(20_000, ...on('imp2', 'stop-srm'), ...on('imp1', 'restart-srm'), ...steps)
      .to(145_999);
    expect(lab.seen[0]).toBe('initializing/Initialization');
    expect(lab.to(146_000).seen[0]).toBe(end);
  });

  it.each([
    ['at the same instant', 24_000, 24_000],
    ['so that a keep-alive saying Unknown is still on its way', 10_000, 24_000],
    ['one after the other', 24_000, 50_000],
  ])('leads out of row 24 by a restart of both recovery managers %s', (_, first, second) => {
    const lab = new Lab({ groups: PAIR_WITHOUT_HA })
      .at(1_000, ...on('imp1', 'stop-srm'))
      .at(2_000, enable)
      .at(first, ...on('imp1', 'start-srm'))
      .at(second, ...on('imp2', 'restart-srm'))
      .to(120_000);
    expect(lab.seen).toEqual(['normal/Normal', 'normal/Normal']);
  });
});
