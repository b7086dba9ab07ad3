import { describe, expect, it } from 'vitest';
import type { Guess, Truth } from './attempt';
import type { Explain } from './exercise';
import { gradeDrive, gradeExplain, gradePredict } from './grade';

const clean = { actions: 2, userMinutes: 40, hints: 0, penalised: 0 };
const par = { actions: 2, userMinutes: 40 };

describe('the grade of a phase that is driven', () => {
  it.each([
    ['the cheapest way without help', {}, 100],
    ['a quarter and a minute more than par', { userMinutes: 51 }, 100],
    ['half as much again as is free', { userMinutes: 76.5 }, 85],
    ['much more than is free', { userMinutes: 4_000 }, 70],
    ['fewer actions than par', { actions: 1 }, 100],
    ['one action more', { actions: 3 }, 95],
    ['many actions more', { actions: 30 }, 80],
    ['one penalised move', { penalised: 1 }, 85],
    ['the first tier of help', { hints: 1 }, 95],
    ['the second tier of help', { hints: 2 }, 90],
    ['the third tier of help', { hints: 3 }, 85],
    ['the solution played', { hints: 4 }, 40],
    ['the solution played after much else', { hints: 4, penalised: 3, actions: 30 }, 20],
    ['everything at once', { hints: 4, penalised: 9, actions: 30, userMinutes: 4_000 }, 0],
  ])('for %s', (_, figures, score) => {
    expect(gradeDrive({ ...clean, ...figures }, par).score).toBe(score);
  });

  it('says where every point went', () => {
    const { score, deductions } = gradeDrive({ actions: 3, userMinutes: 76.5, hints: 4, penalised: 1 }, par);
    expect(deductions).toEqual([
      { why: 'hint', points: 15 },
      { why: 'penalised', points: 15 },
      { why: 'actions', points: 5 },
      { why: 'user-minutes', points: 15 },
      { why: 'played', points: 10 },
    ]);
    expect(deductions.reduce((points, one) => points - one.points, 100)).toBe(score);
  });

  it('counts neither actions nor user-minutes where there is no par', () => {
    expect(gradeDrive({ ...clean, actions: 30, userMinutes: 4_000 }).score).toBe(100);
  });
});

describe('the grade of a prediction', () => {
  const truth: Truth = { pair: ['idle', 'running-in-backup-mode'], serving: 'second', answer: 'at-once' };
  const guess = (parts: Partial<Guess>): Guess => ({ ...truth, confidence: 1, ...parts });

  it.each([
    ['all right and sure', {}, 100],
    ['all right and unsure', { confidence: 0.5 }, 95],
    ['one of four wrong and sure', { answer: 'later' }, 60],
    ['one of four wrong and unsure', { answer: 'later', confidence: 0.5 }, 75],
    ['the states the wrong way round', { pair: ['running-in-backup-mode', 'idle'], confidence: 0.5 }, 55],
    ['nothing said', { pair: null, serving: null, answer: null }, 0],
  ] satisfies [string, Partial<Guess>, number][])('for %s', (_, parts, score) => {
    expect(gradePredict(guess(parts), truth).score).toBe(score);
  });

  it('counts only what was asked for', () => {
    const asked: Truth = { pair: null, serving: null, answer: 'at-once' };
    expect(gradePredict({ ...asked, confidence: 1 }, asked).score).toBe(100);
  });
});

describe('the grade of cause and evidence', () => {
  const fact = { multipleDeviceMessaging: true };
  const refutation = { atSeconds: 1, shows: fact, say: '' };
  const explain: Explain = {
    atSeconds: 1,
    ask: '',
    causes: [
      { id: 'right', text: '', say: '' },
      { id: 'wrong', text: '', say: '', refutation },
      { id: 'wrong-too', text: '', say: '', refutation },
    ],
    evidence: [
      { id: 'telling', text: '', fact, right: true, say: '' },
      { id: 'false', text: '', fact, right: false, say: '' },
      { id: 'idle', text: '', fact, right: false, alsoIn: 'wrong', say: '' },
    ],
  };

  it.each([
    ['right at once', ['right'], ['telling'], 100],
    ['a wrong cause first', ['wrong', 'right'], ['telling'], 80],
    ['the same wrong cause twice', ['wrong', 'wrong', 'right'], ['telling'], 80],
    ['evidence that tells nothing', ['right'], ['telling', 'idle'], 90],
    ['evidence left out', ['right'], [], 90],
    ['everything wrong', ['wrong', 'wrong-too', 'right'], ['false', 'idle'], 30],
  ])('for %s', (_, causes, evidence, score) => {
    expect(gradeExplain({ causes, evidence }, explain).score).toBe(score);
  });
});
