import { describe, expect, it } from 'vitest';
import type { Step } from '../../src/engine';
import { Lab, on, startService, stopService, type LabSetup } from './lab';

const fault = (node: string, isOn = true): Step => ({ do: 'set-user-move-fault', node, on: isOn });
const database = (node: string, action: 'stop' | 'start'): Step => ({ do: `${action}-database`, node });
const cut: Step = { do: 'cut-link', group: 'pair' };
const restore: Step = { do: 'restore-link', group: 'pair' };

/** The instant at which a peer counts as lost that has not been heard since its keep-alive of 15 s. */
const LOST_MS = 75_020;

describe('the peer is lost (5.12)', () => {
  it.each<[string, readonly Step[], LabSetup, string]>([
    ['its platform is off', on('imp1', 'power-off'), {}, 'Peer Reboot'],
    ['its platform shuts down', on('imp1', 'shutdown'), { durations: { shutdown: 90 } }, 'Peer Reboot'],
    ['its platform boots', on('imp1', 'restart'), {}, 'Peer Reboot'],
    ['its recovery manager is stopped', on('imp1', 'stop-srm'), {}, 'Peer Down'],
    [
      'its recovery manager starts slowly after a quick reboot',
      on('imp1', 'restart'),
      { durations: { shutdown: 1, boot: 1, srmStart: 300 } },
      'Peer Down',
    ],
    ['it is isolated', on('imp1', 'isolate'), {}, 'Peer Down'],
    ['the link loses everything', [{ do: 'set-link', group: 'pair', loss: 1 }], {}, 'Peer Down'],
  ])('since %s: takes over, with the true cause', (_, steps, setup, reason) => {
    const lab = new Lab(setup).at(20_000, ...steps).to(85_020);
    expect(lab.changes(20_001).filter((it) => it.includes('imp2'))).toEqual([
      `${LOST_MS} imp2 taking-over/${reason}`,
      `85020 imp2 running-in-backup-mode/${reason}`,
    ]);
  });

  it('names the cause of the instant of the loss, not that of the silence', () => {
    const lab = new Lab()
      .at(20_000, ...on('imp1', 'stop-srm'))
      .at(LOST_MS, ...on('imp1', 'power-off'))
      .to(LOST_MS);
    expect(lab.seen[1]).toBe('taking-over/Peer Reboot');
  });

  it.each([
    ['service', stopService('imp2')],
    ['database', database('imp2', 'stop')],
  ])('while Normal and not healthy (%s): failed mode', (_, step) => {
    const lab = new Lab()
      .at(20_000, ...on('imp1', 'power-off'))
      .at(LOST_MS, step)
      .to(200_000);
    expect(lab.changes(20_001)).toEqual([`${LOST_MS} imp2 running-in-failed-mode/Critical Service Down`]);
  });

  it('while waiting for its release: goes on without it, for the true cause', () => {
    const lab = new Lab({ durations: { stopServices: 200 } })
      .at(1_000, ...on('imp1', 'failover'))
      .at(2_000, ...on('imp1', 'power-off'))
      .to(200_000);
    expect(lab.changes(2_001)).toEqual([
      '61020 imp2 taking-over/Peer Reboot',
      '71020 imp2 running-in-backup-mode/Peer Reboot',
    ]);
  });

  it('while its users are moved: goes on with the move that runs, for the true cause', () => {
    const lab = new Lab({ durations: { moveUsers: 100 } })
      .at(1_000, ...on('imp1', 'failover'))
      .at(7_000, ...on('imp1', 'stop-srm'))
      .to(200_000);
    expect(lab.changes(7_001)).toEqual([
      '66020 imp2 taking-over/Peer Down',
      '106020 imp2 running-in-backup-mode/Peer Down',
    ]);
  });

  it('while Idle: stays', () => {
    const lab = new Lab()
      .at(1_000, ...on('imp1', 'failover'))
      .at(60_000, ...on('imp2', 'power-off'))
      .to(900_000);
    expect(lab.changes(60_000)).toEqual(['60000 imp2 unreachable']);
  });

  it('while Failed Over and healthy: takes over', () => {
    const lab = new Lab()
      .at(10_000, stopService('imp1'))
      .at(200_000, startService('imp1'))
      .at(216_000, ...on('imp2', 'power-off'))
      .to(400_000);
    expect(lab.changes(216_000)).toEqual([
      '216000 imp2 unreachable',
      '270020 imp1 taking-over/Peer Reboot',
      '280020 imp1 running-in-backup-mode/Peer Reboot',
    ]);
  });

  /** imp1 Backup Activated, imp2 Failover Affected Services since 390 s, with its database down. */
  const activated = () =>
    new Lab()
      .at(10_000, stopService('imp1'))
      .at(200_000, startService('imp1'))
      .at(300_000, database('imp2', 'stop'))
      .to(391_000);

  it('while Failover Affected Services: takes over if healthy', () => {
    const lab = activated()
      .at(392_000, database('imp2', 'start'), ...on('imp1', 'stop-srm'))
      .to(600_000);
    // imp1's last keep-alive arrived at 390.040 s.
    expect(lab.changes(392_001)).toEqual([
      '450040 imp2 taking-over/Peer Down',
      '460040 imp2 running-in-backup-mode/Peer Down',
    ]);
  });

  it('while Failover Affected Services: stays if not healthy, and takes over once it is', () => {
    const lab = activated()
      .at(392_000, ...on('imp1', 'stop-srm'))
      .at(600_000, database('imp2', 'start'))
      .to(700_000);
    expect(lab.changes(392_001)).toEqual([
      '600000 imp2 taking-over/Peer Down',
      '610000 imp2 running-in-backup-mode/Peer Down',
    ]);
  });

  it('while Backup Activated: stays', () => {
    const lab = activated()
      .at(392_000, ...on('imp2', 'power-off'))
      .to(900_000);
    expect(lab.changes(392_001)).toEqual([]);
    expect(lab.seen[0]).toBe('backup-activated/Auto Recover Database Failure');
  });

  it('while Running in Backup Mode: stays, with its reason', () => {
    const lab = new Lab()
      .at(1_000, ...on('imp1', 'failover'))
      .at(60_000, ...on('imp1', 'power-off'))
      .to(900_000);
    expect(lab.changes(60_000)).toEqual(['60000 imp1 unreachable']);
  });

  it('while Failing Over: failed mode', () => {
    const failing = new Lab({ durations: { stopServices: 100 } })
      .at(16_000, ...on('imp1', 'failover'))
      .at(16_010, ...on('imp2', 'power-off'))
      .to(300_000);
    expect(failing.changes(16_011)).toEqual([`${LOST_MS} imp1 running-in-failed-mode/Unknown`]);
    // The services are no longer stopped: the transition has ended.
    expect(failing.node('imp1').healthy).toBe(true);
  });

  it('while Taking Back and Falling Back: failed mode on both', () => {
    const lab = new Lab({ durations: { startServices: 200 } })
      .at(1_000, ...on('imp1', 'failover'))
      .at(60_000, ...on('imp1', 'fallback'))
      .at(61_000, cut)
      .to(400_000);
    expect(lab.changes(61_000)).toEqual([
      '120020 imp2 running-in-failed-mode/Unknown',
      '120040 imp1 running-in-failed-mode/Unknown',
    ]);
  });

  it('while Unknown in row 24: stays', () => {
    const lab = new Lab({ groups: [{ name: 'pair', nodes: ['imp1', 'imp2'] }] })
      .at(1_000, ...on('imp1', 'stop-srm'))
      .at(2_000, { do: 'enable-ha', group: 'pair' })
      .to(500_000);
    expect(lab.node('imp2').peerLost).toBe(true);
    expect(lab.seen[1]).toBe('unknown/none');
  });

  describe('in failed mode (I-19)', () => {
    /** Both in failed mode since 16.040 s, imp2 healthy, imp1 with its services stopped, no fault any more. */
    const failed = () =>
      new Lab()
        .at(500, fault('imp1'))
        .at(1_000, ...on('imp1', 'failover'))
        .at(40_000, fault('imp1', false))
        .to(45_030);

    it('takes over if healthy when the platform of its peer is not up at the loss', () => {
      const lab = failed()
        .at(50_000, ...on('imp1', 'restart'))
        .to(400_000);
      expect(lab.changes(50_001)).toEqual([
        '105020 imp2 taking-over/Peer Reboot',
        '115020 imp2 running-in-backup-mode/Peer Reboot',
        '195000 imp1 initializing/Initialization',
        '205000 imp1 failed-over/Initialization',
      ]);
    });

    it('takes over when it turns healthy while its peer is still lost and down', () => {
      const lab = failed()
        .at(50_000, stopService('imp2'), ...on('imp1', 'power-off'))
        .at(300_000, startService('imp2'))
        .to(400_000);
      expect(lab.changes(50_001)).toEqual([
        '315000 imp2 taking-over/Peer Reboot',
        '325000 imp2 running-in-backup-mode/Peer Reboot',
      ]);
    });

    it('stays if the platform of its peer is up at the loss, also when it goes down later', () => {
      const lab = failed()
        .at(50_000, ...on('imp1', 'stop-srm'))
        .at(200_000, ...on('imp1', 'power-off'))
        .to(500_000);
      expect(lab.changes(50_001)).toEqual([]);
    });

    it('stays if not healthy', () => {
      const lab = failed()
        .at(50_000, stopService('imp2'), ...on('imp1', 'power-off'))
        .to(500_000);
      expect(lab.changes(50_001)).toEqual([]);
    });

    it('stays if the peer that it had lost is heard again before it turns healthy', () => {
      const lab = failed()
        .at(50_000, stopService('imp2'), ...on('imp1', 'restart'))
        .at(250_000, startService('imp2'))
        .to(500_000);
      expect(lab.seen).toEqual(['running-in-failed-mode/Unknown', 'running-in-failed-mode/Unknown']);
    });
  });
});

describe('conflict and contagion (5.13)', () => {
  it('of two that both took over ends in failed mode on both, at the first keep-alive', () => {
    const lab = new Lab().at(20_000, cut).at(100_000, restore).to(300_000);
    expect(lab.changes()).toEqual([
      '75020 imp1 taking-over/Peer Down',
      '75020 imp2 taking-over/Peer Down',
      '85020 imp1 running-in-backup-mode/Peer Down',
      '85020 imp2 running-in-backup-mode/Peer Down',
      '105020 imp1 running-in-failed-mode/Unknown',
      '105020 imp2 running-in-failed-mode/Unknown',
    ]);
  });

  it('of two that are still taking over ends the same', () => {
    const lab = new Lab().at(20_000, cut).at(76_000, restore).at(76_001, stopService('imp1')).to(300_000);
    expect(lab.changes(76_000)).toEqual([
      '76021 imp2 running-in-failed-mode/Unknown',
      '76041 imp1 running-in-failed-mode/Unknown',
    ]);
  });

  it('one took over, the other is Normal: the one that took over sees it, and Normal waits for that', () => {
    // Only imp1's keep-alives are lost: each is dropped on its way.
    const lab = new Lab();
    for (const ms of [30_010, 45_010, 60_010, 75_010]) lab.at(ms, ...on('imp1', 'drop-keep-alives'));
    expect(lab.to(300_000).changes()).toEqual([
      '75020 imp2 taking-over/Peer Down',
      '85020 imp2 running-in-backup-mode/Peer Down',
      '90020 imp2 running-in-failed-mode/Unknown',
      '90040 imp1 running-in-failed-mode/Unknown',
    ]);
  });

  it('Normal does not wait for ever: two intervals, also while the one pair turns into another (I-29)', () => {
    const lab = new Lab();
    for (const ms of [30_010, 45_010, 60_010, 75_010, 90_010, 105_010])
      lab.at(ms, ...on('imp1', 'drop-keep-alives'));
    expect(lab.to(300_000).changes()).toEqual([
      '75020 imp2 taking-over/Peer Down',
      '85020 imp2 running-in-backup-mode/Peer Down',
      // Seen since 75.040 s, first beside Taking Over, then beside Running in Backup Mode.
      '105040 imp1 running-in-failed-mode/Unknown',
      '105060 imp2 running-in-failed-mode/Unknown',
    ]);
  });

  it('states that do not fit fail after two intervals as they are then', () => {
    const lab = new Lab();
    for (const ms of [30_010, 45_010, 60_010, 75_010, 90_010]) lab.at(ms, ...on('imp1', 'drop-keep-alives'));
    lab.at(91_000, { do: 'set-parameter', parameter: 'keepAliveInterval', value: 9 }).to(300_000);
    expect(lab.changes(86_000)[0]).toBe('93040 imp1 running-in-failed-mode/Unknown');
  });

  it('Backup Activated beside Running in Backup Mode fails after two intervals, on the one that saw it first', () => {
    const lab = new Lab()
      .at(10_000, stopService('imp1'))
      .at(200_000, startService('imp1'))
      .at(300_000, database('imp2', 'stop'))
      .at(400_000, cut, database('imp2', 'start'))
      .to(490_000);
    expect(lab.seen).toEqual([
      'backup-activated/Auto Recover Database Failure',
      'running-in-backup-mode/Peer Down',
    ]);
    expect(lab.group().splitBrain).toBe(true);
    lab.at(490_000, restore).to(600_000);
    expect(lab.changes(490_000)).toEqual([
      '525020 imp1 running-in-failed-mode/Unknown',
      '525020 imp2 running-in-failed-mode/Unknown',
    ]);
  });

  it('a failed peer is followed with its reason, also by a node that comes back in a lasting state', () => {
    const lab = new Lab()
      .at(1_000, ...on('imp1', 'failover'))
      .at(50_000, ...on('imp1', 'stop-srm'), database('imp2', 'stop'))
      .at(200_000, ...on('imp1', 'start-srm'))
      .to(300_000);
    expect(lab.changes(50_001)).toEqual([
      '140000 imp2 running-in-failed-mode/Database Failure',
      '205000 imp1 idle/Initialization',
      '205040 imp1 running-in-failed-mode/Database Failure',
    ]);
  });

  it('a node in failed mode that hears a newly started peer turns to Unknown, and so does the peer', () => {
    const lab = new Lab()
      .at(500, fault('imp1'))
      .at(1_000, ...on('imp1', 'failover'))
      .at(20_000, ...on('imp1', 'restart-srm'))
      .to(300_000);
    expect(lab.changes(20_000)).toEqual([
      '20000 imp1 unreachable',
      '26000 imp1 initializing/Initialization',
      '26020 imp2 running-in-failed-mode/Unknown',
      '26040 imp1 running-in-failed-mode/Unknown',
    ]);
  });
});

describe('split brain (section 6)', () => {
  it('is flagged from the second backup on, for as long as both claim', () => {
    const lab = new Lab({ users: 2 }).at(20_000, cut);
    expect(lab.to(85_020).group().splitBrain).toBe(false);
    expect(lab.to(85_021).group().splitBrain).toBe(true);
    lab.at(100_000, restore);
    expect(lab.to(105_019).group().splitBrain).toBe(true);
    expect(lab.to(105_020).group().splitBrain).toBe(false);
  });

  it('is flagged beside an isolated node, which nobody sees', () => {
    const lab = new Lab({ users: 2 }).at(20_000, ...on('imp1', 'isolate')).to(100_000);
    expect(lab.seen).toEqual(['unreachable', 'running-in-backup-mode/Peer Down']);
    expect(lab.node('imp1').state).toBe('running-in-backup-mode');
    expect(lab.group().splitBrain).toBe(true);
  });

  it('is flagged when one has taken over beside a node that is still Normal', () => {
    const lab = new Lab({ users: 2 });
    for (const ms of [30_010, 45_010, 60_010, 75_010]) lab.at(ms, ...on('imp1', 'drop-keep-alives'));
    expect(lab.to(85_020).group().splitBrain).toBe(false);
    expect(lab.to(85_022).group().splitBrain).toBe(true);
    expect(lab.user('user1')).toMatch(/on imp1\+imp2,/);
    expect(lab.to(90_020).group().splitBrain).toBe(false);
  });

  it('ends when a recovery manager stops or a platform goes down, and begins anew with the kept state', () => {
    const lab = new Lab({ users: 2 }).at(20_000, cut).at(100_000, ...on('imp2', 'restart-srm'));
    expect(lab.group().splitBrain).toBe(false);
    expect(lab.to(106_000).group().splitBrain).toBe(true);
    lab.at(110_000, ...on('imp1', 'power-off'));
    expect(lab.group().splitBrain).toBe(false);
  });

  it('is none with high availability off, or while both nodes are Normal', () => {
    expect(new Lab({ users: 2 }).to(100_000).group().splitBrain).toBe(false);
    const off = new Lab({ users: 2, groups: [{ name: 'pair', nodes: ['imp1', 'imp2'] }] });
    expect(off.at(10_000, cut).to(200_000).group().splitBrain).toBe(false);
  });
});
