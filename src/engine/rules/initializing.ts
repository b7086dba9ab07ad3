/** Model 5.4: how Initializing ends. Asked only once none of the node's own critical services is `starting`. */
import { assumption, guide } from '../model/provenance';
import type { NodeState } from '../model/state';
import { moveUsersFromPeer } from './failover';
import {
  become,
  becomeFailedOver,
  fail,
  initializationCause,
  isHealthyForInitialization,
  release,
  setPhase,
  type Rule,
} from './rule';
import { areAllStarted, isAnyStarting, type World } from './world';

const VERIFY = guide('Verify Services');
const CAUTION = guide('Enable High Availability, Caution');

type Guard = Rule['guard'];

/** Adds the condition that holds for the whole table: no own service is still starting. */
const settled =
  (guard: Guard): Guard =>
  (world, node, peer) =>
    !isAnyStarting(node) && guard(world, node, peer);

const peerComesUp = (node: NodeState): boolean =>
  node.heard !== null && (node.heard.state === 'initializing' || node.heard.state === 'normal');

/** Puts both nodes of a recovery that failed into failed mode [I-21]. */
function failBoth(world: World, node: NodeState, peer: NodeState, reason: Parameters<typeof fail>[2]): void {
  fail(world, node, reason);
  if (peer.state !== 'initializing' || peer.srm !== 'running') return;
  fail(world, peer, reason);
  world.unsettled = peer;
}

const hasMoveFault = (node: NodeState, peer: NodeState): boolean => node.userMoveFault || peer.userMoveFault;

const initializing = (rule: Omit<Rule, 'section' | 'states'>): Rule => ({
  ...rule,
  section: '5.4',
  states: ['initializing'],
  guard: settled(rule.guard),
});

/** Rules of section 5.4, with the two ways in which a recovery (5.14) fails. */
export const INITIALIZING_RULES: readonly Rule[] = [
  {
    ...initializing({
      id: 'recovery-services-did-not-start',
      title: 'The recovery could not start a critical service',
      explanation:
        'A recovery starts every critical service that does not run. One of them did not come up, so the recovery has failed and both nodes are in failed mode again.',
      awaits: '',
      provenance: [guide('Table 2, row 14'), assumption(21)],
      guard: (_world, node, peer) =>
        node.recovering && peer.recovering && peer.srm === 'running' && !areAllStarted(node),
      effect: (world, node, peer) => failBoth(world, node, peer, 'Start of Critical Services Failed'),
    }),
    section: '5.14',
  },
  initializing({
    id: 'initializing-peer-silent-take-over',
    title: 'The peer stayed silent during initialization: take over',
    explanation:
      'While it starts, a node gives its peer the Initialization Keep Alive Timeout to be heard. Nothing came, and this node is healthy, so it takes over all users of the group by itself.',
    awaits: '',
    provenance: [guide('Table 2, row 18'), guide('Configure Heartbeat Interval for Failover')],
    guard: (_world, node) => node.peerLost && isHealthyForInitialization(node),
    effect: (world, node, peer) => {
      become(world, node, 'taking-over', 'Peer Down During Initialization');
      moveUsersFromPeer(world, node, peer);
    },
  }),
  initializing({
    id: 'initializing-peer-silent-fail',
    title: 'The peer stayed silent during initialization and this node is not healthy',
    explanation:
      'Nothing was heard from the peer for the whole Initialization Keep Alive Timeout, and this node cannot serve users itself. Nobody in the group can, so it enters failed mode.',
    awaits: '',
    provenance: [guide('Table 1, Running in Failed Mode'), assumption(10)],
    guard: (_world, node) => node.peerLost && !isHealthyForInitialization(node),
    effect: (world, node) => fail(world, node, initializationCause(node)),
  }),
  {
    ...initializing({
      id: 'recovery-take-back-failed',
      title: 'The recovery could not take the users back',
      explanation:
        'Both nodes were about to become Normal at the end of a recovery, but moving the users back failed: a node has a fault that makes user moves fail.',
      awaits: '',
      provenance: [guide('Table 2, row 20'), assumption(21)],
      guard: (_world, node, peer) =>
        node.recovering &&
        peerComesUp(node) &&
        node.heard!.healthy &&
        isHealthyForInitialization(node) &&
        hasMoveFault(node, peer),
      effect: (world, node, peer) =>
        failBoth(world, node, peer, 'Cisco Server Recovery Manager Take Back Users Failed'),
    }),
    section: '5.14',
  },
  initializing({
    id: 'initializing-both-healthy',
    title: 'Both nodes are up and healthy: Normal',
    explanation: 'Both nodes have started, hear each other and are healthy. Each serves its own users.',
    awaits: 'the first keep-alive of a healthy peer',
    isAwaited: (_world, node) => node.heard === null || (peerComesUp(node) && !node.heard.healthy),
    provenance: [guide('Table 1, Normal'), guide('Table 2, row 1')],
    guard: (_world, node) => peerComesUp(node) && node.heard!.healthy && isHealthyForInitialization(node),
    effect: (world, node) => become(world, node, 'normal', 'Normal'),
  }),
  initializing({
    id: 'initializing-unhealthy-beside-healthy',
    title: 'This node is not healthy, its peer is: fail over at once',
    explanation:
      'Critical services or replication were not in order when the node initialized, while the peer was fine. Its users go to the peer at once: the Critical Service Delay does not apply here.',
    awaits: '',
    provenance: [VERIFY, CAUTION, assumption(10)],
    guard: (_world, node) => peerComesUp(node) && node.heard!.healthy && !isHealthyForInitialization(node),
    effect: (world, node) => {
      const reason = initializationCause(node);
      node.manual = false;
      become(world, node, 'failing-over', reason);
      release(world, node);
    },
  }),
  initializing({
    id: 'initializing-both-unhealthy',
    title: 'Neither node is healthy: failed mode',
    explanation:
      'High availability came up while critical services or replication were not in order on either node, so neither can serve the other’s users.',
    awaits: '',
    provenance: [VERIFY, CAUTION, assumption(10)],
    guard: (_world, node) =>
      peerComesUp(node) && !node.heard!.healthy && !node.heard!.starting && !isHealthyForInitialization(node),
    effect: (world, node) => fail(world, node, initializationCause(node)),
  }),
  initializing({
    id: 'initializing-peer-failing-over',
    title: 'The peer is failing over: take over',
    explanation:
      'The peer gives its users up, and this node has just started and is healthy, so it takes them.',
    awaits: '',
    provenance: [guide('Table 1, Taking Over'), assumption(10)],
    guard: (_world, node) => node.heard?.state === 'failing-over' && isHealthyForInitialization(node),
    effect: (world, node) => {
      node.manual = node.heard!.reason === 'On Admin Request';
      become(world, node, 'taking-over', node.heard!.reason);
      setPhase(world, node, 'waiting-for-release');
    },
  }),
  initializing({
    id: 'initializing-peer-failing-over-unhealthy',
    title: 'The peer is failing over, but this node cannot take its users',
    explanation:
      'The peer gives its users up, but this node is not healthy either. Nobody can take them: failed mode.',
    awaits: '',
    provenance: [guide('Table 1, Running in Failed Mode'), assumption(10)],
    guard: (_world, node) => node.heard?.state === 'failing-over' && !isHealthyForInitialization(node),
    effect: (world, node) => fail(world, node, initializationCause(node)),
  }),
  initializing({
    id: 'initializing-peer-in-backup',
    title: 'The peer already serves all users: Failed Over',
    explanation:
      'While this node was away its peer took over. It does not snatch the users back: it stays Failed Over until a fallback.',
    awaits: 'the peer ends taking over',
    isAwaited: (_world, node) => node.heard?.state === 'taking-over',
    provenance: [guide('Table 2, rows 11 and 18'), assumption(8)],
    guard: (_world, node) => node.heard?.state === 'running-in-backup-mode',
    effect: (world, node) => becomeFailedOver(world, node, 'Initialization'),
  }),
  initializing({
    id: 'initializing-peer-was-failed',
    title: 'The recovery manager started beside a failed peer: failed mode, Unknown',
    explanation:
      'The first thing this recovery manager heard was a peer in failed mode. Restarting one side does not mend a failed group: both sides now show Unknown, and only a recovery leads out.',
    awaits: '',
    provenance: [guide('Table 2, row 21')],
    guard: (_world, node) => node.heard?.state === 'running-in-failed-mode' && node.firstHeardFailed,
    effect: (world, node) => fail(world, node, 'Unknown'),
  }),
  initializing({
    id: 'initializing-peer-turned-failed',
    title: 'The peer entered failed mode: follow it',
    explanation:
      'The peer, heard before in another state, has entered failed mode while this node was initializing.',
    awaits: '',
    provenance: [guide('Table 1, Running in Failed Mode')],
    guard: (_world, node) => node.heard?.state === 'running-in-failed-mode' && !node.firstHeardFailed,
    effect: (world, node) => fail(world, node, node.heard!.reason!),
  }),
  initializing({
    id: 'initializing-peer-out',
    title: 'The peer has given its users up before: serve them all',
    explanation:
      'The peer is out (Idle or Failed Over) and expects this node to hold the users. The guide does not say what happens here; we let this node run in backup mode again.',
    awaits: '',
    provenance: [assumption(9)],
    guard: (_world, node) =>
      node.heard !== null &&
      (node.heard.state === 'idle' ||
        node.heard.state === 'failed-over' ||
        node.heard.state === 'failed-over-critical-services-not-running'),
    effect: (world, node) => become(world, node, 'running-in-backup-mode', 'Initialization'),
  }),
  initializing({
    id: 'initializing-peer-in-no-fitting-state',
    title: 'The peer shows a state that does not go with initializing',
    explanation:
      'The peer shows a state from which no rule of the guide leads on beside a node that has just started. We let the group fail, so that somebody looks at it.',
    awaits: '',
    provenance: [assumption(9)],
    guard: (_world, node) =>
      node.heard !== null &&
      (node.heard.state === 'taking-back' ||
        node.heard.state === 'falling-back' ||
        node.heard.state === 'backup-activated' ||
        node.heard.state === 'failover-affected-services'),
    effect: (world, node) => fail(world, node, 'Unknown'),
  }),
];
