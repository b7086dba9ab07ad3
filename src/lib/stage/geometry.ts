/** Points, boxes, circles and easing: the little geometry that the stage needs. All lengths are CSS pixels. */

/** A point. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box by its top left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A number held between two bounds. */
export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** The point that lies `share` of the way from one point to another. */
export function between(from: Point, to: Point, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** A point on a circle; the angle is in radians, 0 to the right, growing clockwise (y points down). */
export function onCircle(centre: Point, radius: number, angle: number): Point {
  return { x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle) };
}

/** Starts and ends gently: 0 to 0, 1 to 1. */
export function ease(share: number): number {
  const held = clamp(share, 0, 1);
  return held * held * (3 - 2 * held);
}

/** Tenths are enough on a screen, and keep drawn attributes from changing for nothing. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
