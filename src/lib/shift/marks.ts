/** What is marked on the timeline of a shift that is over: its faults, and each decision by its number. */
import type { Decision } from '../../course/shift/report';
import type { Shift } from '../../course/shift/scenario';
import { secondsToMs } from '../../engine';
import { stepLabel } from '../exercise/step-label';
import type { TimelineMark } from '../timeline/layout';
import { decisionWords } from './decision-words';

/** The marks, in the order of time. */
export function marksOf({ scenario }: Shift, decisions: readonly Decision[]): readonly TimelineMark[] {
  const mark = { node: null, refused: false, via: null } as const;
  const faults = scenario.steps.map(({ at, ...step }): TimelineMark => ({
    ...mark,
    timeMs: secondsToMs(at),
    label: `Fault: ${stepLabel(step)}`,
  }));
  const decided = decisions.map((decision, index): TimelineMark => ({
    ...mark,
    timeMs: decision.atMs,
    label: `Decision ${String(index + 1)}: ${decisionWords(decision)}`,
    sign: String(index + 1),
  }));
  return [...faults, ...decided].sort((one, other) => one.timeMs - other.timeMs);
}
