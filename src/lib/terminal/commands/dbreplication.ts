/** `utils dbreplication`: whether the databases of the nodes agree, and what to do where they do not. */
import type { Step } from '../../../engine';
import { formatRemaining } from '../../format';
import type { Act, Answer } from '../answer';
import type { Argument, Command, Word } from '../grammar';
import { note, sentence, text, type Piece } from '../pieces';
import { ownNode, reaches, replicationNodes, type Place } from '../place';
import { checkLeftMs, lastCheck, startCheck } from '../replication-check';
import { runtimeState } from './runtimestate';

const replicationNames = (place: Place): string[] => replicationNodes(place).map(({ name }) => name);

const isPublisher = (place: Place): boolean => ownNode(place).databasePublisher === place.node;

function publisherNote(place: Place, what: string): Piece[] {
  if (isPublisher(place)) return [];
  const { databasePublisher } = ownNode(place);
  return [
    note(
      `${what} is meant to be run on the database publisher, which is ${databasePublisher}; this is ${place.node}.`,
    ),
  ];
}

const databaseDown = (place: Place): Answer => ({
  print: text(`The database of ${place.node} does not run: start A Cisco DB first.`),
  failed: true,
});

function statusAnswer(place: Place, nodes: readonly string[]): Answer {
  if (ownNode(place).database === 'down') return databaseDown(place);
  const running = lastCheck(place);
  const leftMs = running ? checkLeftMs(running, place.timeMs) : 0;
  if (leftMs > 0)
    return {
      print: [
        ...text('A replication status check is already running on this node.'),
        note(`It is through in ${formatRemaining(leftMs)} of the run’s time.`),
      ],
      failed: true,
    };
  const check = startCheck(place, nodes);
  return {
    check,
    print: [
      ...text(
        '-------------------- utils dbreplication status --------------------',
        '',
        'Replication status check is now running in background.',
        "Use command 'utils dbreplication runtimestate' to check its progress",
        '',
        `The final output will be in file ${check.file}`,
        `Please use "file view activelog ${check.file}" command to see the output`,
      ),
      note('The check takes a minute of the run’s time.'),
      ...publisherNote(place, 'A status check'),
    ],
  };
}

type Operation = 'stop' | 'repair' | 'reset';

const DONE: Readonly<Record<Operation, (node: string) => string>> = {
  stop: (node) => `Replication set-up has been stopped on ${node}.`,
  repair: (node) => `Replication repair has been started for ${node}.`,
  reset: (node) => `Replication reset has been started for ${node}.`,
};

function operationAnswer(operation: Operation) {
  return (place: Place, argument: string): Answer => {
    const names = argument === 'all' ? replicationNames(place) : [argument || place.node];
    const within = names.filter((name) => reaches(place.view, place.node, name));
    const acts = within.map((node): Act => {
      const step: Step = { do: 'dbreplication', node, operation };
      return {
        step,
        done: (_, idle) => text(idle === '' ? DONE[operation](node) : `${node}: ${sentence(idle)}`),
        refused: (why) => text(`${node}: not done. ${why.map(sentence).join(' ')}`),
      };
    });
    const beyond = names.filter((name) => !within.includes(name));
    return {
      print: [
        ...(operation === 'stop' ? [] : publisherNote(place, `A ${operation}`)),
        ...text(...beyond.map((name) => `${name}: not done. It cannot be reached from ${place.node}.`)),
      ],
      acts,
      each: true,
      failed: within.length === 0,
    };
  };
}

const answersMadeUp = 'The words of this answer are our reconstruction.';

const operationWord = (operation: Operation, about: string, details: readonly string[]): Word => {
  const command: Command = {
    about,
    details,
    reconstructed: answersMadeUp,
    answer: operationAnswer(operation),
  };
  const all: Command = {
    ...command,
    about: `${about.slice(0, -1)}: on all nodes.`,
    answer: (place) => command.answer(place, 'all'),
  };
  return {
    word: operation,
    about,
    ...(operation === 'stop' && { command }),
    next: [
      { argument: 'nodename', noun: 'node', choices: replicationNames, command },
      { word: 'all', about: all.about, command: all, next: [] },
    ],
  };
};

const status: Command = {
  about: 'Compares the tables of the nodes with those of the publisher, in the background.',
  details: [
    'Run it on the database publisher. utils dbreplication runtimestate shows how far it is, and the replication value of each node.',
    'What node and replicate narrow the check to is our reconstruction: node compares one node, replicate all of them.',
  ],
  answer: (place) => statusAnswer(place, isPublisher(place) ? replicationNames(place) : [place.node]),
};

const statusOfAll = (word: string, about: string): Word => ({
  word,
  about,
  command: { ...status, about, answer: (place) => statusAnswer(place, replicationNames(place)) },
  next: [],
});

const statusNode: Argument = {
  argument: 'nodename',
  noun: 'node',
  choices: replicationNames,
  command: {
    ...status,
    about: 'Compares the tables of one node.',
    answer: (place, node) => statusAnswer(place, [node]),
  },
};

const runtime: Command = {
  about: 'Shows how far the status check is, and the replication value of each node: 2 is good.',
  details: [
    'The value stands in parentheses: 0 not started, 1 the number of replicates is wrong, 2 good, 3 data do not match, 4 the set-up did not succeed.',
    'A value of 3 is a case for repair. For 4, and for values that do not get better by themselves: stop on the subscribers, stop on the publisher, then reset all.',
  ],
  reconstructed:
    'Addresses, round trips, group ids and the names and number of tables are made up; the replication values are those of the cluster.',
  answer: runtimeState,
};

const runtimeOfNode: Command = {
  ...runtime,
  about: 'Shows the same, with the replication value of one node.',
};

/** The branch `utils dbreplication`. */
export const DBREPLICATION: Word = {
  word: 'dbreplication',
  about: 'database replication',
  next: [
    {
      word: 'status',
      about: status.about,
      command: status,
      next: [
        statusOfAll('all', 'Compares the tables of all nodes.'),
        { word: 'node', about: statusNode.command.about, next: [statusNode] },
        statusOfAll('replicate', 'Compares the tables of all nodes, one replicate after the other.'),
      ],
    },
    {
      word: 'runtimestate',
      about: runtime.about,
      command: runtime,
      next: [{ argument: 'nodename', noun: 'node', choices: replicationNames, command: runtimeOfNode }],
    },
    operationWord('stop', 'Stops the automatic set-up of replication.', [
      'Run it on the subscribers, then on the publisher, before a reset. Without a name it is for this node.',
    ]),
    operationWord('reset', 'Tears replication down and builds it anew.', [
      'For value 4, and for values that do not get better by themselves. Takes about two minutes in the model; the value is 0 until then.',
    ]),
    operationWord('repair', 'Makes the data of a node match those of the publisher.', [
      'For value 3. It does not mend the set-up. Takes about a minute in the model.',
    ]),
  ],
};
