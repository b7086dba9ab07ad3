/** Makes the plain-data view of one instant that the page draws. Timers and waits are asked of the rules themselves. */
import { NEVER } from '../kernel/time';
import { formatProvenances } from '../model/provenance';
import { SESSION, type ClusterState, type NodeState } from '../model/state';
import { CRITICAL_SERVICES } from '../model/vocabulary';
import { parameterValues } from '../rules/steps';
import { PEER_LOST_RULE, peerLostDueMs } from '../rules/peer';
import type { Rule } from '../rules/rule';
import { rulesOf } from '../rules/table';
import { userName } from '../rules/users';
import { awaitsSrmStarts } from '../rules/start';
import { claimsUsers, isAnyStarting, type World } from '../rules/world';
import { costOf, rowOfGroup, userCounts } from './report';
import {
  INDIVIDUAL_USERS_LIMIT,
  type ClusterView,
  type GroupView,
  type NodeView,
  type PeerView,
  type TimerView,
  type UserView,
  type WaitView,
} from './view';

/** Says so of a timer that Multiple Device Messaging now makes twice as long. */
function doubledBy(world: World, { timer }: Rule): Pick<TimerView, 'doubled'> {
  return timer?.doubles && world.state.multipleDeviceMessaging ? { doubled: true } : {};
}

function ruleTimers(world: World, node: NodeState): TimerView[] {
  const peer = world.state.nodes[node.peer]!;
  const timers = new Map<string, TimerView>();
  for (const { rule } of rulesOf(node.state)) {
    if (!rule.due || !rule.since || !rule.timer || !rule.guard(world, node, peer)) continue;
    const id = `${rule.timer.kind}:${rule.timer.label}`;
    const before = timers.get(id);
    const untilMs = rule.due(world, node, peer);
    if (untilMs === NEVER || (before && before.untilMs <= untilMs)) continue;
    timers.set(id, {
      id,
      kind: rule.timer.kind,
      label: rule.timer.label,
      sinceMs: rule.since(world, node, peer),
      untilMs,
      ...doubledBy(world, rule),
      rule: rule.id,
    });
  }
  return [...timers.values()];
}

function watchTimers(world: World, node: NodeState): TimerView[] {
  const peer = world.state.nodes[node.peer]!;
  const timers: TimerView[] = [
    {
      id: 'keep-alive-interval',
      kind: 'keep-alive-interval',
      label: 'Keep Alive Interval',
      sinceMs: node.lastTickMs,
      untilMs: node.nextTickMs,
      rule: null,
    },
  ];
  if (!node.peerLost) {
    const isInitializing = node.state === 'initializing';
    timers.push({
      id: 'keep-alive-timeout',
      kind: isInitializing ? 'initialization-timeout' : 'keep-alive-timeout',
      label: isInitializing ? 'Initialization Keep Alive Timeout' : 'Keep Alive Timeout',
      sinceMs: PEER_LOST_RULE.since!(world, node, peer),
      untilMs: peerLostDueMs(world, node),
      ...doubledBy(world, PEER_LOST_RULE),
      rule: PEER_LOST_RULE.id,
    });
  }
  return [...timers, ...ruleTimers(world, node)];
}

function platformTimers(node: NodeState): TimerView[] {
  const timers: TimerView[] = [];
  const add = (kind: TimerView['kind'], label: string, sinceMs: number, untilMs: number): void => {
    if (untilMs !== NEVER) timers.push({ id: `${kind}:${label}`, kind, label, sinceMs, untilMs, rule: null });
  };
  add(
    'platform',
    node.platform === 'booting' ? 'Boot' : 'Shutdown',
    node.platformSinceMs,
    node.platformUntilMs,
  );
  add(
    'srm',
    node.srm === 'starting' ? 'Recovery manager starts' : 'Recovery manager stops',
    node.srmSinceMs,
    node.srmUntilMs,
  );
  node.services.forEach((service, index) =>
    add('service-start', `${CRITICAL_SERVICES[index]!} starts`, service.sinceMs, service.untilMs),
  );
  add(
    'replication',
    node.replicationOperation === 'repair' ? 'Replication repair' : 'Replication set-up',
    node.replicationSinceMs,
    node.replicationUntilMs,
  );
  return timers;
}

/** What a node waits for, from the rules of its present state: each with what must come about and, if it is known, when. */
export function waitsOf(world: World, node: NodeState): WaitView[] {
  if (!node.watching) return [];
  const peer = world.state.nodes[node.peer]!;
  const waits: WaitView[] = [];
  if (node.state === 'initializing' && isAnyStarting(node))
    waits.push({
      rule: 'initializing-both-healthy',
      text: 'its own critical services to finish starting',
      untilMs: Math.max(...node.services.map((service) => (service.untilMs === NEVER ? 0 : service.untilMs))),
      provenance: formatProvenances(rulesOf('initializing')[0]!.rule.provenance),
    });
  for (const { rule } of rulesOf(node.state)) {
    if (rule.awaits === '') continue;
    const holds = rule.guard(world, node, peer);
    const isAwaited = rule.isAwaited ? rule.isAwaited(world, node, peer) : !rule.due || holds;
    if (!isAwaited) continue;
    const untilMs = rule.due && holds ? rule.due(world, node, peer) : NEVER;
    waits.push({
      rule: rule.id,
      text: rule.awaits,
      untilMs: untilMs === NEVER ? null : untilMs,
      provenance: formatProvenances(rule.provenance),
    });
  }
  return waits;
}

function peerView(node: NodeState): PeerView | null {
  if (node.peer < 0 || !node.watching) return null;
  return {
    known: node.heard !== null,
    lost: node.peerLost,
    state: node.heard?.state ?? null,
    reason: node.heard?.reason ?? null,
    healthy: node.heard?.healthy ?? null,
    lastHeardMs: node.lastHeardMs < 0 ? null : node.lastHeardMs,
  };
}

function nodeView(
  world: World,
  node: NodeState,
  counts: { homed: number; served: number; waiting: number },
): NodeView {
  return {
    name: node.name,
    group: world.groupOf(node)?.name ?? null,
    state: node.shownState,
    reason: node.shownReason,
    keptState: node.state,
    keptReason: node.reason,
    stateSinceMs: node.stateSinceMs,
    healthy: node.healthy,
    platform: node.platform,
    isolated: node.isolated,
    database: node.databaseUp ? 'up' : 'down',
    services: node.services.map((service, index) => ({
      name: CRITICAL_SERVICES[index]!,
      status: service.status,
      broken: service.broken,
      sinceMs: service.sinceMs,
    })),
    srm: node.srm,
    srmSinceMs: node.srmSinceMs,
    replication: { value: node.replication, operation: node.replicationOperation },
    userMoveFault: node.userMoveFault,
    clientReloginLowerLimitMs: node.reloginLowerMs,
    clientReloginUpperLimitMs: node.reloginUpperMs,
    softwareVersion: node.softwareVersion,
    databasePublisher: node.databasePublisher,
    claimsUsers: claimsUsers(node),
    peer: peerView(node),
    users: { homed: counts.homed, served: counts.served, online: node.online, waiting: counts.waiting },
    timers: [...(node.watching ? watchTimers(world, node) : []), ...platformTimers(node)],
    waits: waitsOf(world, node),
  };
}

function groupView(world: World, index: number): GroupView {
  const { state } = world;
  const group = state.groups[index]!;
  const hasPair = group.nodes.length === 2;
  return {
    name: group.name,
    description: group.description,
    nodes: group.nodes.map((node) => state.nodes[node]!.name),
    highAvailability: group.highAvailability,
    enabledProperly: !awaitsSrmStarts(group),
    link: hasPair ? { up: group.linkUp, latencyMs: group.latencyMs, loss: group.loss } : null,
    keepAlives: group.nodes.flatMap((receiver) => {
      const to = state.nodes[receiver]!;
      const from = state.nodes[to.peer];
      return from === undefined
        ? []
        : to.inbound.map((flight) => ({
            id: `${from.name}/${flight.content.startNumber}/${flight.number}`,
            from: from.name,
            to: to.name,
            sentMs: flight.sentMs,
            arrivesMs: flight.arrivesMs,
            state: flight.content.state,
            reason: flight.content.reason,
            healthy: flight.content.healthy,
          }));
    }),
    splitBrain: group.splitBrain,
    row: rowOfGroup(state, index),
    hasPair,
  };
}

const SESSION_WORDS = ['offline', 'online', 'waiting'] as const;

function userView(state: ClusterState, user: number): UserView {
  const { users, nodes, groups } = state;
  const home = users.home[user]!;
  const placed = users.placed[user]!;
  const mates = home < 0 ? [] : (groups[nodes[home]!.group]?.nodes ?? []);
  const node = users.sessionNode[user]!;
  const session = SESSION_WORDS[users.session[user]!]!;
  return {
    name: userName(state, user),
    home: home < 0 ? null : nodes[home]!.name,
    placed: mates.filter((_, place) => (placed & (1 << place)) !== 0).map((index) => nodes[index]!.name),
    session,
    node: node < 0 ? null : nodes[node]!.name,
    sinceMs: users.sinceMs[user]!,
    tryMs: users.session[user] === SESSION.waiting ? users.tryMs[user]! : null,
    presenceHidden: users.presenceHidden[user] === 1,
  };
}

/**
 * The view of a world as it is now.
 *
 * @param nextEventMs instant of the next step or event, NEVER if there is none
 */
export function makeView(world: World, nextEventMs: number): ClusterView {
  const { state } = world;
  const counts = userCounts(state);
  const { users } = state;
  const {
    clientReloginLowerLimit: _lower,
    clientReloginUpperLimit: _upper,
    ...parameters
  } = parameterValues(state, state.nodes[0]!);
  return {
    timeMs: state.timeMs,
    eventCount: state.eventCount,
    nextEventMs: nextEventMs === NEVER ? null : nextEventMs,
    nodes: state.nodes.map((node, index) => nodeView(world, node, counts[index]!)),
    groups: state.groups.map((_, index) => groupView(world, index)),
    users: {
      total: users.count,
      online: users.online,
      waiting: users.waiting,
      offline: users.count - users.online - users.waiting,
      unassigned: users.unassigned,
      individuals:
        users.count <= INDIVIDUAL_USERS_LIMIT
          ? Array.from({ length: users.count }, (_, user) => userView(state, user))
          : [],
      stalePresence: state.temporaryPresence
        .filter((it) => it.status === 'stale')
        .map((it) => [it.watcher, it.user] as const),
    },
    cost: costOf(state),
    parameters,
    multipleDeviceMessaging: state.multipleDeviceMessaging,
  };
}
