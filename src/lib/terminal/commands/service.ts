/** `utils service`: the services of this node, and starting, stopping and restarting them. */
import { CRITICAL_SERVICES, type CriticalService, type NodeView, type Step } from '../../../engine';
import { nodeNamed } from '../../cluster';
import type { Act, Answer } from '../answer';
import type { Command, Word } from '../grammar';
import { sentence, text, type Piece } from '../pieces';
import { ownNode, type Place } from '../place';

const DATABASE = 'A Cisco DB';
const RECOVERY_MANAGER = 'Cisco Server Recovery Manager';
/** The services of a node that the model knows. */
const SERVICES: readonly string[] = [DATABASE, ...CRITICAL_SERVICES, RECOVERY_MANAGER];

const STATUS = {
  started: '[STARTED]',
  starting: '[STARTING]',
  stopping: '[STOPPING]',
  stopped: '[STOPPED]  Commanded Out of Service',
  failed: '[NOTRUNNING]',
} as const;

function statusOf(node: NodeView, name: string): keyof typeof STATUS {
  if (name === DATABASE) return node.database === 'up' ? 'started' : 'stopped';
  if (name === RECOVERY_MANAGER) return node.srm === 'running' ? 'started' : node.srm;
  return node.services.find((service) => service.name === name)!.status;
}

/** The line of a service as it now is: `Cisco XCP Router[STARTED]`. */
const serviceLine = (node: NodeView, name: string): string => `${name}${STATUS[statusOf(node, name)]}`;

function listAnswer(place: Place): Answer {
  const node = ownNode(place);
  return {
    print: text(
      'Requesting service status, please wait...',
      ...SERVICES.map((name) => serviceLine(node, name)),
    ),
  };
}

type Verb = 'start' | 'stop' | 'restart';

function stepsFor(verb: Verb, node: string, name: string): Step[] {
  if (name === RECOVERY_MANAGER) return [{ do: `${verb}-srm`, node }];
  const both: ('start' | 'stop')[] = verb === 'restart' ? ['stop', 'start'] : [verb];
  return both.map((it) =>
    name === DATABASE
      ? { do: `${it}-database`, node }
      : { do: `${it}-service`, node, service: name as CriticalService },
  );
}

const verbAnswer =
  (verb: Verb) =>
  ({ node }: Place, name: string): Answer => {
    const line = (view: Place['view']): Piece[] => text(serviceLine(nodeNamed(view, node)!, name));
    const acts = stepsFor(verb, node, name).map((step): Act => ({
      step,
      done: line,
      refused: (why) =>
        text(
          `${name} cannot be ${verb === 'stop' ? 'stopped' : `${verb}ed`}: ${why.map(sentence).join(' ')}`,
        ),
    }));
    return { print: text(), acts };
  };

const verbWord = (verb: Verb, about: string, details: readonly string[] = []): Word => ({
  word: verb,
  about,
  next: [
    {
      argument: 'name',
      noun: 'service',
      choices: () => SERVICES,
      command: { about, details, answer: verbAnswer(verb) },
    },
  ],
});

const list: Command = {
  about: 'Lists the services of this node with their status.',
  details: [
    'STARTED, STARTING, STOPPED (commanded out of service) or NOTRUNNING (it failed).',
    'A real node has many more services: listed are those that the model knows.',
  ],
  answer: listAnswer,
};

const pages: Command = {
  ...list,
  about: 'Lists the services of this node, a page at a time.',
  answer: (place) => ({ ...listAnswer(place), paged: true }),
};

/** The branch `utils service`. */
export const SERVICE: Word = {
  word: 'service',
  about: 'services of this node',
  next: [
    {
      word: 'list',
      about: list.about,
      command: list,
      next: [{ word: 'page', about: pages.about, command: pages, next: [] }],
    },
    verbWord('start', 'Starts a service of this node.', [
      'Starting takes a while: list the services again to see it STARTED.',
    ]),
    verbWord('stop', 'Stops a service of this node.'),
    verbWord('restart', 'Stops a service of this node and starts it again.'),
  ],
};
