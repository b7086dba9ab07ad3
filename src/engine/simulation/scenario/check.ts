/** Checks scenario files and single steps of any origin. */
import * as v from 'valibot';
import { coherenceFaults, remainingFaults } from './coherence';
import { faultsOf, tidyFaults } from './faults';
import { scenarioFileSchema } from './file-schema';
import { normalise } from './normalise';
import { remainderOf } from './remainder';
import { untimedStepSchema } from './step-schema';
import { stepFaults } from './step-coherence';
import type { CheckedScenario, CheckedStep } from './types';

/**
 * Checks a scenario file (format version 1) and fills in its defaults.
 *
 * @param json what the file holds, parsed; of any origin, never trusted
 * @returns the scenario, or every fault with the path of its field: first those of fields by themselves, then those of
 *   references, times and bounds across the others
 */
export function checkScenario(json: unknown): CheckedScenario {
  const checked = v.safeParse(scenarioFileSchema, json);
  if (!checked.success) {
    const own = checked.issues.flatMap((issue) => faultsOf(issue));
    const rest = remainderOf(json, checked.issues);
    return { ok: false, faults: tidyFaults(rest ? [...own, ...remainingFaults(rest)] : own) };
  }
  const faults = coherenceFaults(checked.output);
  if (faults.length > 0) return { ok: false, faults: tidyFaults(faults) };
  return { ok: true, scenario: normalise(checked.output) };
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
