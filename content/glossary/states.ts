/** States, reasons and the table of them. */
import type { GlossaryEntry } from './entry.ts';

const VERIFY = '[S] Verify Services';
const MANUAL = '[S] Initiate Manual Failover, Fallback, or Recovery';
const INTERACTIONS = '[S] Redundancy Interactions and Restrictions';
const TABLE_1 = '[S] Table 1';
const TABLE_2 = '[S] Table 2';

export const STATES: readonly GlossaryEntry[] = [
  {
    slug: 'state',
    term: 'State',
    alsoCalled: ['Node state'],
    mentions: ['node state'],
    definition:
      'What a node is doing for its group, as its Server Recovery Manager shows it. There are fourteen, and each comes with a reason.',
    sources: [TABLE_1, TABLE_2, '[I-2]'],
    seeAlso: ['reason', 'steady-state', 'transition-state', 'failed-state'],
    more: { label: 'All node states', path: '/reference/states/' },
  },
  {
    slug: 'reason',
    term: 'Reason',
    mentions: [],
    definition:
      'What stands beside a state and says why the node is in it, for instance On Admin Request or Peer Down. State and reason of both nodes together lead to a row of the table.',
    sources: [TABLE_2],
    seeAlso: ['state', 'row'],
    more: { label: 'All reasons', path: '/reference/reasons/' },
  },
  {
    slug: 'row',
    term: 'Row',
    mentions: [],
    definition:
      'One line of the guide’s table of states: what node 1 and node 2 show, what has led there and what to do. There are twenty-four; the guide does not number them, we do.',
    sources: [TABLE_2],
    seeAlso: ['state', 'reason'],
    more: { label: 'The whole table', path: '/reference/table/' },
  },
  {
    slug: 'steady-state',
    term: 'Steady state',
    alsoCalled: ['Stable state'],
    mentions: ['steady state'],
    definition:
      'A state that lasts until somebody acts or something new happens, such as Normal, Idle, Failed Over or Running in Backup Mode.',
    sources: [TABLE_1],
    seeAlso: ['transition-state', 'failed-state'],
  },
  {
    slug: 'transition-state',
    term: 'Transition state',
    alsoCalled: ['Transition'],
    mentions: ['transition state'],
    definition:
      'A state that ends by itself, such as Initializing, Failing Over, Taking Over, Taking Back or Falling Back. There is nothing to do but to wait and see how it ends.',
    sources: [TABLE_1],
    seeAlso: ['steady-state', 'failed-state'],
  },
  {
    slug: 'failed-state',
    term: 'Failed state',
    alsoCalled: ['Failed mode'],
    mentions: ['failed state', 'failed mode'],
    definition:
      'Running in Failed Mode: something went wrong that the pair cannot settle alone. Both nodes come to stand in it, and a recovery leads out once the cause is repaired.',
    sources: [TABLE_1, MANUAL],
    seeAlso: ['recovery', 'steady-state'],
    more: { label: 'Running in Failed Mode', path: '/reference/states/running-in-failed-mode/' },
  },
  {
    slug: 'failover-state',
    term: 'Failover state',
    mentions: ['failover state'],
    definition:
      'Any state from the beginning of a failover to the end of its fallback. While one node of a cluster is in such a state, no users can be added to the cluster.',
    sources: [INTERACTIONS, MANUAL],
    seeAlso: ['failover', 'state'],
  },
  {
    slug: 'unreachable',
    term: 'Unreachable',
    mentions: [],
    definition:
      'Our word for a node of which no state can be seen: it is off, its Server Recovery Manager does not run, or the network to it is cut. It still keeps the state that it was in.',
    sources: ['[S] Table 2, rows 16 and 17', '[I-1]'],
    seeAlso: ['lost-peer', 'state'],
  },
  {
    slug: 'healthy',
    term: 'Healthy',
    mentions: [],
    definition:
      'Said here of a node whose five critical services are all started and whose database is up. While a node initializes, its replication has to be in order too.',
    sources: [VERIFY, '[I-10]'],
    seeAlso: ['critical-service', 'database-replication'],
  },
];
