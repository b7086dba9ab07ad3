/** `utils ha`: what state the nodes of a group are in, failover, fallback and recovery. */
import { STATES, type ClusterView, type GroupView, type NodeView } from '../../../engine';
import { nodeNamed } from '../../cluster';
import type { Act, Answer, Follow } from '../answer';
import { note, sentence, text, type Piece } from '../pieces';
import { groupOf, type Place } from '../place';
import type { Argument, Command, Word } from '../grammar';

/**
 * State and reason of a node as read on another (or on itself): a node knows its own state even where nobody else can
 * reach it, and nothing of one that it cannot reach. null: nothing is known.
 */
function shownFrom(
  view: ClusterView,
  from: string,
  node: NodeView,
): Pick<NodeView, 'keptState' | 'keptReason'> | null {
  if (node.srm !== 'running' || !reachesAsAdministrator(view, from, node)) return null;
  return node;
}

/** A cut between the two recovery managers does not keep the database of one from being read on the other. */
const reachesAsAdministrator = (
  view: ClusterView,
  from: string,
  { name, platform, isolated }: NodeView,
): boolean => from === name || (platform === 'up' && !isolated && !nodeNamed(view, from)?.isolated);

function nodeLine(view: ClusterView, from: string, name: string, place: number): string {
  const node = nodeNamed(view, name)!;
  const start = `Node ${place + 1} Name : ${name} State:`;
  const shown = shownFrom(view, from, node);
  if (shown === null) return `${start} Unreachable`;
  const state = STATES[shown.keptState ?? 'unknown'].name;
  const reason = shown.keptState === 'normal' ? null : shown.keptReason;
  return reason === null ? `${start} ${state}` : `${start} ${state} Reason: ${reason}`;
}

/** The state of a group's nodes, as printed on one node of the cluster. */
export function statusOf(view: ClusterView, from: string, { name, nodes }: GroupView): Piece[] {
  const lines = nodes.map((node, place) => nodeLine(view, from, node, place));
  const pieces = text(`Subcluster Name: ${name}`, ...lines);
  if (lines.some((line) => line.endsWith(' Unreachable')))
    pieces.push(
      note(
        'What a real system prints for a node that it cannot reach is not known to us: «Unreachable» is our word.',
      ),
    );
  return pieces;
}

function statusAnswer({ view, node }: Place, group: string): Answer {
  const groups = view.groups.filter(({ name }) => group === '' || name === group);
  if (groups.length === 0) return { print: text('There is no presence redundancy group in this cluster.') };
  return {
    print: groups.flatMap((it, place) => [...(place > 0 ? text('') : []), ...statusOf(view, node, it)]),
  };
}

const statusAfter = (view: ClusterView, from: string, node: string): Piece[] => {
  const group = groupOf(view, node);
  return group ? [...text(''), ...statusOf(view, from, group)] : [];
};

const requestFailed = (why: readonly string[]): Piece[] =>
  text('Request FAILED.', ...why.map((line) => `Reason: ${sentence(line)}`));

function moveAnswer(kind: 'Failover' | 'Fallback') {
  return (place: Place, node: string): Answer => {
    const act: Act = {
      step: { do: kind === 'Failover' ? 'failover' : 'fallback', node },
      done: (view) => [...text('Request SUCCESSFUL.'), ...statusAfter(view, place.node, node)],
      refused: requestFailed,
    };
    return { print: text(`Initiate Manual ${kind} for Node > ${node}`), acts: [act] };
  };
}

const nodesOf = (view: ClusterView, { nodes }: GroupView): NodeView[] =>
  nodes.flatMap((name) => nodeNamed(view, name) ?? []);

/** Waits until all recovery managers and services of a group have come to rest. */
const starting = (group: GroupView): Follow => {
  const follow: Follow = {
    doing: 'Starting services...',
    poll: (view) => {
      const nodes = nodesOf(view, group);
      const services = nodes.flatMap((node) =>
        node.services.map((service) => ({ node: node.name, ...service })),
      );
      const isBusy =
        nodes.some(({ srm }) => srm === 'starting' || srm === 'stopping') ||
        services.some(({ status }) => status === 'starting');
      if (isBusy) return { print: [], next: follow };
      const down = services.filter(({ status }) => status !== 'started');
      const isWhole = down.length === 0 && nodes.every(({ srm }) => srm === 'running');
      const lines = down.map(({ node, name }) => `${node}: ${name} does not run.`);
      return { print: text(`${follow.doing} ${isWhole ? 'Started' : 'Failed'}`, ...lines), next: null };
    },
  };
  return follow;
};

/** Waits until the recovery managers of a group have stopped, and then for the start. */
const stopping = (group: GroupView): Follow => {
  const follow: Follow = {
    doing: 'Stopping services...',
    poll: (view) =>
      nodesOf(view, group).some(({ srm }) => srm === 'stopping')
        ? { print: [], next: follow }
        : { print: text(`${follow.doing} Stopped`), next: starting(group) },
  };
  return follow;
};

function recoverAnswer({ view }: Place, name: string): Answer {
  const group = view.groups.find((it) => it.name === name)!;
  return {
    acts: [{ step: { do: 'recover', group: name }, done: () => [], refused: requestFailed }],
    follow: stopping(group),
  };
}

const groupNames = ({ view }: Place): string[] => view.groups.map(({ name }) => name);
const nodeNames = ({ view }: Place): string[] => view.nodes.map(({ name }) => name);

const refusals = 'That a refused request prints «Request FAILED.» and a reason is our reconstruction.';

const move = (kind: 'failover' | 'fallback', command: Omit<Command, 'answer'>): Word => ({
  word: kind,
  about: command.about,
  next: [
    {
      argument: 'node',
      noun: 'node',
      choices: nodeNames,
      command: { ...command, answer: moveAnswer(kind === 'failover' ? 'Failover' : 'Fallback') },
    },
  ],
});

const status: Command = {
  about: 'Shows the state of the nodes of every group, or of one group, and the reason for it.',
  details: [
    'No reason is printed for Normal, nor where there is none.',
    'A node reads its own state in its own database, and that of its peer over the network: what an isolated node prints can differ from what its peer prints.',
  ],
  answer: statusAnswer,
};

const statusOfGroup: Argument = {
  argument: 'group',
  noun: 'presence redundancy group',
  choices: groupNames,
  command: { ...status, about: 'Shows the state of the nodes of one group, and the reason for it.' },
};

const recover: Argument = {
  argument: 'group',
  noun: 'presence redundancy group',
  choices: groupNames,
  command: {
    about: 'Restarts the services of both nodes of a group in failed mode, and lets them begin anew.',
    details: ['Needs both nodes to be in Running in Failed Mode.', refusals],
    answer: recoverAnswer,
  },
};

/** The branch `utils ha`. */
export const HA: Word = {
  word: 'ha',
  about: 'high availability of presence redundancy groups',
  next: [
    { word: 'status', about: status.about, command: status, next: [statusOfGroup] },
    move('failover', {
      about: 'Moves the users of a node to its peer.',
      details: ['Needs both nodes to be Normal, and the peer to be healthy.', refusals],
    }),
    move('fallback', {
      about: 'Brings the users of a node back to it.',
      details: ['Name the node that gets its users back, not the one that gives them.', refusals],
    }),
    { word: 'recover', about: recover.command.about, next: [recover] },
  ],
};
