import { describe, expect, it } from 'vitest';
import { EXERCISE_FAMILIES, EXERCISES } from '../../content/exercises';
import { PARS } from '../../content/exercises/par';
import type { Exercise } from '../../src/course/exercise';
import type { PhasePars } from '../../src/course/par-book';
import { parsOf, stepOf } from '../../src/course/search/par';
import { variantOf } from '../../src/course/variant';
import { judgePhase, tenthsOf } from './search-play';

/** Every exercise and every variant, as it is played, with the pars that stand in the file. */
const played = EXERCISES.flatMap((exercise) => {
  const own = { name: exercise.id, exercise, phases: ['reach', 'restore'], pars: PARS[exercise.id] };
  const variants = exercise.transfer.map((variant) => ({
    name: `${exercise.id}, ${variant.id}`,
    exercise: variantOf(exercise, variant),
    phases: variant.phases as readonly string[],
    pars: PARS[exercise.id]?.variants[variant.id],
  }));
  return [own, ...variants];
});

const driven = played.flatMap(({ phases, ...rest }) =>
  (['reach', 'restore'] as const).flatMap((phase) => (phases.includes(phase) ? [{ ...rest, phase }] : [])),
);

/** The moves of a par's run, as the search tells them. */
const movesOf = (pars: PhasePars | undefined, phase: 'reach' | 'restore') =>
  (pars?.[phase]?.moves ?? []).map((move) => ({ afterMs: Math.round(move.at * 1000), step: stepOf(move) }));

const playedSolutions = driven.flatMap(({ name, exercise, phase, pars }) =>
  exercise[phase].solutions.map((solution) => ({ name, exercise, phase, pars, solution })),
);

describe('par', () => {
  it.each(played)('is there for $name', ({ phases, pars }) => {
    expect(pars?.restore !== undefined).toBe(phases.includes('restore'));
  });

  it('is there for nothing that is not', () => {
    const known = EXERCISES.map((exercise) => [exercise.id, exercise.transfer.map(({ id }) => id).sort()]);
    const there = Object.entries(PARS).map(([id, { variants }]) => [id, Object.keys(variants).sort()]);
    expect(there.sort()).toEqual(known.sort());
  });

  const first = EXERCISE_FAMILIES.flatMap(({ id, exercises }) => {
    const exercise = EXERCISES.find((it) => exercises.includes(it.id));
    return exercise ? [[id, exercise] as [string, Exercise]] : [];
  });
  it.each(first)('comes out again for the first of %s', (_, exercise) => {
    const { variants: _variants, ...pars } = PARS[exercise.id]!;
    expect(parsOf(exercise, ['reach', 'restore'])).toEqual(pars);
  });

  it.each(driven)('is what its own run costs: $name, $phase', ({ exercise, phase, pars }) => {
    const par = pars?.[phase];
    if (!par) return;
    const { goal, spoilt } = judgePhase(exercise, phase, movesOf(pars, phase), par.seconds * 1000);
    expect(goal.firstMetMs).toBe(exercise[phase].atSeconds * 1000 + par.seconds * 1000);
    expect(goal.firstMet?.steps).toBe(par.actions);
    expect(spoilt.map(({ firstMetMs }) => firstMetMs)).toEqual(spoilt.map(() => null));
    if ('userMinutes' in par) expect(tenthsOf(goal) / 10).toBe(par.userMinutes);
  });

  it.each(playedSolutions)('is not undercut by $solution.id of $name, $phase', (it) => {
    const { exercise, phase, pars, solution } = it;
    const moves = solution.steps.map((step) => ({ afterMs: Math.round(step.at * 1000), step: stepOf(step) }));
    const { goal } = judgePhase(exercise, phase, moves, solution.untilSeconds * 1000);
    const par = pars?.[phase];
    if (!par || !goal.firstMet) return;
    if ('userMinutes' in par) expect(tenthsOf(goal) / 10).toBeGreaterThanOrEqual(par.userMinutes);
    else expect(goal.firstMet.steps).toBeGreaterThanOrEqual(par.actions);
  });
});
