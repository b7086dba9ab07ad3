import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TimerHeap } from './timer-heap';

/** What the heap must answer, found by looking at all. */
function earliest(instants: Float64Array): { ms: number; subject: number } {
  let subject = -1;
  instants.forEach((ms, index) => {
    if (ms < Infinity && (subject < 0 || ms < instants[subject]!)) subject = index;
  });
  return { ms: subject < 0 ? Infinity : instants[subject]!, subject };
}

describe('the heap of timers', () => {
  it('has no next instant when nobody waits', () => {
    expect(new TimerHeap(new Float64Array(0)).nextMs).toBe(Infinity);
    expect(new TimerHeap(new Float64Array(3).fill(Infinity)).nextMs).toBe(Infinity);
  });

  it('names the lowest subject of those due at one instant', () => {
    const heap = new TimerHeap(new Float64Array([9, 5, 5, 7]));
    expect([heap.nextMs, heap.nextSubject]).toEqual([5, 1]);
    heap.set(1, 6);
    expect([heap.nextMs, heap.nextSubject]).toEqual([5, 2]);
  });

  it('writes the instants into the array it stands over, so that it can be built anew at any time', () => {
    const instants = new Float64Array([Infinity, 4]);
    new TimerHeap(instants).set(0, 3);
    expect([...instants]).toEqual([3, 4]);
    expect(new TimerHeap(instants).nextSubject).toBe(0);
  });

  it('agrees with a look at all instants after any changes, built anew or not', () => {
    const instant = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constant(Infinity));
    fc.assert(
      fc.property(
        fc.array(instant, { minLength: 1, maxLength: 30 }),
        fc.array(fc.tuple(fc.nat({ max: 29 }), instant), { maxLength: 60 }),
        (first, changes) => {
          const instants = new Float64Array(first);
          let heap = new TimerHeap(instants);
          for (const [subject, ms] of changes) {
            heap.set(subject % first.length, ms);
            const { ms: nextMs, subject: next } = earliest(instants);
            expect(heap.nextMs).toBe(nextMs);
            if (next >= 0) expect(heap.nextSubject).toBe(next);
            if (ms === 7) heap = new TimerHeap(instants);
          }
        },
      ),
      { numRuns: 300, seed: 1 },
    );
  });
});
