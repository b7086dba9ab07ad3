/** Steps on users and their temporary presence (guide, Redundancy Interactions and Restrictions; model, section 7). */
import { TEMPORARY_SEARCH_GAP_MS } from '../../model/parameters';
import { NEVER } from '../../kernel/time';
import { SESSION, type ClusterState, type TemporaryPresence, type UserTable } from '../../model/state';
import type { MoveUserStep, Step, TemporaryPresenceStep, UserStep } from '../../model/step';
import { TimerHeap } from '../../kernel/timer-heap';
import {
  assignableNodes,
  assignByTurn,
  assignUser,
  goOffline,
  groupOfUser,
  nodeWithFewest,
  tryLogin,
  userIndex,
} from '../users';
import type { World } from '../world';
import { failoverStateWhy, nodeInFailoverState } from './group-steps';
import { idle, refused, type Verdict } from './verdict';

/** The steps of this file. */
export type AnyUserStep = UserStep | MoveUserStep | TemporaryPresenceStep;

/** True for the steps of this file. */
export const isUserStep = (step: Step): step is AnyUserStep => 'user' in step;

const noUser = (name: string): Verdict => refused(`there is no user named ${name}`);

function moveVerdict(world: World, user: number, step: MoveUserStep): Verdict {
  const { state } = world;
  const group = state.groups.findIndex((it) => it.name === step.group);
  if (group < 0) return refused(`there is no group named ${step.group}`);
  if (state.users.home[user]! < 0) return refused(`${step.user} is assigned to no node`);
  return groupOfUser(state, user) === group ? idle(`${step.user} is already in ${step.group}`) : null;
}

/** Whether a step of this file can be done now. */
export function userStepVerdict(world: World, step: AnyUserStep): Verdict {
  const { state } = world;
  const user = userIndex(state, step.user);
  if (step.do === 'add-user') {
    if (user >= 0) return refused(`there is already a user named ${step.user}`);
    const busy = nodeInFailoverState(state);
    return busy ? refused(failoverStateWhy(busy, 'no user can be added to the cluster meanwhile')) : null;
  }
  if (user < 0) return noUser(step.user);
  switch (step.do) {
    case 'log-out':
      return state.users.session[user] === SESSION.offline ? idle(`${step.user} is not logged in`) : null;
    case 'log-in':
      if (state.users.home[user]! < 0)
        return refused(`${step.user} is assigned to no node, so there is nowhere to log in`);
      return state.users.session[user] === SESSION.online ? idle(`${step.user} is already logged in`) : null;
    case 'move-user':
      return moveVerdict(world, user, step);
    case 'search-temporary-presence':
    case 'delete-temporary-search':
    case 'subscribe-temporary-presence':
      return temporaryVerdict(state, step);
  }
}

function temporaryVerdict(state: ClusterState, step: TemporaryPresenceStep): Verdict {
  if (userIndex(state, step.watcher) < 0) return noUser(step.watcher);
  if (step.watcher === step.user) return refused('a user does not watch their own presence');
  if (step.do !== 'delete-temporary-search') return null;
  const found = subscription(state, step);
  return found && found.status !== 'none' ? null : idle(`${step.watcher} has no search for ${step.user}`);
}

function subscription(state: ClusterState, step: TemporaryPresenceStep): TemporaryPresence | undefined {
  return state.temporaryPresence.find((it) => it.watcher === step.watcher && it.user === step.user);
}

function applyTemporary(world: World, step: TemporaryPresenceStep): void {
  const { state } = world;
  let found = subscription(state, step);
  if (!found) {
    found = { watcher: step.watcher, user: step.user, status: 'none', deletedMs: -1 };
    state.temporaryPresence.push(found);
  }
  switch (step.do) {
    case 'delete-temporary-search':
      found.status = 'none';
      found.deletedMs = state.timeMs;
      break;
    case 'search-temporary-presence': {
      const tooSoon = found.deletedMs >= 0 && state.timeMs - found.deletedMs < TEMPORARY_SEARCH_GAP_MS;
      found.status = tooSoon ? 'stale' : 'valid';
      break;
    }
    case 'subscribe-temporary-presence':
      found.status = 'valid';
  }
}

/** Users are kept in columns with room to spare, so that adding one copies them seldom. */
function ensureRoom(world: World): void {
  const { users } = world.state;
  if (users.count < users.home.length) return;
  const room = Math.max(16, 2 * users.count);
  const grow = <Column extends { length: number; set(from: never, at: number): void }>(
    column: Column,
    make: (length: number) => Column,
  ): Column => {
    const larger = make(room);
    larger.set(column as never, 0);
    return larger;
  };
  users.home = grow(users.home, (length) => new Int16Array(length).fill(-1));
  users.pendingHome = grow(users.pendingHome, (length) => new Int16Array(length).fill(-1));
  users.placed = grow(users.placed, (length) => new Uint8Array(length));
  users.session = grow(users.session, (length) => new Uint8Array(length));
  users.sessionNode = grow(users.sessionNode, (length) => new Int16Array(length).fill(-1));
  users.sinceMs = grow(users.sinceMs, (length) => new Float64Array(length));
  users.tryMs = grow(users.tryMs, (length) => new Float64Array(length).fill(NEVER));
  users.waits = grow(users.waits, (length) => new Uint32Array(length));
  users.presenceHidden = grow(users.presenceHidden, (length) => new Uint8Array(length));
  world.clients = new TimerHeap(users.tryMs);
}

function addUser(world: World, name: string): void {
  ensureRoom(world);
  const { state } = world;
  const users: UserTable = state.users;
  const user = users.count++;
  users.addedNames[user] = name;
  users.sinceMs[user] = state.timeMs;
  users.unassigned++;
  const candidates = assignableNodes(state, state.parameters.userAssignmentMode);
  assignByTurn(world, user, nodeWithFewest(state, candidates));
}

function moveUser(world: World, user: number, step: MoveUserStep): void {
  const { state } = world;
  const { users, groups } = state;
  const group = groups.find((it) => it.name === step.group)!;
  const candidates =
    state.parameters.userAssignmentMode === 'active-standby' ? [group.nodes[0]!] : group.nodes;
  if (users.session[user] !== SESSION.offline) users.presenceHidden[user] = 1;
  assignUser(world, user, nodeWithFewest(state, candidates));
}

/** Does a step of this file that was found to be possible. */
export function applyUserStep(world: World, step: AnyUserStep): void {
  const user = userIndex(world.state, step.user);
  switch (step.do) {
    case 'add-user':
      return addUser(world, step.user);
    case 'log-out':
      world.state.users.presenceHidden[user] = 0;
      return goOffline(world, user);
    case 'log-in':
      return tryLogin(world, user);
    case 'move-user':
      return moveUser(world, user, step);
    default:
      return applyTemporary(world, step);
  }
}
