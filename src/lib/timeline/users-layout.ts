/**
 * The geometry of the chart of users over time: three stacked step areas, and a line for what it has cost so far.
 */
import { scaleLinear } from 'd3';
import type { TimelineView } from '../../engine';
import type { Ruler } from './layout';

/** One sample; it holds until the next. */
export type UserSample = TimelineView['users'][number];

/** The layers from the bottom up. */
export const USER_LAYERS = ['online', 'waiting', 'offline'] as const;

/** One layer of the stack. */
export type UserLayer = (typeof USER_LAYERS)[number];

/** The chart's shapes as SVG path data; empty where there is nothing to draw. */
export interface UsersShapes {
  readonly layers: Readonly<Record<UserLayer, string>>;
  /** The line above all layers. */
  readonly top: string;
  readonly cost: string;
  readonly total: number;
  readonly maxUserMinutes: number;
}

/** The sample that holds at an instant, or null before the first. */
export function sampleAt(samples: readonly UserSample[], timeMs: number): UserSample | null {
  let low = 0;
  let high = samples.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((samples[middle]?.timeMs ?? Infinity) <= timeMs) low = middle + 1;
    else high = middle;
  }
  return samples[low - 1] ?? null;
}

/** The cost at an instant: it grows evenly between two samples, since nobody's session changes there. */
export function costAt(samples: readonly UserSample[], timeMs: number): number {
  const before = sampleAt(samples, timeMs);
  if (!before) return 0;
  const after = samples[samples.indexOf(before) + 1];
  if (!after || after.timeMs === before.timeMs) return before.userMinutes;
  const share = (timeMs - before.timeMs) / (after.timeMs - before.timeMs);
  return before.userMinutes + share * (after.userMinutes - before.userMinutes);
}

const foot = (sample: UserSample, layer: UserLayer): number =>
  layer === 'online' ? 0 : layer === 'waiting' ? sample.online : sample.online + sample.waiting;

/**
 * Makes the shapes of the samples that the ruler's span shows; the last one holds up to `untilMs`.
 *
 * @param stack top and bottom of the stacked areas, in pixels
 * @param cost top and bottom of the cost line, in pixels
 */
export function layOutUsers(
  samples: readonly UserSample[],
  ruler: Ruler,
  untilMs: number,
  stack: { readonly topPx: number; readonly bottomPx: number },
  cost: { readonly topPx: number; readonly bottomPx: number },
): UsersShapes {
  const { fromMs, toMs } = ruler.span;
  const endMs = Math.min(untilMs, toMs);
  const first = sampleAt(samples, fromMs);
  const within = samples.filter((one) => one.timeMs > fromMs && one.timeMs <= endMs);
  const held = first
    ? [{ ...first, timeMs: fromMs, userMinutes: costAt(samples, fromMs) }, ...within]
    : within;
  const last = held.at(-1);
  const drawn = last
    ? [...held, { ...last, timeMs: Math.max(endMs, last.timeMs), userMinutes: costAt(samples, endMs) }]
    : [];

  const total = Math.max(0, ...drawn.map((one) => one.online + one.waiting + one.offline));
  const maxUserMinutes = Math.max(0, ...samples.map((one) => one.userMinutes));
  const y = scaleLinear([0, Math.max(1, total)], [stack.bottomPx, stack.topPx]);
  const costY = scaleLinear([0, Math.max(1, maxUserMinutes)], [cost.bottomPx, cost.topPx]);
  const xs = drawn.map((one) => ruler.x(one.timeMs));
  const edge = (above: (one: UserSample) => number): readonly number[] => drawn.map((one) => y(above(one)));
  const shape = (layer: UserLayer): string =>
    stepArea(
      xs,
      edge((one) => foot(one, layer)),
      edge((one) => foot(one, layer) + one[layer]),
    );
  return {
    layers: { online: shape('online'), waiting: shape('waiting'), offline: shape('offline') },
    top: stepLine(
      xs,
      edge((one) => one.online + one.waiting + one.offline),
    ),
    cost: straightLine(
      xs,
      drawn.map((one) => costY(one.userMinutes)),
    ),
    total,
    maxUserMinutes,
  };
}

/*
 * Path data by hand: d3's shapes bring every curve they know with them, which is more than the rest of the chart weighs.
 */

/** A number in path data: to a thousandth of a pixel. */
const px = (value: number): string => String(Math.round(value * 1000) / 1000);

const point = (x: number, y: number): string => `${px(x)},${px(y)}`;

/** A line through points. */
function straightLine(xs: readonly number[], ys: readonly number[]): string {
  return xs.length === 0 ? '' : `M${xs.map((x, index) => point(x, ys[index] ?? 0)).join('L')}`;
}

/** The corners of a line that holds each height until the next point. */
function stepCorners(xs: readonly number[], ys: readonly number[]): readonly string[] {
  return xs.flatMap((x, index) => {
    const before = ys[index - 1];
    const corner = point(x, ys[index] ?? 0);
    return before === undefined ? [corner] : [point(x, before), corner];
  });
}

/** A line that holds each height until the next point. */
function stepLine(xs: readonly number[], ys: readonly number[]): string {
  return xs.length === 0 ? '' : `M${stepCorners(xs, ys).join('L')}`;
}

/** The area between two such lines. */
function stepArea(xs: readonly number[], lows: readonly number[], highs: readonly number[]): string {
  return xs.length === 0
    ? ''
    : `M${[...stepCorners(xs, highs), ...stepCorners(xs, lows).toReversed()].join('L')}Z`;
}
