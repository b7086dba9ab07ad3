/**
 * The schema of a scenario file, version 1. The published JSON Schema is made from it; what no schema can say (names that
 * must exist, times that must not decrease, bounds across fields) is in `coherence.ts`.
 */
import * as v from 'valibot';
import {
  DEFAULT_DURATIONS,
  DEFAULT_LINK_LATENCY_MS,
  DEFAULT_PARAMETERS,
  DURATION_MEANINGS,
  PARAMETERS,
} from '../../model/parameters';
import type { DurationId, ParameterValues } from '../../model/parameters';
import { ROWS } from '../../model/rows';
import { REASONS, STATE_IDS, USER_ASSIGNMENT_MODES } from '../../model/vocabulary';
import {
  about,
  byName,
  fields,
  filledListOf,
  flag,
  groupDescription,
  groupName,
  listOf,
  name,
  seconds,
  share,
  text,
  whole,
  word,
} from './fields';
import { LIMITS } from './limits';
import { timedStepSchema } from './step-schema';

export const FORMAT = 'presence-redundancy-scenario';
export const VERSION = 1;

const nodeSchema = fields({
  name: about(name, 'One word, unlike that of any other node.'),
  clientReloginLowerLimit: v.exactOptional(
    about(seconds, `Client Re-Login Lower Limit, seconds (${DEFAULT_PARAMETERS.clientReloginLowerLimit}).`),
  ),
  clientReloginUpperLimit: v.exactOptional(
    about(seconds, `Client Re-Login Upper Limit, seconds (${DEFAULT_PARAMETERS.clientReloginUpperLimit}).`),
  ),
  softwareVersion: v.exactOptional(about(name, 'Must be the same on both nodes of a group.')),
  databasePublisher: v.exactOptional(about(name, 'Must be the same on both nodes of a group.')),
  replication: v.exactOptional(about(whole(0, 4), 'Replication value; 2 is good (2).')),
});

const groupSchema = fields({
  name: about(groupName, 'Unlike that of any other group.'),
  description: v.exactOptional(about(groupDescription, 'What the group is for.')),
  nodes: about(filledListOf(name, 2), 'One or two nodes.'),
  highAvailability: v.exactOptional(about(flag, 'Needs two nodes (false).')),
});

const clusterSchema = fields({
  nodes: about(filledListOf(nodeSchema, LIMITS.nodes), 'The nodes of the cluster, in their order.'),
  groups: v.exactOptional(
    about(
      listOf(groupSchema, LIMITS.nodes),
      'The presence redundancy groups (one, of the first two nodes, with high availability on).',
    ),
  ),
  users: v.exactOptional(about(whole(0, LIMITS.users), 'How many users there are: user1, user2, … (0).'), 0),
  multipleDeviceMessaging: v.exactOptional(about(flag, 'Multiple Device Messaging (false).'), false),
  linkLatencyMs: v.exactOptional(
    about(
      whole(1, LIMITS.linkLatencyMs),
      `One-way latency of every peer link, milliseconds (${DEFAULT_LINK_LATENCY_MS}).`,
    ),
    DEFAULT_LINK_LATENCY_MS,
  ),
  linkLoss: v.exactOptional(about(share, 'Share of keep-alives lost on every peer link (0).'), 0),
});

/** What a parameter is called, and its default. */
const labelOf = (id: keyof ParameterValues): string => {
  const name = PARAMETERS.find((parameter) => parameter.id === id)?.name ?? id;
  return `${name} (${String(DEFAULT_PARAMETERS[id])}).`;
};

const port = v.number('must be a port number');
const parameter = <const S extends v.GenericSchema>(id: keyof ParameterValues, schema: S) =>
  v.exactOptional(about(schema, labelOf(id)));

const parametersSchema = fields({
  servicePort: parameter('servicePort', port),
  adminRpcPort: parameter('adminRpcPort', port),
  criticalServiceDelay: parameter('criticalServiceDelay', seconds),
  automaticFallback: parameter('automaticFallback', flag),
  initializationKeepAliveTimeout: parameter('initializationKeepAliveTimeout', seconds),
  keepAliveTimeout: parameter('keepAliveTimeout', seconds),
  keepAliveInterval: parameter('keepAliveInterval', seconds),
  clientReloginLowerLimit: v.exactOptional(about(seconds, 'For every node that does not set its own.')),
  clientReloginUpperLimit: v.exactOptional(about(seconds, 'For every node that does not set its own.')),
  userAssignmentMode: parameter('userAssignmentMode', word(USER_ASSIGNMENT_MODES)),
});

const duration = (id: DurationId) =>
  v.exactOptional(about(seconds, `${DURATION_MEANINGS[id]}, seconds.`), DEFAULT_DURATIONS[id]);

const durationsSchema = fields({
  stopServices: duration('stopServices'),
  startServices: duration('startServices'),
  moveUsers: duration('moveUsers'),
  srmStop: duration('srmStop'),
  srmStart: duration('srmStart'),
  shutdown: duration('shutdown'),
  boot: duration('boot'),
});

const count = v.exactOptional(whole(0, Number.MAX_SAFE_INTEGER));

const nodeExpectationSchema = fields({
  state: v.exactOptional(word([...STATE_IDS, 'unreachable'])),
  reason: v.exactOptional(v.nullable(word(REASONS))),
  healthy: v.exactOptional(flag),
  srm: v.exactOptional(word(['running', 'stopping', 'stopped', 'starting'])),
  platform: v.exactOptional(word(['up', 'shutting-down', 'off', 'booting'])),
  users: v.exactOptional(fields({ served: count, online: count, waiting: count })),
});

const rowNumber = v.nullable(whole(1, ROWS.length));

const expectationSchema = fields({
  at: about(seconds, 'Checked just after everything due at or before this instant, in seconds.'),
  row: v.exactOptional(
    about(
      v.union(
        [rowNumber, byName(rowNumber)],
        `must be the number of a row from 1 to ${ROWS.length}, null for no row, or an object of these by group`,
      ),
      "Row of the guide's table of states and reasons, null for none; by group where there are several.",
    ),
  ),
  nodes: v.exactOptional(about(byName(nodeExpectationSchema), 'What must be seen, by node.')),
  splitBrain: v.exactOptional(
    about(byName(flag), 'Whether both nodes believe they own the users, by group.'),
  ),
});

/** A scenario file: every field that can be checked by itself. */
export const scenarioFileSchema = v.pipe(
  fields({
    $schema: v.exactOptional(about(text(2000), 'Address of the JSON Schema, for editors.')),
    format: v.literal(FORMAT, `must be "${FORMAT}"`),
    version: v.literal(VERSION, `must be ${VERSION}, the version that is known here`),
    title: v.exactOptional(about(text(LIMITS.titleLength), 'What it shows, in a few words.'), ''),
    description: v.exactOptional(
      about(text(LIMITS.descriptionLength), 'What happens, and what to look at.'),
      '',
    ),
    seed: v.exactOptional(
      about(
        whole(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
        'Feeds everything random: the same seed gives the same run (1).',
      ),
      1,
    ),
    cluster: clusterSchema,
    parameters: v.exactOptional(
      about(parametersSchema, 'Parameters that differ from their defaults. Times in seconds.'),
      {},
    ),
    durations: v.exactOptional(
      about(durationsSchema, 'Durations that differ from their defaults, in seconds.'),
      {},
    ),
    start: v.exactOptional(
      about(word(['normal', 'cold']), 'normal: every node up. cold: every platform off (normal).'),
      'normal',
    ),
    steps: v.exactOptional(about(listOf(timedStepSchema, LIMITS.steps), 'What is done, and when.'), []),
    until: v.exactOptional(
      about(seconds, 'End of the run, in seconds (the last instant of steps and expectations).'),
    ),
    expect: v.exactOptional(
      about(listOf(expectationSchema, LIMITS.expectations), 'What must then be seen.'),
      [],
    ),
  }),
  v.title('Presence redundancy scenario, version 1'),
  v.description('Sets up a cluster, says what is done to it and when, and may say what must then be seen.'),
);

/** A scenario file once its schema has been checked: most defaults filled in. */
export type CheckedFile = v.InferOutput<typeof scenarioFileSchema>;
