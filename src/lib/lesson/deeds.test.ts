import { describe, expect, it } from 'vitest';
import type { Deed, WantedDeed } from '../../course/goal';
import { isDeed } from './deeds';

const login: Deed = { kind: 'login', by: 'ssh', node: 'imp1' };
const status: Deed = { kind: 'command', command: 'utils ha status pair', node: 'imp1' };
const page: Deed = { kind: 'page', page: 'presence-redundancy-group', group: 'pair' };

describe('a deed', () => {
  it.each<[string, Deed, WantedDeed]>([
    ['that has every field wanted', login, { kind: 'login', by: 'ssh', node: 'imp1' }],
    ['of which less is wanted than was done', login, { kind: 'login' }],
    ['that is a command with its arguments', status, { kind: 'command', command: 'utils ha status' }],
    ['that is the very command', status, { kind: 'command', command: 'utils ha status pair' }],
    ['that is a page', page, { kind: 'page', page: 'presence-redundancy-group', group: 'pair' }],
  ])('%s is what was wanted', (_, deed, want) => {
    expect(isDeed(deed, want)).toBe(true);
  });

  it.each<[string, Deed, WantedDeed]>([
    ['of another kind', login, { kind: 'command', command: 'utils ha status' }],
    ['on another node', login, { kind: 'login', node: 'imp2' }],
    ['that begins with the same letters only', status, { kind: 'command', command: 'utils ha stat' }],
    [
      'that says less than was wanted',
      page,
      { kind: 'page', page: 'presence-redundancy-group', node: 'imp1' },
    ],
  ])('%s is not', (_, deed, want) => {
    expect(isDeed(deed, want)).toBe(false);
  });
});
