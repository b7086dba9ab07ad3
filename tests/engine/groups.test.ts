import { describe, expect, it } from 'vitest';
import type { Step } from '../../src/engine';
import { Lab, on, PAIR_WITHOUT_HA, stopService } from './lab';

const FOUR = ['imp1', 'imp2', 'imp3', 'imp4'].map((name) => ({ name }));
const TWO_GROUPS = [
  { name: 'pair', nodes: ['imp1', 'imp2'] },
  { name: 'other', nodes: ['imp3', 'imp4'], highAvailability: true },
];
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
});
