/**
 * Where everything stands in the scene of a group: one or two nodes with their rings, the link between them, the seats of
 * users around the nodes and the lane where users wait. A pure function of the room there is.
 */
import { clamp, onCircle, type Box, type Point } from './geometry';

/** The room a scene has and what must fit. */
export interface SceneRoom {
  /** Width of the stage in CSS pixels. */
  readonly width: number;
  /** 1 or 2. */
  readonly nodeCount: number;
  /** How many users may have to sit at each node: those at home, and the others of the group. */
  readonly seats: readonly { readonly home: number; readonly guests: number }[];
  /** Scale of everything that is not given by the width: 1 at a desk, more on a projector. */
  readonly unit: number;
}

/** One node's place, the radii of its rings, and the seats around it. */
export interface NodeSpot {
  readonly centre: Point;
  readonly body: number;
  readonly nextSend: number;
  readonly lastHeard: number;
  readonly urgent: number;
  /** Nothing of the node lies further out than this. */
  readonly reach: number;
  readonly homeSeats: readonly Point[];
  readonly guestSeats: readonly Point[];
}

/** A scene. */
export interface SceneLayout {
  readonly width: number;
  readonly height: number;
  /** `row`: nodes side by side. `column`: one above the other. */
  readonly direction: 'row' | 'column';
  /** Space between the two columns of cards, in a row. */
  readonly gap: number;
  readonly nodes: readonly NodeSpot[];
  readonly link: { readonly from: Point; readonly to: Point } | null;
  /** Where users wait. */
  readonly lane: Box;
  readonly waitingSlots: readonly Point[];
  /** Radius of a user's dot. */
  readonly dot: number;
  /** The same in the waiting lane, where the arcs around the dots must not touch each other either. */
  readonly waitingDot: number;
}

/** Below this width two nodes stand one above the other. */
export const ROW_MIN_WIDTH = 700;

const BODY = 40;
const NEXT_SEND = 49;
const LAST_HEARD = 58;
const URGENT = 71;
const FIRST_SEATS = 92;
const FURTHEST_SEATS = 132;
/** Half of the angle that is kept free of users where the link meets a node. */
const LINK_OPENING = 0.42;
/** Height of the line above waiting users; a narrow lane needs two. */
const LANE_LABEL_HEIGHT = 26;
const WAITING_PITCH = 26;
const NARROW_LANE = 220;

/** Lays a scene out. */
export function layoutScene(room: SceneRoom): SceneLayout {
  const single = room.nodeCount < 2;
  const direction = single || room.width >= ROW_MIN_WIDTH * room.unit ? 'row' : 'column';
  const unit = room.unit;
  const pitch = seatPitch(room, unit);
  const reach = reachOf(room, pitch, unit) + pitch * 0.5 + 4;
  return single ? singleScene(room, unit, pitch, reach) : pairScene(room, direction, unit, pitch, reach);
}

function pairScene(
  room: SceneRoom,
  direction: 'row' | 'column',
  unit: number,
  pitch: number,
  reach: number,
): SceneLayout {
  const row = direction === 'row';
  const gap = row ? Math.round(clamp(room.width * 0.05, 24, 120)) : 0;
  const column = (room.width - gap) / 2;
  const between = row ? 0 : 150 * unit;
  const height = Math.round(row ? 2 * reach : 4 * reach + between);
  const centres = row
    ? [
        { x: column / 2, y: height / 2 },
        { x: room.width - column / 2, y: height / 2 },
      ]
    : [
        { x: room.width / 2, y: reach },
        { x: room.width / 2, y: height - reach },
      ];
  const facing = row ? [0, Math.PI] : [Math.PI / 2, -Math.PI / 2];
  const end = URGENT * unit + 6;
  const nodes = centres.map((centre, index) =>
    spot(centre, facing[index] ?? null, room, index, unit, pitch, reach),
  );
  const [first, second] = centres as [Point, Point];
  const lane = row
    ? rowLane(first, second, height, reach, unit)
    : { x: room.width / 2 + 30 * unit, y: 2 * reach, width: room.width / 2 - 34 * unit, height: between };
  return {
    width: room.width,
    height,
    direction,
    gap,
    nodes,
    link: {
      from: row ? { x: first.x + end, y: first.y } : { x: first.x, y: first.y + end },
      to: row ? { x: second.x - end, y: second.y } : { x: second.x, y: second.y - end },
    },
    lane,
    ...waitingPlaces(lane, seatCount(room), unit, dotRadius(pitch, unit)),
    dot: dotRadius(pitch, unit),
  };
}

/** The lane lies under the link, in the room that the seats of the two nodes leave. */
function rowLane(first: Point, second: Point, height: number, reach: number, unit: number): Box {
  const left = first.x + reach + 8;
  const right = second.x - reach - 8;
  const width = Math.max(right - left, 80 * unit);
  const x = (first.x + second.x) / 2 - width / 2;
  const y = first.y + 34 * unit;
  return { x, y, width, height: height - y - 4 };
}

function singleScene(room: SceneRoom, unit: number, pitch: number, reach: number): SceneLayout {
  const wide = room.width >= ROW_MIN_WIDTH;
  const laneHeight = wide ? 0 : 96 * unit;
  const height = Math.round(2 * reach + laneHeight);
  const centre = { x: wide ? room.width * 0.35 : room.width / 2, y: reach };
  const lane = wide
    ? {
        x: centre.x + reach + 32,
        y: reach - 40 * unit,
        width: room.width - centre.x - reach - 48,
        height: 96 * unit,
      }
    : { x: 8, y: 2 * reach, width: room.width - 16, height: laneHeight };
  return {
    width: room.width,
    height,
    direction: 'row',
    gap: 0,
    nodes: [spot(centre, null, room, 0, unit, pitch, reach)],
    link: null,
    lane,
    ...waitingPlaces(lane, seatCount(room), unit, dotRadius(pitch, unit)),
    dot: dotRadius(pitch, unit),
  };
}

function spot(
  centre: Point,
  facing: number | null,
  room: SceneRoom,
  index: number,
  unit: number,
  pitch: number,
  reach: number,
): NodeSpot {
  const counts = room.seats[index] ?? { home: 0, guests: 0 };
  const home = seatsAround(centre, facing, counts.home, FIRST_SEATS * unit, pitch);
  const guests = seatsAround(centre, facing, counts.guests, home.nextRadius, pitch);
  return {
    centre,
    body: BODY * unit,
    nextSend: NEXT_SEND * unit,
    lastHeard: LAST_HEARD * unit,
    urgent: URGENT * unit,
    reach,
    homeSeats: home.seats,
    guestSeats: guests.seats,
  };
}

function seatCount(room: SceneRoom): number {
  return room.seats.reduce((most, { home, guests }) => Math.max(most, home + guests), 0);
}

function dotRadius(pitch: number, unit: number): number {
  return clamp(pitch * 0.34, 2.5, 7 * unit);
}

/** The widest distance between seats at which all rings of seats end within reach. */
function seatPitch(room: SceneRoom, unit: number): number {
  const furthest = FURTHEST_SEATS * unit;
  for (let pitch = 22 * unit; pitch > 6; pitch -= 0.5) {
    if (reachOf(room, pitch, unit) <= furthest) return pitch;
  }
  return 6;
}

/** Radius of the outermost ring of seats. */
function reachOf(room: SceneRoom, pitch: number, unit: number): number {
  const radii = room.seats.map(({ home, guests }) => {
    const afterHome = radiusAfter(home, FIRST_SEATS * unit, pitch, room.nodeCount > 1);
    return radiusAfter(guests, afterHome, pitch, room.nodeCount > 1) - pitch;
  });
  return Math.max(FIRST_SEATS * unit, ...radii);
}

function ringCapacity(radius: number, pitch: number, open: boolean): number {
  const arc = 2 * Math.PI - (open ? 2 * LINK_OPENING : 0);
  return Math.max(1, Math.floor((arc * radius) / pitch));
}

function radiusAfter(count: number, firstRadius: number, pitch: number, open: boolean): number {
  let radius = firstRadius;
  for (let left = count; left > 0; radius += pitch) left -= ringCapacity(radius, pitch, open);
  return radius;
}

/**
 * Seats in rings around a node, from the inside out; each ring is filled evenly, leaving the side open that faces the link.
 *
 * @param facing angle towards the link, or null where there is none
 * @returns the seats and the radius at which the next ring would stand
 */
export function seatsAround(
  centre: Point,
  facing: number | null,
  count: number,
  firstRadius: number,
  pitch: number,
): { readonly seats: readonly Point[]; readonly nextRadius: number } {
  const open = facing !== null;
  const opening = open ? LINK_OPENING : 0;
  const seats: Point[] = [];
  let radius = firstRadius;
  for (let left = count; left > 0; radius += pitch) {
    const here = Math.min(left, ringCapacity(radius, pitch, open));
    const arc = 2 * Math.PI - 2 * opening;
    for (let seat = 0; seat < here; seat += 1) {
      const angle = (facing ?? -Math.PI / 2) + opening + (arc * (seat + (open ? 0.5 : 0))) / here;
      seats.push(onCircle(centre, radius, angle));
    }
    left -= here;
  }
  return { seats, nextRadius: radius };
}

/** Room that a waiting user's arc takes beyond the radius of its dot. */
const ARC_ROOM = 3.5;

function waitingPlaces(
  lane: Box,
  count: number,
  unit: number,
  dot: number,
): Pick<SceneLayout, 'waitingSlots' | 'waitingDot'> {
  const slots = waitingSlots(lane, count, unit);
  const [first, second] = slots;
  const apart = first && second ? Math.hypot(second.x - first.x, second.y - first.y) : Infinity;
  return { waitingSlots: slots, waitingDot: clamp(apart / 2 - ARC_ROOM, 1.5, dot) };
}

/** Places for waiting users, column by column from the left: as wide apart as the lane allows, in as few rows as it can. */
export function waitingSlots(lane: Box, count: number, unit: number): readonly Point[] {
  const label = LANE_LABEL_HEIGHT * unit * (lane.width < NARROW_LANE * unit ? 2 : 1);
  const height = lane.height - label;
  const columnsAt = (distance: number): number => Math.max(1, Math.floor(lane.width / distance));
  const fits = (distance: number): boolean => Math.ceil(count / columnsAt(distance)) * distance <= height;
  let pitch = WAITING_PITCH * unit;
  while (pitch > 5 && !fits(pitch)) pitch -= 0.5;
  const rows = Math.max(1, Math.ceil(count / columnsAt(pitch)));
  const columns = Math.ceil(count / rows);
  const left = lane.x + (lane.width - columns * pitch) / 2;
  return Array.from({ length: count }, (_, index) => ({
    x: left + (Math.floor(index / rows) + 0.5) * pitch,
    y: lane.y + label + ((index % rows) + 0.5) * pitch,
  }));
}

/** Distance of the two rails of a link from its middle. */
const RAIL = 8;

/** Where a keep-alive sets out and lands: each direction has a rail of its own, so that two never collide. */
export function railEnds(
  link: { readonly from: Point; readonly to: Point },
  forward: boolean,
): { readonly from: Point; readonly to: Point } {
  const length = Math.hypot(link.to.x - link.from.x, link.to.y - link.from.y) || 1;
  const side = forward ? -RAIL : RAIL;
  const shift = {
    x: (-(link.to.y - link.from.y) / length) * side,
    y: ((link.to.x - link.from.x) / length) * side,
  };
  const start = { x: link.from.x + shift.x, y: link.from.y + shift.y };
  const end = { x: link.to.x + shift.x, y: link.to.y + shift.y };
  return forward ? { from: start, to: end } : { from: end, to: start };
}

/** How much room there is from top to bottom, or that it is the back row that looks. */
export type SceneScale = keyof typeof MOST_UNIT;

const MOST_UNIT = { low: 0.8, desk: 1, tall: 1.25, projector: 1.4 } as const;

/** Scale of the scene for a width: larger for the back row and on tall screens, a little smaller where there is hardly room. */
export function unitFor(width: number, scale: SceneScale): number {
  return clamp(width / 300, Math.min(0.85, MOST_UNIT[scale]), MOST_UNIT[scale]);
}
