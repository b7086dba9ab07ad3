/**
 * The geometry of the chart of users over time: three stacked step areas, and a line for what it has cost so far.
 */
import { area, curveStepAfter, line, scaleLinear } from 'd3';
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
  const shape = (layer: UserLayer): string =>
    area<UserSample>()
      .x((one) => ruler.x(one.timeMs))
      .y0((one) => y(foot(one, layer)))
      .y1((one) => y(foot(one, layer) + one[layer]))
      .curve(curveStepAfter)(drawn) ?? '';
  const topLine = line<UserSample>()
    .x((one) => ruler.x(one.timeMs))
    .y((one) => y(one.online + one.waiting + one.offline))
    .curve(curveStepAfter)(drawn);
  const costLine = line<UserSample>()
    .x((one) => ruler.x(one.timeMs))
    .y((one) => costY(one.userMinutes))(drawn);
  return {
    layers: { online: shape('online'), waiting: shape('waiting'), offline: shape('offline') },
    top: topLine ?? '',
    cost: costLine ?? '',
    total,
    maxUserMinutes,
  };
}
