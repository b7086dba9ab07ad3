/**
 * The field's words: node states, reasons, critical services and the other closed sets of the model.
 * Names are printed as the guide prints them (Tables 1 and 2, Verify Services); identifiers are ours.
 */

/** What a node's state is good for, as drawn: transitions end by themselves, steady states last, failed ones need help. */
export type StateKind = 'transition' | 'steady' | 'failed';

/** How a state is painted: does this node serve users, is it steadily out, on its way, failed, or not to be seen? */
export type StateFamily = 'serving' | 'out' | 'transition' | 'failed' | 'unreachable';

/** Identifiers of the fourteen node states (guide, Table 1 and Table 2; the last two stand in Table 2 alone, [I-2]). */
export const STATE_IDS = [
  'initializing',
  'idle',
  'normal',
  'running-in-backup-mode',
  'taking-over',
  'failing-over',
  'failed-over',
  'failed-over-critical-services-not-running',
  'falling-back',
  'taking-back',
  'running-in-failed-mode',
  'unknown',
  'backup-activated',
  'failover-affected-services',
] as const;

/** One of the fourteen node states. */
export type StateId = (typeof STATE_IDS)[number];

/** What the administrator sees of a node: its state, or that nothing can be seen of it (rows 16 and 17). */
export type ShownStateId = StateId | 'unreachable';

/** A state's printed name, its kind and how it is painted. */
export interface StateDefinition {
  readonly id: StateId;
  readonly name: string;
  readonly kind: StateKind;
  readonly family: StateFamily;
}

const state = (id: StateId, name: string, kind: StateKind, family: StateFamily): StateDefinition => ({
  id,
  name,
  kind,
  family,
});

/** Every state's definition, by identifier. */
export const STATES: Readonly<Record<StateId, StateDefinition>> = {
  initializing: state('initializing', 'Initializing', 'transition', 'transition'),
  idle: state('idle', 'Idle', 'steady', 'out'),
  normal: state('normal', 'Normal', 'steady', 'serving'),
  'running-in-backup-mode': state('running-in-backup-mode', 'Running in Backup Mode', 'steady', 'serving'),
  'taking-over': state('taking-over', 'Taking Over', 'transition', 'transition'),
  'failing-over': state('failing-over', 'Failing Over', 'transition', 'transition'),
  'failed-over': state('failed-over', 'Failed Over', 'steady', 'out'),
  'failed-over-critical-services-not-running': state(
    'failed-over-critical-services-not-running',
    'Failed Over with Critical Services Not Running',
    'steady',
    'out',
  ),
  'falling-back': state('falling-back', 'Falling Back', 'transition', 'transition'),
  'taking-back': state('taking-back', 'Taking Back', 'transition', 'transition'),
  'running-in-failed-mode': state('running-in-failed-mode', 'Running in Failed Mode', 'failed', 'failed'),
  unknown: state('unknown', 'Unknown', 'failed', 'failed'),
  'backup-activated': state('backup-activated', 'Backup Activated', 'steady', 'serving'),
  'failover-affected-services': state(
    'failover-affected-services',
    'Failover Affected Services',
    'steady',
    'out',
  ),
};

/** Every reason that can stand beside a state (guide, Table 2; the last one from the CLI reference). */
export const REASONS = [
  'Normal',
  'On Admin Request',
  'Initialization',
  'Automatic Fallback',
  'Critical Service Down',
  'Database Failure',
  'Start of Critical Services Failed',
  'Peer Down',
  'Peer Reboot',
  'Peer Down During Initialization',
  'Cisco Server Recovery Manager Take Over Users Failed',
  'Cisco Server Recovery Manager Take Back Users Failed',
  'Unknown',
  'Auto Recover Database Failure',
  'Auto Recovery Database Failure',
  'Auto Recover Critical Service Down',
  'High Availability Not Enabled',
] as const;

/** A reason as printed, or null where none is printed (row 24). */
export type Reason = (typeof REASONS)[number];

/** The five critical services, in the order of the guide's section Verify Services. */
export const CRITICAL_SERVICES = [
  'Cisco Client Profile Agent',
  'Cisco Sync Agent',
  'Cisco XCP Router',
  'Cisco SIP Proxy',
  'Cisco Presence Engine',
] as const;

/** Name of a critical service. */
export type CriticalService = (typeof CRITICAL_SERVICES)[number];

/** Place of Cisco XCP Router in {@link CRITICAL_SERVICES}: client sessions live and die with it [I-25]. */
export const XCP_ROUTER = CRITICAL_SERVICES.indexOf('Cisco XCP Router');

/** Place of Cisco Sync Agent in {@link CRITICAL_SERVICES}: it assigns users to nodes (guide, Configure User Assignment Mode). */
export const SYNC_AGENT = CRITICAL_SERVICES.indexOf('Cisco Sync Agent');

/** How a critical service is. `failed` has crashed or did not start. */
export type ServiceStatus = 'started' | 'stopped' | 'starting' | 'failed';

/** How a node's platform is. */
export type PlatformStatus = 'up' | 'shutting-down' | 'off' | 'booting';

/** How a node's Cisco Server Recovery Manager process is. */
export type SrmStatus = 'running' | 'stopping' | 'stopped' | 'starting';

/** How users are spread over nodes (guide, Configure User Assignment Mode). */
export type UserAssignmentMode = 'balanced' | 'active-standby' | 'none';

/** Every user assignment mode. */
export const USER_ASSIGNMENT_MODES: readonly UserAssignmentMode[] = ['balanced', 'active-standby', 'none'];
