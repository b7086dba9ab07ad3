/** What the search found, played as a scenario of its own and judged like a learner's run. */
import type { Exercise, StepAt } from '../../src/course/exercise';
import type { Goal } from '../../src/course/goal';
import { Judge } from '../../src/course/judge';
import type { Judgement } from '../../src/course/judgement';
import { phaseGoal } from '../../src/course/phase-goal';
import { Run, timedStepToJson } from '../../src/engine';
import type { FoundMove } from '../../src/course/search/search';

/** How goals stand some time after a phase began in which these moves were made. */
export function judgeMoves(
  scenario: unknown,
  begin: { readonly steps?: readonly StepAt[]; readonly atSeconds: number },
  moves: readonly FoundMove[],
  goals: readonly Goal[],
  afterMs: number,
): readonly Judgement[] {
  const beginMs = begin.atSeconds * 1000;
  const {
    expect: _expect,
    until: _until,
    ...file
  } = scenario as { steps?: object[] } & Record<string, unknown>;
  const made = moves.map((move) =>
    timedStepToJson({ atMs: beginMs + move.afterMs, via: null, step: move.step }),
  );
  const loaded = Run.load({ ...file, steps: [...(file.steps ?? []), ...(begin.steps ?? []), ...made] });
  if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
  const since = { timeMs: beginMs, eventCount: Infinity };
  const judge = new Judge(loaded.run, { goals, since, refused: [] });
  while (!judge.walkTo(beginMs + afterMs, 500));
  return judge.judgementsAt(beginMs + afterMs);
}

/** The same for a phase of an exercise: its goal first, then what it forbids and what costs points. */
export function judgePhase(
  exercise: Exercise,
  phase: 'reach' | 'restore',
  moves: readonly FoundMove[],
  afterMs: number,
): { readonly goal: Judgement; readonly spoilt: readonly Judgement[] } {
  const { forbidden = [], penalised = [] } = exercise[phase];
  const goals = [phaseGoal(exercise, phase), ...[...forbidden, ...penalised].map(({ when }) => when)];
  const [goal, ...spoilt] = judgeMoves(exercise.scenario, exercise[phase], moves, goals, afterMs);
  return { goal: goal!, spoilt };
}

/** User-minutes in tenths, as they are told. */
export const tenthsOf = ({ firstMet }: Judgement): number =>
  firstMet ? Math.round((firstMet.waitingMs + firstMet.degradedMs) / 6_000) : Infinity;
