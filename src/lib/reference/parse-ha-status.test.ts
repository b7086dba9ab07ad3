import { describe, expect, it } from 'vitest';
import { REASONS, ROWS, STATES, type Reason, type RowSide, type ShownStateId } from '../../engine';
import { findRows } from './find-rows';
import { parseHaStatus, type Vocabulary } from './parse-ha-status';

const VOCABULARY: Vocabulary = {
  states: [
    ...Object.values(STATES).map(({ id, name }) => [id, name] as const),
    ['unreachable', 'Unreachable'],
  ],
  reasons: REASONS,
};

const read = (text: string) => parseHaStatus(text, VOCABULARY);

/** Slugs of the rows that fit the first group of a text. */
function rowsOf(text: string): readonly string[] {
  const [one, other] = read(text).groups[0]?.nodes ?? [];
  return one && other ? findRows(one, other, ROWS).fitting.map(({ slug }) => slug) : [];
}

const nameOf = (state: ShownStateId): string =>
  state === 'unreachable' ? 'Unreachable' : STATES[state].name;

interface Shown {
  readonly state: ShownStateId;
  readonly reason: Reason | null;
}

const shown = ({ states, reasons }: RowSide): Shown[] =>
  states.flatMap((state) => reasons.map((reason) => ({ state, reason })));

/** A node's line as the command prints it: no reason for Normal, and none where there is none. */
const line = (place: number, { state, reason }: Shown): string =>
  `Node ${place} Name : imp${place} State: ${nameOf(state)}${
    reason === null || state === 'normal' ? '' : ` Reason: ${reason}`
  }`;

const PAIRS = ROWS.flatMap((row) =>
  shown(row.node1).flatMap((one) => shown(row.node2).map((other) => ({ slug: row.slug, one, other }))),
);

describe('what the command prints', () => {
  it.each(PAIRS)('$slug is found from its two lines, in both orders', ({ slug, one, other }) => {
    expect(rowsOf(`Subcluster Name: Default\n${line(1, one)}\n${line(2, other)}`)).toEqual([slug]);
    expect(rowsOf(`Subcluster Name: Default\n${line(1, other)}\n${line(2, one)}`)).toEqual([slug]);
  });

  it.each(PAIRS)('$slug is found with lines broken after every word', ({ slug, one, other }) => {
    const wrapped = `${line(1, one)}\n${line(2, other)}`.replaceAll(' ', '\n');
    expect(rowsOf(wrapped)).toEqual([slug]);
  });

  it.each(PAIRS)('$slug is found in what somebody types', ({ slug, one, other }) => {
    const said = ({ state, reason }: Shown): string =>
      `${nameOf(state)}${reason === null ? '' : ` / ${reason}`}`;
    expect(rowsOf(`${said(one)}, ${said(other)}`)).toEqual([slug]);
    expect(rowsOf(`${said(other).toUpperCase()}\n${said(one).toLowerCase()}`)).toEqual([slug]);
  });

  it.each([
    ['Failed', 'Failed', 'Critical Service Down', 'backup-critical-service-down'],
    ['Failed Mode', 'Failed', 'Unknown', 'restart-beside-a-failed-peer'],
    ['Failover', 'Taking Over', 'On Admin Request', 'manual-failover-in-progress'],
    ['Idle', 'Backup Mode', 'On Admin Request', 'manual-failover-complete'],
  ])('reads the shortened %s and %s', (one, other, reason, slug) => {
    const text = `Node 1 Name : a State: ${one} Reason: ${reason}\nNode 2 Name : b State: ${other} Reason: ${reason}`;
    expect(rowsOf(text)).toEqual([slug]);
  });

  it('passes over prompts, requests and whatever else stands around it', () => {
    const text = `login as: admin
Command Line Interface is starting up, please wait ...
admin:utils ha failover imp1
Initiate Manual Failover for Node > imp1
Request SUCCESSFUL.

Subcluster Name: DefaultCUPSubCluster
Node 1 Name : imp1.example.com State: Failing Over Reason: On Admin
 Request
Node 2 Name : imp2.example.com State: Taking Over Reason: On Admin Request
admin:utils service list`;
    expect(read(text)).toEqual({
      groups: [
        {
          name: 'DefaultCUPSubCluster',
          nodes: [
            { name: 'imp1.example.com', state: 'failing-over', reason: 'On Admin Request' },
            { name: 'imp2.example.com', state: 'taking-over', reason: 'On Admin Request' },
          ],
        },
      ],
      unread: [],
    });
  });

  it('reads several groups, of two nodes and of one', () => {
    const text = `Subcluster Name: A\n${line(1, { state: 'normal', reason: 'Normal' })}\n${line(2, { state: 'normal', reason: 'Normal' })}
Subcluster Name: B\n${line(1, { state: 'unknown', reason: 'High Availability Not Enabled' })}`;
    const { groups } = read(text);
    expect(groups.map(({ name, nodes }) => [name, nodes.length])).toEqual([
      ['A', 2],
      ['B', 1],
    ]);
  });

  it('tells high availability that is off from high availability that was not enabled properly', () => {
    const off = { state: 'unknown', reason: 'High Availability Not Enabled' } as const;
    const broken = { state: 'unknown', reason: null } as const;
    expect(rowsOf(`${line(1, off)}\n${line(2, off)}`)).toEqual([]);
    expect(rowsOf(`${line(1, broken)}\n${line(2, broken)}`)).toEqual([
      'high-availability-not-enabled-properly',
    ]);
  });

  it('reads a state without a reason as one whose reason is not known', () => {
    const text = 'State: Running in Failed Mode\nState: Running in Failed Mode';
    expect(rowsOf(text)).toHaveLength(5);
  });
});

describe('what cannot be read', () => {
  it('is named, with what comes near', () => {
    const { unread } = read(
      'State: Runing in Bakup Mode Reason: Peer Dwon\nState: Idle Reason: On Admin Request',
    );
    expect(unread).toEqual([
      { text: 'Runing in Bakup Mode', near: ['Running in Backup Mode'] },
      { text: 'Peer Dwon', near: ['Peer Down'] },
    ]);
  });

  it('is named in typed words too, and the rest is read', () => {
    const { groups, unread } = read('imp1 Idel, imp2 Running in Backup Mode / On Admin Request');
    expect(groups[0]?.nodes[0]?.state).toBe('running-in-backup-mode');
    expect(unread[0]?.text).toBe('imp1 idel');
  });

  it('two equal words are two nodes', () => {
    expect(rowsOf('Normal Normal')).toEqual(['both-nodes-normal']);
    expect(rowsOf('Unknown unknown')).toEqual(['high-availability-not-enabled-properly']);
  });

  it.each([
    ['nothing', ''],
    ['labels alone', 'State: Reason: State:'],
    ['markup', '<img src=x onerror=alert(1)> State: <script>alert(1)</script>'],
    ['names of built-in things', 'State: constructor Reason: __proto__ State: toString'],
    ['letters of other scripts', 'State: Ідле Reason: 待機 \u202e\u0000'],
    ['a megabyte of labels', 'State: '.repeat(150_000)],
    ['a megabyte of one letter', 'a'.repeat(1_000_000)],
    ['many spaces', `State:${' '.repeat(500_000)}x`],
  ])('takes %s without harm', (_what, text) => {
    const startedMs = performance.now();
    const { groups, unread } = read(text);
    expect(groups.flatMap(({ nodes }) => nodes).filter(({ state }) => state !== null)).toEqual([]);
    expect(unread.every((one) => one.text.length <= 80)).toBe(true);
    expect(performance.now() - startedMs).toBeLessThan(500);
  });
});

describe('a pair without a row', () => {
  it('leads to rows that share a state, those that share its reason first', () => {
    const { fitting, near } = findRows(
      { state: 'failed-over', reason: 'Initialization' },
      { state: 'running-in-backup-mode', reason: 'Peer Down' },
      ROWS,
    );
    expect(fitting).toEqual([]);
    expect(
      near
        .slice(0, 3)
        .map(({ slug }) => slug)
        .sort(),
    ).toEqual(['failed-over-and-well-again', 'peer-missing-at-startup', 'peer-not-heard'].sort());
  });

  it('finds nothing for what no row knows', () => {
    const { fitting, near } = findRows(
      { state: 'initializing', reason: 'Initialization' },
      { state: 'initializing', reason: 'Initialization' },
      ROWS,
    );
    expect([...fitting, ...near]).toEqual([]);
  });
});
