/** Checks scenario files and single steps of any origin. */
import * as v from 'valibot';
import { coherenceFaults } from './coherence';
import { faultsOf, shownValue, tidyFaults } from './faults';
import { scenarioFileSchema } from './file-schema';
import { LIMITS } from './limits';
import { normalise } from './normalise';
import { untimedStepSchema } from './step-schema';
import { stepFaults } from './step-coherence';
import type { CheckedScenario, CheckedStep, Fault } from './types';

/**
 * Checks a scenario file (format version 1) and fills in its defaults.
 *
 * @param json what the file holds, parsed; of any origin, never trusted
 * @returns the scenario, or every fault with the path of its field. References, times and bounds across fields are looked
 *   at once every field by itself is well-formed.
 */
export function checkScenario(json: unknown): CheckedScenario {
  const tooLong = lengthFaults(json);
  if (tooLong.length > 0) return { ok: false, faults: tooLong };
  const checked = v.safeParse(scenarioFileSchema, json);
  if (!checked.success)
    return { ok: false, faults: tidyFaults(checked.issues.flatMap((issue) => faultsOf(issue))) };
  const faults = coherenceFaults(checked.output);
  if (faults.length > 0) return { ok: false, faults: tidyFaults(faults) };
  return { ok: true, scenario: normalise(checked.output) };
}

/** Lists that are too long are not looked into. */
function lengthFaults(json: unknown): Fault[] {
  if (typeof json !== 'object' || json === null) return [];
  const limits = { steps: LIMITS.steps, expect: LIMITS.expectations } as const;
  return Object.entries(limits).flatMap(([path, most]) => {
    const list: unknown = Reflect.get(json, path);
    return Array.isArray(list) && list.length > most
      ? [{ path, what: `must have at most ${most} entries, not ${shownValue(list)}` }]
      : [];
  });
}

/**
 * Checks one step, given without its instant. Whether the nodes, groups and users that it names exist is for the cluster
 * to say, which refuses it if not.
 *
 * @param json the step as it would stand in a file, without `at`; of any origin, never trusted
 */
export function checkStep(json: unknown): CheckedStep {
  const checked = v.safeParse(untimedStepSchema, json);
  if (!checked.success)
    return { ok: false, faults: tidyFaults(checked.issues.flatMap((issue) => faultsOf(issue))) };
  const { via, ...step } = checked.output;
  const faults = stepFaults(step);
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, step, via: via ?? null };
}
