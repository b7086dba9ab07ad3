/** A step of a lesson, taken without a browser: what the learner does, and what the page would say to it. */
import { Judge } from '../../src/course/judge';
import type { Lesson } from '../../src/course/lesson';
import { settingAtStart } from '../../src/course/setting';
import type { RefusedStep } from '../../src/course/sight';
import { runOf } from './judging';

/** Something that the learner does, at an instant in seconds. */
export type Act = readonly [atSeconds: number, step: RefusedStep['step']];

/** What came of it. */
export interface Played {
  /** Whether the goal of the step was reached. */
  readonly met: boolean;
  /** What the page says at the end, before it says that the step is done: the reply that came to hold last. */
  readonly reply: string | null;
  /** Why acts were refused, in order. */
  readonly refusals: readonly string[];
}

/** Larger than the number of events of any run. */
const ALL_EVENTS = Number.MAX_SAFE_INTEGER;

/**
 * Takes a step of a lesson.
 *
 * @param acts what the learner does, in order
 * @param untilSeconds where the learner lets time stand in the end
 */
export function play(lesson: Lesson, stepId: string, acts: readonly Act[], untilSeconds: number): Played {
  const index = lesson.steps.findIndex(({ id }) => id === stepId);
  const setting = settingAtStart(lesson, index);
  if (!setting) throw new Error(`The step ${stepId} has no run.`);
  const { goal, replies = [] } = lesson.steps[index]!;
  const run = runOf(setting.scenario);
  const refused: RefusedStep[] = [];
  const refusals: string[] = [];
  for (const [atSeconds, step] of acts) {
    const outcome = run.act(atSeconds * 1000, step, null);
    if (outcome.accepted) continue;
    refused.push({ atMs: atSeconds * 1000, step });
    refusals.push(...outcome.faults);
  }
  const judge = new Judge(run, {
    goals: [...(goal ? [goal] : []), ...replies.map(({ when }) => when)],
    since: { timeMs: setting.atSeconds * 1000, eventCount: ALL_EVENTS },
    refused,
  });
  while (!judge.walkTo(untilSeconds * 1000, 500));
  const judgements = judge.judgementsAt(untilSeconds * 1000);
  const stands = judgements.slice(goal ? 1 : 0).map(({ tree }) => (tree.met ? tree.sinceMs : -1));
  const answered = stands.indexOf(Math.max(0, ...stands));
  return {
    met: goal !== undefined && judgements[0]!.firstMetMs !== null,
    reply: replies[answered]?.say ?? null,
    refusals,
  };
}
