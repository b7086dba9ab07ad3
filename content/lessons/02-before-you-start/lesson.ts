/** Before the task flow: which two nodes may share a group, and what lies between them where they are far apart. */
import type { Goal } from '../../../src/course/goal';
import type { Lesson } from '../../../src/course/lesson';

const GROUP = 'DefaultCUPSubCluster';

/** Six nodes: two have a group, and of the other four only two suit each other. */
const SIX_NODES = {
  format: 'presence-redundancy-scenario',
  version: 1,
  title: 'Six nodes, one group',
  cluster: {
    nodes: [
      { name: 'imp1', softwareVersion: '15.0.1', databasePublisher: 'imp1' },
      { name: 'imp2', softwareVersion: '15.0.1', databasePublisher: 'imp1' },
      { name: 'imp3', softwareVersion: '14.0.1', databasePublisher: 'imp1' },
      { name: 'imp4', softwareVersion: '15.0.1', databasePublisher: 'imp1' },
      { name: 'imp5', softwareVersion: '15.0.1', databasePublisher: 'imp5' },
      { name: 'imp6', softwareVersion: '15.0.1', databasePublisher: 'imp1' },
    ],
    groups: [{ name: GROUP, nodes: ['imp1', 'imp2'], highAvailability: true }],
    users: 24,
  },
};

const FAR_APART = {
  format: 'presence-redundancy-scenario',
  version: 1,
  title: 'Two nodes far apart',
  seed: 2,
  cluster: { nodes: [{ name: 'imp1' }, { name: 'imp2' }], users: 24 },
};

const bothNormal: Goal = {
  all: [
    { node: 'imp1', is: { state: 'normal' } },
    { node: 'imp2', is: { state: 'normal' } },
  ],
};

const lossAtLeast = (loss: number): Goal => ({ group: GROUP, is: { link: { loss: { atLeast: loss } } } });
const oneWayAtLeast = (latencyMs: number): Goal => ({
  group: GROUP,
  is: { link: { latencyMs: { atLeast: latencyMs } } },
});

export const lesson: Lesson = {
  slug: 'before-you-start',
  title: 'Before you start',
  summary:
    'Tell which two nodes may share a group, and judge a wide-area link by what it needs rather than by what happens to work.',
  minutes: 8,
  section: 'Presence Redundancy Group Prerequisites',
  before: ['what-a-group-is-for'],
  steps: [
    {
      id: 'which-partner',
      title: 'Which partner?',
      scenario: SIX_NODES,
      tool: 'pages',
      task: 'Look at the servers, then choose a partner for imp4.',
      deeds: [
        {
          text: 'The list of servers: System > Server in Cisco Unified CM Administration',
          want: { kind: 'page', page: 'servers' },
        },
      ],
      question: {
        ask: 'imp4 is in no group yet. Which node may be put into a group with it?',
        options: [
          {
            id: 'imp1',
            text: 'imp1',
            right: false,
            reply: 'Same version, same publisher, but imp1 has a group. A node belongs to one group at most.',
          },
          {
            id: 'imp3',
            text: 'imp3',
            right: false,
            reply:
              'imp3 runs 14.0.1 and imp4 runs 15.0.1. Both nodes of a group must run the same software version.',
          },
          {
            id: 'imp5',
            text: 'imp5',
            right: false,
            reply:
              'The version is right. But imp5 has another database publisher: the two would not share one database.',
          },
          {
            id: 'imp6',
            text: 'imp6',
            right: true,
            reply: 'Yes: in no group, the same version, the same publisher.',
          },
        ],
      },
      hint: 'The list of servers has a column for the group, one for the software version and one for the database publisher.',
      done: 'Every node should be in a group, alone or with one other. Only a pair can have high availability.',
    },
    {
      id: 'pair-them',
      title: 'Let the page say no',
      tool: 'pages',
      task: 'Try to pair imp4 with a node that does not fit. Then make the group that does.',
      goal: {
        any: [
          { group: '*', is: { nodes: ['imp4', 'imp6'] } },
          { group: '*', is: { nodes: ['imp6', 'imp4'] } },
        ],
      },
      replies: [
        {
          when: {
            all: [
              { step: { do: 'add-group' }, outcome: 'refused' },
              { node: 'imp4', is: { group: null } },
            ],
          },
          say: 'Refused, and nothing was changed. The page says which rule it was. Now choose the node that fits.',
        },
        {
          when: {
            all: [{ not: { node: 'imp4', is: { group: null } } }, { node: 'imp6', is: { group: null } }],
          },
          say: 'Now imp4 is in a group, but not together with imp6. Open that group, choose imp6 as its second node, and save.',
        },
      ],
      hint: 'Cisco Unified CM Administration, System > Presence Redundancy Groups, Add New. Any new name will do. Choose imp4 as Presence Server 1 and imp6 as Presence Server 2, then Save. Leave Enable High Availability alone for now.',
      done: 'Four nodes have their place. imp3 and imp5 are left over, and the pages warn about them: without a group a node takes no part in any of this.',
      picture: {
        steps: [{ at: 5, do: 'add-group', group: 'Second', nodes: ['imp4', 'imp6'] }],
        atSeconds: 6,
        caption: 'imp4 and imp6 share a group. imp3 and imp5 are in none.',
      },
    },
    {
      id: 'round-trip',
      title: 'Eighty milliseconds, there and back',
      scenario: FAR_APART,
      tool: 'stage',
      playAtSpeed: 1,
      task: 'Set the link to the longest way that is still allowed, and watch a keep-alive cross it.',
      goal: {
        all: [
          { group: GROUP, is: { link: { latencyMs: 40 } } },
          { holds: bothNormal, forSeconds: 16 },
        ],
      },
      replies: [
        {
          when: { group: GROUP, is: { link: { latencyMs: 80 } } },
          say: 'That makes 160 ms for a round trip. The 80 ms count there and back; the link is set one way.',
        },
        {
          when: oneWayAtLeast(41),
          say: 'The round trip now takes longer than 80 ms. Half of 80 is what one way may take.',
        },
      ],
      hint: 'Press the link between the nodes, enter 40 for Latency one way (ms), and press Set latency and loss. Then let 16 seconds pass, so that at least one keep-alive crosses.',
      done: 'Nothing else happened, and nothing should: 20 or 40 ms are little beside a time-out of 60 seconds.',
      picture: {
        steps: [{ at: 2, do: 'set-link', group: GROUP, latencyMs: 40 }],
        atSeconds: 15.02,
        caption: 'Both nodes are Normal. The keep-alives of second 15 are half-way: they need 40 ms.',
      },
    },
    {
      id: 'too-far',
      title: 'Far beyond the limit',
      tool: 'timeline',
      playAtSpeed: 20,
      task: 'Answer, then set 2,000 ms one way and watch two minutes of it.',
      question: {
        ask: 'You make one way take two whole seconds, twenty-five times what is allowed for both ways together. What does this lab show?',
        options: [
          {
            id: 'failover',
            text: 'A failover after 60 seconds.',
            right: false,
            reply:
              'Each keep-alive comes two seconds late, and so does the next. Between two arrivals there are still 15 seconds.',
          },
          {
            id: 'flapping',
            text: 'The pair changes between Normal and Taking Over.',
            right: false,
            reply: 'It would take silence for that. The messages are late; they are not missing.',
          },
          {
            id: 'nothing',
            text: 'Two Normal nodes.',
            right: true,
            reply:
              'Yes. In this lab the way takes time, and that is all it does. The limit is real, and its reasons lie outside of what is simulated.',
          },
        ],
      },
      goal: { holds: { all: [oneWayAtLeast(1000), bothNormal] }, forSeconds: 120 },
      hint: 'Press Unfold the stage, then the link; enter 2000 for Latency one way (ms), press Set latency and loss, and let time run for two minutes. Use a higher speed if you like.',
      done: 'Do not take this for permission. The guide allows at most 80 ms for the round trip, and says that less bandwidth than it asks for can make everything slow. At work replication between the databases, the moving of users and the heartbeats all share that line. The guide has no figures for what a long way does to each, so the lab shows none.',
      picture: {
        steps: [{ at: 20, do: 'set-link', group: GROUP, latencyMs: 2000 }],
        atSeconds: 61,
        caption: 'Two seconds one way: the keep-alives of second 60 are half-way, and both nodes are Normal.',
      },
    },
    {
      id: 'loss',
      title: 'Lost on the way',
      scenario: FAR_APART,
      tool: 'timeline',
      playAtSpeed: 100,
      task: 'Say what it takes; then let half of all keep-alives be lost, and wait for the first node to act.',
      question: {
        ask: 'A keep-alive every 15 seconds, a time-out of 60. How many in a row must be lost before a Normal node gives its peer up?',
        options: [
          {
            id: 'one',
            text: 'One.',
            right: false,
            reply: 'One lost keep-alive leaves 30 seconds of silence. That is half of the time-out.',
          },
          {
            id: 'three',
            text: 'Three.',
            right: false,
            reply:
              'Close. After three, the fourth lands exactly when the 60 seconds end, and an arrival in that very millisecond counts.',
          },
          {
            id: 'four',
            text: 'Four.',
            right: true,
            reply:
              'Yes: with three lost the fourth arrives in the last millisecond. With four it does not arrive.',
          },
        ],
      },
      goal: {
        all: [
          { ever: lossAtLeast(0.3) },
          {
            ever: {
              any: [
                { node: 'imp1', is: { state: 'taking-over', reason: 'Peer Down' } },
                { node: 'imp2', is: { state: 'taking-over', reason: 'Peer Down' } },
              ],
            },
          },
        ],
      },
      replies: [
        {
          when: { ever: { group: GROUP, is: { link: { up: false } } } },
          say: 'You cut the link: then nothing arrives at all, both nodes take over, and the users are split. Here the link stays up and loses every second message. Begin the step again.',
        },
      ],
      hint: 'Press Unfold the stage, then the link; enter 50 for Loss (%), press Set latency and loss, and let time run fast, or play to the next change.',
      done: 'A link that loses half of what it carries looks fine for minutes, and then four in a row are gone. The node that heard nothing takes over beside a peer that is well. Once they hear each other again, that ends in failed mode on both. So mend a bad link before you trust high availability to it.',
      picture: {
        steps: [{ at: 10, do: 'set-link', group: GROUP, loss: 0.5 }],
        atSeconds: 380,
        caption:
          'Half of the keep-alives are lost. imp1 has heard none for a minute and is Taking Over, while imp2 is Normal.',
      },
    },
    {
      id: 'bandwidth',
      title: 'Ten megabits, for each',
      scenario: FAR_APART,
      tool: 'stage',
      task: 'Answer from what the guide asks for.',
      question: {
        ask: 'Two IM and Presence clusters reach their far nodes over one line. It gives 10 Mbit/s to both of them together, with a round trip of 60 ms. Is it enough?',
        options: [
          {
            id: 'enough',
            text: 'Yes: 10 Mbit/s and less than 80 ms.',
            right: false,
            reply:
              'The time is fine. The bandwidth is wanted for each cluster, and it must be dedicated: not shared.',
          },
          {
            id: 'latency',
            text: 'No: 60 ms is too long.',
            right: false,
            reply: 'Up to 80 ms there and back are allowed.',
          },
          {
            id: 'each',
            text: 'No: each of the two clusters needs 10 Mbit/s of its own.',
            right: true,
            reply: 'Yes: 20 Mbit/s for the two, 10 dedicated to each.',
          },
          {
            id: 'lab',
            text: 'Try it in the lab and see.',
            right: false,
            reply:
              'The lab has no bandwidth to set. It would show you two Normal nodes and teach you something wrong.',
          },
        ],
      },
      done: 'These needs are met on paper, before the first click. Next comes the first step that is done on the nodes: verify database replication.',
    },
  ],
};
