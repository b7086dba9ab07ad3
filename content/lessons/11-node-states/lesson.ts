/** All fourteen states of a node: reached on a live cluster, with what each means for users and how it ends. */
import type { ShownStateId } from '../../../src/engine';
import type { Goal } from '../../../src/course/goal';
import type { Lesson } from '../../../src/course/lesson';

const GROUP = 'DefaultCUPSubCluster';

const pair = (title: string, steps: readonly object[] = [], more: object = {}) => ({
  format: 'presence-redundancy-scenario',
  version: 1,
  title,
  cluster: { nodes: [{ name: 'imp1' }, { name: 'imp2' }], users: 24 },
  steps,
  ...more,
});

const stop = (at: number, node: string, service: string) => ({ at, do: 'stop-service', node, service });
const start = (at: number, node: string, service: string) => ({ at, do: 'start-service', node, service });

const is = (node: string, state: ShownStateId): Goal => ({ node, is: { state } });
const wasPair = (imp1: ShownStateId, imp2: ShownStateId): Goal => ({
  ever: { all: [is('imp1', imp1), is('imp2', imp2)] },
});
const bothNormal: Goal = { all: [is('imp1', 'normal'), is('imp2', 'normal')] };

export const lesson: Lesson = {
  slug: 'node-states',
  title: 'Node states',
  summary:
    'Know all fourteen states by sight: what the node does, what its users have of it, and how it ends.',
  minutes: 15,
  section: 'Node State Definitions',
  before: ['failover-fallback-recovery'],
  steps: [
    {
      id: 'three-kinds',
      title: 'Three kinds',
      scenario: pair('A healthy pair'),
      tool: 'map',
      task: 'Sort three of them.',
      question: {
        ask: 'Some states last until somebody does something, some end by themselves, some say that help is needed. Which of these ends by itself?',
        options: [
          {
            id: 'ribm',
            text: 'Running in Backup Mode',
            right: false,
            reply: 'It lasts. A node can carry the whole group for weeks, until a fallback.',
          },
          {
            id: 'taking-over',
            text: 'Taking Over',
            right: true,
            reply:
              'Yes: a transition. Names that end in «-ing Over» or «-ing Back» say what is going on, and it will be over soon.',
          },
          {
            id: 'rifm',
            text: 'Running in Failed Mode',
            right: false,
            reply: 'It lasts too, and it is the state that calls for you.',
          },
        ],
      },
      done: 'The map has all fourteen, in these kinds; each kind has a colour and a shape of its own, here and on the stage.',
    },
    {
      id: 'from-cold',
      title: 'Initializing, Normal',
      scenario: pair('Two nodes, switched off', [], { start: 'cold' }),
      atSeconds: 1,
      tool: 'map',
      playAtSpeed: 20,
      task: 'Switch both nodes on and see what they go through until both are Normal.',
      goal: { all: [{ ever: is('imp1', 'initializing') }, { ever: is('imp2', 'initializing') }, bothNormal] },
      replies: [
        {
          when: wasPair('running-in-backup-mode', 'unreachable'),
          say: 'imp1 came up alone and waited two minutes for a word from imp2. None came, so it took over. Begin the step again and switch both on.',
        },
        {
          when: wasPair('unreachable', 'running-in-backup-mode'),
          say: 'imp2 came up alone and waited two minutes for a word from imp1. None came, so it took over. Begin the step again and switch both on.',
        },
      ],
      hint: 'Press Unfold the stage, Platform of imp1, Power on; the same for imp2. A boot takes two minutes, the services another 15 seconds.',
      done: 'Initializing is where every recovery manager begins, and only for a moment: it looks at itself, listens for its peer, and decides. Nobody can log in meanwhile. Normal is where it should lead.',
      picture: {
        steps: [
          { at: 2, do: 'power-on', node: 'imp1' },
          { at: 2, do: 'power-on', node: 'imp2' },
        ],
        atSeconds: 140,
        caption:
          'Both are Initializing. They can be reached again since second 127; the services are still starting.',
      },
    },
    {
      id: 'a-failover',
      title: 'Failing Over, Taking Over, Idle, Running in Backup Mode',
      scenario: pair('A healthy pair'),
      atSeconds: 1,
      tool: 'map',
      playAtSpeed: 2,
      task: 'Take imp1 to Idle.',
      goal: {
        inOrder: [
          wasPair('failing-over', 'taking-over'),
          { all: [is('imp1', 'idle'), is('imp2', 'running-in-backup-mode')] },
        ],
      },
      replies: [
        {
          when: {
            all: [
              { ever: is('imp1', 'failing-over') },
              is('imp1', 'failed-over-critical-services-not-running'),
            ],
          },
          say: 'imp1 gave up because of a fault, so it did not become Idle. Idle is for a failover that somebody asked for.',
        },
        {
          when: is('imp2', 'idle'),
          say: 'That is imp2. Now the same for imp1: begin the step again, or fall back first.',
        },
      ],
      hint: 'On the unfolded stage press Failover, fallback of imp1, and choose Failover. The page of the group and utils ha failover imp1 do the same.',
      done: 'The two transitions last 15 seconds together, in which the users of imp1 can log in nowhere. Idle: services stopped on purpose, nobody served. Running in Backup Mode: everybody is served here. Both last.',
      picture: {
        steps: [{ at: 2, do: 'failover', node: 'imp1' }],
        atSeconds: 30,
        caption: 'imp1 is Idle, imp2 runs in backup mode.',
      },
    },
    {
      id: 'a-fallback',
      title: 'Taking Back, Falling Back',
      tool: 'map',
      playAtSpeed: 2,
      task: 'Bring the users home, and say which node shows which state.',
      question: {
        ask: 'During the fallback to imp1: which node shows Falling Back?',
        options: [
          {
            id: 'imp1',
            text: 'imp1, because the system falls back to it.',
            right: false,
            reply:
              'That is how the guide’s list of states puts it. Its table, the CLI and the lab have it the other way: the node that gets its users is Taking Back.',
          },
          {
            id: 'imp2',
            text: 'imp2, the one that gives them back.',
            right: true,
            reply: 'Yes, as in the table of the guide and in the CLI reference.',
          },
        ],
      },
      goal: { inOrder: [wasPair('taking-back', 'falling-back'), bothNormal] },
      hint: 'Press Failover, fallback of imp1 and choose Fallback.',
      done: 'Both are transitions and end by themselves: in Normal, if every service starts and the users can be moved.',
      picture: {
        steps: [{ at: 60, do: 'fallback', node: 'imp1' }],
        atSeconds: 80,
        caption: 'imp1 is Taking Back, imp2 is Falling Back.',
      },
    },
    {
      id: 'out-by-a-fault',
      title: 'Failed Over, with and without its services',
      scenario: pair('A healthy pair'),
      tool: 'map',
      playAtSpeed: 20,
      task: 'Let a critical service of imp1 fail until imp1 is out; then make imp1 fit again, and leave it there.',
      goal: {
        inOrder: [
          { ever: is('imp1', 'failed-over-critical-services-not-running') },
          is('imp1', 'failed-over'),
        ],
      },
      replies: [
        {
          when: is('imp1', 'failed-over-critical-services-not-running'),
          say: 'Out, and broken. Start what is down and the longest name of all fourteen becomes a shorter one.',
        },
        {
          when: { ever: is('imp1', 'idle') },
          say: 'Idle is where a failover on request ends. This one wants a fault: stop one of the five services, and do nothing for 90 seconds.',
        },
      ],
      hint: 'Stop a service of imp1, jump to the next change until imp1 is Failed Over with Critical Services Not Running, then start the service and let 15 seconds pass.',
      done: 'Two steady states, one behind the other. The first says what you have to do: services. The second says that it is done: now a fallback is offered. The users see no difference; they are all on imp2.',
      picture: {
        steps: [stop(2, 'imp1', 'Cisco SIP Proxy'), start(150, 'imp1', 'Cisco SIP Proxy')],
        atSeconds: 170,
        caption: 'imp1 is Failed Over: its service runs again, and its users are still on imp2.',
      },
    },
    {
      id: 'the-backup-fails',
      title: 'Backup Activated, Failover Affected Services',
      tool: 'map',
      playAtSpeed: 20,
      task: 'imp1 is fit and out, imp2 carries everybody. Now let a critical service of imp2 fail.',
      goal: { ever: { all: [is('imp1', 'backup-activated'), is('imp2', 'failover-affected-services')] } },
      replies: [
        {
          when: wasPair('running-in-failed-mode', 'running-in-failed-mode'),
          say: 'Both in failed mode: when imp2 lost its service, imp1 was not fit to take the users back. Begin the step again with imp1 in Failed Over.',
        },
        {
          when: { step: { do: 'fallback' }, outcome: 'done' },
          say: 'With the users at home again imp2 is no backup any more. Begin the step again and let its service fail first.',
        },
      ],
      hint: 'Stop a service of imp2 and let 90 seconds pass.',
      done: 'Nobody asked, and the users came home: an automatic recovery. These two states stand in the guide’s table, and nowhere else in it: what they mean is told from their rows. imp1 serves everybody. When imp2 is well again, a fallback to imp2 is offered.',
      picture: {
        steps: [stop(200, 'imp2', 'Cisco Sync Agent')],
        atSeconds: 300,
        caption: 'imp1 is Backup Activated and has everybody; imp2 shows Failover Affected Services.',
      },
    },
    {
      id: 'failed-mode',
      title: 'Running in Failed Mode',
      scenario: pair('imp1 is out, and broken', [stop(0, 'imp1', 'Cisco SIP Proxy')]),
      atSeconds: 150,
      tool: 'map',
      playAtSpeed: 20,
      task: 'Take this group into failed mode, and out again.',
      goal: {
        inOrder: [wasPair('running-in-failed-mode', 'running-in-failed-mode'), bothNormal],
      },
      replies: [
        {
          when: wasPair('backup-activated', 'failover-affected-services'),
          say: 'You mended imp1 first, so it could take the users back. For failed mode both nodes must be unfit. Begin the step again.',
        },
      ],
      hint: 'Stop a service of imp2 as well and let 90 seconds pass. Then press High availability above the nodes and choose Recover both nodes.',
      done: 'Failed mode is catching: as soon as one node shows it, the other follows. It never ends by itself, however healthy the nodes become. Recover ends it.',
      picture: {
        steps: [stop(160, 'imp2', 'Cisco Sync Agent'), { at: 300, do: 'recover', group: GROUP }],
        atSeconds: 340,
        caption: 'After Recover both nodes are Normal again.',
      },
    },
    {
      id: 'unknown',
      title: 'Unknown',
      scenario: pair('A healthy pair'),
      atSeconds: 1,
      tool: 'map',
      playAtSpeed: 2,
      task: 'Make both nodes show Unknown, and then Normal again.',
      goal: { inOrder: [wasPair('unknown', 'unknown'), bothNormal] },
      replies: [
        {
          when: { ever: { node: 'imp1', is: { state: 'unreachable' } } },
          say: 'A node that cannot be reached shows no state at all. That is not Unknown: Unknown is shown by a recovery manager that runs and does not watch.',
        },
        {
          when: { step: { do: 'disable-ha' }, outcome: 'refused' },
          say: 'Refused: high availability is switched off only while both nodes are Normal.',
        },
      ],
      hint: 'Press High availability above the nodes and switch it off; then on again.',
      done: 'With high availability off the reason is High Availability Not Enabled, and users are served at home. Unknown without a reason is the other kind: switched on, and not in force.',
      picture: {
        steps: [
          { at: 2, do: 'disable-ha', group: GROUP },
          { at: 60, do: 'enable-ha', group: GROUP },
        ],
        atSeconds: 70,
        caption: 'High availability was off for a minute; now both nodes are Normal again.',
      },
    },
    {
      id: 'the-map',
      title: 'Which follows which',
      scenario: pair('A healthy pair'),
      tool: 'map',
      task: 'Read the map.',
      question: {
        ask: 'You see a node in Taking Over. Where can it be a minute from now? Choose all that apply.',
        options: [
          {
            id: 'ribm',
            text: 'Running in Backup Mode',
            right: true,
            reply: 'Yes: that is where it should end.',
          },
          {
            id: 'rifm',
            text: 'Running in Failed Mode',
            right: true,
            reply: 'Yes: if the users cannot be moved, for instance.',
          },
          {
            id: 'idle',
            text: 'Idle',
            right: false,
            reply: 'Idle is the end of Failing Over. That is the other node.',
          },
          {
            id: 'taking-over',
            text: 'Still in Taking Over',
            right: false,
            reply: 'A transition ends. With few users it takes some ten seconds here.',
          },
        ],
      },
      done: 'Fourteen states, and you have been in every one. From here on it is pairs: what two nodes show together, with their reasons, has a row in the guide’s table. Each row has a page in the reference.',
    },
  ],
};
