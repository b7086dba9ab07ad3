/** The schema of one step: everything that can be done to a cluster, as it stands in a file. */
import * as v from 'valibot';
import type {
  GroupStep,
  NodeStep,
  ServiceStep,
  TemporaryPresenceStep,
  UserStep,
  Via,
} from '../../model/step';
import { CRITICAL_SERVICES, USER_ASSIGNMENT_MODES } from '../../model/vocabulary';
import {
  about,
  alternative,
  anySeconds,
  flag,
  fields,
  filledListOf,
  groupDescription,
  groupName,
  name,
  oneOf,
  seconds,
  share,
  whole,
  word,
} from './fields';
import { wordList } from './faults';
import { LIMITS } from './limits';

const SERVICE_STEPS = [
  'stop-service',
  'start-service',
  'crash-service',
  'break-service',
  'mend-service',
] as const satisfies readonly ServiceStep['do'][];

const NODE_STEPS = [
  'stop-database',
  'start-database',
  'stop-srm',
  'start-srm',
  'restart-srm',
  'shutdown',
  'power-off',
  'power-on',
  'restart',
  'isolate',
  'rejoin',
  'failover',
  'fallback',
  'drop-keep-alives',
] as const satisfies readonly NodeStep['do'][];

const GROUP_STEPS = [
  'recover',
  'enable-ha',
  'disable-ha',
  'cut-link',
  'restore-link',
  'delete-group',
] as const satisfies readonly GroupStep['do'][];

const USER_STEPS = ['add-user', 'log-out', 'log-in'] as const satisfies readonly UserStep['do'][];

const PRESENCE_STEPS = [
  'search-temporary-presence',
  'delete-temporary-search',
  'subscribe-temporary-presence',
] as const satisfies readonly TemporaryPresenceStep['do'][];

const VIAS = ['mouse', 'page', 'terminal'] as const satisfies readonly Via[];

const CLUSTER_TIMES = [
  'criticalServiceDelay',
  'initializationKeepAliveTimeout',
  'keepAliveTimeout',
  'keepAliveInterval',
] as const;
const CLUSTER_PORTS = ['servicePort', 'adminRpcPort'] as const;
const NODE_TIMES = ['clientReloginLowerLimit', 'clientReloginUpperLimit'] as const;

/** Every `do`, in the order in which the format's description lists them. */
export const STEP_NAMES = [
  ...SERVICE_STEPS,
  ...NODE_STEPS,
  'set-user-move-fault',
  'set-replication',
  ...GROUP_STEPS,
  'set-parameter',
  'set-parameters',
  'set-link',
  'set-multiple-device-messaging',
  'dbreplication',
  'add-group',
  'edit-group',
  ...USER_STEPS,
  'move-user',
  ...PRESENCE_STEPS,
];

const PARAMETER_NAMES = [
  ...CLUSTER_PORTS,
  ...CLUSTER_TIMES,
  'automaticFallback',
  'userAssignmentMode',
  ...NODE_TIMES,
];

const node = about(name, 'Name of a node.');
const group = about(v.string('must be the name of a group'), 'Name of a presence redundancy group.');
const user = about(
  name,
  'Name of a user: user1, user2, … in the order they were assigned, or one added since.',
);
const pairOfNodes = filledListOf(name, 2);
const on = about(flag, 'On or off.');

/** A value that a step may ask for although the cluster refuses it. */
const anyPort = v.pipe(
  v.number('must be a number'),
  v.minValue(Number.MIN_SAFE_INTEGER, 'must be an ordinary number'),
  v.maxValue(Number.MAX_SAFE_INTEGER, 'must be an ordinary number'),
);

const parameterValues = v.pipe(
  fields({
    servicePort: v.exactOptional(anyPort),
    adminRpcPort: v.exactOptional(anyPort),
    criticalServiceDelay: v.exactOptional(anySeconds),
    automaticFallback: v.exactOptional(flag),
    initializationKeepAliveTimeout: v.exactOptional(anySeconds),
    keepAliveTimeout: v.exactOptional(anySeconds),
    keepAliveInterval: v.exactOptional(anySeconds),
    clientReloginLowerLimit: v.exactOptional(anySeconds),
    clientReloginUpperLimit: v.exactOptional(anySeconds),
    userAssignmentMode: v.exactOptional(word(USER_ASSIGNMENT_MODES)),
  }),
  v.check((values) => Object.keys(values).length > 0, 'must name at least one parameter'),
  v.description('Values by parameter: all are applied or none. Times in seconds.'),
);

const UNKNOWN_PARAMETER = `must be one of ${wordList(PARAMETER_NAMES)}`;
const UNKNOWN_STEP = `must be one of ${wordList(STEP_NAMES)}`;
const unknownStep = (issue: v.VariantIssue): string =>
  issue.path?.[0].key === 'parameter' ? UNKNOWN_PARAMETER : UNKNOWN_STEP;

/** `set-parameter`, by the kind of value that each parameter takes. */
const parameterSteps = <const C extends v.ObjectEntries>(common: C) => {
  const how = { ...common, do: v.literal('set-parameter') };
  return v.variant('parameter', [
    alternative({ ...how, parameter: v.picklist(CLUSTER_TIMES), value: about(anySeconds, 'Seconds.') }),
    alternative({ ...how, parameter: v.picklist(CLUSTER_PORTS), value: about(anyPort, 'A port number.') }),
    alternative({ ...how, parameter: v.literal('automaticFallback'), value: flag }),
    alternative({ ...how, parameter: v.literal('userAssignmentMode'), value: word(USER_ASSIGNMENT_MODES) }),
    alternative({ ...how, parameter: v.picklist(NODE_TIMES), value: about(anySeconds, 'Seconds.'), node }),
  ]);
};

/** All steps, each with the fields of `common` before its own. */
const stepSchema = <const C extends v.ObjectEntries>(common: C) =>
  oneOf(
    'do',
    [
      alternative({
        ...common,
        do: v.picklist(SERVICE_STEPS),
        node,
        service: about(word(CRITICAL_SERVICES), 'One of the five critical services.'),
      }),
      alternative({ ...common, do: v.picklist(NODE_STEPS), node }),
      alternative({ ...common, do: v.literal('set-user-move-fault'), node, on }),
      alternative({
        ...common,
        do: v.literal('set-replication'),
        node,
        value: about(whole(0, 4), 'Replication value; 2 is good.'),
      }),
      alternative({
        ...common,
        do: v.literal('dbreplication'),
        node,
        operation: word(['stop', 'reset', 'repair']),
      }),
      alternative({ ...common, do: v.picklist(GROUP_STEPS), group }),
      alternative({
        ...common,
        do: v.literal('set-link'),
        group,
        latencyMs: v.exactOptional(about(whole(1, LIMITS.linkLatencyMs), 'One-way latency in milliseconds.')),
        loss: v.exactOptional(about(share, 'Share of keep-alives that are lost.')),
      }),
      parameterSteps(common),
      alternative({
        ...common,
        do: v.literal('set-parameters'),
        values: parameterValues,
        node: v.exactOptional(node),
      }),
      alternative({ ...common, do: v.literal('set-multiple-device-messaging'), on }),
      alternative({
        ...common,
        do: v.literal('add-group'),
        group: groupName,
        nodes: pairOfNodes,
        description: v.exactOptional(groupDescription),
        highAvailability: v.exactOptional(flag),
      }),
      alternative({
        ...common,
        do: v.literal('edit-group'),
        group,
        newName: v.exactOptional(groupName),
        nodes: v.exactOptional(pairOfNodes),
        description: v.exactOptional(groupDescription),
        highAvailability: v.exactOptional(flag),
      }),
      alternative({ ...common, do: v.picklist(USER_STEPS), user }),
      alternative({ ...common, do: v.literal('move-user'), user, group }),
      alternative({ ...common, do: v.picklist(PRESENCE_STEPS), watcher: user, user }),
    ],
    unknownStep,
  );

const via = v.exactOptional(about(word(VIAS), 'Where it was done: kept in the log, changes nothing.'));

/** A step in a file, with its instant. */
export const timedStepSchema = stepSchema({
  at: about(seconds, 'When it is done, in seconds. Never earlier than the step before.'),
  via,
});

/** A step by itself, done at the present instant. */
export const untimedStepSchema = stepSchema({ via });
