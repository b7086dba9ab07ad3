/** What the page of each state says beyond what the inspector of the lab says of it (`src/lib/inspector/meanings.ts`). */
import type { StateId } from '../../src/engine';

/** The words of one state's page. */
export interface StatePageText {
  /** What somebody who sees the state at work should know. */
  readonly background: string;
  /** What an administrator can do to a node in this state. */
  readonly offered: string;
  /** Where the guide speaks of it. */
  readonly where: 'Table 1 and Table 2' | 'Table 1' | 'Table 2';
}

/** Every state's page. */
export const STATE_PAGES: Readonly<Record<StateId, StatePageText>> = {
  initializing: {
    background:
      'Every start of the Server Recovery Manager passes through here, unless the node kept a state that outlives a restart, such as Idle or Running in Backup Mode. While its own critical services still start, the node decides nothing. Then what the peer shows decides: beside another healthy node both become Normal, beside a backup the node stands aside as failed over, and in silence it takes the group over.',
    offered: 'Nothing is offered yet. Wait, and start what does not run.',
    where: 'Table 1',
  },
  idle: {
    background:
      'Only a manual failover leads here. The critical services stay stopped, also over a reboot, so that you can work on the node undisturbed. Even if the peer is lost meanwhile, an Idle node does not step in.',
    offered:
      'A fallback to this node, while the peer is Running in Backup Mode and both recovery managers can be reached.',
    where: 'Table 1 and Table 2',
  },
  normal: {
    background:
      'The node sends a keep-alive at every interval and expects its peer’s. Its health is told along with it. A critical service that stops does not change the state at once: the Critical Service Delay has to run out first.',
    offered: 'A failover of this node, if both nodes are Normal and the peer is healthy.',
    where: 'Table 1 and Table 2',
  },
  'running-in-backup-mode': {
    background:
      'The users of both nodes are placed here. The reason says what made the peer give them up. If this node now fails as well, either the peer takes everybody back by itself, because it is fit again, or both end in failed mode.',
    offered: 'A fallback to its peer, once the peer is Idle, or Failed Over and healthy.',
    where: 'Table 1 and Table 2',
  },
  'taking-over': {
    background:
      'Beside a peer that fails over, the node waits until the users are released, then moves them. Beside a peer that was lost, it moves them at once, since there is nobody to wait for.',
    offered: 'Nothing is offered. It ends by itself.',
    where: 'Table 1 and Table 2',
  },
  'failing-over': {
    background:
      'After an administrator’s request the node stops its critical services before it lets its users go. When a service or the database failed, it lets them go at once and leaves running what still runs.',
    offered: 'Nothing is offered. It ends by itself.',
    where: 'Table 1 and Table 2',
  },
  'failed-over': {
    background:
      'The pair waits for you: the node could serve and is not asked to. Its reason is that of the failover, or Initialization after a reboot. If a critical service stops again, the node turns at once to the state with critical services not running. If its peer disappears, it takes all users over.',
    offered:
      'A fallback to this node, while the peer is Running in Backup Mode. With automatic fallback on, it also comes by itself.',
    where: 'Table 1 and Table 2',
  },
  'failed-over-critical-services-not-running': {
    background:
      'A critical service or the database does not run here. The node tells you where to look; its peer carries the group meanwhile. The change to Failed Over comes at the instant in which the last missing part runs again.',
    offered: 'No fallback is offered before everything runs. Start the services, or reboot the node.',
    where: 'Table 1 and Table 2',
  },
  'falling-back': {
    background:
      'The word is easily taken for the other node: it stands on the backup, which gives users back. The node that gets them shows Taking Back.',
    offered: 'Nothing is offered. It ends by itself.',
    where: 'Table 1 and Table 2',
  },
  'taking-back': {
    background:
      'Critical services that do not run are started first; those that run are left alone. If one fails to start, or the database is down, the fallback has failed. Then the users move home.',
    offered: 'Nothing is offered. It ends by itself.',
    where: 'Table 1 and Table 2',
  },
  'running-in-failed-mode': {
    background:
      'One node gets here by an error, and the other follows as soon as it hears of it. The reason, the same on both, is the first thing to read: it names what went wrong. Where the reason is Unknown, look at the logs of services and network instead.',
    offered:
      'A recovery of the group, while both nodes are in failed mode and hear each other. It restarts both recovery managers and starts critical services that do not run.',
    where: 'Table 1 and Table 2',
  },
  unknown: {
    background:
      'The reason tells two situations apart. With High Availability Not Enabled, the group simply does without; nothing is broken. With no reason at all, it was switched on while a recovery manager did not run, and both wait to be restarted.',
    offered:
      'Switching high availability on or off. If it is on, restart the Cisco Server Recovery Manager on both nodes.',
    where: 'Table 1 and Table 2',
  },
  'backup-activated': {
    background:
      'The name misleads: this is the node that had failed over first and is well again. When its backup failed, it took all users of the group at once, without a fallback being asked for.',
    offered: 'A fallback to the peer, once the peer is healthy again.',
    where: 'Table 2',
  },
  'failover-affected-services': {
    background:
      'This node was Running in Backup Mode and lost its database or a critical service for longer than the delay. Its peer was fit, so the group did not fail: the users went there.',
    offered: 'A fallback to this node, once it is healthy and its peer shows Backup Activated.',
    where: 'Table 2',
  },
};

/** What stands on the page of states about a node that shows none. */
export const UNREACHABLE_NOTE =
  'A node whose recovery manager does not run, whose platform is down or which the administrator cannot reach shows no state at all. The guide describes such a node in words where it would print a state. Its database keeps the state it had, and the node takes it up again when it starts.';
