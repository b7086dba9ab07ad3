/** What the fields of an exercise must be to one another; its runs are not looked at here. */
import { checkScenario, checkStep, type Scenario } from '../engine';
import type {
  Drive,
  Exercise,
  Explain,
  Move,
  PlainStep,
  Predict,
  Restore,
  Situation,
  StepAt,
} from './exercise';

/** What is wrong, and where: `restore.solutions[0].steps[1].service`. */
export interface ExerciseFault {
  readonly path: string;
  readonly what: string;
}

const joined = (path: string, inner: string): string => {
  if (inner === '') return path;
  return inner.startsWith('[') ? `${path}${inner}` : `${path}.${inner}`;
};

/** Faults of an exercise whose fields are well-formed; none if it can be played. */
export function coherenceFaults(exercise: Exercise): ExerciseFault[] {
  const checked = checkScenario(exercise.scenario);
  if (!checked.ok) return checked.faults.map(({ path, what }) => ({ path: joined('scenario', path), what }));
  return [
    ...phaseFaults(exercise, checked.scenario),
    ...twins('transfer', exercise.transfer),
    ...exercise.transfer.flatMap((variant, place) => {
      const path = `transfer[${place}]`;
      const { scenario, ...instead } = variant.instead ?? {};
      const own = scenario === undefined ? checked : checkScenario(scenario);
      if (!own.ok)
        return own.faults.map((it) => ({ path: joined(`${path}.instead.scenario`, it.path), what: it.what }));
      return partFaults(`${path}.instead.`, instead, own.scenario);
    }),
  ];
}

function phaseFaults(exercise: Exercise, scenario: Scenario): ExerciseFault[] {
  return [...predictFaults(exercise.predict, scenario), ...partFaults('', exercise, scenario)];
}

interface Parts {
  readonly reach?: Drive;
  readonly explain?: Explain;
  readonly restore?: Restore;
}

function partFaults(before: string, { reach, explain, restore }: Parts, scenario: Scenario): ExerciseFault[] {
  return [
    ...(reach ? driveFaults(`${before}reach`, reach, scenario) : []),
    ...(explain ? explainFaults(`${before}explain`, explain, scenario) : []),
    ...(restore ? driveFaults(`${before}restore`, restore, scenario) : []),
  ];
}

/** Faults of steps: malformed ones, and instants that go back or lie outside what they may. */
function stepsFaults(
  path: string,
  steps: readonly StepAt[],
  fromSeconds: number,
  toSeconds: number,
): ExerciseFault[] {
  let latest = fromSeconds;
  return steps.flatMap((step, place) => {
    const { at, say: _say, ...plain } = step as StepAt & { readonly say?: unknown };
    const own = `${path}[${place}]`;
    const faults = stepFaults(own, plain);
    if (at < latest) faults.push({ path: `${own}.at`, what: `must not come before ${latest}` });
    if (at > toSeconds) faults.push({ path: `${own}.at`, what: `must not come after ${toSeconds}` });
    latest = Math.max(latest, at);
    return faults;
  });
}

function stepFaults(path: string, step: PlainStep): ExerciseFault[] {
  const checked = checkStep(step);
  return checked.ok
    ? []
    : checked.faults.map((fault) => ({ path: joined(path, fault.path), what: fault.what }));
}

function situationFaults(
  path: string,
  { steps = [], atSeconds }: Situation,
  scenario: Scenario,
): ExerciseFault[] {
  const lastMs = scenario.steps.at(-1)?.atMs ?? 0;
  return stepsFaults(`${path}.steps`, steps, lastMs / 1000, atSeconds);
}

function predictFaults(predict: Predict, scenario: Scenario): ExerciseFault[] {
  const { atSeconds, untilSeconds, happens, pairOf, question } = predict;
  const faults = [
    ...situationFaults('predict', predict, scenario),
    ...stepsFaults('predict.happens', happens, atSeconds, untilSeconds),
    ...twins('predict.question.options', question?.options ?? []),
  ];
  if (pairOf === undefined && question === undefined)
    faults.push({ path: 'predict', what: 'must have pairOf, question or both' });
  const group = scenario.groups.find(({ name }) => name === pairOf);
  if (pairOf !== undefined && group?.nodes.length !== 2)
    faults.push({ path: 'predict.pairOf', what: 'must be the name of a group of two nodes' });
  return faults;
}

function driveFaults(path: string, drive: Drive | Restore, scenario: Scenario): ExerciseFault[] {
  const { solutions, hints, forbidden = [], penalised = [] } = drive;
  const moves = (name: string, list: readonly Move[]) =>
    list.flatMap(({ example }, place) =>
      stepsFaults(`${path}.${name}[${place}].example.steps`, example.steps, 0, example.untilSeconds),
    );
  const faults = [
    ...situationFaults(path, drive, scenario),
    ...solutions.flatMap(({ steps, untilSeconds }, place) =>
      stepsFaults(`${path}.solutions[${place}].steps`, steps, 0, untilSeconds),
    ),
    ...twins(`${path}.solutions`, solutions),
    ...moves('forbidden', forbidden),
    ...moves('penalised', penalised),
    ...twins(`${path}.forbidden`, [...forbidden, ...penalised]),
  ];
  if (!solutions.some(({ id }) => id === hints.solution))
    faults.push({ path: `${path}.hints.solution`, what: 'must be the id of a solution of this phase' });
  return faults;
}

function explainFaults(path: string, explain: Explain, scenario: Scenario): ExerciseFault[] {
  const { causes, evidence } = explain;
  const faults = [
    ...situationFaults(path, explain, scenario),
    ...twins(`${path}.causes`, causes),
    ...twins(`${path}.evidence`, evidence),
    ...causes.flatMap(({ refutation }, place) =>
      refutation ? situationFaults(`${path}.causes[${place}].refutation`, refutation, scenario) : [],
    ),
  ];
  const right = causes.filter(({ refutation }) => refutation === undefined);
  if (right.length !== 1)
    faults.push({
      path: `${path}.causes`,
      what: `must have exactly one without refutation, not ${right.length}`,
    });
  if (!evidence.some((one) => one.right))
    faults.push({ path: `${path}.evidence`, what: 'must have one that is right' });
  evidence.forEach((one, place) => {
    for (const field of ['alsoIn', 'onlyIn'] as const) {
      const named = one[field];
      if (named === undefined) continue;
      const own = `${path}.evidence[${place}].${field}`;
      if (one.right) faults.push({ path: own, what: 'must be left out where the evidence is right' });
      if (!causes.some(({ id, refutation }) => id === named && refutation))
        faults.push({ path: own, what: 'must be the id of a cause that is wrong' });
    }
    if (one.alsoIn !== undefined && one.onlyIn !== undefined)
      faults.push({ path: `${path}.evidence[${place}].onlyIn`, what: 'must be left out beside alsoIn' });
  });
  return faults;
}

/** Ids that stand twice in a list. */
function twins(path: string, list: readonly { readonly id: string }[]): ExerciseFault[] {
  const ids = list.map(({ id }) => id);
  return [...new Set(ids.filter((id, place) => ids.indexOf(id) !== place))].map((id) => ({
    path,
    what: `must not have two with the id ${JSON.stringify(id)}`,
  }));
}
