/** The shape of a rule of the Server Recovery Manager (model, section 5), and what rules are written with. */
import { NEVER } from '../kernel/time';
import { assumption, formatProvenances, guide, type Provenance } from '../model/provenance';
import type { NodeState, Phase } from '../model/state';
import type { Reason, StateId } from '../model/vocabulary';
import { RECORD } from './recorder';
import { disconnectClients, serveAllOfGroup, serveHomeUsers, settlePlacement } from './users';
import { EDGE, type StateDetail, type World } from './world';

/**
 * One thing that an SRM does. The first rule of its state's list whose guard holds, and whose time has come, takes effect;
 * then the list of the new state is asked again, until no rule applies.
 */
export interface Rule {
  /** Stable name, unique. */
  readonly id: string;
  /** Section of the model. */
  readonly section: string;
  /** Own states in which the rule is asked. */
  readonly states: readonly StateId[];
  /** What the rule does, in a few words. */
  readonly title: string;
  /** Why, for people, in a sentence or two. */
  readonly explanation: string;
  /** What a node in one of these states waits for, as the answer to «what is it waiting for?»; empty: not worth telling. */
  readonly awaits: string;
  /** True if `awaits` should be told for this node as it is; without it, whenever the rule is asked and has not fired. */
  readonly isAwaited?: (world: World, node: NodeState, peer: NodeState) => boolean;
  readonly provenance: readonly Provenance[];
  /** Bits of {@link EDGE} of which one must just have happened; they are used up when the rule fires. */
  readonly edge?: number;
  /** Whether the rule applies, apart from its time. */
  readonly guard: (world: World, node: NodeState, peer: NodeState) => boolean;
  /** Instant from which it may fire while its guard holds; without it, at once. */
  readonly due?: (world: World, node: NodeState, peer: NodeState) => number;
  /** Instant at which the timer that ends at `due` began, for the ring that shows it. */
  readonly since?: (world: World, node: NodeState, peer: NodeState) => number;
  /** What the timer is called. */
  readonly timer?: RuleTimer;
  readonly effect: (world: World, node: NodeState, peer: NodeState) => void;
}

/** Kinds of timers that rules have. */
export type TimerKind =
  | 'keep-alive-timeout'
  | 'initialization-timeout'
  | 'critical-service-delay'
  | 'automatic-fallback'
  | 'transition'
  | 'mismatch';

/** The timer of a rule, as it is told. */
export interface RuleTimer {
  readonly kind: TimerKind;
  readonly label: string;
  /** True if it runs twice as long while Multiple Device Messaging is on, whenever that was switched on [I-4]. */
  readonly doubles?: boolean;
}

/** The Critical Service Delay as a timer, for every rule that waits for it. */
export const SERVICE_DELAY_TIMER: RuleTimer = {
  kind: 'critical-service-delay',
  label: 'Critical Service Delay',
  doubles: true,
};

/** True if the administrator's word for what is down is the database: it is named first where both are. */
export function healthCause(node: NodeState): Reason {
  return node.databaseUp ? 'Critical Service Down' : 'Database Failure';
}

/** Health as section 5.4 counts it: with the replication value [S Caution] [I-10]. */
export function isHealthyForInitialization(node: NodeState): boolean {
  return node.healthy && node.replication === 2;
}

/** The cause of ill health as section 5.4 names it. */
export function initializationCause(node: NodeState): Reason {
  return node.databaseUp && node.replication === 2 ? 'Critical Service Down' : 'Database Failure';
}

/** A duration or delay of a failover: twice as long with Multiple Device Messaging [I-4]. */
export function stretched(world: World, ms: number): number {
  return world.state.multipleDeviceMessaging ? 2 * ms : ms;
}

/** Critical Service Delay in force, milliseconds. */
export const serviceDelayMs = (world: World): number =>
  stretched(world, world.state.parameters.criticalServiceDelayMs);

/** Why a peer was lost, by its true cause [I-16]. */
export const lossReason = (peer: NodeState): Reason => (peer.platform === 'up' ? 'Peer Down' : 'Peer Reboot');

/** When the node turned unhealthy, or its SRM started, whichever is later. */
export const unhealthySinceMs = (node: NodeState): number => Math.max(node.healthSinceMs, node.srmSinceMs);

const KEEPS_RELEASED: ReadonlySet<StateId | null> = new Set<StateId | null>([
  'failing-over',
  'idle',
  'failed-over',
  'failed-over-critical-services-not-running',
]);

/** Sets a transition's phase and, if it has one, the instant of its end. */
export function setPhase(world: World, node: NodeState, phase: Phase, untilMs = NEVER): void {
  node.phase = phase;
  node.phaseSinceMs = world.state.timeMs;
  node.phaseUntilMs = untilMs;
}

/** Writes down what the administrator now sees of the node, if it changed. */
export function showChange(
  world: World,
  node: NodeState,
  fromState: StateId | null,
  fromReason: Reason | null,
): void {
  const reachable = node.srm === 'running' && node.platform === 'up' && !node.isolated;
  const shownState = reachable && node.state !== null ? node.state : 'unreachable';
  const shownReason = reachable ? node.reason : null;
  if (shownState === node.shownState && shownReason === node.shownReason) return;
  node.shownState = shownState;
  node.shownReason = shownReason;
  const [provenance, explanation] = visibilitySource(node);
  const detail: ShownDetail = {
    shownState,
    shownReason,
    fromState,
    fromReason,
    state: node.state,
    reason: node.reason,
    explanation: world.provenance === '' ? explanation : world.explanation,
    provenance: world.provenance === '' ? formatProvenances(provenance) : world.provenance,
  };
  world.record(RECORD.state, node.index, 0, 0, detail);
}

/** Where it comes from, and why, that the administrator sees or does not see a state that no rule changed. */
function visibilitySource(
  node: NodeState,
): readonly [provenance: readonly Provenance[], explanation: string] {
  if (node.platform !== 'up')
    return [
      [guide('Table 2, row 17'), assumption(1)],
      'The platform is down, so nothing can be seen of this node. Its state stays in its database.',
    ];
  if (node.srm !== 'running')
    return [
      [guide('Table 2, row 16'), assumption(1)],
      'The recovery manager does not run, so the node shows no state. It stays in the node’s database.',
    ];
  if (node.isolated)
    return [
      [guide('Table 2, row 16')],
      'The node still runs, but nobody reaches it, so its state cannot be seen.',
    ];
  return [[assumption(1)], 'The node can be reached again and shows the state it was in.'];
}

/** What a `state` record tells: kept state and reason before and after, and what the administrator now sees. */
export interface ShownDetail extends StateDetail {
  readonly shownState: StateId | 'unreachable';
  readonly shownReason: Reason | null;
}

/**
 * Puts a node into a state with a reason and does what goes with entering it: when it took over, what was released, where
 * users are placed.
 */
export function become(world: World, node: NodeState, state: StateId, reason: Reason | null): void {
  const fromState = node.state;
  const fromReason = node.reason;
  node.state = state;
  node.reason = reason;
  if (fromState !== state) {
    const now = world.state.timeMs;
    node.stateSinceMs = now;
    setPhase(world, node, 'none');
    if (state === 'taking-over' || (state === 'running-in-backup-mode' && fromState !== 'taking-over'))
      node.tookOverAtMs = now;
    if (!KEEPS_RELEASED.has(state)) node.released = false;
    else if (state !== 'failing-over') node.released = true;
    if (state !== 'initializing') node.recovering = false;
    if (state === 'running-in-backup-mode' || state === 'backup-activated') serveAllOfGroup(world, node);
    else if (state === 'normal') serveHomeUsers(world, node);
    const group = world.groupOf(node);
    if (group) settlePlacement(world, group);
  }
  showChange(world, node, fromState, fromReason);
}

/** Puts a node into failed mode with a reason. */
export function fail(world: World, node: NodeState, reason: Reason): void {
  become(world, node, 'running-in-failed-mode', reason);
}

/** Failed Over, with or without critical services, as the node's health says. */
export function becomeFailedOver(world: World, node: NodeState, reason: Reason | null): void {
  become(world, node, node.healthy ? 'failed-over' : 'failed-over-critical-services-not-running', reason);
}

/** The node lets go of its users: their clients are disconnected, and the peer may take them. */
export function release(world: World, node: NodeState): void {
  node.released = true;
  setPhase(world, node, 'none');
  disconnectClients(world, node, 'it gives its users up');
}

export { EDGE };
