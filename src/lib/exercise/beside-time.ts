/** Time of two runs that are compared: the one that was shown, and the one that a wrong cause would have shown. */
import type { Setting } from '../../course/setting';

/** Lead before the two runs part, in seconds: enough to see that they were alike. */
const LEAD_SECONDS = 10;

interface FileWithSteps {
  readonly steps?: readonly { readonly at: number }[];
}

const stepsOf = ({ scenario }: Setting) => (scenario as FileWithSteps).steps ?? [];

/**
 * Instant of the other run that stands beside an instant of the shown one, in milliseconds of the runs: the same, until
 * either has come to what is compared; from there on the compared instants stand beside each other.
 */
export function besideMs(timeMs: number, shownMs: number, otherMs: number): number {
  return timeMs < shownMs ? Math.min(timeMs, otherMs) : otherMs + timeMs - shownMs;
}

/** Where two runs are worth watching from, in seconds: a little before the first step that only one of them has. */
export function watchedFromSeconds(shown: Setting, other: Setting): number {
  const [ours, theirs] = [stepsOf(shown), stepsOf(other)];
  const place = ours.findIndex((step, index) => JSON.stringify(step) !== JSON.stringify(theirs[index]));
  const parted = [ours[place < 0 ? ours.length : place], theirs[place < 0 ? ours.length : place]];
  const first = Math.min(...parted.map((step) => step?.at ?? Infinity), shown.atSeconds, other.atSeconds);
  return Math.max(0, first - LEAD_SECONDS);
}
