/** Getting on to a node's command line and off it: by SSH over the network, or on the serial console. */
import type { ClusterView } from '../../engine';
import { note, text, type Piece } from './pieces';
import { nodeNamed } from './place';

/** A line to a node: who asks, and whether the password was given. */
export interface Connection {
  readonly by: 'ssh' | 'serial';
  readonly node: string;
  /** Name of the administrator, empty until it was given. */
  readonly user: string;
  readonly loggedIn: boolean;
}

/** The name that hints use; any other does as well. */
export const ADMINISTRATOR = 'administrator';

/** What `ssh` was asked for, or null if the line is no such command. */
export function readSsh(line: string): { readonly user: string; readonly host: string } | null {
  const found = /^ssh\s+(?:([^\s@]+)@)?([^\s@]+)$/i.exec(line.trim());
  return found ? { user: found[1] ?? '', host: found[2]! } : null;
}

/** Why SSH does not get through to a host, as it says itself; or null if it does. */
export function sshFault(view: ClusterView, host: string): string | null {
  const node = nodeNamed(view, host);
  if (!node) return `ssh: Could not resolve hostname ${host}: Name or service not known`;
  const start = `ssh: connect to host ${host} port 22:`;
  if (node.isolated) return `${start} Connection timed out`;
  if (node.platform === 'off') return `${start} No route to host`;
  return node.platform === 'up' ? null : `${start} Connection refused`;
}

/** What is said when SSH cannot get through, beside its own words. */
export function sshAdvice(view: ClusterView, host: string): Piece[] {
  const node = nodeNamed(view, host);
  if (!node) return [note(`The nodes here are ${view.nodes.map(({ name }) => name).join(', ')}.`)];
  if (node.isolated) return [note(`${host} is cut off from the network. Its serial console still works.`)];
  return [note(`The platform of ${host} is not up, so nothing on it answers.`)];
}

/** What the serial console of a node shows while nobody can log in, or null if somebody can. */
export function consoleSilence(view: ClusterView, name: string): string | null {
  switch (nodeNamed(view, name)?.platform) {
    case 'up':
      return null;
    case 'booting':
      return `${name} is booting. The log-in prompt appears when it is up.`;
    case 'shutting-down':
      return `${name} is shutting down.`;
    default:
      return `The console stays dark: ${name} is switched off.`;
  }
}

/** What is printed when a connection is lost, or null while it holds. */
export function lossOf(view: ClusterView, { by, node: name, loggedIn }: Connection): Piece[] | null {
  const node = nodeNamed(view, name);
  if (node?.platform === 'up' && !(by === 'ssh' && node.isolated)) return null;
  if (!node) return [note(`There is no node ${name} any more. The session has ended.`)];
  if (by === 'serial')
    return loggedIn ? [note(`The session on ${name} has ended: its platform went down.`)] : [];
  if (node.isolated)
    return [
      ...text('client_loop: send disconnect: Broken pipe'),
      note(`${name} was cut off from the network. The session has ended.`),
    ];
  const orderly = node.platform === 'shutting-down' || node.platform === 'booting';
  const said = orderly
    ? `Connection to ${name} closed by remote host.`
    : 'client_loop: send disconnect: Broken pipe';
  return [...text(said), note(`The platform of ${name} went down. The session has ended.`)];
}

/** What greets who has logged in. */
export const welcome = (name: string): Piece[] => [
  ...text(
    'Command Line Interface is starting up, please wait ...',
    '',
    '   Welcome to the Platform Command Line Interface',
    '',
  ),
  note(`This is ${name}. Type ? to see what may be entered, help for all commands.`),
];
