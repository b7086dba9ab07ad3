import { describe, expect, it } from 'vitest';
import { PHASES } from '../exercise';
import { brierScore, calibrationOf } from './calibration';
import { isMastering, standings } from './mastery';
import { mergeRecords } from './merge';
import {
  attemptAsRecord,
  EMPTY_RECORD,
  resultAsRecord,
  type KeptResult,
  type ProgressRecord,
} from './record';
import { attemptOf, resultOf } from '../../../tests/fixtures/progress/records';

const recordOf = (...results: Partial<KeptResult>[]): ProgressRecord =>
  results
    .map((some, index) =>
      resultAsRecord(resultOf({ id: `r${String(index)}`, atMs: 1000 * (index + 1), ...some })),
    )
    .reduce(mergeRecords, EMPTY_RECORD);

const allPhases = PHASES.map((phase) => ({ phase, score: 70 }));

describe('mastery of an exercise', () => {
  const masteryOf = (record: ProgressRecord) => standings(record).get('x')?.mastery;

  it.each<[string, ProgressRecord, string | undefined]>([
    ['nothing is kept', EMPTY_RECORD, undefined],
    ['an attempt is under way', attemptAsRecord(EMPTY_RECORD, 'x', attemptOf('x'), 1), 'begun'],
    ['an attempt was given up', attemptAsRecord(EMPTY_RECORD, 'x', null, 1), undefined],
    ['one phase is done', recordOf({}), 'begun'],
    ['all but the transfer are done', recordOf(...allPhases.slice(0, 4)), 'begun'],
    ['all phases are done', recordOf(...allPhases), 'done'],
    ['the transfer went well', recordOf(...allPhases, { phase: 'transfer', score: 80 }), 'mastered'],
    ['the transfer fell a little short', recordOf(...allPhases, { phase: 'transfer', score: 79 }), 'done'],
    ['the transfer took help', recordOf(...allPhases, { phase: 'transfer', score: 95, hints: 1 }), 'done'],
    [
      'a good transfer was followed by a bad one',
      recordOf({ phase: 'transfer' }, { phase: 'transfer', score: 5 }),
      'mastered',
    ],
    ['a good score was had elsewhere', recordOf({ phase: 'restore', score: 100 }), 'begun'],
  ])('where %s', (_, record, mastery) => {
    expect(masteryOf(record)).toBe(mastery);
  });

  it('tells when, in how many attempts and with what help, up to the first time', () => {
    const record = recordOf(
      { phase: 'reach', hints: 2, begunAtMs: 1 },
      { phase: 'transfer', score: 60, begunAtMs: 1 },
      { phase: 'transfer', score: 90, begunAtMs: 2 },
      { phase: 'restore', hints: 4, begunAtMs: 3 },
      { phase: 'transfer', score: 100, begunAtMs: 3 },
    );
    expect(standings(record).get('x')).toEqual({
      mastery: 'mastered',
      phases: ['reach', 'restore', 'transfer'],
      transferScore: 90,
      masteredAtMs: 3000,
      hints: 2,
      attempts: 2,
      lastAtMs: 5000,
    });
  });

  it('is only of the exercise that was played', () => {
    const record = recordOf({ phase: 'transfer', exercise: 'y' }, {});
    expect(standings(record).get('y')?.mastery).toBe('mastered');
    expect(standings(record).get('x')?.mastery).toBe('begun');
  });

  it('is shown by a transfer alone', () => {
    expect(PHASES.filter((phase) => isMastering(resultOf({ phase })))).toEqual(['transfer']);
  });
});

describe('calibration', () => {
  const told = (confidence: number, right: boolean) => ({ prediction: { confidence, right } });

  it.each([
    [1, true, 0],
    [1, false, 1],
    [0.5, true, 0.25],
    [0.5, false, 0.25],
    [0.8, false, 0.64],
  ])('scores a confidence of %d that is right: %s, as %d', (confidence, right, score) => {
    expect(brierScore(confidence, right)).toBeCloseTo(score, 10);
  });

  it('of no predictions is none', () => {
    expect(calibrationOf(recordOf({}))).toMatchObject({ count: 0, overall: null, course: [] });
  });

  it('looks back on the last eight at each', () => {
    const { course, overall, count } = calibrationOf(
      recordOf(...Array.from({ length: 10 }, (_, index) => told(0.9, index >= 5))),
    );
    expect(count).toBe(10);
    expect(overall?.right).toBe(0.5);
    expect(course.map(({ count }) => count)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 8, 8]);
    expect(course.at(-1)?.right).toBe(5 / 8);
    expect(course.at(-1)?.confidence).toBeCloseTo(0.9, 10);
    expect(course.map(({ atMs }) => atMs)).toEqual([...course.keys()].map((index) => (index + 1) * 1000));
  });

  it('tells how often each class of confidence was right', () => {
    const { classes } = calibrationOf(
      recordOf(told(0.5, false), told(0.59, true), told(0.6, true), told(0.9, true), told(1, false)),
    );
    expect(classes.map(({ count, right }) => [count, right])).toEqual([
      [2, 0.5],
      [1, 1],
      [0, null],
      [0, null],
      [2, 0.5],
    ]);
  });
});
