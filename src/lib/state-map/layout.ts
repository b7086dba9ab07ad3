/**
 * Where the states stand on the map. Left to right a failover goes on its way: start, Normal, the changes, what they lead
 * to, and what can come of that. Above the middle stands the node that gives its users up, below it the one that gets them;
 * the way home runs along the top and the bottom. A narrow map tells the same from top to bottom.
 */
import type { ShownStateId } from '../../engine';

/** Column and row on the grid of the map. */
type Cell = readonly [column: number, row: number];

const WIDE: Readonly<Record<ShownStateId, Cell>> = {
  unknown: [0, 0],
  initializing: [0, 2],
  unreachable: [0, 4],
  normal: [1, 2],
  'running-in-failed-mode': [1, 4],
  'taking-back': [2, 0],
  'failing-over': [2, 1],
  'taking-over': [2, 3],
  'falling-back': [2, 4],
  idle: [3, 0],
  'failed-over': [3, 1],
  'failed-over-critical-services-not-running': [3, 2],
  'running-in-backup-mode': [3, 3],
  'backup-activated': [4, 1],
  'failover-affected-services': [4, 3],
};

const TALL: Readonly<Record<ShownStateId, Cell>> = {
  unknown: [0, 0],
  initializing: [1, 0],
  unreachable: [2, 0],
  'running-in-failed-mode': [0, 1],
  normal: [1, 1],
  'failing-over': [0, 2],
  'taking-over': [2, 2],
  idle: [0, 3],
  'failed-over-critical-services-not-running': [1, 3],
  'running-in-backup-mode': [2, 3],
  'failed-over': [1, 4],
  'falling-back': [2, 4],
  'taking-back': [0, 5],
  'backup-activated': [1, 5],
  'failover-affected-services': [2, 5],
};

/** Every state that the map shows, in the order in which a reader meets them. */
export const MAP_STATES = Object.keys(WIDE) as readonly ShownStateId[];

/** Below this width the map goes from top to bottom. */
export const TALL_BELOW_PX = 840;

/** Where one state stands, in CSS pixels from the map's top left corner. */
export interface StateBox {
  readonly xPx: number;
  readonly yPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The whole map. */
export interface MapLayout {
  readonly tall: boolean;
  /** Size of the type against the smallest. */
  readonly unit: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly boxes: Readonly<Record<ShownStateId, StateBox>>;
}

const PADDING_PX = { wide: 14, tall: 4 };
/** Room for the graph library's name below the map. */
const BOTTOM_PX = 30;
/** Room above the first row for the name tags that stand on a box's upper edge. */
const TOP_PX = 20;

/**
 * Lays the map out in a given width. Text keeps its size: boxes and gaps take what room there is.
 *
 * @param fontPx size of the type in the boxes; 14 px is the product's smallest
 */
export function layOutMap(availablePx: number, fontPx = 14): MapLayout {
  const unit = fontPx / 14;
  const widthPx = Math.max(240, Math.round(availablePx));
  const tall = widthPx < TALL_BELOW_PX * unit;
  const paddingPx = tall ? PADDING_PX.tall : PADDING_PX.wide;
  const cells = tall ? TALL : WIDE;
  const columns = tall ? 3 : 5;
  const rows = tall ? 6 : 5;
  const gapShare = tall ? 0.12 : 0.31;
  const pitch = (widthPx - 2 * paddingPx) / (columns - gapShare);
  const boxWidthPx = Math.min(190 * unit, Math.round(pitch * (1 - gapShare)));
  const pitchX = (widthPx - 2 * paddingPx - boxWidthPx) / (columns - 1);
  const boxHeightPx = (tall ? 118 : 72) * unit;
  const pitchY = boxHeightPx + (tall ? 34 : 26) * unit;
  const boxes = Object.fromEntries(
    MAP_STATES.map((state): [ShownStateId, StateBox] => {
      const [column, row] = cells[state];
      return [
        state,
        {
          xPx: Math.round(paddingPx + column * pitchX),
          yPx: TOP_PX * unit + row * pitchY,
          widthPx: boxWidthPx,
          heightPx: boxHeightPx,
        },
      ];
    }),
  ) as Record<ShownStateId, StateBox>;
  return {
    tall,
    unit,
    widthPx,
    heightPx: TOP_PX * unit + (rows - 1) * pitchY + boxHeightPx + BOTTOM_PX * unit,
    boxes,
  };
}

/** The state that arrow keys lead to: the nearest one that lies more that way than aside, or null at the border. */
export function stateTowards(
  layout: MapLayout,
  from: ShownStateId,
  direction: 'left' | 'right' | 'up' | 'down',
): ShownStateId | null {
  const start = centreOf(layout.boxes[from]);
  let best: { state: ShownStateId; cost: number } | null = null;
  for (const state of MAP_STATES) {
    const end = centreOf(layout.boxes[state]);
    const dx = end.x - start.x;
    const dy = end.y - start.y;
    const along = { left: -dx, right: dx, up: -dy, down: dy }[direction];
    const aside = direction === 'left' || direction === 'right' ? Math.abs(dy) : Math.abs(dx);
    if (along <= 1) continue;
    const cost = along + 2 * aside;
    if (!best || cost < best.cost) best = { state, cost };
  }
  return best?.state ?? null;
}

/** The middle of a box. */
export function centreOf(box: StateBox): { readonly x: number; readonly y: number } {
  return { x: box.xPx + box.widthPx / 2, y: box.yPx + box.heightPx / 2 };
}
