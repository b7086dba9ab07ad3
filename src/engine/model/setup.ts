/** The state a run begins with, from a scenario's description of a cluster. */
import { NEVER, secondsToMs } from '../kernel/time';
import type { ClusterParameterValues, DurationId, DurationValues } from './parameters';
import {
  SESSION,
  type ClusterState,
  type GroupState,
  type NodeState,
  type ServiceState,
  type UserTable,
} from './state';
import { CRITICAL_SERVICES } from './vocabulary';

/** A cluster as a scenario describes it: names checked, defaults filled in. */
export interface ClusterSetup {
  readonly seed: number;
  readonly nodes: readonly {
    readonly name: string;
    readonly clientReloginLowerLimitMs: number;
    readonly clientReloginUpperLimitMs: number;
    readonly softwareVersion: string;
    readonly databasePublisher: string;
    readonly replication: number;
  }[];
  readonly groups: readonly {
    readonly name: string;
    readonly description: string;
    readonly nodes: readonly string[];
    readonly highAvailability: boolean;
  }[];
  readonly users: number;
  readonly multipleDeviceMessaging: boolean;
  readonly linkLatencyMs: number;
  readonly linkLoss: number;
  /** Seconds, as typed. */
  readonly parameters: ClusterParameterValues;
  /** Seconds. */
  readonly durations: DurationValues;
  readonly start: 'normal' | 'cold';
}

function makeService(isUp: boolean): ServiceState {
  return {
    status: isUp ? 'started' : 'stopped',
    broken: false,
    sinceMs: 0,
    untilMs: NEVER,
    downSinceMs: isUp ? NEVER : 0,
  };
}

function makeNode(setup: ClusterSetup, index: number): NodeState {
  const of = setup.nodes[index]!;
  const group = setup.groups.findIndex((it) => it.nodes.includes(of.name));
  const isUp = setup.start === 'normal';
  const mates = group < 0 ? [] : setup.groups[group]!.nodes;
  const peerName = mates.find((name) => name !== of.name);
  const hasHa = group >= 0 && setup.groups[group]!.highAvailability;
  const state = !isUp ? null : hasHa ? 'normal' : 'unknown';
  const reason = !isUp ? null : hasHa ? 'Normal' : 'High Availability Not Enabled';
  const watching = isUp && hasHa;
  return {
    index,
    name: of.name,
    group,
    peer: peerName === undefined ? -1 : setup.nodes.findIndex((node) => node.name === peerName),
    softwareVersion: of.softwareVersion,
    databasePublisher: of.databasePublisher,
    platform: isUp ? 'up' : 'off',
    platformSinceMs: 0,
    platformUntilMs: NEVER,
    bootAfterShutdown: false,
    isolated: false,
    databaseUp: isUp,
    databaseDownSinceMs: isUp ? NEVER : 0,
    services: CRITICAL_SERVICES.map(() => makeService(isUp)),
    healthy: isUp,
    healthSinceMs: 0,
    replication: of.replication,
    replicationOperation: null,
    replicationSinceMs: 0,
    replicationUntilMs: NEVER,
    userMoveFault: false,
    reloginLowerMs: of.clientReloginLowerLimitMs,
    reloginUpperMs: of.clientReloginUpperLimitMs,
    srm: isUp ? 'running' : 'stopped',
    srmSinceMs: 0,
    srmUntilMs: NEVER,
    srmStartAfterStop: false,
    startNumber: isUp ? 1 : 0,
    recovering: false,
    state,
    reason,
    stateSinceMs: 0,
    manual: false,
    phase: 'none',
    phaseSinceMs: 0,
    phaseUntilMs: NEVER,
    released: false,
    tookOverAtMs: -1,
    watching,
    watchSinceMs: 0,
    lastTickMs: 0,
    nextTickMs: watching ? 0 : NEVER,
    sentCount: 0,
    lastSent: null,
    heard: null,
    lastHeardMs: -1,
    heardSinceStart: false,
    heardStartNumber: 0,
    firstHeardFailed: false,
    peerLost: false,
    mismatchSinceMs: NEVER,
    ruleWakeMs: NEVER,
    wakeMs: watching
      ? secondsToMs(setup.parameters.keepAliveTimeout) * (setup.multipleDeviceMessaging ? 2 : 1)
      : NEVER,
    inbound: [],
    platformWakeMs: NEVER,
    shownState: state ?? 'unreachable',
    shownReason: reason,
    online: 0,
  };
}

function makeGroup(setup: ClusterSetup, index: number): GroupState {
  const of = setup.groups[index]!;
  return {
    name: of.name,
    description: of.description,
    nodes: of.nodes.map((name) => setup.nodes.findIndex((node) => node.name === name)),
    highAvailability: of.highAvailability,
    awaitsSrmStart: of.nodes.map(() => false),
    linkUp: true,
    latencyMs: setup.linkLatencyMs,
    loss: setup.linkLoss,
    splitBrain: false,
    usersOnBoth: 0,
    splitEndedMs: -1,
  };
}

/** Nodes to which the scenario's own users are dealt out in turn; empty: nobody is assigned. */
function dealingOrder(setup: ClusterSetup, groups: readonly GroupState[]): number[] {
  switch (setup.parameters.userAssignmentMode) {
    case 'balanced':
      return groups.flatMap((group) => group.nodes);
    case 'active-standby':
      return groups.map((group) => group.nodes[0]!);
    case 'none':
      return [];
  }
}

function makeUsers(
  setup: ClusterSetup,
  nodes: readonly NodeState[],
  groups: readonly GroupState[],
): UserTable {
  const count = setup.users;
  const order = dealingOrder(setup, groups);
  const users: UserTable = {
    count,
    addedNames: {},
    home: new Int16Array(count).fill(-1),
    pendingHome: new Int16Array(count).fill(-1),
    placed: new Uint8Array(count),
    session: new Uint8Array(count),
    sessionNode: new Int16Array(count).fill(-1),
    sinceMs: new Float64Array(count),
    tryMs: new Float64Array(count).fill(NEVER),
    waits: new Uint32Array(count),
    presenceHidden: new Uint8Array(count),
    online: 0,
    waiting: 0,
    unassigned: order.length === 0 ? count : 0,
  };
  if (order.length === 0) return users;
  for (let user = 0; user < count; user++) {
    const home = order[user % order.length]!;
    users.home[user] = home;
    users.placed[user] = groups[nodes[home]!.group]!.nodes[0] === home ? 1 : 2;
    if (setup.start === 'normal') {
      users.session[user] = SESSION.online;
      users.sessionNode[user] = home;
      nodes[home]!.online++;
      users.online++;
    }
  }
  return users;
}

/**
 * The state at instant 0. With start "cold" the clients have not begun to wait yet: {@link World} lets them, since that
 * draws random numbers.
 */
export function initialState(setup: ClusterSetup): ClusterState {
  const nodes = setup.nodes.map((_, index) => makeNode(setup, index));
  const groups = setup.groups.map((_, index) => makeGroup(setup, index));
  const durations = Object.fromEntries(
    Object.entries(setup.durations).map(([id, seconds]) => [id, secondsToMs(seconds as number)]),
  ) as Record<DurationId, number>;
  return {
    timeMs: 0,
    eventCount: 0,
    seed: setup.seed,
    nodes,
    groups,
    users: makeUsers(setup, nodes, groups),
    temporaryPresence: [],
    parameters: {
      servicePort: setup.parameters.servicePort,
      adminRpcPort: setup.parameters.adminRpcPort,
      criticalServiceDelayMs: secondsToMs(setup.parameters.criticalServiceDelay),
      automaticFallback: setup.parameters.automaticFallback,
      initializationKeepAliveTimeoutMs: secondsToMs(setup.parameters.initializationKeepAliveTimeout),
      keepAliveTimeoutMs: secondsToMs(setup.parameters.keepAliveTimeout),
      keepAliveIntervalMs: secondsToMs(setup.parameters.keepAliveInterval),
      userAssignmentMode: setup.parameters.userAssignmentMode,
    },
    durations,
    multipleDeviceMessaging: setup.multipleDeviceMessaging,
    waitingCostMs: 0,
    degradedCostMs: 0,
  };
}
