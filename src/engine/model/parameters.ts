/**
 * Parameters the guide names, and durations it does not give [I-3], with their defaults, bounds and units.
 * Values in files and steps are seconds, as an administrator types them; the engine keeps milliseconds.
 */
import type { Provenance } from './provenance';
import { assumption, guide } from './provenance';
import type { UserAssignmentMode } from './vocabulary';

const HEARTBEAT = 'Configure Heartbeat Interval for Failover';

/** Identifiers of the clusterwide parameters. */
export type ClusterParameterId =
  | 'servicePort'
  | 'adminRpcPort'
  | 'criticalServiceDelay'
  | 'automaticFallback'
  | 'initializationKeepAliveTimeout'
  | 'keepAliveTimeout'
  | 'keepAliveInterval'
  | 'userAssignmentMode';

/** Identifiers of the two per-node limits between which a client waits before it logs in again. */
export type ClientLimitId = 'clientReloginLowerLimit' | 'clientReloginUpperLimit';

/** A value for each parameter, as typed: seconds, port numbers, true or false, a mode. */
export interface ParameterValues {
  readonly servicePort: number;
  readonly adminRpcPort: number;
  readonly criticalServiceDelay: number;
  readonly automaticFallback: boolean;
  readonly initializationKeepAliveTimeout: number;
  readonly keepAliveTimeout: number;
  readonly keepAliveInterval: number;
  readonly clientReloginLowerLimit: number;
  readonly clientReloginUpperLimit: number;
  readonly userAssignmentMode: UserAssignmentMode;
}

/** Clusterwide parameter values, as typed. */
export type ClusterParameterValues = Pick<ParameterValues, ClusterParameterId>;

/** A parameter as the product shows it. */
export interface ParameterDefinition {
  readonly id: ClusterParameterId | ClientLimitId;
  readonly name: string;
  readonly unit: 'seconds' | 'port' | 'switch' | 'mode';
  readonly scope: 'cluster' | 'node';
  readonly default: number | boolean | UserAssignmentMode;
  /** False for what the model keeps but does not act on (the two ports). */
  readonly acts: boolean;
  readonly provenance: readonly Provenance[];
}

const heartbeat = (
  id: ParameterDefinition['id'],
  name: string,
  unit: ParameterDefinition['unit'],
  value: number | boolean,
  scope: 'cluster' | 'node' = 'cluster',
): ParameterDefinition => ({
  id,
  name,
  unit,
  scope,
  default: value,
  acts: unit !== 'port',
  provenance: [guide(HEARTBEAT)],
});

/** Every parameter with its default, in the order of the guide. */
export const PARAMETERS: readonly ParameterDefinition[] = [
  heartbeat('servicePort', 'Service Port', 'port', 22001),
  heartbeat('adminRpcPort', 'Admin RPC Port', 'port', 20075),
  heartbeat('criticalServiceDelay', 'Critical Service Delay', 'seconds', 90),
  heartbeat('automaticFallback', 'Enable Automatic Fallback', 'switch', false),
  heartbeat(
    'initializationKeepAliveTimeout',
    'Initialization Keep Alive (Heartbeat) Timeout',
    'seconds',
    120,
  ),
  heartbeat('keepAliveTimeout', 'Keep Alive (Heartbeat) Timeout', 'seconds', 60),
  heartbeat('keepAliveInterval', 'Keep Alive (Heartbeat) Interval', 'seconds', 15),
  heartbeat('clientReloginLowerLimit', 'Client Re-Login Lower Limit', 'seconds', 120, 'node'),
  heartbeat('clientReloginUpperLimit', 'Client Re-Login Upper Limit', 'seconds', 537, 'node'),
  {
    id: 'userAssignmentMode',
    name: 'User Assignment Mode for Presence Server',
    unit: 'mode',
    scope: 'cluster',
    default: 'balanced',
    acts: true,
    provenance: [guide('Configure User Assignment Mode')],
  },
];

/** The guide's defaults, as typed. */
export const DEFAULT_PARAMETERS: ParameterValues = {
  servicePort: 22001,
  adminRpcPort: 20075,
  criticalServiceDelay: 90,
  automaticFallback: false,
  initializationKeepAliveTimeout: 120,
  keepAliveTimeout: 60,
  keepAliveInterval: 15,
  clientReloginLowerLimit: 120,
  clientReloginUpperLimit: 537,
  userAssignmentMode: 'balanced',
};

/** Durations that the guide does not give [I-3], in seconds. */
export interface DurationValues {
  readonly stopServices: number;
  readonly startServices: number;
  readonly moveUsers: number;
  readonly srmStop: number;
  readonly srmStart: number;
  readonly shutdown: number;
  readonly boot: number;
}

/** Identifier of a duration. */
export type DurationId = keyof DurationValues;

/** Default durations in seconds [I-3]. */
export const DEFAULT_DURATIONS: DurationValues = {
  stopServices: 5,
  startServices: 15,
  moveUsers: 10,
  srmStop: 1,
  srmStart: 5,
  shutdown: 20,
  boot: 120,
};

/** What each duration measures, in our words. */
export const DURATION_MEANINGS: Readonly<Record<DurationId, string>> = {
  stopServices: 'The recovery manager stops all critical services of a node',
  startServices: 'A critical service starts, one or all of them',
  moveUsers: 'Users are moved between the nodes (and 1 ms more for each user)',
  srmStop: 'The recovery manager stops (silent from the first instant)',
  srmStart: 'The recovery manager starts',
  shutdown: 'An orderly shutdown, until the platform is off',
  boot: 'A boot, until the database is up and services begin to start',
};

/** Where all durations come from. */
export const DURATION_PROVENANCE: readonly Provenance[] = [assumption(3)];

/** One-way latency of a peer link, unless a scenario says otherwise [I-3]. */
export const DEFAULT_LINK_LATENCY_MS = 20;

/** Unbroken health in Failed Over before an automatic fallback (guide, Enable Automatic Fallback: thirty minutes). */
export const AUTOMATIC_FALLBACK_DELAY_MS = 1_800_000;

/** A search sooner than this after deleting the search for the same user shows the stale value (guide, Redundancy Interactions). */
export const TEMPORARY_SEARCH_GAP_MS = 30_000;

/** Moving one user adds this to the duration of a move. */
export const MOVE_PER_USER_MS = 1;

/**
 * Checks parameter values against the model's bounds (section 3).
 *
 * @param values all values, as typed (seconds)
 * @returns one sentence for each broken bound, each with the parameter it is about; empty if all hold
 */
export function parameterFaults(
  values: ParameterValues,
): { readonly parameter: keyof ParameterValues; readonly what: string }[] {
  const faults: { parameter: keyof ParameterValues; what: string }[] = [];
  for (const id of [
    'criticalServiceDelay',
    'initializationKeepAliveTimeout',
    'keepAliveTimeout',
    'keepAliveInterval',
    'clientReloginLowerLimit',
    'clientReloginUpperLimit',
  ] as const)
    if (!(values[id] >= 1))
      faults.push({ parameter: id, what: `must be at least 1 second, not ${values[id]}` });
  for (const id of ['keepAliveTimeout', 'initializationKeepAliveTimeout'] as const)
    if (!(values[id] > values.keepAliveInterval))
      faults.push({
        parameter: id,
        what: `must be longer than keepAliveInterval (${values.keepAliveInterval} s), not ${values[id]} s`,
      });
  if (values.clientReloginUpperLimit < values.clientReloginLowerLimit)
    faults.push({
      parameter: 'clientReloginUpperLimit',
      what: `must be at least clientReloginLowerLimit (${values.clientReloginLowerLimit} s), not ${values.clientReloginUpperLimit} s`,
    });
  for (const id of ['servicePort', 'adminRpcPort'] as const)
    if (!(Number.isInteger(values[id]) && values[id] >= 1 && values[id] <= 65535))
      faults.push({ parameter: id, what: `must be a port number from 1 to 65535, not ${values[id]}` });
  return faults;
}
