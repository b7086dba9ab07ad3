import { describe, expect, it } from 'vitest';
import { checkGoal } from '../../src/course/goal-schema';

const faultsOf = (goal: unknown) => {
  const checked = checkGoal(goal);
  return checked.ok ? [] : checked.faults;
};

describe('the schema of goals', () => {
  it.each([
    [{ nodes: 'imp1' }, /^\(goal\): must be a goal/],
    ['normal', /^\(goal\): must be a goal/],
    [{ node: 'imp1' }, /^is: /],
    [{ node: 'imp1', is: {} }, /^is: must ask for something/],
    [{ node: 'imp1', is: { state: 'Normal' } }, /^is\.state: /],
    [{ node: 'imp1', is: { sate: 'normal' } }, /^is\.sate: /],
    [{ all: [] }, /^all: must not be empty/],
    [{ all: [{ not: { node: 'imp1', is: { replication: 5 } } }] }, /^all\.0\.not\.is\.replication: /],
    [{ within: { multipleDeviceMessaging: true }, seconds: -1 }, /^seconds: /],
    [{ holds: { multipleDeviceMessaging: true } }, /^forSeconds: /],
    [{ step: { do: 'explode' }, outcome: 'done' }, /^step\.do: must be one of/],
    [{ step: { do: 'failover' } }, /^outcome: /],
    [{ group: 'g', is: { exists: false, highAvailability: true } }, /^is: must ask for nothing else/],
    [{ parameter: 'keepAlive', is: 3 }, /^parameter: must be one of/],
    [{ users: { online: { atleast: 3 } } }, /^users\.online/],
  ])('refuses %j', (goal, fault) => {
    expect(faultsOf(goal).join('\n')).toMatch(fault);
  });

  it.each([
    [{ any: [{ ever: { group: '*', is: { row: null } } }, { users: { online: { atLeast: 3 } } }] }],
    [{ inOrder: [{ step: { do: 'failover', node: 'imp1' }, outcome: 'refused', via: 'page' }] }],
    [{ parameter: 'clientReloginLowerLimit', node: 'imp1', is: { atMost: 60 } }],
    [{ node: 'imp1', is: { state: ['normal', 'unreachable'], reason: [null, 'Normal'], group: null } }],
  ])('takes %j', (goal) => {
    expect(faultsOf(goal)).toEqual([]);
  });
});
