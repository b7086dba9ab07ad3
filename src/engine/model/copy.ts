/**
 * Copies of a cluster's state, for snapshots. What never changes once made (keep-alives' contents) is shared.
 *
 * Every field is named, instead of spread: JavaScript engines give all objects that are made in one way one hidden shape, and
 * code that meets a single shape runs twice as fast. Spreading gives a copy another shape than its original.
 */
import type {
  ClusterParameters,
  ClusterState,
  GroupState,
  NodeState,
  ServiceState,
  UserTable,
} from './state';

function copyService(service: ServiceState): ServiceState {
  return {
    status: service.status,
    broken: service.broken,
    sinceMs: service.sinceMs,
    untilMs: service.untilMs,
    downSinceMs: service.downSinceMs,
  };
}

function copyNode(node: NodeState): NodeState {
  return {
    index: node.index,
    name: node.name,
    group: node.group,
    peer: node.peer,
    softwareVersion: node.softwareVersion,
    databasePublisher: node.databasePublisher,
    platform: node.platform,
    platformSinceMs: node.platformSinceMs,
    platformUntilMs: node.platformUntilMs,
    bootAfterShutdown: node.bootAfterShutdown,
    isolated: node.isolated,
    databaseUp: node.databaseUp,
    databaseDownSinceMs: node.databaseDownSinceMs,
    services: node.services.map(copyService),
    healthy: node.healthy,
    healthSinceMs: node.healthSinceMs,
    replication: node.replication,
    replicationOperation: node.replicationOperation,
    replicationSinceMs: node.replicationSinceMs,
    replicationUntilMs: node.replicationUntilMs,
    userMoveFault: node.userMoveFault,
    reloginLowerMs: node.reloginLowerMs,
    reloginUpperMs: node.reloginUpperMs,
    srm: node.srm,
    srmSinceMs: node.srmSinceMs,
    srmUntilMs: node.srmUntilMs,
    srmStartAfterStop: node.srmStartAfterStop,
    startNumber: node.startNumber,
    recovering: node.recovering,
    state: node.state,
    reason: node.reason,
    stateSinceMs: node.stateSinceMs,
    manual: node.manual,
    phase: node.phase,
    phaseSinceMs: node.phaseSinceMs,
    phaseUntilMs: node.phaseUntilMs,
    released: node.released,
    tookOverAtMs: node.tookOverAtMs,
    watching: node.watching,
    watchSinceMs: node.watchSinceMs,
    lastTickMs: node.lastTickMs,
    nextTickMs: node.nextTickMs,
    sentCount: node.sentCount,
    lastSent: node.lastSent,
    heard: node.heard,
    lastHeardMs: node.lastHeardMs,
    heardSinceStart: node.heardSinceStart,
    heardStartNumber: node.heardStartNumber,
    firstHeardFailed: node.firstHeardFailed,
    peerLost: node.peerLost,
    mismatchSinceMs: node.mismatchSinceMs,
    ruleWakeMs: node.ruleWakeMs,
    wakeMs: node.wakeMs,
    inbound: node.inbound.slice(),
    platformWakeMs: node.platformWakeMs,
    shownState: node.shownState,
    shownReason: node.shownReason,
    online: node.online,
  };
}

function copyGroup(group: GroupState): GroupState {
  return {
    name: group.name,
    description: group.description,
    nodes: group.nodes.slice(),
    highAvailability: group.highAvailability,
    awaitsSrmStart: group.awaitsSrmStart.slice(),
    linkUp: group.linkUp,
    latencyMs: group.latencyMs,
    loss: group.loss,
    splitBrain: group.splitBrain,
    usersOnBoth: group.usersOnBoth,
    splitEndedMs: group.splitEndedMs,
  };
}

function copyUsers(users: UserTable): UserTable {
  return {
    count: users.count,
    addedNames: { ...users.addedNames },
    home: users.home.slice(),
    pendingHome: users.pendingHome.slice(),
    placed: users.placed.slice(),
    session: users.session.slice(),
    sessionNode: users.sessionNode.slice(),
    sinceMs: users.sinceMs.slice(),
    tryMs: users.tryMs.slice(),
    waits: users.waits.slice(),
    presenceHidden: users.presenceHidden.slice(),
    online: users.online,
    waiting: users.waiting,
    unassigned: users.unassigned,
  };
}

function copyParameters(parameters: ClusterParameters): ClusterParameters {
  return {
    servicePort: parameters.servicePort,
    adminRpcPort: parameters.adminRpcPort,
    criticalServiceDelayMs: parameters.criticalServiceDelayMs,
    automaticFallback: parameters.automaticFallback,
    initializationKeepAliveTimeoutMs: parameters.initializationKeepAliveTimeoutMs,
    keepAliveTimeoutMs: parameters.keepAliveTimeoutMs,
    keepAliveIntervalMs: parameters.keepAliveIntervalMs,
    userAssignmentMode: parameters.userAssignmentMode,
  };
}

function copyDurations(durations: ClusterState['durations']): ClusterState['durations'] {
  return {
    stopServices: durations.stopServices,
    startServices: durations.startServices,
    moveUsers: durations.moveUsers,
    srmStop: durations.srmStop,
    srmStart: durations.srmStart,
    shutdown: durations.shutdown,
    boot: durations.boot,
  };
}

/** An independent copy of a state. */
export function copyState(state: ClusterState): ClusterState {
  return {
    timeMs: state.timeMs,
    eventCount: state.eventCount,
    seed: state.seed,
    nodes: state.nodes.map(copyNode),
    groups: state.groups.map(copyGroup),
    users: copyUsers(state.users),
    temporaryPresence: state.temporaryPresence.map((it) => ({ ...it })),
    parameters: copyParameters(state.parameters),
    durations: copyDurations(state.durations),
    multipleDeviceMessaging: state.multipleDeviceMessaging,
    waitingCostMs: state.waitingCostMs,
    degradedCostMs: state.degradedCostMs,
  };
}
