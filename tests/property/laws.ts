/**
 * Section 10 of the model, written a second time from the raw state: nothing here asks the engine's own checks, counts or
 * helpers, so that a mistake of theirs cannot hide itself.
 */
import type { ClusterState, NodeState } from '../../src/engine';

const OFFLINE = 0;
const ONLINE = 1;
const WAITING = 2;

const CLAIMING = new Set([
  'normal',
  'running-in-backup-mode',
  'taking-over',
  'backup-activated',
  'taking-back',
  'falling-back',
  'unknown',
]);

const TRANSITIONS = new Set(['initializing', 'taking-over', 'failing-over', 'falling-back', 'taking-back']);

const claims = (node: NodeState): boolean =>
  node.platform === 'up' && node.srm === 'running' && CLAIMING.has(String(node.state));

const serves = (node: NodeState): boolean =>
  node.state === 'running-in-backup-mode' || node.state === 'backup-activated';

/** Whether the state shows a split brain, by section 6. */
function isSplit(state: ClusterState, groupIndex: number, anyOnBoth: boolean): boolean {
  const group = state.groups[groupIndex]!;
  if (!group.highAvailability || group.nodes.length < 2) return false;
  const [one, other] = group.nodes.map((index) => state.nodes[index]!) as [NodeState, NodeState];
  if (!claims(one) || !claims(other)) return false;
  const against = (mine: NodeState, theirs: NodeState) =>
    serves(mine) && (serves(theirs) || theirs.state === 'taking-over' || theirs.state === 'normal');
  return anyOnBoth || against(one, other) || against(other, one);
}

/** What is wrong with a state by 10.1 to 10.3 and the definitions they rest on; null if nothing. */
export function brokenLaw(state: ClusterState): string | null {
  const { users, nodes, groups } = state;
  const onBoth = groups.map(() => 0);
  const online = nodes.map(() => 0);
  const count = { offline: 0, online: 0, waiting: 0, unassigned: 0 };
  for (let user = 0; user < users.count; user++) {
    const name = `user ${user + 1}`;
    const home = users.home[user]!;
    const placed = users.placed[user]!;
    const session = users.session[user]!;
    const on = users.sessionNode[user]!;
    if (session === OFFLINE) count.offline++;
    else if (session === ONLINE) count.online++;
    else if (session === WAITING) count.waiting++;
    else return `10.2: ${name} has a session that is none`;
    if (session === WAITING && !(users.tryMs[user]! >= state.timeMs && users.tryMs[user]! < Infinity))
      return `10.2: ${name} waits for ever`;
    if (session !== WAITING && users.tryMs[user] !== Infinity)
      return `10.2: ${name} does not wait, and yet will try`;
    if (home < 0) {
      count.unassigned++;
      if (placed !== 0 || session !== OFFLINE) return `10.1: ${name} is unassigned and yet served`;
      continue;
    }
    const groupIndex = groups.findIndex((group) => group.nodes.includes(home));
    if (groupIndex < 0) return `10.1: ${name} is at home on a node of no group`;
    const group = groups[groupIndex]!;
    const servers = group.nodes.filter((_, place) => ((placed >> place) & 1) === 1);
    if (servers.length === 0) return `10.1: ${name} is served by no node`;
    if (servers.length === 2) onBoth[groupIndex] = onBoth[groupIndex]! + 1;
    if (session === ONLINE) {
      if (on < 0) return `10.2: ${name} is online nowhere`;
      online[on] = online[on]! + 1;
      if (!servers.includes(on))
        return `7: ${name} is online on ${nodes[on]!.name}, which does not serve them`;
      const node = nodes[on]!;
      if (node.platform !== 'up') return `7: ${name} is online on ${node.name}, whose platform is down`;
      if (node.isolated) return `7: ${name} is online on ${node.name}, which nobody reaches`;
      if (node.services[2]!.status !== 'started')
        return `7: ${name} is online on ${node.name}, whose Cisco XCP Router does not run`;
      if (node.released && node.state === 'failing-over')
        return `7: ${name} is online on ${node.name}, which has released its users`;
    }
  }
  if (
    count.online !== users.online ||
    count.waiting !== users.waiting ||
    count.unassigned !== users.unassigned
  )
    return '10.2: the counts kept of users are not those of the users';
  if (count.online + count.waiting + count.offline !== users.count) return '10.2: a user is lost';
  for (const node of nodes)
    if (node.online !== online[node.index]) return `10.2: ${node.name} counts sessions that it has not`;
  for (const [index, group] of groups.entries()) {
    const split = isSplit(state, index, onBoth[index]! > 0);
    if (group.splitBrain !== split)
      return `6: the split brain of ${group.name} is ${split ? 'not flagged' : 'flagged, and there is none'}`;
    if (group.usersOnBoth !== onBoth[index])
      return `10.1: ${group.name} miscounts users placed on both nodes`;
    if (split) continue;
    if (onBoth[index] > 0) return `10.1: users of ${group.name} are served by two nodes`;
    const shown = group.nodes.map((it) => nodes[it]!.shownState);
    if (shown.length === 2 && shown.every((it) => it === 'running-in-backup-mode'))
      return `10.3: both nodes of ${group.name} run in backup mode`;
  }
  for (const node of nodes) {
    const healthy = node.databaseUp && node.services.every((service) => service.status === 'started');
    if (node.healthy !== healthy) return `1: ${node.name} is wrong about its health`;
    if (node.online > 0 && node.state === null && node.srm === 'running') return `${node.name} has no state`;
    if (node.srm === 'running' && node.state === null) return `5.3: ${node.name} runs without a state`;
  }
  return null;
}

/** Names of the nodes whose recovery manager works and which are in a state that must end by itself. */
export function nodesInTransition(state: ClusterState): string[] {
  return state.nodes
    .filter((node) => node.srm === 'running' && TRANSITIONS.has(String(node.state)))
    .map((node) => node.name);
}

/**
 * The longest stay in one transition state while nothing is done to the cluster, from the parameters alone: a service
 * start, a stop or a move (twice as long with Multiple Device Messaging), a wait for news of the peer or for its loss, a
 * wait while the peer itself goes through the like, and two intervals for states that do not fit.
 */
export function longestTransitionMs(state: ClusterState): number {
  const { parameters, durations } = state;
  const factor = state.multipleDeviceMessaging ? 2 : 1;
  const latency = Math.max(0, ...state.groups.map((group) => group.latencyMs));
  const silence =
    factor * Math.max(parameters.keepAliveTimeoutMs, parameters.initializationKeepAliveTimeoutMs);
  const work =
    durations.startServices +
    factor * (durations.stopServices + 2 * (durations.moveUsers + state.users.count)) +
    factor * parameters.criticalServiceDelayMs;
  return 3 * (silence + work) + 4 * parameters.keepAliveIntervalMs + 4 * latency;
}
