/** Whether a step can be done: an answer with its reason, made by the same code that guards the doing. */

/** null: it can be done. `refused`: it cannot, and why. `idle`: it can, but changes nothing, and why. */
export type Verdict = null | { readonly refused: string } | { readonly idle: string };

/** It cannot be done. */
export const refused = (why: string): Verdict => ({ refused: why });

/** It can be done, but there is nothing to do. */
export const idle = (why: string): Verdict => ({ idle: why });

/** True if the step must not be done. */
export const isRefused = (verdict: Verdict): verdict is { readonly refused: string } =>
  verdict !== null && 'refused' in verdict;
