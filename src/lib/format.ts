/**
 * Times, durations and numbers as people read them. Simulated time is whole milliseconds everywhere else; it becomes text
 * only here. Digits are meant for tabular figures: the number of characters changes as rarely as can be.
 */

const SECOND_MS = 1_000;

const two = (value: number): string => String(value).padStart(2, '0');

/** Hours, minutes and seconds of a span, as a clock shows them: `0:07`, `12:04`, `1:02:03`. */
function clockOfSeconds(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = two(seconds % 60);
  return hours > 0 ? `${String(hours)}:${two(minutes)}:${rest}` : `${String(minutes)}:${rest}`;
}

/**
 * An instant of simulated time, to the second: `0:30`, `1:02:03`. Fractions are cut off, as a clock does.
 * Negative instants do not occur and read as 0.
 */
export function formatInstant(timeMs: number): string {
  return clockOfSeconds(Math.floor(Math.max(0, timeMs) / SECOND_MS));
}

/** An instant to the millisecond: `0:30.020`. */
export function formatExactInstant(timeMs: number): string {
  const whole = Math.floor(Math.max(0, timeMs));
  return `${formatInstant(whole)}.${String(whole % SECOND_MS).padStart(3, '0')}`;
}

/**
 * Time that is left, as a countdown shows it: tenths below ten seconds (`7.4 s`), else a clock (`0:53`, `30:00`).
 * Rounded up, so that it reads zero only when nothing is left.
 */
export function formatRemaining(remainingMs: number): string {
  const left = Math.max(0, remainingMs);
  const tenths = Math.ceil(left / 100);
  return tenths < 100 ? `${(tenths / 10).toFixed(1)} s` : clockOfSeconds(Math.ceil(left / SECOND_MS));
}

/** A length of time in words, for screen readers and sentences: `53 seconds`, `1 minute 30 seconds`, `20 milliseconds`. */
export function spokenDuration(durationMs: number): string {
  const total = Math.max(0, durationMs);
  if (total > 0 && total < SECOND_MS) return countOf(Math.round(total), 'millisecond');
  const seconds = Math.round(total / SECOND_MS);
  const parts = [
    [Math.floor(seconds / 3600), 'hour'],
    [Math.floor((seconds % 3600) / 60), 'minute'],
    [seconds % 60, 'second'],
  ] as const;
  const said = parts.filter(([amount]) => amount > 0).map(([amount, unit]) => countOf(amount, unit));
  return said.length > 0 ? said.join(' ') : '0 seconds';
}

/** A short length of time with its unit: `20 ms`, `1.5 s`. */
export function formatShortDuration(durationMs: number): string {
  return durationMs < SECOND_MS ? `${String(durationMs)} ms` : `${String(durationMs / SECOND_MS)} s`;
}

/** A whole number with commas between its thousands: `75,000`. */
export function formatCount(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** A count with its noun: `1 user`, `12 users`. The plural is the noun with an s unless given. */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatCount(count)} ${count === 1 ? noun : plural}`;
}

/** A share of 1 in per cent, at most one decimal: `10 %`, `0.5 %`. */
export function formatShare(share: number): string {
  return `${String(Math.round(share * 1000) / 10)} %`;
}
