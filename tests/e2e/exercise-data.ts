/** The exercises as their pages play them, and what the engine makes of them: what the tests answer and expect comes from here. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Truth } from '../../src/course/attempt';
import { judged, play, runWith } from '../../src/course/check/play';
import {
  FAMILIES,
  type Exercise,
  type FamilyId,
  type PlainStep,
  type StepAt,
} from '../../src/course/exercise';
import { readExercise } from '../../src/course/exercise-schema';
import { readPars } from '../../src/course/par';
import { questionGoals, truthOf } from '../../src/course/prediction';
import type { ClusterView, ShownStateId } from '../../src/engine';
import type { DrivenPart, ExplainPart, PlayedExercise } from '../../src/lib/exercise/played';
import { playedExercise } from '../../src/lib/exercise/played.server';

const FOLDER = 'content/exercises';
const SUPPORTS = ['worked', 'guided', 'unaided'];
/** More than the events of any run: a watch that begins at an instant begins after everything that is due at it. */
const ALL_EVENTS = Number.MAX_SAFE_INTEGER;

const read = (file: string): unknown => JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8'));

function exerciseIn(file: string): Exercise {
  const checked = readExercise(read(file), file);
  if (!checked.ok) throw new Error(checked.faults.join('\n'));
  return checked.exercise;
}

const place = ({ family, support, row }: PlayedExercise): number =>
  FAMILIES.indexOf(family) * 1000 + SUPPORTS.indexOf(support) * 100 + (row ?? 0);

/** Every exercise, by family, from worked to unaided. */
export const EXERCISES: readonly PlayedExercise[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json') && file !== 'par.json')
  .map((file) => playedExercise(exerciseIn(file), () => undefined))
  .sort((a, b) => place(a) - place(b));

/** An exercise by its id. */
export function exerciseOf(id: string): PlayedExercise {
  const found = EXERCISES.find((exercise) => exercise.id === id);
  if (!found) throw new Error(`There is no exercise ${id}.`);
  return found;
}

/** Families that have exercises, with these. */
export const FAMILIES_WITH_EXERCISES: readonly (readonly [FamilyId, readonly PlayedExercise[]])[] =
  FAMILIES.map(
    (family) => [family, EXERCISES.filter((exercise) => exercise.family === family)] as const,
  ).filter(([, exercises]) => exercises.length > 0);

/** The cluster as a scenario with steps shows it at an instant. */
export function viewOf(scenario: unknown, steps: readonly StepAt[], atSeconds: number): ClusterView {
  return runWith(scenario, steps).viewAt({ timeMs: atSeconds * 1000 });
}

/** What comes of what is predicted. */
export function truthOfExercise({ predict }: PlayedExercise): Truth {
  const { scenario, steps = [], happens, atSeconds, untilSeconds } = predict;
  const run = runWith(scenario, [...steps, ...happens]);
  const since = { timeMs: atSeconds * 1000, eventCount: ALL_EVENTS };
  const answers = judged({ run, since, refused: [] }, questionGoals(predict), untilSeconds);
  return truthOf(predict, run.viewAt({ timeMs: untilSeconds * 1000 }), answers);
}

/** A way through a phase: what to do, in seconds since it began. */
export interface Way {
  readonly steps: readonly StepAt[];
  readonly untilSeconds: number;
}

/** Whether a way leads to the goal of a phase without a move that is answered. */
function leads({ scenario, goal, forbidden = [], penalised = [], ...part }: DrivenPart, way: Way): boolean {
  const moves = [...forbidden, ...penalised].map(({ when }) => when);
  const played = play(scenario, part, way.steps);
  const [reached, ...made] = judged(played, [goal, ...moves], part.atSeconds + way.untilSeconds);
  return (
    played.failed.length === 0 &&
    (reached?.firstMet ?? null) !== null &&
    made.every(({ firstMetMs }) => firstMetMs === null)
  );
}

const bare = ({ at: _at, say: _say, ...step }: PlainStep): string => JSON.stringify(step);

/** Whether all steps of some listed solution are among these. */
const isListed = ({ solutions }: DrivenPart, steps: readonly PlainStep[]): boolean =>
  solutions.some((solution) => solution.steps.every((step) => steps.map(bare).includes(bare(step))));

const pars = readPars(read('par.json')) as Readonly<
  Record<string, { readonly reach?: { readonly moves: readonly StepAt[]; readonly seconds: number } }>
>;

/** Ways that are not the first solution of a phase: first those that are not listed at all, found by the search. */
export function otherWays(exercise: PlayedExercise, phase: 'reach' | 'restore'): readonly Way[] {
  const part = exercise[phase];
  const found = phase === 'reach' ? pars[exercise.id]?.reach : undefined;
  const unlisted: Way[] =
    found && found.moves.length > 0 && !isListed(part, found.moves)
      ? [
          {
            // Whole seconds: what the slider of time can be set to.
            steps: found.moves.map((move) => ({ ...move, at: Math.max(1, Math.ceil(move.at)) })),
            untilSeconds: Math.ceil(found.seconds) + 60,
          },
        ]
      : [];
  return [...unlisted, ...part.solutions.slice(1)].filter((way) => leads(part, way));
}

/** The cause that is right. */
export function rightCause({ causes }: ExplainPart): string {
  return causes.find(({ refutation }) => !refutation)!.text;
}

/** A wrong cause, as its refutation shows it. */
export interface Refuted {
  readonly text: string;
  /** What is said to who chose it. */
  readonly says: readonly string[];
  /** What each node of the pair shows in its run at the instant that is compared; empty where no pair is asked for. */
  readonly shown: Readonly<Record<string, ShownStateId>>;
}

/** The first wrong cause of an exercise. */
export function firstWrongCause({ explain, predict }: PlayedExercise): Refuted {
  const wrong = explain.causes.find(({ refutation }) => refutation)!;
  const { steps = [], atSeconds, say } = wrong.refutation!;
  const { nodes } = viewOf(explain.scenario, steps, atSeconds);
  const shown = nodes
    .filter(({ name }) => predict.pair.includes(name))
    .map(({ name, state }) => [name, state]);
  return { text: wrong.text, says: [wrong.say, say], shown: Object.fromEntries(shown) as Refuted['shown'] };
}
