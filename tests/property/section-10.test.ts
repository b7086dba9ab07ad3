import { mkdirSync, writeFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { draw } from './actions';
import { clusterFile } from './cluster-arbitrary';
import { Coverage } from './coverage';
import { isLong } from './mode';
import { Breach } from './player';
import { playSequence } from './sequence';
import { SITUATIONS } from './situations';

const SEQUENCES = Number(process.env.SEQUENCES ?? (isLong ? 10_000 : 500));
const SEED =
  process.env.SEED === undefined
    ? isLong
      ? Date.now() % 1_000_000_000
      : 20_261_123
    : Number(process.env.SEED);
const FOLDER = 'test-results';

const coverage = new Coverage();

/** Where a sequence begins: mostly nowhere in particular. */
const situation = fc.option(fc.nat({ max: SITUATIONS.length - 1 }), { freq: 2 });

/** Writes the scenario that shows a breach where a person finds it. */
function keepCounterexample(error: unknown): string {
  if (!(error instanceof Breach)) return String(error instanceof Error ? error.stack : error);
  mkdirSync(FOLDER, { recursive: true });
  const path = `${FOLDER}/counterexample-${SEED}.json`;
  const text = JSON.stringify(error.scenario, null, 2);
  writeFileSync(path, `${text}\n`);
  return `${error.message}\nThe scenario that shows it (${path}):\n${text}`;
}

describe(`section 10 of the model, over ${SEQUENCES} random sequences of actions`, () => {
  it('holds at every event, comes to rest, repeats to the bit, and leads home', () => {
    const outcome = fc.check(
      fc.property(
        clusterFile,
        situation,
        fc.array(draw, { minLength: 1, maxLength: 14, size: 'max' }),
        (file, start, draws) => {
          playSequence(file, start, draws, coverage);
        },
      ),
      { numRuns: SEQUENCES, seed: SEED, endOnFailure: false },
    );
    if (outcome.failed) {
      const [file, start, draws] = outcome.counterexample!;
      let told = '';
      try {
        playSequence(file, start, draws, null);
      } catch (error) {
        told = keepCounterexample(error);
      }
      expect.fail(`seed ${SEED}, after ${outcome.numRuns} sequences: ${told}`);
    }
  });

  it('refuses at most half of the steps', () => {
    expect(coverage.refusedShare).toBeLessThanOrEqual(0.5);
  });

  it.runIf(isLong)('meets every rule, state, reason and row', () => {
    expect(coverage.missing).toEqual([]);
  });

  afterAll(() => {
    console.log(coverage.print());
  });
});
