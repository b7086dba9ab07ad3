/**
 * Seats in rings around a node, open towards the link and where words stand above. Angles are in radians, 0 to the right,
 * growing clockwise.
 */
import { onCircle, type Point } from './geometry';

/** Half of the angle that is kept free of users where the link meets a node. */
const LINK_OPENING = 0.42;

/** Part of a ring where seats may be, clockwise. */
interface Arc {
  readonly start: number;
  readonly length: number;
}

const TURN = 2 * Math.PI;
const TOP = -Math.PI / 2;

/** What is left of a ring beside the opening for the link and, above the highest seats, the one for words. */
function freeArcs(radius: number, facing: number | null, highestSeat: number): readonly Arc[] {
  const openings = [
    { middle: TOP, half: radius > highestSeat ? Math.acos(highestSeat / radius) : 0 },
    ...(facing === null ? [] : [{ middle: facing, half: LINK_OPENING }]),
  ].filter(({ half }) => half > 0);
  if (openings.length === 0) return [{ start: TOP, length: TURN }];
  return openings.flatMap(({ middle, half }, index) => {
    const next = openings[(index + 1) % openings.length]!;
    const turn = openings.length === 1 ? TURN : (next.middle - middle + TURN) % TURN;
    const length = turn - half - next.half;
    return length > 0 ? [{ start: middle + half, length }] : [];
  });
}

const lengthOf = (arcs: readonly Arc[]): number => arcs.reduce((sum, { length }) => sum + length, 0);

function ringCapacity(arcs: readonly Arc[], radius: number, pitch: number): number {
  return Math.max(1, Math.floor((lengthOf(arcs) * radius) / pitch));
}

/** The angle that lies so far along the arcs, one after the other. */
function angleAlong(arcs: readonly Arc[], distance: number): number {
  let left = distance;
  for (const { start, length } of arcs) {
    if (left <= length) return start + left;
    left -= length;
  }
  return TOP;
}

/**
 * Seats in rings around a node, from the inside out; each ring is filled evenly, leaving the side open that faces the link.
 *
 * @param facing angle towards the link, or null where there is none
 * @param highestSeat no seat lies higher above the centre: rings that reach further are open at the top
 * @returns the seats and the radius at which the next ring would stand
 */
export function seatsAround(
  centre: Point,
  facing: number | null,
  count: number,
  firstRadius: number,
  pitch: number,
  highestSeat = Infinity,
): { readonly seats: readonly Point[]; readonly nextRadius: number } {
  const seats: Point[] = [];
  let radius = firstRadius;
  for (let left = count; left > 0; radius += pitch) {
    const arcs = freeArcs(radius, facing, highestSeat);
    const here = Math.min(left, ringCapacity(arcs, radius, pitch));
    const length = lengthOf(arcs);
    // A whole ring begins with a seat, an open one with half of the distance between two.
    const first = length < TURN ? 0.5 : 0;
    for (let seat = 0; seat < here; seat += 1)
      seats.push(onCircle(centre, radius, angleAlong(arcs, (length * (seat + first)) / here)));
    left -= here;
  }
  return { seats, nextRadius: radius };
}

/** Radius at which the ring after those of so many seats would stand; the rest as for {@link seatsAround}. */
export function radiusAfter(
  count: number,
  firstRadius: number,
  pitch: number,
  facing: number | null,
  highestSeat: number,
): number {
  let radius = firstRadius;
  for (let left = count; left > 0; radius += pitch)
    left -= ringCapacity(freeArcs(radius, facing, highestSeat), radius, pitch);
  return radius;
}
