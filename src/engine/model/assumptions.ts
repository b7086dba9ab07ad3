/**
 * Everything the engine decides where the guide is silent or ambiguous. Numbers are those of the model; letters are
 * decisions of finer grain that the model leaves open too. The product shows all of them: hiding an assumption is a defect.
 */

/** One decision: what the engine does, and why that and not something else. */
export interface Assumption {
  /** As printed in provenances: `I-11`, or `D-a` for a decision of finer grain. */
  readonly id: string;
  readonly title: string;
  readonly what: string;
  readonly why: string;
}

const numbered = (number: number, title: string, what: string, why: string): Assumption => ({
  id: `I-${number}`,
  title,
  what,
  why,
});

/** Every [I-n] of the model, in order. */
export const ASSUMPTIONS: readonly Assumption[] = [
  numbered(
    1,
    'The state is kept in the node’s database',
    'State, reason, the kind and phase of a running transition, and the time of the last take-over survive a restart of the recovery manager and a reboot.',
    'Rows 5 to 9 only make sense if a restarted recovery manager still knows the state it was in.',
  ),
  numbered(
    2,
    'Two states exist that Table 1 does not define',
    'Backup Activated is the node that takes all users after the backup failed; Failover Affected Services is the failed backup.',
    'Table 2 uses both names in rows 22 and 23, and its causes say which node is which.',
  ),
  numbered(
    3,
    'Durations',
    'Stopping services takes 5 s, starting them 15 s, moving users 10 s and 1 ms for each user, a recovery manager’s stop 1 s and start 5 s, a shutdown 20 s, a boot 120 s; a keep-alive is 20 ms on its way. All can be set in a scenario.',
    'The guide names no such times. These are short enough to watch and long enough to see the transition states.',
  ),
  numbered(
    4,
    'What Multiple Device Messaging doubles',
    'The Critical Service Delay, both keep-alive time-outs, and stopping services and moving users of a failover take twice as long. A fallback does not.',
    'The guide speaks of failover times in general; these are the times that a failover is made of.',
  ),
  numbered(
    5,
    'When keep-alives are sent',
    'At the start of the recovery manager, at every interval after it, at once after a change of what it would say, and at once in answer to a peer that has newly started.',
    'The guide gives the interval alone. Without the prompt ones every reaction would wait up to a whole interval.',
  ),
  numbered(
    6,
    'High availability switched on while a recovery manager is down',
    'Both nodes stay Unknown until the recovery managers of both have been started or restarted since; then both initialize.',
    'Row 24 names this as a possible cause and asks for a restart of the recovery manager on both nodes.',
  ),
  numbered(
    7,
    'States kept over a restart that no row prints',
    'Failing Over, Falling Back, Backup Activated and Failover Affected Services come back with the reason Initialization; a running transition starts over from its beginning.',
    'Rows 5 to 9 show this for their states; the others follow the same pattern.',
  ),
  numbered(
    8,
    'The node that took over last keeps the users',
    'A node that returns in a state that holds users, and hears that its peer took over later, becomes Failed Over. Equal instants are a conflict.',
    'Otherwise every power cut in the wrong order would end with both nodes claiming the users.',
  ),
  numbered(
    9,
    'Initializing beside a peer that is out',
    'Beside a peer that is Idle or Failed Over the node runs in backup mode again; beside a state from which nothing leads on, it enters failed mode.',
    'Somebody has to serve the users; where nobody can tell who, failing is the honest answer.',
  ),
  numbered(
    10,
    'Replication counts while initializing',
    'While a node initializes, a replication value other than 2 makes it unhealthy, with the reason Database Failure, as a database that is down does.',
    'The guide warns that missing replication may cause an immediate failover when high availability is enabled, and prints no reason of its own for it.',
  ),
  numbered(
    11,
    'A database failure waits as long as a service failure',
    'A database that is down leads to a failover after the Critical Service Delay.',
    'The guide gives a delay for critical services only; a database that blinks should not cost a failover either.',
  ),
  numbered(
    12,
    'Failed Over follows health at once',
    'The change between the two Failed Over states needs no delay.',
    'Both only tell whether services run; nothing moves when they change.',
  ),
  numbered(
    13,
    'What resets the thirty minutes',
    'Automatic fallback waits for thirty minutes in Failed Over, healthy and with the recovery manager running, without a break.',
    'The guide counts from the return to a healthy state; a break means that the node has to return again.',
  ),
  numbered(
    14,
    'The backup’s database fails and nobody can take over',
    'The group enters failed mode with the reason Database Failure.',
    'Row 15 prints the service’s reason for a service; the database has a reason of its own elsewhere.',
  ),
  numbered(
    15,
    'The way out of automatic recovery',
    'Once the failed backup is healthy again, a fallback to it is offered. Should the activated backup fail meanwhile, the group enters failed mode.',
    'Rows 22 and 23 end with all users on one node and recommend nothing.',
  ),
  numbered(
    16,
    'Peer Down or Peer Reboot',
    'The reason is Peer Reboot if the peer’s platform is not up, Peer Down if its recovery manager does not run or the network is cut.',
    'A real node cannot always tell these apart. The table does, so the engine uses the true cause.',
  ),
  numbered(
    17,
    'A node that is out loses its peer',
    'Failed Over, and Failover Affected Services when healthy, take all users over. Idle stays Idle, and a node with services down stays until it is healthy.',
    'The guide lets nothing but a manual fallback start the services of an Idle node. A healthy node that could serve should not look on while nobody does.',
  ),
  numbered(
    18,
    'Losing the peer, or one’s health, in a transition',
    'A transition that needs both nodes ends in failed mode when the peer is lost. A node that is taking over and unhealthy for the Critical Service Delay fails as well.',
    'Table 1 calls failed mode the outcome of an error during a transition.',
  ),
  numbered(
    19,
    'Failed mode and the reboot of the peer',
    'A healthy node in failed mode whose peer’s platform goes down takes over all users.',
    'The advice of row 14, to reboot the node and then to fall back, can only work if the other node runs in backup mode by then.',
  ),
  numbered(
    20,
    'Two nodes that both hold the users',
    'When they hear each other again, both enter failed mode with the reason Unknown.',
    'Row 16 says that a node may go into a failed state when the network is back, and prints no reason.',
  ),
  numbered(
    21,
    'What a recovery does',
    'Both recovery managers restart with their state forgotten, services that do not run are started, and both nodes initialize. If a service does not start, or users cannot be moved back, both are in failed mode again. A recovery that is broken off leaves nothing behind.',
    'The guide says that the recovery managers are restarted, and lists the two ways of failing for other actions.',
  ),
  numbered(
    22,
    'When high availability can be switched off',
    'Only while both nodes can be reached and show Normal or Unknown.',
    'The guide is silent. Switching it off in the middle of a failover would leave users on a node that is not theirs.',
  ),
  numbered(
    23,
    'How long replication commands take',
    'A reset sets the value 0 and, 120 s later, 2. A repair turns 3 into 2 after 60 s and is refused otherwise. A stop ends a running set-up and leaves 0; the values 3 and 4 stay.',
    'The CLI reference says what the commands are for, not how long they take.',
  ),
  numbered(
    24,
    'What a reboot mends',
    'It brings the database up, mends broken services and the fault that makes user moves fail on that node; nothing else.',
    'The guide advises a reboot as the remedy for exactly these.',
  ),
  numbered(
    25,
    'Sessions and the XCP Router',
    'A client’s session ends when Cisco XCP Router does not run on its node.',
    'Clients speak to that service; the other critical services can be down without the connection breaking.',
  ),
  numbered(
    26,
    'When a log-in succeeds',
    'The node must be up, reachable and healthy, and in a state that serves this user. Otherwise the client draws a new waiting time from the limits of the node it tried.',
    'The guide gives the limits between which a client waits, not what happens when the attempt fails.',
  ),
  numbered(
    27,
    'Both nodes fail over at once',
    'Both enter failed mode with Critical Service Down.',
    'Neither is in a position to take the other’s users, and row 15 describes just that.',
  ),
  numbered(
    28,
    'A fallback leaves running services alone',
    'Only critical services that do not run are started.',
    'The guide speaks of a restart; stopping what runs would throw out the node’s clients for nothing.',
  ),
  numbered(
    29,
    'States that do not fit each other',
    'Two states that no rule carries on end in failed mode with the reason Unknown after two keep-alive intervals.',
    'The guide has no such pairs. Staying in one for ever would leave the administrator without any offered action.',
  ),
  numbered(
    30,
    'Where users are placed',
    'A node that enters Running in Backup Mode or Backup Activated serves all users of the group; one that enters Normal serves its own again. When a split brain ends and no node claims a user, the user is placed at home.',
    'This is what the states say of themselves in Tables 1 and 2.',
  ),
  numbered(
    31,
    'Assigning users',
    'Balanced deals users out in turn over all nodes, group by group. A change of the mode places every assigned user anew at once and is refused in a failover state. An added user goes where the mode has the fewest, once that node’s Sync Agent runs.',
    'The guide describes the three modes and the agent, not the order or the moment.',
  ),
  numbered(
    32,
    'What an outage costs',
    'User-minutes in which a client waits to log in, and those in which it is online on a node that is unhealthy, in failed mode or in a split brain.',
    'Our own measure: it lets two ways of repairing the same fault be compared.',
  ),
];

const lettered = (letter: string, title: string, what: string, why: string): Assumption => ({
  id: `D-${letter}`,
  title,
  what,
  why,
});

/** Decisions of finer grain, where the model is silent as well. */
export const DECISIONS: readonly Assumption[] = [
  lettered(
    'a',
    'Clients come last in an instant',
    'At one millisecond steps come first, then arrivals, timers of platforms and services, timers of recovery managers, and clients’ attempts to log in last.',
    'A client that tries in the very millisecond in which its node becomes ready is let in.',
  ),
  lettered(
    'b',
    'Time-outs of one node that end together',
    'If several of a node’s timers end in the same millisecond, the loss of its peer counts first.',
    'Every other decision depends on whether there still is a peer.',
  ),
  lettered(
    'c',
    'Prompt keep-alives do not move the rhythm',
    'A keep-alive sent because something changed comes in addition to the regular ones.',
    'The guide’s interval stays what it says.',
  ),
  lettered(
    'd',
    'Asking for what already is',
    'Starting a service that runs, cutting a link that is cut and the like are allowed and change nothing; the log says so.',
    'Nothing forbids them. Switching high availability on twice, by contrast, is refused, as the model says.',
  ),
  lettered(
    'e',
    'Idle only after the services have stopped',
    'A node in a manual failover becomes Idle once its services are stopped and the peer serves the users, in this order, also if its recovery manager restarted in between.',
    'Idle means that the services are stopped.',
  ),
  lettered(
    'f',
    'The reason follows the cause while initializing',
    'Where a node that initializes fails because its database is down or its replication is not set up, failed mode has the reason Database Failure, otherwise Critical Service Down.',
    'The same distinction is made for the failover in the same table of the model.',
  ),
  lettered(
    'g',
    'Initializing beside Unknown waits',
    'A node that initializes waits while its peer still shows Unknown.',
    'The peer is about to initialize too: both do at the same instant, and only the news is on its way.',
  ),
  lettered(
    'h',
    'Whom a client tries in a split brain',
    'Of the two nodes that own the user, one that would accept the client, the home node first.',
    'A real client asks a directory that we do not model; any order would do, and this one is the least surprising.',
  ),
  lettered(
    'i',
    'The end of a split brain',
    'If one node still claims the users, they stay with it; if both let go in the same millisecond, everyone is placed at home.',
    'The model speaks of the second case; the first leaves no question open.',
  ),
  lettered(
    'j',
    'Where a moved user goes',
    'To the node of the new group with the fewest users, or to its first node in the active-standby mode.',
    'The same rule as for a user who is added.',
  ),
  lettered(
    'k',
    'Temporary presence after a new search',
    'A search at least thirty seconds after the last one was deleted, or without a deletion before, subscribes anew and shows the true value.',
    'The guide gives the thirty seconds as the only condition.',
  ),
  lettered(
    'l',
    'Replication set-ups and reboots',
    'A set-up that runs goes on while its node is down; setting the value by hand ends it.',
    'The guide does not speak of it, and no lesson depends on it.',
  ),
  lettered(
    'm',
    'Acting in the lab at an instant that has happened',
    'What you do while time stands still comes after everything of that millisecond: the step is kept one millisecond later.',
    'In a scenario file steps come first in their millisecond; you must see the same answer to what you saw on the screen.',
  ),
  lettered(
    'n',
    'Users that are already waiting count as logged in',
    'A user who is moved to another group while the client waits to log in again is treated as one who was logged in: presence shows only after logging out and in.',
    'The guide asks for the user to be logged out, and a waiting client is not.',
  ),
];
