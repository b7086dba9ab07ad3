/** What a node consists of besides its platform: the five critical services, its database and its recovery manager. */
import type { CriticalService } from '../../src/engine';

/** A part of a node that has a page of its own. */
export type ServiceName = CriticalService | 'Database service' | 'Cisco Server Recovery Manager';

/** Every such part, in the guide's order; the two that are not counted among the critical services last. */
export const SERVICE_NAMES: readonly ServiceName[] = [
  'Cisco Client Profile Agent',
  'Cisco Sync Agent',
  'Cisco XCP Router',
  'Cisco SIP Proxy',
  'Cisco Presence Engine',
  'Database service',
  'Cisco Server Recovery Manager',
];

/** Each in one sentence. */
export const SERVICE_SUMMARIES: Readonly<Record<ServiceName, string>> = {
  'Cisco Client Profile Agent':
    'A critical service: if it is down for longer than the Critical Service Delay, the node fails over.',
  'Cisco Sync Agent': 'A critical service, and the one that assigns users to nodes.',
  'Cisco XCP Router': 'A critical service, and the one that client sessions hang on.',
  'Cisco SIP Proxy': 'A critical service, found by way of Related Links in the Control Center.',
  'Cisco Presence Engine':
    'A critical service, the last of the five, found by way of Related Links in the Control Center.',
  'Database service': 'Holds users, state and reason of a node; a failover follows if it stays down.',
  'Cisco Server Recovery Manager': 'Watches services and peer, and decides about failover and fallback.',
};

/** The words of one service's page. */
export interface ServicePageText {
  /** What it has to do with high availability. */
  readonly role: string;
  /** What follows when it goes down, beyond what the page shows of a run. */
  readonly failure: string;
  /** What brings it back. */
  readonly remedy: string;
  /** Which Control Center page of the procedure lists it; null where the guide names none. */
  readonly controlCenter: 'first' | 'second' | null;
  /** Its name on the command line. */
  readonly commandName: string;
  /** A scenario of the gallery in which it goes down. */
  readonly scenario: string;
}

const FAILURE =
  'The node is unhealthy from the first instant, and tells its peer so. Once the Critical Service Delay has passed without a break, it fails over; one that is Running in Backup Mode fails, or is relieved by its peer. While a node initializes, there is no delay.';
const REMEDY =
  'Start it. If it does not start, reboot the node. After a failover the users come back by a fallback only.';

/** Every service's page. */
export const SERVICE_PAGES: Readonly<Record<ServiceName, ServicePageText>> = {
  'Cisco Client Profile Agent': {
    role: 'One of the five services that must run for a node to be fit to serve.',
    failure: FAILURE,
    remedy: REMEDY,
    controlCenter: 'first',
    commandName: 'Cisco Client Profile Agent',
    scenario: 'row-15-backup-critical-service-down',
  },
  'Cisco Sync Agent': {
    role: 'It gives users their home nodes, by the user assignment mode. One of the five services that must run for a node to be fit to serve.',
    failure: `${FAILURE} Meanwhile, a user who is added and whose turn falls on this node stays unassigned until it runs again.`,
    remedy: REMEDY,
    controlCenter: 'first',
    commandName: 'Cisco Sync Agent',
    scenario: 'row-15-backup-critical-service-down',
  },
  'Cisco XCP Router': {
    role: 'Clients speak to the node through it: their sessions end when it stops. One of the five services that must run for a node to be fit to serve.',
    failure: `${FAILURE} The node’s clients do not wait for the delay: they are cut off the moment it stops, and cannot come back here until it runs.`,
    remedy: REMEDY,
    controlCenter: 'first',
    commandName: 'Cisco XCP Router',
    scenario: 'row-12-critical-service-down',
  },
  'Cisco SIP Proxy': {
    role: 'One of the five services that must run for a node to be fit to serve.',
    failure: FAILURE,
    remedy: REMEDY,
    controlCenter: 'second',
    commandName: 'Cisco SIP Proxy',
    scenario: 'row-23-backup-service-down-users-returned',
  },
  'Cisco Presence Engine': {
    role: 'One of the five services that must run for a node to be fit to serve.',
    failure: FAILURE,
    remedy: REMEDY,
    controlCenter: 'second',
    commandName: 'Cisco Presence Engine',
    scenario: 'row-11-failed-over-and-well-again',
  },
  'Database service': {
    role: 'Each node has a database of its own, which replication keeps in step with the others. It holds who is at home where, and the state and reason of the recovery manager, which is why they outlive a restart. It is not counted among the critical services, yet a node without it is not healthy.',
    failure:
      'After the same delay as for a critical service the node fails over, with the reason Database Failure. On the backup it leads to an automatic recovery or to failed mode.',
    remedy:
      'Reboot the node: that is what the guide recommends, and it names no page on which the database could be started.',
    controlCenter: null,
    commandName: 'A Cisco DB',
    scenario: 'row-13-database-down',
  },
  'Cisco Server Recovery Manager': {
    role: 'It sends and hears keep-alives, watches the five services and the database, and carries out failovers, fallbacks and recoveries. All parameters of the heartbeat are its own. It is not counted among the critical services: it is the one that counts.',
    failure:
      'The node shows no state, and its peer hears nothing. Once the Keep Alive (Heartbeat) Timeout has passed, the peer takes all users over with the reason Peer Down. Sessions on the node itself do not end with it. After the start it takes up the state that it kept.',
    remedy:
      'Start or restart it. If the peer has taken over meanwhile, the node comes back as Failed Over, and a fallback brings its users home.',
    controlCenter: null,
    commandName: 'Cisco Server Recovery Manager',
    scenario: 'row-16-peer-not-heard',
  },
};
