import { untrack } from 'svelte';
import type { ClusterPort } from '../lab/cluster-port';
import { TerminalSession } from './terminal-session.svelte';

const sessions = new WeakMap<ClusterPort, TerminalSession>();

/**
 * The terminal of a cluster; made when it is first asked for. It goes on while nobody looks: its panel can be put away and
 * brought back, and a session whose node went down meanwhile has ended.
 */
export function sessionOf(port: ClusterPort): TerminalSession {
  const known = sessions.get(port);
  if (known) return known;
  const session = new TerminalSession(port);
  sessions.set(port, session);
  // Lives as long as the cluster that it reads: nothing else holds it.
  $effect.root(() => {
    $effect(() => {
      const { view, playing } = port;
      untrack(() => session.tick(view, playing));
    });
  });
  return session;
}
