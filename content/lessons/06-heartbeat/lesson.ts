/** Step 4 of the task flow: every service parameter of the recovery manager that acts, changed and seen to act. */
import type { Goal } from '../../../src/course/goal';
import type { Lesson } from '../../../src/course/lesson';

const pair = (title: string, steps: readonly object[] = []) => ({
  format: 'presence-redundancy-scenario',
  version: 1,
  title,
  cluster: { nodes: [{ name: 'imp1' }, { name: 'imp2' }], users: 24 },
  steps,
});

const set = (at: number, parameter: string, value: number | boolean) => ({
  at,
  do: 'set-parameter',
  parameter,
  value,
});
const atMost = (parameter: string, seconds: number): Goal => ({ parameter, is: { atMost: seconds } });
const bothNormal: Goal = {
  all: [
    { node: 'imp1', is: { state: 'normal' } },
    { node: 'imp2', is: { state: 'normal' } },
  ],
};
const eitherTookOverAlone: Goal = {
  ever: {
    any: [
      { node: 'imp1', is: { state: 'taking-over', reason: 'Peer Down' } },
      { node: 'imp2', is: { state: 'taking-over', reason: 'Peer Down' } },
    ],
  },
};
/** The time-out is as short as it may be, and no silence has lasted that long. */
const shortAndQuiet: readonly Goal[] = [atMost('keepAliveTimeout', 16), { not: eitherTookOverAlone }];
const refusedChange: Goal = {
  any: [
    { step: { do: 'set-parameters' }, outcome: 'refused' },
    { step: { do: 'set-parameter' }, outcome: 'refused' },
  ],
};

export const lesson: Lesson = {
  slug: 'heartbeat',
  title: 'Configure the heartbeat',
  summary:
    'Read the parameters of Cisco Server Recovery Manager, know what each one moves, and give a reason for leaving them alone.',
  minutes: 15,
  section: 'Configure Heartbeat Interval for Failover',
  taskFlowStep: 4,
  optional: true,
  before: ['configure-a-group'],
  steps: [
    {
      id: 'the-page',
      title: 'Where they stand',
      scenario: pair('A healthy pair'),
      tool: 'pages',
      task: 'Open the parameters of the recovery manager on imp1, and look two ports up.',
      deeds: [
        {
          text: 'Service Parameters: server imp1, service Cisco Server Recovery Manager (Active)',
          want: {
            kind: 'page',
            page: 'service-parameters',
            node: 'imp1',
            service: 'Cisco Server Recovery Manager (Active)',
          },
        },
      ],
      question: {
        ask: 'A firewall stands between the two nodes. Which port must it let through so that the recovery managers can talk to each other?',
        options: [
          {
            id: 'service-port',
            text: '22001',
            right: true,
            reply: 'Yes, the Service Port: a recovery manager talks to its peer there.',
          },
          {
            id: 'rpc',
            text: '20075',
            right: false,
            reply:
              'That is the Admin RPC Port, where a recovery manager takes requests of the administration. Its peer does not use it.',
          },
          {
            id: 'ssh',
            text: '22',
            right: false,
            reply: 'That is for your own log-in by SSH. Look at the first two parameters of the page.',
          },
        ],
      },
      hint: 'In Cisco Unified CM IM and Presence Administration: System > Service Parameters, then a server, then the service.',
      done: 'The ports can be changed here as well, and in this lab nothing would follow from it: no traffic runs over them. All others act.',
    },
    {
      id: 'interval',
      title: 'Keep Alive (Heartbeat) Interval',
      tool: 'pages',
      playAtSpeed: 2,
      task: 'Let a keep-alive be sent every 5 seconds, and watch some cross.',
      goal: { holds: { all: [{ parameter: 'keepAliveInterval', is: 5 }, bothNormal] }, forSeconds: 20 },
      replies: [
        {
          when: refusedChange,
          say: 'The page has said which bound was broken, and nothing was saved. An interval is at least one second, and shorter than both time-outs.',
        },
      ],
      hint: 'Enter 5 for Keep Alive (Heartbeat) Interval and press Save. Then let half a minute pass and look at the link or the timeline.',
      done: 'Three times as many messages. The one that was already due kept its time; the new interval counts from there. Nothing else changed, because nothing was lost.',
      picture: {
        steps: [set(2, 'keepAliveInterval', 5)],
        atSeconds: 40.01,
        caption: 'An interval of 5 seconds: the keep-alives of second 40 are half-way.',
      },
    },
    {
      id: 'timeout',
      title: 'Keep Alive (Heartbeat) Timeout',
      scenario: pair('A healthy pair'),
      tool: 'pages',
      playAtSpeed: 10,
      task: 'Halve the time-out to 30 seconds. Then switch the power of imp1 off and see when imp2 acts.',
      goal: {
        all: [
          atMost('keepAliveTimeout', 30),
          { ever: { node: 'imp2', is: { state: 'taking-over', reason: 'Peer Reboot' } } },
        ],
      },
      replies: [
        {
          when: refusedChange,
          say: 'A time-out must be longer than the interval, or it would run out between two messages that both arrive. With an interval of 15, it is 16 at least.',
        },
        {
          when: {
            all: [
              { ever: { node: 'imp2', is: { state: 'taking-over' } } },
              { not: atMost('keepAliveTimeout', 30) },
            ],
          },
          say: 'imp2 waited 60 seconds: the time-out was still the old one. Begin the step again and change it first.',
        },
      ],
      hint: 'Service Parameters: Keep Alive (Heartbeat) Timeout 30, Save. Then press Unfold the stage, Platform of imp1, and Power off at once.',
      done: 'imp2 counted from the last keep-alive that arrived, not from the moment the power failed. So between failure and take-over lies the time-out less what had passed of the interval: here from 15 to 30 seconds.',
      picture: {
        steps: [set(2, 'keepAliveTimeout', 30), { at: 20, do: 'power-off', node: 'imp1' }],
        atSeconds: 46,
        caption:
          'The power failed at second 20. The last keep-alive had landed at 15.02, and at 45.02 imp2 takes over.',
      },
    },
    {
      id: 'too-short',
      title: 'Why not shorter still?',
      scenario: pair('A healthy pair'),
      // Past the messages of the first instant: silence counts from second 0 there, so one of them can be lost unnoticed.
      atSeconds: 5,
      tool: 'pages',
      playAtSpeed: 2,
      task: 'Set the time-out to 16 seconds. Then lose a single keep-alive.',
      goal: {
        all: [
          atMost('keepAliveTimeout', 16),
          eitherTookOverAlone,
          // Failed mode is catching: one node stands for both.
          { ever: { node: 'imp1', is: { state: 'running-in-failed-mode' } } },
        ],
      },
      replies: [
        {
          when: refusedChange,
          say: '15 is not longer than the interval of 15. 16 is the shortest that is allowed.',
        },
        {
          when: {
            all: [
              { step: { do: 'drop-keep-alives' }, outcome: 'done' },
              { not: atMost('keepAliveTimeout', 16) },
            ],
          },
          say: 'With a time-out of 60, one lost message is nothing: three more are on their way before it runs out. Set it to 16 first.',
        },
        {
          // Whoever lost one in time sees the take-over a second later.
          when: {
            any: [
              {
                holds: { all: [{ step: { do: 'drop-keep-alives' }, outcome: 'done' }, ...shortAndQuiet] },
                forSeconds: 3,
              },
              { holds: { all: shortAndQuiet }, forSeconds: 40 },
            ],
          },
          say: 'The time-out is 16 seconds, and no silence has lasted that long yet. A node counts from the last keep-alive that arrived, at the beginning of a run from second 0. Whatever was lost, another one came in time. Lose the next one that crosses: with an interval of 15, the one after it comes too late.',
        },
      ],
      hint: 'After the change, pause at the next message (the envelope in the transport), press Unfold the stage and the keep-alive on the link: a press loses it. Then let half a minute pass.',
      done: 'Both nodes were in perfect order. One message was lost, and the group ended in failed mode. With 60 to 15, four have to be lost in a row. That is what the defaults buy, and why they are recommended.',
      picture: {
        steps: [set(2, 'keepAliveTimeout', 16), { at: 15.01, do: 'drop-keep-alives', node: 'imp1' }],
        atSeconds: 20,
        caption: 'One keep-alive of imp1 was lost. imp2 is Taking Over beside a peer that is Normal.',
      },
    },
    {
      id: 'service-delay',
      title: 'Critical Service Delay',
      scenario: pair('A healthy pair'),
      tool: 'pages',
      playAtSpeed: 10,
      task: 'Set the delay to 30 seconds. Stop a critical service of imp1 and see when imp1 gives up.',
      goal: {
        all: [
          atMost('criticalServiceDelay', 30),
          { ever: { node: 'imp1', is: { state: 'failing-over', reason: 'Critical Service Down' } } },
        ],
      },
      replies: [
        {
          when: {
            all: [
              { ever: { node: 'imp1', is: { state: 'failing-over', reason: 'Critical Service Down' } } },
              { not: atMost('criticalServiceDelay', 30) },
            ],
          },
          say: 'That took 90 seconds, the default. Begin the step again and change the delay first.',
        },
        {
          when: { ever: { node: 'imp2', is: { state: 'failing-over' } } },
          say: 'That was a service of imp2. It works the same way; the step asks for imp1.',
        },
      ],
      hint: 'Critical Service Delay 30, Save. Then press Unfold the stage, any of the five services of imp1, and Stop.',
      done: 'Thirty seconds to the millisecond, since this node sees its own services and need not wait for a message. A service that comes back within the delay costs no failover: too short a delay turns every restart of a service into one. A start takes 15 seconds here.',
      picture: {
        steps: [
          set(2, 'criticalServiceDelay', 30),
          { at: 5, do: 'stop-service', node: 'imp1', service: 'Cisco SIP Proxy' },
        ],
        atSeconds: 36,
        caption: 'Cisco SIP Proxy of imp1 stopped at second 5; at 35 imp1 began to fail over.',
      },
    },
    {
      id: 'initialization',
      title: 'Initialization Keep Alive (Heartbeat) Timeout',
      scenario: pair('imp1 has lost its power; imp2 was rebooted', [
        { at: 0, do: 'power-off', node: 'imp1' },
        { at: 0, do: 'restart', node: 'imp2' },
      ]),
      atSeconds: 150,
      tool: 'pages',
      playAtSpeed: 5,
      task: 'imp2 is Initializing and waits for a peer that is off. Shorten the time it waits to 60 seconds.',
      goal: {
        all: [
          atMost('initializationKeepAliveTimeout', 60),
          {
            ever: { node: 'imp2', is: { state: 'taking-over', reason: 'Peer Down During Initialization' } },
          },
        ],
      },
      replies: [
        {
          when: {
            all: [
              {
                ever: {
                  node: 'imp2',
                  is: { state: 'taking-over', reason: 'Peer Down During Initialization' },
                },
              },
              { not: atMost('initializationKeepAliveTimeout', 60) },
            ],
          },
          say: 'The 120 seconds ran out before you changed anything. Begin the step again; pause first, if you like.',
        },
        {
          when: { not: { node: 'imp1', is: { platform: 'off' } } },
          say: 'imp1 has power again, so imp2 will hear it and need not wait for the time-out. Begin the step again and leave imp1 off.',
        },
      ],
      hint: 'Initialization Keep Alive (Heartbeat) Timeout 60, Save. The ring of imp2 jumps: the time counts from when it began to wait, at second 145.',
      done: 'This time-out has a length of its own, because a peer that is just booting needs longer to say its first word: two minutes and more, here. If it is too short, the node that boots first takes over each time both were restarted.',
      picture: {
        steps: [set(160, 'initializationKeepAliveTimeout', 60)],
        atSeconds: 206,
        caption: 'imp2 waited 60 seconds instead of 120: Taking Over, Peer Down During Initialization.',
      },
    },
    {
      id: 'automatic-fallback',
      title: 'Enable Automatic Fallback',
      scenario: pair('imp1 is fit again, and out', [
        { at: 0, do: 'stop-service', node: 'imp1', service: 'Cisco SIP Proxy' },
        { at: 200, do: 'start-service', node: 'imp1', service: 'Cisco SIP Proxy' },
      ]),
      atSeconds: 300,
      tool: 'pages',
      playAtSpeed: 1,
      task: 'Switch automatic fallback on, and go to where it begins. Do not wait for it in real time.',
      goal: {
        all: [
          { parameter: 'automaticFallback', is: true },
          { ever: { node: 'imp1', is: { state: 'taking-back', reason: 'Automatic Fallback' } } },
        ],
      },
      replies: [
        {
          when: { step: { do: 'fallback' }, outcome: 'done' },
          say: 'That was a fallback by hand, and a good one. To see the automatic one, begin the step again and leave the button alone.',
        },
        {
          when: { ever: { node: 'imp1', is: { state: 'failed-over-critical-services-not-running' } } },
          say: 'Something of imp1 is down again. The half hour of health begins anew each time.',
        },
      ],
      hint: 'Enable Automatic Fallback True, Save. Then press the button for the next change of state.',
      done: 'Thirty minutes of health without a break, counted from when imp1 became fit: the five minutes before you switched it on were part of them. The default is False: somebody has to ask. The guide does not say why; a node that keeps failing would otherwise take its users along each time.',
      picture: {
        steps: [set(300, 'automaticFallback', true)],
        atSeconds: 2016,
        caption: 'Half an hour after imp1 became Failed Over, its users return by themselves.',
      },
    },
    {
      id: 'relogin-limits',
      title: 'Two that belong to each node',
      scenario: pair('A healthy pair'),
      tool: 'pages',
      playAtSpeed: 5,
      task: 'On imp1 set the lower limit to 5 and the upper to 30 seconds. Then fail imp1 over, and see when its users are back.',
      goal: {
        all: [
          { parameter: 'clientReloginUpperLimit', node: 'imp1', is: { atMost: 30 } },
          { node: 'imp2', is: { state: 'running-in-backup-mode' } },
          { users: { online: 24 } },
        ],
      },
      replies: [
        {
          when: refusedChange,
          say: 'The lower limit may not be greater than the upper, and both are saved together. Change both, then press Save once.',
        },
        {
          when: {
            all: [
              { node: 'imp1', is: { state: ['failing-over', 'idle'] } },
              { not: { parameter: 'clientReloginUpperLimit', node: 'imp1', is: { atMost: 30 } } },
            ],
          },
          say: 'The clients of imp1 have drawn their waiting times already, between 120 and 537 seconds. Begin the step again and set the limits first. It is imp1 that counts: the node which they lose.',
        },
      ],
      hint: 'Service Parameters, server imp1, service Cisco Server Recovery Manager (Active): Client Re-Login Lower Limit 5, Client Re-Login Upper Limit 30, Save. Then Failover of imp1.',
      done: 'All twelve are back within a minute instead of nine. Each client draws its own time between the two limits. Who draws too short a time finds the backup not ready, and draws again.',
      picture: {
        steps: [
          {
            at: 2,
            do: 'set-parameters',
            node: 'imp1',
            values: { clientReloginLowerLimit: 5, clientReloginUpperLimit: 30 },
          },
          { at: 5, do: 'failover', node: 'imp1' },
        ],
        atSeconds: 90,
        caption: 'imp1 has failed over, and all 24 users are online on imp2.',
      },
    },
    {
      id: 'leave-them',
      title: 'Leave them alone?',
      tool: 'stage',
      task: 'Answer a colleague.',
      question: {
        ask: 'A colleague sets the Keep Alive (Heartbeat) Timeout to 20 seconds «so that failovers are faster». What do you say?',
        options: [
          {
            id: 'good',
            text: 'Good: less time without service.',
            right: false,
            reply:
              'Twelve users out of 24 then come back 40 seconds sooner, after minutes. And one lost message now is enough to fail over a healthy node.',
          },
          {
            id: 'trade',
            text: 'It trades real failures noticed sooner for failovers without a failure.',
            right: true,
            reply:
              'Yes. And most of what users wait for is not the time-out: it is the time until their clients try again.',
          },
          {
            id: 'refused',
            text: 'The page will not let you.',
            right: false,
            reply: 'It will: 20 is longer than 15. What is allowed and what is wise are two things.',
          },
        ],
      },
      done: 'This step of the task flow is optional, and now you know why you may leave it out. If the group still has high availability off, the next step is to enable it.',
    },
  ],
};
