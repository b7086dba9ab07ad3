import { describe, expect, it } from 'vitest';
import type { Step } from '../../src/engine';
import { Lab, on, PAIR_WITHOUT_HA, startService, stopService, type LabSetup } from './lab';

const fault = (node: string, isOn = true): Step => ({ do: 'set-user-move-fault', node, on: isOn });
const breakService = (node: string): Step => ({ do: 'break-service', node, service: 'Cisco SIP Proxy' });
const recover: Step = { do: 'recover', group: 'pair' };

/** Both in failed mode since 16.042 s by a failed take-over; imp1's services are stopped. The fault is mended. */
const failed = (setup: LabSetup = {}) =>
  new Lab({ users: 4, ...setup })
    .at(500, fault('imp2'))
    .at(1_000, ...on('imp1', 'failover'))
    .at(40_000, fault('imp2', false))
    .to(50_000);

describe('recovery (5.14)', () => {
  it('restarts both recovery managers, starts what does not run, and ends in Normal on both', () => {
    const lab = failed().at(60_000, recover).to(300_000);
    expect(lab.changes(60_000)).toEqual([
      '60000 imp1 unreachable',
      '60000 imp2 unreachable',
      '66000 imp1 initializing/Initialization',
      '66000 imp2 initializing/Initialization',
      // The services of imp1 were started at 60 s, not after the restart.
      '75000 imp1 normal/Normal',
      '75020 imp2 normal/Normal',
    ]);
    expect(lab.node('imp1').healthy).toBe(true);
  });

  it('brings every user home', () => {
    const lab = new Lab({ users: 4, parameters: { clientReloginLowerLimit: 5, clientReloginUpperLimit: 5 } })
      .at(10_000, stopService('imp1'))
      .at(200_000, stopService('imp2'))
      .at(300_000, recover)
      .to(310_000);
    expect(lab.user('user1')).toBe('home imp1, on imp2, online imp2');
    lab.to(320_000);
    expect(lab.seen).toEqual(['normal/Normal', 'normal/Normal']);
    expect(lab.user('user1')).toBe('home imp1, on imp1, waiting imp2');
    expect(lab.user('user2')).toBe('home imp2, on imp2, online imp2');
    expect(lab.to(330_000).user('user1')).toBe('home imp1, on imp1, online imp1');
  });

  it('forgets the kept state, and with it the last take-over', () => {
    const lab = failed().at(60_000, recover).to(60_000);
    expect(lab.state.nodes.map((it) => [it.state, it.reason, it.tookOverAtMs, it.released])).toEqual([
      [null, null, -1, false],
      [null, null, -1, false],
    ]);
  });

  it.each(['imp1', 'imp2'])('fails on both at once when a service of %s does not start', (node) => {
    const lab = failed().at(50_001, breakService(node)).at(60_000, recover).to(300_000);
    expect(lab.changes(66_001)).toEqual(
      [
        '75000 imp1 running-in-failed-mode/Start of Critical Services Failed',
        '75000 imp2 running-in-failed-mode/Start of Critical Services Failed',
      ].sort((a) => (a.includes(node) ? -1 : 1)),
    );
    // Each tells its peer at once.
    for (const name of ['imp1', 'imp2'])
      expect(lab.keepAlives('send', name).filter((it) => it.timeMs === 75_000).length).toBeGreaterThan(0);
  });

  it('fails when a service is stopped before its end', () => {
    const lab = failed().at(60_000, recover).at(70_000, stopService('imp1')).to(300_000);
    expect(lab.seen).toEqual([
      'running-in-failed-mode/Start of Critical Services Failed',
      'running-in-failed-mode/Start of Critical Services Failed',
    ]);
  });

  it('fails when services do not start sooner than the recovery managers', () => {
    const lab = failed({ durations: { startServices: 1 } })
      .at(50_001, breakService('imp1'))
      .at(60_000, recover);
    lab.to(66_000);
    expect(lab.seen).toEqual([
      'running-in-failed-mode/Start of Critical Services Failed',
      'running-in-failed-mode/Start of Critical Services Failed',
    ]);
    // Neither has lost the other, though neither has heard it yet: a recovery is offered at once.
    lab.at(66_001, { do: 'mend-service', node: 'imp1', service: 'Cisco SIP Proxy' }, recover).to(200_000);
    expect(lab.seen).toEqual(['normal/Normal', 'normal/Normal']);
  });

  it.each(['imp1', 'imp2'])(
    'fails on both by a user-move fault of %s as a node would become Normal',
    (node) => {
      const lab = failed().at(60_000, recover).at(75_000, fault(node)).to(300_000);
      expect(lab.changes(66_001)).toEqual([
        '75000 imp1 running-in-failed-mode/Cisco Server Recovery Manager Take Back Users Failed',
        '75000 imp2 running-in-failed-mode/Cisco Server Recovery Manager Take Back Users Failed',
      ]);
    },
  );

  it('keeps its reason on both nodes where the fault of row 20 is still there', () => {
    const lab = new Lab()
      .at(1_000, { do: 'failover', node: 'imp1' })
      .at(60_000, fault('imp1'))
      .at(61_000, { do: 'fallback', node: 'imp1' })
      .at(120_000, recover)
      .to(300_000);
    const end = 'running-in-failed-mode/Cisco Server Recovery Manager Take Back Users Failed';
    expect(lab.changes(126_000)).toEqual([
      '126000 imp1 initializing/Initialization',
      '126000 imp2 initializing/Initialization',
      `126020 imp1 ${end}`,
      `126020 imp2 ${end}`,
    ]);
  });

  it('fails by a user-move fault on the second node to become Normal, and the first follows', () => {
    const lab = failed().at(60_000, recover).at(75_010, fault('imp1')).to(300_000);
    expect(lab.changes(66_001)).toEqual([
      '75000 imp1 normal/Normal',
      '75020 imp2 running-in-failed-mode/Cisco Server Recovery Manager Take Back Users Failed',
      '75040 imp1 running-in-failed-mode/Cisco Server Recovery Manager Take Back Users Failed',
    ]);
  });

  it('is otherwise decided like every initialization: a database that is down leads to a failover', () => {
    const lab = failed().at(50_001, { do: 'stop-database', node: 'imp1' }).at(60_000, recover).to(300_000);
    expect(lab.seen).toEqual([
      'failed-over-critical-services-not-running/Database Failure',
      'running-in-backup-mode/Database Failure',
    ]);
  });

  it('that is broken off leaves nothing behind: no later failure is one of the recovery', () => {
    const lab = failed()
      .at(60_000, recover, ...on('imp2', 'power-off'))
      .at(70_000, stopService('imp1'))
      .to(185_999);
    expect(lab.changes(66_001)).toEqual([]);
    lab.to(186_000);
    expect(lab.seen[0]).toBe('running-in-failed-mode/Critical Service Down');
  });

  it('that is broken off lets a node become Normal later in spite of a user-move fault', () => {
    const lab = failed()
      .at(60_000, recover, ...on('imp2', 'restart-srm'))
      .at(61_000, fault('imp1'))
      .to(300_000);
    expect(lab.seen).toEqual(['normal/Normal', 'normal/Normal']);
  });

  it.each<[string, Lab, RegExp]>([
    ['both are Normal', new Lab().to(1_000), /both nodes must be in Running in Failed Mode/],
    ['high availability is off', new Lab({ groups: PAIR_WITHOUT_HA }), /high availability is off/],
    ['one cannot be reached', failed().at(50_001, ...on('imp1', 'isolate')), /imp1 cannot be reached/],
    [
      'one’s recovery manager does not run',
      failed().at(50_001, ...on('imp2', 'stop-srm')),
      /recovery manager of imp2/,
    ],
    ['one’s platform is off', failed().at(50_001, ...on('imp2', 'power-off')), /platform of imp2/],
    [
      'they have lost each other',
      failed().at(50_001, { do: 'cut-link', group: 'pair' }).to(200_000),
      /does not hear its peer/,
    ],
  ])('is refused while %s', (_, lab, why) => {
    const refused = lab.try(lab.state.timeMs + 1, recover);
    expect(refused).toMatch(/^refused: /);
    expect(refused).toMatch(why);
  });

  it('is offered while the link is cut but neither has lost the other', () => {
    const lab = failed().at(50_001, { do: 'cut-link', group: 'pair' });
    expect(lab.try(60_000, recover)).toBe('');
  });
});

describe('high availability is switched off (5.15)', () => {
  const disable: Step = { do: 'disable-ha', group: 'pair' };
  const OFF = 'unknown/High Availability Not Enabled';

  it('while both nodes are Normal', () => {
    const lab = new Lab({ users: 2 }).at(10_000, disable).to(100_000);
    expect(lab.seen).toEqual([OFF, OFF]);
    expect(lab.user('user1')).toBe('home imp1, on imp1, online imp1');
  });

  it.each<[string, Lab]>([
    ['a failover runs', new Lab().at(1_000, ...on('imp1', 'failover'))],
    ['a node is idle', new Lab().at(1_000, ...on('imp1', 'failover')).to(60_000)],
    ['a node is failed', failed()],
    ['a node is initializing', new Lab().at(1_000, ...on('imp1', 'restart-srm')).to(7_010)],
    ['a node is Normal and isolated', new Lab().at(1_000, ...on('imp1', 'isolate'))],
    ['a recovery manager does not run', new Lab().at(1_000, ...on('imp2', 'stop-srm'))],
    ['a platform is off', new Lab().at(1_000, ...on('imp2', 'power-off'))],
  ])('is refused while %s', (_, lab) => {
    expect(lab.try(lab.state.timeMs + 1, disable)).toMatch(/^refused: /);
    expect(lab.group().highAvailability).toBe(true);
  });

  it('is refused where it is off, and on where it is on', () => {
    expect(new Lab({ groups: PAIR_WITHOUT_HA }).try(1, disable)).toMatch(/^refused: .*already off/);
    expect(new Lab().try(1, { do: 'enable-ha', group: 'pair' })).toMatch(/^refused: .*already on/);
  });

  it('also by an edit of the group, under the same conditions', () => {
    const edit = (highAvailability: boolean): Step => ({ do: 'edit-group', group: 'pair', highAvailability });
    expect(new Lab().at(1_000, edit(false)).to(2_000).seen).toEqual([OFF, OFF]);
    expect(failed().try(50_001, edit(false))).toMatch(/^refused: /);
    expect(new Lab({ groups: PAIR_WITHOUT_HA }).at(1_000, edit(true)).to(2_000).seen).toEqual([
      'normal/Normal',
      'normal/Normal',
    ]);
  });

  it('ends what the recovery managers watched for: a service may then stay down', () => {
    const lab = new Lab().at(10_000, stopService('imp1')).at(99_999, disable).to(900_000);
    expect(lab.seen).toEqual([OFF, OFF]);
    lab.at(900_001, startService('imp1')).at(950_000, { do: 'enable-ha', group: 'pair' }).to(960_000);
    expect(lab.seen).toEqual(['normal/Normal', 'normal/Normal']);
  });
});
