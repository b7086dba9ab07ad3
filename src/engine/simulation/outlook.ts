/** What a cluster's users will still have to pay, whatever is done: a bound below, for who looks for the cheapest way. */
import { PURPOSE, randomInteger } from '../kernel/random';
import { SESSION, type ClusterState } from '../model/state';
import { placementBit } from '../rules/users';

/**
 * The least cost in user-milliseconds until nobody waits to log in and every user is served at home, the limits of the
 * clients' waiting staying as they are and nobody being logged in or out by hand: who waits, waits until the next try; who
 * is online elsewhere must once more be disconnected, and how long that client then waits is settled by its seed.
 */
export function unavoidableCostMs(state: ClusterState): number {
  const { users, nodes, seed, timeMs } = state;
  let costMs = 0;
  for (let user = 0; user < users.count; user++) {
    const session = users.session[user]!;
    if (session === SESSION.waiting) costMs += users.tryMs[user]! - timeMs;
    const home = users.home[user]!;
    if (session !== SESSION.online || home < 0) continue;
    if (users.placed[user] === placementBit(state, home)) continue;
    const { reloginLowerMs, reloginUpperMs } = nodes[users.sessionNode[user]!]!;
    const count = users.waits[user]!;
    costMs += randomInteger(seed, PURPOSE.relogin, user, count, reloginLowerMs, reloginUpperMs);
  }
  return costMs;
}
