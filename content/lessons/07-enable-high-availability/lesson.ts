/** Step 5 of the task flow: switch high availability on where it was not done with the group, and see what comes of skipped checks. */
import type { Goal } from '../../../src/course/goal';
import type { Lesson } from '../../../src/course/lesson';

const GROUP = 'DefaultCUPSubCluster';

/** A pair whose group has high availability off. */
const pairWithout = (
  title: string,
  replication: readonly [imp1: number, imp2: number] = [2, 2],
  steps: readonly object[] = [],
) => ({
  format: 'presence-redundancy-scenario',
  version: 1,
  title,
  cluster: {
    nodes: [
      { name: 'imp1', replication: replication[0] },
      { name: 'imp2', replication: replication[1] },
    ],
    groups: [{ name: GROUP, nodes: ['imp1', 'imp2'], highAvailability: false }],
    users: 24,
  },
  steps,
});

const bothAre = (state: 'normal' | 'running-in-failed-mode' | 'unknown'): Goal => ({
  all: [
    { node: 'imp1', is: { state } },
    { node: 'imp2', is: { state } },
  ],
});
const isOn: Goal = { group: GROUP, is: { highAvailability: true } };
const bothReplicate: Goal = {
  all: [
    { node: 'imp1', is: { replication: 2 } },
    { node: 'imp2', is: { replication: 2 } },
  ],
};
const switchOn = (at: number) => ({ at, do: 'enable-ha', group: GROUP });

export const lesson: Lesson = {
  slug: 'enable-high-availability',
  title: 'Enable high availability',
  summary:
    'Switch high availability on for a group, know what both nodes look at in that instant, and repair what they find.',
  minutes: 14,
  section: 'Enable High Availability',
  taskFlowStep: 5,
  optional: true,
  before: ['configure-a-group'],
  steps: [
    {
      id: 'two-that-do-not-listen',
      title: 'Two nodes that do not listen',
      scenario: pairWithout('A group without high availability'),
      tool: 'pages',
      task: 'Find the group and choose it. Then say what its nodes would do for each other.',
      deeds: [
        {
          text: 'The group, found and chosen',
          want: { kind: 'page', page: 'presence-redundancy-group', group: GROUP },
        },
      ],
      question: {
        ask: 'The group has two nodes and high availability is off. The power of imp1 fails. What does imp2 do?',
        options: [
          {
            id: 'takes-over',
            text: 'It takes the users over after 60 seconds.',
            right: false,
            reply:
              'It would have to notice first. With high availability off no keep-alive is sent, so none is missed.',
          },
          {
            id: 'nothing',
            text: 'Nothing.',
            right: true,
            reply:
              'Yes. Being in one group makes two nodes partners on paper. They begin to listen when high availability is on.',
          },
          {
            id: 'state',
            text: 'It shows Peer Down and waits for you.',
            right: false,
            reply: 'It shows what it shows now: Unknown, with the reason High Availability Not Enabled.',
          },
        ],
      },
      hint: 'Cisco Unified CM Administration, System > Presence Redundancy Groups. Press Find without any search text, then choose DefaultCUPSubCluster in the list.',
      done: 'Both nodes are Unknown. That is no fault here: a state is something a recovery manager finds out, and these two have not been told to.',
    },
    {
      id: 'switch-on',
      title: 'Check, Save',
      tool: 'pages',
      playAtSpeed: 1,
      task: 'Switch high availability on for the group. Both nodes become Normal.',
      goal: { all: [isOn, bothAre('normal')] },
      hint: 'On the page of the group, check Enable High Availability, press Save, and let time run.',
      done: 'Both nodes went through Initializing. Each sent a keep-alive, heard the other 20 milliseconds later, found everything in order on both sides, and became Normal. That is all it takes when the checks were done.',
      picture: {
        steps: [switchOn(5)],
        atSeconds: 5.01,
        caption:
          'Ten milliseconds after Save: both nodes are Initializing, and their first keep-alives are half-way.',
      },
    },
    {
      id: 'one-is-not-fit',
      title: 'The first warning: one node is not fit',
      scenario: pairWithout('Replication of imp1 is bad', [3, 2]),
      atSeconds: 1,
      tool: 'pages',
      playAtSpeed: 1,
      task: 'Say what will happen. Then switch high availability on without mending anything, and see.',
      question: {
        ask: 'All services of both nodes run. The replication value of imp1 is 3. You switch high availability on. What comes of it?',
        options: [
          {
            id: 'normal',
            text: 'Both become Normal. Replication is a matter of the database.',
            right: false,
            reply:
              'A node that has to take users over must have their data. While it is Initializing, a node whose replication is not 2 counts as one that is not fit.',
          },
          {
            id: 'imp1-fails-over',
            text: 'imp1 fails over to imp2, at once.',
            right: true,
            reply:
              'Yes, and without the Critical Service Delay: imp1 was never Normal, so there is nothing to wait for.',
          },
          {
            id: 'both-fail',
            text: 'Both nodes fail.',
            right: false,
            reply:
              'That is for two nodes that are not fit. imp2 is, so there is somebody who can take the users.',
          },
        ],
      },
      goal: { ever: { node: 'imp1', is: { state: 'failing-over', reason: 'Database Failure' } } },
      replies: [
        {
          when: { all: [bothReplicate, { not: { ever: { node: 'imp1', is: { state: 'failing-over' } } } }] },
          say: 'You repaired replication first. At work that is exactly right. Here, begin the step again to see what it saves you from.',
        },
      ],
      hint: 'Choose the group, check Enable High Availability, press Save and let a few seconds pass.',
      done: 'imp1: Failing Over, reason Database Failure. In ten seconds imp2 has its users and runs in backup mode. Twelve people were logged out because of a check box.',
      picture: {
        steps: [switchOn(5)],
        atSeconds: 8,
        caption:
          'Three seconds after Save: imp1 gives its users up for a Database Failure, imp2 is taking them over.',
      },
    },
    {
      id: 'repair-one',
      title: 'Mend it, then go home',
      tool: 'terminal',
      playAtSpeed: 10,
      task: 'Mend replication on imp1. Then bring both nodes to Normal.',
      goal: { all: [bothReplicate, bothAre('normal')] },
      replies: [
        {
          when: {
            all: [bothAre('normal'), { not: { node: 'imp1', is: { replication: 2 } } }],
          },
          say: 'Both nodes are Normal, and the replication of imp1 is as bad as before: a fallback looks at services and at the database service, not at replication. The next time the recovery managers start, the same failover comes back. Mend it now.',
        },
        {
          when: {
            all: [
              { node: 'imp1', is: { replication: 2 } },
              { node: 'imp1', is: { state: 'failed-over' } },
            ],
          },
          say: 'Replication is 2 again. imp1 stays Failed Over: nobody has asked for its users back yet.',
        },
        {
          when: { step: { do: 'dbreplication', node: 'imp2' }, outcome: 'refused' },
          say: 'That command went to imp2, whose replication is good. The value 3 stands at imp1.',
        },
      ],
      hint: 'For a value of 3: utils dbreplication repair imp1. It takes a minute here. When runtimestate shows 2, ask for the fallback: utils ha fallback imp1, or the button Fallback of imp1.',
      done: 'First the cause, then the users. The other order works too, and leaves the fault for the next restart to find.',
      picture: {
        steps: [
          { at: 30, do: 'dbreplication', node: 'imp1', operation: 'repair' },
          { at: 400, do: 'fallback', node: 'imp1' },
        ],
        atSeconds: 1100,
        caption: 'Replication is good and both nodes are Normal.',
      },
    },
    {
      id: 'both-are-not-fit',
      title: 'The second warning: neither is fit',
      scenario: pairWithout(
        'A service is down on imp1, and replication of imp2 did not succeed',
        [2, 4],
        [{ at: 0, do: 'stop-service', node: 'imp1', service: 'Cisco SIP Proxy' }],
      ),
      atSeconds: 1,
      tool: 'pages',
      playAtSpeed: 1,
      task: 'Switch high availability on without mending anything, and see both nodes fail.',
      goal: { ever: bothAre('running-in-failed-mode') },
      replies: [
        {
          when: {
            ever: {
              any: [
                { node: 'imp1', is: { state: 'failing-over' } },
                { node: 'imp2', is: { state: 'failing-over' } },
              ],
            },
          },
          say: 'You mended one of the two, so it could take the users of the other. To see both fail, begin the step again and leave both as they are.',
        },
      ],
      hint: 'Choose the group, check Enable High Availability, press Save.',
      done: 'Two reasons for one event: imp1 says Critical Service Down, imp2 says Database Failure. Each tells what is wrong with itself.',
      picture: {
        steps: [switchOn(5)],
        atSeconds: 7,
        caption: 'Both nodes run in failed mode: imp1 for a critical service, imp2 for its replication.',
      },
    },
    {
      id: 'repair-both',
      title: 'Mend both, then Recover',
      tool: 'terminal',
      playAtSpeed: 20,
      task: 'Mend what is wrong on either node, and bring the group to Normal.',
      goal: {
        all: [
          bothReplicate,
          bothAre('normal'),
          { node: 'imp1', is: { healthy: true } },
          { node: 'imp2', is: { healthy: true } },
        ],
      },
      replies: [
        {
          when: { step: { do: 'dbreplication', node: 'imp2', operation: 'repair' }, outcome: 'refused' },
          say: 'A repair makes data match again, which is the cure for 3. The value of imp2 is 4: its set-up did not succeed, and has to be made anew with a reset.',
        },
        {
          when: {
            all: [
              { step: { do: 'recover', group: GROUP }, outcome: 'done' },
              { node: 'imp2', is: { state: 'failed-over' } },
              { not: { node: 'imp2', is: { replication: 2 } } },
            ],
          },
          say: 'Recover started the service of imp1, but it does not touch replication. So imp1 was fit and imp2 was not, and imp2 failed over. Reset its replication, then fall back to it.',
        },
        {
          when: {
            all: [bothAre('running-in-failed-mode'), { step: { do: 'fallback' }, outcome: 'refused' }],
          },
          say: 'In failed mode there is nobody to fall back from. Recover is the button for two failed nodes.',
        },
      ],
      hint: 'utils dbreplication reset imp2, and let two minutes pass. Cisco SIP Proxy of imp1 you may start yourself, or leave to Recover. Then: utils ha recover DefaultCUPSubCluster.',
      done: 'Recover restarts both recovery managers, starts the services that are down, and lets both nodes look again. It cannot repair replication, so that comes first.',
      picture: {
        steps: [
          { at: 20, do: 'dbreplication', node: 'imp2', operation: 'reset' },
          { at: 200, do: 'recover', group: GROUP },
        ],
        atSeconds: 260,
        caption: 'Replication was set up anew and the group recovered: both nodes are Normal.',
      },
    },
    {
      id: 'not-enabled-properly',
      title: 'Switched on, and not enabled',
      scenario: pairWithout(
        'The recovery manager of imp2 does not run',
        [2, 2],
        [{ at: 0, do: 'stop-srm', node: 'imp2' }],
      ),
      atSeconds: 5,
      tool: 'pages',
      playAtSpeed: 2,
      task: 'Switch high availability on. When both nodes stay Unknown, find out what is missing and bring them to Normal.',
      goal: {
        inOrder: [
          { all: [isOn, { node: 'imp1', is: { state: 'unknown', reason: null } }] },
          bothAre('normal'),
        ],
      },
      replies: [
        {
          when: {
            all: [isOn, { step: { do: 'start-srm', node: 'imp2' }, outcome: 'done' }, bothAre('unknown')],
          },
          say: 'imp2 has done its part: its recovery manager was started. imp1 has not, and it counts too: the guide asks for a restart on both nodes.',
        },
        {
          when: {
            all: [isOn, { step: { do: 'disable-ha' }, outcome: 'done' }],
          },
          say: 'Off and on again is no cure as long as a recovery manager does not run.',
        },
      ],
      hint: 'After Save: start Cisco Server Recovery Manager on imp2 and restart it on imp1, on the page Control Center - Network Services of each node, or with utils service restart Cisco Server Recovery Manager.',
      done: 'The state was Unknown as in the beginning, with one difference: no reason stood beside it. With high availability off the reason is High Availability Not Enabled; with none printed, it is on and did not come into force.',
      picture: {
        steps: [switchOn(10)],
        atSeconds: 20,
        caption: 'High availability is on, and imp1 is Unknown without a reason. imp2 cannot be reached.',
      },
    },
    {
      id: 'the-order',
      title: 'Before you check the box',
      scenario: {
        format: 'presence-redundancy-scenario',
        version: 1,
        title: 'A healthy pair',
        cluster: { nodes: [{ name: 'imp1' }, { name: 'imp2' }], users: 24 },
      },
      tool: 'stage',
      task: 'Say what you look at before the check box.',
      question: {
        ask: 'A group has two nodes. What do you make sure of before you check Enable High Availability? Choose all that apply.',
        options: [
          {
            id: 'replication',
            text: 'Replication is set up: the value is 2 for each node.',
            right: true,
            reply: 'Yes. Anything else counts against the node while it is Initializing.',
          },
          {
            id: 'services',
            text: 'All five critical services run, on both nodes.',
            right: true,
            reply:
              'Yes. One that is down on one node makes that node fail over; one on each makes both fail.',
          },
          {
            id: 'users',
            text: 'All users are logged out.',
            right: false,
            reply:
              'Where the checks were done, nobody notices: 24 users stayed online when you did it right.',
          },
          {
            id: 'defaults',
            text: 'The heartbeat parameters have been changed from their defaults.',
            right: false,
            reply: 'They need not be. Their defaults are what is recommended.',
          },
        ],
      },
      done: 'The pair now listens. Last comes the question which node each user belongs to: configure the user assignment mode.',
    },
  ],
};
