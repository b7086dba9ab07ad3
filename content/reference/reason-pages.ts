/** What the page of each reason says beyond what the inspector of the lab says of it (`src/lib/inspector/meanings.ts`). */
import type { Reason } from '../../src/engine';
import type { Command } from './commands';
import type { ParameterId } from './parameters';
import type { ServiceName } from './services';

/** The words of one reason's page, and what it has to do with. */
export interface ReasonPageText {
  /** When it is printed, and how it goes away. */
  readonly background: string;
  /** What to look at first. */
  readonly look: string;
  readonly parameters?: readonly ParameterId[];
  readonly services?: readonly ServiceName[];
  readonly commands?: readonly Command[];
}

const SERVICES: readonly ServiceName[] = [
  'Cisco Client Profile Agent',
  'Cisco Sync Agent',
  'Cisco XCP Router',
  'Cisco SIP Proxy',
  'Cisco Presence Engine',
];

/** Every reason's page. */
export const REASON_PAGES: Readonly<Record<Reason, ReasonPageText>> = {
  Normal: {
    background:
      'It stands beside the state Normal and nowhere else. The command line leaves it out: utils ha status prints no reason for a node in Normal.',
    look: 'Nothing needs looking at.',
    commands: ['utils ha status'],
  },
  'On Admin Request': {
    background:
      'A failover or a fallback was asked for, on the page or by command. The reason stays as long as what was asked for lasts; after a failover that is until the fallback. A restart of the recovery manager replaces it by Initialization.',
    look: 'Ask who did it, and whether the work on the node is done. If so, fall back.',
    commands: ['utils ha failover', 'utils ha fallback'],
  },
  Initialization: {
    background:
      'The recovery manager has started: with the node, by a restart, or because high availability was just switched on. Beside a state such as Idle it says that the state is older than this start. It goes away with the next change of state.',
    look: 'Find out what restarted the manager: a reboot, a person or a fault. The state itself tells what to do.',
    parameters: ['initializationKeepAliveTimeout'],
    services: ['Cisco Server Recovery Manager'],
    commands: ['utils service restart', 'utils system restart'],
  },
  'Automatic Fallback': {
    background:
      'Enable Automatic Fallback is on, and a node that had failed over has been healthy for thirty minutes without a break. Both nodes show it while the users return.',
    look: 'Nothing needs doing. If it surprised you, look at the parameter.',
    parameters: ['automaticFallback'],
  },
  'Critical Service Down': {
    background:
      'One of the five critical services did not run for the whole Critical Service Delay. A node that initializes does not wait for the delay. The reason stays after the service runs again, until the fallback or a reboot.',
    look: 'List the services of the node that is out, and start the one that is down. If it does not start, reboot the node.',
    parameters: ['criticalServiceDelay'],
    services: SERVICES,
    commands: ['utils service list', 'utils service start'],
  },
  'Database Failure': {
    background:
      'The database service was down for too long; we assume the same delay as for a critical service. While a node initializes, a replication value other than 2 counts as a failure of the database too: so it can follow directly on switching high availability on.',
    look: 'Look at replication on both nodes. If the database itself is down, reboot the node.',
    parameters: ['criticalServiceDelay'],
    services: ['Database service'],
    commands: ['utils dbreplication runtimestate', 'utils dbreplication status'],
  },
  'Start of Critical Services Failed': {
    background:
      'Critical services are started during a fallback and during a recovery. One of them did not come up, so the node could not serve, and both nodes went into failed mode.',
    look: 'Find the service that is down, try to start it by hand, then recover. If it does not start, reboot that node.',
    services: SERVICES,
    commands: ['utils service list', 'utils service start', 'utils ha recover'],
  },
  'Peer Down': {
    background:
      'No keep-alive came for the whole Keep Alive (Heartbeat) Timeout, although the peer’s platform seems to be up: its recovery manager does not run, or the network between the nodes is cut. The node has taken all users over.',
    look: 'Check the network between the nodes, and whether the recovery manager of the peer runs.',
    parameters: ['keepAliveTimeout', 'keepAliveInterval'],
    services: ['Cisco Server Recovery Manager'],
    commands: ['utils service list', 'utils service start'],
  },
  'Peer Reboot': {
    background:
      'No keep-alive came for the whole Keep Alive (Heartbeat) Timeout, because the peer’s platform went down: a shutdown, a restart, no power, broken hardware. The node has taken all users over. The lab always knows which of the two silences it is; a real node cannot always tell.',
    look: 'Bring the peer up again, wait until its critical services run, then fall back.',
    parameters: ['keepAliveTimeout', 'keepAliveInterval'],
    commands: ['utils system restart', 'utils system shutdown'],
  },
  'Peer Down During Initialization': {
    background:
      'The node started, heard nothing of its peer for the whole Initialization Keep Alive (Heartbeat) Timeout, and took the group over. So it looks after a power cut in which only one node came back.',
    look: 'Bring the other node up; it will stand aside. Then fall back to it.',
    parameters: ['initializationKeepAliveTimeout'],
  },
  'Cisco Server Recovery Manager Take Over Users Failed': {
    background:
      'During a failover the backup tried to move the users to itself and could not. Users live in the database, so an error there is the first suspect.',
    look: 'Recover the group. If the reason comes back, reboot the nodes.',
    services: ['Database service', 'Cisco Server Recovery Manager'],
    commands: ['utils ha recover', 'utils dbreplication runtimestate', 'utils system restart'],
  },
  'Cisco Server Recovery Manager Take Back Users Failed': {
    background:
      'During a fallback the users could not be moved home. Users live in the database, so an error there is the first suspect. A recovery that cannot bring the users home ends with this reason as well.',
    look: 'Recover the group. If the reason comes back, reboot the nodes.',
    services: ['Database service', 'Cisco Server Recovery Manager'],
    commands: ['utils ha recover', 'utils dbreplication runtimestate', 'utils system restart'],
  },
  Unknown: {
    background:
      'Beside Running in Failed Mode it means that the cause is not, or no longer, known: one recovery manager started while the other had failed, or the two nodes came to contradict each other, as they do when both have the users and the network returns.',
    look: 'Recover the group. If it fails again, reboot the nodes, and look at the network between them.',
    services: ['Cisco Server Recovery Manager'],
    commands: ['utils ha recover', 'utils system restart'],
  },
  'Auto Recover Database Failure': {
    background:
      'It stands on the node that took everybody back after its backup had failed. The guide prints it there in both cases, also when it was a service that failed.',
    look: 'Look at the other node: its reason says what really failed.',
    services: ['Database service'],
  },
  'Auto Recovery Database Failure': {
    background:
      'It stands on the former backup whose database failed. Only one letter group tells it from Auto Recover Database Failure, which the guide prints for the other node of the same pair.',
    look: 'Bring the database of this node back, by a reboot if need be, then fall back to it.',
    services: ['Database service'],
    commands: ['utils system restart', 'utils ha fallback'],
  },
  'Auto Recover Critical Service Down': {
    background:
      'It stands on the former backup of which a critical service failed. Its peer has all the users.',
    look: 'Start the service on this node, then fall back to it.',
    services: SERVICES,
    commands: ['utils service list', 'utils service start', 'utils ha fallback'],
  },
  'High Availability Not Enabled': {
    background:
      'The command line prints it beside Unknown while high availability is switched off for the group, or the node is alone in it. It is no fault. The guide’s own table does not have it.',
    look: 'If the group should have high availability, check replication and services first, then switch it on.',
    commands: ['utils ha status', 'utils dbreplication runtimestate', 'utils service list'],
  },
};
