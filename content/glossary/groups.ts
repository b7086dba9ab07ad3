/** Groups, and what happens to them. */
import type { GlossaryEntry } from './entry.ts';

const OVERVIEW = '[S] Presence Redundancy Group Overview';
const HEARTBEAT = '[S] Configure Heartbeat Interval for Failover';
const ASSIGNMENT = '[S] Configure User Assignment Mode';
const MANUAL = '[S] Initiate Manual Failover, Fallback, or Recovery';
const TABLE_1 = '[S] Table 1';
const TABLE_2 = '[S] Table 2';
const GENERAL = 'General knowledge';

export const GROUPS: readonly GlossaryEntry[] = [
  {
    slug: 'presence-redundancy-group',
    term: 'Presence redundancy group',
    alsoCalled: ['Redundancy group', 'PRG'],
    mentions: ['presence redundancy group', 'redundancy group', 'Presence Redundancy Group'],
    definition:
      'One node of a cluster, or two that watch each other and can stand in for each other. Only a group of two can have high availability, and a node is in one group at most.',
    sources: [OVERVIEW, '[S] Configure a Presence Redundancy Group'],
    seeAlso: ['high-availability', 'subcluster', 'peer'],
    more: { label: 'Lesson: configure a group', path: '/learn/configure-a-group/' },
  },
  {
    slug: 'subcluster',
    term: 'Subcluster',
    mentions: ['subcluster'],
    definition:
      'Another word for a presence redundancy group: the command line prints the name of a group as its subcluster name, and the user assignment modes speak of subclusters.',
    sources: [ASSIGNMENT, '[C] utils ha status'],
    seeAlso: ['presence-redundancy-group', 'user-assignment-mode'],
  },
  {
    slug: 'cluster',
    term: 'Cluster',
    mentions: [],
    definition:
      'All IM and Presence nodes that share one set of users and parameters and replicate one database from the same publisher. It holds one or more redundancy groups.',
    sources: [OVERVIEW],
    seeAlso: ['node', 'publisher'],
  },
  {
    slug: 'node',
    term: 'Node',
    alsoCalled: ['Server', 'Presence Server'],
    mentions: [],
    definition:
      'One server of a cluster, real or virtual: a platform with an operating system, a database, the services of IM and Presence, and a Server Recovery Manager.',
    sources: [OVERVIEW],
    seeAlso: ['platform', 'peer'],
  },
  {
    slug: 'peer',
    term: 'Peer',
    alsoCalled: ['Peer node'],
    mentions: ['peer node'],
    definition: 'The other node of the group, seen from one of the two.',
    sources: [OVERVIEW],
    seeAlso: ['presence-redundancy-group', 'keep-alive'],
  },
  {
    slug: 'platform',
    term: 'Platform',
    mentions: [],
    definition:
      'The machine and operating system under a node. It can be shut down, restarted or lose its power, and everything else on the node goes with it.',
    sources: ['[S] Table 2, row 17', GENERAL],
    seeAlso: ['node'],
  },
  {
    slug: 'redundancy',
    term: 'Redundancy',
    mentions: [],
    definition:
      'Having a second node that can do the work of the first. Redundancy alone says nothing of who starts the change: with high availability the nodes do it themselves.',
    sources: [OVERVIEW, GENERAL],
    seeAlso: ['high-availability', 'presence-redundancy-group'],
  },
  {
    slug: 'high-availability',
    term: 'High availability',
    alsoCalled: ['HA'],
    mentions: ['high availability', 'HA'],
    definition:
      'The setting of a group of two that lets each node watch the other and take its users when it fails. Without it both nodes show the state Unknown, and nobody takes over from anybody.',
    sources: [OVERVIEW, '[S] Enable High Availability', '[C] utils ha status'],
    seeAlso: ['failover', 'server-recovery-manager'],
    more: { label: 'Lesson: enable high availability', path: '/learn/enable-high-availability/' },
  },
  {
    slug: 'failover',
    term: 'Failover',
    alsoCalled: ['Fail over'],
    mentions: ['failover', 'automatic failover'],
    definition:
      'The move of all users of one node to its peer. It begins by itself when a critical service, the database or the whole node fails, or because an administrator asks for it.',
    sources: [OVERVIEW, TABLE_2],
    seeAlso: ['manual-failover', 'fallback', 'failover-state'],
    more: { label: 'Lesson: what a group is for', path: '/learn/what-a-group-is-for/' },
  },
  {
    slug: 'manual-failover',
    term: 'Manual failover',
    mentions: ['manual failover'],
    definition:
      'A failover that somebody asks for, usually to work on the node. Its critical services are stopped, the node ends in Idle, and it stays there until a fallback is asked for.',
    sources: [MANUAL],
    seeAlso: ['failover', 'fallback'],
    more: { label: 'Lesson: failover, fallback, recovery', path: '/learn/failover-fallback-recovery/' },
  },
  {
    slug: 'fallback',
    term: 'Fallback',
    alsoCalled: ['Fall back', 'Manual fallback'],
    mentions: ['fallback', 'manual fallback'],
    definition:
      'The way home after a failover: the node that had given its users up starts what it lacks and gets them back from the backup. Clients lose their connection once more and log in at home.',
    sources: [OVERVIEW, MANUAL],
    seeAlso: ['automatic-fallback', 'failover', 'backup-node'],
  },
  {
    slug: 'automatic-fallback',
    term: 'Automatic fallback',
    mentions: ['automatic fallback'],
    definition:
      'A fallback that nobody has to ask for, half an hour after the failed node is healthy again. It is switched off by default, and it never follows a manual failover.',
    sources: [HEARTBEAT, '[I-13]'],
    seeAlso: ['fallback', 'healthy'],
    more: { label: 'Enable Automatic Fallback', path: '/reference/parameters/enable-automatic-fallback/' },
  },
  {
    slug: 'automatic-recovery',
    term: 'Automatic recovery',
    alsoCalled: ['Auto-recovery', 'Automatic recovery fallback'],
    mentions: ['automatic recovery', 'auto-recovery'],
    definition:
      'What happens when the backup fails while its peer is Failed Over and healthy: the peer takes all users back at once. The group then shows Backup Activated beside Failover Affected Services.',
    sources: [OVERVIEW, '[S] Table 2, rows 22 and 23'],
    seeAlso: ['backup-node', 'fallback'],
  },
  {
    slug: 'recovery',
    term: 'Recovery',
    alsoCalled: ['Recover', 'Manual recovery'],
    mentions: ['manual recovery', 'recovery of the group'],
    definition:
      'The way out when both nodes are Running in Failed Mode: the Server Recovery Managers of both are restarted, services that are down are started, and the pair begins anew. The button is called Recover.',
    sources: [MANUAL, '[I-21]'],
    seeAlso: ['failed-state', 'server-recovery-manager'],
  },
  {
    slug: 'keep-alive',
    term: 'Keep-alive',
    alsoCalled: ['Heartbeat', 'Keep alive message'],
    mentions: ['keep-alive', 'heartbeat'],
    definition:
      'The short message by which a node tells its peer that it is there, and in which state. It goes out every 15 seconds unless the interval is changed; a peer that is not heard for 60 seconds counts as lost.',
    sources: [HEARTBEAT, '[I-5]'],
    seeAlso: ['lost-peer', 'server-recovery-manager'],
    more: {
      label: 'Keep Alive (Heartbeat) Interval',
      path: '/reference/parameters/keep-alive-heartbeat-interval/',
    },
  },
  {
    slug: 'lost-peer',
    term: 'Lost peer',
    mentions: ['lost peer'],
    definition:
      'A peer of which no keep-alive has arrived for as long as the time-out allows. Whether it is down or only cut off makes no difference to who has lost it: it takes the users over.',
    sources: [HEARTBEAT, '[I-16]'],
    seeAlso: ['keep-alive', 'split-brain'],
    more: {
      label: 'Keep Alive (Heartbeat) Timeout',
      path: '/reference/parameters/keep-alive-heartbeat-timeout/',
    },
  },
  {
    slug: 'primary-node',
    term: 'Primary node',
    mentions: ['primary node'],
    definition:
      'The node that failed over and waits to get its users back. The word goes with the moment, not with the machine: either node of a pair can be the primary of a failover.',
    sources: [HEARTBEAT, MANUAL],
    seeAlso: ['backup-node', 'home-node'],
  },
  {
    slug: 'backup-node',
    term: 'Backup node',
    alsoCalled: ['Backup', 'Secondary server'],
    mentions: ['backup node'],
    definition:
      'The node that has taken its peer’s users. It shows Running in Backup Mode and carries the whole group, so its own failure is the one that hurts most.',
    sources: [MANUAL, TABLE_1],
    seeAlso: ['primary-node', 'automatic-recovery'],
    more: { label: 'Running in Backup Mode', path: '/reference/states/running-in-backup-mode/' },
  },
  {
    slug: 'split-brain',
    term: 'Split brain',
    mentions: ['split brain'],
    definition:
      'Two nodes that both act as the owner of the same users, because each believes the other to be gone. The guide has no word for it; this one is common for clusters of every kind.',
    sources: ['[I-20]', GENERAL],
    seeAlso: ['lost-peer', 'failed-state'],
  },
  {
    slug: 'task-flow',
    term: 'Task flow',
    mentions: ['task flow'],
    definition:
      'The six steps from two running nodes to a working group, in this order: check replication, check services, make the group, set the heartbeat, enable high availability, choose how users are assigned.',
    sources: ['[S] Presence Redundancy Group Task Flow'],
    seeAlso: ['presence-redundancy-group', 'high-availability'],
    more: { label: 'The lessons of the task flow', path: '/learn/' },
  },
  {
    slug: 'round-trip',
    term: 'Round trip',
    alsoCalled: ['Round-trip time', 'Latency', 'WAN'],
    mentions: ['round trip'],
    definition:
      'The time a message and its answer take together. Between nodes over a wide-area network it may be 80 milliseconds at most, with 10 megabits per second kept free for each cluster.',
    sources: ['[S] Presence Redundancy Group Prerequisites'],
    seeAlso: ['keep-alive', 'database-replication'],
    more: { label: 'Lesson: before you start', path: '/learn/before-you-start/' },
  },
];
