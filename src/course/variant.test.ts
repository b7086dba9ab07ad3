import { describe, expect, it } from 'vitest';
import type { Drive, Exercise } from './exercise';
import { phaseGoal } from './phase-goal';
import { variantOf } from './variant';

const drive = (node: string): Drive => ({
  task: `Look after ${node}, not after imp10 or ximp1.`,
  atSeconds: 0,
  goal: { node, is: { services: { 'Cisco XCP Router': 'stopped' } } },
  hints: { where: node, meaning: 'm', command: 'c', solution: 's' },
  solutions: [{ id: 's', title: `imp1's and imp2's`, steps: [], untilSeconds: 1 }],
  done: 'd',
});

const exercise: Exercise = {
  format: 'presence-redundancy-exercise',
  version: 1,
  id: 'imp1',
  revision: 1,
  title: 't',
  family: 'lost-peers',
  support: 'worked',
  row: 1,
  summary: 's',
  scenario: { cluster: { nodes: [{ name: 'imp1' }, { name: 'imp2' }] } },
  predict: { story: 's', atSeconds: 0, happens: [], untilSeconds: 1, why: 'w' },
  reach: drive('imp1'),
  explain: { atSeconds: 0, ask: 'a', causes: [], evidence: [] },
  restore: drive('imp2'),
  transfer: [],
};

describe('the exercise of a variant', () => {
  const variant = {
    id: 'v',
    story: 's',
    phases: ['reach'],
    rename: { imp1: 'imp2', imp2: 'imp1', 'Cisco XCP Router': 'Cisco SIP Proxy' },
  } as const;

  it('has whole names exchanged in texts, values and keys, all at once', () => {
    const { reach, restore, scenario } = variantOf(exercise, variant);
    expect(reach.task).toBe('Look after imp2, not after imp10 or ximp1.');
    expect(reach.goal).toEqual({ node: 'imp2', is: { services: { 'Cisco SIP Proxy': 'stopped' } } });
    expect(reach.solutions[0]!.title).toBe(`imp2's and imp1's`);
    expect(restore.task).toContain('Look after imp1,');
    expect(scenario).toEqual({ cluster: { nodes: [{ name: 'imp2' }, { name: 'imp1' }] } });
  });

  it('keeps its id and has no variants', () => {
    expect(variantOf({ ...exercise, transfer: [variant] }, variant)).toMatchObject({
      id: 'imp1',
      transfer: [],
    });
  });

  it('takes what it has instead as it stands', () => {
    const reach = drive('imp1');
    expect(variantOf(exercise, { ...variant, instead: { reach } }).reach).toEqual(reach);
  });

  it('is the same without renaming', () => {
    expect(variantOf(exercise, { id: 'v', story: 's', phases: ['reach'] })).toEqual(exercise);
  });
});

describe('the goal of a phase', () => {
  it('is what the exercise says', () => {
    expect(phaseGoal(exercise, 'reach')).toBe(exercise.reach.goal);
    expect(phaseGoal(exercise, 'restore')).toBe(exercise.restore.goal);
  });

  it('is that every pair is Normal for two minutes with nobody waiting, where restore does not say', () => {
    const { goal: _goal, ...restore } = exercise.restore;
    const cluster = {
      nodes: ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name })),
      groups: [{ nodes: ['d', 'b'] }, { nodes: ['e'] }],
    };
    expect(phaseGoal({ ...exercise, restore, scenario: { cluster } }, 'restore')).toEqual({
      all: [
        {
          holds: {
            all: [
              { node: 'd', is: { state: 'normal' } },
              { node: 'b', is: { state: 'normal' } },
            ],
          },
          forSeconds: 120,
        },
        { users: { waiting: 0 } },
      ],
    });
  });
});
