import { expect, it } from 'vitest';
import { goalLines } from './goal-lines';
import type { GoalTree } from './judgement';

const tree = (some: Partial<GoalTree>): GoalTree => ({
  ...{ kind: 'all', met: true, sinceMs: 0, about: '', expected: '', seen: '', parts: [], waits: [] },
  ...some,
});
const fact = (about: string, expected: string, met = true) => tree({ kind: 'fact', about, expected, met });

it('tells every part of a goal, of alternatives those that are met, and nothing of what must not be', () => {
  const goal = tree({
    parts: [
      tree({
        kind: 'holds',
        about: 'Without a break',
        expected: '120 s',
        parts: [fact('State of imp1', 'Normal')],
      }),
      tree({ kind: 'any', parts: [fact('State of imp2', 'Idle', false), fact('State of imp2', 'Normal')] }),
      tree({ kind: 'not', parts: [fact('Users waiting', '1')] }),
    ],
  });
  expect(goalLines(goal)).toEqual([
    'Without a break: 120 s',
    'State of imp1: Normal',
    'State of imp2: Normal',
  ]);
});
