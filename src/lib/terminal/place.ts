/** Where a command is given: on which node, of which cluster, at which instant; and what can be asked of that. */
import type { ClusterView, GroupView, NodeView } from '../../engine';
import { nodeNamed } from '../cluster';
import type { ReplicationCheck } from './replication-check';

/** Where a command is given. */
export interface Place {
  readonly view: ClusterView;
  /** The playhead, milliseconds of simulated time. */
  readonly timeMs: number;
  /** Name of the node whose command line it is. */
  readonly node: string;
  /** Status checks of replication that were started, oldest first. */
  readonly checks: readonly ReplicationCheck[];
}

/** The node that the command line is of; it is there as long as the session is. */
export const ownNode = ({ view, node }: Place): NodeView => nodeNamed(view, node)!;

/** The group of a node, or undefined. */
export const groupOf = (view: ClusterView, node: string): GroupView | undefined =>
  view.groups.find(({ nodes }) => nodes.includes(node));

/** Nodes that share a database publisher with the place's own, in the order of the cluster. */
export function replicationNodes(place: Place): readonly NodeView[] {
  const { databasePublisher } = ownNode(place);
  return place.view.nodes.filter((node) => node.databasePublisher === databasePublisher);
}

/** True when one node can be reached from another over the network. */
export function reaches(view: ClusterView, from: string, to: string): boolean {
  if (from === to) return true;
  const ends = [nodeNamed(view, from), nodeNamed(view, to)];
  if (!ends.every((node) => node?.platform === 'up' && !node.isolated)) return false;
  const group = groupOf(view, from);
  return !(group?.nodes.includes(to) && group.link?.up === false);
}

/** Address of a node. The model has none: they count up, in the order of the cluster. */
export function addressOf(view: ClusterView, name: string): string {
  const place = view.nodes.findIndex((node) => node.name === name) + 1;
  return `10.0.${Math.floor(place / 250)}.${place % 250}`;
}
