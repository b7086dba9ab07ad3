/** What leads to each row of the guide's Table 2 and what to do about it, in our words. */

/** The words for one row. */
export interface RowText {
  readonly cause: string;
  /** What an administrator does about it, in order; empty where there is nothing to do. */
  readonly actions: readonly string[];
}

/** The words for every row, by its number. */
export const ROW_TEXTS: Readonly<Record<number, RowText>> = {
  1: {
    cause: 'Nothing is wrong: each node serves its own users and hears its peer.',
    actions: [],
  },
  2: {
    cause: 'Somebody asked for a failover of node 1. It gives its users up, and node 2 is taking them.',
    actions: [],
  },
  3: {
    cause:
      'The requested failover of node 1 has ended. Its critical services stay stopped, and node 2 serves everybody.',
    actions: ['When the work on node 1 is done, fall back to it.'],
  },
  4: {
    cause: 'Somebody asked for a fallback. Node 1 starts its services and gets its users back from node 2.',
    actions: [],
  },
  5: {
    cause:
      'After a manual failover, the SRM of node 1 was restarted. It came back as Idle; only its reason is new.',
    actions: ['Fall back to node 1 when it may serve again.'],
  },
  6: {
    cause:
      'After a manual failover both SRMs, or both whole nodes, were restarted. Each took its kept state up again.',
    actions: ['Fall back to node 1 when it may serve again.'],
  },
  7: {
    cause:
      'After a manual failover, the SRM of node 2 was restarted and was heard again before node 1 gave it up.',
    actions: ['Fall back to node 1 when it may serve again.'],
  },
  8: {
    cause:
      'During a manual failover, the SRM of node 2 was restarted. It begins to take over anew; node 1 did not have to give it up.',
    actions: ['Let it finish: the failover goes on by itself.'],
  },
  9: {
    cause:
      'During a manual fallback, the SRM of node 1 was restarted. It begins to take its users back anew.',
    actions: ['Let it finish: both nodes then show Normal.'],
  },
  10: {
    cause:
      'Automatic fallback is switched on, and node 1 has been well for half an hour after its failover. Its users return.',
    actions: [],
  },
  11: {
    cause:
      'A critical service had stopped on node 1 and runs again: somebody started it (Critical Service Down stays as the reason), or node 1 was rebooted (Initialization).',
    actions: ['Fall back to node 1: both nodes then show Normal.'],
  },
  12: {
    cause:
      'A critical service of node 1 has been down for longer than the Critical Service Delay. Node 2 took the users over by itself.',
    actions: [
      'Find the service that is down on node 1 and start it.',
      'If it does not start, reboot node 1.',
      'Once all five run, fall back to node 1.',
    ],
  },
  13: {
    cause: 'The database service of node 1 has been down for too long. Node 2 took the users over by itself.',
    actions: ['Reboot node 1.', 'Once its critical services run, fall back to it.'],
  },
  14: {
    cause:
      'Node 1 was taking its users back, and one of its critical services would not start. Neither node serves well now.',
    actions: [
      'Look for the service that is down on the node that was taking back, and press Recover.',
      'If it still does not start, reboot that node.',
      'Once its critical services run, fall back to it.',
    ],
  },
  15: {
    cause:
      'A critical service stopped on the node that ran as the backup while its peer was not fit to serve.',
    actions: [
      'Look for the service that is down on the backup, and press Recover.',
      'If it still does not start, reboot the backup.',
    ],
  },
  16: {
    cause:
      'Node 2 heard no keep-alive until its time-out: the network is cut, or the SRM of node 1 does not run. Node 2 took over by itself.',
    actions: [
      'Mend the network between the nodes. They may fail once they hear each other again: press Recover.',
      'Or start the SRM of node 1, then fall back to it.',
      'If node 1 is down, repair it and switch it on.',
      'Once it is up with its critical services running, fall back to it.',
    ],
  },
  17: {
    cause:
      'The platform of node 1 went away: broken hardware, no power, a shutdown or a restart. Node 2 took over by itself.',
    actions: [
      'Repair node 1 and switch it on.',
      'Once it is up with its critical services running, fall back to it.',
    ],
  },
  18: {
    cause:
      'Node 2 started and did not hear node 1 in time, so it took over. Node 1 came up later and found it serving.',
    actions: ['When node 1 is up with its critical services running, fall back to it.'],
  },
  19: {
    cause: 'The users could not be moved during a failover, perhaps because of an error in the database.',
    actions: ['Press Recover.', 'If it comes back, reboot the nodes.'],
  },
  20: {
    cause: 'The users could not be moved during a fallback, perhaps because of an error in the database.',
    actions: ['Press Recover.', 'If it comes back, reboot the nodes.'],
  },
  21: {
    cause:
      'The SRM of one node restarted while the other was in failed mode; the cause of the first failure is no longer shown. An internal error can give the same picture.',
    actions: ['Press Recover.', 'If it comes back, reboot the nodes.'],
  },
  22: {
    cause:
      'The database stopped on the node that ran as the backup. Its peer had failed over but was well again, so it took everybody by itself.',
    actions: ['Bring the database of node 2 back, then fall back to node 2.'],
  },
  23: {
    cause:
      'A critical service stopped on the node that ran as the backup. Its peer had failed over but was well again, so it took everybody by itself. Node 1 shows a database reason all the same, as the table prints it.',
    actions: ['Start the service of node 2, then fall back to node 2.'],
  },
  24: {
    cause: 'High availability was switched on while an SRM did not run. Neither node knows where it stands.',
    actions: ['Restart the SRM of both nodes.'],
  },
};
