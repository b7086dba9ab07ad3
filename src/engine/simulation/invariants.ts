/** Section 10 of the model, checked while a run goes on. What is found is a bug of the engine, never of the user. */
import { SESSION, type ClusterState, type NodeState } from '../model/state';
import { STATES } from '../model/vocabulary';
import { claimsUsers } from '../rules/world';

/** A breach of section 10. */
export interface Violation {
  readonly invariant: '10.1' | '10.2' | '10.3' | '10.5' | '10.6' | 'rules';
  readonly timeMs: number;
  readonly what: string;
}

/** Cheap checks of 10.1 to 10.3, for every event; returns what is wrong, or null. */
export function checkEvent(state: ClusterState): Omit<Violation, 'timeMs'> | null {
  const { users, groups, nodes } = state;
  if (users.online + users.waiting > users.count - users.unassigned)
    return { invariant: '10.2', what: 'more users have clients than are assigned' };
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i]!;
    if (group.splitBrain) continue;
    if (group.usersOnBoth > 0)
      return {
        invariant: '10.1',
        what: `${group.usersOnBoth} users of ${group.name} are placed on two nodes without a split brain`,
      };
    if (
      group.nodes.length === 2 &&
      nodes[group.nodes[0]!]!.state === 'running-in-backup-mode' &&
      nodes[group.nodes[1]!]!.state === 'running-in-backup-mode' &&
      claimsUsers(nodes[group.nodes[0]!]!) &&
      claimsUsers(nodes[group.nodes[1]!]!)
    )
      return {
        invariant: '10.3',
        what: `both nodes of ${group.name} run in backup mode without a split brain`,
      };
  }
  return null;
}

/** Thorough checks of 10.1 and 10.2, user by user, for when a snapshot is taken. */
export function checkUsers(state: ClusterState): Omit<Violation, 'timeMs'> | null {
  const { users } = state;
  let online = 0;
  let waiting = 0;
  let unassigned = 0;
  for (let user = 0; user < users.count; user++) {
    const home = users.home[user]!;
    const session = users.session[user]!;
    if (home < 0) unassigned++;
    if (session === SESSION.online) online++;
    if (session === SESSION.waiting) waiting++;
    if (home >= 0 && users.placed[user] === 0)
      return { invariant: '10.1', what: `user ${user + 1} is assigned and served by no node` };
    if (home < 0 && (users.placed[user] !== 0 || session !== SESSION.offline))
      return { invariant: '10.1', what: `user ${user + 1} is assigned to no node and yet served` };
    if (session === SESSION.waiting && !(users.tryMs[user]! >= state.timeMs))
      return { invariant: '10.2', what: `user ${user + 1} waits and will never try again` };
  }
  if (online !== users.online || waiting !== users.waiting || unassigned !== users.unassigned)
    return {
      invariant: '10.2',
      what: `counted ${online} online, ${waiting} waiting, ${unassigned} unassigned; kept ${users.online}, ${users.waiting}, ${users.unassigned}`,
    };
  return null;
}

/**
 * The longest that a node can be in a transition state without anything being done to the cluster [10.5]. News reaches the
 * other side within a keep-alive time-out, or the peer counts as lost; a transition has at most a handful of phases, each
 * bounded by a duration, a delay or one of these time-outs.
 *
 * @returns milliseconds
 */
export function transitionBoundMs(state: ClusterState): number {
  const { parameters, durations, users, groups } = state;
  const factor = state.multipleDeviceMessaging ? 2 : 1;
  const latency = Math.max(0, ...groups.map((group) => group.latencyMs));
  const news =
    factor * Math.max(parameters.keepAliveTimeoutMs, parameters.initializationKeepAliveTimeoutMs) + latency;
  const phases =
    factor * (durations.stopServices + durations.moveUsers + users.count) +
    durations.moveUsers +
    users.count +
    2 * durations.startServices +
    durations.srmStop +
    durations.srmStart;
  return (
    4 * news + phases + 2 * factor * parameters.criticalServiceDelayMs + 4 * parameters.keepAliveIntervalMs
  );
}

/** True if the node should leave its state by itself and is in a position to. */
export const isInTransition = (node: NodeState): boolean =>
  node.watching && node.state !== null && STATES[node.state].kind === 'transition';
