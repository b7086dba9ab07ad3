/** `show` and `file view`: what a node tells of itself. The shapes are reconstructed, the values are the cluster's. */
import type { Answer } from '../answer';
import { serverTime, stamp } from '../clock';
import type { Command, Word } from '../grammar';
import { columns, table, text } from '../pieces';
import { addressOf, ownNode, reaches, type Place } from '../place';
import { TABLES, tablesChecked, type ReplicationCheck } from '../replication-check';

const reconstructed = 'The shape of this answer is our reconstruction.';

function statusAnswer(place: Place): Answer {
  const node = ownNode(place);
  return {
    print: [
      table(
        'Status of this node',
        columns([
          ['Host Name', `: ${node.name}`],
          ['Date', `: ${serverTime(place.timeMs)}`],
          ['Time Zone', ': Coordinated Universal Time'],
          ['Product Ver', `: ${node.softwareVersion}`],
          ['IP Address', `: ${addressOf(place.view, node.name)}`],
          ['Subcluster', `: ${node.group ?? 'none'}`],
        ]),
      ),
    ],
  };
}

function clusterAnswer(place: Place): Answer {
  const { databasePublisher } = ownNode(place);
  const rows = place.view.nodes.map(({ name }) => [
    addressOf(place.view, name),
    name,
    name === databasePublisher ? 'Publisher' : 'Subscriber',
    reaches(place.view, place.node, name) ? 'authenticated' : 'not reached',
  ]);
  return { print: [table('Nodes of the cluster', columns(rows))] };
}

function networkAnswer(place: Place): Answer {
  const { isolated } = ownNode(place);
  return {
    print: [
      ...text('Ethernet 0'),
      table(
        'Network interface of this node',
        columns([
          ['DHCP', ': disabled'],
          ['Status', `: ${isolated ? 'down' : 'up'}`],
          ['IP Address', `: ${addressOf(place.view, place.node)}`],
          ['Link Detected', `: ${isolated ? 'no' : 'yes'}`],
        ]),
      ),
    ],
  };
}

const leaf = (word: string, about: string, answer: Command['answer']): Word => ({
  word,
  about,
  command: { about, reconstructed, answer },
  next: [],
});

/** The branch `show`. */
export const SHOW: Word = {
  word: 'show',
  about: 'what this node is and sees',
  next: [
    leaf('status', 'Shows name, time, version and group of this node.', statusAnswer),
    {
      word: 'version',
      about: 'installed software',
      next: [
        leaf('active', 'Shows the version of the software that runs.', (place) => ({
          print: text(`Active Master Version: ${ownNode(place).softwareVersion}`),
        })),
      ],
    },
    {
      word: 'network',
      about: 'network of this node',
      next: [
        leaf('cluster', 'Lists the nodes of the cluster, the publisher among them.', clusterAnswer),
        leaf('eth0', 'Shows whether this node is connected.', networkAnswer),
      ],
    },
  ],
};

const FINDINGS = [
  'replication has not started (value 0)',
  'the number of replicates is wrong (value 1)',
  'all tables match',
  'tables do not match (value 3)',
  'the set-up did not succeed (value 4)',
];

const filesOf = ({ checks, node, timeMs }: Place): readonly ReplicationCheck[] =>
  checks.filter((check) => check.node === node && check.startedMs <= timeMs);

function fileAnswer(place: Place, file: string): Answer {
  const check = filesOf(place).find((it) => it.file === file)!;
  const checked = tablesChecked(check, place.timeMs);
  const rows = check.findings.map(({ node, value }) => [
    node,
    value === null ? 'could not be asked' : FINDINGS[value]!,
  ]);
  return {
    paged: true,
    print: [
      ...text(
        `Replication status check of ${stamp(check.startedMs, '-', 5)} on ${check.node}`,
        `Checked ${checked} tables out of ${TABLES}`,
      ),
      ...(checked === TABLES ? [table('What the check found', columns(rows))] : []),
    ],
  };
}

const view: Command = {
  about: 'Shows the file in which a status check of replication leaves its result.',
  reconstructed,
  answer: fileAnswer,
};

/** The branch `file`. */
export const FILE: Word = {
  word: 'file',
  about: 'files of this node',
  next: [
    {
      word: 'view',
      about: 'shows a file',
      next: [
        {
          word: 'activelog',
          about: view.about,
          next: [
            {
              argument: 'file',
              noun: 'file with the result of a status check',
              choices: (place) => filesOf(place).map(({ file }) => file),
              command: view,
            },
          ],
        },
      ],
    },
  ],
};
