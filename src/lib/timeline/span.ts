/**
 * The stretch of time that the timeline shows, and how zooming, panning and following change it.
 * All instants are milliseconds of simulated time; every function gives whole milliseconds.
 */

/** A stretch of time, `fromMs` before `toMs`. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Shorter spans are not shown: ten keep-alive crossings of 20 ms. */
export const SHORTEST_SPAN_MS = 200;

/** Longer spans are not shown: thirty days. */
export const LONGEST_SPAN_MS = 30 * 24 * 3_600_000;

/** In spans below this, instants are shown to the millisecond. */
export const FINE_SPAN_MS = 20_000;

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** A span of the given length from a start that is not before 0. */
function spanFrom(fromMs: number, lengthMs: number): Span {
  const length = Math.round(clamp(lengthMs, SHORTEST_SPAN_MS, LONGEST_SPAN_MS));
  const from = Math.max(0, Math.round(fromMs));
  return { fromMs: from, toMs: from + length };
}

/**
 * Zooms about an instant that stays where it is on the screen.
 *
 * @param factor above 1 zooms in, below 1 out
 */
export function zoomSpan(span: Span, aboutMs: number, factor: number): Span {
  const length = span.toMs - span.fromMs;
  const zoomed = clamp(length / factor, SHORTEST_SPAN_MS, LONGEST_SPAN_MS);
  const share = clamp((aboutMs - span.fromMs) / length, 0, 1);
  return spanFrom(span.fromMs + share * (length - zoomed), zoomed);
}

/** Moves the span by a part of its own length: 0.5 is half a width towards the future. Stops at time 0. */
export function panSpan(span: Span, share: number): Span {
  const length = span.toMs - span.fromMs;
  return spanFrom(span.fromMs + share * length, length);
}

/** The whole run, from 0 to a little past its furthest instant, and never less than a minute. */
export function fitSpan(extentMs: number): Span {
  return spanFrom(0, Math.max(60_000, extentMs * 1.02));
}

/**
 * Keeps the playhead in view: while it is within the first nine tenths nothing moves; past that the span pages on so
 * that the playhead stands at a tenth, and likewise when it has been taken back before the span.
 */
export function followSpan(span: Span, timeMs: number): Span {
  const length = span.toMs - span.fromMs;
  const within = timeMs >= span.fromMs && timeMs <= span.fromMs + length * 0.9;
  return within ? span : spanFrom(timeMs - length * 0.1, length);
}

/**
 * Where a key takes the playhead: arrows by a hundredth of the span, with Shift by a millisecond; Page keys by a tenth;
 * Home and End to the ends of the span. Null for any other key.
 */
export function keyedInstant(key: string, shift: boolean, span: Span, timeMs: number): number | null {
  const length = span.toMs - span.fromMs;
  const small = shift ? 1 : Math.max(1, Math.round(length / 100));
  const large = Math.max(1, Math.round(length / 10));
  const moves: Readonly<Record<string, number>> = {
    ArrowLeft: timeMs - small,
    ArrowDown: timeMs - small,
    ArrowRight: timeMs + small,
    ArrowUp: timeMs + small,
    PageDown: timeMs - large,
    PageUp: timeMs + large,
    Home: span.fromMs,
    End: span.toMs,
  };
  const target = moves[key];
  return target === undefined ? null : Math.max(0, Math.round(target));
}
