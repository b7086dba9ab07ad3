/**
 * Where everything stands in the scene of a group: one or two nodes with their rings, the link between them, the seats of
 * users around the nodes and the lane where users wait. A pure function of the room there is.
 */
import { clamp, round, type Box, type Point } from './geometry';
import { radiusAfter, seatsAround } from './seats';
import { waitingPlaces, type WaitingPlaces } from './waiting-places';

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
  /** Size of the smallest type, in CSS pixels. */
  readonly textPx: number;
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
  /** Nothing of the node lies higher above its centre than this: where words stand over it, less than its reach. */
  readonly above: number;
  readonly homeSeats: readonly Point[];
  readonly guestSeats: readonly Point[];
}

/** A scene. */
export interface SceneLayout extends WaitingPlaces {
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
  /** Radius of a user's dot. */
  readonly dot: number;
}

/** Below this width two nodes stand one above the other. */
export const ROW_MIN_WIDTH = 700;

const BODY = 40;
const NEXT_SEND = 49;
const LAST_HEARD = 58;
const URGENT = 71;
const FIRST_SEATS = 86;
const FURTHEST_SEATS = 132;
/** Half of the height of a keep-alive on its rail, as it is drawn. */
const KEEP_ALIVE_HALF = 12;
/** Space around a dot and the edge of the scene. */
const EDGE = 4;

/** What all parts of one scene are measured by. */
interface Measures {
  readonly unit: number;
  /** Distance between seats. */
  readonly pitch: number;
  readonly dot: number;
  readonly reach: number;
  readonly above: number;
  /** No seat lies higher above the centre of its node. */
  readonly highestSeat: number;
}

/** Lays a scene out. */
export function layoutScene(room: SceneRoom): SceneLayout {
  const single = room.nodeCount < 2;
  const direction = single || room.width >= ROW_MIN_WIDTH * room.unit ? 'row' : 'column';
  const unit = room.unit;
  // In a row the words of each node stand right above it: seats further out leave the top to them.
  const highestSeat = direction === 'row' ? FIRST_SEATS * unit : Infinity;
  const pitch = seatPitch(room, highestSeat);
  const dot = clamp(pitch * 0.32, 2.5, 7 * unit);
  const furthestSeat = furthestOf(room, pitch, highestSeat);
  const measures = {
    unit,
    pitch,
    dot,
    highestSeat,
    reach: furthestSeat + dot + EDGE,
    above: Math.min(furthestSeat, highestSeat) + dot + EDGE,
  };
  return single ? singleScene(room, measures) : pairScene(room, direction, measures);
}

function pairScene(room: SceneRoom, direction: 'row' | 'column', measures: Measures): SceneLayout {
  const { unit, reach, above, dot } = measures;
  const row = direction === 'row';
  const gap = row ? Math.round(clamp(room.width * 0.05, 24, 120)) : 0;
  const column = (room.width - gap) / 2;
  const between = row ? 0 : 150 * unit;
  const height = Math.round(row ? above + reach : 4 * reach + between);
  const centres = row
    ? [
        { x: column / 2, y: above },
        { x: room.width - column / 2, y: above },
      ]
    : [
        { x: room.width / 2, y: reach },
        { x: room.width / 2, y: height - reach },
      ];
  const facing = row ? [0, Math.PI] : [Math.PI / 2, -Math.PI / 2];
  const end = URGENT * unit + 6;
  const nodes = centres.map((centre, index) => spot(centre, facing[index] ?? null, room, index, measures));
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
    ...waitingPlaces(lane, seatCount(room), dot, room),
    dot,
  };
}

/** The lane lies under the link, in the room that the seats of the two nodes leave. */
function rowLane(first: Point, second: Point, height: number, reach: number, unit: number): Box {
  const left = first.x + reach + 8;
  const right = second.x - reach - 8;
  const width = Math.max(right - left, 80 * unit);
  const x = (first.x + second.x) / 2 - width / 2;
  const y = first.y + RAIL + KEEP_ALIVE_HALF * unit;
  return { x, y, width, height: height - y - 4 };
}

function singleScene(room: SceneRoom, measures: Measures): SceneLayout {
  const { unit, reach, above, dot } = measures;
  const wide = room.width >= ROW_MIN_WIDTH;
  const laneHeight = wide ? 0 : 96 * unit;
  const height = Math.round(above + reach + laneHeight);
  const centre = { x: wide ? room.width * 0.35 : room.width / 2, y: above };
  const lane = wide
    ? {
        x: centre.x + reach + 32,
        y: above - 40 * unit,
        width: room.width - centre.x - reach - 48,
        height: 96 * unit,
      }
    : { x: 8, y: above + reach, width: room.width - 16, height: laneHeight };
  return {
    width: room.width,
    height,
    direction: 'row',
    gap: 0,
    nodes: [spot(centre, null, room, 0, measures)],
    link: null,
    lane,
    ...waitingPlaces(lane, seatCount(room), dot, room),
    dot,
  };
}

function spot(
  centre: Point,
  facing: number | null,
  room: SceneRoom,
  index: number,
  { unit, pitch, reach, above, highestSeat }: Measures,
): NodeSpot {
  const counts = room.seats[index] ?? { home: 0, guests: 0 };
  const home = seatsAround(centre, facing, counts.home, FIRST_SEATS * unit, pitch, highestSeat);
  const guests = seatsAround(centre, facing, counts.guests, home.nextRadius, pitch, highestSeat);
  return {
    centre,
    body: BODY * unit,
    nextSend: NEXT_SEND * unit,
    lastHeard: LAST_HEARD * unit,
    urgent: URGENT * unit,
    reach,
    above,
    homeSeats: home.seats,
    guestSeats: guests.seats,
  };
}

function seatCount(room: SceneRoom): number {
  return room.seats.reduce((most, { home, guests }) => Math.max(most, home + guests), 0);
}

/** The widest distance between seats at which all rings of seats end within reach. */
function seatPitch(room: SceneRoom, highestSeat: number): number {
  const furthest = FURTHEST_SEATS * room.unit;
  for (let pitch = 22 * room.unit; pitch > 6; pitch -= 0.5) {
    if (furthestOf(room, pitch, highestSeat) <= furthest) return pitch;
  }
  return 6;
}

/** Radius of the outermost ring of seats. */
function furthestOf({ seats, nodeCount, unit }: SceneRoom, pitch: number, highestSeat: number): number {
  // Which side is open makes no difference to how many seats there are.
  const facing = nodeCount < 2 ? null : Number.isFinite(highestSeat) ? 0 : Math.PI / 2;
  const after = (count: number, radius: number) => radiusAfter(count, radius, pitch, facing, highestSeat);
  const radii = seats.map(({ home, guests }) => after(guests, after(home, FIRST_SEATS * unit)) - pitch);
  return Math.max(FIRST_SEATS * unit, ...radii);
}

/** The outline of everything that belongs to a node, as an SVG path: round, and flat where words stand above it. */
export function fencePath({ centre, reach, above }: NodeSpot): string {
  const radius = round(reach - 3);
  const up = Math.min(round(above - 3), radius);
  const half = round(Math.max(1, Math.sqrt(radius * radius - up * up)));
  const start = `${round(centre.x + half)} ${round(centre.y - up)}`;
  return `M${start}a${radius} ${radius} 0 1 1 ${-2 * half} 0Z`;
}

/** Distance of the two rails of a link from its middle: where two keep-alives cross, each can still be pressed. */
export const RAIL = 12;

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
