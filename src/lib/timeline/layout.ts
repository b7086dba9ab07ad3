/**
 * Where everything on the timeline stands, in CSS pixels, worked out from the data alone: Svelte only draws it.
 * Instants are milliseconds of simulated time.
 */
import { scaleLinear } from 'd3';
import type { BandView, TimelineView } from '../../engine';
import type { Span } from './span';

/** All sizes, in CSS pixels. They follow the size of the small type, so that a projector's view and large type fit too. */
export interface Metrics {
  /** Size of the type. */
  readonly fontPx: number;
  /** Width of the column of lane names beside the plot. */
  readonly gutterPx: number;
  /** Below this width there is no such column: names stand above their lanes. */
  readonly narrowPx: number;
  readonly axisPx: number;
  readonly actionRowPx: number;
  readonly bandPx: number;
  readonly laneGapPx: number;
  readonly groupGapPx: number;
  readonly nameLinePx: number;
  /** Actions nearer than this are one mark (WCAG 2.5.8 asks for 24 px). */
  readonly markPx: number;
  /** Average width of a character, on the safe side. */
  readonly characterPx: number;
}

/** The product's smallest type, in CSS pixels. */
const SMALLEST_FONT_PX = 14;

/**
 * Sizes for a size of type. What is not on the screen measures as 0, and is laid out for the smallest type: without a
 * width of characters there would be room for a tick at every millisecond.
 */
export function makeMetrics(measuredPx: number): Metrics {
  const fontPx = measuredPx > 0 ? measuredPx : SMALLEST_FONT_PX;
  const unit = fontPx / SMALLEST_FONT_PX;
  return {
    fontPx,
    gutterPx: Math.round(104 * unit),
    narrowPx: Math.round(560 * unit),
    axisPx: Math.round(27 * unit),
    actionRowPx: Math.round(28 * unit),
    bandPx: Math.round(28 * unit),
    laneGapPx: Math.round(22 * unit),
    groupGapPx: Math.round(22 * unit),
    nameLinePx: Math.round(22 * unit),
    markPx: Math.round(27 * unit),
    characterPx: 6.9 * unit,
  };
}

/** The horizontal ruler that the timeline and the charts below it share. */
export interface Ruler {
  readonly span: Span;
  readonly leftPx: number;
  readonly widthPx: number;
  /** Where an instant stands, from the left edge of the panel. */
  readonly x: (timeMs: number) => number;
  /** The instant under a place, kept within the span, in whole milliseconds. */
  readonly timeAt: (xPx: number) => number;
}

/** Makes the ruler for a panel of a given width: lane names take the left where there is room. */
export function makeRuler(panelWidthPx: number, span: Span, metrics: Metrics): Ruler {
  const leftPx = panelWidthPx >= metrics.narrowPx ? metrics.gutterPx : 0;
  const widthPx = Math.max(1, panelWidthPx - leftPx - 1);
  const scale = scaleLinear([span.fromMs, span.toMs], [leftPx, leftPx + widthPx]);
  return {
    span,
    leftPx,
    widthPx,
    x: (timeMs) => scale(timeMs),
    timeAt: (xPx) => Math.round(Math.min(span.toMs, Math.max(span.fromMs, scale.invert(xPx)))),
  };
}

/** One node's lane: its name, and how high it stands. */
export interface LaneBox {
  readonly node: string;
  readonly group: string | null;
  readonly topPx: number;
  /** Baseline of the name where it stands above the band (narrow screens), or null. */
  readonly nameAbovePx: number | null;
}

/** All lanes, and the height that they need below the axis and the row of actions. */
export interface LaneLayout {
  readonly lanes: readonly LaneBox[];
  /** Names of the groups, where there are several, above their first lanes. */
  readonly groups: readonly { readonly name: string; readonly baselinePx: number }[];
  readonly heightPx: number;
}

/** Stacks the lanes: those of one group leave room between them for keep-alives, groups stand apart. */
export function layOutLanes(lanes: TimelineView['lanes'], narrow: boolean, metrics: Metrics): LaneLayout {
  const boxes: LaneBox[] = [];
  const groups: { name: string; baselinePx: number }[] = [];
  const several = new Set(lanes.map(({ group }) => group)).size > 1;
  let top = metrics.axisPx + metrics.actionRowPx;
  let previous: TimelineView['lanes'][number] | undefined;
  for (const lane of lanes) {
    const paired = previous !== undefined && lane.group !== null && lane.group === previous.group;
    if (previous) top += paired ? metrics.laneGapPx : metrics.groupGapPx;
    else top += narrow ? 0 : 2;
    if (several && !paired) {
      groups.push({ name: lane.group ?? 'In no group', baselinePx: top + metrics.fontPx });
      top += metrics.nameLinePx;
    }
    const nameAbovePx = narrow ? top + metrics.fontPx + 1 : null;
    if (narrow) top += metrics.nameLinePx;
    boxes.push({ node: lane.node, group: lane.group, topPx: top, nameAbovePx });
    top += metrics.bandPx;
    previous = lane;
  }
  return { lanes: boxes, groups, heightPx: top + 6 };
}

/** A stretch of one state as drawn. `band` is null where the state is not to be seen. */
export interface BandBox {
  readonly key: string;
  readonly xPx: number;
  readonly widthPx: number;
  readonly band: BandView | null;
}

/** The bands of a lane that touch the span, cut to it. A concealed lane is one band that tells nothing, not even its joints. */
export function layOutBands(
  bands: readonly BandView[],
  ruler: Ruler,
  concealed: boolean,
): readonly BandBox[] {
  const { fromMs, toMs } = ruler.span;
  const seen = bands.filter((band) => band.toMs > fromMs && band.fromMs < toMs);
  const box = (key: string, startMs: number, endMs: number, band: BandView | null): BandBox => {
    const xPx = ruler.x(Math.max(startMs, fromMs));
    return { key, xPx, widthPx: Math.max(1.5, ruler.x(Math.min(endMs, toMs)) - xPx), band };
  };
  const [first] = seen;
  const last = seen.at(-1);
  if (!first || !last) return [];
  if (concealed) return [box('concealed', first.fromMs, last.toMs, null)];
  return seen.map((band) => box(`${band.fromMs}:${band.state}`, band.fromMs, band.toMs, band));
}

/** As much of a label as fits a width: all of it, its beginning with an ellipsis, or nothing. */
export function fitLabel(label: string, widthPx: number, metrics: Metrics): string {
  const room = Math.floor(widthPx / metrics.characterPx);
  if (room >= label.length) return label;
  return room >= 6 ? `${label.slice(0, room - 1).trimEnd()}…` : '';
}

/** A keep-alive as a stroke from lane to lane. A lost one stops half-way. */
export interface StrokeBox {
  readonly key: string;
  readonly x1Px: number;
  readonly y1Px: number;
  readonly x2Px: number;
  readonly y2Px: number;
  readonly lost: boolean;
}

/** Strokes closer than this would be a grey smear. */
const LEAST_STROKE_GAP_PX = 5;

/**
 * Keep-alives as slanted strokes, or none where they would stand too close to be told apart.
 *
 * @param crossingMs how long one that has not arrived is drawn to travel
 */
export function layOutKeepAlives(
  keepAlives: TimelineView['keepAlives'],
  lanes: readonly LaneBox[],
  ruler: Ruler,
  crossingMs: number,
  metrics: Metrics,
): readonly StrokeBox[] {
  const { fromMs, toMs } = ruler.span;
  const seen = keepAlives.filter(
    (one) => one.sentMs < toMs && (one.arrivedMs ?? one.sentMs + crossingMs) > fromMs,
  );
  if (seen.length * LEAST_STROKE_GAP_PX > ruler.widthPx) return [];
  const tops = new Map(lanes.map((lane) => [lane.node, lane.topPx]));
  return seen.flatMap((one, index) => {
    const from = tops.get(one.from);
    const to = tops.get(one.to);
    if (from === undefined || to === undefined) return [];
    const down = to > from;
    const y1Px = down ? from + metrics.bandPx : from;
    const y2Px = down ? to : to + metrics.bandPx;
    const { lost } = one;
    const endMs = one.arrivedMs ?? one.sentMs + (lost ? crossingMs / 2 : crossingMs);
    return [
      {
        // Two of one sender can be sent in one millisecond: the interval is up, and the state has changed.
        key: `${one.from}>${one.to}@${one.sentMs}#${index}`,
        x1Px: ruler.x(one.sentMs),
        y1Px,
        x2Px: ruler.x(endMs),
        y2Px: lost ? (y1Px + y2Px) / 2 : y2Px,
        lost,
      },
    ];
  });
}

/** Something marked on the timeline at its instant: a step, or what stands in the place of steps. */
export type TimelineMark = TimelineView['actions'][number] & {
  /** A number or letter that it is called by elsewhere. */
  readonly sign?: string;
};

/** One or more actions that stand too close to be hit apart. */
export interface ActionMark {
  readonly key: string;
  readonly xPx: number;
  readonly timeMs: number;
  readonly actions: readonly TimelineMark[];
  readonly refused: boolean;
}

/** How much wider than others a mark is that shows the first and the last of its signs. */
const SIGNED_WIDTH = 1.75;

/** Actions within the span, those that would overlap put together under the first. */
export function layOutActions(
  actions: readonly TimelineMark[],
  ruler: Ruler,
  metrics: Metrics,
): readonly ActionMark[] {
  const marks: ActionMark[] = [];
  for (const action of actions) {
    if (action.timeMs < ruler.span.fromMs || action.timeMs > ruler.span.toMs) continue;
    const xPx = ruler.x(action.timeMs);
    const last = marks.at(-1);
    const nearPx = metrics.markPx * (action.sign ? SIGNED_WIDTH : 1);
    if (last && xPx - last.xPx < nearPx) {
      marks[marks.length - 1] = {
        ...last,
        actions: [...last.actions, action],
        refused: last.refused && action.refused,
      };
    } else {
      marks.push({
        key: `${action.timeMs}:${marks.length}`,
        xPx,
        timeMs: action.timeMs,
        actions: [action],
        refused: action.refused,
      });
    }
  }
  return marks;
}

/** What a lane shows at an instant, or null where nothing has been computed. A band holds from its start up to its end. */
export function bandAt(bands: readonly BandView[], timeMs: number): BandView | null {
  return bands.findLast((band) => band.fromMs <= timeMs && timeMs <= band.toMs) ?? null;
}
