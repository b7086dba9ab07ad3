/** Model 4: keep-alives, as sent and as heard, and the watch over the peer. */
import { PURPOSE, randomChance } from '../kernel/random';
import { NEVER } from '../kernel/time';
import type { KeepAliveContent, KeepAliveInFlight, NodeState } from '../model/state';
import { RECORD } from './recorder';
import { isAnyStarting, type World } from './world';

/** Index of each reason a keep-alive can be lost for, as in LOSS_REASONS. */
export const LOSS = { linkCut: 0, isolated: 1, peerDown: 2, link: 3, dropped: 4, srm: 5 } as const;

/**
 * The SRM begins to send and to listen: at its start, or when HA is switched on. The first keep-alive is due now;
 * nothing is known of the peer.
 */
export function startWatch(world: World, node: NodeState): void {
  stopWatch(node);
  if (node.srm !== 'running' || node.peer < 0 || !world.hasHa(node)) return;
  const now = world.state.timeMs;
  node.watching = true;
  node.watchSinceMs = now;
  node.lastTickMs = now;
  node.nextTickMs = now;
}

/** The SRM no longer sends or listens. */
export function stopWatch(node: NodeState): void {
  node.watching = false;
  node.nextTickMs = NEVER;
  node.ruleWakeMs = NEVER;
  node.wakeMs = NEVER;
  node.lastSent = null;
  node.heard = null;
  node.lastHeardMs = -1;
  node.heardSinceStart = false;
  node.heardStartNumber = 0;
  node.firstHeardFailed = false;
  node.peerLost = false;
  node.mismatchSinceMs = NEVER;
}

function isSaidHealthy(node: NodeState): boolean {
  return node.healthy && (node.state !== 'initializing' || node.replication === 2);
}

/** What a keep-alive of this node would say now; the last one's content itself if nothing changed. */
export function keepAliveContent(node: NodeState): KeepAliveContent {
  const last = node.lastSent;
  const healthy = isSaidHealthy(node);
  const starting = isAnyStarting(node);
  if (
    last !== null &&
    last.state === node.state &&
    last.reason === node.reason &&
    last.healthy === healthy &&
    last.starting === starting &&
    last.released === node.released &&
    last.startNumber === node.startNumber &&
    last.heardPeer === node.heardSinceStart &&
    last.tookOverAtMs === node.tookOverAtMs
  )
    return last;
  return {
    state: node.state!,
    reason: node.reason,
    healthy,
    starting,
    released: node.released,
    startNumber: node.startNumber,
    heardPeer: node.heardSinceStart,
    tookOverAtMs: node.tookOverAtMs,
  };
}

function lossAtSending(world: World, node: NodeState, peer: NodeState): number {
  const group = world.state.groups[node.group]!;
  if (!group.linkUp) return LOSS.linkCut;
  if (node.isolated || peer.isolated) return LOSS.isolated;
  if (peer.platform !== 'up') return LOSS.peerDown;
  if (
    group.loss > 0 &&
    randomChance(world.state.seed, PURPOSE.linkLoss, node.index, node.sentCount, group.loss)
  )
    return LOSS.link;
  return -1;
}

/** Sends a keep-alive now. It arrives one latency later, never before one sent earlier, or it is lost. */
export function sendKeepAlive(world: World, node: NodeState): void {
  const content = keepAliveContent(node);
  const peer = world.state.nodes[node.peer]!;
  const index = node.index;
  const number = ++node.sentCount;
  node.lastSent = content;
  world.record(RECORD.send, index, number, 0, content);
  const lost = lossAtSending(world, node, peer);
  if (lost >= 0) {
    world.record(RECORD.loss, index, number, lost, content);
    return;
  }
  const sentMs = world.state.timeMs;
  const queue = peer.inbound;
  const latest = queue.length === 0 ? 0 : queue[queue.length - 1]!.arrivesMs;
  const arrivesMs = Math.max(sentMs + world.state.groups[node.group]!.latencyMs, latest);
  queue.push({ content, number, sentMs, arrivesMs });
}

/** Takes the next keep-alive that is due off the queue. */
export function nextInbound(node: NodeState): KeepAliveInFlight {
  return node.inbound.length === 1 ? node.inbound.pop()! : node.inbound.shift()!;
}
