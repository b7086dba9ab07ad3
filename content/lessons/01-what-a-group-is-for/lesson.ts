/** What a group is for: a failure, the way back, both ways to spread users, and what it is like without high availability. */
import type { Goal } from '../../../src/course/goal';
import type { Lesson } from '../../../src/course/lesson';

const HEAD = { format: 'presence-redundancy-scenario', version: 1 } as const;

const PAIR = {
  ...HEAD,
  title: 'Two nodes, 24 users',
  cluster: { nodes: [{ name: 'imp1' }, { name: 'imp2' }], users: 24 },
};

/** imp1 has failed over and is well again; imp2 carries everybody. */
const CARRIED_BY_IMP2 = {
  ...PAIR,
  title: 'imp2 carries all users, imp1 is well again',
  steps: [
    { at: 5, do: 'crash-service', node: 'imp1', service: 'Cisco SIP Proxy' },
    { at: 700, do: 'start-service', node: 'imp1', service: 'Cisco SIP Proxy' },
  ],
};

const TWO_GROUPS = {
  ...HEAD,
  title: 'Two groups, one with high availability',
  cluster: {
    nodes: [{ name: 'imp1' }, { name: 'imp2' }, { name: 'imp3' }, { name: 'imp4' }],
    groups: [
      { name: 'DefaultCUPSubCluster', nodes: ['imp1', 'imp2'], highAvailability: true },
      { name: 'Branch', nodes: ['imp3', 'imp4'], highAvailability: false },
    ],
    users: 48,
  },
};

const carries = (node: string): Goal => ({
  node,
  is: { state: 'running-in-backup-mode', users: { served: 24 } },
});

const bothNormal: Goal = {
  all: [
    { node: 'imp1', is: { state: 'normal' } },
    { node: 'imp2', is: { state: 'normal' } },
  ],
};

const switchedOff = (node: string): Goal => ({ ever: { node, is: { platform: 'off' } } });

export const lesson: Lesson = {
  slug: 'what-a-group-is-for',
  title: 'What a group is for',
  summary:
    'See what a presence redundancy group does for its users when a node fails, and what it cannot do.',
  minutes: 15,
  section: 'Presence Redundancy Group Overview',
  before: [],
  steps: [
    {
      id: 'two-nodes',
      title: 'Two nodes that listen to each other',
      scenario: PAIR,
      atSeconds: 1,
      playAtSpeed: 1,
      question: {
        ask: 'What does imp2 know about imp1?',
        options: [
          {
            id: 'everything',
            text: 'Everything that happens on it, as it happens',
            right: false,
            reply:
              'Nothing passes between the two but keep-alives, and one leaves every 15 seconds. In between, imp2 can only assume that all is as it was.',
          },
          {
            id: 'last-message',
            text: 'What the last keep-alive said, and how long ago that was',
            right: true,
            reply:
              'That is all. A keep-alive says how its sender is. While they arrive, imp2 believes them; when they stop, it has to make up its mind.',
          },
          {
            id: 'nothing',
            text: 'Nothing, until imp1 fails and says so',
            right: false,
            reply:
              'A node that loses its power says nothing any more. This is why both speak all the time: silence is news, too.',
          },
        ],
      },
      picture: {
        atSeconds: 15.006,
        caption: 'A keep-alive of each node is on its way to the other. Each node serves 12 of the 24 users.',
      },
    },
    {
      id: 'a-service-stops',
      title: 'A service stops: failover',
      task: 'Answer first. Then stop Cisco XCP Router on imp1, and let time run until imp2 carries all users.',
      question: {
        ask: 'At the moment the router stops, what happens to the 12 users of imp1?',
        options: [
          {
            id: 'nothing',
            text: 'Nothing. imp2 takes them over so fast that nobody notices',
            right: false,
            reply:
              'A client is connected to one node, and that connection is gone. Nobody can hand it over. The client has to log in again, and cannot yet.',
          },
          {
            id: 'wait',
            text: 'They lose their connection and wait',
            right: true,
            reply: 'Yes. Now see how long it takes until somebody is there for them.',
          },
          {
            id: 'stay',
            text: 'They stay on imp1 until the failover begins',
            right: false,
            reply:
              'Cisco XCP Router is the service that clients are connected to. When it stops, they are out, whatever the nodes decide later.',
          },
        ],
      },
      goal: {
        all: [{ node: 'imp1', is: { state: 'failed-over-critical-services-not-running' } }, carries('imp2')],
      },
      replies: [
        {
          when: { all: [switchedOff('imp1'), { not: { node: 'imp1', is: { platform: 'up' } } }] },
          say: 'You took the whole node away. imp2 takes over then as well, after a minute without a keep-alive. Here one service is to fail while its node runs on: start this step over.',
        },
        {
          when: { step: { do: 'stop-service', node: 'imp2' }, outcome: 'done' },
          say: 'That was imp2. Watch what comes of it if you like: it is the same story with the roles exchanged. Then start this step over and stop the router on imp1.',
        },
        {
          when: { step: { do: 'failover' }, outcome: 'done' },
          say: 'You ordered the failover yourself, so nothing had to be found out, and imp1 is Idle now. Start this step over, and let a service fail instead.',
        },
        {
          when: {
            all: [
              { node: 'imp1', is: { services: { 'Cisco XCP Router': 'stopped' }, state: 'normal' } },
              { not: { holds: { node: 'imp1', is: { healthy: false } }, forSeconds: 60 } },
            ],
          },
          say: 'imp1 shows Normal, although its users are out. The Critical Service Delay is running, 90 seconds: a service that comes back by itself within them costs no failover. Let time run.',
        },
      ],
      hint: 'Press XCP Router under imp1 on the stage and choose Stop. Then press N, or the button for the next change of state, until imp2 shows Running in Backup Mode.',
      done: 'The service was down for 90 seconds; then imp1 gave its users up, and about ten seconds later imp2 served all 24. This is a failover. Nobody had to be awake for it.',
      picture: {
        steps: [{ at: 20, do: 'stop-service', node: 'imp1', service: 'Cisco XCP Router' }],
        atSeconds: 130,
        caption: 'Cisco XCP Router on imp1 is stopped. imp2 serves all 24 users; 12 of them wait to log in.',
      },
    },
    {
      id: 'what-clients-notice',
      title: 'What clients notice',
      task: 'Let time run until all 24 users are online on imp2.',
      goal: { node: 'imp2', is: { users: { online: 24 } } },
      question: {
        ask: 'imp2 is ready. Why do its new users not come all at once?',
        options: [
          {
            id: 'queue',
            text: 'imp2 lets them in one after the other',
            right: false,
            reply: 'imp2 would take them at any time. It is the clients who do not ask yet.',
          },
          {
            id: 'random',
            text: 'Each client waits for a time of its own before it tries again',
            right: true,
            reply:
              'Each draws a time between the Client Re-Login Lower Limit and the Upper Limit, 120 and 537 seconds unless they were changed. A real cluster has thousands of clients; if all came back in one second, they could bring down the node that is left.',
          },
          {
            id: 'told',
            text: 'imp1 sends them over one by one',
            right: false,
            reply:
              'Their router on imp1 is down: it sends nobody anywhere. The clients decide by themselves.',
          },
        ],
      },
      hint: 'Choose 50 × as speed and press play. Or press the button in the text.',
      done: 'What a user sees of a failover: for two to nine minutes no presence and no messages, then everything as before. Nobody changed a server name or pressed anything.',
      picture: {
        atSeconds: 600,
        caption: 'Ten minutes after the start all 24 users are online, all of them on imp2.',
      },
    },
    {
      id: 'the-way-back',
      title: 'The way back: fallback',
      task: 'Start Cisco XCP Router on imp1. When imp1 shows Failed Over, fall back to it, and let time run until both nodes are Normal.',
      goal: { inOrder: [{ node: 'imp1', is: { state: 'failed-over' } }, bothNormal] },
      replies: [
        {
          when: {
            all: [
              { step: { do: 'fallback' }, outcome: 'refused' },
              { node: 'imp1', is: { healthy: false } },
            ],
          },
          say: 'The fallback was refused, because imp1 could not serve anybody: a critical service is down. First start Cisco XCP Router, which takes 15 seconds here.',
        },
        {
          when: {
            all: [
              { node: 'imp1', is: { state: 'failed-over' } },
              { holds: { node: 'imp1', is: { state: 'failed-over' } }, forSeconds: 120 },
            ],
          },
          say: 'imp1 is well, and nothing happens. With Enable Automatic Fallback it would go back by itself after 30 minutes; by default it waits for you.',
        },
      ],
      hint: 'Press XCP Router under imp1 and choose Start. Run to the next change of state. Then press Failover, fallback under imp1 and choose the fallback.',
      done: 'Users of imp1 were disconnected once more, and log in at home again. A way back is no emergency: choose the hour. This is what the guide means by recovery: not only is somebody there for the users, all is as it was.',
      picture: {
        steps: [
          { at: 610, do: 'start-service', node: 'imp1', service: 'Cisco XCP Router' },
          { at: 640, do: 'fallback', node: 'imp1' },
        ],
        atSeconds: 660,
        caption: 'Both nodes are Normal again. The 12 users of imp1 wait to log in at home.',
      },
    },
    {
      id: 'when-the-backup-fails',
      title: 'When the backup fails: a fallback by itself',
      scenario: CARRIED_BY_IMP2,
      atSeconds: 720,
      task: 'Answer first. Then stop Cisco Presence Engine on imp2, and let time run until somebody has all users.',
      question: {
        ask: 'imp2 carries all 24 users. imp1 has failed over, but is well again. Now a service of imp2 fails. What will happen?',
        options: [
          {
            id: 'failed',
            text: 'Both nodes end in Running in Failed Mode',
            right: false,
            reply: 'That would come of it if imp1 were not well either. It is: every critical service runs.',
          },
          {
            id: 'back',
            text: 'All users go to imp1, by themselves',
            right: true,
            reply: 'Yes: imp1 is well, so there is somewhere to go.',
          },
          {
            id: 'nothing',
            text: 'Nothing, until somebody orders a fallback',
            right: false,
            reply:
              'That is how it is while the backup is well. When the backup itself fails, waiting would help nobody.',
          },
        ],
      },
      goal: {
        all: [
          { node: 'imp1', is: { state: 'backup-activated', users: { served: 24 } } },
          { node: 'imp2', is: { state: 'failover-affected-services' } },
        ],
      },
      replies: [
        {
          when: { step: { do: 'fallback' }, outcome: 'done' },
          say: 'You fell back by hand, and were faster than the failure. Well done at work; here you are to see what happens if nobody does it. Start this step over.',
        },
        {
          when: { step: { do: 'stop-service', node: 'imp1' }, outcome: 'done' },
          say: 'That was imp1, the node that is to help. With both nodes unwell, the group ends in Running in Failed Mode. Start this step over and stop the service on imp2.',
        },
      ],
      hint: 'Press Presence Engine under imp2 and choose Stop, then run to the next change of state: it comes after 90 seconds.',
      done: 'After the same 90 seconds imp1 took all users, its own and those of imp2. The guide counts this as a fallback as well: the one that nobody orders. Both nodes show states that are met nowhere else, Backup Activated and Failover Affected Services.',
      picture: {
        steps: [{ at: 730, do: 'stop-service', node: 'imp2', service: 'Cisco Presence Engine' }],
        atSeconds: 830,
        caption: 'imp2, the backup, has failed; imp1 serves all 24 users without anybody having ordered it.',
      },
    },
    {
      id: 'change-the-mode',
      title: 'Two ways to spread users',
      scenario: PAIR,
      tool: 'pages',
      task: 'On System > Enterprise Parameters of Cisco Unified CM Administration, set User Assignment Mode for Presence Server to Active-Standby, and save.',
      goal: {
        all: [
          { parameter: 'userAssignmentMode', is: 'active-standby' },
          { node: 'imp1', is: { users: { homed: 24 } } },
        ],
      },
      replies: [
        {
          when: { parameter: 'userAssignmentMode', is: 'none' },
          say: 'You chose None. Nobody moved: this mode only leaves everybody unassigned who is added from now on. Choose Active-Standby.',
        },
      ],
      hint: 'In the pages beside this text, open the menu System and choose Enterprise Parameters. The field is in the area User Management Parameters. Press Save at the end.',
      done: 'All 24 users belong to imp1 now. Those who came from imp2 had to log in again: a change of mode moves people, and is nothing for the middle of the day.',
      picture: {
        steps: [{ at: 20, do: 'set-parameter', parameter: 'userAssignmentMode', value: 'active-standby' }],
        atSeconds: 30,
        caption: 'Active/standby: all 24 users are assigned to imp1. 12 of them wait to log in there.',
      },
    },
    {
      id: 'the-standby-takes-over',
      title: 'The same failure, once more',
      tool: 'stage',
      task: 'Answer first. Then power imp1 off, and let time run until imp2 carries all users.',
      question: {
        ask: 'imp1 loses its power. How many of the 24 users are cut off this time?',
        options: [
          {
            id: 'none',
            text: 'None: imp2 is only there for this',
            right: false,
            reply: 'imp2 is ready, but the connections ended on imp1, and all users had theirs there.',
          },
          {
            id: 'half',
            text: '12, as before',
            right: false,
            reply: 'In balanced mode it was half. Now nobody is on imp2.',
          },
          {
            id: 'all',
            text: 'All 24',
            right: true,
            reply: 'All of them: this is the price of a node that only stands by.',
          },
        ],
      },
      goal: { all: [switchedOff('imp1'), carries('imp2')] },
      replies: [
        {
          when: { all: [{ ever: { node: 'imp2', is: { platform: 'off' } } }] },
          say: 'That was imp2. imp1 loses a partner, and not one user notices, for none was there. Start this step over and power imp1 off.',
        },
      ],
      hint: 'Press Platform under imp1 and choose Power off. Then run to the next change of state until imp2 shows Running in Backup Mode.',
      done: 'imp2 took over a minute after the last keep-alive. Active/standby keeps one node free of load, so it is certain that it can carry everybody. Balanced mode uses both nodes, and a failure hits half of the users; but then each node must be able to carry all of them.',
      picture: {
        steps: [{ at: 60, do: 'power-off', node: 'imp1' }],
        atSeconds: 140,
        caption: 'imp1 is off. imp2, which only stood by, serves all 24 users; they wait to log in.',
      },
    },
    {
      id: 'without-high-availability',
      title: 'A group without high availability',
      scenario: TWO_GROUPS,
      tool: 'stage',
      task: 'Power off imp1 and imp3. Let time run until imp2 carries the users of imp1, and for ten minutes more.',
      goal: {
        all: [
          { node: 'imp1', is: { platform: 'off' } },
          { node: 'imp2', is: { state: 'running-in-backup-mode', users: { online: 24 } } },
          { node: 'imp3', is: { platform: 'off' } },
          { holds: { node: 'imp3', is: { users: { waiting: 12 } } }, forSeconds: 600 },
        ],
      },
      question: {
        ask: 'imp4 stands beside imp3 in the group Branch, and is well. Who helps the 12 users of imp3?',
        options: [
          {
            id: 'peer',
            text: 'imp4, as soon as it has noticed',
            right: false,
            reply:
              'imp4 notices nothing. With high availability off, the nodes of a group exchange no keep-alives, and nobody takes anybody over.',
          },
          {
            id: 'other',
            text: 'imp2, which is carrying others already',
            right: false,
            reply: 'A group looks after its own users. imp2 has never heard of those of Branch.',
          },
          {
            id: 'nobody',
            text: 'Nobody, until imp3 is back',
            right: true,
            reply: 'They wait, try again, and wait. Two nodes alone are no redundancy.',
          },
        ],
      },
      hint: 'The two groups have a tab each above the stage. Press Platform under a node and choose Power off. Then play at 100 times real time.',
      done: 'Same building, same failure: one half of your users was back after minutes, the other half waits for a technician. A deployment may mix both kinds of group, and you are advised not to: when it matters, nobody remembers who is in which.',
      picture: {
        steps: [
          { at: 10, do: 'power-off', node: 'imp1' },
          { at: 12, do: 'power-off', node: 'imp3' },
        ],
        atSeconds: 640,
        caption:
          'imp1 and imp3 are off. imp2 has all users of its group online; the 12 users of imp3 wait, although imp4 beside it is well.',
      },
    },
    {
      id: 'what-it-takes',
      title: 'What it takes',
      question: {
        ask: 'Which of these groups carries its users through the loss of a node?',
        options: [
          {
            id: 'one',
            text: 'One node, everything started',
            right: false,
            reply:
              'A group of one node is allowed, and every node has to be in a group. But there is nobody who could take over, and high availability cannot be switched on.',
          },
          {
            id: 'two-off',
            text: 'Two nodes, high availability off',
            right: false,
            reply: 'You have just seen it: the second node serves its own users, and stands by.',
          },
          {
            id: 'two-on',
            text: 'Two nodes of one cluster, high availability on',
            right: true,
            reply:
              'Two nodes, and high availability on. The rest of this course is about getting there and staying there.',
          },
        ],
      },
    },
  ],
};
