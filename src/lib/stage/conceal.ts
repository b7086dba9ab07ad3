/**
 * What the lab keeps to itself, so that it can be found out: hidden from eyes and from the accessibility tree alike, never
 * merely painted over.
 */

/** Which parts are hidden for now. */
export interface ConcealOptions {
  /** The row of Table 2 that the pair shows, its title and its cause. */
  readonly row: boolean;
  /** The reasons beside the states. */
  readonly reasons: boolean;
  /** Why something happened or waits: explanations, rules, waits. */
  readonly explanations: boolean;
  /** State and reason of the second node of each group. */
  readonly peer: boolean;
  /** The event log. */
  readonly log: boolean;
}

/** Nothing is hidden. */
export const CONCEAL_NOTHING: ConcealOptions = {
  row: false,
  reasons: false,
  explanations: false,
  peer: false,
  log: false,
};

/** What stands in the place of a hidden part. */
export const CONCEALED_TEXT = 'Hidden for now';

/** Whether a node's state is hidden: that of the second node of its group, while `peer` is. */
export function isStateConcealed(
  conceal: ConcealOptions,
  groupNodes: readonly string[],
  node: string,
): boolean {
  return conceal.peer && groupNodes.length > 1 && groupNodes[1] === node;
}
