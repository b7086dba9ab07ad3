/** Model 4, 5.12, 5.13 and the second half of 5.3: losing the peer, contradicting it, following it. */
import { assumption, guide } from '../model/provenance';
import type { NodeState } from '../model/state';
import { STATE_IDS, type Reason, type StateId } from '../model/vocabulary';
import { moveUsersFromPeer } from './failover';
import { become, becomeFailedOver, EDGE, fail, lossReason, showChange, type Rule } from './rule';
import type { World } from './world';

/** What the peer may show beside an own state without that being a pair that nothing carries on [I-29]. */
export const FITTING_PAIRS: Readonly<Partial<Record<StateId, readonly StateId[]>>> = {
  normal: ['normal', 'initializing', 'failing-over', 'falling-back'],
  'failing-over': ['normal', 'initializing', 'taking-over', 'running-in-backup-mode'],
  'taking-over': [
    'failing-over',
    'initializing',
    'failed-over',
    'failed-over-critical-services-not-running',
    'idle',
  ],
  'running-in-backup-mode': [
    'idle',
    'failed-over',
    'failed-over-critical-services-not-running',
    'failing-over',
    'initializing',
    'failover-affected-services',
    'taking-back',
  ],
  idle: ['running-in-backup-mode', 'initializing', 'taking-over'],
  'failed-over': ['running-in-backup-mode', 'initializing', 'taking-over', 'failover-affected-services'],
  'failed-over-critical-services-not-running': [
    'running-in-backup-mode',
    'initializing',
    'taking-over',
    'failover-affected-services',
  ],
  'taking-back': ['running-in-backup-mode', 'backup-activated', 'falling-back'],
  'falling-back': ['taking-back', 'normal'],
  'backup-activated': ['failover-affected-services', 'initializing', 'taking-back'],
  'failover-affected-services': [
    'backup-activated',
    'running-in-backup-mode',
    'failed-over',
    'failed-over-critical-services-not-running',
    'initializing',
  ],
};

/** True if no rule carries on from the node's state beside what its peer shows [I-29]. */
export function isMismatched(node: NodeState): boolean {
  if (node.heard === null || node.state === null) return false;
  const fitting = FITTING_PAIRS[node.state];
  return fitting !== undefined && !fitting.includes(node.heard.state);
}

const HA_STATES = STATE_IDS.filter(
  (id) => id !== 'initializing' && id !== 'unknown' && id !== 'running-in-failed-mode',
);

const holdsUsers = (state: StateId): boolean => state === 'running-in-backup-mode' || state === 'taking-over';

const peerTookOver = (node: NodeState): boolean => node.heard !== null && holdsUsers(node.heard.state);

const TABLE_LOSS = guide('Table 2, rows 16 and 17');

function takeOverFromLostPeer(world: World, node: NodeState, peer: NodeState, reason: Reason): void {
  become(world, node, 'taking-over', reason);
  moveUsersFromPeer(world, node, peer);
}

/** Last arrival, or the beginning of the watch if nothing arrived since. */
export const silentSinceMs = (node: NodeState): number => Math.max(node.lastHeardMs, node.watchSinceMs);

/** Instant at which the peer counts as lost if nothing arrives until then (model, section 4). */
export function peerLostDueMs(world: World, node: NodeState): number {
  const { parameters, multipleDeviceMessaging } = world.state;
  const factor = multipleDeviceMessaging ? 2 : 1;
  return node.state === 'initializing'
    ? Math.max(node.lastHeardMs, node.stateSinceMs) + factor * parameters.initializationKeepAliveTimeoutMs
    : silentSinceMs(node) + factor * parameters.keepAliveTimeoutMs;
}

/** The watch itself: asked first, in every state. */
export const PEER_LOST_RULE: Rule = {
  id: 'peer-lost',
  section: '4',
  states: STATE_IDS,
  title: 'No keep-alive arrived until the time-out: the peer is lost',
  explanation:
    'Nothing was heard from the peer’s recovery manager for the whole time-out. What it showed last no longer counts.',
  awaits: '',
  provenance: [guide('Configure Heartbeat Interval for Failover')],
  timer: { kind: 'keep-alive-timeout', label: 'Keep Alive Timeout', doubles: true },
  guard: (_world, node) => !node.peerLost,
  since: (_world, node) =>
    node.state === 'initializing' ? Math.max(node.lastHeardMs, node.stateSinceMs) : silentSinceMs(node),
  due: peerLostDueMs,
  effect: (world, node) => {
    node.peerLost = true;
    node.heard = null;
    node.mismatchSinceMs = Infinity;
    world.edges |= EDGE.peerLost;
  },
};

/** Rules that follow, contradict or yield to what the peer shows: asked before the rules of the single states. */
export const CONTRADICTION_RULES: readonly Rule[] = [
  {
    id: 'yield-to-later-take-over',
    section: '5.3',
    states: ['running-in-backup-mode', 'taking-over'],
    title: 'The peer took over while this node was away: Failed Over',
    explanation:
      'This node came back believing that it holds the users, but its peer took them over later. The one that took over last keeps them.',
    awaits: '',
    provenance: [assumption(8)],
    edge: EDGE.firstHeard,
    guard: (_world, node) => peerTookOver(node) && node.heard!.tookOverAtMs > node.tookOverAtMs,
    effect: (world, node) => becomeFailedOver(world, node, 'Initialization'),
  },
  {
    id: 'yield-to-take-over',
    section: '5.3',
    states: ['falling-back', 'backup-activated'],
    title: 'The peer took over while this node was away: Failed Over',
    explanation:
      'This node came back in the middle of giving users back or serving them, and its peer has taken them over since.',
    awaits: '',
    provenance: [assumption(8)],
    edge: EDGE.firstHeard,
    guard: (_world, node) => peerTookOver(node),
    effect: (world, node) => becomeFailedOver(world, node, 'Initialization'),
  },
  {
    id: 'follow-failed-peer',
    section: '5.13',
    states: HA_STATES,
    title: 'The peer is in failed mode: follow it',
    explanation: 'One failed node makes a failed group: this node enters failed mode with the same reason.',
    awaits: '',
    provenance: [guide('Table 2, rows 14, 15, 19 and 20')],
    guard: (_world, node) => node.heard?.state === 'running-in-failed-mode',
    effect: (world, node) => fail(world, node, node.heard!.reason!),
  },
  {
    id: 'both-hold-the-users',
    section: '5.13',
    states: ['running-in-backup-mode', 'taking-over'],
    title: 'Both nodes believe that they hold the users: failed mode',
    explanation:
      'This node has taken the users over, and now hears that its peer serves them too. Neither can know who is right, so the group fails and waits for a recovery.',
    awaits: '',
    provenance: [guide('Table 2, row 16'), assumption(20)],
    guard: (_world, node) =>
      node.heard !== null &&
      node.heard.heardPeer &&
      (holdsUsers(node.heard.state) || node.heard.state === 'normal'),
    effect: (world, node) => fail(world, node, 'Unknown'),
  },
  {
    id: 'equal-take-overs',
    section: '5.3',
    states: ['running-in-backup-mode', 'taking-over'],
    title: 'Both nodes took over at the same instant: failed mode',
    explanation:
      'This node came back and hears that its peer took over at the very same instant. Neither yields.',
    awaits: '',
    provenance: [assumption(8), assumption(20)],
    edge: EDGE.firstHeard,
    guard: (_world, node) => peerTookOver(node) && node.heard!.tookOverAtMs === node.tookOverAtMs,
    effect: (world, node) => fail(world, node, 'Unknown'),
  },
];

/** Rules of section 5.12, and what failed mode still reacts to. Asked after the loss itself. */
export const LOSS_RULES: readonly Rule[] = [
  {
    id: 'normal-peer-lost',
    section: '5.12',
    states: ['normal'],
    title: 'The peer is lost: take over its users',
    explanation:
      'The peer has been silent for the Keep Alive Timeout, and this node is healthy: it takes all users of the group without waiting for anything.',
    awaits: '',
    provenance: [TABLE_LOSS, assumption(16)],
    edge: EDGE.peerLost,
    guard: (_world, node) => node.healthy,
    effect: (world, node, peer) => takeOverFromLostPeer(world, node, peer, lossReason(peer)),
  },
  {
    id: 'normal-peer-lost-unhealthy',
    section: '5.12',
    states: ['normal'],
    title: 'The peer is lost and this node is not healthy: failed mode',
    explanation: 'The peer is silent, and this node cannot take its users since it is not healthy itself.',
    awaits: '',
    provenance: [guide('Table 1, Running in Failed Mode'), assumption(16)],
    edge: EDGE.peerLost,
    guard: (_world, node) => !node.healthy,
    effect: (world, node) => fail(world, node, 'Critical Service Down'),
  },
  {
    id: 'taking-over-peer-lost',
    section: '5.12',
    states: ['taking-over'],
    title: 'The peer is lost while its users are taken over: go on without it',
    explanation:
      'The peer fell silent in the middle of the take-over. This node no longer waits for it to release its users.',
    awaits: '',
    provenance: [TABLE_LOSS, assumption(16)],
    edge: EDGE.peerLost,
    guard: () => true,
    effect: (world, node, peer) => {
      become(world, node, 'taking-over', lossReason(peer));
      if (node.phase !== 'moving-users') moveUsersFromPeer(world, node, peer);
    },
  },
  {
    id: 'failed-over-peer-lost',
    section: '5.12',
    states: ['failed-over', 'failover-affected-services'],
    title: 'The peer that served all users is lost: take over',
    explanation:
      'The peer that held all users is silent, and this node is healthy: it takes them over rather than leave them without service.',
    awaits: '',
    provenance: [assumption(17)],
    edge: EDGE.peerLost | EDGE.turnedHealthy,
    guard: (_world, node) => node.peerLost && node.healthy,
    effect: (world, node, peer) => takeOverFromLostPeer(world, node, peer, lossReason(peer)),
  },
  {
    id: 'transition-peer-lost',
    section: '5.12',
    states: ['failing-over', 'taking-back', 'falling-back'],
    title: 'The peer is lost in the middle of a transition: failed mode',
    explanation: 'This transition needs both nodes, and the peer fell silent before its end.',
    awaits: '',
    provenance: [guide('Table 1, Running in Failed Mode'), assumption(18)],
    edge: EDGE.peerLost,
    guard: () => true,
    effect: (world, node) => fail(world, node, 'Unknown'),
  },
  {
    id: 'failed-mode-peer-down',
    section: '5.12',
    states: ['running-in-failed-mode'],
    title: 'The failed peer went down for a reboot: serve all users',
    explanation:
      'The peer’s platform is down and this node is healthy, so it takes all users: that is what makes «reboot the node, then fall back» work.',
    awaits: '',
    provenance: [guide('Table 2, row 14'), assumption(19)],
    edge: EDGE.peerLost | EDGE.turnedHealthy,
    guard: (_world, node, peer) => node.peerLost && node.healthy && peer.platform !== 'up',
    effect: (world, node, peer) => takeOverFromLostPeer(world, node, peer, lossReason(peer)),
  },
  {
    id: 'failed-mode-peer-restarted',
    section: '5.13',
    states: ['running-in-failed-mode'],
    title: 'The peer’s recovery manager was restarted beside this failed node: Unknown',
    explanation:
      'The peer’s recovery manager has just started and shows Initializing. Restarting one side alone does not mend the group, and the reason becomes Unknown.',
    awaits: '',
    provenance: [guide('Table 2, row 21')],
    edge: EDGE.peerStarted,
    // A node that fails at what it has just heard was not in failed mode when it heard it: its reason stands.
    guard: (world, node) =>
      node.heard?.state === 'initializing' &&
      node.reason !== 'Unknown' &&
      node.stateSinceMs < world.state.timeMs,
    effect: (world, node) => {
      const before = node.reason;
      node.reason = 'Unknown';
      showChange(world, node, node.state, before);
    },
  },
];

/** The last resort [I-29]: asked after everything else. */
export const MISMATCH_RULE: Rule = {
  id: 'states-do-not-fit',
  section: '5.13',
  states: HA_STATES,
  title: 'The two states do not fit each other: failed mode',
  explanation:
    'For two keep-alive intervals the two nodes have shown states that nothing carries on. The group fails rather than stay like this for ever.',
  awaits: 'the peer to show a state that fits this one',
  isAwaited: (_world, node) => isMismatched(node),
  provenance: [assumption(29), guide('Table 1, Running in Failed Mode')],
  timer: { kind: 'mismatch', label: 'States do not fit' },
  guard: (_world, node) => isMismatched(node),
  since: (_world, node) => node.mismatchSinceMs,
  due: (world, node) => node.mismatchSinceMs + 2 * world.state.parameters.keepAliveIntervalMs,
  effect: (world, node) => fail(world, node, 'Unknown'),
};
