/**
 * Users and their clients: assignment to nodes, placement by the nodes' states, sessions and log-ins
 * (model, section 7).
 */
import { NEVER } from '../kernel/time';
import { PURPOSE, randomInteger } from '../kernel/random';
import { SESSION, type ClusterState, type GroupState, type NodeState } from '../model/state';
import { SYNC_AGENT, XCP_ROUTER, type UserAssignmentMode } from '../model/vocabulary';
import { RECORD } from './recorder';
import { claimsUsers, type World } from './world';

/** What a `users` record tells. */
export type UsersDetail =
  | { readonly what: 'placed' | 'moving'; readonly count: number }
  | { readonly what: 'disconnected'; readonly count: number; readonly why: string }
  | { readonly what: 'assigned' | 'unassigned'; readonly count: number };

/** Results in `client` records. */
export const CLIENT_RESULT = { loggedIn: 0, triesAgain: 1 } as const;

/** Name of a user by index. */
export function userName(state: ClusterState, user: number): string {
  return state.users.addedNames[user] ?? `user${user + 1}`;
}

/** Index of a user by name, or -1. */
export function userIndex(state: ClusterState, name: string): number {
  for (const [index, added] of Object.entries(state.users.addedNames))
    if (added === name) return Number(index);
  const digits = /^user([1-9][0-9]*)$/.exec(name);
  if (!digits) return -1;
  const index = Number(digits[1]) - 1;
  return index < state.users.count && state.users.addedNames[index] === undefined ? index : -1;
}

/** The bit of a node in its group's placement mask: 1 for the first node, 2 for the second. */
export function placementBit(state: ClusterState, nodeIndex: number): number {
  const node = state.nodes[nodeIndex]!;
  if (node.group < 0) return 1;
  return state.groups[node.group]!.nodes[0] === nodeIndex ? 1 : 2;
}

/** Index of the group a user belongs to, or -1. */
export function groupOfUser(state: ClusterState, user: number): number {
  const home = state.users.home[user]!;
  return home < 0 ? -1 : state.nodes[home]!.group;
}

/** True if a client that tries this node is let in (model, section 7) [I-26]. */
export function acceptsClient(state: ClusterState, nodeIndex: number, user: number): boolean {
  const node = state.nodes[nodeIndex]!;
  if (node.platform !== 'up' || node.isolated || !node.healthy) return false;
  switch (node.state) {
    case 'normal':
    case 'running-in-backup-mode':
    case 'backup-activated':
      return true;
    case 'falling-back':
      return state.users.home[user] === nodeIndex;
    case 'unknown':
      return node.group < 0 || !state.groups[node.group]!.highAvailability;
    default:
      return false;
  }
}

/** The node that a waiting client of this user tries: one that serves the user, an accepting one and then home first; -1: none. */
export function nodeToTry(state: ClusterState, user: number): number {
  const group = groupOfUser(state, user);
  const home = state.users.home[user]!;
  if (group < 0) return home;
  const placed = state.users.placed[user]!;
  const [first, second] = state.groups[group]!.nodes as [number, number | undefined];
  if (placed === 1) return first;
  if (placed === 2) return second ?? first;
  if (placed === 0 || second === undefined) return -1;
  const other = home === first ? second : first;
  if (acceptsClient(state, home, user)) return home;
  return acceptsClient(state, other, user) ? other : home;
}

function setSession(world: World, user: number, session: number, nodeIndex: number): void {
  const { users, nodes, timeMs } = world.state;
  const before = users.session[user]!;
  if (before === SESSION.online) {
    users.online--;
    nodes[users.sessionNode[user]!]!.online--;
  } else if (before === SESSION.waiting) users.waiting--;
  if (session === SESSION.online) {
    users.online++;
    nodes[nodeIndex]!.online++;
  } else if (session === SESSION.waiting) users.waiting++;
  users.session[user] = session;
  users.sessionNode[user] = nodeIndex;
  if (before !== session) users.sinceMs[user] = timeMs;
}

/** Lets a client wait a random time by the limits of a node it lost or tried, then try again [I-26]. */
export function startWaiting(world: World, user: number, limitsOf: number): void {
  const { users, seed, timeMs, nodes } = world.state;
  const node = nodes[limitsOf]!;
  const count = users.waits[user]!;
  users.waits[user] = count + 1;
  setSession(world, user, SESSION.waiting, limitsOf);
  world.clients.set(
    user,
    timeMs + randomInteger(seed, PURPOSE.relogin, user, count, node.reloginLowerMs, node.reloginUpperMs),
  );
}

/** A client tries to log in, now. */
export function tryLogin(world: World, user: number): void {
  const { state } = world;
  const target = nodeToTry(state, user);
  if (target < 0) return goOffline(world, user);
  if (acceptsClient(state, target, user)) {
    world.clients.set(user, NEVER);
    setSession(world, user, SESSION.online, target);
    world.record(RECORD.client, target, user, CLIENT_RESULT.loggedIn);
  } else {
    startWaiting(world, user, target);
    world.record(RECORD.client, target, user, CLIENT_RESULT.triesAgain);
  }
}

/** Ends a user's session or waiting for good, until a log-in. */
export function goOffline(world: World, user: number): void {
  world.clients.set(user, NEVER);
  setSession(world, user, SESSION.offline, -1);
}

/** Ends all sessions on a node; each client then waits by that node's limits. */
export function disconnectClients(world: World, node: NodeState, why: string): void {
  if (node.online === 0) return;
  const { users } = world.state;
  const index = node.index;
  const count = node.online;
  for (let user = 0; user < users.count; user++)
    if (users.session[user] === SESSION.online && users.sessionNode[user] === index)
      startWaiting(world, user, index);
  world.record(RECORD.users, index, count, 0, { what: 'disconnected', count, why } satisfies UsersDetail);
}

/** Ends the sessions that a node can no longer hold: platform, network or Cisco XCP Router gone [I-25]. */
export function dropSessionsOfDeadNode(world: World, node: NodeState): void {
  if (node.online === 0) return;
  if (node.platform !== 'up') disconnectClients(world, node, 'its platform is down');
  else if (node.isolated) disconnectClients(world, node, 'nobody reaches it');
  else if (node.services[XCP_ROUTER]!.status !== 'started')
    disconnectClients(world, node, 'its Cisco XCP Router does not run');
}

/** Sets where a user is placed; a session on a node that no longer serves the user ends, watchers' presence goes stale. */
function place(world: World, user: number, mask: number): boolean {
  const { state } = world;
  const { users } = state;
  const before = users.placed[user]!;
  if (before === mask) return false;
  const group = groupOfUser(state, user);
  if (group >= 0) {
    if (before === 3) state.groups[group]!.usersOnBoth--;
    if (mask === 3) state.groups[group]!.usersOnBoth++;
  }
  users.placed[user] = mask;
  if (users.session[user] === SESSION.online) {
    const on = users.sessionNode[user]!;
    if (state.nodes[on]!.group !== group || (placementBit(state, on) & mask) === 0)
      startWaiting(world, user, on);
  }
  if (state.temporaryPresence.length > 0) makePresenceStale(state, userName(state, user));
  return true;
}

/** The watchers of a user who was moved see a stale value until they subscribe again (guide, Redundancy Interactions). */
function makePresenceStale(state: ClusterState, user: string): void {
  for (const subscription of state.temporaryPresence)
    if (subscription.user === user && subscription.status === 'valid') subscription.status = 'stale';
}

/**
 * A node that enters Running in Backup Mode or Backup Activated serves all users of its group [I-30]. Users that the peer
 * still claims stay placed there too: that is a split brain.
 */
export function serveAllOfGroup(world: World, node: NodeState): void {
  const { state } = world;
  const { users } = state;
  const index = node.index;
  const peer = world.peerOf(node);
  const own = placementBit(state, index);
  const keep = peer && claimsUsers(peer) ? placementBit(state, node.peer) : 0;
  let count = 0;
  for (let user = 0; user < users.count; user++)
    if (groupOfUser(state, user) === node.group && place(world, user, own | (users.placed[user]! & keep)))
      count++;
  if (count > 0) world.record(RECORD.users, index, count, 0, { what: 'placed', count } satisfies UsersDetail);
}

/** A node that enters Normal serves its home users again [I-30]. */
export function serveHomeUsers(world: World, node: NodeState): void {
  const { state } = world;
  const { users } = state;
  const index = node.index;
  const own = placementBit(state, index);
  let count = 0;
  for (let user = 0; user < users.count; user++)
    if (users.home[user] === index && place(world, user, own)) count++;
  if (count > 0) world.record(RECORD.users, index, count, 0, { what: 'placed', count } satisfies UsersDetail);
}

/** Notes that users begin to be moved to a node. */
export function recordMove(world: World, node: NodeState, count: number): void {
  world.record(RECORD.users, node.index, count, 0, { what: 'moving', count } satisfies UsersDetail);
}

/** How many users of a group are placed on one node and not on the other, `node`: those that a move to `node` moves. */
export function countUsersToMoveTo(world: World, node: NodeState, homeOnly: boolean): number {
  const { state } = world;
  const { users } = state;
  const index = node.index;
  const own = placementBit(state, index);
  let count = 0;
  for (let user = 0; user < users.count; user++)
    if (
      groupOfUser(state, user) === node.group &&
      (users.placed[user]! & own) === 0 &&
      (!homeOnly || users.home[user] === index)
    )
      count++;
  return count;
}

/**
 * Users placed on both nodes of a group belong to the one that still claims them; to their home if none does and the
 * split brain has ended at this very instant [I-30].
 */
export function settlePlacement(world: World, group: GroupState): void {
  if (group.nodes.length < 2) return;
  const { state } = world;
  const [first, second] = group.nodes as [number, number];
  const firstClaims = claimsUsers(state.nodes[first]!);
  const secondClaims = claimsUsers(state.nodes[second]!);
  if (firstClaims && secondClaims) return;
  if (group.splitBrain) group.splitEndedMs = state.timeMs;
  if (group.usersOnBoth > 0) {
    const mask = firstClaims ? 1 : 2;
    forUsersOfGroup(state, group, (user, home) => {
      if (state.users.placed[user] === 3)
        place(world, user, firstClaims || secondClaims ? mask : placementBit(state, home));
    });
  } else if (!firstClaims && !secondClaims && group.splitEndedMs === state.timeMs)
    forUsersOfGroup(state, group, (user, home) => place(world, user, placementBit(state, home)));
}

function forUsersOfGroup(
  state: ClusterState,
  group: GroupState,
  visit: (user: number, home: number) => void,
): void {
  const { users } = state;
  for (let user = 0; user < users.count; user++) {
    const home = users.home[user]!;
    if (home >= 0 && group.nodes.includes(home)) visit(user, home);
  }
}

/**
 * Where a user of a home node is placed as the states are now: on the node that serves the whole group, or at home. Of two
 * nodes that both serve it by their kept states, those that claim the users do (both: a split brain), else the last to take
 * over.
 */
export function placementFor(state: ClusterState, home: number): number {
  const node = state.nodes[home]!;
  if (node.group < 0) return 1;
  const serving = state.groups[node.group]!.nodes.flatMap((index) => {
    const it = state.nodes[index]!;
    return it.state === 'running-in-backup-mode' || it.state === 'backup-activated' ? [it] : [];
  });
  const [first, second] = serving;
  if (!first) return placementBit(state, home);
  if (!second) return placementBit(state, first.index);
  const claiming = serving.filter(claimsUsers);
  if (claiming.length === 2) return 3;
  const [holder = first.tookOverAtMs > second.tookOverAtMs ? first : second] = claiming;
  return placementBit(state, holder.index);
}

/** Assigns a user to a node, as the Sync Agent does, or to none (-1), and places it. */
export function assignUser(world: World, user: number, home: number): void {
  const { state } = world;
  const { users } = state;
  const before = users.home[user]!;
  users.pendingHome[user] = -1;
  if (before === home) {
    if (home >= 0) place(world, user, placementFor(state, home));
    return;
  }
  if (users.placed[user] === 3) state.groups[groupOfUser(state, user)]!.usersOnBoth--;
  users.placed[user] = 0;
  if (before < 0) users.unassigned--;
  if (home < 0) {
    users.unassigned++;
    users.home[user] = -1;
    return goOffline(world, user);
  }
  users.home[user] = home;
  place(world, user, placementFor(state, home));
}

/** Nodes in the order in which the balanced mode deals users out: by group, then by place in the group. */
function nodesInOrder(state: ClusterState): number[] {
  return state.groups.flatMap((group) => group.nodes);
}

/** Nodes among which a mode deals users out; none for `none`. */
export function assignableNodes(state: ClusterState, mode: UserAssignmentMode): number[] {
  if (mode === 'balanced') return nodesInOrder(state);
  if (mode === 'active-standby') return state.groups.map((group) => group.nodes[0]!);
  return [];
}

/** The node among `candidates` with the fewest users (those whose turn it is counted), the first of equals; -1: none. */
export function nodeWithFewest(state: ClusterState, candidates: readonly number[]): number {
  const { users } = state;
  const load = new Map(candidates.map((index) => [index, 0]));
  for (let user = 0; user < users.count; user++)
    for (const index of [users.home[user]!, users.pendingHome[user]!])
      if (load.has(index)) load.set(index, load.get(index)! + 1);
  let best = -1;
  for (const index of candidates) if (best < 0 || load.get(index)! < load.get(best)!) best = index;
  return best;
}

/** True if the node's Sync Agent can assign users now. */
export function canAssign(node: NodeState): boolean {
  return node.platform === 'up' && node.services[SYNC_AGENT]!.status === 'started';
}

/** Assigns a user to the node whose turn it is, or keeps the turn until that node's Sync Agent runs [I-31]. */
export function assignByTurn(world: World, user: number, turn: number): void {
  if (turn < 0) return;
  if (canAssign(world.node(turn))) assignUser(world, user, turn);
  else world.state.users.pendingHome[user] = turn;
}

/** The node's Sync Agent has come up: it assigns the users that waited for it [I-31]. */
export function assignPending(world: World, nodeIndex: number): void {
  const { users } = world.state;
  let count = 0;
  for (let user = 0; user < users.count; user++)
    if (users.pendingHome[user] === nodeIndex) {
      assignUser(world, user, nodeIndex);
      count++;
    }
  if (count > 0)
    world.record(RECORD.users, nodeIndex, count, 0, { what: 'assigned', count } satisfies UsersDetail);
}

/** Places every user anew by a mode, as if they came in the order of their index; assigned ones at once [I-31]. */
export function reassignAll(world: World, mode: UserAssignmentMode): void {
  const { state } = world;
  const order = assignableNodes(state, mode);
  if (order.length === 0) return;
  for (let user = 0; user < state.users.count; user++) {
    const turn = order[user % order.length]!;
    if (state.users.home[user]! >= 0) assignUser(world, user, turn);
    else assignByTurn(world, user, turn);
  }
}
