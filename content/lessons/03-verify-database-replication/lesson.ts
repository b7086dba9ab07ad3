/** Step 1 of the task flow: look at database replication, mend it, and see what happens when nobody looked. */
import type { Goal } from '../../../src/course/goal';
import type { Lesson } from '../../../src/course/lesson';

const GROUP = 'DefaultCUPSubCluster';

/** A pair that is prepared for high availability: grouped, 24 users, high availability still off. imp1 is the publisher. */
const prepared = (title: string, replication: readonly [number, number], steps: readonly object[] = []) => ({
  format: 'presence-redundancy-scenario',
  version: 1,
  title,
  cluster: {
    nodes: [
      { name: 'imp1', databasePublisher: 'imp1', replication: replication[0] },
      { name: 'imp2', databasePublisher: 'imp1', replication: replication[1] },
    ],
    groups: [{ name: GROUP, nodes: ['imp1', 'imp2'], highAvailability: false }],
    users: 24,
  },
  steps,
});

const replicationIs = (node: string, value: number): Goal => ({ node, is: { replication: value } });
const bothReplicate: Goal = { all: [replicationIs('imp1', 2), replicationIs('imp2', 2)] };

const did = (operation: 'stop' | 'reset' | 'repair', node: string): Goal => ({
  step: { do: 'dbreplication', node, operation },
  outcome: 'done',
});
const refusedRepair: Goal = { step: { do: 'dbreplication', operation: 'repair' }, outcome: 'refused' };

/** The lab can set the value by hand, as a fault; nobody can at work. */
const setByHand = {
  when: { step: { do: 'set-replication' }, outcome: 'done' },
  say: 'That switch belongs to this lab: it plants faults. No system has it. Mend replication with the command.',
} as const;

const bothAre = (state: 'normal' | 'running-in-failed-mode'): Goal => ({
  all: [
    { node: 'imp1', is: { state } },
    { node: 'imp2', is: { state } },
  ],
});

export const lesson: Lesson = {
  slug: 'verify-database-replication',
  title: 'Verify database replication',
  summary:
    'Log in to a node, read its replication value, mend a value that is not 2, and know what an unmended one costs.',
  minutes: 15,
  section: 'Verify Database Replication',
  taskFlowStep: 1,
  before: ['before-you-start'],
  steps: [
    {
      id: 'why',
      title: 'What you do not see at work',
      scenario: prepared('Two nodes that look fine', [2, 4]),
      tool: 'stage',
      task: 'Say what you expect.',
      question: {
        ask: 'Replication to imp2 was never set up properly. Somebody switches high availability on today. What happens?',
        options: [
          {
            id: 'nothing-yet',
            text: 'Nothing today. It will hurt at the first real failure.',
            right: false,
            reply:
              'That would be the kinder way. But a node looks at itself before it becomes Normal, and replication is part of what it looks at.',
          },
          {
            id: 'waits',
            text: 'imp2 waits in Initializing until replication is ready.',
            right: false,
            reply:
              'It waits for services that are still starting, not for replication. A value other than 2 counts as a fault, and a fault beside a healthy peer has one answer.',
          },
          {
            id: 'fails-over',
            text: 'imp2 hands its users to imp1 at once, and they are all thrown out.',
            right: true,
            reply:
              'Yes. Nothing broke that minute, nobody waits 90 seconds, and still half of the users lose their connection. Near the end of this lesson you make it happen.',
          },
          {
            id: 'refused',
            text: 'The Save is refused.',
            right: false,
            reply:
              'The page checks names and nodes. It does not look into the database, so the box can be checked and saved.',
          },
        ],
      },
      done: 'Keep your answer in mind. First you learn to see what is wrong before anybody saves anything.',
    },
    {
      id: 'log-in',
      title: 'Log in over the network',
      scenario: prepared('A pair in good order', [2, 2]),
      tool: 'terminal',
      task: 'Log in to imp1 by SSH.',
      deeds: [{ text: 'Log in to imp1 by SSH', want: { kind: 'login', by: 'ssh', node: 'imp1' } }],
      hint: 'Type ssh administrator@imp1, then any password. The button SSH above the screen types the first line for you.',
      done: 'The prompt admin: is the node’s own command line. What you type from now on is asked of imp1.',
    },
    {
      id: 'status',
      title: 'Ask for a check, then for its result',
      playAtSpeed: 5,
      tool: 'terminal',
      task: 'On imp1, start the check of the tables, look at the state of replication, and say what tells you that it is good.',
      deeds: [
        {
          text: 'Start the check: utils dbreplication status',
          want: { kind: 'command', command: 'utils dbreplication status', node: 'imp1' },
        },
        {
          text: 'Look at the result: utils dbreplication runtimestate',
          want: { kind: 'command', command: 'utils dbreplication runtimestate', node: 'imp1' },
        },
      ],
      question: {
        ask: 'Which part of the answer says that replication to imp2 is set up and good?',
        options: [
          {
            id: 'ping',
            text: 'The figure under PING.',
            right: false,
            reply:
              'It says that imp2 answers on the network, and how fast. A node can answer and still have no replication at all.',
          },
          {
            id: 'yes',
            text: 'Y/Y/Y under DB/RPC/DbMon.',
            right: false,
            reply:
              'Those three say that the database, the remote calls and the monitor run on the node. They are what replication needs, not replication itself.',
          },
          {
            id: 'two',
            text: '(2) at the end of its line.',
            right: true,
            reply: 'Yes. The number in parentheses is the replication value, and 2 is the only good one.',
          },
          {
            id: 'queue',
            text: 'The 0 under the queue.',
            right: false,
            reply:
              'An empty queue means that nothing waits to be sent. That is also what a node shows to which nothing is ever sent.',
          },
        ],
      },
      hint: 'Both commands begin with utils dbreplication. Press Tab to complete a word and ? to see what may follow.',
      done: 'One command looks into the tables, the other reports, at once and as often as you like. You need both: a set-up can be complete while the rows in it differ.',
    },
    {
      id: 'serial-console',
      title: 'When the network does not answer',
      scenario: prepared('imp2 is cut off', [2, 2], [{ at: 0, do: 'isolate', node: 'imp2' }]),
      atSeconds: 1,
      tool: 'terminal',
      task: 'Get a command line on imp2, and ask for the state of replication there.',
      deeds: [
        { text: 'Log in to imp2 on its serial console', want: { kind: 'login', by: 'serial', node: 'imp2' } },
        {
          text: 'Ask imp2: utils dbreplication runtimestate',
          want: { kind: 'command', command: 'utils dbreplication runtimestate', node: 'imp2' },
        },
      ],
      replies: [
        {
          when: { node: 'imp2', is: { isolated: false } },
          say: 'You put imp2 back on the network, so SSH works again. At work that may take hours. The console asks for no network: use it now.',
        },
      ],
      hint: 'SSH cannot reach imp2. Choose the serial console of imp2 instead, and give the administrator’s name and password at the prompt.',
      done: 'The console is a cable into the machine, whatever the network does. Note what imp2 says of imp1: Off-Line. From here nobody can tell whether imp1 is well.',
    },
    {
      id: 'still-setting-up',
      title: 'Not 2 yet: wait and look again',
      scenario: prepared(
        'Replication is being set up',
        [2, 0],
        [{ at: 0, do: 'dbreplication', node: 'imp2', operation: 'reset' }],
      ),
      atSeconds: 1,
      tool: 'terminal',
      task: 'Look at the value of imp2, let time pass, and look again until it is 2.',
      goal: replicationIs('imp2', 2),
      deeds: [
        {
          text: 'Look at the state of replication',
          want: { kind: 'command', command: 'utils dbreplication runtimestate' },
        },
      ],
      question: {
        ask: 'In another cluster a node has shown 1 since yesterday. What now?',
        options: [
          {
            id: 'wait-longer',
            text: 'Wait on: 1 is a stage on the way.',
            right: false,
            reply:
              'It is one, for minutes or hours. A stage that has lasted a day is a set-up that does not get on.',
          },
          {
            id: 'repair-it',
            text: 'Repair it.',
            right: false,
            reply:
              'A repair makes rows match. Here the parts that carry the rows are not all there, so it has nothing to work with.',
          },
          {
            id: 'stop-and-reset',
            text: 'Stop the set-up, then reset.',
            right: true,
            reply:
              'Yes. What does not heal by itself is torn down and built anew. You do just that two steps further on.',
          },
        ],
      },
      replies: [
        {
          when: {
            all: [did('stop', 'imp2'), { not: replicationIs('imp2', 2) }, { not: did('reset', 'imp2') }],
          },
          say: 'You stopped a set-up that was on its way. Nothing works at it any more, so the value stays 0 however long you wait. Begin it again: reset imp2.',
        },
        {
          when: { all: [did('reset', 'imp2'), { not: replicationIs('imp2', 2) }] },
          say: 'Your reset tore down what had been built and started from nothing. The two minutes count from now. A value of 0 by itself is no fault: give it time first.',
        },
        {
          when: refusedRepair,
          say: 'A repair copies rows over a set-up that is complete. This one is not complete, so there is nothing that it could mend.',
        },
        setByHand,
      ],
      hint: 'Run utils dbreplication runtimestate, press play at a higher speed, and run it again after two minutes of simulated time.',
      done: 'It became 2 without your help. 0 and 1 are stages on the way: look again before you act. Only when they stay is something wrong.',
      picture: { atSeconds: 60, caption: 'One minute into the set-up: imp2 still has the value 0.' },
    },
    {
      id: 'mismatch',
      title: '3: the rows differ',
      scenario: prepared('Rows differ on imp2', [2, 3]),
      tool: 'terminal',
      playAtSpeed: 5,
      task: 'Find out what is wrong with imp2, and bring it to 2.',
      goal: { all: [replicationIs('imp2', 2), { any: [did('repair', 'imp2'), did('reset', 'imp2')] }] },
      replies: [
        {
          when: did('reset', 'imp2'),
          say: 'This heals it too, but you tore down a set-up that was sound and waited for all of it to be built again: 120 seconds with no replication. A repair leaves the set-up alone and takes 60.',
        },
        {
          when: { all: [did('stop', 'imp2'), { not: did('repair', 'imp2') }] },
          say: 'Stop ends a set-up that is running. None is running here, so the value stays 3.',
        },
        setByHand,
      ],
      hint: 'runtimestate shows (3) for imp2: its rows differ from the publisher’s. On imp1, run utils dbreplication repair imp2.',
      done: 'The set-up was complete all the time; only what lay in the tables differed. A repair makes imp2’s rows the same as those of the publisher, imp1.',
      picture: {
        steps: [{ at: 1, do: 'dbreplication', node: 'imp2', operation: 'repair' }],
        atSeconds: 30,
        caption: 'A repair of imp2 is running; the value stays 3 until it is through.',
      },
    },
    {
      id: 'set-up-failed',
      title: '4: the set-up failed',
      scenario: prepared('The set-up of imp2 failed', [2, 4]),
      tool: 'terminal',
      playAtSpeed: 10,
      task: 'Stop the set-up on imp2, then on imp1, then reset, until both nodes have 2.',
      goal: {
        all: [bothReplicate, { inOrder: [did('stop', 'imp2'), did('stop', 'imp1'), did('reset', 'imp2')] }],
      },
      replies: [
        {
          when: {
            all: [
              did('reset', 'imp2'),
              { not: did('reset', 'imp1') },
              { inOrder: [did('stop', 'imp1'), did('reset', 'imp2')] },
              replicationIs('imp1', 0),
            ],
          },
          say: 'Your stop reached imp1 too, your reset only imp2. imp1 stays at 0 until it is reset as well. With «all» in place of a name, one reset does both.',
        },
        {
          when: { inOrder: [did('stop', 'imp1'), did('stop', 'imp2')] },
          say: 'You stopped the publisher first. The CLI reference has it the other way round: subscribers first, the publisher last. Stop both again, imp2 first.',
        },
        {
          when: { all: [did('reset', 'imp2'), { not: did('stop', 'imp2') }] },
          say: 'In this lab the reset alone heals the value. On a real cluster the automatic set-up may still be trying and get in the way, so the CLI reference wants it stopped first. Do it in order: stop on imp2, stop on imp1, reset.',
        },
        {
          when: refusedRepair,
          say: 'Repair mends rows in a set-up that stands. With 4 there is no set-up to work in. It has to be torn down and built anew: that is a reset.',
        },
        setByHand,
      ],
      hint: 'On imp2: utils dbreplication stop. On imp1: utils dbreplication stop, then utils dbreplication reset all. Two minutes later both have 2.',
      done: 'Stop, stop, reset: you silenced what was still trying, from the outside in, and then built everything anew.',
      picture: {
        steps: [
          { at: 1, do: 'dbreplication', node: 'imp2', operation: 'stop' },
          { at: 2, do: 'dbreplication', node: 'imp1', operation: 'stop' },
          { at: 3, do: 'dbreplication', node: 'imp1', operation: 'reset' },
          { at: 3, do: 'dbreplication', node: 'imp2', operation: 'reset' },
        ],
        atSeconds: 60,
        caption: 'Both nodes were reset and are being set up anew.',
      },
    },
    {
      id: 'skipped-on-one',
      title: 'Skip it, and watch',
      scenario: prepared('Nobody looked at imp2', [2, 4]),
      playAtSpeed: 5,
      tool: 'pages',
      task: 'Switch high availability on as it is. Then bring both nodes to Normal, with replication good on both.',
      goal: {
        inOrder: [
          {
            all: [
              { node: 'imp1', is: { state: 'running-in-backup-mode', reason: 'Database Failure' } },
              { node: 'imp2', is: { state: 'failed-over', reason: 'Database Failure' } },
            ],
          },
          { all: [bothAre('normal'), bothReplicate] },
        ],
      },
      replies: [
        {
          when: {
            all: [
              bothAre('normal'),
              { not: replicationIs('imp2', 2) },
              { step: { do: 'fallback' }, outcome: 'done' },
            ],
          },
          say: 'Both are Normal, and nothing is mended: imp2 still has its old value. The next time its Cisco Server Recovery Manager starts, it fails over again. Mend replication now.',
        },
        {
          when: {
            all: [
              { node: 'imp1', is: { state: 'normal' } },
              replicationIs('imp2', 2),
              { not: { ever: { node: 'imp2', is: { state: 'failed-over' } } } },
            ],
          },
          say: 'You mended replication first. That is how it is done at work, and it is why nothing happened. To see the other ending, begin this step again.',
        },
        {
          when: { all: [refusedRepair, { ever: { node: 'imp2', is: { state: 'failed-over' } } }] },
          say: 'imp2 has the value 4: its set-up failed, so a repair has nothing to stand on. Reset it.',
        },
        {
          when: {
            all: [
              { node: 'imp2', is: { state: 'failed-over', replication: 2 } },
              { node: 'imp1', is: { state: 'running-in-backup-mode' } },
            ],
          },
          say: 'Replication is good again, and nothing moves: a node that failed over does not take its users back by itself. Send them home with a fallback to imp2.',
        },
        setByHand,
      ],
      hint: 'System > Presence Redundancy Groups: check Enable High Availability, Save. Then reset replication of imp2, wait for 2, and press Fallback for imp2.',
      done: '20 milliseconds after the Save imp2 gave its users up, 10 seconds later imp1 ran in backup mode. 12 users were thrown out twice, once by a failover without a failure and once by the fallback, and waited 120 to 537 seconds each time. One look at one number would have spared them both.',
      picture: {
        steps: [{ at: 1, do: 'enable-ha', group: GROUP }],
        atSeconds: 30,
        caption:
          'High availability is on: imp2 is Failed Over, imp1 runs in backup mode, and the users of imp2 wait.',
      },
    },
    {
      id: 'skipped-on-both',
      title: 'Skip it on both nodes',
      scenario: prepared('Nobody looked at all', [4, 4], [{ at: 5, do: 'enable-ha', group: GROUP }]),
      atSeconds: 5,
      tool: 'terminal',
      playAtSpeed: 10,
      task: 'Bring the group out of failed mode.',
      goal: {
        all: [bothAre('normal'), bothReplicate],
      },
      replies: [
        {
          when: {
            all: [
              { step: { do: 'recover' }, outcome: 'done' },
              bothAre('running-in-failed-mode'),
              { not: bothReplicate },
            ],
          },
          say: 'A recovery starts both recovery managers anew, and they found what they had found before: replication is not good. The remedy is right and came too early. Mend the cause first.',
        },
        {
          when: { all: [bothReplicate, bothAre('running-in-failed-mode')] },
          say: 'Replication is good on both nodes. The group does not look again by itself, so tell it to: recover.',
        },
        {
          when: { step: { do: 'fallback' }, outcome: 'refused' },
          say: 'A fallback needs one node that holds the users for the other. Here neither does. The way out of failed mode is a recovery.',
        },
        setByHand,
      ],
      hint: 'utils dbreplication reset all on imp1, wait for 2 on both nodes, then utils ha recover DefaultCUPSubCluster or the button Recover on the group’s page.',
      done: 'You mended the cause, then recovered. The other way round the group only fails again. Next: the five services, the other thing to look at before a group is made.',
      picture: {
        atSeconds: 20,
        caption: 'Both nodes run in failed mode, with the reason Database Failure.',
      },
    },
  ],
};
