import { describe, expect, it } from 'vitest';
import type { PhaseResult } from '../../course/attempt';
import { attemptOf } from '../../../tests/fixtures/progress/records';
import { TestStorage } from '../../../tests/fixtures/progress/storage';
import { KeptAttempts } from './attempts';
import { ProgressStore } from './store';

const newStore = (storage = new TestStorage()) =>
  new ProgressStore({ storage: () => storage, locks: undefined, events: new EventTarget() });
const resultIn = (phase: PhaseResult['phase']): PhaseResult => ({
  exercise: 'x',
  revision: 2,
  phase,
  score: 85,
  hints: 2,
  atMs: 5000,
});

describe('attempts in the learner’s record', () => {
  it('are had back on another page, the latest of each exercise', async () => {
    const storage = new TestStorage();
    const store = newStore(storage);
    const attempts = new KeptAttempts({}, store);
    expect(attempts.latest('x')).toBeNull();
    attempts.keep(attemptOf('x'));
    attempts.keep({ ...attemptOf('x'), at: 'report' });
    attempts.keep(attemptOf('y'));
    await store.settled();
    const later = new KeptAttempts({}, newStore(storage));
    expect(later.latest('x')).toEqual({ ...attemptOf('x'), at: 'report' });
    expect(later.latest('y')).toEqual(attemptOf('y'));
  });

  it('leave their results, with what the attempt knows of them', () => {
    const store = newStore();
    const par = { actions: 2, userMinutes: 1 };
    const attempts = new KeptAttempts({ par: (phase) => (phase === 'reach' ? par : null) }, store);
    const { predict, transfer, ...rest } = attemptOf('x');
    const attempt = { ...rest, predict, transfer: { ...transfer, restore: rest.reach, reach: rest.reach } };
    attempts.record(resultIn('predict'));
    expect(store.record.results).toEqual({});
    attempts.keep(attempt);
    for (const phase of ['predict', 'reach', 'explain', 'transfer'] as const)
      attempts.record(resultIn(phase));
    const kept = Object.values(store.record.results);
    expect(new Set(kept.map(({ id }) => id)).size).toBe(4);
    expect(kept.map(({ id: _, ...result }) => result)).toEqual([
      { ...resultIn('predict'), begunAtMs: 1000, guess: predict!.guess, truth: predict!.truth },
      { ...resultIn('reach'), begunAtMs: 1000, restarts: 1, actions: 3, userMinutes: 1.25, par },
      { ...resultIn('explain'), begunAtMs: 1000 },
      {
        ...resultIn('transfer'),
        begunAtMs: 1000,
        variant: 'swapped',
        restarts: 2,
        actions: 6,
        userMinutes: 2.5,
      },
    ]);
  });
});
