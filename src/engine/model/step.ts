/**
 * What can be done to a cluster: the steps of the scenario file, without their time. The same union serves the file,
 * the lab, the terminal and the explorer.
 */
import type { CriticalService, UserAssignmentMode } from './vocabulary';
import type { ClientLimitId, ClusterParameterId, ParameterValues } from './parameters';

/** Where a step was done; kept in the log, changes nothing. */
export type Via = 'mouse' | 'page' | 'terminal';

/** A step on one critical service. */
export interface ServiceStep {
  readonly do: 'stop-service' | 'start-service' | 'crash-service' | 'break-service' | 'mend-service';
  readonly node: string;
  readonly service: CriticalService;
}

/** A step on a node that needs nothing but its name. */
export interface NodeStep {
  readonly do:
    | 'stop-database'
    | 'start-database'
    | 'stop-srm'
    | 'start-srm'
    | 'restart-srm'
    | 'shutdown'
    | 'power-off'
    | 'power-on'
    | 'restart'
    | 'isolate'
    | 'rejoin'
    | 'failover'
    | 'fallback'
    | 'drop-keep-alives';
  readonly node: string;
}

/** Sets or clears the fault that makes every move of users to or from this node fail. */
export interface UserMoveFaultStep {
  readonly do: 'set-user-move-fault';
  readonly node: string;
  readonly on: boolean;
}

/** Sets a node's replication value (0 to 4; 2 is good). */
export interface ReplicationStep {
  readonly do: 'set-replication';
  readonly node: string;
  readonly value: number;
}

/** `utils dbreplication stop | reset | repair` on a node. */
export interface DbreplicationStep {
  readonly do: 'dbreplication';
  readonly node: string;
  readonly operation: 'stop' | 'reset' | 'repair';
}

/** A step on a group that needs nothing but its name. */
export interface GroupStep {
  readonly do: 'recover' | 'enable-ha' | 'disable-ha' | 'cut-link' | 'restore-link' | 'delete-group';
  readonly group: string;
}

/** Changes the link between a group's nodes. */
export interface LinkStep {
  readonly do: 'set-link';
  readonly group: string;
  readonly latencyMs?: number;
  readonly loss?: number;
}

/** Sets one parameter: a clusterwide one, or a client re-login limit of `node`. Times in seconds. */
export interface ParameterStep {
  readonly do: 'set-parameter';
  readonly parameter: ClusterParameterId | ClientLimitId;
  readonly value: number | boolean | UserAssignmentMode;
  readonly node?: string;
}

/** Sets several parameters at once, all or none, as a form's Save. Times in seconds. */
export interface ParametersStep {
  readonly do: 'set-parameters';
  readonly values: Partial<ParameterValues>;
  readonly node?: string;
}

/** Switches Multiple Device Messaging. */
export interface MultipleDeviceMessagingStep {
  readonly do: 'set-multiple-device-messaging';
  readonly on: boolean;
}

/** Adds a presence redundancy group. */
export interface AddGroupStep {
  readonly do: 'add-group';
  readonly group: string;
  readonly nodes: readonly string[];
  readonly description?: string;
  readonly highAvailability?: boolean;
}

/** Changes a presence redundancy group; what is not named stays. */
export interface EditGroupStep {
  readonly do: 'edit-group';
  readonly group: string;
  readonly newName?: string;
  readonly nodes?: readonly string[];
  readonly description?: string;
  readonly highAvailability?: boolean;
}

/** A step on one user. */
export interface UserStep {
  readonly do: 'add-user' | 'log-out' | 'log-in';
  readonly user: string;
}

/** Moves a user to another group. */
export interface MoveUserStep {
  readonly do: 'move-user';
  readonly user: string;
  readonly group: string;
}

/** A step on a watcher's temporary presence subscription to a user. */
export interface TemporaryPresenceStep {
  readonly do: 'search-temporary-presence' | 'delete-temporary-search' | 'subscribe-temporary-presence';
  readonly watcher: string;
  readonly user: string;
}

/** Anything that can be done to a cluster. */
export type Step =
  | ServiceStep
  | NodeStep
  | UserMoveFaultStep
  | ReplicationStep
  | DbreplicationStep
  | GroupStep
  | LinkStep
  | ParameterStep
  | ParametersStep
  | MultipleDeviceMessagingStep
  | AddGroupStep
  | EditGroupStep
  | UserStep
  | MoveUserStep
  | TemporaryPresenceStep;

/** A step with its instant (milliseconds of simulated time) and where it was done. */
export type TimedStep = { readonly atMs: number; readonly via: Via | null; readonly step: Step };
