/** What makes two instants of a run different, for who decides what to do next. */
import type { ClusterState, GroupState, NodeState } from '../../engine';

/** What can be seen of a node, and what of its knowledge decides over what is offered. */
function nodeSeen(node: NodeState): string {
  let sign = `${node.platform},${node.srm},${node.shownState},${node.shownReason},${node.databaseUp},${node.isolated},${node.replication}`;
  for (const { status } of node.services) sign += `,${status}`;
  const { heard } = node;
  return heard ? `${sign},${heard.state},${heard.healthy},${node.peerLost}` : `${sign},,,${node.peerLost}`;
}

const groupSeen = (group: GroupState): string =>
  `${group.highAvailability},${group.linkUp},${group.splitBrain},${group.awaitsSrmStart.join()}`;

/** What an administrator sees of a cluster, users left out: when it changes there is something to decide. */
export function seenSign(state: ClusterState): string {
  let sign = '';
  for (const node of state.nodes) sign += `${nodeSeen(node)};`;
  for (const group of state.groups) sign += `${groupSeen(group)};`;
  return sign;
}

function nodeHidden(node: NodeState): string {
  let sign = `${node.state},${node.reason},${node.manual},${node.phase},${node.released},${node.recovering},${node.userMoveFault},${node.replicationOperation},${node.bootAfterShutdown},${node.srmStartAfterStop}`;
  for (const { broken } of node.services) sign += broken ? '1' : '0';
  return sign;
}

/** Where users are assigned and placed, who is logged out, and what is shown of them. */
function usersSign({ users, temporaryPresence }: ClusterState): string {
  let hash = 0;
  for (let user = 0; user < users.count; user++) {
    const lot = `${users.home[user]},${users.placed[user]},${users.session[user] === 0},${users.presenceHidden[user]}`;
    for (let at = 0; at < lot.length; at++) hash = (Math.imul(hash, 31) + lot.charCodeAt(at)) | 0;
  }
  const presence = temporaryPresence.map(({ watcher, user, status }) => `${watcher},${user},${status}`);
  return `${users.count},${hash};${presence.join(';')}`;
}

/** Everything but instants and counts: equal for states from which the same can be done. */
export function situationSign(state: ClusterState): string {
  let sign = `${seenSign(state)}|${Object.values(state.parameters).join()},${state.multipleDeviceMessaging};`;
  for (const node of state.nodes) sign += `${nodeHidden(node)};`;
  for (const { nodes } of state.groups) {
    const [one, other] = nodes.map((index) => state.nodes[index]!.tookOverAtMs);
    sign += other === undefined ? '-' : String(Math.sign(one! - other));
  }
  return `${sign}|${usersSign(state)}`;
}
