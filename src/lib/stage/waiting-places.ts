/** Where users wait: below the words of the lane, in even rows. */
import { clamp, type Box, type Point } from './geometry';

/** Height of a line of words above the waiting users, and the width that these need on a single line, in sizes of their type. */
const LANE_LINE_EM = 1.5;
const LANE_WORDS_EM = 13.3;
const WAITING_PITCH = 26;

/** Room that a waiting user's arc takes beyond the radius of its dot. */
const ARC_ROOM = 3.5;

/** The lane below its words, once it is known how many wait there at most. */
export interface WaitingPlaces {
  readonly waitingSlots: readonly Point[];
  /** Radius of a waiting user's dot: the arcs around the dots must not touch each other. */
  readonly waitingDot: number;
  /** Whether the words above the waiting users take two lines. */
  readonly isLaneNarrow: boolean;
}

/**
 * Shares a lane out between its words and those who wait.
 *
 * @param most how many may have to wait
 * @param dot radius of a dot that sits at its node: here it is never larger
 */
export function waitingPlaces(
  lane: Box,
  most: number,
  dot: number,
  { unit, textPx }: { readonly unit: number; readonly textPx: number },
): WaitingPlaces {
  const isLaneNarrow = lane.width < LANE_WORDS_EM * textPx;
  const words = Math.ceil(LANE_LINE_EM * textPx * (isLaneNarrow ? 2 : 1));
  const below = { ...lane, y: lane.y + words, height: lane.height - words };
  const slots = waitingSlots(below, most, unit);
  const [first, second] = slots;
  const apart = first && second ? Math.hypot(second.x - first.x, second.y - first.y) : Infinity;
  return { waitingSlots: slots, waitingDot: clamp(apart / 2 - ARC_ROOM, 1.5, dot), isLaneNarrow };
}

/** Places for waiting users, column by column from the left: as wide apart as the box allows, in as few rows as it can. */
export function waitingSlots(box: Box, count: number, unit: number): readonly Point[] {
  const columnsAt = (distance: number): number => Math.max(1, Math.floor(box.width / distance));
  const fits = (distance: number): boolean => Math.ceil(count / columnsAt(distance)) * distance <= box.height;
  let pitch = WAITING_PITCH * unit;
  while (pitch > 5 && !fits(pitch)) pitch -= 0.5;
  const rows = Math.max(1, Math.ceil(count / columnsAt(pitch)));
  const columns = Math.ceil(count / rows);
  const left = box.x + (box.width - columns * pitch) / 2;
  return Array.from({ length: count }, (_, index) => ({
    x: left + (Math.floor(index / rows) + 0.5) * pitch,
    y: box.y + ((index % rows) + 0.5) * pitch,
  }));
}
