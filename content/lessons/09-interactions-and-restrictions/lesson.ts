/** The four interactions that the guide lists beside redundancy, each tried on a live cluster. */
import type { Goal } from '../../../src/course/goal';
import type { Lesson } from '../../../src/course/lesson';

const GROUP = 'DefaultCUPSubCluster';

const pair = (title: string, steps: readonly object[] = [], more: object = {}) => ({
  format: 'presence-redundancy-scenario',
  version: 1,
  title,
  cluster: { nodes: [{ name: 'imp1' }, { name: 'imp2' }], users: 24, ...more },
  steps,
});

const TWO_GROUPS = {
  format: 'presence-redundancy-scenario',
  version: 1,
  title: 'Two groups',
  cluster: {
    nodes: [{ name: 'imp1' }, { name: 'imp2' }, { name: 'imp3' }, { name: 'imp4' }],
    groups: [
      { name: GROUP, nodes: ['imp1', 'imp2'], highAvailability: true },
      { name: 'Second', nodes: ['imp3', 'imp4'], highAvailability: true },
    ],
    users: 24,
  },
};

const SEARCHED = { at: 0, do: 'search-temporary-presence', watcher: 'user2', user: 'user1' };
const sees = (presence: 'valid' | 'stale' | 'none'): Goal => ({ watcher: 'user2', sees: 'user1', presence });
const bothNormal: Goal = {
  all: [
    { node: 'imp1', is: { state: 'normal' } },
    { node: 'imp2', is: { state: 'normal' } },
  ],
};

export const lesson: Lesson = {
  slug: 'interactions-and-restrictions',
  title: 'Interactions and restrictions',
  summary:
    'Foresee what a failover does to new users, to clients on several devices, to temporary presence, and to users who change groups.',
  minutes: 12,
  section: 'Redundancy Interactions and Restrictions',
  before: ['user-assignment-mode'],
  steps: [
    {
      id: 'adding-users',
      title: 'Adding users',
      scenario: pair('A failover, just now', [{ at: 1, do: 'failover', node: 'imp1' }]),
      atSeconds: 40,
      tool: 'pages',
      playAtSpeed: 5,
      task: 'Somebody new starts today. Try to add a user now; then do what has to be done first, and add the user.',
      goal: {
        inOrder: [
          { step: { do: 'add-user' }, outcome: 'refused' },
          { all: [bothNormal, { users: { total: { atLeast: 25 } } }] },
        ],
      },
      replies: [
        {
          when: {
            all: [
              { step: { do: 'add-user' }, outcome: 'refused' },
              { node: 'imp1', is: { state: 'idle' } },
            ],
          },
          say: 'Refused: a node of the cluster is in a failover state. It is not the time since the failover that counts, it is the state. imp1 is Idle and stays so until somebody asks for a fallback.',
        },
        {
          when: {
            all: [bothNormal, { not: { step: { do: 'add-user' }, outcome: 'refused' } }],
          },
          say: 'You fell back first: the right order. This step also wants you to have been refused once; begin it again to see the answer.',
        },
      ],
      hint: 'User Management > End User, Add New, a User ID, Save. After the refusal: System > Presence Redundancy Groups, Find, the group, Fallback in the row of imp1; let 30 seconds pass; add the user again.',
      done: 'One node in a failover state is enough, in any group of the cluster: nobody can be added anywhere. So finish a failover before a working week begins.',
      picture: {
        steps: [
          { at: 41, do: 'add-user', user: 'anna' },
          { at: 42, do: 'fallback', node: 'imp1' },
          { at: 80, do: 'add-user', user: 'anna' },
        ],
        atSeconds: 81,
        caption: 'After the fallback both nodes are Normal, and the new user has a node.',
      },
    },
    {
      id: 'twice-as-long',
      title: 'Multiple Device Messaging',
      scenario: pair('Multiple Device Messaging is on', [], { multipleDeviceMessaging: true }),
      tool: 'timeline',
      playAtSpeed: 20,
      task: 'Say how long it takes. Then stop a critical service of imp1 and wait until imp2 has taken over.',
      question: {
        ask: 'The Critical Service Delay is 90 seconds, and Multiple Device Messaging is on. A service of imp1 stops. When does imp1 begin to fail over?',
        options: [
          {
            id: 'ninety',
            text: 'After 90 seconds. That is what the parameter says.',
            right: false,
            reply:
              'It still says 90. With this feature on, failovers generally take twice the time that the parameters say.',
          },
          {
            id: 'one-eighty',
            text: 'After 180 seconds.',
            right: true,
            reply:
              'Yes: twice as long. The guide says that it is so; to which of the times it applies, is our reading.',
          },
          {
            id: 'forty-five',
            text: 'After 45 seconds: more devices, more haste.',
            right: false,
            reply: 'The other way round. The feature delays the recovery.',
          },
        ],
      },
      goal: {
        ever: {
          node: 'imp1',
          is: { state: 'failed-over-critical-services-not-running', reason: 'Critical Service Down' },
        },
      },
      replies: [
        {
          when: { multipleDeviceMessaging: false },
          say: 'You have switched the feature off, and with it the doubling. Begin the step again to see it.',
        },
      ],
      hint: 'Press Unfold the stage, one of the services of imp1, and Stop. Then let 3 minutes and 20 seconds pass.',
      done: '180 seconds until imp1 let go, and 20 instead of 10 until its users were moved. Both time-outs of the heartbeat double as well. If you measure a failover at work and it takes twice as long as you set, look here first.',
      picture: {
        steps: [{ at: 5, do: 'stop-service', node: 'imp1', service: 'Cisco SIP Proxy' }],
        atSeconds: 190,
        caption: 'Stopped at second 5, given up at 185: imp2 is taking over.',
      },
    },
    {
      id: 'stale',
      title: 'A presence that stands still',
      scenario: pair('user2 has looked user1 up', [SEARCHED]),
      atSeconds: 1,
      tool: 'log',
      playAtSpeed: 20,
      task: 'Fail imp1 over, and wait until user1 is online on imp2. What does user2 see?',
      question: {
        ask: 'user1 lives on imp1, user2 on imp2. user2 has looked up the temporary presence of user1. imp1 fails over, and user1 logs in again on imp2. What does user2 see?',
        options: [
          {
            id: 'online',
            text: 'user1 online again, after the log-in.',
            right: false,
            reply:
              'For that, a subscription would have to carry it. The subscription was deleted in the failover, and nobody told user2.',
          },
          {
            id: 'offline',
            text: 'user1 offline, even after the log-in.',
            right: true,
            reply: 'Yes: what user2 sees is stale from the failover on.',
          },
          {
            id: 'nothing',
            text: 'An error.',
            right: false,
            reply:
              'It would be kinder if there were one. user2 sees a status, and has no reason to doubt it.',
          },
        ],
      },
      goal: {
        all: [
          { node: 'imp2', is: { state: 'running-in-backup-mode' } },
          { user: 'user1', is: { session: 'online', servedBy: 'imp2' } },
          sees('stale'),
        ],
      },
      replies: [
        {
          when: { step: { do: 'failover', node: 'imp2' }, outcome: 'done' },
          say: 'That moved user2, who is the one that looks. The presence that goes stale is that of a user who moves: begin again with imp1.',
        },
      ],
      hint: 'Press Unfold the stage, then Failover, fallback of imp1, and choose Failover; or use the page of the group. user1 tries again after 120 to 537 seconds.',
      done: 'A failover, a fallback, a move to another group: each does this to the temporary presence of every user that it moves.',
      picture: {
        steps: [{ at: 5, do: 'failover', node: 'imp1' }],
        atSeconds: 560,
        caption: 'user1 is online on imp2, like everybody. What user2 sees of user1 is stale.',
      },
    },
    {
      id: 'subscribe-again',
      title: 'Ask anew',
      tool: 'log',
      task: 'Let user2 subscribe again.',
      goal: sees('valid'),
      replies: [
        {
          when: {
            all: [{ step: { do: 'log-out' }, outcome: 'done' }, sees('stale')],
          },
          say: 'Logging user1 out and in changes what is true of user1. What user2 sees hangs on the subscription of user2.',
        },
      ],
      hint: 'The button in the text above does it.',
      done: 'It is the watcher who has to do something, not the user who was moved.',
      picture: {
        steps: [{ at: 600, do: 'subscribe-temporary-presence', watcher: 'user2', user: 'user1' }],
        atSeconds: 601,
        caption: 'user2 has subscribed again and sees what is true.',
      },
    },
    {
      id: 'thirty-seconds',
      title: 'Thirty seconds',
      scenario: pair('user2 has looked user1 up', [SEARCHED]),
      atSeconds: 1,
      tool: 'log',
      playAtSpeed: 1,
      task: 'Let user2 delete the search and search again too soon; then do it again and wait long enough.',
      goal: {
        inOrder: [
          {
            all: [{ step: { do: 'search-temporary-presence' }, outcome: 'done' }, sees('stale')],
          },
          sees('none'),
          sees('valid'),
        ],
      },
      replies: [
        {
          when: sees('stale'),
          say: 'Too soon: user2 gets the old status. Delete the search again, and this time let 30 seconds pass before the next one.',
        },
        {
          when: {
            all: [{ ever: sees('none') }, sees('valid'), { not: { ever: sees('stale') } }],
          },
          say: 'You waited long enough at once, and user2 sees what is true. Now search again sooner, to see the difference.',
        },
      ],
      hint: 'Delete the search, search again at once: stale. Delete it again, let 31 seconds pass (a higher speed helps), search: valid.',
      done: 'Between deleting a search and searching the same user again lie at least 30 seconds. A client in a hurry sees yesterday.',
      picture: {
        steps: [
          { at: 5, do: 'delete-temporary-search', watcher: 'user2', user: 'user1' },
          { at: 10, do: 'search-temporary-presence', watcher: 'user2', user: 'user1' },
          { at: 15, do: 'delete-temporary-search', watcher: 'user2', user: 'user1' },
          { at: 50, do: 'search-temporary-presence', watcher: 'user2', user: 'user1' },
        ],
        atSeconds: 51,
        caption: 'After 35 seconds of waiting the second search shows what is true.',
      },
    },
    {
      id: 'another-group',
      title: 'Into another group',
      scenario: TWO_GROUPS,
      tool: 'pages',
      playAtSpeed: 20,
      task: 'Move user1 to the group Second. When the client has logged in there by itself, make the presence visible again.',
      goal: {
        inOrder: [
          { all: [{ user: 'user1', is: { presenceHidden: true, session: 'online' } }] },
          { user: 'user1', is: { presenceHidden: false, session: 'online' } },
        ],
      },
      replies: [
        {
          when: { user: 'user1', is: { presenceHidden: true, session: 'online' } },
          say: 'user1 is online in Second, and nobody there sees it. Reconnecting was not enough. Somebody has to log this user out for once, and in again.',
        },
        {
          when: { user: 'user1', is: { presenceHidden: true, session: 'waiting' } },
          say: 'The client has lost its node and waits to try again. Let time run.',
        },
        {
          when: {
            all: [
              { ever: { user: 'user1', is: { presenceHidden: true } } },
              { not: { ever: { user: 'user1', is: { presenceHidden: true, session: 'online' } } } },
              { user: 'user1', is: { presenceHidden: false } },
            ],
          },
          say: 'You logged user1 out right away. That is the cure, and it works. To see what it cures, begin the step again and let the client come back by itself first.',
        },
        {
          when: { step: { do: 'move-user', user: 'user1' }, outcome: 'refused' },
          say: 'Refused; read why. user1 must go to another group than its own.',
        },
      ],
      hint: 'User Management > End User, Find, user1: choose Second as its Presence Redundancy Group and press Save. Or press the dot of user1 on the stage and choose Move to Second. Once it is online again: Log Out, then Log In.',
      done: 'After a move between groups a user must log out of Jabber once. A client that reconnects by itself keeps what it had, and shows nothing.',
      picture: {
        steps: [
          { at: 5, do: 'move-user', user: 'user1', group: 'Second' },
          { at: 700, do: 'log-out', user: 'user1' },
          { at: 710, do: 'log-in', user: 'user1' },
        ],
        atSeconds: 711,
        caption: 'user1 now belongs to the other group, logged out and in once, and is seen again.',
      },
    },
  ],
};
