/**
 * Which of a node's timers is drawn where, and how far it has run. Pure functions of the view and of model time.
 * The two timers that always run (the next keep-alive to send, the peer's silence) are routine: they have rings of their
 * own and become urgent only when a keep-alive is overdue.
 */
import type { NodeView, TimerView } from '../../engine';

/** The rings of one node, sorted by where they are drawn. */
export interface NodeRings {
  /** How long the peer may stay silent; refills when a keep-alive lands. */
  readonly lastHeard: TimerView | null;
  /** When this node sends its next keep-alive. */
  readonly nextSend: TimerView | null;
  /** The one that runs out first among those that are not routine, or the overdue silence of the peer. */
  readonly urgent: TimerGroup | null;
  /** The other ones that are not routine, soonest first. */
  readonly others: readonly TimerGroup[];
}

/** Timers of one kind that run from and to the same instants, drawn as one. */
export interface TimerGroup {
  readonly first: TimerView;
  readonly count: number;
}

/** In steps of this many parts of a ring where motion is not wanted. */
export const RING_STEPS = 12;

/** What is left of a timer at an instant, as a share of its whole length: 1 when it starts, 0 when it runs out. */
export function shareLeft(timer: TimerView, timeMs: number, stepped: boolean): number {
  const lengthMs = timer.untilMs - timer.sinceMs;
  if (lengthMs <= 0) return 0;
  const share = Math.min(1, Math.max(0, (timer.untilMs - timeMs) / lengthMs));
  return stepped ? Math.ceil(share * RING_STEPS) / RING_STEPS : share;
}

/** Milliseconds until a timer runs out, never below 0. */
export function remainingMs(timer: TimerView, timeMs: number): number {
  return Math.max(0, timer.untilMs - timeMs);
}

/**
 * Whether a keep-alive should have come by now: one interval and a second have gone by since the peer's silence began to
 * count. With the defaults the ring is then three quarters full.
 *
 * @param keepAliveIntervalMs how often the peer sends
 */
export function isOverdue(lastHeard: TimerView, keepAliveIntervalMs: number, timeMs: number): boolean {
  return timeMs - lastHeard.sinceMs > keepAliveIntervalMs + 1_000;
}

/** Groups a node's timers by where they are drawn. */
export function ringsOf(
  timers: readonly TimerView[],
  keepAliveIntervalMs: number,
  timeMs: number,
): NodeRings {
  const lastHeard = timers.find((timer) => isSilence(timer)) ?? null;
  const nextSend = timers.find((timer) => timer.kind === 'keep-alive-interval') ?? null;
  const silenceIsUrgent = lastHeard !== null && isOverdue(lastHeard, keepAliveIntervalMs, timeMs);
  const candidates = timers.filter((timer) => timer !== nextSend && (timer !== lastHeard || silenceIsUrgent));
  const [urgent = null, ...others] = groupTimers(candidates);
  return { lastHeard, nextSend, urgent, others };
}

/** The ring that counts a peer's silence: the ordinary time-out, or the longer one while a node initialises. */
function isSilence(timer: TimerView): boolean {
  return timer.kind === 'keep-alive-timeout' || timer.kind === 'initialization-timeout';
}

/** Timers of one kind with the same ends become one; soonest first. */
export function groupTimers(timers: readonly TimerView[]): readonly TimerGroup[] {
  const groups = new Map<string, TimerView[]>();
  for (const timer of timers) {
    const key = `${timer.kind} ${String(timer.sinceMs)} ${String(timer.untilMs)}`;
    const group = groups.get(key);
    if (group) group.push(timer);
    else groups.set(key, [timer]);
  }
  return [...groups.values()]
    .flatMap(([first, ...rest]) => (first ? [{ first, count: rest.length + 1 }] : []))
    .sort((a, b) => a.first.untilMs - b.first.untilMs);
}

/** The words beside a ring: the timer's own label, with a count where several run together. */
export function groupLabel(group: TimerGroup): string {
  return group.count === 1 ? group.first.label : `${group.first.label} and ${String(group.count - 1)} more`;
}

/** Kinds of timers that tell a node's state by running at all. */
const TELLTALE_KINDS: ReadonlySet<TimerView['kind']> = new Set([
  'transition',
  'automatic-fallback',
  'mismatch',
  'initialization-timeout',
]);

/** The timers of a node that may be seen: where its state is concealed, those that would give it away are left out. */
export function shownTimers(node: NodeView, stateConcealed: boolean): readonly TimerView[] {
  return stateConcealed ? node.timers.filter(({ kind }) => !TELLTALE_KINDS.has(kind)) : node.timers;
}

/** The timer that shows how long a service, the platform, the SRM or replication still takes, or null. */
export function timerOfPart(
  node: NodeView,
  part: 'platform' | 'srm' | 'replication' | { readonly service: string },
): TimerView | null {
  if (typeof part === 'string') return node.timers.find((timer) => timer.kind === part) ?? null;
  return (
    node.timers.find((timer) => timer.kind === 'service-start' && timer.label.includes(part.service)) ?? null
  );
}
