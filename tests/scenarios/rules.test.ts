import { describe, expect, it } from 'vitest';
import { checkScenario, formatFault, runScenario, type Report } from '../../src/engine';
import { FIXTURES_FOLDER, namesIn, readText, scenarioOf, withSwappedNodes } from './files';

const FOLDER = `${FIXTURES_FOLDER}/rules`;
const NAMES = namesIn(FOLDER, '.json');
const GROUP = 'DefaultCUPSubCluster';

/** What did not come as the file says; a rule's scenario has nothing refused. */
function failuresOf(text: string) {
  const { checks, refused, violations = [] } = runScenario(scenarioOf(text));
  return { unexpected: checks.filter((check) => !check.ok), refused, violations };
}
const NO_FAILURES = { unexpected: [], refused: [], violations: [] };

describe('corners of the model, one scenario each, named by section or assumption', () => {
  it('are there', () => {
    expect(NAMES.length).toBeGreaterThan(25);
  });

  it.each(NAMES)('%s', (name) => {
    expect(failuresOf(readText(FOLDER, name))).toEqual(NO_FAILURES);
  });

  it.each(NAMES.filter((name) => name.startsWith('5.')))(
    '%s, with the nodes in each other’s place',
    (name) => {
      expect(failuresOf(withSwappedNodes(readText(FOLDER, name), 'imp1', 'imp2'))).toEqual(NO_FAILURES);
    },
  );
});

/** A run of a pair with two users, whose file holds the given fields. */
function run(fields: { readonly cluster?: object; readonly [field: string]: unknown }): Report {
  const { cluster, ...rest } = fields;
  const checked = checkScenario({
    format: 'presence-redundancy-scenario',
    version: 1,
    cluster: { nodes: [{ name: 'imp1' }, { name: 'imp2' }], users: 2, ...cluster },
    ...rest,
  });
  if (!checked.ok) throw new Error(checked.faults.map(formatFault).join('\n'));
  return runScenario(checked.scenario);
}

const OFF = { groups: [{ name: GROUP, nodes: ['imp1', 'imp2'] }] };
const ALONE = { groups: [{ name: GROUP, nodes: ['imp1'] }] };
const failover = { at: 10, do: 'failover', node: 'imp1' };
const service = 'Cisco Presence Engine';
const stopOn = (node: string, at: number) => ({ at, do: 'stop-service', node, service });
const inFailedMode = [stopOn('imp1', 10), stopOn('imp2', 10)];

interface RefusedCase {
  readonly title: string;
  readonly cluster?: object;
  readonly before?: readonly object[];
  readonly step: { readonly do: string; readonly [field: string]: unknown };
}

const REFUSED: readonly RefusedCase[] = [
  { title: 'a failover with high availability off', cluster: OFF, step: { do: 'failover', node: 'imp1' } },
  {
    title: 'a failover of a node alone in its group',
    cluster: ALONE,
    step: { do: 'failover', node: 'imp1' },
  },
  { title: 'a failover of a node in no group', cluster: ALONE, step: { do: 'failover', node: 'imp2' } },
  { title: 'a second failover', before: [failover], step: { do: 'failover', node: 'imp2' } },
  {
    title: 'a failover to an unfit node',
    before: [stopOn('imp2', 10)],
    step: { do: 'failover', node: 'imp1' },
  },
  {
    title: 'a failover beside a node that cannot be reached',
    before: [{ at: 95, do: 'stop-srm', node: 'imp2' }],
    step: { do: 'failover', node: 'imp1' },
  },
  { title: 'a fallback of a normal pair', step: { do: 'fallback', node: 'imp1' } },
  { title: 'a fallback to the backup', before: [failover], step: { do: 'fallback', node: 'imp2' } },
  {
    title: 'a fallback to a node with services not running',
    before: [stopOn('imp1', 0)],
    step: { do: 'fallback', node: 'imp1', at: 150 },
  },
  {
    title: 'a fallback from a backup that cannot be reached',
    before: [failover, { at: 90, do: 'isolate', node: 'imp2' }],
    step: { do: 'fallback', node: 'imp1' },
  },
  { title: 'a recovery of a normal pair', step: { do: 'recover', group: GROUP } },
  { title: 'a recovery of one failed node', before: [failover], step: { do: 'recover', group: GROUP } },
  {
    title: 'a recovery of nodes that do not hear each other',
    before: [...inFailedMode, { at: 150, do: 'cut-link', group: GROUP }],
    step: { do: 'recover', group: GROUP, at: 250 },
  },
  {
    title: 'a recovery while an SRM does not run',
    before: [...inFailedMode, { at: 150, do: 'stop-srm', node: 'imp1' }],
    step: { do: 'recover', group: GROUP, at: 160 },
  },
  { title: 'high availability switched on twice', step: { do: 'enable-ha', group: GROUP } },
  { title: 'high availability switched off twice', cluster: OFF, step: { do: 'disable-ha', group: GROUP } },
  { title: 'high availability with one node', cluster: ALONE, step: { do: 'enable-ha', group: GROUP } },
  {
    title: 'high availability switched off in a failover',
    before: [failover],
    step: { do: 'disable-ha', group: GROUP },
  },
  {
    title: 'high availability switched off beside a node that cannot be reached',
    before: [{ at: 90, do: 'isolate', node: 'imp2' }],
    step: { do: 'disable-ha', group: GROUP },
  },
  ...['stop-service', 'start-service', 'crash-service', 'break-service', 'mend-service'].map((verb) => ({
    title: `${verb} on a platform that is off`,
    before: [{ at: 10, do: 'power-off', node: 'imp1' }],
    step: { do: verb, node: 'imp1', service },
  })),
  ...['stop-database', 'start-database', 'stop-srm', 'start-srm', 'restart-srm', 'shutdown', 'restart'].map(
    (verb) => ({
      title: `${verb} on a platform that is off`,
      before: [{ at: 10, do: 'power-off', node: 'imp1' }],
      step: { do: verb, node: 'imp1' },
    }),
  ),
  {
    title: 'stop-service on a platform that boots',
    before: [{ at: 10, do: 'restart', node: 'imp1' }],
    step: { do: 'stop-service', node: 'imp1', service },
  },
  { title: 'power-on of what is up', step: { do: 'power-on', node: 'imp1' } },
  {
    title: 'power-on of what shuts down',
    before: [{ at: 95, do: 'shutdown', node: 'imp1' }],
    step: { do: 'power-on', node: 'imp1' },
  },
  {
    title: 'power-off of what is off',
    before: [{ at: 10, do: 'power-off', node: 'imp1' }],
    step: { do: 'power-off', node: 'imp1' },
  },
  {
    title: 'a parameter below its bound',
    step: { do: 'set-parameter', parameter: 'criticalServiceDelay', value: 0.5 },
  },
  {
    title: 'a timeout that is not longer than the interval',
    step: { do: 'set-parameter', parameter: 'keepAliveTimeout', value: 15 },
  },
  {
    title: 'a lower limit above the upper',
    step: { do: 'set-parameter', parameter: 'clientReloginLowerLimit', value: 538, node: 'imp1' },
  },
  {
    title: 'several parameters of which one is out of bounds',
    step: { do: 'set-parameters', values: { criticalServiceDelay: 30, keepAliveInterval: 60 } },
  },
  {
    title: 'another assignment mode in a failover',
    before: [failover],
    step: { do: 'set-parameter', parameter: 'userAssignmentMode', value: 'none' },
  },
  { title: 'a group with a name that is taken', step: { do: 'add-group', group: GROUP, nodes: ['imp1'] } },
  { title: 'a group with a node of another', step: { do: 'add-group', group: 'new', nodes: ['imp1'] } },
  {
    title: 'a group of one node with high availability',
    cluster: { groups: [] },
    step: { do: 'add-group', group: 'new', nodes: ['imp1'], highAvailability: true },
  },
  {
    title: 'a group of nodes with different software',
    cluster: { nodes: [{ name: 'imp1' }, { name: 'imp2', softwareVersion: '14' }], groups: [] },
    step: { do: 'add-group', group: 'new', nodes: ['imp1', 'imp2'] },
  },
  {
    title: 'other nodes of a group with high availability',
    step: { do: 'edit-group', group: GROUP, nodes: ['imp1'] },
  },
  { title: 'deleting a group with high availability', step: { do: 'delete-group', group: GROUP } },
  {
    title: 'what is asked of a group that was deleted',
    cluster: OFF,
    before: [{ at: 10, do: 'delete-group', group: GROUP }],
    step: { do: 'enable-ha', group: GROUP },
  },
  { title: 'a repair of good replication', step: { do: 'dbreplication', node: 'imp1', operation: 'repair' } },
  {
    title: 'replication without a database',
    before: [{ at: 95, do: 'stop-database', node: 'imp1' }],
    step: { do: 'dbreplication', node: 'imp1', operation: 'reset' },
  },
  { title: 'a user added in a failover', before: [failover], step: { do: 'add-user', user: 'anna' } },
  { title: 'a user with a name that is taken', step: { do: 'add-user', user: 'user1' } },
  {
    title: 'a user who is added only later',
    before: [],
    step: { do: 'log-in', user: 'anna' },
  },
];

describe('steps that the cluster does not allow', () => {
  it.each(REFUSED)('refuses $title, changes nothing and says why', ({ cluster = {}, before = [], step }) => {
    const at = typeof step.at === 'number' ? step.at : 100;
    const later = { at: 30_000_000, do: 'add-user', user: 'anna' };
    const steps = [...before, { ...step, at }];
    const report = run({ cluster, steps: [...steps, later], until: at });
    expect(report.refused).toEqual([
      { time: at, step: before.length, do: step.do, why: expect.stringMatching(/\w{3,}/) as string },
    ]);
    const without = run({ cluster, steps: [...before, later], until: at });
    const { refused: _refused, ...seen } = report;
    const { refused: _none, ...undisturbed } = without;
    expect(seen).toEqual(undisturbed);
  });
});
