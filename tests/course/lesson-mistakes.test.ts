/** Steps of the lessons taken rightly and wrongly: what is reached, and what the page says to a mistake. */
import { describe, expect, it } from 'vitest';
import { lesson as beforeYouStart } from '../../content/lessons/02-before-you-start/lesson';
import { lesson as heartbeat } from '../../content/lessons/06-heartbeat/lesson';
import { lesson as enableHa } from '../../content/lessons/07-enable-high-availability/lesson';
import { lesson as assignment } from '../../content/lessons/08-user-assignment-mode/lesson';
import { lesson as interactions } from '../../content/lessons/09-interactions-and-restrictions/lesson';
import { lesson as manual } from '../../content/lessons/10-failover-fallback-recovery/lesson';
import { lesson as nodeStates } from '../../content/lessons/11-node-states/lesson';
import type { Lesson } from '../../src/course/lesson';
import { play, type Act } from './lesson-play';

const GROUP = 'DefaultCUPSubCluster';

/** What is done, until when it is watched, and the answer: `done`, or the beginning of what the page says. */
type Case = readonly [
  step: string,
  what: string,
  acts: readonly Act[],
  untilSeconds: number,
  answer: 'done' | RegExp,
];

const on = (at: number, what: string, node: string, more: object = {}): Act => [
  at,
  { do: what, node, ...more },
];
const service = (at: number, what: 'stop' | 'start', node: string, name: string): Act => [
  at,
  { do: `${what}-service`, node, service: name },
];
const group = (at: number, what: string): Act => [at, { do: what, group: GROUP }];
const link = (at: number, change: object): Act => [at, { do: 'set-link', group: GROUP, ...change }];
const set = (at: number, parameter: string, value: unknown): Act => [
  at,
  { do: 'set-parameter', parameter, value },
];
const addGroup = (at: number, ...nodes: string[]): Act => [at, { do: 'add-group', group: 'Second', nodes }];
const user = (at: number, what: string, more: object = {}): Act => [at, { do: what, user: 'user1', ...more }];
const temporary = (at: number, what: string): Act => [at, { do: what, watcher: 'user2', user: 'user1' }];
const byTerminal = { via: 'terminal' };

const CASES: readonly (readonly [Lesson, readonly Case[]])[] = [
  [
    beforeYouStart,
    [
      ['pair-them', 'another version', [addGroup(5, 'imp4', 'imp3')], 6, /^Refused, and nothing was changed/],
      ['pair-them', 'another publisher', [addGroup(5, 'imp4', 'imp5')], 6, /^Refused, and nothing/],
      ['pair-them', 'a node with a group', [addGroup(5, 'imp4', 'imp1')], 6, /^Refused, and nothing/],
      ['pair-them', 'a group of one', [addGroup(5, 'imp4')], 6, /^Now imp4 is in a group, but not together/],
      ['pair-them', 'the node that fits', [addGroup(5, 'imp6', 'imp4')], 6, 'done'],
      ['round-trip', '80 ms one way', [link(2, { latencyMs: 80 })], 30, /^That makes 160 ms/],
      ['round-trip', '40 ms one way', [link(2, { latencyMs: 40 })], 30, 'done'],
      ['too-far', 'two seconds one way', [link(20, { latencyMs: 2000 })], 145, 'done'],
      ['loss', 'half of the keep-alives', [link(10, { loss: 0.5 })], 400, 'done'],
      ['loss', 'the link is cut', [group(10, 'cut-link')], 200, /^You cut the link/],
    ],
  ],
  [
    heartbeat,
    [
      ['interval', 'every five seconds', [set(2, 'keepAliveInterval', 5)], 30, 'done'],
      ['interval', 'longer than the time-out', [set(2, 'keepAliveInterval', 60)], 30, /^The page has said/],
      [
        'timeout',
        'not longer than the interval',
        [set(2, 'keepAliveTimeout', 15)],
        9,
        /^A time-out must be longer/,
      ],
      ['timeout', 'power first', [on(20, 'power-off', 'imp1')], 120, /^imp2 waited 60 seconds/],
      ['timeout', 'shorter', [set(2, 'keepAliveTimeout', 30), on(20, 'power-off', 'imp1')], 46, 'done'],
      [
        'too-short',
        'with the default',
        [on(15.01, 'drop-keep-alives', 'imp1')],
        60,
        /^With a time-out of 60, one lost/,
      ],
      [
        'too-short',
        'lost long before the change',
        [on(15.01, 'drop-keep-alives', 'imp1'), set(35, 'keepAliveTimeout', 16)],
        50,
        /^The time-out is 16 seconds, and no silence/,
      ],
      [
        'too-short',
        'lost with an interval that is shorter as well',
        [
          set(6, 'keepAliveInterval', 5),
          set(7, 'keepAliveTimeout', 16),
          on(20.01, 'drop-keep-alives', 'imp1'),
        ],
        30,
        /^The time-out is 16 seconds, and no silence/,
      ],
      [
        'too-short',
        'lost in the first instant, to which somebody went back',
        [set(0.01, 'keepAliveTimeout', 16), on(0.01, 'drop-keep-alives', 'imp1')],
        60,
        /^The time-out is 16 seconds, and no silence/,
      ],
      [
        'too-short',
        'on its way at the moment of the change',
        [set(15.01, 'keepAliveTimeout', 16), on(15.01, 'drop-keep-alives', 'imp1')],
        40,
        'done',
      ],
      [
        'too-short',
        'with 16 seconds',
        [set(2, 'keepAliveTimeout', 16), on(15.01, 'drop-keep-alives', 'imp1')],
        40,
        'done',
      ],
      [
        'service-delay',
        'with the default',
        [service(2, 'stop', 'imp1', 'Cisco SIP Proxy')],
        100,
        /^That took 90 s/,
      ],
      [
        'service-delay',
        'of the other node',
        [set(2, 'criticalServiceDelay', 30), service(3, 'stop', 'imp2', 'Cisco SIP Proxy')],
        60,
        /^That was a service of imp2/,
      ],
      [
        'service-delay',
        'with 30 seconds',
        [set(2, 'criticalServiceDelay', 30), service(3, 'stop', 'imp1', 'Cisco SIP Proxy')],
        34,
        'done',
      ],
      ['initialization', 'too late', [], 270, /^The 120 seconds ran out/],
      ['initialization', 'in time', [set(160, 'initializationKeepAliveTimeout', 60)], 206, 'done'],
      ['automatic-fallback', 'by hand', [on(310, 'fallback', 'imp1')], 330, /^That was a fallback by hand/],
      ['automatic-fallback', 'by itself', [set(310, 'automaticFallback', true)], 2016, 'done'],
      [
        'relogin-limits',
        'failover first',
        [on(5, 'failover', 'imp1')],
        30,
        /^The clients of imp1 have drawn/,
      ],
    ],
  ],
  [
    enableHa,
    [
      ['switch-on', 'switched on', [group(5, 'enable-ha')], 6, 'done'],
      ['one-is-not-fit', 'switched on', [group(5, 'enable-ha')], 6, 'done'],
      [
        'one-is-not-fit',
        'repaired first',
        [on(5, 'dbreplication', 'imp1', { operation: 'repair' }), group(80, 'enable-ha')],
        90,
        /^You repaired replication first/,
      ],
      [
        'repair-one',
        'back without repair',
        [on(100, 'fallback', 'imp1')],
        130,
        /^Both nodes are Normal, and the/,
      ],
      [
        'repair-one',
        'the other node',
        [on(100, 'dbreplication', 'imp2', { operation: 'repair' })],
        110,
        /^That command went to imp2/,
      ],
      [
        'repair-one',
        'repaired, not back',
        [on(100, 'dbreplication', 'imp1', { operation: 'repair' })],
        170,
        /^Replication is 2 again/,
      ],
      [
        'repair-one',
        'repaired, then back',
        [on(100, 'dbreplication', 'imp1', { operation: 'repair' }), on(170, 'fallback', 'imp1')],
        200,
        'done',
      ],
      ['both-are-not-fit', 'switched on', [group(5, 'enable-ha')], 6, 'done'],
      [
        'repair-both',
        'a repair for a 4',
        [on(20, 'dbreplication', 'imp2', { operation: 'repair' })],
        30,
        /^A repair makes data match again/,
      ],
      [
        'repair-both',
        'recovered too early',
        [group(20, 'recover')],
        60,
        /^Recover started the service of imp1/,
      ],
      ['repair-both', 'a fallback', [on(20, 'fallback', 'imp1')], 30, /^In failed mode there is nobody/],
      [
        'repair-both',
        'reset, then recovered',
        [on(20, 'dbreplication', 'imp2', { operation: 'reset' }), group(150, 'recover')],
        190,
        'done',
      ],
      [
        'not-enabled-properly',
        'one of two started',
        [group(10, 'enable-ha'), on(20, 'start-srm', 'imp2')],
        40,
        /^imp2 has done its part/,
      ],
      [
        'not-enabled-properly',
        'both started',
        [group(10, 'enable-ha'), on(20, 'start-srm', 'imp2'), on(30, 'restart-srm', 'imp1')],
        50,
        'done',
      ],
    ],
  ],
  [
    assignment,
    [
      ['active-standby', 'none', [set(5, 'userAssignmentMode', 'none')], 6, /^You chose None/],
      ['active-standby', 'active-standby', [set(5, 'userAssignmentMode', 'active-standby')], 6, 'done'],
      ['standby-fails', 'the wrong node', [on(5, 'power-off', 'imp1')], 80, /^That was imp1/],
      ['standby-fails', 'the standby', [on(5, 'power-off', 'imp2')], 80, 'done'],
      ['active-fails', 'the standby', [on(5, 'power-off', 'imp2')], 80, /^That was the standby again/],
      ['active-fails', 'the active one', [on(5, 'power-off', 'imp1')], 1000, 'done'],
      [
        'none',
        'a user before the mode',
        [[5, { do: 'add-user', user: 'anna' }]],
        6,
        /^This user was assigned at once/,
      ],
      [
        'none',
        'the mode, no user yet',
        [set(5, 'userAssignmentMode', 'none')],
        6,
        /^The mode is None, and all 24/,
      ],
      [
        'none',
        'a user without a node',
        [set(5, 'userAssignmentMode', 'none'), [6, { do: 'add-user', user: 'anna' }]],
        9,
        /^The new user has no node/,
      ],
      [
        'none',
        'a node by the mode',
        [
          set(5, 'userAssignmentMode', 'none'),
          [6, { do: 'add-user', user: 'anna' }],
          set(8, 'userAssignmentMode', 'balanced'),
        ],
        9,
        'done',
      ],
      ['not-now', 'refused', [set(40, 'userAssignmentMode', 'none')], 41, 'done'],
    ],
  ],
  [
    interactions,
    [
      [
        'adding-users',
        'now',
        [[45, { do: 'add-user', user: 'anna' }]],
        50,
        /^Refused: a node of the cluster/,
      ],
      ['adding-users', 'fallback first', [on(45, 'fallback', 'imp1')], 80, /^You fell back first/],
      [
        'adding-users',
        'refused, back, added',
        [
          [45, { do: 'add-user', user: 'anna' }],
          on(46, 'fallback', 'imp1'),
          [80, { do: 'add-user', user: 'anna' }],
        ],
        81,
        'done',
      ],
      ['twice-as-long', 'after 200 s', [service(5, 'stop', 'imp1', 'Cisco SIP Proxy')], 206, 'done'],
      [
        'twice-as-long',
        'switched off',
        [[3, { do: 'set-multiple-device-messaging', on: false }]],
        5,
        /^You have switched the feature off/,
      ],
      ['stale', 'the node of the watcher', [on(5, 'failover', 'imp2')], 60, /^That moved user2/],
      ['stale', 'the node of the watched', [on(5, 'failover', 'imp1')], 600, 'done'],
      ['subscribe-again', 'again', [temporary(700, 'subscribe-temporary-presence')], 701, 'done'],
      [
        'thirty-seconds',
        'too soon',
        [temporary(5, 'delete-temporary-search'), temporary(20, 'search-temporary-presence')],
        21,
        /^Too soon/,
      ],
      [
        'thirty-seconds',
        'late enough at once',
        [temporary(5, 'delete-temporary-search'), temporary(40, 'search-temporary-presence')],
        41,
        /^You waited long enough at once/,
      ],
      [
        'thirty-seconds',
        'too soon, then late enough',
        [
          temporary(5, 'delete-temporary-search'),
          temporary(20, 'search-temporary-presence'),
          temporary(25, 'delete-temporary-search'),
          temporary(56, 'search-temporary-presence'),
        ],
        57,
        'done',
      ],
      [
        'another-group',
        'moved and back by itself',
        [user(5, 'move-user', { group: 'Second' })],
        600,
        /^user1 is online in Second, and nobody/,
      ],
      [
        'another-group',
        'logged out and in',
        [user(5, 'move-user', { group: 'Second' }), user(600, 'log-out'), user(605, 'log-in')],
        606,
        'done',
      ],
    ],
  ],
  [
    manual,
    [
      ['failover-by-page', 'the wrong node', [on(5, 'failover', 'imp2')], 30, /^You failed imp2 over/],
      ['failover-by-page', 'by command', [on(5, 'failover', 'imp1', byTerminal)], 30, /^That did it, but by/],
      ['failover-by-page', 'by page', [on(5, 'failover', 'imp1', { via: 'page' })], 30, 'done'],
      [
        'idle-stays-idle',
        'the recovery manager',
        [on(60, 'restart-srm', 'imp1')],
        80,
        /^You restarted the rec/,
      ],
      ['idle-stays-idle', 'a fallback', [on(60, 'fallback', 'imp1')], 70, /^That was a fallback/],
      ['idle-stays-idle', 'a reboot', [on(60, 'restart', 'imp1')], 240, 'done'],
      [
        'fallback-by-cli',
        'the wrong node',
        [on(300, 'fallback', 'imp2', byTerminal)],
        310,
        /^The command names/,
      ],
      [
        'fallback-by-cli',
        'by page',
        [on(300, 'fallback', 'imp1', { via: 'page' })],
        340,
        /^The users come home/,
      ],
      ['fallback-by-cli', 'by command', [on(300, 'fallback', 'imp1', byTerminal)], 340, 'done'],
      [
        'status-in-mid-air',
        'the other node',
        [on(5, 'failover', 'imp1', byTerminal)],
        8,
        /^You failed imp1 over/,
      ],
      ['status-in-mid-air', 'by command', [on(5, 'failover', 'imp2', byTerminal)], 8, 'done'],
      ['not-yet', 'at once', [on(185, 'fallback', 'imp1')], 190, /^Refused, and the state says why/],
      [
        'not-yet',
        'the service first',
        [service(185, 'start', 'imp1', 'Cisco Presence Engine'), on(210, 'fallback', 'imp1')],
        240,
        /^You started the service first/,
      ],
      [
        'not-yet',
        'refused, mended, back',
        [
          on(185, 'fallback', 'imp1'),
          service(190, 'start', 'imp1', 'Cisco Presence Engine'),
          on(210, 'fallback', 'imp1'),
        ],
        240,
        'done',
      ],
      ['recovery', 'a failover', [on(255, 'failover', 'imp1')], 260, /^Refused: from failed mode there is/],
      ['recovery', 'a recovery', [group(255, 'recover')], 290, 'done'],
    ],
  ],
  [
    nodeStates,
    [
      ['from-cold', 'one alone', [on(2, 'power-on', 'imp1')], 300, /^imp1 came up alone/],
      ['from-cold', 'both', [on(2, 'power-on', 'imp1'), on(2, 'power-on', 'imp2')], 140, 'done'],
      [
        'a-failover',
        'by a fault',
        [service(2, 'stop', 'imp1', 'Cisco SIP Proxy')],
        120,
        /^imp1 gave up because of a fault/,
      ],
      ['a-failover', 'on request', [on(2, 'failover', 'imp1')], 30, 'done'],
      ['a-fallback', 'on request', [on(60, 'fallback', 'imp1')], 100, 'done'],
      [
        'out-by-a-fault',
        'left broken',
        [service(2, 'stop', 'imp1', 'Cisco SIP Proxy')],
        120,
        /^Out, and broken/,
      ],
      [
        'out-by-a-fault',
        'on request',
        [on(2, 'failover', 'imp1')],
        30,
        /^Idle is where a failover on request/,
      ],
      ['the-backup-fails', 'a fallback', [on(200, 'fallback', 'imp1')], 240, /^With the users at home again/],
      ['the-backup-fails', 'a service', [service(200, 'stop', 'imp2', 'Cisco Sync Agent')], 300, 'done'],
      [
        'failed-mode',
        'mended first',
        [service(155, 'start', 'imp1', 'Cisco SIP Proxy'), service(180, 'stop', 'imp2', 'Cisco Sync Agent')],
        300,
        /^You mended imp1 first/,
      ],
      [
        'failed-mode',
        'in and out',
        [service(155, 'stop', 'imp2', 'Cisco Sync Agent'), group(300, 'recover')],
        340,
        'done',
      ],
      ['unknown', 'out of reach', [on(2, 'stop-srm', 'imp1')], 10, /^A node that cannot be reached/],
      ['unknown', 'off and on', [group(2, 'disable-ha'), group(10, 'enable-ha')], 11, 'done'],
    ],
  ],
];

describe.each(CASES.map(([lesson, cases]) => ({ slug: lesson.slug, lesson, cases })))(
  'lesson $slug',
  ({ lesson, cases }) => {
    it.each(cases)('%s: %s', (step, _, acts, untilSeconds, answer) => {
      const { met, reply } = play(lesson, step, acts, untilSeconds);
      expect(met).toBe(answer === 'done');
      if (answer !== 'done') expect(reply).toMatch(answer);
    });
  },
);
