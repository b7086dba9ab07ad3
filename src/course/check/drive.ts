/** Proofs for a phase that is driven: reach or restore. */
import type { Drive, Exercise, Move, Par, Restore, Solution } from '../exercise';
import { freeUserMinutes } from '../grade';
import { phaseGoal } from '../phase-goal';
import { judged, judgedIn, play, stateIn, unmet, type Played } from './play';
import { claim, told, type Claim } from './proof';
import { unnamed } from './words';

/** How long nothing is done, at least, before it counts as leading nowhere, in seconds. */
const LONG_SECONDS = 3_600;

const MS_PER_MINUTE = 60_000;

const words = (user: number): string => user.toFixed(1);

interface Phase {
  readonly exercise: Exercise;
  readonly name: 'reach' | 'restore';
  readonly drive: Drive | Restore;
  readonly par: Par | undefined;
}

/**
 * Everything that must be true of a phase that is driven.
 *
 * @param par the cheapest way found; left out where none is known yet
 */
export function driveClaims(exercise: Exercise, name: 'reach' | 'restore', par?: Par): readonly Claim[] {
  const drive = exercise[name];
  const phase = { exercise, name, drive, par };
  return [
    ...startClaims(phase),
    ...nothingClaims(phase),
    ...drive.solutions.flatMap((solution) => solutionClaims(phase, solution)),
    ...(drive.forbidden ?? []).map((move) => moveClaim(phase, 'forbidden', move)),
    ...(drive.penalised ?? []).map((move) => moveClaim(phase, 'penalised', move)),
    hintClaim(phase),
  ];
}

function startClaims({ exercise, name, drive }: Phase): Claim[] {
  const { scenario, row } = exercise;
  const { refused } = stateIn(scenario, drive);
  const [start] = judged(play(scenario, drive, []), [phaseGoal(exercise, name)], drive.atSeconds);
  const claims = [
    claim('what is set up is done', refused.length === 0, `refused: ${refused.join(', ')}`),
    claim('the start does not satisfy the goal', !start!.tree.met, 'the goal is met before anything is done'),
  ];
  if (name === 'restore' && row !== null) claims.push(rowClaim(exercise, drive, row));
  return claims;
}

/** That a situation shows the row. */
export function rowClaim(
  exercise: Exercise,
  situation: Drive | Restore | Exercise['explain'],
  row: number,
): Claim {
  const [shown] = judgedIn(exercise.scenario, situation, [{ group: '*', is: { row } }]);
  return claim(`row ${row} is shown at ${situation.atSeconds} s`, shown!.tree.met, 'another pair is shown');
}

function nothingClaims({ exercise, name, drive }: Phase): Claim[] {
  const longest = Math.max(...drive.solutions.map(({ untilSeconds }) => untilSeconds));
  const seconds = Math.max(LONG_SECONDS, 2 * longest);
  const untilSeconds = drive.atSeconds + seconds;
  const [nothing] = judged(play(exercise.scenario, drive, []), [phaseGoal(exercise, name)], untilSeconds);
  const metMs = nothing!.firstMetMs;
  if (name === 'restore' && exercise.restore.endsByItself)
    return [claim('it ends by itself', metMs !== null, `after ${seconds} s: ${unmet(nothing!.tree)}`)];
  const at = (metMs ?? 0) / 1000 - drive.atSeconds;
  return [claim('doing nothing does not reach the goal', metMs === null, `it is met after ${at} s`)];
}

function solutionClaims({ exercise, name, drive, par }: Phase, solution: Solution): Claim[] {
  const { id, steps, untilSeconds } = solution;
  const played = play(exercise.scenario, drive, steps);
  const goal = phaseGoal(exercise, name);
  const [judgement, ...rest] = judged(played, [goal, rowEver(exercise)], drive.atSeconds + untilSeconds);
  const { firstMet, tree } = judgement!;
  const userMinutes = firstMet ? (firstMet.waitingMs + firstMet.degradedMs) / MS_PER_MINUTE : 0;
  const actions = firstMet?.steps ?? 0;
  const cost = firstMet
    ? `after ${words(firstMet.atMs / 1000 - drive.atSeconds)} s, ${actions} actions, ${words(userMinutes)} user-minutes`
    : `until ${untilSeconds} s: ${unmet(tree)}`;
  const claims = [
    told(`solution ${id} reaches the goal`, firstMet !== null, cost),
    claim(`every step of solution ${id} does something`, played.failed.length === 0, failures(played)),
    ...unwantedClaims(drive, solution, played),
  ];
  if (name === 'reach' && exercise.row !== null) {
    const rowMs = rest[0]!.firstMetMs;
    const isShown = firstMet !== null && rowMs !== null && rowMs <= firstMet.atMs;
    const what = `solution ${id} has shown row ${exercise.row} when it reaches the goal`;
    claims.push(claim(what, isShown, 'it has not'));
  }
  if (!par || name === 'reach') return claims;
  const free = freeUserMinutes(par);
  const isCheap = actions <= par.actions && userMinutes <= free;
  const least = `par is ${par.actions} actions and ${words(par.userMinutes)} user-minutes, up to ${words(free)} is free`;
  return [...claims, claim(`solution ${id} costs no more than par allows`, isCheap, `${cost}; ${least}`)];
}

const rowEver = ({ row }: Exercise) => ({ group: '*', is: { row } }) as const;

const failures = ({ failed }: Played): string =>
  failed.map((step) => `at ${step.at} s ${step.do}: ${step.why}`).join('; ');

/** That a solution makes no move that is answered. */
function unwantedClaims(
  { forbidden = [], penalised = [], atSeconds }: Drive | Restore,
  { id, untilSeconds }: Solution,
  played: Played,
): Claim[] {
  const moves = [...forbidden, ...penalised];
  if (moves.length === 0) return [];
  const judgements = judged(
    played,
    moves.map(({ when }) => when),
    atSeconds + untilSeconds,
  );
  const made = moves.filter((_, place) => judgements[place]!.firstMetMs !== null);
  const why = made.map((move) => move.id).join(', ');
  return [claim(`solution ${id} makes no unwanted move`, made.length === 0, why)];
}

function moveClaim({ exercise, drive }: Phase, kind: string, { id, when, example }: Move): Claim {
  const played = play(exercise.scenario, drive, example.steps);
  const [judgement] = judged(played, [when], drive.atSeconds + example.untilSeconds);
  const failed = played.failed.length > 0 ? `; ${failures(played)}` : '';
  const why = `its example: ${unmet(judgement!.tree)}${failed}`;
  return claim(`${kind} move ${id} is caught`, judgement!.firstMetMs !== null, why);
}

function hintClaim({ drive: { hints, solutions } }: Phase): Claim {
  const solution = solutions.find(({ id }) => id === hints.solution);
  const missing = unnamed(hints.command, solution?.steps ?? []);
  const why = solution ? `not named: ${missing.join(', ')}` : 'there is no such solution';
  return claim('the hints name what the solution does', !!solution && missing.length === 0, why);
}
