/** The map's boxes and edges in the shape that the graph library draws. */
import { Position, type Edge, type Node } from '@xyflow/svelte';
import type { ShownStateId } from '../../engine';
import { stateName } from '../state-style';
import { edgeCurve, edgeLabels, type EdgeCurve, type MapEdge } from './edges';
import { MAP_STATES, type MapLayout } from './layout';

/** What a box knows. */
export interface BoxData extends Record<string, unknown> {
  readonly state: ShownStateId;
  /** Names of the nodes that show this state now. */
  readonly here: readonly string[];
  /** Whether any node has been here. */
  readonly visited: boolean;
  /** Whether the keyboard comes to this box first. */
  readonly current: boolean;
}

/** What an edge knows. */
export interface ChangeData extends Record<string, unknown> {
  readonly edge: MapEdge;
  readonly curve: EdgeCurve;
}

/** A state's box. */
export type BoxNode = Node<BoxData, 'state'>;

/** A change of state. */
export type ChangeEdge = Edge<ChangeData, 'change'>;

/** The boxes of all states; sizes and handles are given, so that nothing has to be measured. */
export function flowNodes(layout: MapLayout, dataOf: (state: ShownStateId) => BoxData): BoxNode[] {
  return MAP_STATES.map((state) => {
    const { xPx, yPx, widthPx, heightPx } = layout.boxes[state];
    const handle = { x: widthPx / 2, y: heightPx / 2, width: 1, height: 1, position: Position.Top };
    return {
      id: state,
      type: 'state',
      position: { x: xPx, y: yPx },
      width: widthPx,
      height: heightPx,
      handles: [
        { ...handle, type: 'source' },
        { ...handle, type: 'target' },
      ],
      data: dataOf(state),
    };
  });
}

/** The edges; one that is only possible is not read out. */
export function flowEdges(layout: MapLayout, edges: readonly MapEdge[]): ChangeEdge[] {
  return edges.map((edge) => ({
    id: edge.id,
    type: 'change',
    source: edge.from,
    target: edge.to,
    data: { edge, curve: edgeCurve(layout, edge.from, edge.to, edge.taken.length) },
    zIndex: edge.latest ? 2 : edge.count > 0 ? 1 : 0,
    ariaLabel: `${stateName(edge.from)} to ${stateName(edge.to)}: ${edgeLabels(edge).join(', ')}`,
    ...(edge.count === 0 ? { domAttributes: { 'aria-hidden': true } } : {}),
  }));
}
