/** How the users of a shift fare, read off the cluster as it is seen. */
import type { ClusterView } from '../../engine';
import { countOf } from '../format';

/** Users who pay at an instant [I-32]. */
export interface UsersServed {
  /** They wait to log in. */
  readonly waiting: number;
  /** They are online on a node that is not well, runs in failed mode or is one half of a split brain. */
  readonly degraded: number;
}

/** Counts the users whose time is lost at the instant of a view. */
export function usersServed({ nodes, groups, users }: ClusterView): UsersServed {
  const isSplit = (group: string | null) =>
    groups.some(({ name, splitBrain }) => splitBrain && name === group);
  const degraded = nodes
    .filter(
      ({ healthy, keptState, group }) => !healthy || keptState === 'running-in-failed-mode' || isSplit(group),
    )
    .reduce((sum, node) => sum + node.users.online, 0);
  return { waiting: users.waiting, degraded };
}

/** The same in a sentence, for who does not see the numbers. */
export function servedWords({ waiting, degraded }: UsersServed): string {
  if (waiting + degraded === 0) return 'Everybody is served.';
  const parts = [
    waiting > 0 ? `${countOf(waiting, 'user waits', 'users wait')} for service` : '',
    degraded > 0 ? `${countOf(degraded, 'user is', 'users are')} on a node that is not well` : '',
  ];
  return `${parts.filter((part) => part !== '').join(', ')}.`;
}
