/** Model 5.5 to 5.8: manual and automatic failover, from both sides, and what happens while failed over. */
import { NEVER } from '../kernel/time';
import { assumption, guide } from '../model/provenance';
import type { NodeState } from '../model/state';
import {
  become,
  becomeFailedOver,
  fail,
  healthCause,
  release,
  SERVICE_DELAY_TIMER,
  serviceDelayMs,
  setPhase,
  stretched,
  unhealthySinceMs,
  type Rule,
} from './rule';
import { MOVE_PER_USER_MS } from '../model/parameters';
import { countUsersToMoveTo, dropSessionsOfDeadNode, recordMove } from './users';
import { setServiceStatus, type World } from './world';

/** The taking-over node begins to move the peer's users to itself. */
export function moveUsersFromPeer(world: World, node: NodeState, _peer: NodeState): void {
  const users = countUsersToMoveTo(world, node, false);
  recordMove(world, node, users);
  const durationMs = stretched(world, world.state.durations.moveUsers + users * MOVE_PER_USER_MS);
  setPhase(world, node, 'moving-users', world.state.timeMs + durationMs);
}

/** Begins a manual failover of a node: its services will be stopped, then its users released. */
export function beginManualFailover(world: World, node: NodeState): void {
  node.manual = true;
  become(world, node, 'failing-over', 'On Admin Request');
  beginStoppingServices(world, node);
}

/** A manual Failing Over begins, or begins again after a restart of the SRM. */
export function beginStoppingServices(world: World, node: NodeState): void {
  node.released = false;
  setPhase(
    world,
    node,
    'stopping-services',
    world.state.timeMs + stretched(world, world.state.durations.stopServices),
  );
}

const beginAutomaticFailover = (
  world: World,
  node: NodeState,
  reason: 'Critical Service Down' | 'Database Failure',
) => {
  node.manual = false;
  become(world, node, 'failing-over', reason);
  release(world, node);
};

/** Since when a service has been down for the Critical Service Delay: its going down or the SRM's start, the earliest of all services. */
function earliestServiceDownMs(node: NodeState): number {
  let earliest = NEVER;
  for (const service of node.services) if (service.downSinceMs < earliest) earliest = service.downSinceMs;
  return earliest === NEVER ? NEVER : Math.max(earliest, node.srmSinceMs);
}

/** Rules of sections 5.5 to 5.8. */
export const FAILOVER_RULES: readonly Rule[] = [
  {
    id: 'normal-peer-failing-over',
    section: '5.5',
    states: ['normal'],
    title: 'The peer is failing over: take over its users',
    explanation:
      'The peer has begun to give its users up, and this node is healthy: it will move them to itself.',
    awaits: '',
    provenance: [guide('Table 1, Taking Over'), guide('Table 2, rows 2, 12 and 13')],
    guard: (_world, node) => node.heard?.state === 'failing-over' && node.healthy,
    effect: (world, node) => {
      node.manual = node.heard!.reason === 'On Admin Request';
      become(world, node, 'taking-over', node.heard!.reason);
      setPhase(world, node, 'waiting-for-release');
    },
  },
  {
    id: 'normal-peer-failing-over-unhealthy',
    section: '5.6',
    states: ['normal'],
    title: 'The peer is failing over, but this node is not healthy',
    explanation:
      'The peer gives its users up, but this node has a critical service or its database down itself. Nobody can take the users: both nodes end in failed mode.',
    awaits: '',
    provenance: [guide('Table 2, row 15'), guide('Table 1, Running in Failed Mode')],
    guard: (_world, node) => node.heard?.state === 'failing-over' && !node.healthy,
    effect: (world, node) => fail(world, node, 'Critical Service Down'),
  },
  {
    id: 'normal-database-down',
    section: '5.6',
    states: ['normal'],
    title: 'The database has been down for the Critical Service Delay: automatic failover',
    explanation:
      'The database of this node did not come back within the Critical Service Delay, so the node hands its users to the peer by itself.',
    awaits: 'the database to come back, or the Critical Service Delay to end in a failover',
    provenance: [guide('Table 2, row 13'), assumption(11)],
    timer: SERVICE_DELAY_TIMER,
    guard: (_world, node) => !node.databaseUp,
    since: (_world, node) => Math.max(node.databaseDownSinceMs, node.srmSinceMs),
    due: (world, node) => Math.max(node.databaseDownSinceMs, node.srmSinceMs) + serviceDelayMs(world),
    effect: (world, node) => beginAutomaticFailover(world, node, 'Database Failure'),
  },
  {
    id: 'normal-service-down',
    section: '5.6',
    states: ['normal'],
    title: 'A critical service has been down for the Critical Service Delay: automatic failover',
    explanation:
      'One critical service was not running for the whole Critical Service Delay, so the node hands its users to the peer by itself. What still runs is left running.',
    awaits: 'the critical service to start, or the Critical Service Delay to end in a failover',
    provenance: [
      guide('Table 2, row 12'),
      guide('Configure Heartbeat Interval for Failover, Critical Service Delay'),
    ],
    timer: SERVICE_DELAY_TIMER,
    guard: (_world, node) => !node.healthy && earliestServiceDownMs(node) !== NEVER,
    since: (_world, node) => earliestServiceDownMs(node),
    due: (world, node) => earliestServiceDownMs(node) + serviceDelayMs(world),
    effect: (world, node) => beginAutomaticFailover(world, node, 'Critical Service Down'),
  },
  {
    id: 'failing-over-both',
    section: '5.6',
    states: ['failing-over'],
    title: 'Both nodes are failing over: failed mode',
    explanation: 'Both nodes gave their users up at the same time, so neither can take the other’s.',
    awaits: '',
    provenance: [assumption(27)],
    guard: (_world, node) => node.heard?.state === 'failing-over',
    effect: (world, node) => fail(world, node, 'Critical Service Down'),
  },
  {
    id: 'failing-over-stop-services',
    section: '5.5',
    states: ['failing-over'],
    title: 'The critical services are stopped and the users released',
    explanation:
      'A manual failover stops every critical service of the node and disconnects its clients; only then may the peer move the users.',
    awaits: 'its critical services to stop',
    provenance: [guide('Initiate Manual Failover, Fallback, or Recovery'), assumption(3)],
    timer: { kind: 'transition', label: 'Services stop' },
    guard: (_world, node) => node.phase === 'stopping-services',
    since: (_world, node) => node.phaseSinceMs,
    due: (_world, node) => node.phaseUntilMs,
    effect: (world, node) => {
      for (let i = 0; i < node.services.length; i++) setServiceStatus(world, node, i, 'stopped');
      release(world, node);
      dropSessionsOfDeadNode(world, node);
    },
  },
  {
    id: 'failing-over-peer-in-backup-manual',
    section: '5.5',
    states: ['failing-over'],
    title: 'The peer serves the users: Idle',
    explanation:
      'The manual failover is complete. This node stays Idle with its critical services stopped until somebody asks for a fallback.',
    awaits: 'the peer to take over: Running in Backup Mode',
    isAwaited: (_world, node) => node.manual,
    provenance: [guide('Table 2, row 3'), guide('Table 1, Idle')],
    guard: (_world, node) => node.manual && node.released && node.heard?.state === 'running-in-backup-mode',
    effect: (world, node) => become(world, node, 'idle', 'On Admin Request'),
  },
  {
    id: 'failing-over-peer-in-backup-automatic',
    section: '5.6',
    states: ['failing-over'],
    title: 'The peer serves the users: Failed Over',
    explanation:
      'The automatic failover is complete. Whether critical services run decides between the two Failed Over states.',
    awaits: 'the peer to take over: Running in Backup Mode',
    isAwaited: (_world, node) => !node.manual,
    provenance: [guide('Table 2, rows 12 and 13')],
    guard: (_world, node) => !node.manual && node.heard?.state === 'running-in-backup-mode',
    effect: (world, node) => becomeFailedOver(world, node, node.reason),
  },
  {
    id: 'taking-over-begin-move',
    section: '5.5',
    states: ['taking-over'],
    title: 'The peer has released its users: move them',
    explanation:
      'The peer’s clients are disconnected and its users are free, so this node begins to move them to itself.',
    awaits: 'the peer to release its users',
    isAwaited: (_world, node) => node.phase === 'waiting-for-release',
    provenance: [guide('Initiate Manual Failover, Fallback, or Recovery'), guide('Table 1, Taking Over')],
    guard: (_world, node) =>
      node.phase === 'waiting-for-release' &&
      node.heard !== null &&
      (node.heard.released || node.heard.state === 'initializing'),
    effect: moveUsersFromPeer,
  },
  {
    id: 'taking-over-unhealthy',
    section: '5.7',
    states: ['taking-over'],
    title: 'This node went down while taking over: failed mode',
    explanation:
      'The node that was taking over has itself been unhealthy for the whole Critical Service Delay.',
    awaits: 'the node to become healthy, or the Critical Service Delay to end in failed mode',
    provenance: [guide('Table 1, Running in Failed Mode'), assumption(18)],
    timer: SERVICE_DELAY_TIMER,
    guard: (_world, node) => !node.healthy,
    since: (_world, node) => unhealthySinceMs(node),
    due: (world, node) => unhealthySinceMs(node) + serviceDelayMs(world),
    effect: (world, node) => fail(world, node, 'Critical Service Down'),
  },
  {
    id: 'taking-over-move-failed',
    section: '5.7',
    states: ['taking-over'],
    title: 'The users could not be moved: failed mode',
    explanation: 'Moving the users while taking over failed; a database error is the likely reason.',
    awaits: '',
    provenance: [guide('Table 2, row 19')],
    guard: (_world, node, peer) =>
      node.phase === 'moving-users' && (node.userMoveFault || peer.userMoveFault),
    due: (_world, node) => node.phaseUntilMs,
    effect: (world, node) => fail(world, node, 'Cisco Server Recovery Manager Take Over Users Failed'),
  },
  {
    id: 'taking-over-moved',
    section: '5.5',
    states: ['taking-over'],
    title: 'All users are moved: Running in Backup Mode',
    explanation: 'The move is complete, and this node now serves every user of the group.',
    awaits: 'the users to be moved',
    isAwaited: (_world, node) => node.phase === 'moving-users',
    provenance: [
      guide('Table 1, Running in Backup Mode'),
      guide('Table 2, rows 3, 12, 13, 16, 17 and 18'),
      assumption(3),
    ],
    timer: { kind: 'transition', label: 'Users move' },
    guard: (_world, node) => node.phase === 'moving-users',
    since: (_world, node) => node.phaseSinceMs,
    due: (_world, node) => node.phaseUntilMs,
    effect: (world, node) => become(world, node, 'running-in-backup-mode', node.reason),
  },
  {
    id: 'failed-over-unhealthy',
    section: '5.8',
    states: ['failed-over'],
    title: 'A critical service or the database went down while failed over',
    explanation:
      'Failed Over means that all critical services run. They no longer do, and the state says so at once.',
    awaits: '',
    provenance: [guide('Table 1, Failed Over with Critical Services Not Running'), assumption(12)],
    guard: (_world, node) => !node.healthy,
    effect: (world, node) =>
      become(world, node, 'failed-over-critical-services-not-running', healthCause(node)),
  },
  {
    id: 'failed-over-healthy-again',
    section: '5.8',
    states: ['failed-over-critical-services-not-running'],
    title: 'All critical services run again: Failed Over',
    explanation: 'Everything runs again on this node, so it is ready for a fallback.',
    awaits: 'its critical services and database to run again',
    provenance: [guide('Table 2, row 11'), assumption(12)],
    guard: (_world, node) => node.healthy,
    effect: (world, node) => become(world, node, 'failed-over', node.reason),
  },
];
