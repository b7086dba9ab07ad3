import { describe, expect, it } from 'vitest';
import type { GoalTree } from '../../course/judgement';
import { missingLines } from './missing';

const tree = (parts: Partial<GoalTree>): GoalTree => ({
  kind: 'fact',
  met: false,
  sinceMs: 0,
  about: 'State of imp1',
  expected: 'Normal',
  seen: 'Idle',
  parts: [],
  waits: [],
  ...parts,
});

const textsOf = (goal: GoalTree) => missingLines(goal, 1_000).map(({ text }) => text);

describe('what is still missing', () => {
  it('is nothing where the goal is met', () => {
    expect(textsOf(tree({ met: true }))).toEqual([]);
  });

  it('is said fact by fact, with what is waited for and how long', () => {
    const waits = [
      { node: 'imp1', text: 'a fallback', untilMs: null },
      { node: 'imp1', text: 'Boot', untilMs: 61_000 },
    ];
    expect(missingLines(tree({ waits }), 1_000)).toEqual([
      {
        text: 'State of imp1: Idle. Wanted: Normal.',
        waits: ['imp1 waits for a fallback.', 'imp1 waits for Boot: 1:00 left.'],
      },
    ]);
  });

  it('names the steps that were not done or tried', () => {
    const step = { about: 'Failover on imp1', seen: 'not yet' };
    expect(textsOf(tree({ ...step, expected: 'done' }))).toEqual(['Failover on imp1: not done yet.']);
    expect(textsOf(tree({ ...step, expected: 'refused' }))).toEqual(['Failover on imp1: not tried yet.']);
  });

  it('leaves out what is met, says a thing once, and of an order the next only', () => {
    const other = tree({ about: 'State of imp2' });
    expect(textsOf(tree({ kind: 'all', parts: [tree({ met: true }), other, other] }))).toEqual([
      'State of imp2: Idle. Wanted: Normal.',
    ]);
    expect(textsOf(tree({ kind: 'in-order', parts: [tree({ met: true }), other, tree({})] }))).toEqual([
      'State of imp2: Idle. Wanted: Normal.',
    ]);
  });

  it('says what must not be, and which of several would do', () => {
    expect(textsOf(tree({ kind: 'not', parts: [tree({ met: true, seen: 'Normal' })] }))).toEqual([
      'State of imp1: Normal. It must not be so.',
    ]);
    const either = tree({ kind: 'any', parts: [tree({}), tree({ about: 'State of imp2' })] });
    expect(textsOf(either)).toEqual([
      'State of imp1: Idle. Wanted: Normal — or: State of imp2: Idle. Wanted: Normal.',
    ]);
    expect(textsOf(tree({ kind: 'any', parts: [tree({}), tree({})] }))).toEqual([
      'State of imp1: Idle. Wanted: Normal.',
    ]);
  });

  it('says how long something has to hold yet, once it does', () => {
    const part = tree({ met: true, seen: 'Normal' });
    const holds = { kind: 'holds', about: 'Without a break', expected: '600 s', seen: '12 s' } as const;
    expect(textsOf(tree({ ...holds, parts: [part] }))).toEqual([
      'State of imp1: Normal, without a break: 12 s. Wanted: 600 s.',
    ]);
    expect(textsOf(tree({ ...holds, parts: [tree({})] }))).toEqual(['State of imp1: Idle. Wanted: Normal.']);
  });

  it('says what comes in time while there is time, and that it is too late after that', () => {
    const within = { kind: 'within', about: 'In time', expected: 'within 30 s', parts: [tree({})] } as const;
    expect(textsOf(tree({ ...within, seen: 'still in time' }))).toEqual([
      'State of imp1: Idle. Wanted: Normal.',
    ]);
    expect(textsOf(tree({ ...within, seen: 'too late' }))).toEqual([
      'In time: too late. Wanted: within 30 s.',
    ]);
  });
});
