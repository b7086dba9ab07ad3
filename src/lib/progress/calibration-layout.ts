/** Where the lines of the calibration chart run. Plain computation: the page draws, its script fills in. */
import { area, curveMonotoneX, line, scaleLinear } from 'd3';
import type { CalibrationPoint } from '../../course/record/calibration';

/** The chart's own units; it is stretched to the room there is. */
export const CHART = { width: 640, height: 220 } as const;

/** Shares that are marked on the upright axis. */
export const SHARE_TICKS = [0, 0.25, 0.5, 0.75, 1] as const;

const y = scaleLinear([0, 1], [CHART.height, 0]);

/** How far down a share lies, in percent of the chart's height. */
export const downPercent = (share: number): number => (100 * y(share)) / CHART.height;

/** Paths of the chart, empty where there is nothing to draw. */
export interface CalibrationPaths {
  readonly confidence: string;
  readonly right: string;
  /** What lies between the two. */
  readonly between: string;
}

/** @param course one point for each prediction, in order; a single one is drawn as a level line */
export function layOutCalibration(course: readonly CalibrationPoint[]): CalibrationPaths {
  const points = course.length === 1 ? [...course, ...course] : course;
  const x = scaleLinear([0, Math.max(1, points.length - 1)], [0, CHART.width]);
  const at = (_: CalibrationPoint, index: number) => x(index);
  const lineOf = (share: (point: CalibrationPoint) => number) =>
    line<CalibrationPoint>(at, (point) => y(share(point))).curve(curveMonotoneX)(points) ?? '';
  const between = area<CalibrationPoint>(
    at,
    ({ confidence }) => y(confidence),
    ({ right }) => y(right),
  ).curve(curveMonotoneX);
  return {
    confidence: lineOf(({ confidence }) => confidence),
    right: lineOf(({ right }) => right),
    between: between(points) ?? '',
  };
}
