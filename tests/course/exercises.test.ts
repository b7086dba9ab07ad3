import { describe, expect, it } from 'vitest';
import { EXERCISE_FAMILIES, EXERCISES, parOf } from '../../content/exercises';
import { checkExercise, type Proof } from '../../src/course/exercise-check';

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
    expect(rows).toEqual([...new Set(rows)]);
    const withoutRow = EXERCISES.filter(({ row }) => row === null).map(({ family }) => family);
    expect([...new Set(withoutRow), 'interactions'].filter((family) => family !== 'interactions')).toEqual(
      [],
    );
  });

  it('begin each family with a worked one and end it unaided', () => {
    for (const { exercises } of EXERCISE_FAMILIES) {
      const written = EXERCISES.filter(({ id }) => exercises.includes(id));
      if (written.length < exercises.length) continue;
      const order = written.map(({ support }) => ['worked', 'guided', 'unaided'].indexOf(support));
      expect(order, exercises[0]).toEqual([...order].sort());
      expect(order[0], exercises[0]).toBe(0);
    }
  });
});
