/** Checks attempts of any origin. Scenarios in them are checked by the engine when they are loaded. */
import * as v from 'valibot';
import { STATE_IDS } from '../../engine';
import { SERVINGS, type Attempt } from '../attempt';
import { PHASES } from '../exercise';
import { amount, count, fields, instantMs, listOf, name, quantity, whole, word } from './checks';

const shownState = word([...STATE_IDS, 'unreachable']);
const score = amount(0, 100);
const answers = {
  pair: v.nullable(v.tuple([shownState, shownState], 'must be two states')),
  serving: v.nullable(word(SERVINGS)),
  answer: v.nullable(name),
};

export const guessSchema = fields({ ...answers, confidence: amount(0.5, 1) });
export const truthSchema = fields(answers);

/** How something was done. */
export const via = word(['mouse', 'page', 'terminal']);
const refusedStep = fields({
  atMs: quantity,
  step: v.looseObject({ do: name, via: v.exactOptional(via) }, 'must be a step with "do"'),
});

/** A line of words, as the evaluator of goals writes them. */
const line = v.pipe(v.string('must be words'), v.maxLength(2_000, 'must have at most 2000 characters'));

const drive = fields({
  run: fields({ scenario: v.unknown(), atSeconds: quantity }),
  since: fields({ timeMs: quantity, eventCount: quantity }),
  refused: listOf(refusedStep),
  hints: whole(0, 4),
  restarts: count,
  result: v.nullable(
    fields({
      score,
      actions: count,
      userMinutes: quantity,
      penalised: listOf(name),
      metMs: quantity,
      reached: v.exactOptional(listOf(line)),
    }),
  ),
});

const explain = fields({ causes: listOf(name), evidence: listOf(name), score: v.nullable(score) });

export const attemptSchema = fields({
  exercise: name,
  revision: whole(1, 1_000_000),
  begunAtMs: instantMs,
  at: word([...PHASES, 'report']),
  variant: name,
  predict: v.nullable(fields({ guess: guessSchema, truth: v.nullable(truthSchema) })),
  reach: v.nullable(drive),
  explain: v.nullable(explain),
  restore: v.nullable(drive),
  transfer: fields({
    reach: v.nullable(drive),
    explain: v.nullable(explain),
    restore: v.nullable(drive),
  }),
}) satisfies v.GenericSchema<unknown, Attempt>;
