/**
 * Carries the rules out: runs a node's rules until none applies, sends what has to be said, and handles the three kinds of
 * event that are not steps: arrivals, ends of timers, and clients' attempts.
 */
import { NEVER } from '../kernel/time';
import { formatProvenances } from '../model/provenance';
import type { NodeState } from '../model/state';
import { SYNC_AGENT } from '../model/vocabulary';
import { isMismatched, PEER_LOST_RULE, peerLostDueMs } from './peer';
import { RECORD, TIMER } from './recorder';
import { become, EDGE, showChange, type Rule } from './rule';
import { ALL_RULES, isInForce, rulesOf, startRulesInForce } from './table';
import type { StartRule } from './start';
import { assignPending, dropSessionsOfDeadNode, settlePlacement, tryLogin } from './users';
import { keepAliveContent, LOSS, nextInbound, sendKeepAlive, startWatch, stopWatch } from './watch';
import {
  claimsUsers,
  refreshHealth,
  refreshPlatformWake,
  setServiceStatus,
  startServicesThatDoNotRun,
  type World,
} from './world';

/** More rules than this in a row at one instant mean that they never come to rest: a bug. */
const MOST_RULES_IN_A_ROW = 40;

const PEER_LOST_INDEX = ALL_RULES.indexOf(PEER_LOST_RULE);

/** Lets a rule take effect, with its name and reasons on everything that is recorded meanwhile. */
function fire(world: World, node: NodeState, rule: Rule | StartRule, index: number): void {
  const timed = 'due' in rule && rule.due !== undefined;
  const { explanation, provenance } = world;
  world.ruleIndex = index;
  if (world.recorder.wantsText) {
    world.explanation = rule.explanation;
    world.provenance = formatProvenances(rule.provenance);
  }
  if (timed) world.record(RECORD.timer, node.index, TIMER.rule);
  if ('states' in rule) rule.effect(world, node, world.state.nodes[node.peer]!);
  else rule.effect(world, node);
  world.ruleIndex = -1;
  world.explanation = explanation;
  world.provenance = provenance;
}

function trackMismatch(world: World, node: NodeState): void {
  if (!isMismatched(node)) node.mismatchSinceMs = NEVER;
  else if (node.mismatchSinceMs === NEVER) node.mismatchSinceMs = world.state.timeMs;
}

/** What has just happened concerns the state it happened in; only health outlives a change of state. */
const EDGES_OF_A_STATE = EDGE.peerLost | EDGE.firstHeard | EDGE.peerStarted;

/**
 * Earliest instant at which a rule other than the watch comes due; fires at most one rule and then answers -1.
 *
 * @param mayTimersFire false while arrivals and ends of service timers of this instant may still come: rules that wait for
 *   an instant then stay due, since an arrival in the very millisecond of a time-out counts
 */
function askRules(world: World, node: NodeState, mayTimersFire: boolean): number {
  const now = world.state.timeMs;
  const state = node.state;
  const peer = world.state.nodes[node.peer]!;
  let wake = NEVER;
  const rules = rulesOf(node.state);
  for (let i = 0; i < rules.length; i++) {
    const { rule, index } = rules[i]!;
    if (rule.edge !== undefined && (world.edges & rule.edge) === 0) continue;
    if (!rule.guard(world, node, peer)) continue;
    if (rule.due !== undefined) {
      const due = rule.due(world, node, peer);
      if (due > now || !mayTimersFire) {
        if (due < wake) wake = due < now ? now : due;
        continue;
      }
    }
    if (rule.edge !== undefined) world.edges &= ~rule.edge;
    fire(world, node, rule, index);
    if (node.state !== state) world.edges &= ~EDGES_OF_A_STATE;
    return -1;
  }
  return wake;
}

/** Runs a node's rules until none applies, and notes when the next one comes due. */
function runRules(world: World, node: NodeState, mayTimersFire: boolean): void {
  for (let i = 0; i < MOST_RULES_IN_A_ROW; i++) {
    if (!node.watching) return;
    const lostDue = node.peerLost || !isInForce(PEER_LOST_RULE.id) ? NEVER : peerLostDueMs(world, node);
    if (mayTimersFire && lostDue <= world.state.timeMs) {
      fire(world, node, PEER_LOST_RULE, PEER_LOST_INDEX);
      continue;
    }
    trackMismatch(world, node);
    const wake = askRules(world, node, mayTimersFire);
    if (wake >= 0) {
      node.ruleWakeMs = wake;
      node.wakeMs = Math.max(world.state.timeMs, Math.min(wake, lostDue));
      return;
    }
  }
  world.violations.push({ invariant: 'rules', what: `the rules of ${node.name} do not come to rest` });
  node.wakeMs = NEVER;
}

/**
 * After anything that may concern a node: sessions, rules, the keep-alive that a change asks for, what is shown.
 *
 * @param mayTimersFire true in the turn of the SRM's own timers, the last of an instant
 */
export function settle(world: World, node: NodeState, mayTimersFire = false): void {
  dropSessionsOfDeadNode(world, node);
  if (node.watching) runRules(world, node, mayTimersFire);
  world.edges = 0;
  if (node.watching && node.lastSent !== null && keepAliveContent(node) !== node.lastSent)
    sendKeepAlive(world, node);
  showChange(world, node, node.state, node.reason);
  if (node.group >= 0) refreshSplitBrain(world, node.group);
  const { unsettled } = world;
  if (unsettled === null) return;
  world.unsettled = null;
  settle(world, unsettled);
}

/** Recomputes the split-brain flag of a group (model, section 6). */
export function refreshSplitBrain(world: World, groupIndex: number): void {
  const group = world.state.groups[groupIndex]!;
  const split = isSplitBrain(world, groupIndex);
  if (split === group.splitBrain) return;
  group.splitBrain = split;
  world.record(RECORD['split-brain'], -1, groupIndex, split ? 1 : 0);
}

function isSplitBrain(world: World, groupIndex: number): boolean {
  const group = world.state.groups[groupIndex]!;
  if (!group.highAvailability || group.nodes.length < 2) return false;
  const first = world.node(group.nodes[0]!);
  const second = world.node(group.nodes[1]!);
  if (!claimsUsers(first) || !claimsUsers(second)) return false;
  return group.usersOnBoth > 0 || ownsAgainst(first, second) || ownsAgainst(second, first);
}

function ownsAgainst(one: NodeState, other: NodeState): boolean {
  if (one.state !== 'running-in-backup-mode' && one.state !== 'backup-activated') return false;
  return (
    other.state === 'running-in-backup-mode' ||
    other.state === 'backup-activated' ||
    other.state === 'taking-over' ||
    other.state === 'normal'
  );
}

/** A keep-alive arrives at a node, or finds no recovery manager to hear it. */
export function arrive(world: World, node: NodeState): void {
  const flight = nextInbound(node);
  const content = flight.content;
  const now = world.state.timeMs;
  if (!node.watching) {
    world.record(RECORD.loss, node.peer, flight.number, LOSS.srm, content);
    return;
  }
  world.record(RECORD.arrival, node.peer, flight.number, 0, content);
  node.lastHeardMs = now;
  if (content === node.heard) {
    const lostDue = peerLostDueMs(world, node);
    node.wakeMs = node.ruleWakeMs < lostDue ? node.ruleWakeMs : lostDue;
    return;
  }
  const isFirst = node.heard === null;
  const isNewStart = content.startNumber !== node.heardStartNumber;
  if (isFirst) node.firstHeardFailed = content.state === 'running-in-failed-mode';
  if (!node.heardSinceStart) world.edges |= EDGE.firstHeard;
  if (isNewStart) world.edges |= EDGE.peerStarted;
  node.heard = content;
  node.peerLost = false;
  node.heardSinceStart = true;
  node.heardStartNumber = content.startNumber;
  const sentBefore = node.sentCount;
  settle(world, node);
  if (isNewStart && node.watching && node.sentCount === sentBefore) sendKeepAlive(world, node);
}

/** A node's own timer of the SRM comes due: its process has stopped or started, a rule is due, or a keep-alive. */
export function srmTimer(world: World, node: NodeState): void {
  const now = world.state.timeMs;
  const index = node.index;
  if (node.srmUntilMs <= now) {
    if (node.srm === 'stopping') {
      world.record(RECORD.timer, index, TIMER.srmStop);
      srmStopped(world, node);
    } else {
      world.record(RECORD.timer, index, TIMER.srmStart);
      srmStarted(world, node);
    }
  } else if (node.wakeMs <= now) {
    settle(world, node, true);
  } else {
    node.lastTickMs = now;
    node.nextTickMs = now + world.state.parameters.keepAliveIntervalMs;
    world.record(RECORD.timer, index, TIMER.tick);
    sendKeepAlive(world, node);
  }
}

function srmStopped(world: World, node: NodeState): void {
  setSrm(world, node, 'stopped', NEVER);
  if (node.srmStartAfterStop) beginSrmStart(world, node);
}

/** Sets the status of a node's SRM process. */
function setSrm(world: World, node: NodeState, srm: NodeState['srm'], untilMs: number): void {
  node.srm = srm;
  node.srmSinceMs = world.state.timeMs;
  node.srmUntilMs = untilMs;
}

/** The SRM begins to start; it runs after `srmStart`. */
export function beginSrmStart(world: World, node: NodeState): void {
  node.srmStartAfterStop = false;
  setSrm(world, node, 'starting', world.state.timeMs + world.state.durations.srmStart);
}

/** The SRM begins to stop; it is silent at once, and a recovery that waits for it is broken off unless it is its own doing. */
export function beginSrmStop(world: World, node: NodeState, thenStart: boolean): void {
  silence(world, node);
  node.srmStartAfterStop = thenStart;
  setSrm(world, node, 'stopping', world.state.timeMs + world.state.durations.srmStop);
}

/** The SRM is gone at once, with its platform. */
export function killSrm(world: World, node: NodeState): void {
  silence(world, node);
  breakOffRecovery(world, node);
  node.srmStartAfterStop = false;
  setSrm(world, node, 'stopped', NEVER);
}

function silence(world: World, node: NodeState): void {
  stopWatch(node);
  node.phaseUntilMs = NEVER;
  const group = world.groupOf(node);
  if (group) {
    node.srm = 'stopping';
    settlePlacement(world, group);
  }
}

/** A recovery that is broken off leaves nothing behind [I-21]. */
export function breakOffRecovery(world: World, node: NodeState): void {
  node.recovering = false;
  const peer = world.peerOf(node);
  if (peer) peer.recovering = false;
}

function srmStarted(world: World, node: NodeState): void {
  setSrm(world, node, 'running', NEVER);
  node.startNumber++;
  startWatch(world, node);
  for (const rule of startRulesInForce())
    if (rule.guard(world, node)) {
      fire(world, node, rule, ALL_RULES.indexOf(rule));
      break;
    }
  const peer = world.peerOf(node);
  settle(world, node);
  if (peer) settle(world, peer);
}

/** A timer of the platform, a service or the replication comes due. Several of one node at one instant are one event each. */
export function platformTimer(world: World, node: NodeState): void {
  const now = world.state.timeMs;
  const index = node.index;
  if (node.platformUntilMs <= now) {
    if (node.platform === 'booting') {
      world.record(RECORD.timer, index, TIMER.boot);
      booted(world, node);
    } else {
      world.record(RECORD.timer, index, TIMER.shutdown);
      setPlatform(world, node, 'off', NEVER);
      if (node.bootAfterShutdown) beginBoot(world, node);
    }
  } else if (node.replicationUntilMs <= now) {
    world.record(RECORD.timer, index, TIMER.replication);
    node.replication = 2;
    node.replicationOperation = null;
    node.replicationSinceMs = now;
    node.replicationUntilMs = NEVER;
  } else {
    const service = node.services.findIndex((it) => it.untilMs <= now);
    world.record(RECORD.timer, index, TIMER.serviceStart, service);
    setServiceStatus(world, node, service, node.services[service]!.broken ? 'failed' : 'started');
    if (service === SYNC_AGENT && node.services[service]!.status === 'started') assignPending(world, index);
  }
  refreshPlatformWake(node);
  settle(world, node);
}

/** Sets the status of a node's platform. */
export function setPlatform(
  world: World,
  node: NodeState,
  platform: NodeState['platform'],
  untilMs: number,
): void {
  node.platform = platform;
  node.platformSinceMs = world.state.timeMs;
  node.platformUntilMs = untilMs;
  refreshPlatformWake(node);
  world.record(RECORD.platform, node.index, 0, 0, platform);
}

/** The platform begins to boot. */
export function beginBoot(world: World, node: NodeState): void {
  node.bootAfterShutdown = false;
  setPlatform(world, node, 'booting', world.state.timeMs + world.state.durations.boot);
}

/** Services, database and SRM are gone: at the first instant of a shutdown, or as the power goes. */
export function takeDown(
  world: World,
  node: NodeState,
  platform: 'shutting-down' | 'off',
  untilMs: number,
): void {
  setPlatform(world, node, platform, untilMs);
  killSrm(world, node);
  for (let i = 0; i < node.services.length; i++) setServiceStatus(world, node, i, 'stopped');
  setDatabase(world, node, false);
}

/** Sets whether the node's database service is up. */
export function setDatabase(world: World, node: NodeState, up: boolean): void {
  if (node.databaseUp === up) return;
  node.databaseUp = up;
  node.databaseDownSinceMs = up ? NEVER : world.state.timeMs;
  world.record(RECORD.platform, node.index, 0, 0, up ? 'database up' : 'database down');
  refreshHealth(world, node);
}

function booted(world: World, node: NodeState): void {
  setPlatform(world, node, 'up', NEVER);
  setDatabase(world, node, true);
  node.userMoveFault = false;
  for (const service of node.services) service.broken = false;
  if (node.state !== 'idle') startServicesThatDoNotRun(world, node);
  beginSrmStart(world, node);
}

/** A waiting client's attempt comes due. */
export function clientTimer(world: World): void {
  const user = world.clients.nextSubject;
  world.record(RECORD.timer, -1, TIMER.client, user);
  tryLogin(world, user);
}

/** Both SRMs restart with their kept state forgotten, services that do not run are started (model, 5.14). */
export function beginRecovery(world: World, node: NodeState, peer: NodeState): void {
  for (const it of [node, peer]) {
    forgetState(world, it);
    startServicesThatDoNotRun(world, it);
    beginSrmStop(world, it, true);
    it.recovering = true;
  }
  for (const it of [node, peer]) settle(world, it);
}

function forgetState(world: World, node: NodeState): void {
  node.state = null;
  node.reason = null;
  node.stateSinceMs = world.state.timeMs;
  node.phase = 'none';
  node.released = false;
  node.manual = false;
  node.tookOverAtMs = -1;
}

/** HA goes off: no state to be in (model, 5.1). */
export function leaveHa(world: World, node: NodeState): void {
  stopWatch(node);
  become(world, node, 'unknown', 'High Availability Not Enabled');
}
