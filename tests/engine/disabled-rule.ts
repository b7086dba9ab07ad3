/** `scripts/prove-rules.ts` runs these tests once for each rule, with the rule switched off: some test must then fail. */
import { isInForce, withoutRule } from '../../src/engine/rules/table';

/** Name of the environment variable that says which rule to switch off. */
export const DISABLED_RULE = 'PROVE_WITHOUT_RULE';

/** Switches the rule off that the environment names, if it names one. */
export function obeyDisabledRule(): void {
  const id = process.env[DISABLED_RULE];
  if (id !== undefined && isInForce(id)) withoutRule(id);
}
