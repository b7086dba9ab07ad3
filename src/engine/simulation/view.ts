/**
 * What the page draws: one instant of a run as plain data, made in the worker, sent to the page.
 * Between two events nothing changes but the time, so a view holds for every instant from `timeMs` up to (not including)
 * `nextEventMs`: rings and keep-alives in flight are interpolated from the instants given here.
 * All instants are milliseconds of simulated time since 0.
 */
import type { RecordKind } from '../rules/recorder';
import type {
  CriticalService,
  PlatformStatus,
  Reason,
  ServiceStatus,
  ShownStateId,
  SrmStatus,
  StateId,
  UserAssignmentMode,
} from '../model/vocabulary';

/** A running timer, to be drawn as a ring that empties from `sinceMs` to `untilMs`. */
export interface TimerView {
  readonly id: string;
  readonly kind:
    | 'keep-alive-interval'
    | 'keep-alive-timeout'
    | 'initialization-timeout'
    | 'critical-service-delay'
    | 'automatic-fallback'
    | 'transition'
    | 'mismatch'
    | 'service-start'
    | 'srm'
    | 'platform'
    | 'replication';
  /** What runs out, in a few words: `Keep Alive Timeout`, `Cisco XCP Router starts`. */
  readonly label: string;
  readonly sinceMs: number;
  readonly untilMs: number;
  /** True where Multiple Device Messaging makes it twice as long as its parameter says [I-4]. */
  readonly doubled?: true;
  /** The rule that fires when it runs out, if it is one of the SRM's. */
  readonly rule: string | null;
}

/** One thing a node waits for, answered from the rules that apply to its present state. */
export interface WaitView {
  readonly rule: string;
  /** What must come about: `the peer shows Running in Backup Mode`. */
  readonly text: string;
  /** When it comes about by itself, or null where it depends on an event that has no time yet. */
  readonly untilMs: number | null;
  readonly provenance: string;
}

/** What a node knows of its peer: the last keep-alive's word, nothing else (model, section 4). */
export interface PeerView {
  /** True when the peer has been heard and not lost since. */
  readonly known: boolean;
  /** True when the peer was given up after the time-out. */
  readonly lost: boolean;
  readonly state: StateId | null;
  readonly reason: Reason | null;
  readonly healthy: boolean | null;
  readonly lastHeardMs: number | null;
}

/** One critical service of a node. */
export interface ServiceView {
  readonly name: CriticalService;
  readonly status: ServiceStatus;
  /** True when starting it will fail until it is mended or the node reboots. */
  readonly broken: boolean;
  /** Instant since which the status holds. */
  readonly sinceMs: number;
}

/** One node at one instant. */
export interface NodeView {
  readonly name: string;
  readonly group: string | null;
  /** What the administrator sees. */
  readonly state: ShownStateId;
  readonly reason: Reason | null;
  /** What stands in the node's database; differs from the above while the node is unreachable. null: never set. */
  readonly keptState: StateId | null;
  readonly keptReason: Reason | null;
  /** Instant since which the kept state holds. */
  readonly stateSinceMs: number;
  readonly healthy: boolean;
  readonly platform: PlatformStatus;
  readonly isolated: boolean;
  readonly database: 'up' | 'down';
  readonly services: readonly ServiceView[];
  readonly srm: SrmStatus;
  /** Instant since which the recovery manager is as it is. */
  readonly srmSinceMs: number;
  readonly replication: { readonly value: number; readonly operation: 'reset' | 'repair' | null };
  readonly userMoveFault: boolean;
  readonly clientReloginLowerLimitMs: number;
  readonly clientReloginUpperLimitMs: number;
  readonly softwareVersion: string;
  readonly databasePublisher: string;
  /** True while this node believes the users are its own (model, section 6). */
  readonly claimsUsers: boolean;
  readonly peer: PeerView | null;
  readonly users: {
    readonly homed: number;
    readonly served: number;
    readonly online: number;
    readonly waiting: number;
  };
  readonly timers: readonly TimerView[];
  readonly waits: readonly WaitView[];
}

/** A keep-alive on its way. */
export interface KeepAliveView {
  /** Stable over its flight: sender's name, start of its SRM and count. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly sentMs: number;
  readonly arrivesMs: number;
  readonly state: StateId;
  readonly reason: Reason | null;
  readonly healthy: boolean;
}

/** One presence redundancy group at one instant. */
export interface GroupView {
  readonly name: string;
  readonly description: string;
  readonly nodes: readonly string[];
  readonly highAvailability: boolean;
  /** False while row 24 holds: HA was switched on when an SRM did not run. */
  readonly enabledProperly: boolean;
  readonly link: { readonly up: boolean; readonly latencyMs: number; readonly loss: number } | null;
  readonly keepAlives: readonly KeepAliveView[];
  readonly splitBrain: boolean;
  /** Number of the row of Table 2 that the pair shows (our count), or null: the guide has no row for this pair. */
  readonly row: number | null;
  /** True where `row` means something: two nodes. */
  readonly hasPair: boolean;
}

/** One user's client, for clusters small enough to draw each. */
export interface UserView {
  readonly name: string;
  /** Name of the node the user is assigned to, or null. */
  readonly home: string | null;
  /** Names of the nodes the user is now placed on (two only in a split brain). */
  readonly placed: readonly string[];
  readonly session: 'online' | 'waiting' | 'offline';
  /** Name of the node the session is on, or was lost from while waiting. */
  readonly node: string | null;
  /** Instant since which the session is as it is. */
  readonly sinceMs: number;
  /** Instant of the next log-in attempt while waiting. */
  readonly tryMs: number | null;
  /** True while users.presence does not show after a move between groups until log-out and log-in. */
  readonly presenceHidden: boolean;
}

/** All users at one instant. */
export interface UsersView {
  readonly total: number;
  readonly online: number;
  readonly waiting: number;
  readonly offline: number;
  readonly unassigned: number;
  /** Each user, where there are at most {@link INDIVIDUAL_USERS_LIMIT}; otherwise empty. */
  readonly individuals: readonly UserView[];
  readonly stalePresence: readonly (readonly [watcher: string, user: string])[];
}

/** Above this many users the view gives counts only. */
export const INDIVIDUAL_USERS_LIMIT = 200;

/** Time without (good) service so far, in user-minutes [I-32]. */
export interface CostView {
  readonly userMinutes: number;
  readonly waiting: number;
  readonly degraded: number;
}

/** Settings that act on the whole cluster, in the units of the guide (seconds, ports, words). */
export interface ParametersView {
  readonly servicePort: number;
  readonly adminRpcPort: number;
  readonly criticalServiceDelay: number;
  readonly automaticFallback: boolean;
  readonly initializationKeepAliveTimeout: number;
  readonly keepAliveTimeout: number;
  readonly keepAliveInterval: number;
  readonly userAssignmentMode: UserAssignmentMode;
}

/** One instant of a run. */
export interface ClusterView {
  readonly timeMs: number;
  /** Number of events done so far (sends, arrivals, fired timers, steps). */
  readonly eventCount: number;
  /** Instant of the next event, or null if nothing will ever happen by itself. */
  readonly nextEventMs: number | null;
  readonly nodes: readonly NodeView[];
  readonly groups: readonly GroupView[];
  readonly users: UsersView;
  readonly cost: CostView;
  readonly parameters: ParametersView;
  readonly multipleDeviceMessaging: boolean;
}

/** What kind of thing a line of the event log tells. */
export type LogKind = RecordKind;
/** One line of the event log, in words. */
export interface LogEntryView {
  /** Place in the log of its branch, from 0. */
  readonly index: number;
  readonly timeMs: number;
  /** The event it belongs to (one event may write several lines). */
  readonly eventCount: number;
  readonly kind: LogKind;
  readonly node: string | null;
  readonly group: string | null;
  /** One line: `imp1: Normal → Failing Over (Critical Service Down)`. */
  readonly title: string;
  /** Why, in a sentence or two, from the rule that did it; empty where the title says all. */
  readonly explanation: string;
  readonly rule: string | null;
  /** `[S] Table 2, row 12; [I-11]`; empty for what the user did. */
  readonly provenance: string;
  /** Index of the line that led to this one, or null at the root. */
  readonly cause: number | null;
  /** Where a step was done. */
  readonly via: 'mouse' | 'page' | 'terminal' | null;
}

/** Whether one step can be done now, and if not, why; `step` is as in the scenario file, without its time. */
export interface OfferView {
  readonly step: { readonly do: string; readonly [field: string]: unknown };
  readonly offered: boolean;
  /** Why it is refused; empty when offered. */
  readonly why: string;
  /** True when it is allowed but would change nothing (starting what runs). */
  readonly idle: boolean;
}

/** A stretch of time in which the administrator saw one state of a node. */
export interface BandView {
  readonly fromMs: number;
  readonly toMs: number;
  readonly state: ShownStateId;
  readonly reason: Reason | null;
  readonly keptState: StateId | null;
}

/** What the timeline draws between two instants. */
export interface TimelineView {
  readonly fromMs: number;
  readonly toMs: number;
  readonly lanes: readonly {
    readonly node: string;
    readonly group: string | null;
    readonly bands: readonly BandView[];
  }[];
  /** Keep-alives sent in the span; empty with `keepAlivesOmitted` true when there are too many to tell apart. */
  readonly keepAlives: readonly {
    readonly from: string;
    readonly to: string;
    readonly sentMs: number;
    /** Arrival, or null if it was lost or is still on its way at the end of the span. */
    readonly arrivedMs: number | null;
    readonly lost: boolean;
  }[];
  readonly keepAlivesOmitted: boolean;
  readonly actions: readonly {
    readonly timeMs: number;
    readonly label: string;
    readonly node: string | null;
    readonly refused: boolean;
    readonly via: 'mouse' | 'page' | 'terminal' | null;
  }[];
  readonly splitBrains: readonly { readonly group: string; readonly fromMs: number; readonly toMs: number }[];
  /** Users over time as steps: each sample holds until the next. Thinned to at most about 1,000 samples. */
  readonly users: readonly {
    readonly timeMs: number;
    readonly online: number;
    readonly waiting: number;
    readonly offline: number;
    /** User-minutes of cost so far. */
    readonly userMinutes: number;
  }[];
}

/** One future of the run. */
export interface BranchView {
  readonly id: number;
  readonly parent: number | null;
  /** Instant at which it left its parent; 0 for the first. */
  readonly forkMs: number;
  /** What set it apart: the first step after the fork, in words. */
  readonly label: string;
  readonly steps: number;
  /** Furthest instant watched on it. */
  readonly frontierMs: number;
}

/** Edges between states that nodes have taken up to an instant, for the state map. */
export interface StateEdgeView {
  readonly node: string;
  readonly from: ShownStateId;
  readonly to: ShownStateId;
  readonly count: number;
  readonly lastMs: number;
}

/** A breach of section 10 of the model: a bug of the engine, with a scenario that shows it. */
export interface ViolationView {
  readonly invariant: '10.1' | '10.2' | '10.3' | '10.5' | '10.6' | 'rules';
  readonly timeMs: number;
  readonly what: string;
}
