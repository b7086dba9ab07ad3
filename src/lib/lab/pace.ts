/**
 * How fast model time passes while the lab plays. A keep-alive crosses in 20 ms and comes every 15 s, so no one speed
 * shows both: at slow speeds playback slows further while a message is on its way. How fast time passes at an instant
 * depends on that instant, the chosen speed and the messages then in flight, on nothing else.
 */

/** Least wall time that a crossing takes where playback slows for it. */
export const CROSSING_MS = 800;

/** Playback slows for messages below this many times real time. */
export const SLOWS_BELOW_SPEED = 20;

/** Speeds to choose from, as multiples of real time. */
export const SPEEDS = [
  1 / 20, 1 / 10, 1 / 4, 1 / 2, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000,
] as const; // prettier-ignore

/** A message on its way, from the first of these instants up to, not including, the second. */
export interface Flight {
  readonly sentMs: number;
  readonly arrivesMs: number;
}

/** Whether playback at a speed slows for messages at all. */
export function slowsForMessages(speed: number): boolean {
  return speed < SLOWS_BELOW_SPEED;
}

/** Milliseconds of model time that pass in a millisecond of wall time at an instant. */
export function rateAt(timeMs: number, speed: number, flights: readonly Flight[]): number {
  if (!slowsForMessages(speed)) return speed;
  return flights
    .filter(({ sentMs, arrivesMs }) => sentMs <= timeMs && timeMs < arrivesMs)
    .reduce((rate, { sentMs, arrivesMs }) => Math.min(rate, (arrivesMs - sentMs) / CROSSING_MS), speed);
}

/** Whether playback is slowed at an instant because a message is on its way. */
export function isSlowed(timeMs: number, speed: number, flights: readonly Flight[]): boolean {
  return rateAt(timeMs, speed, flights) < speed;
}

/**
 * Where the playhead is after a stretch of wall time, messages taken off and landing on the way included.
 *
 * @param timeMs instant of the playhead, fractions allowed
 * @param wallMs wall time that has passed
 * @param flights all messages that fly at some time of the stretch, as far as they are known
 */
export function paced(timeMs: number, wallMs: number, speed: number, flights: readonly Flight[]): number {
  const bends = flights
    .flatMap(({ sentMs, arrivesMs }) => [sentMs, arrivesMs])
    .filter((bend) => bend > timeMs)
    .sort((a, b) => a - b);
  let at = timeMs;
  let leftMs = wallMs;
  for (const bend of bends) {
    const rate = rateAt(at, speed, flights);
    const neededMs = (bend - at) / rate;
    if (neededMs >= leftMs) return at + leftMs * rate;
    leftMs -= neededMs;
    at = bend;
  }
  return at + leftMs * rateAt(at, speed, flights);
}

/** The next faster or slower speed of {@link SPEEDS}; the ends stay. */
export function speedBeside(speed: number, direction: 1 | -1): number {
  const next = direction > 0 ? SPEEDS.find((one) => one > speed) : SPEEDS.findLast((one) => one < speed);
  return next ?? speed;
}

/** A speed as it is written: `1/20 ×`, `5 ×`, `100,000 ×`. */
export function formatSpeed(speed: number): string {
  return speed < 1
    ? `1/${Math.round(1 / speed)} ×`
    : `${speed.toString().replace(/\B(?=(\d{3})+$)/g, ',')} ×`;
}
