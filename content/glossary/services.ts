/** Services, and the database under them. */
import type { GlossaryEntry } from './entry.ts';

const HEARTBEAT = '[S] Configure Heartbeat Interval for Failover';
const VERIFY = '[S] Verify Services';
const ASSIGNMENT = '[S] Configure User Assignment Mode';
const MANUAL = '[S] Initiate Manual Failover, Fallback, or Recovery';
const INTERACTIONS = '[S] Redundancy Interactions and Restrictions';
const REPLICATION = '[S] Verify Database Replication';
const GENERAL = 'General knowledge';

export const SERVICES: readonly GlossaryEntry[] = [
  {
    slug: 'server-recovery-manager',
    term: 'Cisco Server Recovery Manager',
    alsoCalled: ['SRM', 'Server Recovery Manager', 'Recovery manager'],
    mentions: ['Cisco Server Recovery Manager', 'Server Recovery Manager', 'SRM', 'recovery manager'],
    definition:
      'The service of each node that runs high availability: it sends and expects keep-alives, watches the critical services and the database, and carries out failover, fallback and recovery.',
    sources: [HEARTBEAT, MANUAL],
    seeAlso: ['keep-alive', 'critical-service', 'state'],
    more: {
      label: 'Cisco Server Recovery Manager',
      path: '/reference/services/cisco-server-recovery-manager/',
    },
  },
  {
    slug: 'critical-service',
    term: 'Critical service',
    mentions: ['critical service'],
    definition:
      'One of five services that a node cannot do without: if one of them is down for longer than the Critical Service Delay, the node fails over.',
    sources: [VERIFY, HEARTBEAT],
    seeAlso: [
      'cisco-client-profile-agent',
      'cisco-sync-agent',
      'cisco-xcp-router',
      'cisco-sip-proxy',
      'cisco-presence-engine',
      'critical-service-delay',
    ],
    more: { label: 'All services', path: '/reference/services/' },
  },
  {
    slug: 'critical-service-delay',
    term: 'Critical Service Delay',
    mentions: ['Critical Service Delay'],
    definition:
      'How long a critical service may be down before its node fails over: 90 seconds by default. In that time somebody, or the service itself, can set it right.',
    sources: [HEARTBEAT],
    seeAlso: ['critical-service', 'failover'],
    more: { label: 'Critical Service Delay', path: '/reference/parameters/critical-service-delay/' },
  },
  {
    slug: 'cisco-client-profile-agent',
    term: 'Cisco Client Profile Agent',
    mentions: ['Cisco Client Profile Agent'],
    definition:
      'A critical service: clients log in through it and fetch their settings. It is checked on the first of the two Control Center pages.',
    sources: [VERIFY, GENERAL],
    seeAlso: ['critical-service', 'control-center'],
    more: { label: 'Cisco Client Profile Agent', path: '/reference/services/cisco-client-profile-agent/' },
  },
  {
    slug: 'cisco-sync-agent',
    term: 'Cisco Sync Agent',
    alsoCalled: ['Sync Agent'],
    mentions: ['Cisco Sync Agent', 'Sync Agent', 'sync agent'],
    definition:
      'A critical service: it copies users and settings over from Cisco Unified Communications Manager and assigns each user to a node, as the user assignment mode says.',
    sources: [VERIFY, ASSIGNMENT, GENERAL],
    seeAlso: ['critical-service', 'user-assignment-mode'],
    more: { label: 'Cisco Sync Agent', path: '/reference/services/cisco-sync-agent/' },
  },
  {
    slug: 'cisco-xcp-router',
    term: 'Cisco XCP Router',
    alsoCalled: ['XCP Router'],
    mentions: ['Cisco XCP Router', 'XCP Router'],
    definition:
      'A critical service: it passes messages between all parts of a node and its clients. When it stops, so does every client session of the node, at once.',
    sources: [VERIFY, '[I-25]', GENERAL],
    seeAlso: ['critical-service', 'client-session'],
    more: { label: 'Cisco XCP Router', path: '/reference/services/cisco-xcp-router/' },
  },
  {
    slug: 'cisco-sip-proxy',
    term: 'Cisco SIP Proxy',
    alsoCalled: ['SIP Proxy'],
    mentions: ['Cisco SIP Proxy', 'SIP Proxy'],
    definition:
      'A critical service: it routes SIP requests to and from the node. It is checked on the second of the two Control Center pages, behind Related Links.',
    sources: [VERIFY, GENERAL],
    seeAlso: ['critical-service', 'related-links'],
    more: { label: 'Cisco SIP Proxy', path: '/reference/services/cisco-sip-proxy/' },
  },
  {
    slug: 'cisco-presence-engine',
    term: 'Cisco Presence Engine',
    alsoCalled: ['Presence Engine'],
    mentions: ['Cisco Presence Engine', 'Presence Engine'],
    definition:
      'A critical service: it collects what is known of each user’s availability and tells those who watch. It is checked on the second of the two Control Center pages.',
    sources: [VERIFY, GENERAL],
    seeAlso: ['critical-service', 'presence'],
    more: { label: 'Cisco Presence Engine', path: '/reference/services/cisco-presence-engine/' },
  },
  {
    slug: 'database-replication',
    term: 'Database replication',
    alsoCalled: ['Replication', 'dbreplication'],
    mentions: ['database replication', 'replication'],
    definition:
      'The copying of the publisher’s database to every other node, and of changes between them. Until it is set up, a node does not know the users that it may have to take over.',
    sources: [REPLICATION, '[C] utils dbreplication runtimestate'],
    seeAlso: ['replication-value', 'publisher'],
    more: { label: 'Lesson: verify database replication', path: '/learn/verify-database-replication/' },
  },
  {
    slug: 'replication-value',
    term: 'Replication value',
    alsoCalled: ['Replication setup', 'RTMT value', 'REPLICATION SETUP'],
    mentions: ['replication value'],
    definition:
      'The figure that tells how far the replication of a node has come: 0 not begun, 1 a wrong number of replicates, 2 good, 3 data that differ, 4 a set-up that failed. Only 2 will do.',
    sources: [REPLICATION, '[C] utils dbreplication runtimestate'],
    seeAlso: ['database-replication'],
    more: {
      label: 'utils dbreplication runtimestate',
      path: '/reference/commands/utils-dbreplication-runtimestate/',
    },
  },
  {
    slug: 'publisher',
    term: 'Publisher',
    alsoCalled: ['Database publisher', 'Publisher node'],
    mentions: ['database publisher', 'publisher'],
    definition:
      'The node of a cluster whose database the others copy. Both nodes of a group must have the same publisher, and a check of replication is run on it.',
    sources: ['[S] Configure a Presence Redundancy Group', '[C] utils dbreplication status'],
    seeAlso: ['subscriber', 'database-replication'],
  },
  {
    slug: 'subscriber',
    term: 'Subscriber',
    alsoCalled: ['Subscriber node'],
    mentions: [],
    definition:
      'In talk of databases: a node that copies the publisher’s. In talk of presence: whoever watches somebody else’s availability.',
    sources: ['[C] utils dbreplication repair', INTERACTIONS],
    seeAlso: ['publisher', 'temporary-presence'],
  },
];
