/** Checks records of any origin: the browser's storage, a file. */
import * as v from 'valibot';
import { PHASES } from '../exercise';
import { DIFFICULTIES, MOST_SEED } from '../shift/scenario';
import { attemptSchema, guessSchema, truthSchema, via } from './attempt-schema';
import {
  amount,
  byName,
  count,
  fields,
  flag,
  instantMs,
  listOf,
  name,
  quantity,
  whole,
  word,
} from './checks';
import {
  RECORD_FORMAT,
  RECORD_VERSION,
  type KeptAttempt,
  type KeptPlay,
  type KeptResult,
  type KeptShift,
} from './record';

const result = fields({
  id: name,
  exercise: name,
  revision: whole(1, 1_000_000),
  phase: word(PHASES),
  score: amount(0, 100),
  hints: whole(0, 4),
  atMs: instantMs,
  begunAtMs: instantMs,
  variant: v.exactOptional(name),
  inReview: v.exactOptional(v.literal(true, 'must be true, or not be there')),
  restarts: v.exactOptional(count),
  actions: v.exactOptional(count),
  userMinutes: v.exactOptional(quantity),
  par: v.exactOptional(fields({ actions: count, userMinutes: quantity })),
  prediction: v.exactOptional(fields({ confidence: amount(0.5, 1), right: flag })),
  guess: v.exactOptional(guessSchema),
  truth: v.exactOptional(truthSchema),
}) satisfies v.GenericSchema<unknown, KeptResult>;

const attempt = fields({
  savedAtMs: instantMs,
  attempt: v.nullable(attemptSchema),
}) satisfies v.GenericSchema<unknown, KeptAttempt>;

/** What a shift is, under way or over; its steps are checked by the engine when they are played. */
const shiftFields = {
  id: name,
  seed: whole(0, MOST_SEED),
  difficulty: word(DIFFICULTIES),
  begunAtMs: instantMs,
  steps: listOf(
    v.looseObject({ at: quantity, do: name, via: v.exactOptional(via) }, 'must be a step with "at" and "do"'),
  ),
};

const shift = fields({
  ...shiftFields,
  atMs: instantMs,
  userMinutes: quantity,
  caretaker: quantity,
  nobody: quantity,
  decisions: count,
  improvable: count,
}) satisfies v.GenericSchema<unknown, KeptShift>;

const play = fields({
  savedAtMs: instantMs,
  play: v.nullable(fields({ ...shiftFields, reachedMs: quantity })),
}) satisfies v.GenericSchema<unknown, KeptPlay>;

/** What each entry of a record's parts must be. */
export const entrySchemas = {
  lessons: byName(word(['done', 'skipped'])),
  results: result,
  attempts: attempt,
  shifts: shift,
  plays: play,
} as const;

/** Whether the entries of a part stand under their own ids. */
const standUnderOwnIds = (entries: Readonly<Record<string, { readonly id: string }>>): boolean =>
  Object.entries(entries).every(([id, one]) => id === one.id);

/** A record as text has it. */
export const recordSchema = fields({
  format: v.literal(RECORD_FORMAT, `must be ${JSON.stringify(RECORD_FORMAT)}`),
  version: v.literal(RECORD_VERSION, `must be ${String(RECORD_VERSION)}`),
  lessons: byName(entrySchemas.lessons),
  results: v.pipe(
    byName(entrySchemas.results),
    v.check((entries) => standUnderOwnIds(entries), 'must have each result under its own id'),
  ),
  attempts: byName(entrySchemas.attempts),
  shifts: v.pipe(
    byName(entrySchemas.shifts),
    v.check((entries) => standUnderOwnIds(entries), 'must have each shift under its own id'),
  ),
  plays: byName(entrySchemas.plays),
});
