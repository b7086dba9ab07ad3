/** Model section 8: when failover, fallback and recover are offered, and which condition fails when they are not. */
import type { GroupState, NodeState } from '../../model/state';
import { STATES } from '../../model/vocabulary';
import { isReachable, type World } from '../world';
import { refused, type Verdict } from './verdict';

const stateName = (node: NodeState): string => (node.state === null ? 'no state' : STATES[node.state].name);

function whyUnreachable(node: NodeState): string {
  if (node.platform !== 'up') return `the platform of ${node.name} is not up`;
  if (node.srm !== 'running') return `the recovery manager of ${node.name} does not run`;
  return `${node.name} cannot be reached over the network`;
}

/** Conditions that all three share: HA on, both SRMs within reach. */
function sharedVerdict(group: GroupState | null, nodes: readonly NodeState[]): Verdict {
  if (group === null) return refused(`${nodes[0]!.name} is in no presence redundancy group`);
  if (!group.highAvailability) return refused(`high availability is off in ${group.name}`);
  for (const node of nodes) if (!isReachable(node)) return refused(whyUnreachable(node));
  return null;
}

/** Whether a manual failover of this node is offered. */
export function failoverVerdict(world: World, node: NodeState): Verdict {
  const peer = world.peerOf(node);
  const shared = sharedVerdict(world.groupOf(node), peer ? [node, peer] : [node]);
  if (shared !== null) return shared;
  for (const it of [node, peer!])
    if (it.state !== 'normal')
      return refused(`both nodes must be Normal, and ${it.name} is ${stateName(it)}`);
  if (node.heard === null) return refused(`${node.name} has not heard a keep-alive of ${peer!.name} yet`);
  if (!node.heard.healthy)
    return refused(
      `${peer!.name} is not healthy, so it could not take the users: both nodes would end in failed mode`,
    );
  return null;
}

/** Whether a manual fallback to this node is offered. */
export function fallbackVerdict(world: World, node: NodeState): Verdict {
  const peer = world.peerOf(node);
  const shared = sharedVerdict(world.groupOf(node), peer ? [node, peer] : [node]);
  if (shared !== null) return shared;
  if (node.state === 'failed-over-critical-services-not-running')
    return refused(`critical services or the database of ${node.name} do not run: start them first`);
  if (node.state === 'failover-affected-services' && !node.healthy)
    return refused(`${node.name} is not healthy yet: start its services and database first`);
  if (node.state !== 'idle' && node.state !== 'failed-over' && node.state !== 'failover-affected-services')
    return refused(
      `a fallback leads back to a node that is Idle, Failed Over or Failover Affected Services, and ${node.name} is ${stateName(node)}`,
    );
  const shows = node.heard?.state;
  if (shows !== 'running-in-backup-mode' && shows !== 'backup-activated')
    return refused(
      node.heard === null
        ? `${node.name} does not hear ${peer!.name}, so it cannot know who serves the users`
        : `${peer!.name} must be Running in Backup Mode or Backup Activated, and shows ${STATES[node.heard.state].name}`,
    );
  return null;
}

/** Whether a recovery of this group is offered. */
export function recoverVerdict(world: World, group: GroupState): Verdict {
  const nodes = group.nodes.map((index) => world.node(index));
  const shared = sharedVerdict(group, nodes);
  if (shared !== null) return shared;
  for (const node of nodes)
    if (node.state !== 'running-in-failed-mode')
      return refused(`both nodes must be in Running in Failed Mode, and ${node.name} is ${stateName(node)}`);
  for (const node of nodes)
    if (node.peerLost)
      return refused(
        `${node.name} does not hear its peer: after a recovery each would take over on its own. Mend the link first`,
      );
  return null;
}
