/** One terminal a cluster: closing the panel and opening it again loses nothing. */
import type { ClusterPort } from '../lab/cluster-port';
import { TerminalSession } from './terminal-session.svelte';

const sessions = new WeakMap<ClusterPort, TerminalSession>();

/** The terminal of a cluster; made when it is first asked for. */
export function sessionOf(port: ClusterPort): TerminalSession {
  const known = sessions.get(port);
  if (known) return known;
  const session = new TerminalSession(port);
  sessions.set(port, session);
  return session;
}
