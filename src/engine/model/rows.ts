/**
 * The twenty-four rows of the guide's Table 2 as data: which pair of states and reasons each prints, what leads there and
 * what to do about it, in our words. The guide does not number its rows; the numbers count them.
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

/** One row of Table 2. `actions` are what an administrator does about it, in order; empty where there is nothing to do. */
export interface RowDefinition {
  /** 1 to 24, our count. */
  readonly number: number;
  /** What the row is about, as a stable name for files and addresses. */
  readonly slug: string;
  readonly title: string;
  readonly family: RowFamilyId;
  readonly node1: RowSide;
  readonly node2: RowSide;
  readonly cause: string;
  readonly actions: readonly string[];
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
    cause: 'Nothing is wrong: each node serves its own users and hears its peer.',
    actions: [],
  },
  {
    number: 2,
    slug: 'manual-failover-in-progress',
    title: 'A manual failover is under way',
    family: 'manual-failover-and-fallback',
    node1: side('failing-over', 'On Admin Request'),
    node2: side('taking-over', 'On Admin Request'),
    cause: 'Somebody asked for a failover of node 1. It gives its users up, and node 2 is taking them.',
    actions: [],
  },
  {
    number: 3,
    slug: 'manual-failover-complete',
    title: 'A manual failover is complete',
    family: 'manual-failover-and-fallback',
    node1: side('idle', 'On Admin Request'),
    node2: side('running-in-backup-mode', 'On Admin Request'),
    cause:
      'The requested failover of node 1 has ended. Its critical services stay stopped, and node 2 serves everybody.',
    actions: ['When the work on node 1 is done, fall back to it.'],
  },
  {
    number: 4,
    slug: 'manual-fallback-in-progress',
    title: 'A manual fallback is under way',
    family: 'manual-failover-and-fallback',
    node1: side('taking-back', 'On Admin Request'),
    node2: side('falling-back', 'On Admin Request'),
    cause: 'Somebody asked for a fallback. Node 1 starts its services and gets its users back from node 2.',
    actions: [],
  },
  {
    number: 5,
    slug: 'idle-node-recovery-manager-restarted',
    title: 'The recovery manager of the idle node was restarted',
    family: 'recovery-manager-restarts',
    node1: side('idle', 'Initialization'),
    node2: side('running-in-backup-mode', 'On Admin Request'),
    cause:
      'After a manual failover, the SRM of node 1 was restarted. It came back as Idle; only its reason is new.',
    actions: ['Fall back to node 1 when it may serve again.'],
  },
  {
    number: 6,
    slug: 'both-recovery-managers-restarted',
    title: 'Both recovery managers were restarted after a manual failover',
    family: 'recovery-manager-restarts',
    node1: side('idle', 'Initialization'),
    node2: side('running-in-backup-mode', 'Initialization'),
    cause:
      'After a manual failover both SRMs, or both whole nodes, were restarted. Each took its kept state up again.',
    actions: ['Fall back to node 1 when it may serve again.'],
  },
  {
    number: 7,
    slug: 'backup-recovery-manager-restarted',
    title: 'The recovery manager of the backup was restarted',
    family: 'recovery-manager-restarts',
    node1: side('idle', 'On Admin Request'),
    node2: side('running-in-backup-mode', 'Initialization'),
    cause:
      'After a manual failover, the SRM of node 2 was restarted and was heard again before node 1 gave it up.',
    actions: ['Fall back to node 1 when it may serve again.'],
  },
  {
    number: 8,
    slug: 'recovery-manager-restarted-while-taking-over',
    title: 'The recovery manager was restarted in the middle of taking over',
    family: 'recovery-manager-restarts',
    node1: side('failing-over', 'On Admin Request'),
    node2: side('taking-over', 'Initialization'),
    cause:
      'During a manual failover, the SRM of node 2 was restarted. It begins to take over anew; node 1 did not have to give it up.',
    actions: ['Let it finish: the failover goes on by itself.'],
  },
  {
    number: 9,
    slug: 'recovery-manager-restarted-while-taking-back',
    title: 'The recovery manager was restarted in the middle of taking back',
    family: 'recovery-manager-restarts',
    node1: side('taking-back', 'Initialization'),
    node2: side('falling-back', 'On Admin Request'),
    cause:
      'During a manual fallback, the SRM of node 1 was restarted. It begins to take its users back anew.',
    actions: ['Let it finish: both nodes then show Normal.'],
  },
  {
    number: 10,
    slug: 'automatic-fallback-in-progress',
    title: 'An automatic fallback is under way',
    family: 'automatic-recovery-and-fallback',
    node1: side('taking-back', 'Automatic Fallback'),
    node2: side('falling-back', 'Automatic Fallback'),
    cause:
      'Automatic fallback is switched on, and node 1 has been well for half an hour after its failover. Its users return.',
    actions: [],
  },
  {
    number: 11,
    slug: 'failed-over-and-well-again',
    title: 'The failed node is well again and waits for a fallback',
    family: 'service-and-database-failures',
    node1: side('failed-over', 'Initialization', 'Critical Service Down'),
    node2: side('running-in-backup-mode', 'Critical Service Down'),
    cause:
      'A critical service had stopped on node 1 and runs again: somebody started it (Critical Service Down stays as the reason), or node 1 was rebooted (Initialization).',
    actions: ['Fall back to node 1: both nodes then show Normal.'],
  },
  {
    number: 12,
    slug: 'critical-service-down',
    title: 'A critical service is down',
    family: 'service-and-database-failures',
    node1: side('failed-over-critical-services-not-running', 'Critical Service Down'),
    node2: side('running-in-backup-mode', 'Critical Service Down'),
    cause:
      'A critical service of node 1 has been down for longer than the Critical Service Delay. Node 2 took the users over by itself.',
    actions: [
      'Find the service that is down on node 1 and start it.',
      'If it does not start, reboot node 1.',
      'Once all five run, fall back to node 1.',
    ],
  },
  {
    number: 13,
    slug: 'database-down',
    title: 'The database is down',
    family: 'service-and-database-failures',
    node1: side('failed-over-critical-services-not-running', 'Database Failure'),
    node2: side('running-in-backup-mode', 'Database Failure'),
    cause: 'The database service of node 1 has been down for too long. Node 2 took the users over by itself.',
    actions: ['Reboot node 1.', 'Once its critical services run, fall back to it.'],
  },
  {
    number: 14,
    slug: 'critical-services-did-not-start',
    title: 'Critical services did not start during a fallback',
    family: 'failed-mode',
    node1: failedMode('Start of Critical Services Failed'),
    node2: failedMode('Start of Critical Services Failed'),
    cause:
      'Node 1 was taking its users back, and one of its critical services would not start. Neither node serves well now.',
    actions: [
      'Look for the service that is down on the node that was taking back, and press Recover.',
      'If it still does not start, reboot that node.',
      'Once its critical services run, fall back to it.',
    ],
  },
  {
    number: 15,
    slug: 'backup-critical-service-down',
    title: 'The backup lost a critical service too',
    family: 'failed-mode',
    node1: failedMode('Critical Service Down'),
    node2: failedMode('Critical Service Down'),
    cause:
      'A critical service stopped on the node that ran as the backup while its peer was not fit to serve.',
    actions: [
      'Look for the service that is down on the backup, and press Recover.',
      'If it still does not start, reboot the backup.',
    ],
  },
  {
    number: 16,
    slug: 'peer-not-heard',
    title: 'The peer is no longer heard',
    family: 'lost-peers',
    node1: UNREACHABLE,
    node2: side('running-in-backup-mode', 'Peer Down'),
    cause:
      'Node 2 heard no keep-alive until its time-out: the network is cut, or the SRM of node 1 does not run. Node 2 took over by itself.',
    actions: [
      'Mend the network between the nodes. They may fail once they hear each other again: press Recover.',
      'Or start the SRM of node 1, then fall back to it.',
      'If node 1 is down, repair it and switch it on.',
      'Once it is up with its critical services running, fall back to it.',
    ],
  },
  {
    number: 17,
    slug: 'peer-powered-down',
    title: 'The peer is switched off or reboots',
    family: 'lost-peers',
    node1: UNREACHABLE,
    node2: side('running-in-backup-mode', 'Peer Reboot'),
    cause:
      'The platform of node 1 went away: broken hardware, no power, a shutdown or a restart. Node 2 took over by itself.',
    actions: [
      'Repair node 1 and switch it on.',
      'Once it is up with its critical services running, fall back to it.',
    ],
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
    cause:
      'Node 2 started and did not hear node 1 in time, so it took over. Node 1 came up later and found it serving.',
    actions: ['When node 1 is up with its critical services running, fall back to it.'],
  },
  {
    number: 19,
    slug: 'take-over-of-users-failed',
    title: 'Taking the users over failed',
    family: 'failed-mode',
    node1: failedMode('Cisco Server Recovery Manager Take Over Users Failed'),
    node2: failedMode('Cisco Server Recovery Manager Take Over Users Failed'),
    cause: 'The users could not be moved during a failover, perhaps because of an error in the database.',
    actions: ['Press Recover.', 'If it comes back, reboot the nodes.'],
  },
  {
    number: 20,
    slug: 'take-back-of-users-failed',
    title: 'Taking the users back failed',
    family: 'failed-mode',
    node1: failedMode('Cisco Server Recovery Manager Take Back Users Failed'),
    node2: failedMode('Cisco Server Recovery Manager Take Back Users Failed'),
    cause: 'The users could not be moved during a fallback, perhaps because of an error in the database.',
    actions: ['Press Recover.', 'If it comes back, reboot the nodes.'],
  },
  {
    number: 21,
    slug: 'restart-beside-a-failed-peer',
    title: 'A recovery manager started beside a failed peer',
    family: 'failed-mode',
    node1: failedMode('Unknown'),
    node2: failedMode('Unknown'),
    cause:
      'The SRM of one node restarted while the other was in failed mode; the cause of the first failure is no longer shown. An internal error can give the same picture.',
    actions: ['Press Recover.', 'If it comes back, reboot the nodes.'],
  },
  {
    number: 22,
    slug: 'backup-database-down-users-returned',
    title: 'The backup lost its database, and the users went back',
    family: 'automatic-recovery-and-fallback',
    node1: side('backup-activated', 'Auto Recover Database Failure'),
    node2: side('failover-affected-services', 'Auto Recovery Database Failure'),
    cause:
      'The database stopped on the node that ran as the backup. Its peer had failed over but was well again, so it took everybody by itself.',
    actions: ['Bring the database of node 2 back, then fall back to node 2.'],
  },
  {
    number: 23,
    slug: 'backup-service-down-users-returned',
    title: 'The backup lost a service, and the users went back',
    family: 'automatic-recovery-and-fallback',
    node1: side('backup-activated', 'Auto Recover Database Failure'),
    node2: side('failover-affected-services', 'Auto Recover Critical Service Down'),
    cause:
      'A critical service stopped on the node that ran as the backup. Its peer had failed over but was well again, so it took everybody by itself. Node 1 shows a database reason all the same, as the table prints it.',
    actions: ['Start the service of node 2, then fall back to node 2.'],
  },
  {
    number: 24,
    slug: 'high-availability-not-enabled-properly',
    title: 'High availability was not enabled properly',
    family: 'not-enabled',
    node1: NOT_ENABLED,
    node2: NOT_ENABLED,
    cause: 'High availability was switched on while an SRM did not run. Neither node knows where it stands.',
    actions: ['Restart the SRM of both nodes.'],
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
