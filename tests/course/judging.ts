/** Goals judged over a run without a browser: what the worker does, in one go. */
import { checkGoal } from '../../src/course/goal-schema';
import type { Goal } from '../../src/course/goal';
import { Judge, type JudgeQuestion } from '../../src/course/judge';
import type { Judgement } from '../../src/course/judgement';
import { Run } from '../../src/engine';

/** A run of a scenario file; throws if it is malformed. */
export function runOf(scenario: unknown): Run {
  const loaded = Run.load(scenario);
  if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
  return loaded.run;
}

/** The beginning of every run. */
export const START = { timeMs: 0, eventCount: 0 } as const;

/** A goal that is well-formed; throws if it is not. */
export function wellFormed(goal: Goal): Goal {
  const checked = checkGoal(goal);
  if (!checked.ok) throw new Error(checked.faults.join('\n'));
  return checked.goal;
}

/** How goals stand at an instant of a run, judged by a fresh judge. */
export function judgeRun(
  run: Run,
  goals: readonly Goal[],
  untilSeconds: number,
  question: Partial<JudgeQuestion> = {},
): readonly Judgement[] {
  const judge = new Judge(run, { goals: goals.map(wellFormed), since: START, refused: [], ...question });
  while (!judge.walkTo(untilSeconds * 1000, 500));
  return judge.judgementsAt(untilSeconds * 1000);
}

/** How one goal stands at an instant of a scenario. */
export function judgeGoal(scenario: unknown, goal: Goal, untilSeconds: number): Judgement {
  return judgeRun(runOf(scenario), [goal], untilSeconds)[0]!;
}
