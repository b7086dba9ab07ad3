import { describe, expect, it } from 'vitest';
import { matchRow, ROW_FAMILIES, rowOf, ROWS, type ShownNode } from './rows';
import { REASONS, STATE_IDS } from './vocabulary';

const shown = (state: ShownNode['state'], reason: ShownNode['reason']): ShownNode => ({ state, reason });

/** Section 9 of the model, typed a second time: [row, node 1, node 2] in every spelling the table allows. */
const TABLE_2: readonly (readonly [number, ShownNode, ShownNode])[] = [
  [1, shown('normal', 'Normal'), shown('normal', 'Normal')],
  [2, shown('failing-over', 'On Admin Request'), shown('taking-over', 'On Admin Request')],
  [3, shown('idle', 'On Admin Request'), shown('running-in-backup-mode', 'On Admin Request')],
  [4, shown('taking-back', 'On Admin Request'), shown('falling-back', 'On Admin Request')],
  [5, shown('idle', 'Initialization'), shown('running-in-backup-mode', 'On Admin Request')],
  [6, shown('idle', 'Initialization'), shown('running-in-backup-mode', 'Initialization')],
  [7, shown('idle', 'On Admin Request'), shown('running-in-backup-mode', 'Initialization')],
  [8, shown('failing-over', 'On Admin Request'), shown('taking-over', 'Initialization')],
  [9, shown('taking-back', 'Initialization'), shown('falling-back', 'On Admin Request')],
  [10, shown('taking-back', 'Automatic Fallback'), shown('falling-back', 'Automatic Fallback')],
  [11, shown('failed-over', 'Initialization'), shown('running-in-backup-mode', 'Critical Service Down')],
  [
    11,
    shown('failed-over', 'Critical Service Down'),
    shown('running-in-backup-mode', 'Critical Service Down'),
  ],
  [
    12,
    shown('failed-over-critical-services-not-running', 'Critical Service Down'),
    shown('running-in-backup-mode', 'Critical Service Down'),
  ],
  [
    13,
    shown('failed-over-critical-services-not-running', 'Database Failure'),
    shown('running-in-backup-mode', 'Database Failure'),
  ],
  [
    14,
    shown('running-in-failed-mode', 'Start of Critical Services Failed'),
    shown('running-in-failed-mode', 'Start of Critical Services Failed'),
  ],
  [
    15,
    shown('running-in-failed-mode', 'Critical Service Down'),
    shown('running-in-failed-mode', 'Critical Service Down'),
  ],
  [16, shown('unreachable', null), shown('running-in-backup-mode', 'Peer Down')],
  [17, shown('unreachable', null), shown('running-in-backup-mode', 'Peer Reboot')],
  [
    18,
    shown('failed-over-critical-services-not-running', 'Initialization'),
    shown('running-in-backup-mode', 'Peer Down During Initialization'),
  ],
  [
    18,
    shown('failed-over', 'Initialization'),
    shown('running-in-backup-mode', 'Peer Down During Initialization'),
  ],
  [
    19,
    shown('running-in-failed-mode', 'Cisco Server Recovery Manager Take Over Users Failed'),
    shown('running-in-failed-mode', 'Cisco Server Recovery Manager Take Over Users Failed'),
  ],
  [
    20,
    shown('running-in-failed-mode', 'Cisco Server Recovery Manager Take Back Users Failed'),
    shown('running-in-failed-mode', 'Cisco Server Recovery Manager Take Back Users Failed'),
  ],
  [21, shown('running-in-failed-mode', 'Unknown'), shown('running-in-failed-mode', 'Unknown')],
  [
    22,
    shown('backup-activated', 'Auto Recover Database Failure'),
    shown('failover-affected-services', 'Auto Recovery Database Failure'),
  ],
  [
    23,
    shown('backup-activated', 'Auto Recover Database Failure'),
    shown('failover-affected-services', 'Auto Recover Critical Service Down'),
  ],
  [24, shown('unknown', null), shown('unknown', null)],
];

describe('the rows of Table 2', () => {
  it.each(TABLE_2)('row %i is found in either order of its nodes', (number, node1, node2) => {
    expect(rowOf([node1, node2])).toBe(number);
    expect(rowOf([node2, node1])).toBe(number);
    expect(matchRow([node1, node2])).toEqual({ row: ROWS[number - 1], node1: 0 });
  });

  it.each(TABLE_2.filter(([, node1, node2]) => JSON.stringify(node1) !== JSON.stringify(node2)))(
    'row %i tells which of two nodes in the other order stands as node 1',
    (number, node1, node2) => {
      expect(matchRow([node2, node1])).toEqual({ row: ROWS[number - 1], node1: 1 });
    },
  );

  it('prints exactly 26 of all conceivable pairs, counting the two spellings of rows 11 and 18', () => {
    const nodes = [...STATE_IDS, 'unreachable' as const].flatMap((state) =>
      [...REASONS, null].map((reason) => shown(state, reason)),
    );
    let found = 0;
    nodes.forEach((first, index) => {
      for (const second of nodes.slice(index)) if (rowOf([first, second]) !== null) found += 1;
    });
    expect(found).toBe(26);
  });

  it.each([
    ['nodes with high availability off', shown('unknown', 'High Availability Not Enabled'), 'same'],
    ['two backups', shown('running-in-backup-mode', 'Peer Down'), 'same'],
    ['two nodes that cannot be seen', shown('unreachable', null), 'same'],
    ['failed mode for two reasons', shown('running-in-failed-mode', 'Unknown'), 'other'],
  ] as const)('has no row for %s', (_, node, peer) => {
    const second = peer === 'same' ? node : shown('running-in-failed-mode', 'Critical Service Down');
    expect(rowOf([node, second])).toBeNull();
    expect(matchRow([node, second])).toBeNull();
  });

  it('counts 24 rows in order, each with its own slug and title, in a family that exists', () => {
    expect(ROWS.map((row) => row.number)).toEqual(Array.from({ length: 24 }, (_, index) => index + 1));
    expect(new Set(ROWS.map((row) => row.slug)).size).toBe(24);
    expect(new Set(ROWS.map((row) => row.title)).size).toBe(24);
    for (const row of ROWS) {
      expect(row.slug).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(Object.keys(ROW_FAMILIES)).toContain(row.family);
    }
    expect(new Set(ROWS.map((row) => row.family))).toEqual(new Set(Object.keys(ROW_FAMILIES)));
  });
});
