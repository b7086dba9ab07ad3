/** Simulated time: whole milliseconds from 0. Nothing in the engine reads a clock. */

/** The instant of what is not going to happen. */
export const NEVER = Infinity;

/** Seconds as typed (at most three decimals) to whole milliseconds. */
export const secondsToMs = (seconds: number): number => Math.round(seconds * 1000);

/** Whole milliseconds to seconds, exact to the millisecond. */
export const msToSeconds = (ms: number): number => ms / 1000;
