/** A cluster's state with what is needed to work on it: the index of waiting clients, and who listens. */
import { NEVER } from '../kernel/time';
import { TimerHeap } from '../kernel/timer-heap';
import type { ClusterState, GroupState, NodeState, ServiceState } from '../model/state';
import type { Reason, StateId } from '../model/vocabulary';
import { RECORD, SILENT, type Recorder } from './recorder';

/** What has just happened to a node, for the rules that ask for the moment and not for the condition. */
export const EDGE = {
  /** The peer has just been given up as lost. */
  peerLost: 1,
  /** The node has just turned healthy. */
  turnedHealthy: 2,
  /** The first keep-alive since this node's SRM started has arrived. */
  firstHeard: 4,
  /** The first keep-alive of a newly started peer SRM has arrived. */
  peerStarted: 8,
} as const;

/** What a state record tells. */
export interface StateDetail {
  readonly fromState: StateId | null;
  readonly fromReason: Reason | null;
  readonly state: StateId | null;
  readonly reason: Reason | null;
  readonly explanation: string;
  readonly provenance: string;
}

/** The state of a cluster at work. */
export class World {
  state: ClusterState;
  recorder: Recorder;
  /** Index over `state.users.tryMs`. */
  clients: TimerHeap;
  /** Bits of {@link EDGE} that hold while a node's rules are run. */
  edges = 0;
  /** Index of the rule at work, -1: none; and what it says of itself. */
  ruleIndex = -1;
  explanation = '';
  provenance = '';
  /** A node that a rule of its peer has changed and that has still to be settled. */
  unsettled: NodeState | null = null;
  /** Faults of section 10 found so far; drained by the run. */
  violations: { invariant: '10.1' | '10.2' | '10.3' | '10.5' | 'rules'; what: string }[] = [];

  constructor(state: ClusterState, recorder: Recorder = SILENT) {
    this.state = state;
    this.recorder = recorder;
    this.clients = new TimerHeap(state.users.tryMs);
  }

  /** Node by index; a programmer's mistake to ask for one that is not there. */
  node(index: number): NodeState {
    return this.state.nodes[index]!;
  }

  /** The other node of the group, or null. */
  peerOf(node: NodeState): NodeState | null {
    return node.peer < 0 ? null : this.state.nodes[node.peer]!;
  }

  /** The node's group, or null. */
  groupOf(node: NodeState): GroupState | null {
    return node.group < 0 ? null : this.state.groups[node.group]!;
  }

  /** True if HA is on in the node's group. */
  hasHa(node: NodeState): boolean {
    return node.group >= 0 && this.state.groups[node.group]!.highAvailability;
  }

  /** Writes a record for the present instant and event. */
  record(kind: number, node: number, a = 0, b = 0, detail: unknown = null): void {
    this.recorder.record(this.state.timeMs, this.state.eventCount, kind, node, this.ruleIndex, a, b, detail);
  }
}

/** True while some critical service of the node is `starting`. */
export function isAnyStarting(node: NodeState): boolean {
  const services = node.services;
  for (let i = 0; i < services.length; i++) if (services[i]!.status === 'starting') return true;
  return false;
}

/** True while every critical service of the node is `started`. */
export function areAllStarted(node: NodeState): boolean {
  const services = node.services;
  for (let i = 0; i < services.length; i++) if (services[i]!.status !== 'started') return false;
  return true;
}

/** True if the node believes the users to be its own (model, section 6). */
export function claimsUsers(node: NodeState): boolean {
  if (node.platform !== 'up' || node.srm !== 'running') return false;
  switch (node.state) {
    case 'normal':
    case 'running-in-backup-mode':
    case 'taking-over':
    case 'backup-activated':
    case 'taking-back':
    case 'falling-back':
    case 'unknown':
      return true;
    default:
      return false;
  }
}

/** True if the administrator can see the node's state: its SRM runs, its platform is up, it is not isolated. */
export function isReachable(node: NodeState): boolean {
  return node.srm === 'running' && node.platform === 'up' && !node.isolated;
}

/** Recomputes the node's health after a change of a service or the database. */
export function refreshHealth(world: World, node: NodeState): void {
  const healthy = node.databaseUp && areAllStarted(node);
  if (healthy === node.healthy) return;
  node.healthy = healthy;
  node.healthSinceMs = world.state.timeMs;
  if (healthy) world.edges |= EDGE.turnedHealthy;
}

/** Recomputes the next end of the node's platform, service and replication timers. */
export function refreshPlatformWake(node: NodeState): void {
  let wake = Math.min(node.platformUntilMs, node.replicationUntilMs);
  for (const service of node.services) if (service.untilMs < wake) wake = service.untilMs;
  node.platformWakeMs = wake;
}

/** Codes of service statuses in `service` records. */
export const SERVICE_STATUS_CODES: readonly ServiceState['status'][] = [
  'started',
  'stopped',
  'starting',
  'failed',
];

/**
 * Sets a service's status and all that follows on its node, but not on clients or SRM rules.
 *
 * @param untilMs end of the start, for `starting`
 */
export function setServiceStatus(
  world: World,
  node: NodeState,
  service: number,
  status: ServiceState['status'],
  untilMs = NEVER,
): void {
  const it = node.services[service]!;
  const now = world.state.timeMs;
  if (it.status !== status) {
    it.sinceMs = now;
    if (status === 'started') it.downSinceMs = NEVER;
    else if (it.downSinceMs === NEVER) it.downSinceMs = now;
    it.status = status;
    world.record(RECORD.service, node.index, service, SERVICE_STATUS_CODES.indexOf(status));
  }
  it.untilMs = untilMs;
  refreshPlatformWake(node);
  refreshHealth(world, node);
}

/** Starts every critical service of the node that does not run; returns whether there was any to wait for. */
export function startServicesThatDoNotRun(world: World, node: NodeState): boolean {
  let any = false;
  for (let i = 0; i < node.services.length; i++) {
    const status = node.services[i]!.status;
    if (status === 'started') continue;
    any = true;
    if (status !== 'starting')
      setServiceStatus(world, node, i, 'starting', world.state.timeMs + world.state.durations.startServices);
  }
  return any;
}
