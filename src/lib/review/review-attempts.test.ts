import { describe, expect, it } from 'vitest';
import { attemptOf } from '../../../tests/fixtures/progress/records';
import { TestStorage } from '../../../tests/fixtures/progress/storage';
import type { PlayedExercise } from '../exercise/played';
import { ProgressStore } from '../progress/store';
import { ReviewAttempts } from './review-attempts';

const par = { actions: 2, userMinutes: 3 };
const exercise = {
  id: 'x',
  revision: 2,
  transfer: [
    { id: 'swapped', restore: { par } },
    { id: 'other', restore: null },
  ],
} as unknown as PlayedExercise;

const storeOn = (storage: TestStorage) =>
  new ProgressStore({ storage: () => storage, locks: undefined, events: new EventTarget() });

describe('an item of the review', () => {
  it('begins with its transfer, beside an attempt at the whole exercise', () => {
    const store = storeOn(new TestStorage());
    const { at, variant, transfer } = new ReviewAttempts(exercise, 'other', () => undefined, store).latest();
    expect([at, variant]).toEqual(['transfer', 'other']);
    expect(transfer).toEqual({ reach: null, explain: null, restore: null });
    expect(store.record.attempts).toEqual({});
  });

  it('goes on where it was left half done, and begins anew in another guise or once it is done', async () => {
    const storage = new TestStorage();
    const store = storeOn(storage);
    const scores: number[] = [];
    const begun = { ...attemptOf('x'), at: 'transfer' as const };
    const item = new ReviewAttempts(exercise, 'swapped', (score) => scores.push(score), store);
    item.keep(begun);
    await store.settled();
    const later = storeOn(storage);
    expect(new ReviewAttempts(exercise, 'swapped', () => undefined, later).latest()).toEqual(begun);
    expect(new ReviewAttempts(exercise, 'other', () => undefined, later).latest().reach).toBeNull();

    const result = { exercise: 'x', revision: 2, phase: 'transfer', score: 70, hints: 0, atMs: 9 } as const;
    item.record(result);
    item.keep({ ...begun, at: 'report' });
    item.keep(begun);
    expect(scores).toEqual([70]);
    const [kept] = Object.values(store.record.results);
    expect(kept).toMatchObject({ ...result, variant: 'swapped', inReview: true, par });
    expect(new ReviewAttempts(exercise, 'swapped', () => undefined, store).latest().reach).toBeNull();
  });
});
