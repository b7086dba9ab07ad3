/** Checks records of any origin: the browser's storage, a file. */
import * as v from 'valibot';
import { PHASES } from '../exercise';
import { attemptSchema, guessSchema, truthSchema } from './attempt-schema';
import { amount, byName, count, fields, flag, instantMs, name, quantity, whole, word } from './checks';
import { RECORD_FORMAT, RECORD_VERSION, type KeptAttempt, type KeptResult } from './record';

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

/** What each entry of a record's parts must be. */
export const entrySchemas = {
  lessons: byName(word(['done', 'skipped'])),
  results: result,
  attempts: attempt,
} as const;

/** A record as text has it. */
export const recordSchema = fields({
  format: v.literal(RECORD_FORMAT, `must be ${JSON.stringify(RECORD_FORMAT)}`),
  version: v.literal(RECORD_VERSION, `must be ${String(RECORD_VERSION)}`),
  lessons: byName(entrySchemas.lessons),
  results: v.pipe(
    byName(entrySchemas.results),
    v.check(
      (results) => Object.entries(results).every(([id, one]) => id === one.id),
      'must have each result under its own id',
    ),
  ),
  attempts: byName(entrySchemas.attempts),
});
