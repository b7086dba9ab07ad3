/** What everybody who shows a cluster looks up in it. */
import type { ClusterView, GroupView, NodeView } from '../engine';

/** A node by its name, or undefined. */
export function nodeNamed(view: ClusterView, name: string | undefined): NodeView | undefined {
  return view.nodes.find((node) => node.name === name);
}

/** The nodes of a group, in its order. */
export function nodesOf(view: ClusterView, { nodes }: Pick<GroupView, 'nodes'>): readonly NodeView[] {
  return nodes.flatMap((name) => nodeNamed(view, name) ?? []);
}
