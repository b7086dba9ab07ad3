import { describe, expect, it } from 'vitest';
import type { Step } from '../../src/engine';
import { Lab, on, PAIR_WITHOUT_HA, startService, stopService, type LabSetup } from './lab';

const mode = (value: 'balanced' | 'active-standby' | 'none'): Step => ({
  do: 'set-parameter',
  parameter: 'userAssignmentMode',
  value,
});
const user = (action: 'add-user' | 'log-out' | 'log-in', name: string): Step => ({ do: action, user: name });
const users = (lab: Lab, ...names: string[]) => names.map((name) => lab.user(name));
const homes = (lab: Lab) =>
  Array.from({ length: lab.state.users.count }, (_, index) => lab.state.users.home[index]!);

/** Every client waits exactly so long. */
const relogin = (seconds: number) => ({ clientReloginLowerLimit: seconds, clientReloginUpperLimit: seconds });

const NODES = ['imp1', 'imp2', 'imp3', 'imp4', 'imp5'].map((name) => ({ name }));
const THREE_GROUPS: LabSetup = {
  nodes: NODES,
  groups: [
    { name: 'pair', nodes: ['imp1', 'imp2'], highAvailability: true },
    { name: 'other', nodes: ['imp3', 'imp4'], highAvailability: true },
    { name: 'single', nodes: ['imp5'] },
  ],
};

describe('assignment of users to nodes (section 7)', () => {
  it.each([
    ['balanced', [0, 1, 2, 3, 4, 0, 1]],
    ['active-standby', [0, 2, 4, 0, 2, 4, 0]],
    ['none', [-1, -1, -1, -1, -1, -1, -1]],
  ])('%s deals the scenario’s own users out in group, then node order', (userAssignmentMode, expected) => {
    const lab = new Lab({ ...THREE_GROUPS, users: 7, parameters: { userAssignmentMode } });
    expect(homes(lab)).toEqual(expected);
  });

  it('assigns the scenario’s own users before time 0, whatever runs then', () => {
    expect(homes(new Lab({ users: 2, start: 'cold' }))).toEqual([0, 1]);
  });

  it('places every assigned user anew at once when the mode changes, and ends sessions on the nodes they leave', () => {
    const lab = new Lab({ users: 4 }).at(10_000, mode('active-standby'));
    expect(homes(lab)).toEqual([0, 0, 0, 0]);
    expect(users(lab, 'user1', 'user2')).toEqual([
      'home imp1, on imp1, online imp1',
      'home imp1, on imp1, waiting imp2',
    ]);
    lab.at(20_000, mode('balanced'));
    expect(homes(lab)).toEqual([0, 1, 0, 1]);
  });

  it('moves nobody when the mode becomes none, and assigns no user that is added from then on', () => {
    const lab = new Lab({ users: 2 }).at(1, mode('none'), user('add-user', 'guest'));
    expect(homes(lab)).toEqual([0, 1, -1]);
    expect(lab.user('guest')).toBe('home none, on none, offline');
  });

  it('assigns the unassigned when the mode changes again', () => {
    const lab = new Lab({ users: 3, parameters: { userAssignmentMode: 'none' } }).at(5_000, mode('balanced'));
    expect(homes(lab)).toEqual([0, 1, 0]);
    expect(users(lab, 'user1', 'user2')).toEqual([
      'home imp1, on imp1, offline',
      'home imp2, on imp2, offline',
    ]);
  });

  it('is refused a change while any node of the cluster is in a failover state, seen or not', () => {
    const lab = new Lab({ ...THREE_GROUPS, users: 4 }).at(1_000, ...on('imp3', 'failover'));
    expect(lab.try(2_000, mode('active-standby'))).toMatch(/^refused: .*failover state/);
    lab.at(60_000, ...on('imp3', 'power-off'));
    expect(lab.try(60_001, mode('active-standby'))).toMatch(/^refused: imp3 is in a failover state \(Idle\)/);
  });

  it('of a user added later goes to the node with the fewest, the first of equals, and starts offline', () => {
    const lab = new Lab({ users: 3 }).at(1, user('add-user', 'guest1'), user('add-user', 'guest2'));
    expect(users(lab, 'guest1', 'guest2')).toEqual([
      'home imp2, on imp2, offline',
      'home imp1, on imp1, offline',
    ]);
  });

  it('of a user added later goes to a first node only, in active-standby', () => {
    const lab = new Lab({ ...THREE_GROUPS, users: 3, parameters: { userAssignmentMode: 'active-standby' } });
    lab.at(1, ...['a', 'b', 'c', 'd'].map((name) => user('add-user', name)));
    expect(homes(lab)).toEqual([0, 2, 4, 0, 2, 4, 0]);
  });

  it('waits for the Sync Agent of the node whose turn it is, and counts the user there meanwhile', () => {
    const lab = new Lab({ users: 1 })
      .at(1_000, stopService('imp2', 'Cisco Sync Agent'))
      .at(2_000, user('add-user', 'guest1'), user('add-user', 'guest2'));
    expect(users(lab, 'guest1', 'guest2')).toEqual([
      'home none, on none, offline',
      'home imp1, on imp1, offline',
    ]);
    lab.at(3_000, startService('imp2', 'Cisco Sync Agent')).to(17_999);
    expect(lab.user('guest1')).toBe('home none, on none, offline');
    lab.to(18_000);
    expect(lab.user('guest1')).toBe('home imp2, on imp2, offline');
  });

  it('waits for the Sync Agent also for unassigned users when the mode changes', () => {
    const lab = new Lab({ users: 2, parameters: { userAssignmentMode: 'none' } })
      .at(1_000, stopService('imp1', 'Cisco Sync Agent'))
      .at(2_000, mode('balanced'));
    expect(homes(lab)).toEqual([-1, 1]);
  });

  it.each([
    ['taking-over beside failing-over', 1_000],
    ['idle beside running in backup mode', 60_000],
  ])('of a new user is refused while nodes are %s', (_, atMs) => {
    const lab = new Lab({ users: 2 }).at(500, ...on('imp1', 'failover'));
    expect(lab.try(atMs, user('add-user', 'guest'))).toMatch(/^refused: /);
  });

  it('of a new user is refused for a name that is taken, the scenario’s or one added', () => {
    const lab = new Lab({ users: 2 }).at(1, user('add-user', 'guest'));
    expect(lab.try(2, user('add-user', 'guest'))).toMatch(/^refused: .*already/);
    expect(lab.try(3, user('add-user', 'user2'))).toMatch(/^refused: .*already/);
    expect(lab.try(4, user('add-user', 'user4'))).toBe('');
    expect(lab.user('user4')).toMatch(/^home/);
    expect(() => lab.user('user3')).toThrow();
  });
});

describe('moving a user to another group', () => {
  it('places the user on the group’s node with the fewest and ends the session', () => {
    const lab = new Lab({ ...THREE_GROUPS, users: 5 }).at(1_000, {
      do: 'move-user',
      user: 'user1',
      group: 'other',
    });
    expect(lab.user('user1')).toBe('home imp3, on imp3, waiting imp1');
    expect(lab.state.nodes[0]!.online).toBe(0);
  });

  it('hides the presence of one who was logged in until log-out and log-in, also after a log-in by itself', () => {
    const lab = new Lab({ ...THREE_GROUPS, users: 5, parameters: relogin(10) });
    const hidden = () => lab.state.users.presenceHidden[0];
    lab.at(1_000, { do: 'move-user', user: 'user1', group: 'other' }).to(11_000);
    expect([lab.user('user1'), hidden()]).toEqual(['home imp3, on imp3, online imp3', 1]);
    lab.at(12_000, user('log-out', 'user1'), user('log-in', 'user1'));
    expect([lab.user('user1'), hidden()]).toEqual(['home imp3, on imp3, online imp3', 0]);
  });

  it('shows the presence of one who was logged out', () => {
    const lab = new Lab({ ...THREE_GROUPS, users: 5 });
    lab.at(1, user('log-out', 'user1'), { do: 'move-user', user: 'user1', group: 'other' });
    expect(lab.state.users.presenceHidden[0]).toBe(0);
  });

  it('that is failed over places the user on its serving node', () => {
    const lab = new Lab({ ...THREE_GROUPS, users: 5 })
      .at(1_000, ...on('imp3', 'failover'))
      .at(60_000, { do: 'move-user', user: 'user1', group: 'other' });
    expect(lab.user('user1')).toBe('home imp3, on imp4, waiting imp1');
  });

  it('whose former backup is down places the user only on the node that serves now', () => {
    // imp4 runs in backup mode and goes down; imp3, failed over and healthy, takes all users over in its turn.
    const lab = new Lab({ ...THREE_GROUPS, users: 5 })
      .at(0, ...on('imp3', 'restart'))
      .at(400_000, ...on('imp4', 'power-off'))
      .to(500_000);
    expect([lab.node('imp3').state, lab.node('imp4').state]).toEqual([
      'running-in-backup-mode',
      'running-in-backup-mode',
    ]);
    lab.at(500_001, { do: 'move-user', user: 'user1', group: 'other' }).to(500_002);
    expect(lab.user('user1')).toMatch(/on imp3,/);
    lab
      .at(501_000, ...on('imp3', 'power-off'), { do: 'move-user', user: 'user2', group: 'other' })
      .to(501_002);
    expect(lab.user('user2')).toMatch(/on imp3,/);
  });

  it('is refused to a group that is not there and for an unassigned user, and idle to the user’s own', () => {
    const lab = new Lab({ ...THREE_GROUPS, users: 5 });
    expect(lab.try(1, { do: 'move-user', user: 'user1', group: 'nowhere' })).toMatch(/^refused: /);
    expect(lab.try(1, { do: 'move-user', user: 'user1', group: 'pair' })).toMatch(/^idle: /);
    expect(lab.try(1, { do: 'move-user', user: 'nobody', group: 'pair' })).toMatch(/^refused: /);
    lab.at(2, mode('none'), user('add-user', 'guest'));
    expect(lab.try(3, { do: 'move-user', user: 'guest', group: 'pair' })).toMatch(/^refused: /);
  });
});

describe('client sessions', () => {
  it.each<[string, Step, number]>([
    ['the platform goes down', { do: 'power-off', node: 'imp1' }, 0],
    ['an orderly shutdown begins', { do: 'shutdown', node: 'imp1' }, 0],
    ['the node is isolated', { do: 'isolate', node: 'imp1' }, 0],
    ['Cisco XCP Router stops', stopService('imp1', 'Cisco XCP Router'), 0],
    ['Cisco XCP Router crashes', { do: 'crash-service', node: 'imp1', service: 'Cisco XCP Router' }, 0],
    ['a manual failover has released its users', { do: 'failover', node: 'imp1' }, 5_000],
    ['the group’s mode of assignment places the user elsewhere', mode('active-standby'), -1],
  ])('end when %s', (_, step, afterMs) => {
    const lab = new Lab({ users: 2 })
      .at(10_000, step)
      .to(10_000 + Math.max(0, afterMs) - (afterMs > 0 ? 1 : 0));
    const name = afterMs < 0 ? 'user2' : 'user1';
    if (afterMs > 0) {
      expect(lab.user(name)).toMatch(/online imp1$/);
      lab.to(10_000 + afterMs);
    }
    expect(lab.user(name)).toMatch(/waiting/);
  });

  it.each<[string, Step]>([
    ['another critical service stops', stopService('imp1')],
    ['the database stops', { do: 'stop-database', node: 'imp1' }],
    ['the recovery manager stops', { do: 'stop-srm', node: 'imp1' }],
    ['the link is cut', { do: 'cut-link', group: 'pair' }],
  ])('last when %s', (_, step) => {
    expect(new Lab({ users: 2 }).at(10_000, step).to(10_001).user('user1')).toMatch(/online imp1$/);
  });

  it('that end wait a random time between the limits of the node they lost, each its own', () => {
    const nodes = [
      { name: 'imp1', clientReloginLowerLimit: 100, clientReloginUpperLimit: 200 },
      { name: 'imp2', clientReloginLowerLimit: 900, clientReloginUpperLimit: 901 },
    ];
    const lab = new Lab({ nodes, users: 40 }).at(10_000, ...on('imp1', 'isolate'), ...on('imp2', 'isolate'));
    const waits = (first: number) =>
      Array.from({ length: 20 }, (_, index) => lab.tryMs(`user${first + 2 * index}`) - 10_000);
    for (const wait of waits(1)) expect(wait >= 100_000 && wait <= 200_000).toBe(true);
    for (const wait of waits(2)) expect(wait >= 900_000 && wait <= 901_000).toBe(true);
    expect(new Set(waits(1)).size).toBeGreaterThan(15);
  });

  it('are turned away by an unhealthy node and wait anew by the limits of the node they tried', () => {
    const nodes = [
      { name: 'imp1', ...relogin(10) },
      { name: 'imp2', ...relogin(70) },
    ];
    const lab = new Lab({ nodes, users: 2 })
      .at(1_000, stopService('imp1', 'Cisco XCP Router'))
      .at(2_000, startService('imp1', 'Cisco XCP Router'))
      .to(30_000);
    expect(lab.attempts).toEqual(['11000 user1', '21000 user1']);
    expect(lab.user('user1')).toMatch(/online imp1$/);
  });

  it('try the node that serves the user then, not the one they lost, and wait by its limits', () => {
    const nodes = [
      { name: 'imp1', ...relogin(30) },
      { name: 'imp2', ...relogin(70) },
    ];
    // Released at 6 s, moved and served by imp2 at 16.022 s.
    const lab = new Lab({ nodes, users: 4 }).at(1_000, ...on('imp1', 'failover')).to(37_000);
    expect(lab.attempts).toEqual(['36000 user1', '36000 user3']);
    expect(lab.user('user1')).toBe('home imp1, on imp2, online imp2');
  });

  it('cannot be opened while the users are on their way', () => {
    const nodes = [
      { name: 'imp1', ...relogin(1) },
      { name: 'imp2', ...relogin(70) },
    ];
    const lab = new Lab({ nodes, users: 4 }).at(1_000, ...on('imp1', 'failover')).to(16_021);
    // Placed on imp1, Failing Over, until imp2 runs in backup mode: each try is turned away.
    expect(lab.attempts.filter((it) => it.endsWith('user1')).length).toBe(10);
    expect(lab.user('user1')).toBe('home imp1, on imp1, waiting imp1');
    expect(lab.to(17_000).user('user1')).toBe('home imp1, on imp2, online imp2');
  });

  it('open on a node whose recovery manager does not run, by its kept state', () => {
    const lab = new Lab({ users: 2 })
      .at(0, user('log-out', 'user1'), ...on('imp1', 'stop-srm'))
      .at(2_000, user('log-in', 'user1'));
    expect(lab.user('user1')).toMatch(/online imp1$/);
  });

  it('open with high availability off', () => {
    const lab = new Lab({ groups: PAIR_WITHOUT_HA, users: 2 })
      .at(0, user('log-out', 'user1'))
      .at(1, user('log-in', 'user1'));
    expect(lab.user('user1')).toMatch(/online imp1$/);
  });

  it('do not open while high availability is not enabled properly', () => {
    const lab = new Lab({ groups: PAIR_WITHOUT_HA, users: 2 })
      .at(0, user('log-out', 'user2'), ...on('imp1', 'stop-srm'))
      .at(2_000, { do: 'enable-ha', group: 'pair' }, user('log-in', 'user2'));
    expect(lab.seen[1]).toBe('unknown/none');
    expect(lab.user('user2')).toMatch(/waiting imp2$/);
  });

  it('open on a node that is Falling Back for its own users alone', () => {
    const lab = new Lab({ users: 4, parameters: relogin(1) })
      .at(1_000, ...on('imp1', 'failover'))
      .at(60_000, user('log-out', 'user1'), user('log-out', 'user2'), ...on('imp1', 'fallback'))
      .at(61_000, user('log-in', 'user1'), user('log-in', 'user2'))
      .to(61_000);
    expect(lab.seen[1]).toBe('falling-back/On Admin Request');
    expect(users(lab, 'user1', 'user2')).toEqual([
      'home imp1, on imp2, waiting imp2',
      'home imp2, on imp2, online imp2',
    ]);
  });

  it('of a cold cluster wait from time 0 by the limits of the home node', () => {
    const lab = new Lab({ users: 2, start: 'cold', parameters: relogin(50) }).to(50_000);
    expect(lab.attempts).toEqual(['50000 user1', '50000 user2']);
    expect(lab.tryMs('user1')).toBe(100_000);
  });

  it('end by a log-out and begin by a log-in, which are idle where there is nothing to do', () => {
    const lab = new Lab({ users: 1 });
    expect(lab.try(1, user('log-in', 'user1'))).toMatch(/^idle: /);
    lab.at(2, user('log-out', 'user1'));
    expect(lab.user('user1')).toBe('home imp1, on imp1, offline');
    expect(lab.try(3, user('log-out', 'user1'))).toMatch(/^idle: /);
    expect(lab.try(4, user('log-in', 'nobody'))).toMatch(/^refused: /);
    lab.at(5, mode('none'), user('add-user', 'guest'));
    expect(lab.try(6, user('log-in', 'guest'))).toMatch(/^refused: .*assigned to no node/);
  });

  it('of a logged-out user do not come back by themselves', () => {
    const lab = new Lab({ users: 2 })
      .at(1_000, ...on('imp1', 'isolate'))
      .at(2_000, user('log-out', 'user1'))
      .to(1_000_000);
    expect(lab.attempts.filter((it) => it.endsWith('user1'))).toEqual([]);
  });
});

describe('placement', () => {
  it('follows failover and fallback, and each client logs in again where its user is served', () => {
    const lab = new Lab({ users: 4, parameters: relogin(20) })
      .at(1_000, ...on('imp1', 'failover'))
      .to(16_021);
    expect(users(lab, 'user1', 'user2')).toEqual([
      'home imp1, on imp1, waiting imp1',
      'home imp2, on imp2, online imp2',
    ]);
    expect(lab.to(16_022).user('user1')).toBe('home imp1, on imp2, waiting imp1');
    lab.to(60_000);
    expect(lab.user('user1')).toBe('home imp1, on imp2, online imp2');
    // Services start until 75 s, and two users take 10.002 s to move.
    lab.at(60_000, ...on('imp1', 'fallback')).to(85_001);
    expect(lab.user('user1')).toBe('home imp1, on imp2, online imp2');
    expect(lab.to(85_002).user('user1')).toBe('home imp1, on imp1, waiting imp2');
    expect(lab.to(105_002).user('user1')).toBe('home imp1, on imp1, online imp1');
    expect(lab.user('user2')).toBe('home imp2, on imp2, online imp2');
  });

  it('is on both nodes in a split brain, and on the one that still claims after it', () => {
    const lab = new Lab({ users: 4 }).at(0, { do: 'cut-link', group: 'pair' }).to(80_000);
    expect(lab.group().splitBrain).toBe(true);
    expect(users(lab, 'user1', 'user2')).toEqual([
      'home imp1, on imp1+imp2, online imp1',
      'home imp2, on imp1+imp2, online imp2',
    ]);
    lab.at(90_000, ...on('imp1', 'stop-srm')).to(90_000);
    expect(lab.group().splitBrain).toBe(false);
    expect(users(lab, 'user1', 'user2')).toEqual([
      'home imp1, on imp2, waiting imp1',
      'home imp2, on imp2, online imp2',
    ]);
  });

  it('is at home when a split brain ends with no node claiming', () => {
    const lab = new Lab({ users: 4 })
      .at(0, { do: 'cut-link', group: 'pair' })
      .at(80_000, { do: 'restore-link', group: 'pair' })
      .to(100_000);
    expect(lab.seen).toEqual(['running-in-failed-mode/Unknown', 'running-in-failed-mode/Unknown']);
    expect(users(lab, 'user1', 'user2')).toEqual([
      expect.stringContaining('on imp1, '),
      expect.stringContaining('on imp2, '),
    ]);
  });

  it('is at home after a split brain in which one of the two had got all users before', () => {
    const lab = new Lab({ users: 4 })
      .at(0, { do: 'cut-link', group: 'pair' })
      .at(90_000, ...on('imp1', 'stop-srm'))
      .at(95_000, ...on('imp1', 'start-srm'))
      .to(110_000);
    expect(lab.seen).toEqual(['running-in-backup-mode/Initialization', 'running-in-backup-mode/Peer Down']);
    expect([lab.group().splitBrain, lab.user('user1')]).toEqual([true, 'home imp1, on imp2, waiting imp1']);
    lab.at(110_000, ...on('imp1', 'stop-srm'), ...on('imp2', 'stop-srm'));
    expect([lab.group().splitBrain, lab.user('user1')]).toEqual([false, 'home imp1, on imp1, waiting imp1']);
  });
});

describe('temporary presence', () => {
  const watch = (action: 'search' | 'delete' | 'subscribe'): Step => ({
    do: (
      {
        search: 'search-temporary-presence',
        delete: 'delete-temporary-search',
        subscribe: 'subscribe-temporary-presence',
      } as const
    )[action],
    watcher: 'user2',
    user: 'user1',
  });
  const status = (lab: Lab) => lab.state.temporaryPresence[0]?.status;

  it.each<[string, readonly Step[], number]>([
    ['failover', on('imp1', 'failover'), 20_000],
    ['move to another group', [{ do: 'move-user', user: 'user1', group: 'other' }], 1_000],
  ])('is stale after a %s until the watcher subscribes again', (_, steps, doneMs) => {
    const lab = new Lab({ ...THREE_GROUPS, users: 4 }).at(0, watch('search')).at(500, ...steps);
    expect(status(lab.to(500 + doneMs))).toBe('stale');
    lab.at(100_000, watch('subscribe'));
    expect(status(lab)).toBe('valid');
  });

  it('is stale again after the fallback', () => {
    const lab = new Lab({ users: 4 })
      .at(1_000, ...on('imp1', 'failover'))
      .at(60_000, watch('subscribe'), ...on('imp1', 'fallback'))
      .to(100_000);
    expect(status(lab)).toBe('stale');
  });

  it.each([
    [29_999, 'stale'],
    [30_000, 'valid'],
  ])('is searched %i ms after the search was deleted: %s', (gapMs, expected) => {
    const lab = new Lab({ users: 2 })
      .at(0, watch('search'))
      .at(1_000, watch('delete'))
      .at(1_000 + gapMs, watch('search'));
    expect(status(lab)).toBe(expected);
  });

  it('of a user who is not moved stays valid', () => {
    const lab = new Lab({ users: 4 })
      .at(0, { do: 'search-temporary-presence', watcher: 'user1', user: 'user2' })
      .at(1_000, ...on('imp1', 'failover'))
      .to(60_000);
    expect(status(lab)).toBe('valid');
  });

  it('is refused of oneself and of nobody, and a search that is not there is not deleted', () => {
    const lab = new Lab({ users: 2 });
    expect(lab.try(1, { do: 'search-temporary-presence', watcher: 'user1', user: 'user1' })).toMatch(
      /^refused: /,
    );
    expect(lab.try(1, { do: 'search-temporary-presence', watcher: 'user9', user: 'user1' })).toMatch(
      /^refused: /,
    );
    expect(lab.try(1, { do: 'search-temporary-presence', watcher: 'user1', user: 'user9' })).toMatch(
      /^refused: /,
    );
    expect(lab.try(1, watch('delete'))).toMatch(/^idle: /);
  });
});

describe('cost (I-32)', () => {
  const minutes = (lab: Lab) => [lab.state.waitingCostMs / 60_000, lab.state.degradedCostMs / 60_000];

  it('is nothing while everyone is well served, and for who is logged out or unassigned', () => {
    const lab = new Lab({ users: 4 }).at(0, user('log-out', 'user1')).to(600_000);
    expect(minutes(lab)).toEqual([0, 0]);
    const none = new Lab({ users: 4, parameters: { userAssignmentMode: 'none' } }).to(600_000);
    expect(minutes(none)).toEqual([0, 0]);
  });

  it('is exact to the millisecond of waiting', () => {
    // Two clients of imp1 are released at 6 s and wait 100 s each.
    const lab = new Lab({ users: 4, parameters: relogin(100) })
      .at(1_000, ...on('imp1', 'failover'))
      .to(500_000);
    expect([lab.state.waitingCostMs, lab.state.degradedCostMs]).toEqual([2 * 100_000, 0]);
  });

  it('is exact to the millisecond of sessions on an unhealthy node', () => {
    const lab = new Lab({ users: 6 })
      .at(1_234, ...on('imp1', 'stop-database'))
      .at(5_678, ...on('imp1', 'start-database'))
      .to(600_000);
    expect([lab.state.waitingCostMs, lab.state.degradedCostMs]).toEqual([0, 3 * (5_678 - 1_234)]);
  });

  it('counts sessions in a split brain, though both nodes are healthy', () => {
    const lab = new Lab({ users: 4 }).at(0, { do: 'cut-link', group: 'pair' }).to(100_000);
    // Lost at 60 s; 2 users take 10.002 s to move, and then both serve everybody.
    expect([lab.state.waitingCostMs, lab.state.degradedCostMs]).toEqual([0, 4 * (100_000 - 70_002)]);
  });

  it('counts sessions on a node in failed mode, though it is healthy', () => {
    const lab = new Lab({ users: 4 })
      .at(1_000, { do: 'set-user-move-fault', node: 'imp2', on: true }, ...on('imp1', 'failover'))
      .to(100_000);
    // The move of two users fails at 16.022 s; the two of imp1 wait from 6 s on.
    expect([lab.state.waitingCostMs, lab.state.degradedCostMs]).toEqual([
      2 * (100_000 - 6_000),
      2 * (100_000 - 16_022),
    ]);
  });

  it('ends with the log-out of a waiting user', () => {
    const lab = new Lab({ users: 1 })
      .at(10_000, ...on('imp1', 'isolate'))
      .at(25_000, user('log-out', 'user1'))
      .to(900_000);
    expect(minutes(lab)).toEqual([0.25, 0]);
  });
});
