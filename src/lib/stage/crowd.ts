/**
 * Users as dots around the nodes: who sits where, who is on the way, who waits. In small clusters each user is a dot with
 * a seat of its own; in large ones a dot stands for many. Where a dot is, is a pure function of model time.
 */
import type { ClusterView, GroupView, NodeView, UserView } from '../../engine';
import { nodesOf } from '../cluster';
import { between, clamp, ease, onCircle, type Point } from './geometry';
import type { SceneLayout } from './scene';

/** The users of one group. */
export interface Crowd {
  /** How many users one dot stands for. */
  readonly perDot: number;
  /** Dots that may have to sit at each node of the group: users at home there, and the rest of the group. */
  readonly seats: readonly { readonly home: number; readonly guests: number }[];
  /** Each user, those of the first node first; empty where a dot stands for many. */
  readonly members: readonly UserView[];
}

/** One user's dot. */
export interface UserDot {
  readonly user: UserView;
  /** Where it comes to rest. */
  readonly rest: Point;
  /** Where it set out, if it moves at all. */
  readonly from: Point | null;
  /** Seats at other nodes that claim the same user: only in a split brain. */
  readonly twins: readonly Point[];
}

/** Above about this many dots a node is a blur: then a dot stands for more users. */
const MOST_DOTS = 100;

/** Model time that a dot takes from a seat to the waiting lane or back. */
export const TRAVEL_MS = 4_000;

/** Wall time that a dot is seen on its way at high speeds. */
const SEEN_TRAVEL_MS = 600;

/** Model time that a dot takes on its way while time passes so many times as fast as real time. */
export function travelMsAt(speed: number): number {
  return Math.max(TRAVEL_MS, speed * SEEN_TRAVEL_MS);
}

/** The crowd of a group at one instant. */
export function crowdOf(view: ClusterView, group: GroupView): Crowd {
  const nodes = nodesOf(view, group);
  const homed = nodes.reduce((sum, node) => sum + node.users.homed, 0);
  if (view.users.individuals.length === 0 && homed > 0) return manyToADot(nodes, homed);
  const members = group.nodes.flatMap((name) => view.users.individuals.filter((user) => user.home === name));
  const seats = group.nodes.map((name) => {
    const home = members.filter((user) => user.home === name).length;
    return { home, guests: members.length - home };
  });
  return { perDot: 1, seats, members };
}

/** Seat counts as one string, equal exactly where the counts are: `12 12,12 12`. */
export function seatsKey(seats: Crowd['seats']): string {
  return seats.map(({ home, guests }) => `${home} ${guests}`).join();
}

/** The seat counts that {@link seatsKey} was made of. */
export function seatsFromKey(key: string): Crowd['seats'] {
  return key.split(',').map((pair) => {
    const [home = 0, guests = 0] = pair.split(' ').map(Number);
    return { home, guests };
  });
}

function manyToADot(nodes: readonly NodeView[], homed: number): Crowd {
  const perDot = roundStep(homed / MOST_DOTS);
  const dots = nodes.map((node) => Math.ceil(node.users.homed / perDot));
  const total = Math.ceil(homed / perDot) + 1;
  const seats = dots.map((home) => ({ home, guests: Math.max(0, total - home) }));
  return { perDot, seats, members: [] };
}

/** The least of 1, 2, 5, 10, 20, 50 … that is not below a number. */
export function roundStep(least: number): number {
  for (let power = 1; ; power *= 10) {
    const step = [1, 2, 5].find((digit) => digit * power >= least);
    if (step !== undefined) return step * power;
  }
}

/** A dot for each user of a crowd, with its places in a scene. */
export function placeUsers(
  crowd: Crowd,
  nodeNames: readonly string[],
  layout: SceneLayout,
): readonly UserDot[] {
  const seated = seatIndex(crowd.members, nodeNames, layout);
  const slots = slotIndex(crowd.members);
  return crowd.members.map((user, index) => {
    const slot = layout.waitingSlots[slots[index] ?? -1] ?? { x: layout.lane.x, y: layout.lane.y };
    const seatAt = (node: string | null): Point | null => (node === null ? null : seated(index, user, node));
    const home = seatAt(user.home) ?? slot;
    const twins = user.placed.length < 2 ? [] : user.placed.filter((node) => node !== user.node);
    const twinSeats = twins.flatMap((node) => seatAt(node) ?? []);
    if (user.session === 'offline') return { user, rest: home, from: null, twins: twinSeats };
    const seat = seatAt(user.node) ?? home;
    const [rest, from] = user.session === 'online' ? [seat, slot] : [slot, seat];
    return { user, rest, from: user.sinceMs > 0 ? from : null, twins: twinSeats };
  });
}

/**
 * The slot of each member in the waiting lane: those of every home are spread evenly over all of it, so that whichever
 * home loses its users, they stand in the middle, under their count; and nobody moves when another one leaves.
 */
function slotIndex(members: readonly UserView[]): readonly number[] {
  const counts = new Map<string | null, number>();
  const places = members.map(({ home }) => {
    const place = counts.get(home) ?? 0;
    counts.set(home, place + 1);
    return place;
  });
  const shares = members.map(({ home }, index) => (places[index]! + 0.5) / counts.get(home)!);
  const order = [...members.keys()].sort((a, b) => shares[a]! - shares[b]! || a - b);
  return order.reduce<number[]>((slots, member, slot) => {
    slots[member] = slot;
    return slots;
  }, []);
}

/** Finds the seat of a user at a node: the user's own at home, one on the outer rings elsewhere. */
function seatIndex(members: readonly UserView[], nodeNames: readonly string[], layout: SceneLayout) {
  const order = nodeNames.map((name) => {
    let atHome = 0;
    let away = 0;
    return members.map((user) => (user.home === name ? atHome++ : away++));
  });
  return (index: number, user: UserView, node: string): Point | null => {
    const place = nodeNames.indexOf(node);
    const spot = layout.nodes[place];
    const seat = order[place]?.[index];
    if (!spot || seat === undefined) return null;
    return (user.home === node ? spot.homeSeats : spot.guestSeats)[seat] ?? null;
  };
}

/**
 * Where a dot is at an instant: on its way for {@link TRAVEL_MS} (or as told) of model time, then at rest.
 *
 * @param travelMs length of the way in model time; 0 for no motion
 */
export function dotAt(dot: UserDot, timeMs: number, travelMs: number): Point {
  const goneMs = timeMs - dot.user.sinceMs;
  if (dot.from === null || travelMs <= 0 || goneMs >= travelMs) return dot.rest;
  return between(dot.from, dot.rest, ease(goneMs / travelMs));
}

/** What is left of a waiting user's time until the next try, as a share of 1. */
export function waitShare(user: UserView, timeMs: number): number {
  if (user.tryMs === null || user.tryMs <= user.sinceMs) return 0;
  return clamp((user.tryMs - timeMs) / (user.tryMs - user.sinceMs), 0, 1);
}

/** An arc of a circle as an SVG path, clockwise from the top. */
export function arcPath(centre: Point, radius: number, share: number): string {
  if (share <= 0) return '';
  const top = { x: centre.x, y: centre.y - radius };
  const end = onCircle(centre, radius, -Math.PI / 2 + 2 * Math.PI * Math.min(share, 0.9999));
  const large = share > 0.5 ? 1 : 0;
  const r = radius.toFixed(1);
  return `M${top.x.toFixed(1)} ${top.y.toFixed(1)}A${r} ${r} 0 ${String(large)} 1 ${end.x.toFixed(1)} ${end.y.toFixed(1)}`;
}

/** Dots for many users: so many full ones, and the part of the last one. */
export function dotsFor(count: number, perDot: number): { readonly full: number; readonly part: number } {
  const full = Math.floor(count / perDot);
  return { full, part: (count - full * perDot) / perDot };
}
