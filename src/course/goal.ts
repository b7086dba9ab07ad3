/**
 * Statements about a run, as data: what a step of a lesson waits for, and what it answers to. They are judged at every event
 * of the run, so that nothing is missed however fast it is watched.
 */
import type {
  CriticalService,
  PlatformStatus,
  Reason,
  ServiceStatus,
  ShownStateId,
  SrmStatus,
  Via,
} from '../engine';

/** A number that must be met: exactly, or within bounds. */
export type Bound = number | { readonly atLeast?: number; readonly atMost?: number };

/** What must be true of a node; what is left out is not looked at. */
export interface NodeFacts {
  readonly state?: ShownStateId | readonly ShownStateId[];
  readonly reason?: Reason | null | readonly (Reason | null)[];
  readonly healthy?: boolean;
  readonly platform?: PlatformStatus;
  readonly srm?: SrmStatus;
  readonly database?: 'up' | 'down';
  readonly isolated?: boolean;
  /** Replication value, 0 to 4; 2 is good. */
  readonly replication?: number;
  readonly services?: Partial<Readonly<Record<CriticalService, ServiceStatus>>>;
  /** Name of its group, or null for none. */
  readonly group?: string | null;
  readonly users?: {
    readonly homed?: Bound;
    readonly served?: Bound;
    readonly online?: Bound;
    readonly waiting?: Bound;
  };
}

/** What must be true of a group; `exists: false` stands alone. */
export interface GroupFacts {
  readonly exists?: boolean;
  readonly nodes?: readonly string[];
  readonly description?: string;
  readonly highAvailability?: boolean;
  readonly enabledProperly?: boolean;
  /** Number of the row that the pair shows, or null for no row. */
  readonly row?: number | null;
  readonly splitBrain?: boolean;
  readonly link?: { readonly up?: boolean; readonly latencyMs?: Bound; readonly loss?: Bound };
}

/** What must be true of one user. */
export interface UserFacts {
  readonly exists?: boolean;
  readonly session?: 'online' | 'waiting' | 'offline';
  /** Node the user is assigned to, or null. */
  readonly home?: string | null;
  /** Node that serves the user. */
  readonly servedBy?: string;
  readonly presenceHidden?: boolean;
}

/** A statement about a run. All that looks back looks back to the instant at which the watch began. */
export type Goal =
  | { readonly all: readonly Goal[] }
  | { readonly any: readonly Goal[] }
  | { readonly not: Goal }
  /** Has held at some event of the watch. */
  | { readonly ever: Goal }
  /** Holds, and has held without a break for so many seconds of simulated time. */
  | { readonly holds: Goal; readonly forSeconds: number }
  /** Came to hold not later than so many seconds of simulated time after the watch began; once in time, it stays so. */
  | { readonly within: Goal; readonly seconds: number }
  /** Each has held, the later ones not before the earlier ones. */
  | { readonly inOrder: readonly Goal[] }
  | { readonly node: string; readonly is: NodeFacts }
  /** A group by name; `*` is any group. */
  | { readonly group: string; readonly is: GroupFacts }
  | { readonly user: string; readonly is: UserFacts }
  /** A watcher's temporary presence of a user. */
  | {
      readonly watcher: string;
      readonly sees: string;
      readonly presence: 'valid' | 'stale' | 'none';
    }
  /** A parameter as typed (seconds, port, switch, mode); `node` for the two limits of a node. */
  | {
      readonly parameter: string;
      readonly node?: string;
      readonly is: Bound | boolean | string;
    }
  | { readonly multipleDeviceMessaging: boolean }
  | {
      readonly users: {
        readonly total?: Bound;
        readonly online?: Bound;
        readonly waiting?: Bound;
        readonly offline?: Bound;
        readonly unassigned?: Bound;
      };
    }
  /** A step with at least these fields was asked for during the watch, and was done or refused. */
  | {
      readonly step: { readonly do: string; readonly [field: string]: unknown };
      readonly outcome: 'done' | 'refused';
      readonly via?: Via;
    };

/** Places of the administration pages, by what they are about. */
export const ADMIN_PAGES = [
  'servers',
  'presence-redundancy-groups',
  'presence-redundancy-group',
  'enterprise-parameters',
  'users',
  'service-parameters',
  'control-center-network-services',
  'control-center-related-services',
] as const;

/** A place of the administration pages. */
export type AdminPage = (typeof ADMIN_PAGES)[number];

/** Saw a page, after Go where it has a server list; `node` and `service` are what was chosen there. */
interface SeenPage {
  readonly kind: 'page';
  readonly page: AdminPage;
  readonly node?: string;
  readonly service?: string;
  readonly group?: string;
}

/** Something the learner did that changes nothing in the cluster, and that a lesson may wait for all the same. */
export type Deed =
  /** Logged in to a node's command line. */
  | { readonly kind: 'login'; readonly by: 'ssh' | 'serial'; readonly node: string }
  /** Gave a command that was carried out: its words with arguments, single spaces, names in full. */
  | { readonly kind: 'command'; readonly command: string; readonly node: string }
  | SeenPage;

/** Which deed is wanted: every field given must be equal; `command` may be the beginning of what was given. */
export type WantedDeed =
  | { readonly kind: 'login'; readonly by?: 'ssh' | 'serial'; readonly node?: string }
  | { readonly kind: 'command'; readonly command: string; readonly node?: string }
  | SeenPage;
