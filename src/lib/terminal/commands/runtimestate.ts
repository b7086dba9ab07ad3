/** `utils dbreplication runtimestate`: how far the status check is, and the replication value of each node. */
import type { NodeView } from '../../../engine';
import { serverTime, stamp } from '../clock';
import type { Answer } from '../answer';
import { columns, table, text } from '../pieces';
import { addressOf, groupOf, ownNode, reaches, replicationNodes, type Place } from '../place';
import { hasFaults, lastCheck, TABLES, tablesChecked } from '../replication-check';

const VALUES = [
  'Not Started',
  'Number of Replicates Incorrect',
  'Setup Completed',
  'Mismatched Tables',
  'Setup Failed',
];

function detailsOf({ replication: { value, operation } }: NodeView): string {
  if (operation === 'reset') return `(${value}) Setup in Progress`;
  if (operation === 'repair') return `(${value}) Repair in Progress`;
  return `(${value}) ${VALUES[value]!}`;
}

/** Names of tables, for «Last Completed Table». */
const TABLE_NAMES = ['enduser', 'processnode', 'processconfig', 'enterprisenode', 'subcluster', 'typereason'];

function checkLines(place: Place): string[] {
  const start = 'Cluster Replication State:';
  const check = lastCheck(place);
  if (!check)
    return place.node === ownNode(place).databasePublisher
      ? [`${start} No replication status command has been run`]
      : [`${start} Only available on the PUB`];
  const checked = tablesChecked(check, place.timeMs);
  const isThrough = checked === TABLES;
  const found = hasFaults(check)
    ? ['Errors or Mismatches Were Found!!!', `Use 'file view activelog ${check.file}' to see the details`]
    : ['No Errors or Mismatches found.'];
  return [
    `${start} Replication status command started at: ${stamp(check.startedMs, '-', 5)}`,
    `     Replication status command ${isThrough ? 'COMPLETED' : 'in PROGRESS'}. Checked ${checked} tables out of ${TABLES}`,
    ...(checked > 0 ? [`     Last Completed Table: ${TABLE_NAMES[checked % TABLE_NAMES.length]!}`] : []),
    ...(isThrough ? found.map((line) => `     ${line}`) : []),
  ];
}

/** Round trip between two nodes, in the notation of the table. */
function roundTrip({ view, node }: Place, to: string): string {
  if (node === to) return '0.045';
  const group = groupOf(view, node);
  const link = group?.nodes.includes(to) ? group.link : null;
  return (link ? 2 * link.latencyMs : 40).toFixed(3);
}

function rowOf(place: Place, node: NodeView, index: number): string[] {
  const start = [node.name, addressOf(place.view, node.name)];
  const group = `(g_${index + 2})`;
  if (!reaches(place.view, place.node, node.name)) return [...start, '-', 'N/N/N', '-', group, 'Off-Line'];
  const ping = roundTrip(place, node.name);
  if (node.database === 'down') return [...start, ping, 'N/Y/N', '-', group, 'Off-Line'];
  return [...start, ping, 'Y/Y/Y', '0', group, detailsOf(node)];
}

const HEAD = [
  ['', '', 'PING', 'DB/RPC/', 'REPL.', 'Replication', 'REPLICATION SETUP'],
  ['SERVER-NAME', 'IP ADDRESS', '(msec)', 'DbMon?', 'QUEUE', 'Group ID', '(RTMT) & Details'],
  ['-----------', '----------', '------', '-------', '-----', '-----------', '------------------'],
];

/** Carries `runtimestate` out, for all nodes or for one. */
export function runtimeState(place: Place, only: string): Answer {
  const own = ownNode(place);
  if (own.database === 'down')
    return {
      print: text(`The database of ${own.name} does not run: start A Cisco DB first.`),
      failed: true,
    };
  const nodes = replicationNodes(place);
  const rows = nodes
    .map((node, index) => rowOf(place, node, index))
    .filter(([name]) => only === '' || name === only);
  return {
    print: [
      ...text(
        `Server Time: ${serverTime(place.timeMs)}`,
        '',
        ...checkLines(place),
        '',
        `DB Version: ccm${own.softwareVersion.replace(/\W/g, '_')}`,
        '',
        'Repltimeout set to: 300s',
        'PROCESS option set to: 1',
        '',
        `Cluster Detailed View from ${own.name} (${nodes.length} Servers):`,
        '',
      ),
      table('Replication of each server', columns([...HEAD, ...rows])),
    ],
  };
}
