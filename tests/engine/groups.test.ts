import { describe, expect, it } from 'vitest';
import type { Step } from '../../src/engine';
import { Lab, on, stopService } from './lab';

const FOUR = ['imp1', 'imp2', 'imp3', 'imp4'].map((name) => ({ name }));
const PLAIN = { name: 'pair', nodes: ['imp1', 'imp2'] };
const OTHER = { name: 'other', nodes: ['imp3', 'imp4'], highAvailability: true };
const TWO_GROUPS = [PLAIN, OTHER];
const edit = (rest: object): Step => ({ do: 'edit-group', group: 'pair', ...rest });

describe('editing groups', () => {
  it('leaves the users of other groups where they are served and online', () => {
    // imp4 serves all of its group, then fails: its users stay on it, unserved, until a recovery.
    const lab = new Lab({ nodes: FOUR, groups: TWO_GROUPS, users: 4 })
      .at(0, stopService('imp3'))
      .at(400_000, stopService('imp4'))
      .to(600_000);
    expect(lab.seen[3]).toBe('running-in-failed-mode/Critical Service Down');
    const before = ['user3', 'user4'].map((user) => lab.user(user));
    expect(before[0]).toBe('home imp3, on imp4, online imp4');
    lab.at(610_000, { do: 'delete-group', group: 'pair' });
    expect(['user3', 'user4'].map((user) => lab.user(user))).toEqual(before);
    lab.at(620_000, { do: 'add-group', group: 'pair', nodes: ['imp2'] });
    expect(['user3', 'user4'].map((user) => lab.user(user))).toEqual(before);
  });

  it.each<[string, Step, RegExp]>([
    [
      'other nodes with high availability on',
      { do: 'edit-group', group: 'other', nodes: ['imp3'] },
      /availability is on/,
    ],
    ['no group, with high availability on', { do: 'delete-group', group: 'other' }, /availability is on/],
    ['a node of another group', edit({ nodes: ['imp1', 'imp3'] }), /imp3 is already in the group other/],
    ['a node that is not there', edit({ nodes: ['imp9'] }), /no node named imp9/],
    ['one node and high availability', edit({ nodes: ['imp1'], highAvailability: true }), /two nodes/],
    ['a name that is taken', edit({ newName: 'other' }), /already a group named other/],
    ['a second group of one name', { do: 'add-group', group: 'other', nodes: ['imp5'] }, /already a group/],
    [
      'a group of a node of another',
      { do: 'add-group', group: 'third', nodes: ['imp1'] },
      /already in the group pair/,
    ],
    [
      'a single node with high availability',
      { do: 'add-group', group: 'third', nodes: ['imp5'], highAvailability: true },
      /two nodes/,
    ],
    [
      'nodes of two software versions',
      { do: 'add-group', group: 'third', nodes: ['imp5', 'old'] },
      /software version/,
    ],
    [
      'nodes of two publishers',
      { do: 'add-group', group: 'third', nodes: ['imp5', 'far'] },
      /database publisher/,
    ],
  ])('is refused: %s', (_, step, why) => {
    const nodes = [
      ...FOUR,
      { name: 'imp5' },
      { name: 'old', softwareVersion: '14.0.1' },
      { name: 'far', databasePublisher: 'elsewhere' },
    ];
    const answer = new Lab({ nodes, groups: TWO_GROUPS }).try(1_000, step);
    expect(answer).toMatch(/^refused: /);
    expect(answer).toMatch(why);
  });

  it('leaves the users of nodes that are in no group any more unassigned and offline', () => {
    const lab = new Lab({ nodes: FOUR, groups: TWO_GROUPS, users: 4 }).at(1_000, edit({ nodes: ['imp2'] }));
    expect(['user1', 'user2'].map((user) => lab.user(user))).toEqual([
      'home none, on none, offline',
      'home imp2, on imp2, online imp2',
    ]);
    lab.at(2_000, { do: 'delete-group', group: 'pair' });
    expect(lab.user('user2')).toBe('home none, on none, offline');
    expect(lab.state.users.unassigned).toBe(2);
  });

  it('keeps users on their nodes when the nodes change places or the group its name', () => {
    const lab = new Lab({ nodes: FOUR, groups: TWO_GROUPS, users: 4 })
      .at(1_000, edit({ nodes: ['imp2', 'imp1'], newName: 'renamed' }))
      .at(2_000, { do: 'enable-ha', group: 'renamed' })
      .at(3_000, ...on('imp1', 'failover'))
      .to(60_000);
    expect(['user1', 'user2'].map((user) => lab.user(user))).toEqual([
      'home imp1, on imp2, waiting imp1',
      'home imp2, on imp2, online imp2',
    ]);
  });

  it('makes a new pair of nodes of two groups, which then hear each other', () => {
    const lab = new Lab({ nodes: FOUR, groups: [PLAIN, { name: 'other', nodes: ['imp3'] }] })
      .at(1_000, { do: 'edit-group', group: 'other', nodes: ['imp3', 'imp4'], highAvailability: true })
      .to(2_000);
    expect(lab.seen.slice(2)).toEqual(['normal/Normal', 'normal/Normal']);
    expect(lab.seen.slice(0, 2)).toEqual(Array(2).fill('unknown/High Availability Not Enabled'));
  });

  it('keeps several groups apart: what befalls one does not touch the other', () => {
    const both = [OTHER, { name: 'pair', nodes: ['imp1', 'imp2'], highAvailability: true }];
    const lab = new Lab({ nodes: FOUR, groups: both, users: 8 })
      .at(1_000, { do: 'cut-link', group: 'pair' }, ...on('imp3', 'failover'))
      .to(300_000);
    expect(lab.seen).toEqual([
      'running-in-backup-mode/Peer Down',
      'running-in-backup-mode/Peer Down',
      'idle/On Admin Request',
      'running-in-backup-mode/On Admin Request',
    ]);
    expect([lab.group('pair').splitBrain, lab.group('other').splitBrain]).toEqual([true, false]);
  });
});
