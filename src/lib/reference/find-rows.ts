/** Which rows of Table 2 fit what is known of two nodes, in either order. */
import type { RowDefinition, RowSide } from '../../engine';
import type { ReadNode } from './parse-ha-status';

/** What the finder needs of a row. */
export type FinderRow = Pick<RowDefinition, 'slug' | 'title' | 'node1' | 'node2'>;

/** What is known of one node; a state of null and a reason that is undefined were not said. */
export type Sight = Pick<ReadNode, 'state' | 'reason'>;

/** Rows that fit, and where none does, those that share the most, the nearest first. */
export interface Finding {
  readonly fitting: readonly FinderRow[];
  readonly near: readonly FinderRow[];
}

const MOST_NEAR = 6;

const fitsState = (side: RowSide, { state }: Sight): boolean => state === null || side.states.includes(state);
const fitsReason = (side: RowSide, { reason }: Sight): boolean =>
  reason === undefined || side.reasons.includes(reason);
const fits = (side: RowSide, sight: Sight): boolean => fitsState(side, sight) && fitsReason(side, sight);

/** 2 for the same state and reason, 1 for the same state alone, 0 otherwise. */
const closeness = (side: RowSide, sight: Sight): number =>
  sight.state === null || !fitsState(side, sight) ? 0 : fitsReason(side, sight) ? 2 : 1;

/**
 * Finds the rows for a pair of which something may not be known.
 *
 * @returns all rows that agree with what is known; `near` is empty unless there is none
 */
export function findRows(one: Sight, other: Sight, rows: readonly FinderRow[]): Finding {
  const fitting = rows.filter(
    ({ node1, node2 }) =>
      (fits(node1, one) && fits(node2, other)) || (fits(node1, other) && fits(node2, one)),
  );
  if (fitting.length > 0) return { fitting, near: [] };
  const scored = rows.map((row) => ({
    row,
    score: Math.max(
      closeness(row.node1, one) + closeness(row.node2, other),
      closeness(row.node1, other) + closeness(row.node2, one),
    ),
  }));
  const near = scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_NEAR)
    .map(({ row }) => row);
  return { fitting, near };
}
