import { describe, expect, it } from 'vitest';
import { EXERCISE_FAMILIES, EXERCISES } from '../../content/exercises';
import type { Exercise } from '../../src/course/exercise';
import { questOf, stepOf } from '../../src/course/search/par';
import { cheapestWay, type Found } from '../../src/course/search/search';
import { judgePhase } from './search-play';

/** The steps of every listed solution of a phase. */
const listed = (exercise: Exercise, phase: 'reach' | 'restore') =>
  exercise[phase].solutions.map(({ steps }) => steps.map(stepOf));

/** A way in which no listed solution is contained, not even with other moves between its steps. */
function unlisted(exercise: Exercise, phase: 'reach' | 'restore'): Found | null {
  const without = listed(exercise, phase);
  // Of a row that ends by itself the solution is to do nothing, and that is contained in everything.
  if (without.some((steps) => steps.length === 0)) return null;
  const limits = { actions: 4, situations: 700 };
  return cheapestWay({ ...questOf(exercise, phase), without, cheapest: 'actions', limits });
}

describe('a solution that is not listed', () => {
  const families = EXERCISE_FAMILIES.flatMap(({ id, exercises }) => {
    const members = EXERCISES.filter((it) => exercises.includes(it.id));
    return members.length === 0 ? [] : [[id, members] as const];
  });

  it.each(families)('is found in the family %s, and accepted', { timeout: 120_000 }, (_, members) => {
    const tries = (['restore', 'reach'] as const).flatMap((phase) =>
      members.map((exercise) => ({ exercise, phase })),
    );
    for (const { exercise, phase } of tries) {
      const found = unlisted(exercise, phase);
      if (!found) continue;
      const { goal, spoilt } = judgePhase(exercise, phase, found.moves, found.goalAfterMs);
      expect(goal.firstMetMs).toBe(exercise[phase].atSeconds * 1000 + found.goalAfterMs);
      expect(spoilt.some(({ firstMetMs }) => firstMetMs !== null)).toBe(false);
      const made = found.moves.map(({ step }) => JSON.stringify(step));
      for (const steps of listed(exercise, phase))
        expect(steps.every((step) => made.includes(JSON.stringify(step)))).toBe(false);
      return;
    }
    expect.fail('no exercise of the family has such a solution within the limits');
  });
});
