import { describe, expect, test } from 'vitest';
import {
  fencePath,
  layoutScene,
  railEnds,
  ROW_MIN_WIDTH,
  unitFor,
  type NodeSpot,
  type SceneRoom,
} from './scene';
import { seatsAround } from './seats';
import { waitingSlots } from './waiting-places';
import type { Point } from './geometry';

const room = (width: number, users: number, change: Partial<SceneRoom> = {}): SceneRoom => ({
  width,
  nodeCount: 2,
  seats: [
    { home: Math.ceil(users / 2), guests: Math.floor(users / 2) },
    { home: Math.floor(users / 2), guests: Math.ceil(users / 2) },
  ],
  unit: unitFor(width, 'desk'),
  textPx: 14,
  ...change,
});

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

describe('a scene', () => {
  test.each([320, 360, 699, 700, 1040, 1920])('of %i px keeps everything inside its box', (width) => {
    for (const users of [0, 1, 24, 200]) {
      const layout = layoutScene(room(width - 16, users));
      const points = [
        ...layout.nodes.flatMap((spot) => [...spot.homeSeats, ...spot.guestSeats]),
        ...layout.waitingSlots,
      ];
      for (const { x, y } of points) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(layout.width);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(layout.height);
      }
    }
  });

  test('stands side by side where there is room, else one above the other', () => {
    expect(layoutScene(room(ROW_MIN_WIDTH, 24)).direction).toBe('row');
    const narrow = layoutScene(room(ROW_MIN_WIDTH - 1, 24));
    expect(narrow.direction).toBe('column');
    expect(narrow.nodes[0]!.centre.y).toBeLessThan(narrow.nodes[1]!.centre.y);
  });

  test.each([2, 24, 80, 200])(
    'gives each of %i users a seat of its own at each node and a place to wait',
    (users) => {
      const layout = layoutScene(room(1040, users));
      for (const spot of layout.nodes) {
        const seats = [...spot.homeSeats, ...spot.guestSeats];
        expect(seats).toHaveLength(users);
        const nearest = Math.min(
          ...seats.flatMap((seat, index) => seats.slice(index + 1).map((other) => distance(seat, other))),
        );
        expect(nearest).toBeGreaterThan(layout.dot * 2);
      }
      expect(layout.waitingSlots).toHaveLength(users);
    },
  );

  test.each(['low', 'desk', 'tall', 'projector'] as const)(
    'draws waiting users apart, arcs included, at the scale %s',
    (scale) => {
      for (const users of [2, 24, 60, 120])
        for (const width of users > 60 ? [1920] : [360, 700, 960, 1400]) {
          const layout = layoutScene(room(width, users, { unit: unitFor(width, scale) }));
          const [first, second] = layout.waitingSlots as [Point, Point];
          const outermost = layout.waitingDot + 2.5;
          expect(2 * outermost, `${users} users, ${width} px`).toBeLessThanOrEqual(distance(first, second));
          for (const { y } of layout.waitingSlots)
            expect(y + outermost).toBeLessThanOrEqual(layout.lane.y + layout.lane.height + 1);
        }
    },
  );

  test('keeps the seats outside all rings and off the link', () => {
    const layout = layoutScene(room(1040, 24));
    for (const spot of layout.nodes) {
      for (const seat of [...spot.homeSeats, ...spot.guestSeats]) {
        expect(distance(seat, spot.centre)).toBeGreaterThan(spot.urgent + layout.dot);
        const towardsLink = seat.x > layout.link!.from.x && seat.x < layout.link!.to.x;
        if (towardsLink) expect(Math.abs(seat.y - spot.centre.y)).toBeGreaterThan(20);
      }
    }
  });

  test.each([
    ['low', 830],
    ['desk', 1040],
    ['tall', 1400],
    ['projector', 1880],
  ] as const)(
    'at the scale %s leaves the top to the words, however many have to be seated',
    (scale, width) => {
      for (const users of [2, 24, 60, 120, 200]) {
        const unit = unitFor(width, scale);
        const layout = layoutScene(room(width, users, { unit }));
        for (const { homeSeats, guestSeats, centre } of layout.nodes)
          for (const { y } of [...homeSeats, ...guestSeats]) {
            expect(y - layout.dot).toBeGreaterThanOrEqual(3);
            expect(centre.y - y).toBeLessThanOrEqual(86 * unit + 0.01);
          }
      }
    },
  );

  test.each([120, 200])('keeps %i users apart by a third of their distance', (users) => {
    for (const [width, scale] of [
      [830, 'low'],
      [988, 'low'],
      [1460, 'desk'],
    ] as const) {
      const layout = layoutScene(room(width, users, { unit: unitFor(width, scale) }));
      const seats = layout.nodes[0]!.homeSeats;
      const apart = Math.min(
        ...seats.flatMap((seat, index) => seats.slice(index + 1).map((other) => distance(seat, other))),
      );
      expect(apart).toBeGreaterThanOrEqual(2 * layout.dot * 1.4);
    }
  });

  test('keeps the seats of guests as far from each other where their rings are open at the top', () => {
    const layout = layoutScene(room(830, 120, { unit: 0.8 }));
    const seats = layout.nodes.flatMap((spot) => [...spot.homeSeats, ...spot.guestSeats]);
    const apart = Math.min(
      ...seats.flatMap((seat, index) => seats.slice(index + 1).map((other) => distance(seat, other))),
    );
    expect(apart).toBeGreaterThanOrEqual(2 * layout.dot * 1.4);
  });

  test('draws the fence of a cut-off node around all of its users, and not over the words above it', () => {
    const layout = layoutScene(room(830, 24, { unit: 0.8 }));
    const [spot] = layout.nodes as [NodeSpot];
    const [, , y] = /^M(\S+) ([\d.]+)a/.exec(fencePath(spot)) ?? [];
    expect(Number(y)).toBeGreaterThanOrEqual(0);
    expect(Number(y)).toBeLessThan(Math.min(...spot.guestSeats.map((seat) => seat.y)));
  });

  test('of one node has no link', () => {
    const layout = layoutScene(room(1040, 12, { nodeCount: 1, seats: [{ home: 12, guests: 0 }] }));
    expect(layout.link).toBeNull();
    expect(layout.nodes).toHaveLength(1);
    expect(layout.nodes[0]!.homeSeats).toHaveLength(12);
  });

  test('grows for the back row and shrinks a little on a phone', () => {
    expect(unitFor(1880, 'projector')).toBeGreaterThan(unitFor(1880, 'desk'));
    expect(unitFor(288, 'desk')).toBeLessThan(1);
  });
});

describe('seats around a node', () => {
  test('leave the side of the link open', () => {
    const { seats } = seatsAround({ x: 0, y: 0 }, 0, 12, 100, 20);
    for (const { x, y } of seats) expect(Math.abs(Math.atan2(y, x))).toBeGreaterThan(0.4);
  });

  test('go all around where there is no link', () => {
    const { seats } = seatsAround({ x: 0, y: 0 }, null, 4, 100, 20);
    expect(seats.map(({ x }) => Math.round(x))).toEqual([0, 100, 0, -100]);
  });
});

describe('places to wait', () => {
  test('are as wide apart as the lane allows, in as few rows as it can', () => {
    const slots = waitingSlots({ x: 0, y: 0, width: 300, height: 100 }, 11, 1);
    expect(new Set(slots.map(({ y }) => y)).size).toBe(1);
    expect(slots[1]!.x - slots[0]!.x).toBe(26);
  });

  test('stay within a crowded lane', () => {
    const slots = waitingSlots({ x: 0, y: 0, width: 240, height: 90 }, 200, 1);
    for (const { y } of slots) expect(y).toBeLessThanOrEqual(90);
  });
});

test('each direction of a link has a rail of its own', () => {
  const link = { from: { x: 0, y: 0 }, to: { x: 100, y: 0 } };
  const there = railEnds(link, true);
  const back = railEnds(link, false);
  expect(there).toEqual({ from: { x: 0, y: -12 }, to: { x: 100, y: -12 } });
  expect(back.from).toEqual({ x: 100, y: 12 });
  expect(back.to.y).toBe(12);
  // What is pressed must be 24 px at least: so far apart are two keep-alives that cross.
  expect(back.to.y - there.to.y).toBeGreaterThanOrEqual(24);
});
