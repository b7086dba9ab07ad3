/** Step 6 of the task flow: the three user assignment modes on the same users, and what each means when a node fails. */
import type { Goal } from '../../../src/course/goal';
import type { Lesson } from '../../../src/course/lesson';

const GROUP = 'DefaultCUPSubCluster';

type Mode = 'balanced' | 'active-standby' | 'none';

/** One pair with 24 users, assigned in a mode. */
const pair = (title: string, userAssignmentMode: Mode, steps: readonly object[] = []) => ({
  format: 'presence-redundancy-scenario',
  version: 1,
  title,
  cluster: { nodes: [{ name: 'imp1' }, { name: 'imp2' }], users: 24 },
  parameters: { userAssignmentMode },
  steps,
});

const TWO_GROUPS = {
  format: 'presence-redundancy-scenario',
  version: 1,
  title: 'Two groups, 24 users',
  cluster: {
    nodes: [{ name: 'imp1' }, { name: 'imp2' }, { name: 'imp3' }, { name: 'imp4' }],
    groups: [
      { name: GROUP, nodes: ['imp1', 'imp2'], highAvailability: true },
      { name: 'Second', nodes: ['imp3', 'imp4'], highAvailability: true },
    ],
    users: 24,
  },
};

const homed = (node: string, count: number): Goal => ({ node, is: { users: { homed: count } } });
const modeIs = (mode: Mode): Goal => ({ parameter: 'userAssignmentMode', is: mode });
const allOnline: Goal = { users: { online: 24 } };
const setMode = (at: number, value: Mode) => ({
  at,
  do: 'set-parameter',
  parameter: 'userAssignmentMode',
  value,
});

/** Refused, whichever way it was asked for. */
const changeRefused: Goal = {
  any: [
    { step: { do: 'set-parameter', parameter: 'userAssignmentMode' }, outcome: 'refused' },
    { step: { do: 'set-parameters' }, outcome: 'refused' },
  ],
};

export const lesson: Lesson = {
  slug: 'user-assignment-mode',
  title: 'User assignment mode',
  summary: 'Choose how users are spread over the nodes, and know whom each choice hurts when a node fails.',
  minutes: 11,
  section: 'Configure User Assignment Mode',
  taskFlowStep: 6,
  before: ['configure-a-group'],
  steps: [
    {
      id: 'where-they-are',
      title: 'Who belongs where?',
      scenario: TWO_GROUPS,
      tool: 'pages',
      task: 'Find the parameter, and say how many users each node has.',
      deeds: [
        {
          text: 'Cisco Unified CM Administration, System > Enterprise Parameters',
          want: { kind: 'page', page: 'enterprise-parameters' },
        },
      ],
      question: {
        ask: 'The mode is Balanced. There are 24 users, and two groups with two nodes each. How many users belong to imp1?',
        options: [
          {
            id: 'six',
            text: '6',
            right: true,
            reply: 'Yes: equally over the four nodes. Look at the stage, and at the other group beside it.',
          },
          {
            id: 'twelve',
            text: '12',
            right: false,
            reply:
              'That is what its group has. Balanced goes on and shares them between the two nodes of the group.',
          },
          {
            id: 'twenty-four',
            text: '24',
            right: false,
            reply:
              'Then the other three nodes would have nobody. Each node shows how many of its users are online.',
          },
        ],
      },
      hint: 'In Enterprise Parameters, look for the area User Management Parameters and in it for User Assignment Mode for Presence Server.',
      done: 'Balanced is the default. It is the work of Cisco Sync Agent: it gives each user a node, the home of that user from then on.',
    },
    {
      id: 'active-standby',
      title: 'All on the first',
      tool: 'pages',
      playAtSpeed: 1,
      task: 'Set the mode to Active-Standby, and see who moves.',
      goal: {
        all: [
          modeIs('active-standby'),
          homed('imp1', 12),
          homed('imp2', 0),
          homed('imp3', 12),
          homed('imp4', 0),
        ],
      },
      replies: [
        {
          when: modeIs('none'),
          say: 'You chose None. Nobody moves for that; it concerns only users who come later. Choose Active-Standby.',
        },
      ],
      hint: 'In User Assignment Mode for Presence Server choose Active-Standby, then press Save.',
      done: 'The first node of each group has everybody, the second stands by. Twelve users changed their node, and each of them was logged out for it: every dot that wanders waits to log in again. Do this at night.',
      picture: {
        steps: [setMode(5, 'active-standby')],
        atSeconds: 6,
        caption: 'imp1 has twelve users and imp2 none; the six that moved wait to log in.',
      },
    },
    {
      id: 'standby-fails',
      title: 'The standby fails',
      scenario: pair('Active-Standby: 24 users on imp1', 'active-standby'),
      tool: 'timeline',
      playAtSpeed: 20,
      task: 'Switch the power of imp2 off, and wait until imp1 has acted.',
      goal: {
        all: [
          { node: 'imp2', is: { platform: 'off' } },
          { node: 'imp1', is: { state: 'running-in-backup-mode' } },
        ],
      },
      replies: [
        {
          when: { node: 'imp1', is: { platform: 'off' } },
          say: 'That was imp1, the one with all the users. It is the next step. Begin this one again and take imp2.',
        },
      ],
      hint: 'Press Unfold the stage, then Platform of imp2 and Power off at once. Then let a minute and a quarter pass.',
      done: 'imp1 runs in backup mode for a node that had no users. All 24 stayed online, and the cost is nothing.',
      picture: {
        steps: [{ at: 5, do: 'power-off', node: 'imp2' }],
        atSeconds: 75,
        caption: 'imp2 is off, imp1 runs in backup mode, and all 24 users are online on it.',
      },
    },
    {
      id: 'active-fails',
      title: 'The active node fails',
      scenario: pair('Active-Standby: 24 users on imp1', 'active-standby'),
      tool: 'timeline',
      playAtSpeed: 20,
      task: 'Switch the power of imp1 off, and wait until every user is online again.',
      goal: {
        all: [
          { node: 'imp1', is: { platform: 'off' } },
          { node: 'imp2', is: { state: 'running-in-backup-mode' } },
          allOnline,
        ],
      },
      replies: [
        {
          when: { node: 'imp2', is: { platform: 'off' } },
          say: 'That was the standby again. Begin the step again and take imp1.',
        },
      ],
      hint: 'Press Unfold the stage, then Platform of imp1 and Power off at once. Users try again 120 to 537 seconds after they lost their session, so raise the speed.',
      done: 'Every single user was out for some minutes. Remember the cost below the chart of users: more than a hundred user-minutes.',
      picture: {
        steps: [{ at: 5, do: 'power-off', node: 'imp1' }],
        atSeconds: 100,
        caption: 'imp1 is off. imp2 runs in backup mode, and all 24 users still wait.',
      },
    },
    {
      id: 'balanced-fails',
      title: 'The same with Balanced',
      scenario: pair('Balanced: 12 users on each', 'balanced'),
      tool: 'timeline',
      playAtSpeed: 20,
      task: 'Say what it will cost. Then switch the power of imp1 off and compare.',
      question: {
        ask: 'The same cluster, the same users, the same failure, but Balanced. How does the cost compare?',
        options: [
          {
            id: 'same',
            text: 'It is the same: imp1 is gone either way.',
            right: false,
            reply: 'The node is gone, but it had only half of the users.',
          },
          {
            id: 'half',
            text: 'It is about half.',
            right: true,
            reply: 'Yes: 12 users are out instead of 24.',
          },
          {
            id: 'none',
            text: 'Nothing: that is what balancing is for.',
            right: false,
            reply:
              'Balancing shares the load. It does not keep a session alive whose node has lost its power.',
          },
        ],
      },
      goal: {
        all: [
          { node: 'imp1', is: { platform: 'off' } },
          { node: 'imp2', is: { state: 'running-in-backup-mode' } },
          allOnline,
        ],
      },
      hint: 'Press Unfold the stage, then Platform of imp1 and Power off at once, and let time run until all 24 are online.',
      done: 'Balanced halves the harm of one failure, and any of the two nodes can cause it. With Active-Standby one node hurts everybody and the other nobody. Either way imp2 ends up with all 24, and must be able to carry them.',
      picture: {
        steps: [{ at: 5, do: 'power-off', node: 'imp1' }],
        atSeconds: 100,
        caption: 'imp1 is off. Its twelve users wait; the twelve of imp2 never noticed.',
      },
    },
    {
      id: 'none',
      title: 'None',
      scenario: pair('Twenty-four users, and one more', 'balanced'),
      tool: 'pages',
      playAtSpeed: 1,
      task: 'Set the mode to None and add a user. Then give that user a node without choosing one by hand.',
      goal: {
        inOrder: [
          { all: [modeIs('none'), { users: { unassigned: { atLeast: 1 } } }] },
          { all: [{ users: { total: { atLeast: 25 }, unassigned: 0 } }, { not: modeIs('none') }] },
        ],
      },
      replies: [
        {
          when: { all: [modeIs('none'), { users: { total: 24 } }] },
          say: 'The mode is None, and all 24 are where they were: it takes nobody’s node away. Now add a user.',
        },
        {
          when: { all: [modeIs('none'), { users: { unassigned: { atLeast: 1 } } }] },
          say: 'The new user has no node, cannot log in, and will not get one by waiting. Which setting decides that?',
        },
        {
          when: { all: [{ not: modeIs('none') }, { users: { total: { atLeast: 25 } } }] },
          say: 'This user was assigned at once, because the mode was not None. Begin the step again, and set the mode first.',
        },
      ],
      hint: 'Enterprise Parameters: None, Save. User Management > End User: add a user with any name. Then set the mode to Balanced again.',
      done: 'With None the Sync Agent leaves new users alone. When the mode changes again, everybody is placed anew, that one included. That the change acts at once is our assumption.',
      picture: {
        steps: [setMode(5, 'none'), { at: 10, do: 'add-user', user: 'anna' }],
        atSeconds: 11,
        caption: 'The mode is None. The new user, anna, has no node.',
      },
    },
    {
      id: 'not-now',
      title: 'Not now',
      scenario: pair('A failover, just now', 'balanced', [{ at: 1, do: 'failover', node: 'imp1' }]),
      atSeconds: 30,
      tool: 'pages',
      task: 'imp1 has failed over. Try to change the mode all the same.',
      goal: changeRefused,
      hint: 'Enterprise Parameters, another mode, Save.',
      done: 'Users are away from home, and now is no time to decide where home is. The same holds for adding users. First the fallback, then the change.',
      picture: {
        steps: [setMode(31, 'active-standby')],
        atSeconds: 32,
        caption: 'imp1 is Idle and imp2 runs in backup mode. The mode was not changed.',
      },
    },
    {
      id: 'which-one',
      title: 'Which one?',
      tool: 'stage',
      task: 'Match the wish to the mode.',
      question: {
        ask: 'Somebody wants one node kept free of users, ready to take them all. Which mode is it?',
        options: [
          {
            id: 'balanced',
            text: 'Balanced',
            right: false,
            reply: 'Balanced puts half of the group’s users on that node.',
          },
          {
            id: 'active-standby',
            text: 'Active-Standby',
            right: true,
            reply: 'Yes: the first node of the group has all its users, the second is kept as a backup.',
          },
          {
            id: 'none',
            text: 'None',
            right: false,
            reply: 'None assigns nobody to either. Whom it leaves where, is up to you.',
          },
        ],
      },
      done: 'That was the last of the six steps. The group is set up. What follows is what it does with its users on odd days: interactions and restrictions.',
    },
  ],
};
