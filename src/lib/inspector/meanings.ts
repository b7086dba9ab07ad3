/**
 * What states and reasons mean, in plain words of our own, for someone who meets them for the first time.
 * Facts are those of the model (sections 2, 5 and 7); what the engine decides is never worked out here.
 */
import type { Reason, ShownStateId } from '../../engine';

/** A state in three short answers. */
export interface StateMeaning {
  /** What the node is doing. */
  readonly what: string;
  /** What its users have of it. */
  readonly users: string;
  /** How it ends: by itself, or by what somebody does. */
  readonly next: string;
}

/** Every state an administrator can see, in plain words. */
export const STATE_MEANINGS: Readonly<Record<ShownStateId, StateMeaning>> = {
  initializing: {
    what: 'The Server Recovery Manager has just started and is finding out how its peer is before it decides anything.',
    users: 'Nobody can log in here yet.',
    next: 'It ends by itself: when the peer has been heard, or when the initialization timeout runs out in silence.',
  },
  idle: {
    what: 'Somebody asked for a failover, and this node has handed everything over. Its critical services are stopped on purpose.',
    users: 'Nobody is served here. Its users are on the peer.',
    next: 'It stays so until somebody asks for a fallback to this node.',
  },
  normal: {
    what: 'All is well: the node runs its own users and watches its peer.',
    users: 'The users assigned to this node are served here.',
    next: 'It lasts. A failover can be asked for, or a fault may force one.',
  },
  'running-in-backup-mode': {
    what: 'This node carries the whole group, because its peer cannot or should not.',
    users: 'Everyone in the group is served here.',
    next: 'It lasts until the users go back to the peer, by request or by automatic fallback.',
  },
  'taking-over': {
    what: 'This node is getting the users of its peer. Where the peer still runs, it waits until the peer has let go of them.',
    users: 'Users on the move can log in nowhere until the move is done.',
    next: 'It ends by itself, in Running in Backup Mode if the move works.',
  },
  'failing-over': {
    what: 'This node is giving its users up. When an administrator asked for it, it stops its critical services first.',
    users: 'Its users are being cut off, and will log in again on the peer.',
    next: 'It ends by itself, once the peer says that it has the users.',
  },
  'failed-over': {
    what: 'The peer has the users, and this node is fit again: every critical service runs, and so does the database.',
    users: 'Nobody is served here. Its users are on the peer.',
    next: 'A fallback brings the users home, by request or, where it is switched on, by itself after thirty healthy minutes.',
  },
  'failed-over-critical-services-not-running': {
    what: 'The peer has the users, and this node is still broken: a critical service or the database is down.',
    users: 'Nobody is served here. Its users are on the peer.',
    next: 'Start what is down, or reboot the node. It then turns to Failed Over, and a fallback is offered.',
  },
  'falling-back': {
    what: 'This node ran the group for its peer and is now handing the peer its users back.',
    users: 'Its own users stay online here. Those of the peer are cut off and log in at home.',
    next: 'It ends by itself, once the peer is Normal.',
  },
  'taking-back': {
    what: 'This node starts the critical services it lacks, then gets its users back from the peer.',
    users: 'Its users are moved home and log in again.',
    next: 'It ends by itself: in Normal, or in Running in Failed Mode if a service does not start or the users cannot be moved.',
  },
  'running-in-failed-mode': {
    what: 'Something went wrong that the pair cannot put right by itself. Both nodes come to stand here together.',
    users: 'Who is still online may stay so, but nobody new can log in.',
    next: 'Repair what is broken, then ask for a recovery. If that does not help, reboot.',
  },
  unknown: {
    what: 'The Server Recovery Manager does not take part in high availability: it is switched off, or it was switched on while a Server Recovery Manager was not running.',
    users: 'With high availability off, the node serves its own users and nobody stands in for it.',
    next: 'Switch high availability on. If it is on already, restart the Server Recovery Manager of both nodes.',
  },
  'backup-activated': {
    what: 'The backup failed while this node was fit again, so this node has taken everyone back at once.',
    users: 'Everyone in the group is served here.',
    next: 'It lasts until the peer is healthy again and a fallback to the peer is asked for.',
  },
  'failover-affected-services': {
    what: 'This node was the backup and failed. Its peer was fit, and has taken all users.',
    users: 'Nobody is served here. Everyone is on the peer.',
    next: 'Start what is down. Once it is healthy, a fallback to this node is offered.',
  },
  unreachable: {
    what: 'Nothing can be seen of this node: its Server Recovery Manager does not run, its platform is down, or the network to it is cut.',
    users:
      'Its own database still holds the state it had. Whether it serves anyone depends on what is wrong.',
    next: 'Start the Server Recovery Manager, power the node on or mend the network. The state shows again after that.',
  },
};

/** Every reason in plain words. */
export const REASON_MEANINGS: Readonly<Record<Reason, string>> = {
  Normal: 'Nothing is wrong.',
  'On Admin Request': 'An administrator asked for it.',
  Initialization: 'The Server Recovery Manager started anew and took up the state that it had kept.',
  'Automatic Fallback': 'The node was healthy for thirty minutes, and automatic fallback is switched on.',
  'Critical Service Down':
    'A critical service was not running for as long as the Critical Service Delay allows.',
  'Database Failure': 'The database service was down for too long, or its replication was not in order.',
  'Start of Critical Services Failed': 'A critical service was to be started and did not come up.',
  'Peer Down':
    'The peer fell silent: its Server Recovery Manager stopped, or the network between them is cut.',
  'Peer Reboot': 'The peer fell silent because its platform went down.',
  'Peer Down During Initialization':
    'The node started and did not hear its peer before the initialization timeout.',
  'Cisco Server Recovery Manager Take Over Users Failed':
    'The users of the peer could not be moved to the backup.',
  'Cisco Server Recovery Manager Take Back Users Failed':
    'The users could not be moved back to their home node.',
  Unknown: 'The two nodes contradict each other, or one started anew while the other had failed.',
  'Auto Recover Database Failure': 'The backup failed, and this node took the users back by itself.',
  'Auto Recovery Database Failure': 'The database of this node failed while it was the backup.',
  'Auto Recover Critical Service Down': 'A critical service of this node failed while it was the backup.',
  'High Availability Not Enabled': 'High availability is switched off for this group.',
};
