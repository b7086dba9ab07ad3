/** What can be reached of a node, and what is to be said where it cannot. */
import type { ClusterView, NodeView } from '../../engine';

/** Why the node's own pages cannot be shown, as a sentence; empty if they can. */
export function whyOutOfReach({ name, platform, isolated }: NodeView): string {
  switch (platform) {
    case 'off':
      return `${name} is switched off.`;
    case 'shutting-down':
      return `${name} is shutting down.`;
    case 'booting':
      return `${name} is booting and does not answer yet.`;
    case 'up':
      return isolated ? `${name} cannot be reached over the network.` : '';
  }
}

/** Names of the nodes that are in no presence redundancy group. */
export function nodesWithoutGroup(view: ClusterView): readonly string[] {
  return view.nodes.filter(({ group }) => group === null).map(({ name }) => name);
}
