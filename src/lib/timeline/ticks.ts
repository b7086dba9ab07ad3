/** Ticks of a time axis at steps that a clock would have: no 2.5 minutes, no 20,000 seconds. */
import { formatExactInstant, formatInstant } from '../format';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const STEPS_MS: readonly number[] = [
  1, 2, 5, 10, 20, 50, 100, 200, 500,
  SECOND, 2 * SECOND, 5 * SECOND, 15 * SECOND, 30 * SECOND,
  MINUTE, 2 * MINUTE, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE,
  HOUR, 2 * HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR, 48 * HOUR, 168 * HOUR,
]; // prettier-ignore

/** The smallest step that puts at most `maxCount` ticks on a span of `lengthMs`. */
export function tickStepMs(lengthMs: number, maxCount: number): number {
  const least = lengthMs / Math.max(1, maxCount);
  return STEPS_MS.find((step) => step >= least) ?? Math.ceil(least / (168 * HOUR)) * 168 * HOUR;
}

/** Instants of the ticks on a span, ends included, in order. */
export function timeTicks(fromMs: number, toMs: number, maxCount: number): readonly number[] {
  const step = tickStepMs(toMs - fromMs, maxCount);
  const ticks: number[] = [];
  for (let at = Math.ceil(fromMs / step) * step; at <= toMs; at += step) ticks.push(at);
  return ticks;
}

/** A tick as short as its step allows: `0:30`, `1:02:00`, `0:01.250`. */
export function tickLabel(timeMs: number, stepMs: number): string {
  return stepMs < SECOND ? formatExactInstant(timeMs) : formatInstant(timeMs);
}
