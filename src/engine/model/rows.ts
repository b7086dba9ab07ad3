/**
 * The twenty-four rows of the guide's Table 2 as data: which pair of states and reasons each prints, with a title of ours.
 * The guide does not number its rows; the numbers count them.
 */
import type { Reason, ShownStateId } from './vocabulary';

/** What one node of a row shows: one of `states` beside one of `reasons`. */
export interface RowSide {
  readonly states: readonly ShownStateId[];
  readonly reasons: readonly (Reason | null)[];
}

/** What a row is about; each row is in one family. */
export type RowFamilyId =
  | 'normal'
  | 'manual-failover-and-fallback'
  | 'recovery-manager-restarts'
  | 'service-and-database-failures'
  | 'lost-peers'
  | 'failed-mode'
  | 'automatic-recovery-and-fallback'
  | 'not-enabled';

/** Names of the families, in the order in which they are taught. */
export const ROW_FAMILIES: Readonly<Record<RowFamilyId, string>> = {
  normal: 'Normal running',
  'manual-failover-and-fallback': 'Manual failover and fallback',
  'recovery-manager-restarts': 'Restarts of the recovery manager',
  'service-and-database-failures': 'Service and database failures',
  'lost-peers': 'Lost peers',
  'failed-mode': 'Failed mode',
  'automatic-recovery-and-fallback': 'Automatic recovery and fallback',
  'not-enabled': 'High availability not enabled',
};

/** One row of Table 2. What leads there and what to do about it stands in `row-texts.ts`, which few need. */
export interface RowDefinition {
  /** 1 to 24, our count. */
  readonly number: number;
  /** What the row is about, as a stable name for files and addresses. */
  readonly slug: string;
  readonly title: string;
  readonly family: RowFamilyId;
  readonly node1: RowSide;
  readonly node2: RowSide;
}

/** One node of a pair as an administrator sees it. */
export interface ShownNode {
  readonly state: ShownStateId;
  readonly reason: Reason | null;
}

const side = (state: ShownStateId, ...reasons: (Reason | null)[]): RowSide => ({ states: [state], reasons });
const failedMode = (reason: Reason): RowSide => side('running-in-failed-mode', reason);
const UNREACHABLE: RowSide = side('unreachable', null);
const NOT_ENABLED: RowSide = side('unknown', null);

/** Every row, in the guide's order: row n stands at index n - 1. */
export const ROWS: readonly RowDefinition[] = [
  {
    number: 1,
    slug: 'both-nodes-normal',
    title: 'Both nodes run normally',
    family: 'normal',
    node1: side('normal', 'Normal'),
    node2: side('normal', 'Normal'),
  },
  {
    number: 2,
    slug: 'manual-failover-in-progress',
    title: 'A manual failover is under way',
    family: 'manual-failover-and-fallback',
    node1: side('failing-over', 'On Admin Request'),
    node2: side('taking-over', 'On Admin Request'),
  },
  {
    number: 3,
    slug: 'manual-failover-complete',
    title: 'A manual failover is complete',
    family: 'manual-failover-and-fallback',
    node1: side('idle', 'On Admin Request'),
    node2: side('running-in-backup-mode', 'On Admin Request'),
  },
  {
    number: 4,
    slug: 'manual-fallback-in-progress',
    title: 'A manual fallback is under way',
    family: 'manual-failover-and-fallback',
    node1: side('taking-back', 'On Admin Request'),
    node2: side('falling-back', 'On Admin Request'),
  },
  {
    number: 5,
    slug: 'idle-node-recovery-manager-restarted',
    title: 'The recovery manager of the idle node was restarted',
    family: 'recovery-manager-restarts',
    node1: side('idle', 'Initialization'),
    node2: side('running-in-backup-mode', 'On Admin Request'),
  },
  {
    number: 6,
    slug: 'both-recovery-managers-restarted',
    title: 'Both recovery managers were restarted after a manual failover',
    family: 'recovery-manager-restarts',
    node1: side('idle', 'Initialization'),
    node2: side('running-in-backup-mode', 'Initialization'),
  },
  {
    number: 7,
    slug: 'backup-recovery-manager-restarted',
    title: 'The recovery manager of the backup was restarted',
    family: 'recovery-manager-restarts',
    node1: side('idle', 'On Admin Request'),
    node2: side('running-in-backup-mode', 'Initialization'),
  },
  {
    number: 8,
    slug: 'recovery-manager-restarted-while-taking-over',
    title: 'The recovery manager was restarted in the middle of taking over',
    family: 'recovery-manager-restarts',
    node1: side('failing-over', 'On Admin Request'),
    node2: side('taking-over', 'Initialization'),
  },
  {
    number: 9,
    slug: 'recovery-manager-restarted-while-taking-back',
    title: 'The recovery manager was restarted in the middle of taking back',
    family: 'recovery-manager-restarts',
    node1: side('taking-back', 'Initialization'),
    node2: side('falling-back', 'On Admin Request'),
  },
  {
    number: 10,
    slug: 'automatic-fallback-in-progress',
    title: 'An automatic fallback is under way',
    family: 'automatic-recovery-and-fallback',
    node1: side('taking-back', 'Automatic Fallback'),
    node2: side('falling-back', 'Automatic Fallback'),
  },
  {
    number: 11,
    slug: 'failed-over-and-well-again',
    title: 'The failed node is well again and waits for a fallback',
    family: 'service-and-database-failures',
    node1: side('failed-over', 'Initialization', 'Critical Service Down'),
    node2: side('running-in-backup-mode', 'Critical Service Down'),
  },
  {
    number: 12,
    slug: 'critical-service-down',
    title: 'A critical service is down',
    family: 'service-and-database-failures',
    node1: side('failed-over-critical-services-not-running', 'Critical Service Down'),
    node2: side('running-in-backup-mode', 'Critical Service Down'),
  },
  {
    number: 13,
    slug: 'database-down',
    title: 'The database is down',
    family: 'service-and-database-failures',
    node1: side('failed-over-critical-services-not-running', 'Database Failure'),
    node2: side('running-in-backup-mode', 'Database Failure'),
  },
  {
    number: 14,
    slug: 'critical-services-did-not-start',
    title: 'Critical services did not start during a fallback',
    family: 'failed-mode',
    node1: failedMode('Start of Critical Services Failed'),
    node2: failedMode('Start of Critical Services Failed'),
  },
  {
    number: 15,
    slug: 'backup-critical-service-down',
    title: 'The backup lost a critical service too',
    family: 'failed-mode',
    node1: failedMode('Critical Service Down'),
    node2: failedMode('Critical Service Down'),
  },
  {
    number: 16,
    slug: 'peer-not-heard',
    title: 'The peer is no longer heard',
    family: 'lost-peers',
    node1: UNREACHABLE,
    node2: side('running-in-backup-mode', 'Peer Down'),
  },
  {
    number: 17,
    slug: 'peer-powered-down',
    title: 'The peer is switched off or reboots',
    family: 'lost-peers',
    node1: UNREACHABLE,
    node2: side('running-in-backup-mode', 'Peer Reboot'),
  },
  {
    number: 18,
    slug: 'peer-missing-at-startup',
    title: 'The peer was missing when this node started',
    family: 'lost-peers',
    node1: {
      states: ['failed-over-critical-services-not-running', 'failed-over'],
      reasons: ['Initialization'],
    },
    node2: side('running-in-backup-mode', 'Peer Down During Initialization'),
  },
  {
    number: 19,
    slug: 'take-over-of-users-failed',
    title: 'Taking the users over failed',
    family: 'failed-mode',
    node1: failedMode('Cisco Server Recovery Manager Take Over Users Failed'),
    node2: failedMode('Cisco Server Recovery Manager Take Over Users Failed'),
  },
  {
    number: 20,
    slug: 'take-back-of-users-failed',
    title: 'Taking the users back failed',
    family: 'failed-mode',
    node1: failedMode('Cisco Server Recovery Manager Take Back Users Failed'),
    node2: failedMode('Cisco Server Recovery Manager Take Back Users Failed'),
  },
  {
    number: 21,
    slug: 'restart-beside-a-failed-peer',
    title: 'A recovery manager started beside a failed peer',
    family: 'failed-mode',
    node1: failedMode('Unknown'),
    node2: failedMode('Unknown'),
  },
  {
    number: 22,
    slug: 'backup-database-down-users-returned',
    title: 'The backup lost its database, and the users went back',
    family: 'automatic-recovery-and-fallback',
    node1: side('backup-activated', 'Auto Recover Database Failure'),
    node2: side('failover-affected-services', 'Auto Recovery Database Failure'),
  },
  {
    number: 23,
    slug: 'backup-service-down-users-returned',
    title: 'The backup lost a service, and the users went back',
    family: 'automatic-recovery-and-fallback',
    node1: side('backup-activated', 'Auto Recover Database Failure'),
    node2: side('failover-affected-services', 'Auto Recover Critical Service Down'),
  },
  {
    number: 24,
    slug: 'high-availability-not-enabled-properly',
    title: 'High availability was not enabled properly',
    family: 'not-enabled',
    node1: NOT_ENABLED,
    node2: NOT_ENABLED,
  },
];

/** Row and order of a pair, by what it shows; built once from {@link ROWS}. */
const ROW_OF_PAIR: ReadonlyMap<string, { readonly number: number; readonly node1: 0 | 1 }> = indexRows();

function pairKey(first: ShownNode, second: ShownNode): string {
  return `${first.state}/${first.reason ?? ''}|${second.state}/${second.reason ?? ''}`;
}

function shownNodes(pattern: RowSide): ShownNode[] {
  return pattern.states.flatMap((state) => pattern.reasons.map((reason) => ({ state, reason })));
}

function indexRows(): Map<string, { number: number; node1: 0 | 1 }> {
  const index = new Map<string, { number: number; node1: 0 | 1 }>();
  for (const row of ROWS)
    for (const first of shownNodes(row.node1))
      for (const second of shownNodes(row.node2)) {
        index.set(pairKey(second, first), { number: row.number, node1: 1 });
        index.set(pairKey(first, second), { number: row.number, node1: 0 });
      }
  return index;
}

/**
 * Finds the row that a pair shows; a pair matches in either order.
 *
 * @param pair what an administrator sees of the two nodes of a group
 * @returns the row, and which of the two given nodes stands as node 1 in it; null if the guide has no row for this pair
 */
export function matchRow(
  pair: readonly [ShownNode, ShownNode],
): { readonly row: RowDefinition; readonly node1: 0 | 1 } | null {
  const found = ROW_OF_PAIR.get(pairKey(pair[0], pair[1]));
  if (!found) return null;
  const row = ROWS[found.number - 1];
  return row ? { row, node1: found.node1 } : null;
}

/** Number of the row of Table 2 that a pair shows, in either order, or null: the guide has no row for this pair. */
export function rowOf(pair: readonly [ShownNode, ShownNode]): number | null {
  return ROW_OF_PAIR.get(pairKey(pair[0], pair[1]))?.number ?? null;
}
