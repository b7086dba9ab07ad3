/** Checks goals of any origin. */
import * as v from 'valibot';
import { CRITICAL_SERVICES, PARAMETERS, REASONS, STATE_IDS, STEP_NAMES } from '../engine';
import type { Goal } from './goal';

/** Goals within goals; deeper ones are a mistake. */
const MOST_PARTS = 50;

const flag = v.boolean('must be true or false');
const name = v.pipe(v.string('must be a name'), v.nonEmpty('must not be empty'));
const number = v.pipe(v.number('must be a number'), v.finite('must be a number'));
const bounds = v.pipe(
  v.strictObject({ atLeast: v.exactOptional(number), atMost: v.exactOptional(number) }),
  v.check(
    ({ atLeast, atMost }) => atLeast !== undefined || atMost !== undefined,
    'must have atLeast, atMost or both',
  ),
);
const bound = v.union([number, bounds], 'must be a number, or an object with atLeast, atMost or both');

const word = <const Words extends readonly string[]>(words: Words) =>
  v.picklist(words, `must be one of ${words.map((one) => JSON.stringify(one)).join(', ')}`);

const notEmpty = <Facts extends object>(facts: Facts): boolean => Object.keys(facts).length > 0;
const SAY_SOMETHING = 'must ask for something';

const oneOrMore = <Schema extends v.GenericSchema>(one: Schema) =>
  v.union([one, v.pipe(v.array(one), v.nonEmpty())], 'must be one of the known words, or a list of them');

const serviceStatus = word(['started', 'stopped', 'starting', 'failed']);

const nodeFacts = v.pipe(
  v.strictObject({
    state: v.exactOptional(oneOrMore(word([...STATE_IDS, 'unreachable']))),
    reason: v.exactOptional(oneOrMore(v.nullable(word(REASONS)))),
    healthy: v.exactOptional(flag),
    platform: v.exactOptional(word(['up', 'shutting-down', 'off', 'booting'])),
    srm: v.exactOptional(word(['running', 'stopping', 'stopped', 'starting'])),
    database: v.exactOptional(word(['up', 'down'])),
    isolated: v.exactOptional(flag),
    replication: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4))),
    services: v.exactOptional(v.record(word(CRITICAL_SERVICES), serviceStatus)),
    group: v.exactOptional(v.nullable(name)),
    users: v.exactOptional(
      v.strictObject({
        homed: v.exactOptional(bound),
        served: v.exactOptional(bound),
        online: v.exactOptional(bound),
        waiting: v.exactOptional(bound),
      }),
    ),
  }),
  v.check(notEmpty, SAY_SOMETHING),
);

const groupFacts = v.pipe(
  v.strictObject({
    exists: v.exactOptional(flag),
    nodes: v.exactOptional(v.array(name)),
    description: v.exactOptional(v.string()),
    highAvailability: v.exactOptional(flag),
    enabledProperly: v.exactOptional(flag),
    row: v.exactOptional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(24)))),
    splitBrain: v.exactOptional(flag),
    link: v.exactOptional(
      v.strictObject({
        up: v.exactOptional(flag),
        latencyMs: v.exactOptional(bound),
        loss: v.exactOptional(bound),
      }),
    ),
  }),
  v.check((facts) => notEmpty(facts), SAY_SOMETHING),
  v.check(
    (facts) => facts.exists !== false || Object.keys(facts).length === 1,
    'must ask for nothing else of a group that is not to be there',
  ),
);

const userFacts = v.pipe(
  v.strictObject({
    exists: v.exactOptional(flag),
    session: v.exactOptional(word(['online', 'waiting', 'offline'])),
    home: v.exactOptional(v.nullable(name)),
    servedBy: v.exactOptional(name),
    presenceHidden: v.exactOptional(flag),
  }),
  v.check(notEmpty, SAY_SOMETHING),
);

const usersFacts = v.pipe(
  v.strictObject({
    total: v.exactOptional(bound),
    online: v.exactOptional(bound),
    waiting: v.exactOptional(bound),
    offline: v.exactOptional(bound),
    unassigned: v.exactOptional(bound),
  }),
  v.check(notEmpty, SAY_SOMETHING),
);

const goal: v.GenericSchema<Goal> = v.lazy((input) => schemaFor(input));
const goals = v.pipe(v.array(goal), v.nonEmpty('must not be empty'), v.maxLength(MOST_PARTS));

/** Each kind of goal by the field that tells it; in this order, for a parameter may name a node as well. */
const KINDS = {
  all: v.strictObject({ all: goals }),
  any: v.strictObject({ any: goals }),
  not: v.strictObject({ not: goal }),
  ever: v.strictObject({ ever: goal }),
  holds: v.strictObject({ holds: goal, forSeconds: v.pipe(number, v.minValue(0)) }),
  within: v.strictObject({ within: goal, seconds: v.pipe(number, v.minValue(0)) }),
  inOrder: v.strictObject({ inOrder: goals }),
  step: v.strictObject({
    step: v.looseObject({ do: word(STEP_NAMES) }),
    outcome: word(['done', 'refused']),
    via: v.exactOptional(word(['mouse', 'page', 'terminal'])),
  }),
  parameter: v.strictObject({
    parameter: word(PARAMETERS.map(({ id }) => id)),
    node: v.exactOptional(name),
    is: v.union([bound, flag, v.string()], 'must be a number, bounds, a switch or a word'),
  }),
  node: v.strictObject({ node: name, is: nodeFacts }),
  group: v.strictObject({ group: name, is: groupFacts }),
  user: v.strictObject({ user: name, is: userFacts }),
  watcher: v.strictObject({ watcher: name, sees: name, presence: word(['valid', 'stale', 'none']) }),
  multipleDeviceMessaging: v.strictObject({ multipleDeviceMessaging: flag }),
  users: v.strictObject({ users: usersFacts }),
} as const;

const noGoal = v.custom<never>(
  () => false,
  `must be a goal: an object with one of ${Object.keys(KINDS).join(', ')}`,
);

function schemaFor(input: unknown): v.GenericSchema<Goal> {
  if (typeof input !== 'object' || input === null) return noGoal;
  const kind = (Object.keys(KINDS) as (keyof typeof KINDS)[]).find((key) => Object.hasOwn(input, key));
  return kind === undefined ? noGoal : KINDS[kind];
}

/** A goal: fields that are not known are refused. */
export const goalSchema = goal;

/** A checked goal, or what is wrong with it: lines `path: what`. */
export type CheckedGoal =
  { readonly ok: true; readonly goal: Goal } | { readonly ok: false; readonly faults: readonly string[] };

/**
 * Checks a goal.
 *
 * @param json of any origin, never trusted
 */
export function checkGoal(json: unknown): CheckedGoal {
  const checked = v.safeParse(goalSchema, json);
  if (checked.success) return { ok: true, goal: checked.output };
  const faults = checked.issues.map((issue) => `${v.getDotPath(issue) ?? '(goal)'}: ${issue.message}`);
  return { ok: false, faults };
}
