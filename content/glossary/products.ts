/** Products, administration pages and the command line. */
import type { GlossaryEntry } from './entry.ts';

const OVERVIEW = '[S] Presence Redundancy Group Overview';
const HEARTBEAT = '[S] Configure Heartbeat Interval for Failover';
const VERIFY = '[S] Verify Services';
const ASSIGNMENT = '[S] Configure User Assignment Mode';
const REPLICATION = '[S] Verify Database Replication';
const GENERAL = 'General knowledge';

export const PRODUCTS: readonly GlossaryEntry[] = [
  {
    slug: 'im-and-presence-service',
    term: 'IM and Presence Service',
    alsoCalled: ['IM&P', 'Cisco Unified Presence', 'CUP'],
    mentions: ['IM and Presence Service'],
    definition:
      'Cisco’s product for instant messages and for showing who is available. This site simulates how it keeps two of its nodes redundant, and nothing else of it.',
    sources: [OVERVIEW],
    seeAlso: ['presence', 'jabber'],
  },
  {
    slug: 'cisco-unified-communications-manager',
    term: 'Cisco Unified Communications Manager',
    alsoCalled: ['CUCM', 'Unified CM', 'Call manager'],
    mentions: ['Cisco Unified Communications Manager', 'Unified CM'],
    definition:
      'The telephony system that an IM and Presence cluster belongs to. Users come from it, and its administration pages are where redundancy groups are set up.',
    sources: ['[S] Configure a Presence Redundancy Group', GENERAL],
    seeAlso: ['cisco-unified-cm-administration', 'im-and-presence-service'],
  },
  {
    slug: 'serviceability',
    term: 'Cisco Unified IM and Presence Serviceability',
    alsoCalled: ['Serviceability'],
    mentions: ['Cisco Unified IM and Presence Serviceability', 'Serviceability'],
    definition:
      'The administration pages for what runs on a node: here services are looked at, started, stopped and restarted.',
    sources: [VERIFY],
    seeAlso: ['control-center', 'critical-service'],
  },
  {
    slug: 'control-center',
    term: 'Control Center - Network Services',
    alsoCalled: ['Control Center'],
    mentions: ['Control Center - Network Services', 'Control Center'],
    definition:
      'The page in Serviceability, under Tools, that lists the services of a node with their status. Three of the critical services stand on it, the other two on the page behind its Related Links.',
    sources: [VERIFY],
    seeAlso: ['serviceability', 'related-links'],
    more: { label: 'Lesson: verify services', path: '/learn/verify-services/' },
  },
  {
    slug: 'related-links',
    term: 'Related Links',
    mentions: ['Related Links'],
    definition:
      'The list at the top of an administration page that leads to pages of the same kind. Choose one there and press Go.',
    sources: [VERIFY],
    seeAlso: ['control-center'],
  },
  {
    slug: 'cisco-unified-cm-administration',
    term: 'Cisco Unified CM Administration',
    mentions: ['Cisco Unified CM Administration'],
    definition:
      'The administration pages of Cisco Unified Communications Manager. Redundancy groups and enterprise parameters are found here, under System.',
    sources: ['[S] Configure a Presence Redundancy Group', ASSIGNMENT],
    seeAlso: ['enterprise-parameter', 'im-and-presence-administration'],
  },
  {
    slug: 'im-and-presence-administration',
    term: 'Cisco Unified CM IM and Presence Administration',
    mentions: ['Cisco Unified CM IM and Presence Administration'],
    definition:
      'The administration pages of the IM and Presence nodes themselves. The service parameters of the heartbeat are found here, under System.',
    sources: [HEARTBEAT],
    seeAlso: ['service-parameter', 'cisco-unified-cm-administration'],
  },
  {
    slug: 'service-parameter',
    term: 'Service parameter',
    mentions: ['service parameter'],
    definition:
      'A setting of one service, either for the whole cluster or for a node at a time. Those of the Server Recovery Manager govern heartbeat, delays and automatic fallback.',
    sources: [HEARTBEAT],
    seeAlso: ['server-recovery-manager', 'enterprise-parameter'],
    more: { label: 'All parameters', path: '/reference/parameters/' },
  },
  {
    slug: 'enterprise-parameter',
    term: 'Enterprise parameter',
    mentions: ['enterprise parameter'],
    definition:
      'A setting of the whole installation rather than of one service. The user assignment mode is one.',
    sources: [ASSIGNMENT],
    seeAlso: ['user-assignment-mode', 'service-parameter'],
  },
  {
    slug: 'command-line',
    term: 'Command line',
    alsoCalled: ['CLI', 'Terminal', 'Console'],
    mentions: ['command line', 'CLI'],
    definition:
      'The text interface of each node, with the prompt admin:. It is reached by SSH over the network or on the serial console, and it knows the commands for replication, services and high availability.',
    sources: [REPLICATION, '[C] utils ha status'],
    seeAlso: ['ssh', 'serial-console'],
    more: { label: 'All commands', path: '/reference/commands/' },
  },
  {
    slug: 'ssh',
    term: 'SSH',
    alsoCalled: ['Secure Shell'],
    mentions: ['SSH'],
    definition:
      'An encrypted connection to a node’s command line over the network. It needs a node that is up and can be reached.',
    sources: [REPLICATION, GENERAL],
    seeAlso: ['command-line', 'serial-console'],
  },
  {
    slug: 'serial-console',
    term: 'Serial console',
    mentions: ['serial console'],
    definition:
      'A cable from a computer to the serial port of a node. It gives the command line even where the network to the node is cut.',
    sources: [REPLICATION, GENERAL],
    seeAlso: ['command-line', 'ssh'],
  },
];
