/** What the page of each command says, and the sessions that it shows. The answers are the terminal's own. */
import type { Command } from './commands';

/** A session on the command line of one node, in a run of the gallery. */
export interface Session {
  /** What it shows, as printed above it. */
  readonly title: string;
  /** Scenario of the gallery, by its name in the address. */
  readonly scenario: string;
  readonly node: string;
  /** Lines in the order in which they are typed, each with the second of the run. */
  readonly typed: readonly { readonly atS: number; readonly line: string }[];
}

/** The words of one command's page. */
export interface CommandPageText {
  /** As it is typed, with its arguments. */
  readonly syntax: string;
  /** What the arguments mean; empty where there are none. */
  readonly argument: string;
  readonly purpose: string;
  /** On which node, and when. */
  readonly where: string;
  /** When it is refused, or does nothing. */
  readonly refused: string;
  /** What of its answer is known of real systems, and what is our reconstruction. */
  readonly shape: string;
  readonly sessions: readonly Session[];
}

const session = (
  title: string,
  scenario: string,
  node: string,
  ...typed: readonly (readonly [atS: number, line: string])[]
): Session => ({ title, scenario, node, typed: typed.map(([atS, line]) => ({ atS, line })) });

const NOT_READY = 'enable-ha-replication-not-ready';
const HEALTHY = 'healthy-pair';
const SERVICE_DOWN = 'row-12-critical-service-down';

/** Every command's page. */
export const COMMAND_PAGES: Readonly<Record<Command, CommandPageText>> = {
  'utils dbreplication status': {
    syntax: 'utils dbreplication status [all | node NODE | replicate]',
    argument: 'all compares every node, node one of them; without an argument all are compared.',
    purpose:
      'It looks for tables that differ between the nodes. The comparison runs in the background and leaves its result in a file; utils dbreplication runtimestate shows how far it is.',
    where: 'On the database publisher, before a redundancy group gets high availability.',
    refused: 'While a check is already running, and while the database of the node is down.',
    shape:
      'That the check runs in the background, and the name of the file, are known. The other words are our reconstruction.',
    sessions: [
      session('On the publisher', HEALTHY, 'imp1', [0, 'utils dbreplication status']),
      session(
        'A second one while the first runs',
        HEALTHY,
        'imp1',
        [0, 'utils dbreplication status'],
        [20, 'utils dbreplication status'],
      ),
    ],
  },
  'utils dbreplication runtimestate': {
    syntax: 'utils dbreplication runtimestate [NODE]',
    argument: 'A node’s name shows that node alone.',
    purpose:
      'It prints a line for each node; the number in parentheses at its end is the replication value. 2 is good. 0 means that replication has not started, 1 that the number of replicates is wrong, 3 that data differ, 4 that the set-up did not succeed.',
    where: 'On any node. Do not go on with a group before every node shows 2.',
    refused: 'While the database of the node is down.',
    shape: 'The shape is that of real systems. Addresses, round trips and numbers of tables are made up.',
    sessions: [
      session(
        'All is well, and a check has been through',
        HEALTHY,
        'imp1',
        [0, 'utils dbreplication status'],
        [75, 'utils dbreplication runtimestate'],
      ),
      session('One node is not ready', NOT_READY, 'imp1', [5, 'utils dbreplication runtimestate']),
    ],
  },
  'utils dbreplication stop': {
    syntax: 'utils dbreplication stop [NODE | all]',
    argument: 'Without an argument it is for the node you are logged in to.',
    purpose: 'It ends the automatic set-up of replication, so that a reset does not get in its way.',
    where: 'On the subscribers first, then on the publisher, before utils dbreplication reset.',
    refused: 'While platform or database of a node are down.',
    shape: 'The words of the answer are our reconstruction.',
    sessions: [session('On the node that is not ready', NOT_READY, 'imp2', [5, 'utils dbreplication stop'])],
  },
  'utils dbreplication reset': {
    syntax: 'utils dbreplication reset NODE | all',
    argument: 'The node whose replication is built anew, or all of them.',
    purpose:
      'It tears replication down and sets it up again: the remedy for the value 4, and for others that do not heal. The value is 0 meanwhile; in the lab, 2 follows after two minutes.',
    where: 'On the publisher, after utils dbreplication stop on all nodes.',
    refused: 'While platform or database of the node are down.',
    shape: 'The words of the answer are our reconstruction, and so are the two minutes.',
    sessions: [
      session(
        'Built anew, and looked at after three minutes',
        NOT_READY,
        'imp1',
        [5, 'utils dbreplication reset imp2'],
        [185, 'utils dbreplication runtimestate imp2'],
      ),
    ],
  },
  'utils dbreplication repair': {
    syntax: 'utils dbreplication repair NODE | all',
    argument: 'The node whose data are made to match the publisher’s, or all of them.',
    purpose:
      'It mends data that differ: the remedy for the value 3. It does not mend a set-up. In the lab it takes a minute.',
    where: 'On the publisher.',
    refused: 'For any value but 3, and while platform or database of the node are down.',
    shape: 'The words of the answer are our reconstruction, and so is the minute.',
    sessions: [
      session('Where the set-up is at fault, and not the data', NOT_READY, 'imp1', [
        5,
        'utils dbreplication repair imp2',
      ]),
    ],
  },
  'utils service list': {
    syntax: 'utils service list [page]',
    argument: 'page stops at the end of each screen.',
    purpose:
      'It prints a line for each service: STARTED, STARTING, STOPPED with the word that somebody stopped it, or NOTRUNNING for one that failed.',
    where: 'On the node whose services you want to see.',
    refused: 'Never, as long as you can log in.',
    shape: 'The shape is that of real systems. A real node lists many more services than the model knows.',
    sessions: [
      session('A critical service was stopped', SERVICE_DOWN, 'imp1', [60, 'utils service list']),
      session('After a manual failover', 'row-03-manual-failover-complete', 'imp1', [
        120,
        'utils service list',
      ]),
    ],
  },
  'utils service start': {
    syntax: 'utils service start NAME',
    argument: 'The service’s name, as utils service list prints it.',
    purpose: 'It starts one service. Starting takes a while: list the services again to see it STARTED.',
    where: 'On the node on which the service is to run.',
    refused:
      'While the platform goes down. Starting what runs changes nothing. A broken service fails again.',
    shape: 'The answer is the service’s line, as on real systems.',
    sessions: [
      session(
        'Started again before the delay has run out',
        SERVICE_DOWN,
        'imp1',
        [60, 'utils service start Cisco XCP Router'],
        [80, 'utils service list'],
      ),
    ],
  },
  'utils service stop': {
    syntax: 'utils service stop NAME',
    argument: 'The service’s name, as utils service list prints it.',
    purpose:
      'It stops one service. Stop a critical one for longer than the Critical Service Delay, and the node fails over.',
    where: 'On the node on which the service runs.',
    refused: 'While the platform goes down. Stopping what is stopped changes nothing.',
    shape: 'The answer is the service’s line, as on real systems.',
    sessions: [session('On a healthy node', HEALTHY, 'imp1', [30, 'utils service stop Cisco SIP Proxy'])],
  },
  'utils service restart': {
    syntax: 'utils service restart NAME',
    argument: 'The service’s name, as utils service list prints it.',
    purpose:
      'It stops a service and starts it again. For Cisco Server Recovery Manager it is what the guide asks for where both nodes show Unknown.',
    where: 'On the node on which the service runs.',
    refused: 'While the platform goes down.',
    shape: 'The answer is the service’s line, as on real systems.',
    sessions: [
      session(
        'The recovery manager, and the state after it',
        'row-05-idle-node-recovery-manager-restarted',
        'imp1',
        [50, 'utils service restart Cisco Server Recovery Manager'],
        [58, 'utils ha status'],
      ),
    ],
  },
  'utils ha status': {
    syntax: 'utils ha status [GROUP]',
    argument: 'A group’s name shows that group alone.',
    purpose:
      'It prints state and reason of both nodes, for each group. No reason is printed for Normal. With high availability off, both show Unknown with the reason High Availability Not Enabled.',
    where: 'On any node of the cluster.',
    refused: 'Never, as long as you can log in.',
    shape:
      'The shape is that of real systems. Published examples shorten some states, such as Failed for Running in Failed Mode and Failover for Failing Over. What is printed for a node that cannot be reached is our own word.',
    sessions: [
      session('A critical service is down', SERVICE_DOWN, 'imp2', [160, 'utils ha status']),
      session('Both nodes Normal', HEALTHY, 'imp1', [10, 'utils ha status']),
      session('High availability is off', 'row-24-high-availability-not-enabled-properly', 'imp2', [
        5,
        'utils ha status',
      ]),
      session('The peer cannot be seen', 'row-16-peer-not-heard', 'imp2', [110, 'utils ha status']),
    ],
  },
  'utils ha failover': {
    syntax: 'utils ha failover NODE',
    argument: 'The node that gives its users up.',
    purpose:
      'It does what the Failover button does: the critical services of the node stop, and its peer takes the users.',
    where:
      'On any node of the cluster. What is printed at once is the first step; ask utils ha status for the rest.',
    refused:
      'Unless high availability is on, both nodes are Normal, both recovery managers can be reached, and the peer is healthy.',
    shape: 'The answer is that of real systems. The words of a refusal are our reconstruction.',
    sessions: [
      session(
        'From a healthy pair',
        HEALTHY,
        'imp1',
        [30, 'utils ha failover imp1'],
        [60, 'utils ha status'],
      ),
      session('Refused', SERVICE_DOWN, 'imp2', [160, 'utils ha failover imp2']),
    ],
  },
  'utils ha fallback': {
    syntax: 'utils ha fallback NODE',
    argument: 'The node that gets its users back.',
    purpose:
      'It does what the Fallback button does: the node starts what does not run, and its users move home.',
    where:
      'On any node of the cluster. What is printed at once is the first step; ask utils ha status for the rest.',
    refused:
      'Unless the node is Idle, or healthy in Failed Over or Failover Affected Services, its peer carries the users, and both recovery managers can be reached.',
    shape: 'The answer is that of real systems. The words of a refusal are our reconstruction.',
    sessions: [
      session(
        'After a manual failover',
        'row-03-manual-failover-complete',
        'imp1',
        [120, 'utils ha fallback imp1'],
        [150, 'utils ha status'],
      ),
      session('Refused while a service is down', SERVICE_DOWN, 'imp2', [160, 'utils ha fallback imp1']),
    ],
  },
  'utils ha recover': {
    syntax: 'utils ha recover GROUP',
    argument: 'The group’s name.',
    purpose:
      'It does what the Recover button does: both recovery managers restart, and critical services that do not run are started.',
    where: 'On either node of a group in which both have failed.',
    refused:
      'Unless both nodes are Running in Failed Mode, both recovery managers can be reached, and the nodes hear each other.',
    shape: 'The answer is that of real systems. The words of a refusal are our reconstruction.',
    sessions: [
      session(
        'Both nodes have failed',
        'row-15-backup-critical-service-down',
        'imp1',
        [295, 'utils ha recover DefaultCUPSubCluster'],
        [330, 'utils ha status'],
      ),
      session('Refused on a healthy pair', HEALTHY, 'imp1', [30, 'utils ha recover DefaultCUPSubCluster']),
    ],
  },
  'utils system restart': {
    syntax: 'utils system restart',
    argument: '',
    purpose:
      'It shuts the node down and starts it again: the guide’s remedy where a service does not start, or the database is down. The peer takes over if the node is away for longer than the Keep Alive (Heartbeat) Timeout.',
    where: 'On the node itself. The session ends with it.',
    refused: 'While the platform is already on its way down. It asks before it does anything.',
    shape: 'That it asks is known. The words are our reconstruction.',
    sessions: [session('Asked, and answered with yes', HEALTHY, 'imp1', [30, 'utils system restart'])],
  },
  'utils system shutdown': {
    syntax: 'utils system shutdown',
    argument: '',
    purpose:
      'It shuts the node down and switches it off. The peer takes over after the Keep Alive (Heartbeat) Timeout, with the reason Peer Reboot. On real systems a shutdown that takes longer than five minutes can be forced.',
    where: 'On the node itself. The session ends with it.',
    refused: 'While the platform is already on its way down. It asks before it does anything.',
    shape: 'That it asks, and offers to force a long shutdown, is known. The words are our reconstruction.',
    sessions: [session('Asked, and answered with yes', HEALTHY, 'imp1', [30, 'utils system shutdown'])],
  },
  'show status': {
    syntax: 'show status',
    argument: '',
    purpose:
      'It tells where you are: name and address of the node, its time, the version that runs, and the redundancy group that the node is in.',
    where: 'On the node that you want to know about, for instance before you restart it.',
    refused: 'Never, as long as you can log in.',
    shape: 'A real node prints more, such as uptime, load and memory. The shape is our reconstruction.',
    sessions: [session('On a node of a healthy pair', HEALTHY, 'imp1', [10, 'show status'])],
  },
  'show version active': {
    syntax: 'show version active',
    argument: '',
    purpose:
      'It prints the version of the software that runs. Two nodes of a redundancy group need the same one.',
    where: 'On both nodes that are to form a group.',
    refused: 'Never, as long as you can log in.',
    shape: 'The shape is our reconstruction.',
    sessions: [
      session('On the first node', HEALTHY, 'imp1', [10, 'show version active']),
      session('On the second node', HEALTHY, 'imp2', [10, 'show version active']),
    ],
  },
  'show network cluster': {
    syntax: 'show network cluster',
    argument: '',
    purpose:
      'It lists the nodes of the cluster with their addresses, names the publisher among them, and says for each whether this node reaches it.',
    where: 'On any node, when you look for the publisher or for a node that has gone silent.',
    refused: 'Never, as long as you can log in.',
    shape: 'The shape is our reconstruction, and so is the word for a node that is not reached.',
    sessions: [
      session('All nodes are reached', HEALTHY, 'imp1', [10, 'show network cluster']),
      session('The peer has no power', 'row-17-peer-powered-down', 'imp2', [150, 'show network cluster']),
    ],
  },
  'show network eth0': {
    syntax: 'show network eth0',
    argument: '',
    purpose:
      'It says whether the network interface of the node is up and has a link: what you ask on the serial console of a node that does not answer by SSH.',
    where: 'On the node itself.',
    refused: 'Never, as long as you can log in.',
    shape: 'The shape is our reconstruction.',
    sessions: [
      session('On a node that nobody reaches, by its console', 'isolated-node', 'imp1', [
        100,
        'show network eth0',
      ]),
      session('On its peer', 'isolated-node', 'imp2', [100, 'show network eth0']),
    ],
  },
  'file view activelog': {
    syntax: 'file view activelog FILE',
    argument: 'The file, as utils dbreplication status names it in its answer.',
    purpose:
      'It shows what a check of replication has found, node by node. While the check runs, the file says how many tables are done.',
    where: 'On the node on which the check was started.',
    refused: 'For a file that no check has written on this node.',
    shape: 'Folder and name of the file are those of real systems. What stands in it is our reconstruction.',
    sessions: [
      session(
        'While the check runs, and after it',
        NOT_READY,
        'imp1',
        [5, 'utils dbreplication status'],
        [35, 'file view activelog cm/trace/dbl/sdi/ReplicationStatus.2024_01_01_00_00_05.out'],
        [80, 'file view activelog cm/trace/dbl/sdi/ReplicationStatus.2024_01_01_00_00_05.out'],
      ),
    ],
  },
};
