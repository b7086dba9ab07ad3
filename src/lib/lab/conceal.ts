import type { ClusterView } from '../../engine';
import { isStateConcealed, type ConcealOptions } from '../stage/conceal';

/** Names of the nodes whose states are hidden. */
export function hiddenNodes(view: ClusterView, conceal: ConcealOptions): readonly string[] {
  return view.groups.flatMap(({ nodes }) => nodes.filter((node) => isStateConcealed(conceal, nodes, node)));
}
