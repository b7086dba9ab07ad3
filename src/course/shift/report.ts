/**
 * What a shift came to: every decision, what it cost the users, and what would have cost them less. To compare moves, each is
 * made at the same instant of the same run, and what follows is the same for all: the faults still to come; nobody's hand on
 * the group for as long as the learner then left it alone (within bounds), while what was done about other groups is done; and
 * after that the caretaker (caretaker.ts), in place of whatever the learner did later. It is played until some time after the
 * end of the shift, so that what is left undone counts as well.
 */
import { CRITICAL_SERVICES, type Step, type Walk } from '../../engine';
import type { StepAt } from '../exercise';
import { movesIn, type Repertoire } from '../search/moves';
import { careUntil, costOf, LOOK_AGAIN_MS } from './caretaker';
import { happen, momentsOf, whatHappened, type Moment } from './moments';
import type { CheckedShift } from './played';

/** A shift as it was played. */
export interface PlayedShift {
  /** The shift's scenario, its faults included. */
  readonly scenario: unknown;
  /** What the learner did, in order, without the faults. What is refused, or changes nothing, is left out of account. */
  readonly steps: readonly StepAt[];
}

/** A move and what it leads to; without a step: nothing is done. */
export interface ComparedMove {
  readonly step: Step | null;
  /** From the decision until all is over. */
  readonly userMinutes: number;
}

/** Something the learner decided; also to let a fault wait. */
export interface Decision {
  readonly atMs: number;
  /** What was done; null: nothing, until {@link untilMs}. */
  readonly step: Step | null;
  /** The fault that was let wait; null for something that was done. */
  readonly fault: Step | null;
  /** Until then nobody does anything more about its group, whatever was decided; then the caretaker takes over. */
  readonly untilMs: number;
  /** What it led to, in user-minutes from here until all is over. */
  readonly userMinutes: number;
  /** What doing nothing until {@link untilMs} would have led to. */
  readonly nothing: number;
  /** The cheapest of all that was offered, or nothing at all; null if none would have spared at least a user-minute. */
  readonly better: ComparedMove | null;
  /** How many moves were compared, doing nothing included. */
  readonly compared: number;
}

/** The report of a shift. */
export interface ShiftReport {
  /** What the shift cost its users from its beginning to its end. */
  readonly userMinutes: number;
  /** What it would have cost had the caretaker been there instead of the learner. */
  readonly caretaker: number;
  /** What it would have cost had nobody done anything. */
  readonly nobody: number;
  readonly decisions: readonly Decision[];
}

/** Played on for so long after the end, without further faults: users are home again by then, or something was left undone. */
const AFTERMATH_MS = 900_000;

/** Less than this is not worth a word: it is what a client may gain by trying again a little sooner. */
const WORTH_TELLING_MS = 60_000;

/** What is compared: all that puts something right or moves users; not what only does damage. */
const OFFERED: Repertoire = { faults: false, remedies: true, services: CRITICAL_SERVICES, others: [] };

/** What takes something away: of moves that cost the same, any other is the better one. */
const HARSH: ReadonlySet<Step['do']> = new Set<Step['do']>([
  'restart-srm',
  'restart',
  'stop-service',
  'stop-database',
  'stop-srm',
  'shutdown',
  'power-off',
  'failover',
  'disable-ha',
]);

/** What can be done now and changes something, gentle moves first. */
export function movesOffered(walk: Walk): readonly Step[] {
  const moves = movesIn(walk.state, OFFERED).filter((move) => walk.verdictOn(move) === null);
  return [...moves.filter((it) => !HARSH.has(it.do)), ...moves.filter((it) => HARSH.has(it.do))];
}

const userMinutes = (costMs: number): number => Math.round(costMs / 6_000) / 10;

/** Compares moves at one instant of the run; yields how far it has come, from 0 to 1, before each. */
function* decisionAt(
  walk: Walk,
  { atMs, step, fault, untilMs, besides }: Moment,
  overMs: number,
): Generator<number, Decision, void> {
  const outcome = (move: Step | null, mostMs?: number): number => {
    const run = walk.fork();
    for (const other of besides.toReversed()) run.intend(other);
    if (move) run.intend({ atMs, via: null, step: move });
    return careUntil(run, untilMs, overMs, mostMs);
  };
  const own = outcome(step);
  const moves = movesOffered(walk);
  yield 0;
  const nothing = step ? outcome(null) : own;
  let better: { readonly step: Step | null; readonly costMs: number } | null =
    nothing <= own - WORTH_TELLING_MS ? { step: null, costMs: nothing } : null;
  for (const [index, move] of moves.entries()) {
    yield index / moves.length;
    // Worth telling also beside doing nothing; of the moves then the cheapest.
    const mostMs = Math.min(own, nothing) - WORTH_TELLING_MS;
    const costMs = outcome(move, Math.min(mostMs, better?.step ? better.costMs - 1 : Infinity));
    if (costMs < Infinity) better = { step: move, costMs };
  }
  const fromHere = (costMs: number): number => userMinutes(costMs - costOf(walk, atMs));
  return {
    atMs,
    step,
    fault,
    untilMs,
    userMinutes: fromHere(own),
    nothing: fromHere(nothing),
    better: better && { step: better.step, userMinutes: fromHere(better.costMs) },
    compared: 1 + moves.length,
  };
}

/**
 * Makes the report, in slices: one run is played between two yields, which say how far it has come, from 0 to 1. Uses the
 * shift up.
 */
export function* shiftReport(shift: CheckedShift): Generator<number, ShiftReport, void> {
  const { walk, endMs } = shift;
  const nobody = walk.fork();
  while (nobody.step(endMs));
  const caretaker = careUntil(walk.fork(), LOOK_AGAIN_MS, endMs);
  const played = walk.fork();
  const happenings = whatHappened(shift, played);
  while (played.step(endMs));
  const moments = momentsOf(happenings, walk.state, endMs);
  const decisions: Decision[] = [];
  let done = 0;
  for (const [index, moment] of moments.entries()) {
    yield index / moments.length;
    while (done < moment.after) happen(walk, happenings[done++]!);
    while (walk.step(moment.atMs - 1));
    const looks = decisionAt(walk, moment, endMs + AFTERMATH_MS);
    let look = looks.next();
    for (; !look.done; look = looks.next()) yield (index + look.value) / moments.length;
    decisions.push(look.value);
  }
  return {
    userMinutes: userMinutes(costOf(played, endMs)),
    caretaker: userMinutes(caretaker),
    nobody: userMinutes(costOf(nobody, endMs)),
    decisions,
  };
}
