import { describe, expect, test } from 'vitest';
import {
  arcPath,
  crowdOf,
  dotAt,
  dotsFor,
  placeUsers,
  roundStep,
  seatsFromKey,
  seatsKey,
  travelMsAt,
  waitShare,
} from './crowd';
import { FAILED_OVER, MANY_USERS, NORMAL, SERVICE_DOWN, SPLIT_BRAIN, TWO_GROUPS } from './fixtures';
import { layoutScene } from './scene';
import type { ClusterView } from '../../engine';

const NODES = ['imp1', 'imp2'];

function dotsOf(view: ClusterView) {
  const crowd = crowdOf(view, view.groups[0]!);
  const layout = layoutScene({ width: 1040, nodeCount: 2, seats: crowd.seats, unit: 1, textPx: 14 });
  return { dots: placeUsers(crowd, NODES, layout), layout };
}

describe('a crowd', () => {
  test('has a seat for everybody at home, and one for each of the others as a guest', () => {
    expect(crowdOf(NORMAL, NORMAL.groups[0]!).seats).toEqual([
      { home: 12, guests: 12 },
      { home: 12, guests: 12 },
    ]);
  });

  test('holds the users of its own group only, and none that is assigned nowhere', () => {
    const names = crowdOf(TWO_GROUPS, TWO_GROUPS.groups[1]!).members.map((user) => user.name);
    expect(names).toHaveLength(8);
    expect(names.every((name) => name.startsWith('european'))).toBe(true);
  });

  test('has seat counts that survive as a string', () => {
    const { seats } = crowdOf(NORMAL, NORMAL.groups[0]!);
    expect(seatsFromKey(seatsKey(seats))).toEqual(seats);
  });

  test('of seventy-five thousand is drawn with about a hundred dots', () => {
    const crowd = crowdOf(MANY_USERS, MANY_USERS.groups[0]!);
    expect(crowd.perDot).toBe(1_000);
    expect(crowd.members).toEqual([]);
    for (const { home, guests } of crowd.seats) expect(home + guests).toBeLessThan(110);
  });

  test.each([
    [0.2, 1],
    [1.1, 2],
    [3, 5],
    [750, 1_000],
    [1_001, 2_000],
  ])('rounds %f users to a dot up to %i', (least, step) => {
    expect(roundStep(least)).toBe(step);
  });
});

describe('a dot', () => {
  test('is four seconds on its way, and longer where time passes so fast that it would not be seen', () => {
    expect([0.1, 1, 5, 10, 60].map(travelMsAt)).toEqual([4_000, 4_000, 4_000, 6_000, 36_000]);
  });

  test('sits at its own seat, and nobody else does', () => {
    const { dots } = dotsOf(NORMAL);
    const places = dots.map((dot) => `${String(dot.rest.x)} ${String(dot.rest.y)}`);
    expect(new Set(places).size).toBe(24);
  });

  test.each(['imp1', 'imp2'])('waits in the middle of the lane, whichever home it lost: %s', (home) => {
    const individuals = NORMAL.users.individuals.map((user) =>
      user.home === home ? { ...user, session: 'waiting' as const, node: home } : user,
    );
    const { dots, layout } = dotsOf({ ...NORMAL, users: { ...NORMAL.users, individuals } });
    const places = dots.filter(({ user }) => user.session === 'waiting').map(({ rest }) => rest.x);
    expect(places).toHaveLength(12);
    const middle = places.reduce((sum, x) => sum + x, 0) / places.length;
    expect(middle).toBeCloseTo(layout.lane.x + layout.lane.width / 2);
    expect(new Set(dots.map(({ from, rest }) => `${from?.x} ${from?.y} ${rest.x} ${rest.y}`)).size).toBe(24);
  });

  test('leaves for the waiting lane within the time of its way, and then stays', () => {
    const { dots } = dotsOf(SERVICE_DOWN);
    const dot = dots.find(({ user }) => user.session === 'waiting')!;
    const left = dot.user.sinceMs;
    expect(dotAt(dot, left, 4_000)).toEqual(dot.from);
    expect(dotAt(dot, left + 4_000, 4_000)).toEqual(dot.rest);
    expect(dotAt(dot, left + 60_000, 4_000)).toEqual(dot.rest);
    const half = dotAt(dot, left + 2_000, 4_000);
    expect(half.x).toBeCloseTo((dot.from!.x + dot.rest.x) / 2);
  });

  test('depends on model time alone: going back in time puts it back', () => {
    const { dots } = dotsOf(SERVICE_DOWN);
    const dot = dots.find(({ user }) => user.session === 'waiting')!;
    const first = dotAt(dot, dot.user.sinceMs + 700, 4_000);
    dotAt(dot, dot.user.sinceMs + 9_000, 4_000);
    expect(dotAt(dot, dot.user.sinceMs + 700, 4_000)).toEqual(first);
  });

  test('stands at its end at once where motion is not wanted', () => {
    const { dots } = dotsOf(SERVICE_DOWN);
    for (const dot of dots) expect(dotAt(dot, dot.user.sinceMs, 0)).toEqual(dot.rest);
  });

  test('of a user who was online from the start does not travel', () => {
    for (const dot of dotsOf(NORMAL).dots) expect(dot.from).toBeNull();
  });

  test('of a guest sits further out than those at home', () => {
    const { dots, layout } = dotsOf(FAILED_OVER);
    const centre = layout.nodes[1]!.centre;
    const radius = (home: string) =>
      dots
        .filter(({ user }) => user.home === home && user.session === 'online')
        .map(({ rest }) => Math.hypot(rest.x - centre.x, rest.y - centre.y));
    expect(Math.min(...radius('imp1'))).toBeGreaterThan(Math.max(...radius('imp2')));
  });

  test('has a twin at the other node in a split brain', () => {
    const { dots, layout } = dotsOf(SPLIT_BRAIN);
    for (const dot of dots) expect(dot.twins).toHaveLength(1);
    expect(dots[0]!.twins[0]).toEqual(layout.nodes[0]!.homeSeats[0]);
  });
});

describe('time to the next try', () => {
  test('empties from one to nothing', () => {
    const user = { ...SERVICE_DOWN.users.individuals[0]!, sinceMs: 100, tryMs: 300 };
    expect([100, 200, 300, 400].map((timeMs) => waitShare(user, timeMs))).toEqual([1, 0.5, 0, 0]);
    expect(waitShare({ ...user, tryMs: null }, 200)).toBe(0);
  });

  test('is an arc from the top, and nothing when it has run out', () => {
    expect(arcPath({ x: 0, y: 0 }, 10, 0)).toBe('');
    expect(arcPath({ x: 0, y: 0 }, 10, 0.25)).toBe('M0.0 -10.0A10.0 10.0 0 0 1 10.0 0.0');
    expect(arcPath({ x: 0, y: 0 }, 10, 0.75)).toContain(' 0 1 1 ');
  });
});

test('many users are full dots and a part of one', () => {
  expect(dotsFor(14_220, 1_000)).toEqual({ full: 14, part: 0.22 });
  expect(dotsFor(0, 1_000)).toEqual({ full: 0, part: 0 });
});
