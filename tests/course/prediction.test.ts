import { describe, expect, it } from 'vitest';
import type { Serving } from '../../src/course/attempt';
import type { Predict } from '../../src/course/exercise';
import {
  brierScore,
  isAllRight,
  predictedParts,
  questionGoals,
  servingOf,
  truthOf,
} from '../../src/course/prediction';
import { judgeRun, runOf } from './judging';

const GROUP = 'DefaultCUPSubCluster';
const pair = {
  format: 'presence-redundancy-scenario',
  version: 1,
  cluster: { nodes: [{ name: 'imp1' }, { name: 'imp2' }], users: 24 },
};
const failover = { at: 30, do: 'failover', node: 'imp1' };
const fallback = { at: 200, do: 'fallback', node: 'imp1' };
const isolate = { at: 30, do: 'isolate', node: 'imp1' };

describe('who serves the users', () => {
  it.each([
    ['each node its own', [], 30, 'own'],
    ['nobody while a failover moves them', [failover], 36, 'nobody'],
    ['the second node after a failover of the first', [failover], 60, 'second'],
    ['nobody while a fallback moves them', [failover, fallback], 205, 'nobody'],
    ['each node its own after the fallback', [failover, fallback], 300, 'own'],
    ['the first node after a failover of the second', [{ ...failover, node: 'imp2' }], 60, 'first'],
    ['both in a split brain', [isolate], 200, 'both'],
  ] satisfies [string, object[], number, Serving][])('is %s', (_, steps, atSeconds, serving) => {
    const view = runOf({ ...pair, steps }).viewAt({ timeMs: atSeconds * 1000 });
    expect(servingOf(view, GROUP)).toBe(serving);
  });

  it('is nobody to be told for a group without a pair', () => {
    const view = runOf({ ...pair, cluster: { nodes: [{ name: 'imp1' }], users: 24 } }).viewAt({ timeMs: 0 });
    expect(servingOf(view, GROUP)).toBeNull();
    expect(servingOf(view, 'nobody')).toBeNull();
  });
});

describe('the truth of a prediction', () => {
  const predict: Predict = {
    story: 's',
    atSeconds: 20,
    happens: [failover],
    untilSeconds: 60,
    pairOf: GROUP,
    question: {
      ask: 'a',
      options: [
        { id: 'asked', text: 't', holds: { node: 'imp2', is: { reason: 'On Admin Request' } } },
        { id: 'not-asked', text: 't', holds: { node: 'imp2', is: { reason: 'Peer Down' } } },
      ],
    },
    why: 'w',
  };
  const run = runOf({ ...pair, steps: [failover] });
  const view = run.viewAt({ timeMs: 60_000 });
  const since = { timeMs: 20_000, eventCount: Infinity };
  const answers = judgeRun(run, questionGoals(predict), 60, { since });
  const truth = truthOf(predict, view, answers);

  it('is what the engine shows at the instant', () => {
    expect(truth).toEqual({ pair: ['idle', 'running-in-backup-mode'], serving: 'second', answer: 'asked' });
  });

  it('says nothing of what was not asked', () => {
    const { pairOf: _pair, ...onlyQuestion } = predict;
    expect(truthOf(onlyQuestion, view, answers)).toEqual({ pair: null, serving: null, answer: 'asked' });
    const { question: _question, ...onlyPair } = predict;
    expect(truthOf(onlyPair, view, []).answer).toBeNull();
  });

  it('is compared part by part', () => {
    const guess = { ...truth, pair: ['idle', 'normal'] } as const;
    expect(predictedParts(guess, truth).filter(({ right }) => !right)).toEqual([
      { part: 'second-state', right: false },
    ]);
    expect(isAllRight(guess, truth)).toBe(false);
    expect(isAllRight(truth, truth)).toBe(true);
  });

  it('scores confidence by Brier', () => {
    expect(brierScore(1, true)).toBe(0);
    expect(brierScore(1, false)).toBe(1);
    expect(brierScore(0.5, true)).toBe(0.25);
    expect(brierScore(0.5, false)).toBe(0.25);
  });
});
