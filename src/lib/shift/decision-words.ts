/** Decisions of a shift, and what came of them, in words. */
import type { ComparedMove, Decision, ShiftReport } from '../../course/shift/report';
import type { Shift } from '../../course/shift/scenario';
import { secondsToMs } from '../../engine';
import { minutesWords } from '../exercise/figure-words';
import { stepLabel } from '../exercise/step-label';
import { formatInstant } from '../format';

/** What was decided: a step, or to let a fault wait. */
export function decisionWords({
  step,
  fault,
  untilMs,
}: Pick<Decision, 'step' | 'fault' | 'untilMs'>): string {
  if (step) return stepLabel({ ...step });
  const waited = `nothing was done about it until ${formatInstant(untilMs)}`;
  return fault ? `${stepLabel({ ...fault })}: ${waited}` : waited;
}

/** What a better move would have spared, user-minutes; 0 if none was better. */
export const sparedBy = ({ userMinutes, better }: Decision): number =>
  better ? Math.max(0, userMinutes - better.userMinutes) : 0;

/** How a decision compares with the cheapest move that was offered. */
export function verdictWords(decision: Decision): string {
  const { better, compared } = decision;
  if (!better)
    return `None of the ${String(compared)} moves that were compared would have spared a whole user-minute.`;
  return `${minutesWords(sparedBy(decision))} user-minutes less, the cheapest of ${String(compared)} moves.`;
}

/** What the three totals say together. */
export function totalWords({ userMinutes, caretaker, nobody }: ShiftReport): string {
  const spared = nobody - userMinutes;
  const beside =
    spared >= 0.05
      ? `You spared your users ${minutesWords(spared)} user-minutes against a shift in which nobody does anything.`
      : spared <= -0.05
        ? `Your users paid ${minutesWords(-spared)} user-minutes more than if nobody had done anything: what was done stopped more than it mended.`
        : 'Your users paid just what they would have paid if nobody had done anything.';
  const left = userMinutes - caretaker;
  if (left <= -0.05)
    return `${beside} That is ${minutesWords(-left)} less than the caretaker's: well kept, and better than by rote.`;
  if (left < 0.05) return `${beside} The caretaker does no better.`;
  return `${beside} The caretaker would have cost them ${minutesWords(left)} less.`;
}

/** A decision and what it is compared with: doing nothing, and the better move if there was one. */
export function waysOf(decision: Decision): readonly (ComparedMove & { readonly what: string })[] {
  const { step, userMinutes, nothing, better } = decision;
  return [
    { what: step ? 'What you did' : 'Waiting', step, userMinutes },
    ...(step && better?.step !== null ? [{ what: 'Doing nothing', step: null, userMinutes: nothing }] : []),
    ...(better
      ? [{ what: `Better: ${better.step ? stepLabel({ ...better.step }) : 'Do nothing'}`, ...better }]
      : []),
  ];
}

/** Number of the decision, from 0, at which the most could have been spared; -1 if nothing could. */
export function dearestOf(decisions: readonly Decision[]): number {
  const most = Math.max(0, ...decisions.map(sparedBy));
  return most > 0 ? decisions.findIndex((decision) => sparedBy(decision) === most) : -1;
}

/** What broke since the decision before, or since the beginning, besides the fault that the decision is about. */
export function faultsBefore(
  { scenario }: Shift,
  decisions: readonly Decision[],
  index: number,
): readonly string[] {
  const afterMs = decisions[index - 1]?.atMs ?? -1;
  const { atMs: untilMs = -1, fault = null } = decisions[index] ?? {};
  const known = fault && stepLabel({ ...fault });
  return scenario.steps
    .map(({ at, ...step }) => ({ atMs: secondsToMs(at), step }))
    .filter(({ atMs }) => atMs > afterMs && atMs <= untilMs)
    .filter(({ step }) => stepLabel(step) !== known)
    .map(({ atMs, step }) => `${stepLabel(step)} (${formatInstant(atMs)})`);
}
