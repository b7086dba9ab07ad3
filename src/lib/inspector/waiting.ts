/** What a node waits for, put together from what its rules wait for and from the timers that run beside that. */
import type { NodeView, TimerView, WaitView } from '../../engine';
import { withoutRows } from '../event-log/provenance';
import { formatRemaining } from '../format';

/** One thing waited for. */
export interface Waiting {
  readonly key: string;
  readonly text: string;
  /** From when to when, where it comes by itself; the start is null where no timer tells it. */
  readonly sinceMs: number | null;
  readonly untilMs: number | null;
  readonly provenance: string;
}

/** The two timers that run all the time are told apart, so that they do not bury what is going on. */
const ROUTINE: readonly TimerView['kind'][] = ['keep-alive-interval', 'keep-alive-timeout'];

/** What stands beside a time that its parameter alone does not explain. */
const DOUBLED = '(doubled by Multiple Device Messaging)';

const withLength = (text: string, timer: TimerView | undefined): string =>
  timer?.doubled ? `${text} ${DOUBLED}` : text;

const fromWait = (wait: WaitView, index: number, timers: readonly TimerView[]): Waiting => {
  const own = timers.find((timer) => timer.rule === wait.rule && timer.untilMs === wait.untilMs);
  return {
    key: `${wait.rule} ${index}`,
    text: withLength(wait.text, own),
    sinceMs: own?.sinceMs ?? null,
    untilMs: wait.untilMs,
    provenance: wait.provenance,
  };
};

const fromTimer = (timer: TimerView): Waiting => ({
  key: timer.id,
  text: withLength(timer.label, timer),
  sinceMs: timer.sinceMs,
  untilMs: timer.untilMs,
  provenance: '',
});

const soonestFirst = (a: Waiting, b: Waiting): number => (a.untilMs ?? Infinity) - (b.untilMs ?? Infinity);

/**
 * What the rules wait for, then the timers that no wait speaks of; each soonest first, routine timers last.
 *
 * @param hidesRow whether the row of the table is to be found out: then no source names one
 */
export function waitingOf(
  node: NodeView,
  hidesRow = false,
): {
  readonly waits: readonly Waiting[];
  readonly timers: readonly Waiting[];
} {
  const told = new Set(
    node.waits.filter(({ untilMs }) => untilMs !== null).map(({ rule, untilMs }) => `${rule} ${untilMs}`),
  );
  const untold = node.timers.filter(({ rule, untilMs }) => rule === null || !told.has(`${rule} ${untilMs}`));
  const routine = untold.filter(({ kind }) => ROUTINE.includes(kind));
  const others = untold.filter(({ kind }) => !ROUTINE.includes(kind));
  return {
    waits: node.waits
      .map((wait, index) => fromWait(wait, index, node.timers))
      .map((waiting) => (hidesRow ? { ...waiting, provenance: withoutRows(waiting.provenance) } : waiting))
      .sort(soonestFirst),
    timers: [...others.map(fromTimer).sort(soonestFirst), ...routine.map(fromTimer).sort(soonestFirst)],
  };
}

/** How long it still takes: `0:42 left`, or that nobody knows. */
export function leftText(waiting: Waiting, timeMs: number): string {
  return waiting.untilMs === null ? 'until it happens' : `${formatRemaining(waiting.untilMs - timeMs)} left`;
}

/** What is left as a share of 1, or null where it cannot be told. */
export function leftShare(waiting: Waiting, timeMs: number): number | null {
  const { sinceMs, untilMs } = waiting;
  if (sinceMs === null || untilMs === null || untilMs <= sinceMs) return null;
  return Math.min(1, Math.max(0, (untilMs - timeMs) / (untilMs - sinceMs)));
}
