/**
 * The order of events: the one place where simulated time moves. At one instant steps come first (in file order), then
 * arrivals, then timers of platforms and services, then those of recovery managers, then clients (model, section 4);
 * what is of one kind goes by the order of the nodes.
 */
import { NEVER } from '../kernel/time';
import type { ClusterState, NodeState } from '../model/state';
import { arrive, clientTimer, platformTimer, srmTimer } from './interpreter';
import type { World } from './world';

/** Kinds of events that are not steps, in their order at one instant. */
const ARRIVAL = 0;
const PLATFORM = 1;
const SRM = 2;
const CLIENT = 3;

/** Next instant of an SRM's own timers: its process, its rules, its keep-alive. */
function srmNextMs(node: NodeState): number {
  let next = node.nextTickMs;
  if (node.wakeMs < next) next = node.wakeMs;
  return node.srmUntilMs < next ? node.srmUntilMs : next;
}

/** What comes next: kept between calls so that a run makes no garbage for it. */
export class NextEvent {
  atMs = NEVER;
  kind = ARRIVAL;
  node = 0;

  /** Finds the next event of the world, steps not counted. */
  find(world: World): void {
    const nodes = world.state.nodes;
    let at = NEVER;
    let kind = ARRIVAL;
    let who = 0;
    for (let i = 0; i < nodes.length; i++) {
      const node = nodes[i]!;
      const { inbound } = node;
      if (inbound.length > 0) {
        const due = inbound[0]!.arrivesMs;
        if (due < at || (due === at && kind > ARRIVAL)) {
          at = due;
          kind = ARRIVAL;
          who = i;
        }
      }
      const platformDue = node.platformWakeMs;
      if (platformDue < at || (platformDue === at && kind > PLATFORM)) {
        at = platformDue;
        kind = PLATFORM;
        who = i;
      }
      const srmDue = srmNextMs(node);
      if (srmDue < at) {
        at = srmDue;
        kind = SRM;
        who = i;
      }
    }
    if (world.clients.nextMs < at) {
      at = world.clients.nextMs;
      kind = CLIENT;
    }
    this.atMs = at;
    this.kind = kind;
    this.node = who;
  }

  /** Lets the event that was found happen, at its instant. */
  happen(world: World): void {
    moveTime(world.state, this.atMs);
    world.state.eventCount++;
    switch (this.kind) {
      case ARRIVAL:
        return arrive(world, world.state.nodes[this.node]!);
      case PLATFORM:
        return platformTimer(world, world.state.nodes[this.node]!);
      case SRM:
        return srmTimer(world, world.state.nodes[this.node]!);
      default:
        return clientTimer(world);
    }
  }
}

/** Sessions that are online but badly served: on a node that is unhealthy, failed or in a split brain [I-32]. */
export function degradedSessions(state: ClusterState): number {
  let count = 0;
  for (const node of state.nodes)
    if (
      node.online > 0 &&
      (!node.healthy ||
        node.state === 'running-in-failed-mode' ||
        (node.group >= 0 && state.groups[node.group]!.splitBrain))
    )
      count += node.online;
  return count;
}

/** Moves the time forward to an instant at which nothing is due before, and counts what the users paid meanwhile [I-32]. */
export function moveTime(state: ClusterState, toMs: number): void {
  const passed = toMs - state.timeMs;
  if (passed <= 0) return;
  if (state.users.waiting > 0) state.waitingCostMs += state.users.waiting * passed;
  if (state.users.online > 0) {
    const degraded = degradedSessions(state);
    if (degraded > 0) state.degradedCostMs += degraded * passed;
  }
  state.timeMs = toMs;
}
