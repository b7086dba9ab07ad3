/**
 * The state of a cluster: plain data, every field of it covered by the canonical hash. Instants are milliseconds of
 * simulated time, {@link NEVER} for what is not going to happen.
 */
import type { DurationId } from './parameters';
import type {
  PlatformStatus,
  Reason,
  ServiceStatus,
  ShownStateId,
  SrmStatus,
  StateId,
  UserAssignmentMode,
} from './vocabulary';

/** One critical service of a node. */
export interface ServiceState {
  status: ServiceStatus;
  /** A broken service does not start until it is mended or its node reboots. */
  broken: boolean;
  /** Instant from which the status holds. */
  sinceMs: number;
  /** Instant at which a start ends, while `starting`. */
  untilMs: number;
  /** Instant from which it has not been `started` without a break; NEVER while it is. */
  downSinceMs: number;
}

/** How far a transition has come. Kept in the node's database with the state. */
export type Phase =
  | 'none'
  | 'stopping-services'
  | 'waiting-for-release'
  | 'starting-services'
  | 'waiting-for-peer'
  | 'moving-users';

/** What a keep-alive says (model, section 4). Never changed once made, so that it can be shared. */
export interface KeepAliveContent {
  readonly state: StateId;
  readonly reason: Reason | null;
  /** With the replication value while Initializing. */
  readonly healthy: boolean;
  /** True while any critical service of the sender is `starting`. */
  readonly starting: boolean;
  /** True once the sender has let go of its users. */
  readonly released: boolean;
  /** Counts the starts of the sender's SRM. */
  readonly startNumber: number;
  /** True if the sender has heard its peer since that start. */
  readonly heardPeer: boolean;
  /** When the sender last took over; -1: never. */
  readonly tookOverAtMs: number;
}

/** A keep-alive on its way. */
export interface KeepAliveInFlight {
  readonly content: KeepAliveContent;
  /** Counts the keep-alives of its sender. */
  readonly number: number;
  readonly sentMs: number;
  readonly arrivesMs: number;
}

/** One IM and Presence node. */
export interface NodeState {
  /** Its place among the cluster's nodes. */
  readonly index: number;
  readonly name: string;
  /** Index of its group, -1: in none. */
  group: number;
  /** Index of the other node of its group, -1: none. */
  peer: number;
  softwareVersion: string;
  databasePublisher: string;

  platform: PlatformStatus;
  platformSinceMs: number;
  /** End of a shutdown or boot. */
  platformUntilMs: number;
  /** True while a shutdown is the first half of a restart. */
  bootAfterShutdown: boolean;
  isolated: boolean;
  databaseUp: boolean;
  databaseDownSinceMs: number;
  services: ServiceState[];
  /** All five critical services started and the database up; follows from the fields above. */
  healthy: boolean;
  /** Instant from which `healthy` is as it is. */
  healthSinceMs: number;
  replication: number;
  replicationOperation: 'reset' | 'repair' | null;
  replicationSinceMs: number;
  replicationUntilMs: number;
  userMoveFault: boolean;
  reloginLowerMs: number;
  reloginUpperMs: number;

  srm: SrmStatus;
  srmSinceMs: number;
  /** End of the SRM's stop or start. */
  srmUntilMs: number;
  /** True while a stop is the first half of a restart. */
  srmStartAfterStop: boolean;
  /** Counts the starts of this SRM. */
  startNumber: number;
  /** True from a recovery's start until this node leaves Initializing or the recovery is broken off [I-21]. */
  recovering: boolean;

  /** Kept in the database: state, reason, and what goes with them [I-1]. */
  state: StateId | null;
  reason: Reason | null;
  stateSinceMs: number;
  /** True if the running (or last) transition was asked for by the administrator. */
  manual: boolean;
  phase: Phase;
  phaseSinceMs: number;
  phaseUntilMs: number;
  released: boolean;
  tookOverAtMs: number;

  /** True while the SRM runs with HA on and a peer: it sends and listens. */
  watching: boolean;
  /** Since when it listens: the SRM's start or the switching-on of HA. */
  watchSinceMs: number;
  lastTickMs: number;
  nextTickMs: number;
  /** Counts the keep-alives sent. */
  sentCount: number;
  /** What the last keep-alive since the start said; null: none sent yet. */
  lastSent: KeepAliveContent | null;
  /** What the last keep-alive from the peer said; null: nothing known of the peer. */
  heard: KeepAliveContent | null;
  /** Instant of the last arrival since the watch began; -1: none. */
  lastHeardMs: number;
  /** True if any keep-alive arrived since the SRM's start. */
  heardSinceStart: boolean;
  /** Number of the peer's SRM start last heard of; 0: none. */
  heardStartNumber: number;
  /** True if the peer was in failed mode when this node first heard it (since start or loss). */
  firstHeardFailed: boolean;
  /** True once the peer was given up, until it is heard again. */
  peerLost: boolean;
  /** Instant from which the pair (own state, peer's shown state) has been one that nothing carries on [I-29]. */
  mismatchSinceMs: number;
  /** Next instant at which a rule other than the watch over the peer comes due by the passing of time. */
  ruleWakeMs: number;
  /** Next instant at which any rule comes due, the watch included. */
  wakeMs: number;
  /** Keep-alives on their way to this node, in order of arrival. */
  inbound: KeepAliveInFlight[];
  /** Next end of a platform's, service's or replication's timer. */
  platformWakeMs: number;

  /** What the administrator last saw of this node. */
  shownState: ShownStateId;
  shownReason: Reason | null;
  /** Number of online sessions on this node. */
  online: number;
}

/** One presence redundancy group. */
export interface GroupState {
  name: string;
  description: string;
  /** Indices of its nodes: one or two. */
  nodes: number[];
  highAvailability: boolean;
  /** For each of its nodes, whether its SRM has still to be started before HA counts as enabled (row 24) [I-6]. */
  awaitsSrmStart: boolean[];
  linkUp: boolean;
  latencyMs: number;
  loss: number;
  splitBrain: boolean;
  /** Users of the group that are placed on both of its nodes. */
  usersOnBoth: number;
  /** Instant at which a split brain last ended; -1: never. */
  splitEndedMs: number;
}

/** Session codes of {@link UserTable.session}. */
export const SESSION = { offline: 0, online: 1, waiting: 2 } as const;

/** All users, a column an attribute, so that 75,000 of them are cheap to keep and to copy. */
export interface UserTable {
  /** Number of users. */
  count: number;
  /** Names of users added later (those of the scenario are user1, user2, …), by index. */
  addedNames: Record<number, string>;
  /** Index of the node the user is assigned to, -1: none. */
  home: Int16Array;
  /** Index of the node whose Sync Agent has still to assign the user, -1: none. */
  pendingHome: Int16Array;
  /** Nodes of the group that serve the user: bit 0 the group's first node, bit 1 its second. */
  placed: Uint8Array;
  session: Uint8Array;
  /** Index of the node the session is on, or was lost on or last tried while waiting; -1: none. */
  sessionNode: Int16Array;
  sinceMs: Float64Array;
  /** Next attempt to log in, NEVER unless waiting. */
  tryMs: Float64Array;
  /** Random waits drawn so far. */
  waits: Uint32Array;
  /** 1: presence does not show after a move between groups until the user logs out and in. */
  presenceHidden: Uint8Array;
  online: number;
  waiting: number;
  unassigned: number;
}

/** A watcher's temporary presence subscription to a user, or what is left of it. */
export interface TemporaryPresence {
  readonly watcher: string;
  readonly user: string;
  /** `none` after the watcher deleted the search. */
  status: 'valid' | 'stale' | 'none';
  /** When the watcher last deleted its search; -1: never. */
  deletedMs: number;
}

/** Clusterwide parameters in milliseconds (ports as numbers). */
export interface ClusterParameters {
  servicePort: number;
  adminRpcPort: number;
  criticalServiceDelayMs: number;
  automaticFallback: boolean;
  initializationKeepAliveTimeoutMs: number;
  keepAliveTimeoutMs: number;
  keepAliveIntervalMs: number;
  userAssignmentMode: UserAssignmentMode;
}

/** Everything there is. */
export interface ClusterState {
  timeMs: number;
  /** Events done so far. */
  eventCount: number;
  seed: number;
  nodes: NodeState[];
  groups: GroupState[];
  users: UserTable;
  temporaryPresence: TemporaryPresence[];
  parameters: ClusterParameters;
  /** Durations that the guide does not give [I-3], in milliseconds. */
  durations: Record<DurationId, number>;
  multipleDeviceMessaging: boolean;
  /** Cost so far in user-milliseconds [I-32]. */
  waitingCostMs: number;
  degradedCostMs: number;
}
