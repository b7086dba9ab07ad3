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
  'Cisco SIP Proxy': 'A critical service, found on the second Control Center page of the procedure.',
  'Cisco Presence Engine': 'A critical service, found on the second Control Center page of the procedure.',
  'Database service': 'Holds users, state and reason of a node; a failover follows if it stays down.',
  'Cisco Server Recovery Manager': 'Watches services and peer, and decides about failover and fallback.',
};
