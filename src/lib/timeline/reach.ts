/**
 * The stretch between what the timeline was last told and the playhead. The engine is asked again only at events: until
 * the next one everything stands, so that what is seen now may be drawn on.
 */
import type { BandView, ClusterView, TimelineView } from '../../engine';
import type { UserSample } from './users-layout';

const MS_PER_MINUTE = 60_000;

/** Steps in which drawing goes on, as a part of the span: about a pixel. */
const STEPS = 1_500;

/**
 * How far a timeline may be drawn: to the playhead or a hair past it, but never past the view's next event.
 *
 * @param spanMs length of what is shown: instants nearer than a pixel come to the same, so that not every frame draws anew
 * @param mostLagMs how much older than the view the timeline may be; one of another stretch of the run is left as it is
 * @returns an instant in milliseconds, never before the timeline's own end
 */
export function reachMs(
  timeline: TimelineView,
  view: ClusterView,
  playheadMs: number,
  spanMs: number,
  mostLagMs: number,
): number {
  if (playheadMs <= timeline.toMs || view.timeMs - timeline.toMs > mostLagMs) return timeline.toMs;
  const stepMs = Math.max(1, Math.ceil(spanMs / STEPS));
  const seenMs = Math.ceil(playheadMs / stepMs) * stepMs;
  return Math.max(Math.ceil(playheadMs), Math.min(seenMs, view.nextEventMs ?? seenMs));
}

/** A timeline that goes on to a later instant with what is seen now. */
export function reachOut(timeline: TimelineView, view: ClusterView, untilMs: number): TimelineView {
  const endMs = timeline.toMs;
  if (untilMs <= endMs) return timeline;
  return {
    ...timeline,
    toMs: untilMs,
    lanes: timeline.lanes.map((lane) => ({ ...lane, bands: bandsUntil(lane, view, endMs, untilMs) })),
    splitBrains: timeline.splitBrains.map((stretch) =>
      stretch.toMs === endMs &&
      view.groups.some(({ name, splitBrain }) => splitBrain && name === stretch.group)
        ? { ...stretch, toMs: untilMs }
        : stretch,
    ),
    users: usersUntil(timeline.users, untilMs),
  };
}

/** The bands, of which the last goes on; where the node shows something else by now, with a band for that. */
function bandsUntil(
  { node, bands }: TimelineView['lanes'][number],
  view: ClusterView,
  endMs: number,
  untilMs: number,
): readonly BandView[] {
  const now = view.nodes.find(({ name }) => name === node);
  if (!now) return bands;
  const last = bands.at(-1);
  const before = bands.slice(0, -1);
  const { state, reason, keptState, stateSinceMs } = now;
  if (last?.state === state && last.reason === reason) return [...before, { ...last, toMs: untilMs }];
  const fromMs = Math.min(untilMs, Math.max(endMs, stateSinceMs));
  return [
    ...before,
    ...(last ? [{ ...last, toMs: fromMs }] : []),
    { fromMs, toMs: untilMs, state, reason, keptState },
  ];
}

/** The samples and one more: the cost grows on as it grew between the last two, or with those who wait. */
function usersUntil(users: readonly UserSample[], untilMs: number): readonly UserSample[] {
  const last = users.at(-1);
  if (!last || untilMs <= last.timeMs) return users;
  const before = users.at(-2);
  const isSteady = before && before.online === last.online && before.waiting === last.waiting;
  const perMs =
    isSteady && last.timeMs > before.timeMs
      ? (last.userMinutes - before.userMinutes) / (last.timeMs - before.timeMs)
      : last.waiting / MS_PER_MINUTE;
  const userMinutes = last.userMinutes + perMs * (untilMs - last.timeMs);
  return [...users, { ...last, timeMs: untilMs, userMinutes }];
}
