/**
 * What the page of each row says beyond its cause and its remedies (which stand with the engine, in `row-texts.ts`), and the
 * ways on from it that the page tries out in the engine when the site is built.
 */
import type { CriticalService } from '../../src/engine';

/** Number of a row of Table 2, our count. */
export type RowNumber =
  | 1
  | 2
  | 3
  | 4
  | 5
  | 6
  | 7
  | 8
  | 9
  | 10
  | 11
  | 12
  | 13
  | 14
  | 15
  | 16
  | 17
  | 18
  | 19
  | 20
  | 21
  | 22
  | 23
  | 24;

/** A step of a way, on node 1 or node 2 of the row as the table prints it; `afterS` counts from the step before. */
export type WayStep = { readonly afterS: number } & (
  | { readonly do: 'recover' | 'cut-link' | 'restore-link' }
  | {
      readonly do:
        | 'failover'
        | 'fallback'
        | 'restart-srm'
        | 'start-srm'
        | 'stop-srm'
        | 'restart'
        | 'power-off'
        | 'power-on'
        | 'start-database'
        | 'stop-database';
      readonly node: 1 | 2;
    }
  | {
      readonly do: 'start-service' | 'stop-service' | 'mend-service';
      readonly node: 1 | 2;
      readonly service: CriticalService;
    }
);

/** One way on from a row: what is done, and for how long the page then looks. */
export interface Way {
  /** What is done, as the page prints it. */
  readonly title: string;
  readonly steps: readonly WayStep[];
  /** Seconds to watch after the last step. */
  readonly watchS: number;
}

/** The words of one row's page. */
export interface RowPageText {
  /** What the pair says of the two nodes. */
  readonly meaning: string;
  /** Who serves the users, and what they notice. */
  readonly users: string;
  /** Whether it lasts, and what ends it. */
  readonly end: string;
  readonly ways: readonly Way[];
}

const wait = (watchS: number): Way => ({ title: 'Wait, and do nothing', steps: [], watchS });
const way = (title: string, watchS: number, ...steps: WayStep[]): Way => ({ title, steps, watchS });
const fallback = (node: 1 | 2, afterS = 0): WayStep => ({ afterS, do: 'fallback', node });

/** Every row's page. */
export const ROW_PAGES: Readonly<Record<RowNumber, RowPageText>> = {
  1: {
    meaning:
      'Both nodes run, hear each other’s keep-alives and are fit to stand in for each other. Every repair aims at this pair.',
    users: 'Each node serves the users that are assigned to it.',
    end: 'It lasts until somebody asks for a failover or something breaks.',
    ways: [
      way('Ask for a failover of node 1', 60, { afterS: 0, do: 'failover', node: 1 }),
      way('Stop a critical service of node 1', 150, {
        afterS: 0,
        do: 'stop-service',
        node: 1,
        service: 'Cisco SIP Proxy',
      }),
      way('Stop the database of node 1', 150, { afterS: 0, do: 'stop-database', node: 1 }),
      way('Stop the Server Recovery Manager of node 1', 120, { afterS: 0, do: 'stop-srm', node: 1 }),
      way('Switch node 1 off', 120, { afterS: 0, do: 'power-off', node: 1 }),
    ],
  },
  2: {
    meaning:
      'Node 1 stops its critical services and lets its users go; node 2 takes them, once node 1 says that they are released.',
    users:
      'The users of node 1 are cut off and wait. Those of node 2 notice nothing. Nobody new is added to the cluster meanwhile.',
    end: 'It ends by itself within seconds: node 1 becomes Idle, node 2 Running in Backup Mode.',
    ways: [
      wait(60),
      way('Restart the Server Recovery Manager of node 2', 60, { afterS: 0, do: 'restart-srm', node: 2 }),
    ],
  },
  3: {
    meaning:
      'Node 1 has handed everything over, its critical services are stopped on purpose, and node 2 carries the group. You can now work on node 1.',
    users:
      'Node 2 serves everybody. The users of node 1 log in there again after a random wait between the two re-login limits.',
    end: 'It lasts until somebody asks for a fallback. An Idle node never returns by itself, also not with automatic fallback switched on.',
    ways: [
      way('Fall back to node 1', 60, fallback(1)),
      way('Restart the Server Recovery Manager of node 1', 60, { afterS: 0, do: 'restart-srm', node: 1 }),
      way('Restart the Server Recovery Manager of node 2', 60, { afterS: 0, do: 'restart-srm', node: 2 }),
    ],
  },
  4: {
    meaning:
      'Node 1 starts the critical services it lacks and gets its users back. Node 2, until now the backup, hands them over.',
    users:
      'The users of node 1 are cut off from node 2 and log in at home again. Those of node 2 stay where they are.',
    end: 'It ends by itself: both nodes become Normal, unless a service does not start or the users cannot be moved.',
    ways: [
      wait(60),
      way('Restart the Server Recovery Manager of node 1', 60, { afterS: 0, do: 'restart-srm', node: 1 }),
    ],
  },
  5: {
    meaning:
      'The pair after a manual failover, but the Server Recovery Manager of node 1 has started anew since. It found its state in the database and took it up again; the reason tells only of the start.',
    users: 'Node 2 serves everybody, as before. The restart of the manager costs no session.',
    end: 'It lasts until somebody asks for a fallback.',
    ways: [way('Fall back to node 1', 60, fallback(1))],
  },
  6: {
    meaning:
      'The pair after a manual failover, but both Server Recovery Managers have started anew since. Neither state is lost; both reasons tell of the start.',
    users:
      'Node 2 serves everybody. If the managers alone were restarted, no session is lost; if the nodes were, all clients log in again.',
    end: 'It lasts until somebody asks for a fallback.',
    ways: [way('Fall back to node 1', 60, fallback(1))],
  },
  7: {
    meaning:
      'The pair after a manual failover, but the Server Recovery Manager of node 2 has started anew since, quickly enough for node 1 to hear it again before its time-out.',
    users: 'Node 2 serves everybody, as before. The restart of the manager costs no session.',
    end: 'It lasts until somebody asks for a fallback.',
    ways: [way('Fall back to node 1', 60, fallback(1))],
  },
  8: {
    meaning:
      'A manual failover is under way, and the Server Recovery Manager of node 2 has started anew in the middle of it. It begins its part again from the start.',
    users: 'The users of node 1 are cut off and wait a little longer than usual.',
    end: 'It ends by itself: node 2 finishes taking over, and node 1 becomes Idle.',
    ways: [wait(60)],
  },
  9: {
    meaning:
      'A manual fallback is under way, and the Server Recovery Manager of node 1 has started anew in the middle of it. It begins its part again from the start.',
    users: 'The users of node 1 are still on their way home. Those of node 2 stay where they are.',
    end: 'It ends by itself: both nodes become Normal.',
    ways: [wait(60)],
  },
  10: {
    meaning:
      'Node 1 failed over some time ago, has been healthy for thirty minutes since, and takes its users back without being asked.',
    users: 'The users of node 1 are cut off from node 2 and log in at home again.',
    end: 'It ends by itself: both nodes become Normal.',
    ways: [wait(60)],
  },
  11: {
    meaning:
      'What was broken on node 1 works again, so the node is ready to have its users back. Nothing brings them back yet.',
    users: 'Node 2 serves everybody. Node 1 has no users, though all its services run.',
    end: 'It lasts until somebody asks for a fallback; with Enable Automatic Fallback on, thirty healthy minutes end it.',
    ways: [
      way('Fall back to node 1', 60, fallback(1)),
      way('Stop a critical service of node 2', 150, {
        afterS: 0,
        do: 'stop-service',
        node: 2,
        service: 'Cisco SIP Proxy',
      }),
      way('Stop the database of node 2', 150, { afterS: 0, do: 'stop-database', node: 2 }),
    ],
  },
  12: {
    meaning:
      'Node 1 is out because at least one of its critical services does not run. Node 2 has taken the group over without being asked.',
    users:
      'Node 2 serves everybody. Clients of node 1 were cut off when their service stopped or when the users were moved, and log in on node 2 after a random wait.',
    end: 'It lasts until node 1 is healthy. The pair then changes at once, and a fallback is offered.',
    ways: [
      way(
        'Start the service, then fall back to node 1',
        60,
        { afterS: 0, do: 'start-service', node: 1, service: 'Cisco XCP Router' },
        fallback(1, 60),
      ),
      way(
        'Restart node 1, then fall back to it',
        60,
        { afterS: 0, do: 'restart', node: 1 },
        fallback(1, 240),
      ),
      way('Stop a critical service of node 2 as well', 150, {
        afterS: 0,
        do: 'stop-service',
        node: 2,
        service: 'Cisco SIP Proxy',
      }),
    ],
  },
  13: {
    meaning:
      'Node 1 is out because its database service does not run. Node 2 has taken the group over without being asked.',
    users: 'Node 2 serves everybody. The users of node 1 log in there after a random wait.',
    end: 'It lasts until the database is back. A reboot brings it back, and changes the reason that is printed: the guide has no row for the pair that follows.',
    ways: [
      way(
        'Restart node 1, then fall back to it',
        60,
        { afterS: 0, do: 'restart', node: 1 },
        fallback(1, 240),
      ),
    ],
  },
  14: {
    meaning:
      'A fallback to one node got stuck: a critical service on it would not start. Its peer follows it into failed mode, so that both show the same. The pair does not tell which of the two was taking back: look for the one with the service that is down.',
    users:
      'Whoever is online may stay so. Nobody new can log in on either node, and clients that were cut off keep waiting.',
    end: 'It lasts until somebody acts. Recover helps once the service can start; a reboot of the node is the stronger remedy.',
    ways: [
      way(
        'Mend the service, then recover the group',
        120,
        { afterS: 0, do: 'mend-service', node: 1, service: 'Cisco SIP Proxy' },
        { afterS: 30, do: 'recover' },
      ),
      way(
        'Restart node 1, then fall back to it',
        60,
        { afterS: 0, do: 'restart', node: 1 },
        fallback(1, 240),
      ),
      way('Recover the group while the service is still broken', 120, { afterS: 0, do: 'recover' }),
    ],
  },
  15: {
    meaning:
      'The backup lost a critical service while the other node was not fit to take the users back. Both nodes show failed mode. The same pair follows if high availability is switched on while neither node is healthy, or if both fail at once.',
    users: 'Whoever is online may stay so. Nobody new can log in on either node.',
    end: 'It lasts until somebody acts.',
    ways: [
      way('Recover the group', 120, { afterS: 0, do: 'recover' }),
      way(
        'Restart node 2, then recover the group',
        120,
        { afterS: 0, do: 'restart', node: 2 },
        { afterS: 240, do: 'recover' },
      ),
    ],
  },
  16: {
    meaning:
      'Nothing can be seen of node 1, and node 2 has carried the group since it heard nothing for the whole Keep Alive (Heartbeat) Timeout. Node 1 itself may well be running: its Server Recovery Manager is stopped, or nobody can reach it.',
    users:
      'Node 2 serves everybody. If only the network is cut, clients may still be on node 1 as well: two nodes then believe that the same users are theirs.',
    end: 'It lasts until node 1 is heard again. What follows depends on whether node 1 has meanwhile taken over too.',
    ways: [
      way(
        'Start the Server Recovery Manager of node 1, then fall back to it',
        60,
        { afterS: 0, do: 'start-srm', node: 1 },
        fallback(1, 60),
      ),
    ],
  },
  17: {
    meaning:
      'Node 1 is not up, and node 2 has carried the group since its Keep Alive (Heartbeat) Timeout ran out.',
    users: 'Node 2 serves everybody. The users of node 1 log in there after a random wait.',
    end: 'It lasts until node 1 is up again. After the boot the node shows Failed Over beside Peer Reboot, a pair that the guide does not print.',
    ways: [
      way(
        'Switch node 1 on, then fall back to it',
        60,
        { afterS: 0, do: 'power-on', node: 1 },
        fallback(1, 240),
      ),
    ],
  },
  18: {
    meaning:
      'Node 2 came up alone, waited for the whole Initialization Keep Alive (Heartbeat) Timeout, and then took the group over. Node 1 started later, saw that node 2 serves, and stood aside.',
    users: 'Node 2 serves everybody.',
    end: 'It lasts until somebody asks for a fallback; with services down on node 1, they have to start first.',
    ways: [way('Fall back to node 1', 60, fallback(1))],
  },
  19: {
    meaning:
      'Node 2 was to take the users of node 1, and moving them failed. Node 1 follows it into failed mode, so that both show the same.',
    users: 'The users of node 1 were cut off before the move, and can log in nowhere.',
    end: 'It lasts until somebody acts. A recovery that meets the same fault ends in failed mode again.',
    ways: [
      way('Recover the group while the fault is still there', 120, { afterS: 0, do: 'recover' }),
      way(
        'Restart both nodes',
        240,
        { afterS: 0, do: 'restart', node: 1 },
        { afterS: 0, do: 'restart', node: 2 },
      ),
    ],
  },
  20: {
    meaning:
      'Node 1 was to get its users back, and moving them failed. Node 2 follows it into failed mode, so that both show the same. A recovery that cannot move the users ends here too.',
    users: 'Whoever is online may stay so. Nobody new can log in on either node.',
    end: 'It lasts until somebody acts. A recovery that meets the same fault ends here again.',
    ways: [
      way(
        'Restart both nodes',
        240,
        { afterS: 0, do: 'restart', node: 1 },
        { afterS: 0, do: 'restart', node: 2 },
      ),
    ],
  },
  21: {
    meaning:
      'Both nodes have failed, and the reason no longer says why. Either one Server Recovery Manager started while the other had failed already, or the two nodes contradicted each other: both had the users when the network came back.',
    users: 'Whoever is online may stay so. Nobody new can log in on either node.',
    end: 'It lasts until somebody acts.',
    ways: [way('Recover the group', 120, { afterS: 0, do: 'recover' })],
  },
  22: {
    meaning:
      'Node 2 was the backup and lost its database. Node 1 had failed over before but was fit again, so it has taken everybody at once. Neither state stands in the guide’s list of definitions; the causes in its table say which node is which.',
    users: 'Node 1 serves everybody, also the users of node 2.',
    end: 'It lasts until node 2 is healthy and somebody asks for a fallback to it.',
    ways: [
      way(
        'Start the database of node 2, then fall back to node 2',
        60,
        { afterS: 0, do: 'start-database', node: 2 },
        fallback(2, 60),
      ),
    ],
  },
  23: {
    meaning:
      'Node 2 was the backup and lost a critical service. Node 1 had failed over before but was fit again, so it has taken everybody at once. Only the reason of node 2 tells this pair from the one with the database.',
    users: 'Node 1 serves everybody, also the users of node 2.',
    end: 'It lasts until node 2 is healthy and somebody asks for a fallback to it.',
    ways: [
      way(
        'Start the service of node 2, then fall back to node 2',
        60,
        { afterS: 0, do: 'start-service', node: 2, service: 'Cisco SIP Proxy' },
        fallback(2, 60),
      ),
    ],
  },
  24: {
    meaning:
      'High availability is switched on and yet does not work: when it was switched on, a Server Recovery Manager was not running. With high availability off, both nodes also show Unknown, but then with the reason High Availability Not Enabled.',
    users: 'Each node serves its own users, and nobody stands in for them.',
    end: 'It lasts until the Server Recovery Managers of both nodes have been started or restarted.',
    ways: [
      way(
        'Restart the Server Recovery Manager of node 1, then that of node 2',
        60,
        { afterS: 0, do: 'restart-srm', node: 1 },
        { afterS: 20, do: 'restart-srm', node: 2 },
      ),
    ],
  },
};
