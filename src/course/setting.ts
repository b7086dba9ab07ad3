/** Where a step of a lesson plays: the scenario that stands behind it, with what was done in the steps before. */
import type { Lesson, LessonStep } from './lesson';

/** A scenario file and an instant of its run. */
export interface Setting {
  /** As parsed JSON. */
  readonly scenario: unknown;
  readonly atSeconds: number;
}

/** A scenario file as far as steps are added to it here. */
interface FileWithSteps {
  readonly steps?: readonly object[];
  readonly until?: number;
  readonly [field: string]: unknown;
}

/** A scenario file with steps added after its own; what it expects and how long it is watched no longer count. */
export function withSteps(scenario: unknown, added: readonly object[]): unknown {
  if (added.length === 0) return scenario;
  const { expect: _expect, until: _until, ...file } = scenario as FileWithSteps & { expect?: unknown };
  return { ...file, steps: [...(file.steps ?? []), ...added] };
}

/** The steps of a lesson that share one run with a step, up to it: the last one with a scenario, and those after it. */
function chainUntil(lesson: Lesson, index: number): readonly LessonStep[] {
  const start = lesson.steps.findLastIndex((step, place) => place <= index && step.scenario !== undefined);
  return lesson.steps.slice(Math.max(start, 0), index + 1);
}

/**
 * How the cluster stands when a step begins, for a reader who took the steps before it as they are pictured.
 *
 * @returns null if neither the step nor one before it has a scenario
 */
export function settingAtStart(lesson: Lesson, index: number): Setting | null {
  const chain = chainUntil(lesson, index);
  const first = chain[0];
  if (first?.scenario === undefined) return null;
  const before = chain.slice(0, -1);
  const added = before.flatMap(({ picture }) => picture?.steps ?? []);
  const latest = before.findLast(({ picture }) => picture !== undefined)?.picture?.atSeconds;
  return { scenario: withSteps(first.scenario, added), atSeconds: latest ?? first.atSeconds ?? 0 };
}

/**
 * Whether the run of a step can simply go on in a later one: it is the same run, and what the steps left out were to bring
 * about is in it.
 *
 * @param isDone whether all that the step `from` asks for has been done in the run
 */
export function goesOnInRun(lesson: Lesson, from: number, to: number, isDone: boolean): boolean {
  if (to <= from) return false;
  if (lesson.steps.slice(from + 1, to + 1).some(({ scenario }) => scenario !== undefined)) return false;
  const leftOut = lesson.steps.slice(isDone ? from + 1 : from, to);
  return leftOut.every(({ picture }) => picture?.steps === undefined);
}

/** How the cluster stands in the picture of a step; as the step begins if it has none. */
export function settingInPicture(lesson: Lesson, index: number): Setting | null {
  const start = settingAtStart(lesson, index);
  const picture = lesson.steps[index]?.picture;
  if (!start || !picture) return start;
  return { scenario: withSteps(start.scenario, picture.steps ?? []), atSeconds: picture.atSeconds };
}
