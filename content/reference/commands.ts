/** The commands of the platform's command line that concern redundancy groups: all that the terminal takes. */

/** Every command with a page of its own, as it is typed, without its arguments. */
export const COMMANDS = [
  'utils dbreplication status',
  'utils dbreplication runtimestate',
  'utils dbreplication stop',
  'utils dbreplication reset',
  'utils dbreplication repair',
  'utils service list',
  'utils service start',
  'utils service stop',
  'utils service restart',
  'utils ha status',
  'utils ha failover',
  'utils ha fallback',
  'utils ha recover',
  'utils system restart',
  'utils system shutdown',
  'show status',
  'show version active',
  'show network cluster',
  'show network eth0',
  'file view activelog',
] as const;

/** A command as it is typed, without its arguments. */
export type Command = (typeof COMMANDS)[number];

/** Each command in one sentence. */
export const COMMAND_SUMMARIES: Readonly<Record<Command, string>> = {
  'utils dbreplication status':
    'Compares the tables of all nodes in the background and writes what differs to a file.',
  'utils dbreplication runtimestate':
    'Shows how far replication is set up, node by node; 2 is the value you want.',
  'utils dbreplication stop': 'Ends an automatic set-up of replication, so that it can be built anew.',
  'utils dbreplication reset': 'Tears replication down and builds it anew.',
  'utils dbreplication repair': 'Makes the data of a subscriber match that of the publisher.',
  'utils service list': 'Lists every service of a node and whether it runs.',
  'utils service start': 'Starts one service of the node you are logged in to.',
  'utils service stop': 'Stops one service of the node you are logged in to.',
  'utils service restart': 'Stops one service of the node and starts it again.',
  'utils ha status': 'Shows state and reason of both nodes of a redundancy group.',
  'utils ha failover': 'Moves the users of a node to its peer and stops the critical services there.',
  'utils ha fallback': 'Starts the critical services of a node and brings its users back.',
  'utils ha recover': 'Restarts the recovery managers of a group in which both nodes have failed.',
  'utils system restart': 'Restarts the whole node.',
  'utils system shutdown': 'Shuts the whole node down.',
  'show status': 'Shows name, time, version and group of the node.',
  'show version active': 'Shows which version of the software runs on the node.',
  'show network cluster': 'Lists the nodes of the cluster, says which is the publisher and who is reached.',
  'show network eth0': 'Shows whether the node itself is connected.',
  'file view activelog': 'Shows the file in which a check of replication has left its result.',
};
