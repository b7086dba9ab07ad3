import { expect, test } from 'vitest';
import { actionsOf, stageSteps } from './actions';
import { NORMAL, TWO_GROUPS } from './fixtures';
import { stageGroups, tabOf } from './groups';
import { placeBeside } from './place';
import { groupOfTarget, nodeOfTarget, targetKey } from './targets';

test('the stage asks about every step once', () => {
  const steps = stageSteps(NORMAL).map((step) => JSON.stringify(step));
  expect(new Set(steps).size).toBe(steps.length);
  const kinds = new Set(stageSteps(NORMAL).map((step) => step.do));
  expect([...kinds].sort()).toEqual(
    [
      'break-service', 'crash-service', 'cut-link', 'dbreplication', 'disable-ha', 'drop-keep-alives', 'enable-ha',
      'failover', 'fallback', 'isolate', 'mend-service', 'power-off', 'power-on', 'recover', 'rejoin', 'restart',
      'restart-srm', 'restore-link', 'set-replication', 'set-user-move-fault', 'shutdown', 'start-database',
      'start-service', 'start-srm', 'stop-database', 'stop-service', 'stop-srm',
    ], // prettier-ignore
  );
});

test('a user can be moved to every group but the own', () => {
  const labels = (user: string) =>
    actionsOf({ kind: 'user', user }, TWO_GROUPS).actions.map((action) => action.label);
  expect(labels('user1')).toEqual(['Log out', 'Log in', 'Move to Europe']);
  expect(labels('nobody1')).toEqual(['Log out', 'Log in', 'Move to DefaultCUPSubCluster', 'Move to Europe']);
});

test('names with slashes and spaces survive in a key', () => {
  const key = targetKey({ kind: 'service', node: 'a/b c', service: 'Cisco XCP Router' });
  expect(nodeOfTarget(key)).toBe('a/b c');
  expect(groupOfTarget(key)).toBeNull();
  expect(groupOfTarget(targetKey({ kind: 'link', group: 'x/y' }))).toBe('x/y');
  expect(nodeOfTarget(null)).toBeNull();
});

test('each node in no group is shown as a group of its own, and a chosen target brings its group forward', () => {
  const groups = stageGroups(TWO_GROUPS);
  expect(groups.map((group) => group.nodes)).toEqual([['imp1', 'imp2'], ['imp3', 'imp4'], ['imp5']]);
  expect(tabOf(groups, targetKey({ kind: 'node', node: 'imp4' }))).toBe(1);
  expect(tabOf(groups, targetKey({ kind: 'link', group: 'Europe' }))).toBe(1);
  expect(tabOf(groups, targetKey({ kind: 'users' }))).toBe(0);
  expect(tabOf(groups, null)).toBe(0);
});

test('a panel stands below what was pressed, above where there is no room, and never leaves the window', () => {
  const room = { width: 320, height: 600 };
  const size = { width: 250, height: 200 };
  expect(placeBeside({ left: 20, top: 100, bottom: 130 }, size, room)).toEqual({ x: 20, y: 134 });
  expect(placeBeside({ left: 200, top: 500, bottom: 530 }, size, room)).toEqual({ x: 62, y: 296 });
  expect(placeBeside({ left: -50, top: 10, bottom: 590 }, size, room)).toEqual({ x: 8, y: 392 });
});
