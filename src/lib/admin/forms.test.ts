import { describe, expect, it } from 'vitest';
import { PARAMETERS, Run, type ClusterView } from '../../engine';
import type { StepRequest } from '../../worker/protocol';
import { groupFaults, groupStep, groupValues, type GroupField, type GroupValues } from './group-form';
import {
  ASSIGNMENT_MODE,
  CLUSTERWIDE,
  parameterFaults,
  parametersStep,
  parameterTexts,
  PER_NODE,
  type ParameterId,
} from './parameter-form';
import { userIdFault } from './user-form';

const NODES = [
  { name: 'imp1' },
  { name: 'imp2' },
  { name: 'imp3' },
  { name: 'imp4' },
  { name: 'old5', softwareVersion: '14.0.1' },
  { name: 'far6', databasePublisher: 'far6' },
];

/** imp1 and imp2 in `pair`, imp3 alone in `single`, the rest free. */
function run(changes: Readonly<Record<string, unknown>> = {}): Run {
  const loaded = Run.load({
    format: 'presence-redundancy-scenario',
    version: 1,
    title: 'forms',
    cluster: {
      nodes: NODES,
      groups: [
        { name: 'pair', nodes: ['imp1', 'imp2'], highAvailability: true, ...changes },
        { name: 'single', nodes: ['imp3'] },
      ],
      users: 4,
    },
    steps: [],
    until: 60,
  });
  if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
  return loaded.run;
}

const viewOf = (of: Run): ClusterView => of.viewAt({ timeMs: 1_000 });

/** What the engine says to a step: nothing, or why not. */
function refusal(of: Run, step: StepRequest): string {
  const outcome = of.act(1_000, step, 'page');
  return outcome.accepted ? '' : outcome.faults.join(' ');
}

const A_NEW_GROUP: GroupValues = {
  name: 'west',
  description: 'Nodes of the west',
  first: 'imp4',
  second: '',
  highAvailability: 'false',
};

describe('the form of a new group', () => {
  const good: readonly [string, Partial<GroupValues>][] = [
    ['a plain name', {}],
    ['letters, digits, underscore and dash', { name: 'West_2-b' }],
    ['one character', { name: 'w' }],
    ['128 characters', { name: 'w'.repeat(128) }],
    ['a name that differs in case alone', { name: 'PAIR' }],
    ['no description', { description: '' }],
    ['128 characters of description', { description: 'd'.repeat(128) }],
    ['symbols that are allowed', { description: "it's #1: (a+b) = c, $5! é" }],
    ['one node in the second field', { first: '', second: 'imp4' }],
  ];
  it.each(good)('lets %s through, and the engine takes it', (_what, change) => {
    const values = { ...A_NEW_GROUP, ...change };
    const on = run();
    expect(groupFaults(values, viewOf(on), undefined)).toEqual({});
    expect(refusal(on, groupStep(values, undefined)!)).toBe('');
  });

  const bad: readonly [string, GroupField, Partial<GroupValues>, RegExp][] = [
    ['no name', 'name', { name: '' }, /give the group a name/i],
    ['a name that is taken', 'name', { name: 'pair' }, /a group named pair already/],
    ['129 characters', 'name', { name: 'w'.repeat(129) }, /at most 128 characters; this one has 129/],
    ['a space in the name', 'name', { name: 'the west' }, /Take out: a space$/],
    ['a dot in the name', 'name', { name: 'west.1' }, /Take out: \.$/],
    ['an umlaut in the name', 'name', { name: 'wüst' }, /Take out: ü$/],
    ['a name of the lab itself', 'name', { name: 'constructor' }, /another/],
    ['129 characters of description', 'description', { description: 'd'.repeat(129) }, /has 129/],
    ...['"', '%', '&', '/', '<', '>'].map((symbol): [string, GroupField, Partial<GroupValues>, RegExp] => [
      `${symbol} in the description`,
      'description',
      { description: `a ${symbol} b` },
      new RegExp(`Take out: ${symbol}$`),
    ]),
    ['no node', 'first', { first: '' }, /at least one server/],
    ['the same node twice', 'second', { second: 'imp4' }, /two different servers/],
    ['a node of another group', 'first', { first: 'imp3' }, /imp3 is in the group single already/],
    ['a second node of another group', 'second', { second: 'imp2' }, /imp2 is in the group pair already/],
    ['nodes of two versions', 'second', { second: 'old5' }, /same version: imp4 has .* old5 has 14\.0\.1/],
    ['nodes of two publishers', 'second', { second: 'far6' }, /same database publisher/],
    ['high availability for one', 'highAvailability', { highAvailability: 'true' }, /needs two servers/],
  ];
  it.each(bad)('says what is wrong with %s, and the engine refuses it', (_what, field, change, words) => {
    const values = { ...A_NEW_GROUP, ...change };
    const on = run();
    const faults = groupFaults(values, viewOf(on), undefined);
    expect(Object.keys(faults)).toEqual([field]);
    expect(faults[field]).toMatch(words);
    expect(refusal(on, groupStep(values, undefined)!)).not.toBe('');
  });

  it('tells of every field that is wrong at once', () => {
    const values = { name: ' ', description: '<', first: '', second: '', highAvailability: 'true' };
    expect(Object.keys(groupFaults(values, viewOf(run()), undefined))).toEqual([
      'name',
      'description',
      'first',
      'highAvailability',
    ]);
  });
});

describe('the form of a group that exists', () => {
  const edit = (of: Run, change: Partial<GroupValues>, name = 'pair') => {
    const view = viewOf(of);
    const group = view.groups.find((it) => it.name === name)!;
    const values = { ...groupValues(group), ...change };
    return { faults: groupFaults(values, view, group), step: groupStep(values, group) };
  };

  it('has nothing wrong and nothing to save as long as nobody changes it', () => {
    expect(edit(run(), {})).toEqual({ faults: {}, step: null });
  });

  it('saves only what was changed', () => {
    const on = run();
    const { faults, step } = edit(on, { name: 'east', description: 'moved' });
    expect(faults).toEqual({});
    expect(step).toEqual({ do: 'edit-group', group: 'pair', newName: 'east', description: 'moved' });
    expect(refusal(on, step!)).toBe('');
  });

  it('enables high availability', () => {
    const on = run({ highAvailability: false });
    const { faults, step } = edit(on, { highAvailability: 'true' });
    expect(faults).toEqual({});
    expect(refusal(on, step!)).toBe('');
    expect(viewOf(on).groups[0]?.highAvailability).toBe(true);
  });

  it('keeps the nodes while high availability is on, as the engine does', () => {
    const on = run();
    const { faults, step } = edit(on, { second: 'imp4' });
    expect(faults.second).toMatch(/While high availability is on/);
    expect(refusal(on, step!)).toMatch(/cannot be changed while its high availability is on/);
    expect(edit(run(), { first: 'imp4' }).faults.first).toMatch(/While high availability is on/);
  });

  it('takes other nodes while it is off', () => {
    const on = run({ highAvailability: false });
    const { faults, step } = edit(on, { second: 'imp4' });
    expect(faults).toEqual({});
    expect(refusal(on, step!)).toBe('');
  });

  it('does not let a group with high availability shrink to one node', () => {
    const { faults } = edit(run(), { second: '' });
    expect(Object.keys(faults)).toEqual(['second', 'highAvailability']);
  });

  it('says of a node that time has taken away that it is not there', () => {
    expect(edit(run({ highAvailability: false }), { second: 'imp9' }).faults.second).toMatch(
      /no server named imp9/,
    );
  });
});

describe('the forms of parameters', () => {
  const ALL = [...CLUSTERWIDE, ...PER_NODE, ASSIGNMENT_MODE];

  it('have the parameters of the guide: seven clusterwide, two of a node, one for users', () => {
    expect(CLUSTERWIDE.map(({ id }) => id)).toEqual([
      'servicePort',
      'adminRpcPort',
      'criticalServiceDelay',
      'automaticFallback',
      'initializationKeepAliveTimeout',
      'keepAliveTimeout',
      'keepAliveInterval',
    ]);
    expect(PER_NODE).toHaveLength(2);
    expect(ALL).toHaveLength(PARAMETERS.length);
  });

  const texts = (of: Run) => parameterTexts(viewOf(of), 'imp1');
  const good: readonly [ParameterId, readonly string[]][] = [
    ['servicePort', ['1', '22001', '65535', ' 443 ']],
    ['adminRpcPort', ['1', '20075', '65535']],
    ['criticalServiceDelay', ['1', '90', '2.5', '31622400', ' 30']],
    ['automaticFallback', ['true', 'false']],
    ['initializationKeepAliveTimeout', ['15.001', '120', '31622400']],
    ['keepAliveTimeout', ['15.001', '60', '600']],
    ['keepAliveInterval', ['1', '15', '59.999']],
    ['clientReloginLowerLimit', ['1', '120', '537']],
    ['clientReloginUpperLimit', ['120', '537', '31622400']],
    ['userAssignmentMode', ['balanced', 'active-standby', 'none']],
  ];
  it.each(good)('let good values of %s through, and the engine takes them', (id, values) => {
    for (const value of values) {
      const on = run();
      const form = { ...texts(on), [id]: value };
      expect(parameterFaults(ALL, form), value).toEqual({});
      expect(refusal(on, parametersStep([id], form, 'imp1')!), value).toBe('');
    }
  });

  const seconds: readonly [string, RegExp][] = [
    ['', /enter a value/i],
    ['soon', /number of seconds/],
    ['1e3', /number of seconds/],
    ['-5', /number of seconds/],
    ['1,5', /number of seconds/],
    ['1.2345', /number of seconds/],
    ['0', /least is 1 second/],
    ['0.999', /least is 1 second/],
    ['31622401', /most is 31622400/],
  ];
  const ports: readonly [string, RegExp][] = [
    ['', /enter a value/i],
    ['http', /whole number/],
    ['80.5', /whole number/],
    ['-1', /whole number/],
    ['0', /between 1 and 65535/],
    ['65536', /between 1 and 65535/],
  ];
  const bad = [
    ...([
      'criticalServiceDelay',
      'initializationKeepAliveTimeout',
      'keepAliveTimeout',
      'keepAliveInterval',
    ] as const),
    ...(['clientReloginLowerLimit', 'clientReloginUpperLimit'] as const),
  ].map((id): [ParameterId, readonly [string, RegExp][]] => [id, seconds]);
  it.each([...bad, ['servicePort', ports], ['adminRpcPort', ports]] as [ParameterId, [string, RegExp][]][])(
    'say what is wrong with bad values of %s',
    (id, values) => {
      for (const [value, words] of values) {
        const on = run();
        const form = { ...texts(on), [id]: value };
        const faults = parameterFaults(ALL, form);
        expect(Object.keys(faults), value).toEqual([id]);
        expect(faults[id]).toMatch(words);
        const asNumber = Number(value);
        // What the form alone minds, such as 1e3 for 1000, the engine would take for the number that it is.
        if (value !== '1e3')
          expect(refusal(on, parametersStep([id], { ...form, [id]: String(asNumber) }, 'imp1')!)).not.toBe(
            '',
          );
      }
    },
  );

  it.each([
    ['keepAliveTimeout', '15', /longer than Keep Alive \(Heartbeat\) Interval \(15 seconds\)/],
    ['initializationKeepAliveTimeout', '15', /longer than Keep Alive \(Heartbeat\) Interval \(15 seconds\)/],
    ['clientReloginUpperLimit', '119.999', /below Client Re-Login Lower Limit \(120 seconds\)/],
  ] as const)('weigh %s against the value that it depends on', (id, value, words) => {
    const on = run();
    const form = { ...texts(on), [id]: value };
    expect(parameterFaults(ALL, form)).toEqual({ [id]: expect.stringMatching(words) as string });
    expect(refusal(on, parametersStep([id], form, 'imp1')!)).not.toBe('');
  });

  it('do not weigh a value against one that is wrong itself', () => {
    expect(Object.keys(parameterFaults(ALL, { ...texts(run()), keepAliveInterval: 'x' }))).toEqual([
      'keepAliveInterval',
    ]);
  });

  it('save clusterwide values and those of a node in one step, all or nothing', () => {
    const on = run();
    const form = { ...texts(on), criticalServiceDelay: '30', clientReloginLowerLimit: '60' };
    const step = parametersStep(['criticalServiceDelay', 'clientReloginLowerLimit'], form, 'imp2')!;
    expect(step).toEqual({
      do: 'set-parameters',
      values: { criticalServiceDelay: 30, clientReloginLowerLimit: 60 },
      node: 'imp2',
    });
    expect(refusal(on, step)).toBe('');
    const { nodes, parameters } = viewOf(on);
    expect(parameters.criticalServiceDelay).toBe(30);
    expect(nodes.map((node) => node.clientReloginLowerLimitMs / 1000).slice(0, 2)).toEqual([120, 60]);
  });

  it('save nothing if nothing was changed', () => {
    expect(parametersStep([], texts(run()), 'imp1')).toBeNull();
  });
});

describe('the form of a new user', () => {
  it.each(['ann', 'ann.lee@example.com', 'Ünal', 'u'.repeat(128), 'USER1'])(
    'lets %s through, and the engine takes it',
    (id) => {
      const on = run();
      expect(userIdFault(id, viewOf(on))).toBe('');
      expect(refusal(on, { do: 'add-user', user: id })).toBe('');
    },
  );

  it.each([
    ['', /give the user an id/i],
    ['ann lee', /without spaces/],
    [' ann', /without spaces/],
    ['ann\u0007', /can be seen/],
    ['u'.repeat(129), /has 129/],
    ['prototype', /another/],
    ['user1', /a user user1 already/],
  ] as const)('says what is wrong with “%s”, and the engine refuses it', (id, words) => {
    const on = run();
    expect(userIdFault(id, viewOf(on))).toMatch(words);
    expect(refusal(on, { do: 'add-user', user: id })).not.toBe('');
  });
});
