/** Getting on to a node's command line and off it: by SSH over the network, or on the serial console. */
import type { ClusterView } from '../../engine';
import { nodeNamed } from '../cluster';
import type { Connection, Mode } from './mode';
import { note, text, type Piece } from './pieces';

/** The name that hints use; any other does as well. */
export const ADMINISTRATOR = 'administrator';

/** Wrong passwords until SSH gives up. */
const MOST_TRIES = 3;

/** Where a terminal is after something was entered or has happened, and what is printed about it. */
export interface Move {
  readonly print: readonly Piece[];
  readonly connection: Connection | null;
  readonly mode: Mode;
}

const atHome = (print: readonly Piece[]): Move => ({ print, connection: null, mode: { kind: 'local' } });

/** What the prompt of one's own computer is good for. */
export const OWN_COMPUTER = note(
  'This is the prompt of your own computer. Type ssh, the name of an administrator, @ and the name of a node.',
);

/** Why SSH does not get through to a host, in its own words and in ours; empty if it does. */
function sshFault(view: ClusterView, host: string): Piece[] {
  const node = nodeNamed(view, host);
  const start = `ssh: connect to host ${host} port 22:`;
  if (!node)
    return [
      ...text(`ssh: Could not resolve hostname ${host}: Name or service not known`),
      note(`The nodes here are ${view.nodes.map(({ name }) => name).join(', ')}.`),
    ];
  if (node.isolated)
    return [
      ...text(`${start} Connection timed out`),
      note(`${host} is cut off from the network. Its serial console still works.`),
    ];
  if (node.platform === 'up') return [];
  return [
    ...text(`${start} ${node.platform === 'off' ? 'No route to host' : 'Connection refused'}`),
    note(`The platform of ${host} is not up, so nothing on it answers.`),
  ];
}

/** Carries out a line given to one's own computer, which knows `ssh` alone. */
export function enterLocal(view: ClusterView, line: string): Move {
  if (line.trim() === '') return atHome([]);
  const found = /^ssh\s+(?:([^\s@]+)@)?([^\s@]+)$/i.exec(line.trim());
  if (!found) return atHome([OWN_COMPUTER]);
  const [, user, typed = ''] = found;
  const host = view.nodes.find(({ name }) => name.toLowerCase() === typed.toLowerCase())?.name ?? typed;
  const fault = sshFault(view, host);
  if (fault.length > 0) return atHome(fault);
  if (user === undefined) return atHome([note(`Say who you are as well: ssh ${ADMINISTRATOR}@${host}`)]);
  return {
    print: [],
    connection: { by: 'ssh', node: host, user, loggedIn: false },
    mode: { kind: 'password', tries: 1 },
  };
}

/** Takes a name at the log-in prompt of a console. */
export function enterName(connection: Connection, line: string): Move {
  const user = line.trim();
  return user === ''
    ? { print: [], connection, mode: { kind: 'login' } }
    : { print: [], connection: { ...connection, user }, mode: { kind: 'password', tries: 1 } };
}

/** Takes a password: any but none. */
export function enterPassword(connection: Connection, line: string, tries: number): Move {
  const { by, user, node } = connection;
  if (line !== '')
    return { print: welcome(node), connection: { ...connection, loggedIn: true }, mode: { kind: 'shell' } };
  if (by === 'serial') return { print: text('Login incorrect'), connection, mode: { kind: 'login' } };
  if (tries >= MOST_TRIES) return atHome(text(`${user}@${node}: Permission denied (password).`));
  return {
    print: text('Permission denied, please try again.'),
    connection,
    mode: { kind: 'password', tries: tries + 1 },
  };
}

const welcome = (node: string): Piece[] => [
  ...text(
    'Command Line Interface is starting up, please wait ...',
    '',
    '   Welcome to the Platform Command Line Interface',
    '',
  ),
  note(`This is ${node}. Type ? to see what may be entered, help for all commands.`),
];

/** What a serial console says while nobody can log in; empty if somebody can. */
function silenceOf(view: ClusterView, name: string): string {
  switch (nodeNamed(view, name)?.platform) {
    case 'up':
      return '';
    case 'booting':
      return `${name} is booting. The log-in prompt appears when it is up.`;
    case 'shutting-down':
      return `${name} is shutting down.`;
    default:
      return `The console stays dark: ${name} is switched off.`;
  }
}

/** A serial console as it is now: dark, or with its log-in prompt. `before` is what the line was for. */
export function lookAtConsole(view: ClusterView, node: string, before: Mode): Move {
  const connection: Connection = { by: 'serial', node, user: '', loggedIn: false };
  const silence = silenceOf(view, node);
  if (silence === '') return { print: text('', `${node} console`), connection, mode: { kind: 'login' } };
  const isNew = before.kind !== 'dark' || before.silence !== silence;
  return { print: isNew ? [note(silence)] : [], connection, mode: { kind: 'dark', silence } };
}

/** Hangs up, as the reader asked. */
export function hangUp({ by, node, loggedIn }: Connection): Move {
  if (by === 'serial') return atHome([note(`Left the serial console of ${node}.`)]);
  return atHome(loggedIn ? text(`Connection to ${node} closed.`) : []);
}

/** Where a terminal is when a run begins, or begins anew. */
export const atStart = (): Move =>
  atHome([note('Time is back at its start, where nobody has logged in yet. The session has ended.')]);

/** What becomes of a connection in the cluster as it now is; null if nothing does. */
export function afterChange(view: ClusterView, connection: Connection, mode: Mode): Move | null {
  const { by, node: name, loggedIn } = connection;
  const node = nodeNamed(view, name);
  if (!node) return atHome([note(`There is no node ${name} any more. The session has ended.`)]);
  if (by === 'ssh') return node.platform === 'up' && !node.isolated ? null : atHome(sshLoss(view, name));
  if (node.platform === 'up' && mode.kind !== 'dark') return null;
  const move = lookAtConsole(view, name, mode);
  if (mode.kind === 'dark' && move.mode.kind === 'dark' && move.print.length === 0) return null;
  const ended = note(`The session on ${name} has ended: its platform went down.`);
  return loggedIn ? { ...move, print: [ended, ...move.print] } : move;
}

function sshLoss(view: ClusterView, name: string): Piece[] {
  const { isolated, platform } = nodeNamed(view, name)!;
  const isOrderly = !isolated && platform !== 'off';
  const said = isOrderly
    ? `Connection to ${name} closed by remote host.`
    : 'client_loop: send disconnect: Broken pipe';
  const why = isolated ? `${name} was cut off from the network.` : `The platform of ${name} went down.`;
  return [...text(said), note(`${why} The session has ended.`)];
}
