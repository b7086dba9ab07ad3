import { describe, expect, it } from 'vitest';
import type { Goal } from '../../src/course/goal';
import { repertoireFor } from '../../src/course/search/moves';
import { walkTo } from '../../src/course/search/par';
import { cheapestWay, type Quest } from '../../src/course/search/search';
import { Sight } from '../../src/course/sight';
import { Watch } from '../../src/course/watch';
import { canonicalHash, type Step, type Walk } from '../../src/engine';
import { judgeMoves, tenthsOf } from './search-play';

const CLUSTER = {
  format: 'presence-redundancy-scenario',
  version: 1,
  cluster: { nodes: [{ name: 'imp1' }, { name: 'imp2' }], users: 24 },
};
const GROUP = 'DefaultCUPSubCluster';

const HOME: Goal = {
  all: [
    {
      holds: {
        all: [
          { node: 'imp1', is: { state: 'normal' } },
          { node: 'imp2', is: { state: 'normal' } },
        ],
      },
      forSeconds: 120,
    },
    { users: { waiting: 0 } },
  ],
};

/** imp1 has failed over because a service stopped, and all its clients are back, on imp2. */
const FAILED_OVER = {
  steps: [{ at: 30, do: 'stop-service', node: 'imp1', service: 'Cisco XCP Router' }],
  atSeconds: 900,
};

const homeFrom = (begin: typeof FAILED_OVER, change: Partial<Quest> = {}): Quest => ({
  from: walkTo(CLUSTER, begin),
  fromMs: begin.atSeconds * 1000,
  goal: HOME,
  repertoire: repertoireFor([], false),
  cheapest: 'user-minutes',
  everyoneHome: true,
  ...change,
});

const doneIn = (quest: Quest): readonly string[] =>
  cheapestWay(quest)?.moves.map(({ step }) => step.do) ?? ['nothing is found'];

const hashOf = ({ state }: Walk): string => canonicalHash(state as never);

describe('the search for the cheapest way', { timeout: 60_000 }, () => {
  it('starts what is down and falls back', () => {
    expect(doneIn(homeFrom(FAILED_OVER))).toEqual(['start-service', 'fallback']);
  });

  it('does nothing where nothing need be done', () => {
    const found = cheapestWay(homeFrom({ steps: [], atSeconds: 10 }));
    expect(found).toEqual({ moves: [], goalAfterMs: 120_000, costMs: 0 });
  });

  it('finds the same again, and leaves the run that it starts from as it is', () => {
    const quest = homeFrom(FAILED_OVER);
    const before = hashOf(quest.from);
    const found = cheapestWay(quest);
    expect(hashOf(quest.from)).toBe(before);
    expect(cheapestWay(quest)).toEqual(found);
  });

  it('tells what its run costs when it is played', () => {
    const found = cheapestWay(homeFrom(FAILED_OVER))!;
    const [goal] = judgeMoves(CLUSTER, FAILED_OVER, found.moves, [HOME], found.goalAfterMs);
    expect(goal?.firstMet?.atMs).toBe(900_000 + found.goalAfterMs);
    expect(tenthsOf(goal!)).toBe(Math.round(found.costMs / 6_000));
  });

  it('is cheaper than the same moves made later', () => {
    const { moves, costMs, goalAfterMs } = cheapestWay(homeFrom(FAILED_OVER))!;
    for (const lateMs of [20_000, 60_000, 200_000]) {
      const late = moves.map((move) => ({ ...move, afterMs: move.afterMs + lateMs }));
      const [goal] = judgeMoves(CLUSTER, FAILED_OVER, late, [HOME], 2 * goalAfterMs + 1_000_000);
      expect(tenthsOf(goal!)).toBeGreaterThanOrEqual(Math.round(costMs / 6_000));
    }
  });

  it('keeps away from what must not come to hold', () => {
    const avoid: Goal[] = [{ step: { do: 'start-service' }, outcome: 'done' }];
    const moves = doneIn(homeFrom(FAILED_OVER, { avoid }));
    expect(moves).toEqual(['restart', 'fallback']);
  });

  it('leaves out lists of moves, also with others between them', () => {
    const without: Step[][] = [
      [
        { do: 'start-service', node: 'imp1', service: 'Cisco XCP Router' },
        { do: 'fallback', node: 'imp1' },
      ],
    ];
    const moves = cheapestWay(homeFrom(FAILED_OVER, { without }))!.moves.map(({ step }) => step);
    expect(moves).not.toEqual([]);
    const start = moves.findIndex((step) => step.do === 'start-service' && step.node === 'imp1');
    const fallback = moves.findLastIndex((step) => step.do === 'fallback' && step.node === 'imp1');
    expect(start >= 0 && start < fallback).toBe(false);
  });

  it('finds nothing beyond its limits', () => {
    expect(cheapestWay(homeFrom(FAILED_OVER, { limits: { actions: 1 } }))).toBeNull();
    const limits = { timeMs: 130_000, actions: 2 };
    expect(cheapestWay(homeFrom(FAILED_OVER, { limits }))).toBeNull();
  });

  it('takes fewer actions, or fewer user-minutes, as it is told', () => {
    const begin = {
      steps: [
        { at: 30, do: 'stop-service', node: 'imp1', service: 'Cisco SIP Proxy' },
        { at: 31, do: 'stop-service', node: 'imp1', service: 'Cisco Presence Engine' },
      ],
      atSeconds: 200,
    };
    const few = cheapestWay(homeFrom(begin, { cheapest: 'actions' }))!;
    const kind = cheapestWay(homeFrom(begin))!;
    expect(few.moves.length).toBeLessThan(kind.moves.length);
    expect(kind.costMs).toBeLessThan(few.costMs);
  });

  it('reaches a row by faults where it may make them', () => {
    const start = { from: walkTo(CLUSTER, { atSeconds: 10 }), fromMs: 10_000 };
    const row13: Goal = { group: GROUP, is: { row: 13 } };
    const quest: Quest = { ...start, goal: row13, repertoire: repertoireFor([], true), cheapest: 'actions' };
    expect(doneIn(quest)).toEqual(['stop-database']);
  });
});

describe('a run that is split', () => {
  it('goes on twice, each for itself', () => {
    const walk = walkTo(CLUSTER, { atSeconds: 10 });
    const other = walk.fork();
    const before = hashOf(walk);
    other.intend({ atMs: 20_000, via: null, step: { do: 'power-off', node: 'imp1' } });
    while (other.step(100_000));
    expect(hashOf(walk)).toBe(before);
    expect(other.state.nodes[0]?.platform).toBe('off');
  });

  it('takes up a new step before those that are still to come, and keeps these', () => {
    const walk = walkTo(CLUSTER, {
      steps: [{ at: 50, do: 'power-off', node: 'imp1' }],
      atSeconds: 10,
    }).fork();
    walk.intend({ atMs: 20_000, via: null, step: { do: 'stop-srm', node: 'imp2' } });
    while (walk.step(30_000));
    expect(walk.state.nodes.map(({ platform, srm }) => [platform, srm])).toEqual([
      ['up', 'running'],
      ['up', 'stopped'],
    ]);
    while (walk.step(60_000));
    expect(walk.state.nodes[0]?.platform).toBe('off');
  });
});

/** One goal of each kind that looks back. */
const BACKWARD: readonly Goal[] = [
  { ever: { node: 'imp1', is: { state: 'unreachable' } } },
  { holds: { node: 'imp2', is: { state: 'running-in-backup-mode' } }, forSeconds: 30 },
  { within: { node: 'imp2', is: { state: 'running-in-backup-mode' } }, seconds: 100 },
  {
    inOrder: [
      { node: 'imp1', is: { state: 'unreachable' } },
      { node: 'imp2', is: { state: 'taking-over' } },
      { node: 'imp2', is: { state: 'running-in-backup-mode' } },
    ],
  },
  { step: { do: 'power-off' }, outcome: 'done' },
  { not: { step: { do: 'power-off' }, outcome: 'done' } },
  { any: [{ step: { do: 'failover' }, outcome: 'done' }, { ever: { users: { waiting: { atLeast: 12 } } } }] },
];

describe('a watch that is split', () => {
  const walk = walkTo(CLUSTER, { steps: [{ at: 50, do: 'power-off', node: 'imp1' }], atSeconds: 10 });

  /** Looks on until an instant. */
  function watchUntil(watch: Watch, on: Walk, untilMs: number): void {
    while (on.step(untilMs)) watch.look(new Sight(on.state, on.state.timeMs, on.asked));
  }

  it('has seen the same, and goes on by itself', () => {
    for (const splitMs of [20_000, 60_000, 112_000, 130_000]) {
      const whole = new Watch(BACKWARD);
      const run = walk.fork();
      watchUntil(whole, run, splitMs);
      const copy = whole.copy();
      expect(copy.memory).toBe(whole.memory);
      const seen = whole.firstMetMs;
      watchUntil(copy, run.fork(), 300_000);
      expect(whole.firstMetMs).toEqual(seen);
      watchUntil(whole, run, 300_000);
      expect(copy.firstMetMs).toEqual(whole.firstMetMs);
      expect(copy.memory).toBe(whole.memory);
    }
  });

  it('remembers what decides over what is still to come', () => {
    for (const goal of BACKWARD) {
      const early = new Watch([goal]);
      const run = walk.fork();
      watchUntil(early, run, 20_000);
      const before = early.memory;
      watchUntil(early, run, 300_000);
      expect(early.memory).not.toBe(before);
    }
  });
});
