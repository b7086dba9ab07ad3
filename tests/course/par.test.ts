import { describe, expect, it } from 'vitest';
import { EXERCISE_FAMILIES, EXERCISES } from '../../content/exercises';
import parFile from '../../content/exercises/par.json';
import type { Exercise } from '../../src/course/exercise';
import { parKey } from '../../src/course/par';
import { parEntryOf, stepOf, type ParEntry } from '../../src/course/search/par';
import { variantOf } from '../../src/course/variant';
import { judgePhase, tenthsOf } from './search-play';

const PARS: Readonly<Record<string, ParEntry>> = parFile;

/** Every exercise and every variant, as it is played, by its key in the file. */
const played = EXERCISES.flatMap((exercise) => [
  { key: parKey(exercise.id, null), exercise, phases: ['reach', 'restore'] },
  ...exercise.transfer.map((variant) => ({
    key: parKey(exercise.id, variant.id),
    exercise: variantOf(exercise, variant),
    phases: variant.phases,
  })),
]);

/** The par of a phase, with the moves of its run as the search tells them; undefined where there is none. */
function parOf(key: string, phase: 'reach' | 'restore') {
  const par = phase === 'reach' ? PARS[key]?.reach : PARS[key];
  const moves = par?.moves.map((move) => ({ afterMs: Math.round(move.at * 1000), step: stepOf(move) }));
  return par && moves ? { actions: par.actions, endMs: Math.round(par.seconds * 1000), moves } : undefined;
}

const driven = played.flatMap(({ phases, ...rest }) =>
  (['reach', 'restore'] as const).flatMap((phase) => (phases.includes(phase) ? [{ ...rest, phase }] : [])),
);

const playedSolutions = driven.flatMap(({ key, exercise, phase }) =>
  exercise[phase].solutions.map((solution) => ({ key, exercise, phase, solution })),
);

describe('par', () => {
  it('is there for every restore of every exercise and variant, and for nothing else', () => {
    const restores = played.filter(({ phases }) => phases.includes('restore'));
    expect(Object.keys(PARS).sort(), 'write the file anew: npm run par').toEqual(
      restores.map(({ key }) => key).sort(),
    );
  });

  const firsts = EXERCISE_FAMILIES.flatMap(({ id, exercises }) => {
    const exercise = EXERCISES.find((it) => exercises.includes(it.id));
    return exercise ? [[id, exercise] as [string, Exercise]] : [];
  });
  it.each(firsts)('comes out again for the first of %s', { timeout: 60_000 }, (_, exercise) => {
    expect(parEntryOf(exercise, ['reach', 'restore'])).toEqual(PARS[exercise.id]);
  });

  it.each(driven)('is what its own run costs: $key, $phase', ({ key, exercise, phase }) => {
    const par = parOf(key, phase);
    if (!par) return;
    const { goal, spoilt } = judgePhase(exercise, phase, par.moves, par.endMs);
    expect(goal.firstMetMs).toBe(exercise[phase].atSeconds * 1000 + par.endMs);
    expect(goal.firstMet?.steps).toBe(par.actions);
    expect(spoilt.map(({ firstMetMs }) => firstMetMs)).toEqual(spoilt.map(() => null));
    if (phase === 'restore') expect(tenthsOf(goal) / 10).toBe(PARS[key]?.userMinutes);
  });

  it.each(playedSolutions)('is not undercut by $solution.id of $key, $phase', (it) => {
    const { key, exercise, phase, solution } = it;
    const par = parOf(key, phase);
    const moves = solution.steps.map((step) => ({ afterMs: Math.round(step.at * 1000), step: stepOf(step) }));
    const { goal, spoilt } = judgePhase(exercise, phase, moves, solution.untilSeconds * 1000);
    if (!par || spoilt.some(({ firstMetMs }) => firstMetMs !== null)) return;
    if (phase === 'restore')
      expect(tenthsOf(goal) / 10).toBeGreaterThanOrEqual(PARS[key]?.userMinutes ?? Infinity);
    else expect(goal.firstMet?.steps).toBeGreaterThanOrEqual(par.actions);
  });
});
