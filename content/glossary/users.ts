/** Users, their clients and what they see. */
import type { GlossaryEntry } from './entry.ts';

const OVERVIEW = '[S] Presence Redundancy Group Overview';
const HEARTBEAT = '[S] Configure Heartbeat Interval for Failover';
const ASSIGNMENT = '[S] Configure User Assignment Mode';
const MANUAL = '[S] Initiate Manual Failover, Fallback, or Recovery';
const INTERACTIONS = '[S] Redundancy Interactions and Restrictions';
const GENERAL = 'General knowledge';

export const USERS: readonly GlossaryEntry[] = [
  {
    slug: 'presence',
    term: 'Presence',
    alsoCalled: ['Availability', 'Presence status'],
    mentions: [],
    definition:
      'Whether somebody can be reached now: available, away, busy, offline. Clients publish it, and others watch it.',
    sources: [GENERAL],
    seeAlso: ['temporary-presence', 'cisco-presence-engine'],
  },
  {
    slug: 'user-assignment-mode',
    term: 'User assignment mode',
    alsoCalled: ['User Assignment Mode for Presence Server'],
    mentions: ['user assignment mode', 'User Assignment Mode for Presence Server'],
    definition:
      'The enterprise parameter that says how users are spread over the nodes of a cluster: Balanced, Active-Standby or None.',
    sources: [ASSIGNMENT],
    seeAlso: ['balanced-mode', 'active-standby-mode', 'home-node'],
    more: {
      label: 'User Assignment Mode for Presence Server',
      path: '/reference/parameters/user-assignment-mode-for-presence-server/',
    },
  },
  {
    slug: 'balanced-mode',
    term: 'Balanced mode',
    alsoCalled: ['Balanced'],
    mentions: ['balanced mode', 'Balanced'],
    definition:
      'Every node gets about as many users as every other. Both nodes of a pair work, and a failover concerns half of the pair’s users. This is the default.',
    sources: [OVERVIEW, ASSIGNMENT],
    seeAlso: ['active-standby-mode', 'user-assignment-mode'],
  },
  {
    slug: 'active-standby-mode',
    term: 'Active/standby mode',
    alsoCalled: ['Active-Standby', 'Active/standby'],
    mentions: ['active/standby mode', 'Active-Standby', 'active/standby'],
    definition:
      'All users of a pair belong to its first node, and the second waits. If the first fails, everybody moves; if the second does, nobody notices.',
    sources: [OVERVIEW, ASSIGNMENT],
    seeAlso: ['balanced-mode', 'user-assignment-mode'],
  },
  {
    slug: 'home-node',
    term: 'Home node',
    alsoCalled: ['Assigned node'],
    mentions: ['home node'],
    definition:
      'The node a user is assigned to. It stays the same during a failover: the user is served elsewhere for a while, and goes home with the fallback.',
    sources: [MANUAL, ASSIGNMENT],
    seeAlso: ['serving-node', 'user-assignment-mode'],
  },
  {
    slug: 'serving-node',
    term: 'Serving node',
    mentions: ['serving node'],
    definition:
      'The node on which the database places a user now: the home node, or the backup after a failover. A client that logs in goes there.',
    sources: ['[I-30]'],
    seeAlso: ['home-node', 'client-session'],
  },
  {
    slug: 'client-session',
    term: 'Client session',
    alsoCalled: ['Session'],
    mentions: ['client session'],
    definition:
      'The log-in of one client at the node that serves its user. It ends when the user is placed on another node, and the client then waits before it logs in again.',
    sources: [MANUAL, '[I-25]'],
    seeAlso: ['re-login', 'serving-node'],
  },
  {
    slug: 're-login',
    term: 'Re-login',
    alsoCalled: ['Client re-login', 'Log in again'],
    mentions: ['re-login'],
    definition:
      'The log-in of a client that lost its node. Each client waits a time of its own between a lower and an upper limit, by default 120 and 537 seconds, so that not everybody comes at once.',
    sources: [HEARTBEAT, '[I-26]'],
    seeAlso: ['client-session', 'cupc'],
    more: {
      label: 'Client Re-Login Lower Limit',
      path: '/reference/parameters/client-re-login-lower-limit/',
    },
  },
  {
    slug: 'jabber',
    term: 'Cisco Jabber',
    alsoCalled: ['Jabber'],
    mentions: ['Cisco Jabber', 'Jabber'],
    definition:
      'The client for messages, presence and calls on a computer or a phone. When its node fails, it moves to the other node of the group by itself.',
    sources: [OVERVIEW],
    seeAlso: ['re-login', 'cupc'],
  },
  {
    slug: 'cupc',
    term: 'CUPC',
    alsoCalled: ['Cisco Unified Personal Communicator'],
    mentions: ['CUPC'],
    definition:
      'Cisco Unified Personal Communicator, the client before Jabber. The two re-login limits of a node bind it from version 8.5 on.',
    sources: [HEARTBEAT, GENERAL],
    seeAlso: ['re-login', 'jabber'],
  },
  {
    slug: 'multiple-device-messaging',
    term: 'Multiple Device Messaging',
    alsoCalled: ['MDM'],
    mentions: ['Multiple Device Messaging'],
    definition:
      'A feature that delivers a user’s messages to all of the user’s devices. Where it is in use, a failover takes about twice as long as the parameters would have it.',
    sources: [INTERACTIONS, '[I-4]'],
    seeAlso: ['failover'],
    more: { label: 'Lesson: interactions and restrictions', path: '/learn/interactions-and-restrictions/' },
  },
  {
    slug: 'temporary-presence',
    term: 'Temporary presence',
    alsoCalled: ['Temporary presence status'],
    mentions: ['temporary presence'],
    definition:
      'The availability of somebody who is not on the contact list, as a search shows it. The subscription behind it is lost in a failover, a fallback or a move, and nobody tells the watcher.',
    sources: [INTERACTIONS],
    seeAlso: ['stale', 'presence'],
    more: { label: 'Lesson: interactions and restrictions', path: '/learn/interactions-and-restrictions/' },
  },
  {
    slug: 'stale',
    term: 'Stale',
    mentions: ['stale'],
    definition:
      'Said of a presence that is no longer true because nothing updates it. A new search sets it right, if the one before it has been deleted for at least 30 seconds.',
    sources: [INTERACTIONS],
    seeAlso: ['temporary-presence'],
  },
  {
    slug: 'user-minute',
    term: 'User-minute',
    mentions: ['user-minute'],
    definition:
      'Our measure of what an outage costs: one user who waits to log in for one minute, or is online for one minute on a node that is not fit to serve.',
    sources: ['[I-32]'],
    seeAlso: ['client-session', 'failover'],
  },
];
