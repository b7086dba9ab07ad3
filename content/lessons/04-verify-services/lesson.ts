/** Step 2 of the task flow: find critical services that do not run, start them, and see what happens when nobody did. */
import type { Goal } from '../../../src/course/goal';
import type { Lesson } from '../../../src/course/lesson';

const GROUP = 'DefaultCUPSubCluster';

/** A pair in one group with 24 users; high availability is still off unless said. */
const prepared = (title: string, steps: readonly object[] = [], highAvailability = false) => ({
  format: 'presence-redundancy-scenario',
  version: 1,
  title,
  cluster: {
    nodes: [{ name: 'imp1' }, { name: 'imp2' }],
    groups: [{ name: GROUP, nodes: ['imp1', 'imp2'], highAvailability }],
    users: 24,
  },
  steps,
});

const stopped = (node: string, service: string) => ({ at: 0, do: 'stop-service', node, service });

const bothAre = (state: 'normal' | 'running-in-failed-mode'): Goal => ({
  all: [
    { node: 'imp1', is: { state } },
    { node: 'imp2', is: { state } },
  ],
});
const bothHealthy: Goal = {
  all: [
    { node: 'imp1', is: { healthy: true } },
    { node: 'imp2', is: { healthy: true } },
  ],
};

export const lesson: Lesson = {
  slug: 'verify-services',
  title: 'Verify services',
  summary:
    'Find the five critical services of a node on their two pages, start what is down, and know what happens if nobody does.',
  minutes: 12,
  section: 'Verify Services',
  taskFlowStep: 2,
  before: ['verify-database-replication'],
  steps: [
    {
      id: 'why',
      title: 'A service that nobody misses',
      scenario: prepared('A quiet week', [stopped('imp2', 'Cisco Sync Agent')]),
      tool: 'stage',
      task: 'Say who has noticed.',
      question: {
        ask: 'Cisco Sync Agent of imp2 has been stopped for a week. High availability is off. Who has noticed?',
        options: [
          {
            id: 'clients',
            text: 'The users of imp2: they were disconnected.',
            right: false,
            reply:
              'Look at the stage: all of them are online. A session lives with Cisco XCP Router; the other four services can be down and it goes on.',
          },
          {
            id: 'peer',
            text: 'imp1: it has missed a heartbeat.',
            right: false,
            reply: 'With high availability off there is no heartbeat. Neither node listens to the other.',
          },
          {
            id: 'srm',
            text: 'Cisco Server Recovery Manager of imp2: its Critical Service Delay has run out.',
            right: false,
            reply:
              'It counts that delay only while high availability is on and the node is Normal. Now it does not count anything.',
          },
          {
            id: 'nobody',
            text: 'Nobody.',
            right: true,
            reply:
              'Yes. Who is online stays online, and nothing watches. Only a user who logs in anew is turned away (our assumption I-26), and that user will think of the password first.',
          },
        ],
      },
      done: 'High availability looks at services the instant it is switched on, and acts on what it sees. So you look before it does.',
    },
    {
      id: 'first-page',
      title: 'Three of the five',
      scenario: prepared('A pair in good order'),
      tool: 'pages',
      task: 'Open the services of imp1.',
      deeds: [
        {
          text: 'Tools > Control Center - Network Services, server imp1, Go',
          want: { kind: 'page', page: 'control-center-network-services', node: 'imp1' },
        },
      ],
      hint: 'In Cisco Unified IM and Presence Serviceability, choose Tools > Control Center - Network Services, then imp1 from the list Server, then Go. Nothing is shown before Go.',
      done: 'Cisco Client Profile Agent, Cisco Sync Agent and Cisco XCP Router run on imp1. That is three. Two are missing from this page.',
    },
    {
      id: 'second-page',
      title: 'The other two',
      tool: 'pages',
      task: 'From there, go to the page with the other two services of imp1.',
      deeds: [
        {
          text: 'Related Links, then Go',
          want: { kind: 'page', page: 'control-center-related-services', node: 'imp1' },
        },
      ],
      hint: 'Choose Control Center - Network Services from the list Related Links, and press the Go beside that list, not the one beside Server.',
      done: 'Cisco SIP Proxy and Cisco Presence Engine run too. Five of five: imp1 is ready, and imp2 has not been looked at.',
    },
    {
      id: 'start-what-is-down',
      title: 'Start what is down',
      scenario: prepared('Three services are down', [
        stopped('imp1', 'Cisco SIP Proxy'),
        stopped('imp2', 'Cisco Sync Agent'),
        { at: 0, do: 'crash-service', node: 'imp2', service: 'Cisco Presence Engine' },
      ]),
      atSeconds: 1,
      tool: 'pages',
      playAtSpeed: 2,
      task: 'Find every critical service that is down, on both nodes, and start it.',
      goal: bothHealthy,
      replies: [
        {
          when: {
            all: [{ node: 'imp2', is: { healthy: true } }, { not: { node: 'imp1', is: { healthy: true } } }],
          },
          say: 'imp2 is ready. A group has two nodes, and the other one was in order a minute ago in another cluster. Look at imp1 again, on both pages.',
        },
        {
          when: {
            all: [
              {
                node: 'imp2',
                is: { services: { 'Cisco Sync Agent': 'started', 'Cisco Presence Engine': 'failed' } },
              },
              { node: 'imp1', is: { healthy: true } },
            ],
          },
          say: 'One is left, and not on the first page. Related Links leads to the other two services of imp2.',
        },
        {
          when: {
            all: [
              { node: 'imp1', is: { services: { 'Cisco SIP Proxy': 'stopped' } } },
              {
                node: 'imp2',
                is: { services: { 'Cisco Sync Agent': 'started', 'Cisco Presence Engine': 'failed' } },
              },
            ],
          },
          say: 'The first page of imp2 is in order now. There is a second page, and there is a second node.',
        },
      ],
      hint: 'There are four pages to look at: two for imp1, two for imp2. Down are Cisco SIP Proxy on imp1, Cisco Sync Agent and Cisco Presence Engine on imp2.',
      done: 'All ten run. A start takes a moment, 15 seconds here; a service that is starting is not yet started, so look again after you press the button.',
      picture: {
        atSeconds: 1,
        caption: 'One service of imp1 and two of imp2 are down. All 24 users are online all the same.',
      },
    },
    {
      id: 'does-not-start',
      title: 'One that will not start',
      scenario: prepared('A router that does not start', [
        { at: 0, do: 'break-service', node: 'imp2', service: 'Cisco XCP Router' },
      ]),
      atSeconds: 1,
      tool: 'pages',
      playAtSpeed: 10,
      task: 'Bring Cisco XCP Router of imp2 up.',
      goal: {
        all: [
          { node: 'imp2', is: { healthy: true } },
          { not: { step: { do: 'mend-service' }, outcome: 'done' } },
        ],
      },
      replies: [
        {
          when: { step: { do: 'mend-service' }, outcome: 'done' },
          say: 'That switch belongs to this lab: it takes the fault away by hand. At work nobody has it. Start this step over.',
        },
        {
          when: {
            all: [
              { step: { do: 'start-service', node: 'imp2', service: 'Cisco XCP Router' }, outcome: 'done' },
              { node: 'imp2', is: { platform: 'up', services: { 'Cisco XCP Router': 'failed' } } },
            ],
          },
          say: 'It tried for 15 seconds and failed. Something underneath is broken, and another start will meet it again. What is left is to start the whole node anew.',
        },
        {
          when: {
            any: [
              { node: 'imp2', is: { platform: 'shutting-down' } },
              { node: 'imp2', is: { platform: 'booting' } },
            ],
          },
          say: 'imp2 goes down and comes up again: 20 seconds and 120. Nobody takes over its users, because nobody is asked to. That is what high availability is for.',
        },
      ],
      hint: 'Log in to imp2 in the terminal and run utils system restart, or restart the platform of imp2 on the stage. Then let time run.',
      done: 'The services came up with the node. The guide names the same remedy wherever a critical service does not start: start it, and if that fails, reboot.',
      picture: {
        atSeconds: 1,
        caption: 'Cisco XCP Router of imp2 has failed: its twelve users wait to log in again.',
      },
    },
    {
      id: 'skipped-on-one',
      title: 'Skip it on one node',
      scenario: prepared('One service is down on imp2', [stopped('imp2', 'Cisco SIP Proxy')]),
      atSeconds: 1,
      playAtSpeed: 2,
      tool: 'pages',
      task: 'Say how long it takes; switch high availability on and see; then bring both nodes to Normal.',
      question: {
        ask: 'Cisco SIP Proxy of imp2 is stopped and you switch high availability on. When does imp2 begin to give up its users?',
        options: [
          {
            id: 'ninety',
            text: 'After 90 seconds, the Critical Service Delay.',
            right: false,
            reply:
              'The delay protects a node that was Normal and may recover in a moment. This one has not become Normal yet, so there is nothing to protect.',
          },
          {
            id: 'one-twenty',
            text: 'After 120 seconds, the Initialization Keep Alive (Heartbeat) Timeout.',
            right: false,
            reply: 'That time is for a peer that says nothing. imp1 answers within 20 milliseconds.',
          },
          {
            id: 'at-once',
            text: 'At once.',
            right: true,
            reply:
              'Yes: as soon as the first heartbeat of the healthy peer is there, 20 milliseconds later in this lab.',
          },
          {
            id: 'never',
            text: 'Not at all: the service was down before.',
            right: false,
            reply: 'The node does not ask since when. It asks what is down now.',
          },
        ],
      },
      goal: {
        inOrder: [
          {
            node: 'imp2',
            is: { state: 'failed-over-critical-services-not-running', reason: 'Critical Service Down' },
          },
          bothAre('normal'),
        ],
      },
      replies: [
        {
          when: {
            all: [
              { step: { do: 'fallback' }, outcome: 'refused' },
              { node: 'imp2', is: { state: 'failed-over-critical-services-not-running' } },
            ],
          },
          say: 'Users are not sent back to a node that cannot serve them. The name of the state says what is missing: start the critical service that does not run.',
        },
        {
          when: {
            all: [
              { node: 'imp2', is: { state: 'failed-over' } },
              { node: 'imp1', is: { state: 'running-in-backup-mode' } },
            ],
          },
          say: 'The service runs and imp2 is Failed Over: fit, and out. It stays so until somebody asks for a fallback.',
        },
        {
          when: {
            all: [
              bothAre('normal'),
              { not: { ever: { node: 'imp2', is: { state: 'failed-over-critical-services-not-running' } } } },
            ],
          },
          say: 'You started the service first, so nothing happened. That is the whole point of this step. To see the other ending, begin the step again.',
        },
      ],
      hint: 'System > Presence Redundancy Groups: check Enable High Availability and Save. Then start Cisco SIP Proxy on imp2, wait 15 seconds, and press Fallback for imp2.',
      done: 'As the guide says under Verify Services: a node that is not healthy beside one that is fails over when high availability is switched on. Twelve users were moved to imp1 and back, for a service that one click could have started beforehand.',
      picture: {
        steps: [{ at: 1, do: 'enable-ha', group: GROUP }],
        atSeconds: 30,
        caption: 'imp2 is Failed Over with Critical Services Not Running; imp1 serves everybody.',
      },
    },
    {
      id: 'skipped-on-both',
      title: 'Skip it on both',
      scenario: prepared('A service is down on each node', [
        stopped('imp1', 'Cisco Presence Engine'),
        stopped('imp2', 'Cisco Sync Agent'),
      ]),
      atSeconds: 1,
      tool: 'pages',
      playAtSpeed: 2,
      task: 'Switch high availability on, see what becomes of the group, and bring it back to Normal.',
      goal: {
        inOrder: [bothAre('running-in-failed-mode'), { all: [bothAre('normal'), bothHealthy] }],
      },
      replies: [
        {
          when: { all: [bothAre('running-in-failed-mode'), bothHealthy] },
          say: 'All services run again, and the group is still in failed mode: it does not look a second time by itself. Recover makes it look.',
        },
        {
          when: {
            all: [bothAre('running-in-failed-mode'), { step: { do: 'fallback' }, outcome: 'refused' }],
          },
          say: 'There is no backup node to fall back from: both have failed. From failed mode the way leads through Recover.',
        },
        {
          when: {
            all: [bothAre('normal'), { not: { ever: bothAre('running-in-failed-mode') } }],
          },
          say: 'You started the services first: well done, and nothing to see. Begin the step again to watch the group fail.',
        },
        {
          when: {
            all: [
              { ever: { node: 'imp2', is: { state: 'failing-over' } } },
              { not: { ever: bothAre('running-in-failed-mode') } },
            ],
          },
          say: 'You mended one node, so it could take the users of the other: a failover, not failed mode. Begin the step again and leave both as they are.',
        },
        {
          when: {
            all: [
              { ever: { node: 'imp1', is: { state: 'failing-over' } } },
              { not: { ever: bothAre('running-in-failed-mode') } },
            ],
          },
          say: 'You mended one node, so it could take the users of the other: a failover, not failed mode. Begin the step again and leave both as they are.',
        },
      ],
      hint: 'Check Enable High Availability and Save. Then press Recover on the same page, or run utils ha recover DefaultCUPSubCluster, and let 15 seconds pass.',
      done: 'A recovery restarts both recovery managers and starts the critical services that do not run. Had one of them been broken, it would have ended in failed mode again.',
      picture: {
        steps: [{ at: 1, do: 'enable-ha', group: GROUP }],
        atSeconds: 2,
        caption:
          'A service is down on either node: both run in failed mode, with the reason Critical Service Down.',
      },
    },
    {
      id: 'which-five',
      title: 'Which five?',
      scenario: prepared('A healthy pair', [], true),
      tool: 'stage',
      task: 'Find the one that is not among the five.',
      question: {
        ask: 'Which of these is not one of the five critical services?',
        options: [
          {
            id: 'cpa',
            text: 'Cisco Client Profile Agent',
            right: false,
            reply: 'It is one of the five, on the first page.',
          },
          {
            id: 'srm',
            text: 'Cisco Server Recovery Manager',
            right: true,
            reply:
              'Yes. It is the one that watches the five, so it is not one of them. It must run as well when high availability is switched on; if it does not, both nodes stay Unknown.',
          },
          {
            id: 'sip',
            text: 'Cisco SIP Proxy',
            right: false,
            reply: 'It is one of the five, on the page behind Related Links.',
          },
          {
            id: 'engine',
            text: 'Cisco Presence Engine',
            right: false,
            reply: 'It is one of the five, on the page behind Related Links.',
          },
        ],
      },
      done: 'Replication is good and ten services run. Now the two nodes can become a group: Configure a presence redundancy group is next.',
    },
  ],
};
