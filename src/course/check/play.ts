/** An exercise played without a browser: its situations, and what is done in them, through the engine as a page does it. */
import { Run, type ClusterState } from '../../engine';
import type { Situation, StepAt } from '../exercise';
import type { Goal } from '../goal';
import { Judge } from '../judge';
import type { GoalTree, Judgement } from '../judgement';
import type { RefusedStep } from '../sight';

/** The beginning of every run. */
export const START = { timeMs: 0, eventCount: 0 } as const;

/** More than the events of any run: a watch that begins at an instant begins after everything that is due at it. */
const ALL_EVENTS = Number.MAX_SAFE_INTEGER;

/** A step that did not come to anything, and why. */
export interface Failed {
  readonly at: number;
  readonly do: string;
  readonly why: string;
}

interface FileWithSteps {
  readonly steps?: readonly object[];
  readonly [field: string]: unknown;
}

/** A run of a scenario with steps added to it; throws if that is malformed, which coherent exercises never are. */
export function runWith(scenario: unknown, steps: readonly StepAt[] = []): Run {
  const { expect: _expect, until: _until, ...file } = scenario as FileWithSteps;
  const loaded = Run.load({ ...file, steps: [...(file.steps ?? []), ...steps] });
  if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
  return loaded.run;
}

/** A run in which something was done from an instant on. */
export interface Played {
  readonly run: Run;
  readonly since: { readonly timeMs: number; readonly eventCount: number };
  readonly refused: readonly RefusedStep[];
  /** Steps that were refused, or changed nothing. */
  readonly failed: readonly Failed[];
}

/**
 * Does steps in a situation.
 *
 * @param steps instants in seconds since the situation; what explains them (`say`) is left out
 */
export function play(
  scenario: unknown,
  { steps: before, atSeconds }: Situation,
  steps: readonly StepAt[],
): Played {
  const run = runWith(scenario, before);
  const refused: RefusedStep[] = [];
  const failed: Failed[] = [];
  for (const { at, say: _say, ...step } of steps as readonly (StepAt & { readonly say?: string })[]) {
    const atMs = Math.round((atSeconds + at) * 1000);
    const outcome = run.act(atMs, step, null);
    if (!outcome.accepted) refused.push({ atMs, step });
    const why = outcome.accepted ? outcome.idle : outcome.faults.join('; ');
    if (why !== '') failed.push({ at, do: step.do, why });
  }
  return { run, since: { timeMs: Math.round(atSeconds * 1000), eventCount: ALL_EVENTS }, refused, failed };
}

/** How goals stand at an instant, in seconds of the run. */
export function judged(
  { run, since, refused }: Omit<Played, 'failed'>,
  goals: readonly Goal[],
  untilSeconds: number,
): readonly Judgement[] {
  const untilMs = Math.round(untilSeconds * 1000);
  const judge = new Judge(run, { goals, since, refused });
  judge.walkTo(untilMs, Infinity);
  return judge.judgementsAt(untilMs);
}

/** How goals stand in a situation; what looks back looks back to the beginning of the run. */
export function judgedIn(
  scenario: unknown,
  situation: Situation,
  goals: readonly Goal[],
): readonly Judgement[] {
  const run = runWith(scenario, situation.steps);
  return judged({ run, since: START, refused: [] }, goals, situation.atSeconds);
}

/** The cluster in a situation, and those of its own steps that were refused. */
export function stateIn(
  scenario: unknown,
  { steps, atSeconds }: Situation,
): { readonly state: ClusterState; readonly refused: readonly string[] } {
  const walk = runWith(scenario, steps).walkFrom(START);
  const refused: string[] = [];
  while (walk.step(Math.round(atSeconds * 1000)))
    for (const { outcome, step } of walk.asked) if (outcome === 'refused') refused.push(step.do);
  return { state: walk.state, refused };
}

/** What of a goal is not met, fact by fact, in a line. */
export function unmet(tree: GoalTree): string {
  if (tree.met) return 'it is met';
  const missing = tree.parts.filter(({ met }) => !met);
  const own = tree.about === '' ? [] : [`${tree.about}: ${tree.seen}, wanted ${tree.expected}`];
  if (tree.kind === 'not') return 'it holds what it must not';
  return [...own, ...missing.map(unmet)].join('; ');
}
