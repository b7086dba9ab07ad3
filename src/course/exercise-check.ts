/** What must be true of an exercise, proved by running it through the engine. */
import { checkScenario } from '../engine';
import { driveClaims } from './check/drive';
import { explainClaims } from './check/explain';
import { predictClaims } from './check/predict';
import { claim, type Claim, type Proof } from './check/proof';
import type { Exercise, Par, Variant } from './exercise';
import { coherenceFaults } from './exercise-coherence';
import { variantOf } from './variant';

export type { Proof } from './check/proof';

/** Fewest users of an exercise, so that cost means something. */
const FEWEST_USERS = 24;

/** The cheapest restore that was found: of the exercise itself (null) or of a variant, by id. */
export type KnownPar = (variantId: string | null) => Par | undefined;

/**
 * Proves an exercise.
 *
 * @param exercise well-formed (see exercise-schema.ts)
 * @param parOf what a restore may cost; where it is not known, the cost of solutions is not looked at
 * @returns every proof, in the order of the phases
 */
export function checkExercise(exercise: Exercise, parOf: KnownPar = () => undefined): readonly Proof[] {
  const inGroup = (group: string, claims: readonly Claim[]): Proof[] =>
    claims.map((one) => ({ group, ...one }));
  return [
    ...inGroup('cluster', [usersClaim(exercise.scenario)]),
    ...inGroup('predict', predictClaims(exercise)),
    ...inGroup('reach', driveClaims(exercise, 'reach')),
    ...inGroup('explain', explainClaims(exercise)),
    ...inGroup('restore', driveClaims(exercise, 'restore', parOf(null))),
    ...exercise.transfer.flatMap((variant) =>
      inGroup(`transfer ${variant.id}`, variantClaims(exercise, variant, parOf(variant.id))),
    ),
  ];
}

function usersClaim(scenario: unknown): Claim {
  const checked = checkScenario(scenario);
  const users = checked.ok ? checked.scenario.users : 0;
  return claim(`there are at least ${FEWEST_USERS} users`, users >= FEWEST_USERS, `there are ${users}`);
}

function variantClaims(exercise: Exercise, variant: Variant, par: Par | undefined): Claim[] {
  const played = variantOf(exercise, variant);
  const faults = coherenceFaults(played);
  const text = JSON.stringify({ ...exercise, transfer: [] });
  const strangers = Object.keys(variant.rename ?? {}).filter((name) => !text.includes(name));
  const claims = [
    claim(
      'it is well-formed',
      faults.length === 0,
      faults.map(({ path, what }) => `${path}: ${what}`).join('; '),
    ),
    claim('it renames what there is', strangers.length === 0, `there is no ${strangers.join(', ')}`),
  ];
  if (faults.length > 0) return claims;
  return [
    ...claims,
    usersClaim(played.scenario),
    ...(variant.phases.includes('reach') ? driveClaims(played, 'reach') : []),
    ...(variant.phases.includes('explain') ? explainClaims(played) : []),
    ...(variant.phases.includes('restore') ? driveClaims(played, 'restore', par) : []),
  ];
}
