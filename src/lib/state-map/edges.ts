/**
 * Which edges the map draws and along which curve. Edges of several nodes between the same two states become one,
 * which says who took it and how often.
 */
import type { ShownStateId, StateEdgeView } from '../../engine';
import { centreOf, type MapLayout, type StateBox } from './layout';

/** A change of state that can come about. */
export interface KnownEdge {
  readonly from: ShownStateId;
  readonly to: ShownStateId;
}

/** One edge of the map. */
export interface MapEdge {
  readonly id: string;
  readonly from: ShownStateId;
  readonly to: ShownStateId;
  /** How often each node took it, in the order in which they are listed; empty for an edge that is only possible. */
  readonly taken: readonly { readonly node: string; readonly count: number }[];
  readonly count: number;
  readonly lastMs: number | null;
  /** True when it is the last change of at least one node. */
  readonly latest: boolean;
  /** True when it has not been taken and leaves a state in which a node is: what may come next. */
  readonly next: boolean;
}

/**
 * Puts taken and possible edges together, possible ones first so that taken ones are drawn above them.
 *
 * @param occupied states in which a node is now
 */
export function mergeEdges(
  taken: readonly StateEdgeView[],
  known: readonly KnownEdge[],
  occupied: readonly ShownStateId[] = [],
): readonly MapEdge[] {
  const lastOf = new Map<string, number>();
  for (const edge of taken) lastOf.set(edge.node, Math.max(lastOf.get(edge.node) ?? -1, edge.lastMs));
  const merged = new Map<string, MapEdge>();
  const idOf = (from: ShownStateId, to: ShownStateId): string => `${from}>${to}`;
  for (const { from, to } of known) {
    if (from === to) continue;
    const id = idOf(from, to);
    merged.set(id, {
      id,
      from,
      to,
      taken: [],
      count: 0,
      lastMs: null,
      latest: false,
      next: occupied.includes(from),
    });
  }
  for (const edge of taken) {
    if (edge.from === edge.to) continue;
    const id = idOf(edge.from, edge.to);
    const before = merged.get(id);
    merged.set(id, {
      id,
      from: edge.from,
      to: edge.to,
      taken: [...(before?.taken ?? []), { node: edge.node, count: edge.count }],
      count: (before?.count ?? 0) + edge.count,
      lastMs: Math.max(before?.lastMs ?? -1, edge.lastMs),
      latest: (before?.latest ?? false) || lastOf.get(edge.node) === edge.lastMs,
      next: false,
    });
  }
  return [...merged.values()].sort((a, b) => (a.lastMs ?? -1) - (b.lastMs ?? -1));
}

/** Who took an edge, a node each: `imp1`, `imp1 ×3`. */
export function edgeLabels(edge: MapEdge): readonly string[] {
  return edge.taken.map(({ node, count }) => (count > 1 ? `${node} ×${count}` : node));
}

/** Width of an edge's line: it grows slowly with the count. */
export function edgeWidthPx(edge: MapEdge): number {
  if (edge.count === 0) return 1;
  return Math.min(6, 1.75 + Math.log2(edge.count) * 0.75) + (edge.latest ? 0.75 : 0);
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** An edge's curve and its arrow head as SVG path data, and where its label stands. */
export interface EdgeCurve {
  readonly path: string;
  readonly head: string;
  readonly label: Point;
}

/** How far the line stays away from the boxes at its ends. */
const END_GAP_PX = 3;
const HEAD_LENGTH_PX = 9;
const HEAD_HALF_PX = 5;
/** How far a label stands beside its line: half of a usual one's width and height. */
const LABEL_LINE_PX = 18;
const LABEL_ASIDE_PX = { x: 30, y: 12 };

/** Where the line from a box's middle towards a point leaves the box. */
function borderPoint(box: StateBox, towards: Point, gapPx: number): Point {
  const centre = centreOf(box);
  const dx = towards.x - centre.x;
  const dy = towards.y - centre.y;
  const reachX = dx === 0 ? Infinity : (box.widthPx / 2 + gapPx) / Math.abs(dx);
  const reachY = dy === 0 ? Infinity : (box.heightPx / 2 + gapPx) / Math.abs(dy);
  const share = Math.min(reachX, reachY, 1);
  return { x: centre.x + dx * share, y: centre.y + dy * share };
}

const round = (value: number): number => Math.round(value * 10) / 10;

/**
 * The curve from one state to another: it bows to its own right, so that the way there and the way back stay apart,
 * and the more so the farther it goes, to pass beside what stands between.
 *
 * @param labelLines lines of the label, which stands beside the curve
 */
export function edgeCurve(
  layout: MapLayout,
  from: ShownStateId,
  to: ShownStateId,
  labelLines = 1,
): EdgeCurve {
  const start = layout.boxes[from];
  const end = layout.boxes[to];
  const a = centreOf(start);
  const b = centreOf(end);
  const distance = Math.hypot(b.x - a.x, b.y - a.y);
  const bowPx = 10 + distance * 0.12;
  const middle = {
    x: (a.x + b.x) / 2 - ((b.y - a.y) / distance) * bowPx,
    y: (a.y + b.y) / 2 + ((b.x - a.x) / distance) * bowPx,
  };
  const p = borderPoint(start, middle, END_GAP_PX);
  const tip = borderPoint(end, middle, END_GAP_PX);
  const length = Math.hypot(tip.x - middle.x, tip.y - middle.y);
  const along = { x: (tip.x - middle.x) / length, y: (tip.y - middle.y) / length };
  const q = { x: tip.x - along.x * HEAD_LENGTH_PX, y: tip.y - along.y * HEAD_LENGTH_PX };
  const aside = { x: -along.y * HEAD_HALF_PX, y: along.x * HEAD_HALF_PX };
  const point = (at: Point): string => `${round(at.x)},${round(at.y)}`;
  return {
    head: `M${point(tip)} L${point({ x: q.x + aside.x, y: q.y + aside.y })} L${point({ x: q.x - aside.x, y: q.y - aside.y })}Z`,
    path: `M${point(p)} Q${point(middle)} ${point(q)}`,
    label: {
      x: round((p.x + 2 * middle.x + q.x) / 4 - ((b.y - a.y) / distance) * LABEL_ASIDE_PX.x * layout.unit),
      y: round(
        (p.y + 2 * middle.y + q.y) / 4 +
          ((b.x - a.x) / distance) *
            (LABEL_ASIDE_PX.y + (LABEL_LINE_PX * (labelLines - 1)) / 2) *
            layout.unit,
      ),
    },
  };
}
