/**
 * What a shift came to: every decision, what it cost the users, and what would have cost them less. To compare moves, each is
 * made at the same instant of the same run, and what follows is the same for all: the faults still to come, and the
 * caretaker (caretaker.ts) in place of whatever the learner did later. It is played until some time after the end of the
 * shift, so that what is left undone counts as well.
 */
import * as v from 'valibot';
import { checkStep, Run, secondsToMs, type Step, type TimedStep, type Walk } from '../../engine';
import type { StepAt } from '../exercise';
import { movesIn, repertoireFor } from '../search/moves';
import { careUntil, costOf, LOOK_AGAIN_MS } from './caretaker';

/** A shift as it was played. */
export interface PlayedShift {
  /** The shift's scenario, its faults included. */
  readonly scenario: unknown;
  /** What the learner did, in order, without the faults and without what was refused. */
  readonly steps: readonly StepAt[];
}

/** A move and what it leads to; without a step: nothing is done. */
export interface ComparedMove {
  readonly step: Step | null;
  /** From the decision until all is over, the caretaker going on. */
  readonly userMinutes: number;
}

/** Something the learner decided; also to let a fault wait. */
export interface Decision {
  readonly atMs: number;
  /** What was done; null: nothing, until {@link untilMs}. */
  readonly step: Step | null;
  /** When the learner did something next, or when the waiting no longer counts; the instant itself for a step. */
  readonly untilMs: number;
  /** What it led to, in user-minutes from here until all is over. */
  readonly userMinutes: number;
  /** What doing nothing would have led to, the caretaker coming at the usual time. */
  readonly nothing: number;
  /** The cheapest move that was offered; null if nothing would have been cheaper than what was decided. */
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

/** A fault is noticed after this time; who then does nothing within {@link PATIENCE_MS} has let it wait. */
const NOTICE_MS = 20_000;
const PATIENCE_MS = 40_000;

/** Waiting longer than this is looked at no further. */
const LONGEST_WAIT_MS = 300_000;

/** Most decisions that are looked at: the last ones of a very busy shift are left out. */
const MOST_DECISIONS = 80;

/** Most steps of a shift that is reported on. */
const MOST_STEPS = 1_000;

/** A shift of any origin, as far as the engine does not check it. */
const playedSchema = v.object({
  scenario: v.unknown(),
  steps: v.pipe(
    v.array(v.looseObject({ at: v.pipe(v.number(), v.minValue(0)), do: v.string() })),
    v.maxLength(MOST_STEPS),
    v.check(
      (steps) => steps.every(({ at }, index) => index === 0 || at >= steps[index - 1]!.at),
      'a step comes before the one above it',
    ),
  ),
});

interface File {
  readonly steps?: readonly StepAt[];
  readonly until?: number;
}

/** An instant at which something is to be decided. */
interface Moment {
  readonly atMs: number;
  readonly step: Step | null;
  readonly untilMs: number;
}

/** A shift that was checked and can be reported on. */
export interface CheckedShift {
  /** The run before anything has happened. */
  readonly walk: Walk;
  readonly faultsMs: readonly number[];
  readonly steps: readonly TimedStep[];
  readonly endMs: number;
}

/** Checks a shift of any origin (a {@link PlayedShift} if it is well formed); faults are lines `path: what`. */
export function checkShift(
  played: unknown,
):
  | { readonly ok: true; readonly shift: CheckedShift }
  | { readonly ok: false; readonly faults: readonly string[] } {
  const parsed = v.safeParse(playedSchema, played);
  if (!parsed.success)
    return { ok: false, faults: parsed.issues.map((it) => `${v.getDotPath(it) ?? 'shift'}: ${it.message}`) };
  const { scenario, steps: made } = parsed.output;
  const loaded = Run.load(scenario);
  if (!loaded.ok) return loaded;
  const { steps: faults = [], until = 0 } = scenario as File;
  const endMs = secondsToMs(until);
  const steps: TimedStep[] = [];
  for (const [index, { at, ...plain }] of made.entries()) {
    const checked = checkStep(plain);
    if (!checked.ok)
      return {
        ok: false,
        faults: checked.faults.map(({ path, what }) => `steps.${index}.${path}: ${what}`),
      };
    if (secondsToMs(at) <= endMs) steps.push({ atMs: secondsToMs(at), via: null, step: checked.step });
  }
  const walk = loaded.run.walkFrom({ timeMs: 0, eventCount: 0 });
  return { ok: true, shift: { walk, steps, endMs, faultsMs: faults.map((fault) => secondsToMs(fault.at)) } };
}

/** The learner's steps, and the faults that were left waiting, in order. */
function momentsOf({ steps, faultsMs, endMs }: CheckedShift): readonly Moment[] {
  const made = steps.map(({ atMs, step }): Moment => ({ atMs, step, untilMs: atMs }));
  const left = faultsMs.flatMap((faultMs): Moment[] => {
    const atMs = faultMs + NOTICE_MS;
    const nextMs = steps.find((step) => step.atMs >= faultMs)?.atMs ?? endMs;
    if (nextMs < atMs + PATIENCE_MS) return [];
    return [{ atMs, step: null, untilMs: Math.min(nextMs, atMs + LONGEST_WAIT_MS) }];
  });
  return [...made, ...left].sort((one, other) => one.atMs - other.atMs).slice(0, MOST_DECISIONS);
}

const userMinutes = (costMs: number): number => Math.round(costMs / 6_000) / 10;

/** Goes on to an instant and makes a move there, before what happens at it. */
function make(walk: Walk, atMs: number, step: Step): void {
  while (walk.step(atMs - 1));
  walk.intend({ atMs, via: null, step });
  walk.step(atMs);
}

/** Compares moves at one instant of the run; yields how far it has come, from 0 to 1, before each. */
function* decisionAt(
  walk: Walk,
  { atMs, step, untilMs }: Moment,
  overMs: number,
): Generator<number, Decision, void> {
  const beforeMs = costOf(walk, atMs);
  const lookMs = atMs + LOOK_AGAIN_MS;
  const outcome = (move: Step | null, firstLookMs = lookMs): number => {
    const run = walk.fork();
    if (move) run.intend({ atMs, via: null, step: move });
    return userMinutes(careUntil(run, firstLookMs, overMs) - beforeMs);
  };
  const own = outcome(step, step ? lookMs : Math.max(lookMs, untilMs));
  const moves = movesIn(walk.state, repertoireFor([], false)).filter((it) => walk.verdictOn(it) === null);
  yield 0;
  const nothing = outcome(null);
  let better: ComparedMove | null = nothing < own ? { step: null, userMinutes: nothing } : null;
  for (const [index, move] of moves.entries()) {
    yield index / moves.length;
    const cost = outcome(move);
    if (cost < (better?.userMinutes ?? own)) better = { step: move, userMinutes: cost };
  }
  return { atMs, step, untilMs, userMinutes: own, nothing, better, compared: 1 + moves.length };
}

/**
 * Makes the report, in slices: one run is played between two yields, which say how far it has come, from 0 to 1. Uses the
 * shift up.
 */
export function* shiftReport(shift: CheckedShift): Generator<number, ShiftReport, void> {
  const { walk, steps, endMs } = shift;
  const overMs = endMs + AFTERMATH_MS;
  const nobody = walk.fork();
  while (nobody.step(endMs));
  const played = walk.fork();
  for (const { atMs, step } of steps) make(played, atMs, step);
  while (played.step(endMs));
  const caretaker = careUntil(walk.fork(), LOOK_AGAIN_MS, endMs);
  const decisions: Decision[] = [];
  const moments = momentsOf(shift);
  for (const [index, moment] of moments.entries()) {
    yield index / moments.length;
    while (walk.step(moment.atMs - 1));
    const looks = decisionAt(walk, moment, overMs);
    let look = looks.next();
    for (; !look.done; look = looks.next()) yield (index + look.value) / moments.length;
    decisions.push(look.value);
    if (moment.step) make(walk, moment.atMs, moment.step);
  }
  return {
    userMinutes: userMinutes(costOf(played, endMs)),
    caretaker: userMinutes(caretaker),
    nobody: userMinutes(costOf(nobody, endMs)),
    decisions,
  };
}
