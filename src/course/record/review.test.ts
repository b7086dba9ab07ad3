import * as fc from 'fast-check';
import { Rating } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { anyRecord, resultOf } from '../../../tests/fixtures/progress/records';
import { mergeRecords } from './merge';
import { EMPTY_RECORD, resultAsRecord, type KeptResult, type ProgressRecord } from './record';
import {
  afterItem,
  cardOf,
  gradeOf,
  MOST_A_DAY,
  planReview,
  type Reviewable,
  type ReviewItem,
} from './review';

const DAY_MS = 86_400_000;
/** Noon of a day, counted from one in 2026. */
const noon = (day: number) => Date.UTC(2026, 4, 1, 12) + day * DAY_MS;

const exercises: Reviewable[] = [
  { id: 'a', family: 'lost-peers', variants: ['one', 'two'] },
  { id: 'b', family: 'lost-peers', variants: ['one'] },
  { id: 'c', family: 'failed-mode', variants: ['one', 'two', 'three'] },
  { id: 'd', family: 'interactions', variants: ['one'] },
];

let count = 0;
const transfer = (some: Partial<KeptResult>): ProgressRecord =>
  resultAsRecord(
    resultOf({ id: `r${String(++count)}`, phase: 'transfer', variant: 'one', score: 90, ...some }),
  );
const recordOf = (...records: ProgressRecord[]) => records.reduce(mergeRecords, EMPTY_RECORD);
const planAt = (day: number, record: ProgressRecord, of = exercises) =>
  planReview(record, of, noon(day) - DAY_MS / 2, noon(day) + DAY_MS / 2);
const idsAt = (day: number, record: ProgressRecord) =>
  planAt(day, record).today.map(({ exercise }) => exercise);

describe('what a transfer is worth to the scheduler', () => {
  it.each([
    [0, 0, Rating.Again],
    [59, 0, Rating.Again],
    [60, 0, Rating.Hard],
    [79, 0, Rating.Hard],
    [80, 0, Rating.Good],
    [100, 1, Rating.Hard],
    [95, 0, Rating.Easy],
  ])('of score %d with help %d', (score, hints, grade) => {
    expect(gradeOf({ score, hints })).toBe(grade);
  });
});

describe('the mixed review', () => {
  it('asks for nothing that was not done in another guise yet', () => {
    const record = recordOf(transfer({ exercise: 'a', phase: 'restore', atMs: noon(0) }));
    expect(planAt(30, record)).toEqual({ today: [], waiting: 0, nextAtMs: null });
  });

  it('asks again after some days, and after more the better it went and the more often', () => {
    const dueAfter = (...results: Partial<KeptResult>[]) => {
      const record = recordOf(...results.map((some) => transfer({ exercise: 'a', ...some })));
      return (planAt(-100, record).nextAtMs! - results.at(-1)!.atMs!) / DAY_MS;
    };
    const missed = dueAfter({ atMs: noon(0), score: 20 });
    const good = dueAfter({ atMs: noon(0), score: 85 });
    const easy = dueAfter({ atMs: noon(0), score: 100 });
    const twice = dueAfter({ atMs: noon(0), score: 85 }, { atMs: noon(good), score: 85 });
    expect(missed).toBe(1);
    expect(good).toBeGreaterThan(missed);
    expect(easy).toBeGreaterThan(good);
    expect(twice).toBeGreaterThan(good);
    expect(dueAfter({ atMs: noon(0), score: 85 }, { atMs: noon(good), score: 10 })).toBeLessThan(good);
  });

  it('counts the first of one sitting only', () => {
    const first = resultOf({ phase: 'transfer', score: 10, atMs: noon(0) });
    const again = resultOf({ phase: 'transfer', score: 100, atMs: noon(0) + 3_600_000 });
    expect(cardOf([first, again])).toEqual(cardOf([first]));
    expect(cardOf([])).toBeNull();
  });

  it('brings back first what was missed, and mixes the families', () => {
    const record = recordOf(
      transfer({ exercise: 'a', atMs: noon(0), score: 85 }),
      transfer({ exercise: 'b', atMs: noon(1), score: 85 }),
      transfer({ exercise: 'c', atMs: noon(2), score: 85 }),
      transfer({ exercise: 'd', atMs: noon(3), score: 5 }),
    );
    expect(idsAt(3, record)).not.toContain('d');
    expect(idsAt(40, record)).toEqual(['d', 'a', 'c', 'b']);
    expect(planAt(40, record).today[0]?.wasMissed).toBe(true);
  });

  it('asks in the guise that was had least often', () => {
    const record = recordOf(
      transfer({ exercise: 'c', variant: 'one', atMs: noon(0) }),
      transfer({ exercise: 'c', variant: 'three', atMs: noon(10) }),
    );
    expect(planAt(90, record).today[0]?.variant).toBe('two');
    const all = recordOf(record, transfer({ exercise: 'c', variant: 'two', atMs: noon(90) }));
    expect(planAt(400, all).today[0]?.variant).toBe('one');
  });

  it('leaves what is too much for one day to the next', () => {
    const many = Array.from({ length: 9 }, (_, index) => ({ ...exercises[0]!, id: `x${String(index)}` }));
    const done = many.map(({ id }) => transfer({ exercise: id, atMs: noon(0) }));
    const plan = planAt(60, recordOf(...done), many);
    expect([plan.today.length, plan.waiting]).toEqual([MOST_A_DAY, 3]);
    const [first] = plan.today;
    const after = recordOf(...done, transfer({ exercise: first!.exercise, atMs: noon(60), inReview: true }));
    expect([planAt(60, after, many).today.length, planAt(60, after, many).waiting]).toEqual([5, 3]);
    expect(planAt(61, after, many).today).toHaveLength(MOST_A_DAY);
  });

  it('gives the same plan whatever the order in which records came together, and never asks for what is not there', () => {
    fc.assert(
      fc.property(anyRecord, anyRecord, (a, b) => {
        const plan = planAt(30, mergeRecords(a, b));
        expect(planAt(30, mergeRecords(b, a))).toEqual(plan);
        expect(new Set(plan.today.map(({ exercise }) => exercise)).size).toBe(plan.today.length);
        for (const { exercise, variant } of plan.today)
          expect(exercises.find(({ id }) => id === exercise)?.variants).toContain(variant);
      }),
    );
  });
});

describe('going on after an item', () => {
  const item = (exercise: string, variant: string): ReviewItem => ({
    exercise,
    variant,
    family: 'lost-peers',
    wasMissed: false,
    dueAtMs: 0,
  });
  const queue = [item('a', 'two'), item('d', 'one')];

  it('leaves it behind if it went well enough', () => {
    expect(afterItem(queue, 60, exercises)).toEqual([item('d', 'one')]);
    expect(afterItem([], 0, exercises)).toEqual([]);
  });

  it('brings it back at the end, in another guise, if it was missed', () => {
    expect(afterItem(queue, 59, exercises)).toEqual([
      item('d', 'one'),
      { ...item('a', 'one'), wasMissed: true },
    ]);
  });
});
