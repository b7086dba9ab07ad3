/** Checks exercises of any origin: their fields here, what they say of one another in exercise-coherence.ts. */
import * as v from 'valibot';
import { FAMILIES, SUPPORTS, type Drive, type Exercise, type Explain, type Restore } from './exercise';
import { coherenceFaults, type ExerciseFault } from './exercise-coherence';
import { goalSchema } from './goal-schema';

/** Most of anything that an exercise lists. */
const MOST = 50;

const text = v.pipe(v.string('must be a text'), v.regex(/\S/, 'must say something'));
const id = v.pipe(
  v.string('must be an id'),
  v.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be an id: lower-case words with hyphens between them'),
);
const flag = v.boolean('must be true or false');
const seconds = v.pipe(
  v.number('must be a number of seconds'),
  v.finite('must be a number of seconds'),
  v.minValue(0, 'must not be below 0'),
  v.check((value) => Math.abs(value * 1000 - Math.round(value * 1000)) < 1e-6, 'must be whole milliseconds'),
);

const listOf = <Schema extends v.GenericSchema>(one: Schema) =>
  v.pipe(
    v.array(one, 'must be a list'),
    v.nonEmpty('must not be empty'),
    v.maxLength(MOST, `must not have more than ${MOST}`),
  );

const stepFields = { at: seconds, do: v.string('must be the name of a step') };
const step = v.looseObject(stepFields);
const steps = v.array(step, 'must be a list of steps');
const situation = { steps: v.exactOptional(steps), atSeconds: seconds };

const predict = v.strictObject({
  ...situation,
  story: text,
  happens: v.pipe(steps, v.nonEmpty('must not be empty')),
  untilSeconds: seconds,
  pairOf: v.exactOptional(text),
  question: v.exactOptional(
    v.strictObject({
      ask: text,
      options: v.pipe(
        listOf(v.strictObject({ id, text, holds: goalSchema })),
        v.minLength(2, 'must have at least two'),
      ),
    }),
  ),
  why: text,
});

const solution = v.strictObject({
  id,
  title: text,
  steps: v.array(v.looseObject({ ...stepFields, say: text }), 'must be a list of steps'),
  untilSeconds: seconds,
});

const move = v.strictObject({
  id,
  when: goalSchema,
  why: text,
  example: v.strictObject({ steps: v.pipe(steps, v.nonEmpty('must not be empty')), untilSeconds: seconds }),
});

const driveFields = {
  ...situation,
  task: text,
  replies: v.exactOptional(listOf(v.strictObject({ when: goalSchema, say: text }))),
  hints: v.strictObject({ where: text, meaning: text, command: text, solution: id }),
  solutions: listOf(solution),
  forbidden: v.exactOptional(listOf(move)),
  penalised: v.exactOptional(listOf(move)),
  done: text,
};

const drive: v.GenericSchema<unknown, Drive> = v.strictObject({ ...driveFields, goal: goalSchema });

const restore: v.GenericSchema<unknown, Restore> = v.strictObject({
  ...driveFields,
  goal: v.exactOptional(goalSchema),
  guideActions: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  endsByItself: v.exactOptional(flag),
});

const explain: v.GenericSchema<unknown, Explain> = v.strictObject({
  ...situation,
  ask: text,
  causes: v.pipe(
    listOf(
      v.strictObject({
        id,
        text,
        say: text,
        refutation: v.exactOptional(v.strictObject({ ...situation, shows: goalSchema, say: text })),
      }),
    ),
    v.minLength(3, 'must have at least three'),
  ),
  evidence: v.pipe(
    listOf(
      v.strictObject({
        id,
        text,
        fact: goalSchema,
        right: flag,
        say: text,
        alsoIn: v.exactOptional(id),
        onlyIn: v.exactOptional(id),
      }),
    ),
    v.minLength(3, 'must have at least three'),
  ),
});

const variant = v.strictObject({
  id,
  story: text,
  rename: v.exactOptional(v.record(text, text)),
  phases: listOf(v.picklist(['reach', 'explain', 'restore'], 'must be reach, explain or restore')),
  instead: v.exactOptional(
    v.strictObject({
      scenario: v.exactOptional(v.unknown()),
      reach: v.exactOptional(drive),
      explain: v.exactOptional(explain),
      restore: v.exactOptional(restore),
    }),
  ),
});

/** An exercise as far as its fields can be checked one by one; fields that are not known are refused. */
export const exerciseSchema: v.GenericSchema<unknown, Exercise> = v.strictObject({
  format: v.literal('presence-redundancy-exercise', 'must be "presence-redundancy-exercise"'),
  version: v.literal(1, 'must be 1'),
  id,
  revision: v.pipe(v.number('must be a whole number'), v.integer('must be a whole number'), v.minValue(1)),
  title: text,
  family: v.picklist(FAMILIES, `must be one of ${FAMILIES.join(', ')}`),
  support: v.picklist(SUPPORTS, `must be one of ${SUPPORTS.join(', ')}`),
  row: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(24, 'must be a row, 1 to 24'))),
  summary: text,
  scenario: v.unknown(),
  predict,
  reach: drive,
  explain,
  restore,
  transfer: listOf(variant),
});

/** A path as an author would write it: `restore.solutions[0].steps[1].service`. */
function pathOf(issue: v.BaseIssue<unknown>): string {
  const keys = (issue.path ?? []).map(({ key }) => key);
  return keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    return path === '' ? String(key) : `${path}.${String(key)}`;
  }, '');
}

function fieldFault(issue: v.BaseIssue<unknown>): ExerciseFault {
  const path = pathOf(issue) || '(file)';
  if (issue.type !== 'strict_object' && issue.type !== 'loose_object') return { path, what: issue.message };
  if (issue.expected === 'never') return { path, what: 'is not a field that is known here' };
  return { path, what: issue.expected === 'Object' ? 'must be an object' : 'is missing' };
}

/** A checked exercise, or what is wrong with it: lines `file: path: what was expected`. */
export type CheckedExercise =
  | { readonly ok: true; readonly exercise: Exercise }
  | { readonly ok: false; readonly faults: readonly string[] };

/**
 * Checks an exercise: its fields, and what they say of one another. What is true of its runs is for exercise-check.ts.
 *
 * @param json what the file holds, parsed; of any origin, never trusted
 * @param file name of the file, for the faults
 */
export function readExercise(json: unknown, file: string): CheckedExercise {
  const checked = v.safeParse(exerciseSchema, json);
  const faults = checked.success ? coherenceFaults(checked.output) : checked.issues.map(fieldFault);
  if (checked.success && faults.length === 0) return { ok: true, exercise: checked.output };
  return { ok: false, faults: faults.map(({ path, what }) => `${file}: ${path}: ${what}`) };
}
