/** Manual failover, fallback and recovery, by page and by command line: which is offered when, and what each does. */
import type { Goal } from '../../../src/course/goal';
import type { Lesson } from '../../../src/course/lesson';

const GROUP = 'DefaultCUPSubCluster';

const pair = (title: string, steps: readonly object[] = []) => ({
  format: 'presence-redundancy-scenario',
  version: 1,
  title,
  cluster: { nodes: [{ name: 'imp1' }, { name: 'imp2' }], users: 24 },
  steps,
});

const bothAre = (state: 'normal' | 'running-in-failed-mode'): Goal => ({
  all: [
    { node: 'imp1', is: { state } },
    { node: 'imp2', is: { state } },
  ],
});
const did = (name: 'failover' | 'fallback', node: string, via?: 'page' | 'terminal'): Goal => ({
  step: { do: name, node },
  outcome: 'done',
  ...(via && { via }),
});
const refused = (name: 'failover' | 'fallback' | 'recover'): Goal => ({
  step: { do: name },
  outcome: 'refused',
});

export const lesson: Lesson = {
  slug: 'failover-fallback-recovery',
  title: 'Manual failover, fallback and recovery',
  summary:
    'Move a group’s users away and back by hand, by page and by command, and tell before you press which button is there and what it does.',
  minutes: 14,
  section: 'Initiate Manual Failover, Fallback, or Recovery',
  before: ['enable-high-availability'],
  steps: [
    {
      id: 'which-button',
      title: 'Three buttons, one at a time',
      scenario: pair('A healthy pair'),
      atSeconds: 1,
      tool: 'pages',
      task: 'Open the group and see which of the buttons are offered.',
      deeds: [
        {
          text: 'System > Presence Redundancy Groups, Find, the group',
          want: { kind: 'page', page: 'presence-redundancy-group', group: GROUP },
        },
      ],
      question: {
        ask: 'Both nodes are Normal. What can you ask for?',
        options: [
          {
            id: 'failover',
            text: 'A failover of either node.',
            right: true,
            reply: 'Yes. Both run and both are well, so each could take over for the other.',
          },
          {
            id: 'fallback',
            text: 'A fallback to either node.',
            right: false,
            reply: 'A fallback brings users back to a node that has lost them. Nobody is away from home.',
          },
          {
            id: 'recover',
            text: 'A recovery of the group, to be on the safe side.',
            right: false,
            reply:
              'Recover is for two nodes that both run in failed mode. It would restart both recovery managers of a group that needs nothing.',
          },
        ],
      },
      hint: 'Cisco Unified CM Administration, System > Presence Redundancy Groups, Find, then the name of the group.',
      done: 'What is offered depends on the states alone. If you know the states you know the button, before the page has loaded.',
    },
    {
      id: 'failover-by-page',
      title: 'Failover by page',
      tool: 'pages',
      playAtSpeed: 2,
      task: 'imp1 is to be serviced tonight. Press Failover for it on the page, and wait until it is Idle.',
      goal: { all: [did('failover', 'imp1', 'page'), { node: 'imp1', is: { state: 'idle' } }] },
      replies: [
        {
          when: did('failover', 'imp2'),
          say: 'You failed imp2 over: its users went to imp1, the very node that is to be serviced. The button names the node that gives its users up. Begin the step again.',
        },
        {
          when: {
            all: [did('failover', 'imp1'), { not: did('failover', 'imp1', 'page') }],
          },
          say: 'That did it, but by another door. This step is about the page: begin it again and use the button there.',
        },
      ],
      hint: 'On the page of the group, beside imp1: Failover. Then let half a minute pass.',
      done: 'Failing Over: five seconds in which imp1 stops its critical services and logs its clients out. Taking Over: ten seconds in which imp2 gets the users. Then Idle beside Running in Backup Mode, and imp1 may be taken apart.',
      picture: {
        steps: [{ at: 5, do: 'failover', node: 'imp1', via: 'page' }],
        atSeconds: 12,
        caption:
          'Seven seconds after the button: imp1 is Failing Over with its services stopped, imp2 is Taking Over.',
      },
    },
    {
      id: 'idle-stays-idle',
      title: 'Idle stays Idle',
      tool: 'terminal',
      playAtSpeed: 20,
      task: 'The work on imp1 needs a reboot. Say what state it comes back in, then restart it.',
      question: {
        ask: 'imp1 is Idle. You restart the whole node. What does it show when it is up?',
        options: [
          {
            id: 'normal',
            text: 'Normal, with its users back.',
            right: false,
            reply: 'Nobody has asked for a fallback. A reboot is no request.',
          },
          {
            id: 'failed-over',
            text: 'Failed Over, with its services running.',
            right: false,
            reply:
              'That is what a node shows after a failover that a fault forced. This one was asked for, and it is remembered.',
          },
          {
            id: 'idle',
            text: 'Idle, with its services stopped.',
            right: true,
            reply:
              'Yes: the state is kept in the database of the node. Only the reason changes, to Initialization.',
          },
        ],
      },
      goal: {
        all: [
          { ever: { node: 'imp1', is: { platform: 'booting' } } },
          { node: 'imp1', is: { state: 'idle', reason: 'Initialization' } },
        ],
      },
      replies: [
        {
          when: { step: { do: 'fallback' }, outcome: 'done' },
          say: 'That was a fallback. It is the next step; first the reboot. Begin the step again.',
        },
        {
          when: {
            all: [
              { step: { do: 'restart-srm', node: 'imp1' }, outcome: 'done' },
              { not: { ever: { node: 'imp1', is: { platform: 'booting' } } } },
            ],
          },
          say: 'You restarted the recovery manager only. It gives the same pair of states; but the platform has not been rebooted yet.',
        },
      ],
      hint: 'Log in to imp1 in the terminal, run utils system restart and confirm. It takes 20 seconds to go down and 120 to boot.',
      done: 'The five critical services stayed stopped, boot or no boot. Nothing but a fallback starts them for you.',
      picture: {
        steps: [{ at: 60, do: 'restart', node: 'imp1' }],
        atSeconds: 230,
        caption: 'After the reboot imp1 is Idle, reason Initialization, and its five services are stopped.',
      },
    },
    {
      id: 'fallback-by-cli',
      title: 'Fallback by command',
      tool: 'terminal',
      playAtSpeed: 5,
      task: 'Bring the users back to imp1, this time from the command line.',
      goal: { all: [did('fallback', 'imp1', 'terminal'), bothAre('normal')] },
      replies: [
        {
          when: { step: { do: 'fallback', node: 'imp2' }, outcome: 'refused' },
          say: 'The command names the node that gets its users back. imp2 has them all; it is imp1 that is waiting for them.',
        },
        {
          when: {
            all: [did('fallback', 'imp1'), { not: did('fallback', 'imp1', 'terminal') }],
          },
          say: 'The users come home, but not by command. Begin the step again and use the terminal.',
        },
      ],
      hint: 'Log in to either node and run: utils ha fallback imp1. Then let half a minute pass, and look with utils ha status.',
      done: 'Taking Back: 15 seconds to start the services, 10 to move the users. Falling Back is what imp2 shows meanwhile. All twelve users of imp1 were logged out once more: a fallback is not free.',
      picture: {
        steps: [{ at: 300, do: 'fallback', node: 'imp1', via: 'terminal' }],
        atSeconds: 310,
        caption:
          'Ten seconds after the command: imp1 is Taking Back and starts its services, imp2 is Falling Back.',
      },
    },
    {
      id: 'status-in-mid-air',
      title: 'Read it in mid-air',
      scenario: pair('A healthy pair'),
      atSeconds: 1,
      tool: 'terminal',
      playAtSpeed: 1,
      task: 'Fail imp2 over by command, and read the status while it is still under way.',
      deeds: [
        { text: 'utils ha failover imp2', want: { kind: 'command', command: 'utils ha failover imp2' } },
        { text: 'utils ha status', want: { kind: 'command', command: 'utils ha status' } },
      ],
      goal: {
        all: [did('failover', 'imp2', 'terminal'), { ever: { node: 'imp1', is: { state: 'taking-over' } } }],
      },
      replies: [
        {
          when: did('failover', 'imp1'),
          say: 'You failed imp1 over. The step asks for imp2, so that you see the same pair the other way round. Begin it again.',
        },
        {
          when: {
            all: [did('failover', 'imp2'), { not: did('failover', 'imp2', 'terminal') }],
          },
          say: 'imp2 fails over, but not by command. Begin the step again and use the terminal.',
        },
      ],
      hint: 'Log in to imp1 first: a session on imp2 would do as well, since the node stays up. utils ha failover imp2, then utils ha status within 15 seconds, or after a pause.',
      done: 'Node 1 is imp1 in both answers, whichever node fails over: the list follows the group, not the story. In the table of the guide the failing node stands first. Turn the pair round when you look it up.',
      picture: {
        steps: [{ at: 5, do: 'failover', node: 'imp2', via: 'terminal' }],
        atSeconds: 8,
        caption: 'Three seconds after the command: imp2 is Failing Over, imp1 is Taking Over.',
      },
    },
    {
      id: 'not-yet',
      title: 'When it is not offered',
      scenario: pair('A service of imp1 has been down for three minutes', [
        { at: 0, do: 'stop-service', node: 'imp1', service: 'Cisco Presence Engine' },
      ]),
      atSeconds: 180,
      tool: 'terminal',
      playAtSpeed: 5,
      task: 'imp1 failed over by itself. Ask for a fallback right away, read the answer, and then do what is missing.',
      goal: { inOrder: [refused('fallback'), bothAre('normal')] },
      replies: [
        {
          when: {
            all: [
              refused('fallback'),
              { node: 'imp1', is: { state: 'failed-over-critical-services-not-running' } },
            ],
          },
          say: 'Refused, and the state says why: critical services are not running. Find the one that is down and start it.',
        },
        {
          when: {
            all: [refused('fallback'), { node: 'imp1', is: { state: 'failed-over' } }],
          },
          say: 'imp1 is Failed Over now, and the button is there. Press it.',
        },
        {
          when: { all: [bothAre('normal'), { not: refused('fallback') }] },
          say: 'You started the service first, and all went well. This step also wants you to have met the refusal: begin it again, and ask for the fallback at once.',
        },
      ],
      hint: 'utils ha fallback imp1 is answered with the reason. On the page the button is not offered and says why; a command may be given all the same. Then start Cisco Presence Engine of imp1, wait 15 seconds, and fall back.',
      done: 'Failed Over with Critical Services Not Running, then Failed Over, then Taking Back: each a step nearer home. There is no short cut past the first.',
      picture: {
        steps: [
          { at: 185, do: 'fallback', node: 'imp1' },
          { at: 190, do: 'start-service', node: 'imp1', service: 'Cisco Presence Engine' },
          { at: 210, do: 'fallback', node: 'imp1' },
        ],
        atSeconds: 225,
        caption: 'The service runs again, the fallback is done, and both nodes are Normal.',
      },
    },
    {
      id: 'recovery',
      title: 'When both have failed',
      scenario: pair('The backup lost a service too', [
        { at: 0, do: 'stop-service', node: 'imp1', service: 'Cisco Client Profile Agent' },
        { at: 150, do: 'stop-service', node: 'imp2', service: 'Cisco Sync Agent' },
      ]),
      atSeconds: 250,
      tool: 'pages',
      playAtSpeed: 5,
      task: 'Say what helps, then bring the group back to Normal.',
      question: {
        ask: 'Both nodes run in failed mode: a service was down on imp1, and then one on the backup. Which button helps?',
        options: [
          {
            id: 'failover',
            text: 'Failover, of the one that is worse off.',
            right: false,
            reply: 'To whom? A failover needs a node that is well.',
          },
          {
            id: 'fallback',
            text: 'Fallback to imp1.',
            right: false,
            reply: 'A fallback needs a backup node to fall back from. Neither of them is one now.',
          },
          {
            id: 'recover',
            text: 'Recover.',
            right: true,
            reply: 'Yes: it is for two nodes in failed mode, and it concerns the group, not one node.',
          },
        ],
      },
      goal: { all: [{ step: { do: 'recover', group: GROUP }, outcome: 'done' }, bothAre('normal')] },
      replies: [
        {
          when: {
            all: [bothAre('running-in-failed-mode'), { any: [refused('fallback'), refused('failover')] }],
          },
          say: 'Refused: from failed mode there is neither a failover nor a fallback. One button is left.',
        },
      ],
      hint: 'Recover on the page of the group, or utils ha recover DefaultCUPSubCluster. Then let half a minute pass.',
      done: 'Both recovery managers restarted and forgot what they had kept; the two services were started meanwhile; both nodes went through Initializing to Normal. Every user belongs at home again, and who still waits logs in there. Where a service cannot start, the same button ends in failed mode, and the guide’s next advice is a reboot.',
      picture: {
        steps: [{ at: 260, do: 'recover', group: GROUP }],
        atSeconds: 290,
        caption: 'Half a minute after Recover both nodes are Normal.',
      },
    },
    {
      id: 'which-of-the-three',
      title: 'Which of the three?',
      tool: 'stage',
      task: 'Tell by the states.',
      question: {
        ask: 'Two states side by side, and a button. Where is it the one that is offered?',
        options: [
          {
            id: 'idle',
            text: 'Idle beside Running in Backup Mode: Fallback.',
            right: true,
            reply: 'Yes, to the node that is Idle.',
          },
          {
            id: 'failed',
            text: 'Running in Failed Mode on both: Recover.',
            right: true,
            reply: 'Yes, provided that the nodes hear each other.',
          },
          {
            id: 'fo-cs',
            text: 'Failed Over with Critical Services Not Running beside Running in Backup Mode: Fallback.',
            right: false,
            reply: 'Not yet: first the services.',
          },
          {
            id: 'normal',
            text: 'Normal on both: Failover.',
            right: true,
            reply: 'Yes, of either node.',
          },
        ],
      },
      done: 'What is left is to know all the states by sight. There are fourteen: node states, next.',
    },
  ],
};
