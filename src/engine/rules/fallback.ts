/** Model 5.9 to 5.11: manual and automatic fallback, and what happens when the backup itself fails. */
import { assumption, guide } from '../model/provenance';
import { AUTOMATIC_FALLBACK_DELAY_MS, MOVE_PER_USER_MS } from '../model/parameters';
import type { NodeState } from '../model/state';
import type { Reason } from '../model/vocabulary';
import {
  become,
  fail,
  healthCause,
  SERVICE_DELAY_TIMER,
  serviceDelayMs,
  setPhase,
  unhealthySinceMs,
  type Rule,
} from './rule';
import { countUsersToMoveTo, recordMove } from './users';
import { areAllStarted, startServicesThatDoNotRun, type World } from './world';

const FALLBACK = guide('Initiate Manual Failover, Fallback, or Recovery');

/** A fallback to this node begins. */
export function beginFallback(
  world: World,
  node: NodeState,
  reason: 'On Admin Request' | 'Automatic Fallback',
): void {
  node.manual = reason === 'On Admin Request';
  become(world, node, 'taking-back', reason);
  beginTakingBack(world, node);
}

/** Taking Back begins, or begins again after a restart of the SRM: services that do not run are started first [I-28]. */
export function beginTakingBack(world: World, node: NodeState): void {
  const { timeMs, durations } = world.state;
  const anyToStart = startServicesThatDoNotRun(world, node);
  setPhase(world, node, 'starting-services', anyToStart ? timeMs + durations.startServices : timeMs);
}

const beginMovingBack = (world: World, node: NodeState): void => {
  const users = countUsersToMoveTo(world, node, true);
  recordMove(world, node, users);
  setPhase(
    world,
    node,
    'moving-users',
    world.state.timeMs + world.state.durations.moveUsers + users * MOVE_PER_USER_MS,
  );
};

const followsTakingBack = (
  id: string,
  section: string,
  state: 'running-in-backup-mode' | 'backup-activated',
  provenance: Rule['provenance'],
): Rule => ({
  id,
  section,
  states: [state],
  title: 'The peer takes its users back: Falling Back',
  explanation:
    'The peer has begun a fallback. This node goes on serving its own users and gives the others back.',
  awaits: 'a fallback',
  provenance,
  guard: (_world, node) => node.heard?.state === 'taking-back',
  effect: (world, node) => become(world, node, 'falling-back', node.heard!.reason),
});

/** Rules of sections 5.9 to 5.11. */
export const FALLBACK_RULES: readonly Rule[] = [
  followsTakingBack('backup-peer-taking-back', '5.9', 'running-in-backup-mode', [guide('Table 2, row 4')]),
  followsTakingBack('backup-activated-peer-taking-back', '5.11', 'backup-activated', [assumption(15)]),
  {
    id: 'taking-back-services-failed',
    section: '5.9',
    states: ['taking-back'],
    title: 'A critical service did not start: failed mode',
    explanation:
      'A fallback needs every critical service and the database of the node that gets its users back. One of them is not running now that the start should be over.',
    awaits: '',
    provenance: [guide('Table 2, row 14')],
    guard: (_world, node) => node.phase === 'starting-services' && !(areAllStarted(node) && node.databaseUp),
    due: (_world, node) => node.phaseUntilMs,
    effect: (world, node) => fail(world, node, 'Start of Critical Services Failed'),
  },
  {
    id: 'taking-back-services-started',
    section: '5.9',
    states: ['taking-back'],
    title: 'The critical services run',
    explanation:
      'Every critical service of this node runs, so the users can come back as soon as the peer is Falling Back.',
    awaits: 'its critical services to start',
    isAwaited: (_world, node) => node.phase === 'starting-services',
    provenance: [FALLBACK, assumption(3), assumption(28)],
    timer: { kind: 'transition', label: 'Services start' },
    guard: (_world, node) => node.phase === 'starting-services',
    since: (_world, node) => node.phaseSinceMs,
    due: (_world, node) => node.phaseUntilMs,
    effect: (world, node) => setPhase(world, node, 'waiting-for-peer'),
  },
  {
    id: 'taking-back-begin-move',
    section: '5.9',
    states: ['taking-back'],
    title: 'The peer is Falling Back: move the users back',
    explanation:
      'The services run and the peer has confirmed the fallback, so the users of this node are moved back to it.',
    awaits: 'the peer to show Falling Back',
    isAwaited: (_world, node) => node.heard?.state !== 'falling-back',
    provenance: [guide('Table 2, row 4'), FALLBACK],
    guard: (_world, node) => node.phase === 'waiting-for-peer' && node.heard?.state === 'falling-back',
    effect: beginMovingBack,
  },
  {
    id: 'taking-back-move-failed',
    section: '5.9',
    states: ['taking-back'],
    title: 'The users could not be moved back: failed mode',
    explanation: 'Moving the users back failed; a database error is the likely reason.',
    awaits: '',
    provenance: [guide('Table 2, row 20')],
    guard: (_world, node, peer) =>
      node.phase === 'moving-users' && (node.userMoveFault || peer.userMoveFault),
    due: (_world, node) => node.phaseUntilMs,
    effect: (world, node) => fail(world, node, 'Cisco Server Recovery Manager Take Back Users Failed'),
  },
  {
    id: 'taking-back-moved',
    section: '5.9',
    states: ['taking-back'],
    title: 'The users are back: Normal',
    explanation:
      'All users of this node are back. Their clients were disconnected from the peer and log in again here.',
    awaits: 'the users to be moved back',
    isAwaited: (_world, node) => node.phase === 'moving-users',
    provenance: [FALLBACK, guide('Table 2, row 9'), assumption(3)],
    timer: { kind: 'transition', label: 'Users move back' },
    guard: (_world, node) => node.phase === 'moving-users',
    since: (_world, node) => node.phaseSinceMs,
    due: (_world, node) => node.phaseUntilMs,
    effect: (world, node) => become(world, node, 'normal', 'Normal'),
  },
  {
    id: 'falling-back-peer-normal',
    section: '5.9',
    states: ['falling-back'],
    title: 'The peer has its users back: Normal',
    explanation:
      'The peer is Normal again, so the fallback is complete and this node serves only its own users.',
    awaits: 'the peer to have its users back: Normal',
    provenance: [guide('Table 2, row 9')],
    guard: (_world, node) => node.heard?.state === 'normal',
    effect: (world, node) => become(world, node, 'normal', 'Normal'),
  },
  {
    id: 'failed-over-automatic-fallback',
    section: '5.10',
    states: ['failed-over'],
    title: 'Healthy for thirty minutes: automatic fallback',
    explanation:
      'Automatic fallback is enabled, and this node has been failed over and healthy for thirty minutes without a break, so it takes its users back by itself.',
    awaits: 'thirty minutes of unbroken health, then automatic fallback',
    provenance: [
      guide('Configure Heartbeat Interval for Failover, Enable Automatic Fallback'),
      guide('Table 2, row 10'),
      assumption(13),
    ],
    timer: { kind: 'automatic-fallback', label: 'Automatic fallback' },
    guard: (world, node) =>
      world.state.parameters.automaticFallback &&
      node.healthy &&
      node.heard?.state === 'running-in-backup-mode',
    since: (_world, node) => Math.max(node.stateSinceMs, node.srmSinceMs),
    due: (_world, node) => Math.max(node.stateSinceMs, node.srmSinceMs) + AUTOMATIC_FALLBACK_DELAY_MS,
    effect: (world, node) => beginFallback(world, node, 'Automatic Fallback'),
  },
  {
    id: 'backup-failed-peer-can-serve',
    section: '5.11',
    states: ['running-in-backup-mode'],
    title: 'The backup went down and the peer is ready: hand all users to the peer',
    explanation:
      'This node served everybody and has been unhealthy for the Critical Service Delay. Its peer is Failed Over and healthy, so all users of the group move there by themselves.',
    awaits: '',
    provenance: [
      guide('Table 2, rows 22 and 23'),
      guide('Presence Redundancy Group Overview'),
      assumption(2),
    ],
    timer: SERVICE_DELAY_TIMER,
    guard: (_world, node) => !node.healthy && node.heard?.state === 'failed-over' && node.heard.healthy,
    since: (_world, node) => unhealthySinceMs(node),
    due: (world, node) => unhealthySinceMs(node) + serviceDelayMs(world),
    effect: (world, node) => {
      const reason: Reason = node.databaseUp
        ? 'Auto Recover Critical Service Down'
        : 'Auto Recovery Database Failure';
      become(world, node, 'failover-affected-services', reason);
    },
  },
  {
    id: 'backup-failed',
    section: '5.11',
    states: ['running-in-backup-mode'],
    title: 'The backup went down and nobody can take over: failed mode',
    explanation:
      'This node served everybody and has been unhealthy for the Critical Service Delay, and its peer is in no shape to take the users. The whole group fails.',
    awaits: 'the node to become healthy, or the Critical Service Delay to end',
    provenance: [guide('Table 2, row 15'), assumption(14)],
    timer: SERVICE_DELAY_TIMER,
    guard: (_world, node) => !node.healthy,
    since: (_world, node) => unhealthySinceMs(node),
    due: (world, node) => unhealthySinceMs(node) + serviceDelayMs(world),
    effect: (world, node) => fail(world, node, healthCause(node)),
  },
  {
    id: 'failed-over-peer-affected',
    section: '5.11',
    states: ['failed-over'],
    title: 'The backup went down: Backup Activated',
    explanation:
      'The peer, which held all users, can no longer serve them. This node is healthy and takes every user of the group at once. The reason is printed as the guide prints it, for a service as well.',
    awaits: '',
    provenance: [guide('Table 2, rows 22 and 23'), assumption(2)],
    guard: (_world, node) => node.healthy && node.heard?.state === 'failover-affected-services',
    effect: (world, node) => become(world, node, 'backup-activated', 'Auto Recover Database Failure'),
  },
  {
    id: 'backup-activated-failed',
    section: '5.11',
    states: ['backup-activated'],
    title: 'The activated backup went down: failed mode',
    explanation:
      'This node served every user of the group and has been unhealthy for the Critical Service Delay. Its peer could not serve them before either.',
    awaits: 'the node to become healthy, or the Critical Service Delay to end in failed mode',
    provenance: [assumption(15)],
    timer: SERVICE_DELAY_TIMER,
    guard: (_world, node) => !node.healthy,
    since: (_world, node) => unhealthySinceMs(node),
    due: (world, node) => unhealthySinceMs(node) + serviceDelayMs(world),
    effect: (world, node) => fail(world, node, healthCause(node)),
  },
];
