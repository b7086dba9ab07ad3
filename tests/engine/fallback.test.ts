import { describe, expect, it } from 'vitest';
import type { Step } from '../../src/engine';
import { Lab, on, startService, stopService, type LabSetup } from './lab';

const fault = (node: string, isOn = true): Step => ({ do: 'set-user-move-fault', node, on: isOn });
const database = (node: string, action: 'stop' | 'start'): Step => ({ do: `${action}-database`, node });

/** imp1 Idle, imp2 Running in Backup Mode. */
const idle = (setup: LabSetup = {}) => new Lab(setup).at(1_000, ...on('imp1', 'failover')).to(55_000);

/** imp1 Failed Over and healthy since 215 s, imp2 Running in Backup Mode / Critical Service Down. */
const failedOver = (setup: LabSetup = {}) =>
  new Lab(setup).at(10_000, stopService('imp1')).at(200_000, startService('imp1')).to(220_000);

describe('manual fallback (5.9)', () => {
  it('starts the services, waits for Falling Back, moves the users, and ends in row 1', () => {
    const lab = idle({ users: 4 })
      .at(60_000, ...on('imp1', 'fallback'))
      .to(500_000);
    expect(lab.changes(60_000)).toEqual([
      '60000 imp1 taking-back/On Admin Request',
      '60020 imp2 falling-back/On Admin Request',
      '85002 imp1 normal/Normal',
      '85022 imp2 normal/Normal',
    ]);
    expect(lab.node('imp1').healthy).toBe(true);
  });

  it('does not wait for services when all run, but for Falling Back', () => {
    const lab = failedOver()
      .at(300_000, ...on('imp1', 'fallback'))
      .to(500_000);
    expect(lab.changes(300_000)).toEqual([
      '300000 imp1 taking-back/On Admin Request',
      '300020 imp2 falling-back/On Admin Request',
      '310040 imp1 normal/Normal',
      '310060 imp2 normal/Normal',
    ]);
  });

  it('takes no longer with Multiple Device Messaging: that stretches failovers', () => {
    const lab = idle({ multipleDeviceMessaging: true })
      .at(60_000, ...on('imp1', 'fallback'))
      .to(500_000);
    expect(lab.changes(60_000).at(-2)).toBe('85000 imp1 normal/Normal');
  });

  it('leaves services that run, or are starting, alone', () => {
    const lab = idle()
      .at(56_000, startService('imp1'))
      .at(60_000, ...on('imp1', 'fallback'))
      .to(500_000);
    expect(lab.node('imp1').services.map((it) => it.sinceMs)).toEqual([
      75_000, 75_000, 75_000, 71_000, 75_000,
    ]);
    expect(lab.changes(60_000)[2]).toBe('85000 imp1 normal/Normal');
  });

  it.each<[string, Step, number]>([
    ['a broken service', { do: 'break-service', node: 'imp1', service: 'Cisco Sync Agent' }, 58_000],
    ['a service that is stopped meanwhile', stopService('imp1'), 65_000],
    [
      'a service that crashes in the last millisecond',
      { do: 'crash-service', node: 'imp1', service: 'Cisco XCP Router' },
      75_000,
    ],
    ['the database', database('imp1', 'stop'), 70_000],
  ])('fails by %s that is down when the start should be over (row 14)', (_, step, atMs) => {
    const lab = idle();
    if (atMs < 60_000) lab.at(atMs, step).at(60_000, ...on('imp1', 'fallback'));
    else lab.at(60_000, ...on('imp1', 'fallback')).at(atMs, step);
    expect(lab.to(500_000).changes(60_021)).toEqual([
      '75000 imp1 running-in-failed-mode/Start of Critical Services Failed',
      '75020 imp2 running-in-failed-mode/Start of Critical Services Failed',
    ]);
  });

  it('does not fail by what goes down after that: the node is Normal, and then fails over', () => {
    const lab = idle()
      .at(60_000, ...on('imp1', 'fallback'))
      .at(80_000, database('imp1', 'stop'))
      .to(500_000);
    expect(lab.changes(60_021).slice(0, 3)).toEqual([
      '85000 imp1 normal/Normal',
      '85020 imp2 normal/Normal',
      '170000 imp1 failing-over/Database Failure',
    ]);
  });

  it.each(['imp1', 'imp2'])('fails by a user-move fault of %s when the move would end (row 20)', (node) => {
    const lab = idle()
      .at(60_000, ...on('imp1', 'fallback'))
      .at(85_000, fault(node))
      .to(500_000);
    expect(lab.changes(60_021)).toEqual([
      '85000 imp1 running-in-failed-mode/Cisco Server Recovery Manager Take Back Users Failed',
      '85020 imp2 running-in-failed-mode/Cisco Server Recovery Manager Take Back Users Failed',
    ]);
  });

  it('does not fail by a user-move fault that is cleared before', () => {
    const lab = idle()
      .at(59_000, fault('imp2'))
      .at(60_000, ...on('imp1', 'fallback'))
      .at(85_000, fault('imp2', false))
      .to(500_000);
    expect(lab.seen).toEqual(['normal/Normal', 'normal/Normal']);
  });

  it('waits for a peer whose recovery manager is just starting', () => {
    const lab = idle({ durations: { srmStart: 40 } })
      .at(60_000, ...on('imp1', 'fallback'))
      .at(60_010, ...on('imp2', 'restart-srm'))
      .to(500_000);
    // imp2 runs again at 101.010 s, still in backup mode, and hears Taking Back in the answer.
    expect(lab.changes(61_000)).toEqual([
      '101010 imp2 running-in-backup-mode/Initialization',
      '101050 imp2 falling-back/On Admin Request',
      '111070 imp1 normal/Normal',
      '111090 imp2 normal/Normal',
    ]);
  });
});

describe('automatic fallback (5.10)', () => {
  const AUTOMATIC = { parameters: { automaticFallback: true } };
  const due = (atMs: number) => [
    `${atMs} imp1 taking-back/Automatic Fallback`,
    `${atMs + 20} imp2 falling-back/Automatic Fallback`,
    `${atMs + 10_040} imp1 normal/Normal`,
    `${atMs + 10_060} imp2 normal/Normal`,
  ];

  it('begins after thirty minutes of unbroken health, to the millisecond (row 10)', () => {
    const lab = failedOver(AUTOMATIC).to(2_014_999);
    expect(lab.changes(216_000)).toEqual([]);
    expect(lab.to(2_100_000).changes(216_000)).toEqual(due(2_015_000));
  });

  it('does not begin without the parameter, and begins at once if it is set later', () => {
    const lab = failedOver().to(4_000_000);
    expect(lab.changes(216_000)).toEqual([]);
    lab.at(4_000_000, { do: 'set-parameter', parameter: 'automaticFallback', value: true }).to(4_100_000);
    expect(lab.changes(216_000)).toEqual(due(4_000_000));
  });

  it('does not begin if the parameter is cleared in the last millisecond', () => {
    const lab = failedOver(AUTOMATIC)
      .at(2_015_000, { do: 'set-parameter', parameter: 'automaticFallback', value: false })
      .to(3_000_000);
    expect(lab.changes(216_000)).toEqual([]);
  });

  it('begins anew to count after ill health, even in the last millisecond', () => {
    const lab = failedOver(AUTOMATIC)
      .at(2_015_000, database('imp1', 'stop'))
      .at(2_015_001, database('imp1', 'start'))
      .to(4_000_000);
    expect(lab.changes(216_000)).toEqual([
      '2015000 imp1 failed-over-critical-services-not-running/Database Failure',
      '2015001 imp1 failed-over/Database Failure',
      ...due(3_815_001),
    ]);
  });

  it('begins anew to count after a restart of the node’s recovery manager, but not of the peer’s', () => {
    const lab = failedOver(AUTOMATIC)
      .at(1_000_000, ...on('imp1', 'restart-srm'))
      .to(2_900_000);
    expect(lab.changes(1_006_001)).toEqual(due(2_806_000));
    const peer = failedOver(AUTOMATIC)
      .at(1_000_000, ...on('imp2', 'restart-srm'))
      .to(2_900_000);
    expect(peer.changes(1_006_001)).toEqual(due(2_015_000));
  });

  it('never begins on an idle node, or on a failed-over node whose services do not run', () => {
    const lab = idle(AUTOMATIC).to(5_000_000);
    expect(lab.changes(60_000)).toEqual([]);
    const unhealthy = new Lab(AUTOMATIC).at(10_000, stopService('imp1')).to(5_000_000);
    expect(unhealthy.changes(111_000)).toEqual([]);
  });
});

describe('the backup goes down (5.11)', () => {
  it.each<[string, Step, string]>([
    ['database: row 22', database('imp2', 'stop'), 'Auto Recovery Database Failure'],
    ['service: row 23', stopService('imp2'), 'Auto Recover Critical Service Down'],
    [
      'crash of a service: row 23',
      { do: 'crash-service', node: 'imp2', service: 'Cisco XCP Router' },
      'Auto Recover Critical Service Down',
    ],
  ])('and the peer, Failed Over and healthy, takes all users at once (%s)', (_, step, reason) => {
    const lab = failedOver({ users: 4 }).at(300_000, step).to(389_999);
    expect(lab.user('user2')).toMatch(/on imp2,/);
    lab.to(500_000);
    expect(lab.changes(300_000)).toEqual([
      `390000 imp2 failover-affected-services/${reason}`,
      '390020 imp1 backup-activated/Auto Recover Database Failure',
    ]);
    expect([lab.user('user1'), lab.user('user2')]).toEqual([
      expect.stringMatching(/on imp1,/),
      expect.stringMatching(/on imp1,/),
    ]);
  });

  it('with the database and a service both down it is the database', () => {
    const lab = failedOver()
      .at(300_000, stopService('imp2'))
      .at(350_000, database('imp2', 'stop'))
      .to(400_000);
    expect(lab.seen[1]).toBe('failover-affected-services/Auto Recovery Database Failure');
  });

  it.each<[string, Step, string]>([
    ['service', stopService('imp2'), 'Critical Service Down'],
    ['database', database('imp2', 'stop'), 'Database Failure'],
  ])('and the peer is not healthy: failed mode, by the cause (%s)', (_, step, reason) => {
    const lab = new Lab().at(10_000, stopService('imp1')).at(300_000, step).to(500_000);
    expect(lab.changes(300_000)).toEqual([
      `390000 imp2 running-in-failed-mode/${reason}`,
      `390020 imp1 running-in-failed-mode/${reason}`,
    ]);
  });

  it('and the peer is idle: failed mode', () => {
    const lab = idle().at(60_000, stopService('imp2')).to(500_000);
    expect(lab.changes(60_000)).toEqual([
      '150000 imp2 running-in-failed-mode/Critical Service Down',
      '150020 imp1 running-in-failed-mode/Critical Service Down',
    ]);
  });

  it('and the peer is lost: failed mode', () => {
    const lab = new Lab()
      .at(20_000, ...on('imp1', 'power-off'))
      .at(100_000, stopService('imp2'))
      .to(500_000);
    expect(lab.changes(100_000)).toEqual(['190000 imp2 running-in-failed-mode/Critical Service Down']);
  });

  it('and comes back in time: nothing', () => {
    const lab = failedOver().at(300_000, stopService('imp2')).at(375_000, startService('imp2')).to(900_000);
    expect(lab.changes(300_000)).toEqual([]);
  });

  it('counted from when it turned unhealthy, whatever is down then', () => {
    const lab = failedOver()
      .at(300_000, stopService('imp2'))
      .at(350_000, database('imp2', 'stop'))
      .at(360_000, startService('imp2'))
      .to(400_000);
    expect(lab.changes(300_000)[0]).toBe(
      '390000 imp2 failover-affected-services/Auto Recovery Database Failure',
    );
  });

  it('counted from the start of its recovery manager if that is later', () => {
    const lab = failedOver()
      .at(300_000, stopService('imp2'))
      .at(350_000, ...on('imp2', 'restart-srm'))
      .to(500_000);
    expect(lab.changes(356_001)).toEqual([
      '446000 imp2 failover-affected-services/Auto Recover Critical Service Down',
      '446020 imp1 backup-activated/Auto Recover Database Failure',
    ]);
  });

  it('counted twice as long with Multiple Device Messaging', () => {
    const lab = failedOver({ multipleDeviceMessaging: true, parameters: { criticalServiceDelay: 40 } })
      .at(300_000, stopService('imp2'))
      .to(500_000);
    expect(lab.changes(300_000)[0]).toBe(
      '380000 imp2 failover-affected-services/Auto Recover Critical Service Down',
    );
  });

  /** imp1 Backup Activated, imp2 Failover Affected Services (database) since 390 s. */
  const activated = (setup: LabSetup = {}) =>
    failedOver(setup).at(300_000, database('imp2', 'stop')).to(395_000);

  it('and the peer turns unhealthy in the same moment: it stays failed over, and is activated once healthy', () => {
    const lab = failedOver()
      .at(300_000, database('imp2', 'stop'))
      .at(390_010, stopService('imp1'))
      .at(500_000, startService('imp1'))
      .to(600_000);
    expect(lab.changes(390_001)).toEqual([
      '390010 imp1 failed-over-critical-services-not-running/Critical Service Down',
      '515000 imp1 failed-over/Critical Service Down',
      '515000 imp1 backup-activated/Auto Recover Database Failure',
    ]);
  });

  it('and is healthy again: a fallback to it is offered, and the activated backup falls back', () => {
    const lab = activated({ users: 4 });
    expect(lab.try(400_000, { do: 'fallback', node: 'imp2' })).toMatch(/^refused: imp2 is not healthy/);
    lab
      .at(410_000, database('imp2', 'start'))
      .at(420_000, ...on('imp2', 'fallback'))
      .to(600_000);
    expect(lab.changes(410_000)).toEqual([
      '420000 imp2 taking-back/On Admin Request',
      '420020 imp1 falling-back/On Admin Request',
      '430042 imp2 normal/Normal',
      '430062 imp1 normal/Normal',
    ]);
    expect([lab.user('user1'), lab.user('user2')]).toEqual([
      expect.stringMatching(/on imp1,/),
      expect.stringMatching(/on imp2,/),
    ]);
  });

  it('never falls back by itself from Failover Affected Services', () => {
    const lab = activated({ parameters: { automaticFallback: true } })
      .at(400_000, database('imp2', 'start'))
      .to(5_000_000);
    expect(lab.changes(400_000)).toEqual([]);
  });

  it.each<[string, Step, string]>([
    ['service', stopService('imp1'), 'Critical Service Down'],
    ['database', database('imp1', 'stop'), 'Database Failure'],
  ])('and the activated backup goes down as well: failed mode, by the cause (%s)', (_, step, reason) => {
    const lab = activated().at(400_000, step).to(600_000);
    expect(lab.changes(400_000)).toEqual([
      `490000 imp1 running-in-failed-mode/${reason}`,
      `490020 imp2 running-in-failed-mode/${reason}`,
    ]);
  });
});
