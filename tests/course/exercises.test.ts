import { describe, expect, it } from 'vitest';
import { EXERCISE_FAMILIES, EXERCISES, parOf } from '../../content/exercises';
import { SUPPORTS } from '../../src/course/exercise';
import { checkExercise, type Proof } from '../../src/course/exercise-check';
import { checkScenario, ROWS } from '../../src/engine';

const sayNot = (proofs: readonly Proof[]): readonly string[] =>
  proofs.filter(({ ok }) => !ok).map(({ what, why }) => `${what}: ${why}`);

/** Proving one takes a second or two on a busy machine. */
const PROOF_MS = 60_000;

describe.each(EXERCISES.map((exercise) => [exercise.id, exercise] as const))(
  'the exercise %s',
  (id, exercise) => {
    let proofs: readonly Proof[] | null = null;
    const transfers = exercise.transfer.map((variant) => `transfer ${variant.id}`);

    it.each(['cluster', 'predict', 'reach', 'explain', 'restore', ...transfers])(
      'proves its part %s',
      (group) => {
        proofs ??= checkExercise(exercise, (variantId) => parOf(id, variantId));
        const own = proofs.filter((proof) => proof.group === group);
        expect(own).not.toEqual([]);
        expect(sayNot(own)).toEqual([]);
      },
      PROOF_MS,
    );
  },
);

describe('the exercises', () => {
  it('are about a row each, every row once, apart from the interactions', () => {
    const rows = EXERCISES.flatMap(({ row }) => row ?? []);
    expect([...rows].sort((a, b) => a - b)).toEqual(ROWS.map(({ number }) => number));
    for (const { row, family } of EXERCISES) expect(row === null).toBe(family === 'interactions');
  });

  it('begin each family with a worked one and go on to unaided', () => {
    for (const { id, exercises } of EXERCISE_FAMILIES) {
      const order = EXERCISES.filter(({ family }) => family === id).map(({ support }) =>
        SUPPORTS.indexOf(support),
      );
      expect(order).toHaveLength(exercises.length);
      expect(order, id).toEqual([...order].sort());
      expect(order[0], id).toBe(0);
    }
  });

  it.each([7, 8, 9])('show in row %i what comes when the time-out is over before the restart is', (row) => {
    const { explain, scenario } = EXERCISES.find((exercise) => exercise.row === row)!;
    const checked = checkScenario(scenario);
    const silences = explain.causes.flatMap(({ refutation }) => {
      const steps = refutation?.steps ?? [];
      return steps.flatMap((stop, place) => {
        if (stop.do !== 'stop-srm') return [];
        const start = steps
          .slice(place)
          .find((step) => step.do === 'start-srm' && step['node'] === stop['node']);
        return [(start?.at ?? refutation!.atSeconds) - stop.at];
      });
    });
    expect(checked.ok && Math.max(...silences)).toBeGreaterThan(
      checked.ok ? checked.scenario.parameters.keepAliveTimeout : 0,
    );
  });
});
