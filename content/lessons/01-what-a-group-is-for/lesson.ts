import type { Lesson } from '../../../src/course/lesson';

const pair = {
  format: 'presence-redundancy-scenario',
  version: 1,
  title: 'Two nodes, 24 users',
  cluster: { nodes: [{ name: 'imp1' }, { name: 'imp2' }], users: 24 },
  until: 3600,
};

export const lesson: Lesson = {
  slug: 'what-a-group-is-for',
  title: 'What a group is for',
  summary:
    'You can say what a presence redundancy group does for users when a node fails, and what it needs for that.',
  minutes: 12,
  section: 'Presence Redundancy Group Overview',
  before: [],
  steps: [
    {
      id: 'two-nodes',
      title: 'Two nodes that watch each other',
      scenario: pair,
      playAtSpeed: 1,
      question: {
        ask: 'What does imp2 know of imp1?',
        options: [
          {
            id: 'all',
            text: 'Everything that happens on it',
            right: false,
            reply: 'Nothing passes between the nodes but keep-alives. What is not in them, imp2 cannot know.',
          },
          {
            id: 'last',
            text: 'What the last keep-alive said',
            right: true,
            reply: 'Right: a keep-alive carries the state of its sender, and imp2 knows nothing newer.',
          },
        ],
      },
    },
    {
      id: 'failover',
      title: 'A service stops',
      task: 'Stop Cisco XCP Router on imp1, and let time run until imp2 has taken over.',
      goal: { node: 'imp2', is: { state: 'running-in-backup-mode' } },
      replies: [
        {
          when: { step: { do: 'stop-service', node: 'imp2' }, outcome: 'done' },
          say: 'You stopped a service on imp2. It is imp1 that is to fail here: start this step over, or watch what comes of it.',
        },
      ],
      hint: 'Press Cisco XCP Router on imp1 on the stage and choose Stop. Then press play, at 20 times real time.',
      done: 'imp2 heard that imp1 is not well, waited for the Critical Service Delay, and took its users over.',
      picture: {
        steps: [{ at: 10, do: 'stop-service', node: 'imp1', service: 'Cisco XCP Router' }],
        atSeconds: 150,
        caption: 'Cisco XCP Router on imp1 is stopped; imp2 serves all users.',
      },
    },
  ],
};
