/** Par: the cheapest way through a phase of an exercise, found by a bounded search with the engine. */
import { checkStep, Run, secondsToMs, type Step, type Walk } from '../../engine';
import type { Goal } from '../goal';
import type { Drive, Exercise, Par, PlainStep, Situation } from '../exercise';
import { phaseGoal } from '../phase-goal';
import { repertoireFor } from './moves';
import { cheapestWay, type Found, type Quest } from './search';

/** A run as it stands at a point of an exercise, everything of that instant included; throws if it is malformed. */
export function walkTo(scenario: unknown, { steps = [], atSeconds }: Situation): Walk {
  const { expect: _expect, until: _until, ...file } = scenario as { readonly steps?: readonly object[] } & Record<string, unknown>; // prettier-ignore
  const loaded = Run.load({ ...file, steps: [...(file.steps ?? []), ...steps] });
  if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
  return loaded.run.walkFrom({ timeMs: secondsToMs(atSeconds), eventCount: Infinity });
}

/** A step of a solution as the engine knows it, without its instant and its reasons. */
export function stepOf({ at: _at, say: _say, ...plain }: PlainStep): Step {
  const checked = checkStep(plain);
  if (!checked.ok) throw new Error(checked.faults.map(({ path, what }) => `${path}: ${what}`).join('\n'));
  return checked.step;
}

/** What is searched in a phase: its goal, without the moves that it forbids or that cost points. */
export function questOf(exercise: Exercise, phase: 'reach' | 'restore'): Quest {
  const drive: Omit<Drive, 'goal'> = exercise[phase];
  const { solutions, forbidden = [], penalised = [], atSeconds } = drive;
  const steps = solutions.flatMap((solution) => solution.steps.map(stepOf));
  const from = walkTo(exercise.scenario, drive);
  const goal = phaseGoal(exercise, phase);
  const repertoire = repertoireFor(steps, phase === 'reach');
  return {
    from,
    fromMs: secondsToMs(atSeconds),
    goal,
    avoid: [...forbidden, ...penalised].map(({ when }) => when),
    repertoire,
    cheapest: phase === 'reach' ? 'actions' : 'user-minutes',
    everyoneHome:
      asksForEveryoneHome(goal, from) && repertoire.others.every(({ do: what }) => what === 'add-user'),
  };
}

/** All that must hold at once for a goal to be met, as far as it can be read off it. */
function needsOf(goal: Goal): readonly Goal[] {
  if ('all' in goal) return goal.all.flatMap(needsOf);
  return 'holds' in goal ? needsOf(goal.holds) : [goal];
}

/** Whether a goal is met only with all nodes of all pairs Normal, which then serve their own users, and nobody waiting. */
function asksForEveryoneHome(goal: Goal, { state }: Walk): boolean {
  const needs = needsOf(goal);
  const nodes = state.groups.filter(({ nodes: pair }) => pair.length > 1).flatMap((group) => group.nodes);
  return (
    needs.some((need) => 'users' in need && need.users.waiting === 0) &&
    nodes.every((index) =>
      needs.some(
        (need) =>
          'is' in need &&
          'node' in need &&
          !('parameter' in need) &&
          need.node === state.nodes[index]!.name &&
          need.is.state === 'normal',
      ),
    )
  );
}

/** A move of the run that a par was found with. */
export interface ParMove {
  /** Seconds since the phase began. */
  readonly at: number;
  readonly do: string;
  readonly [field: string]: unknown;
}

/** How a par was found: the moves of its run, and when that meets the goal, in seconds since the phase began. */
interface ParRun {
  readonly seconds: number;
  readonly moves: readonly ParMove[];
}

/** A line of content/exercises/par.json: the par of a restore, and the fewest actions that reach the row, if a short search finds them. */
export interface ParEntry extends Par, ParRun {
  readonly reach?: Pick<Par, 'actions'> & ParRun;
}

/** A short look is enough for reach: its par is told, not graded. */
const REACH_LIMITS = { actions: 3, situations: 500 } as const;

const runOf = ({ moves, goalAfterMs }: Found): ParRun => ({
  seconds: goalAfterMs / 1000,
  moves: moves.map(({ afterMs, step }) => ({ at: afterMs / 1000, ...step })),
});

/**
 * The par of an exercise's restore, and of its reach if it has one.
 *
 * @param exercise well-formed (see exercise-schema.ts); for a variant what `variantOf` makes of it
 * @param phases those that it has
 * @returns null if it has no restore, or if none is found
 */
export function parEntryOf(exercise: Exercise, phases: readonly string[]): ParEntry | null {
  const restore = phases.includes('restore') ? cheapestWay(questOf(exercise, 'restore')) : null;
  if (!restore) return null;
  const reach = phases.includes('reach')
    ? cheapestWay({ ...questOf(exercise, 'reach'), limits: REACH_LIMITS })
    : null;
  return {
    actions: restore.moves.length,
    userMinutes: Math.round(restore.costMs / 6_000) / 10,
    ...runOf(restore),
    ...(reach && { reach: { actions: reach.moves.length, ...runOf(reach) } }),
  };
}
