import { describe, expect, it } from 'vitest';
import { playOf, shiftOf } from '../../../tests/fixtures/progress/records';
import { TestStorage } from '../../../tests/fixtures/progress/storage';
import { PROGRESS_KEY } from '../progress/keeping';
import { ProgressStore } from '../progress/store';
import { KeptShifts } from './kept-shifts';

const storage = () => new TestStorage();
const storeOn = (kept: TestStorage) =>
  new ProgressStore({ storage: () => kept, locks: undefined, events: new EventTarget() });

describe('shifts in the record', () => {
  it('are there again after a reload: those under way, one of each difficulty, and those that are over', async () => {
    const kept = storage();
    const store = storeOn(kept);
    const shifts = new KeptShifts(store);
    shifts.keep(playOf({ difficulty: 'rough', id: 'r' }));
    shifts.keep(playOf({ reachedMs: 1 }));
    shifts.keep(playOf({ reachedMs: 2 }));
    shifts.finish(shiftOf({ id: 'old', atMs: 1 }));
    shifts.finish(shiftOf({ id: 'new', atMs: 2 }));
    await store.settled();
    const later = new KeptShifts(storeOn(kept));
    expect(later.underWay()).toEqual([playOf({ reachedMs: 2 }), playOf({ difficulty: 'rough', id: 'r' })]);
    expect(later.over().map(({ id }) => id)).toEqual(['new', 'old']);
    expect(later.troubles()).toEqual([]);
  });

  it('are no longer under way once they are over or given up', () => {
    const shifts = new KeptShifts(storeOn(storage()));
    shifts.keep(playOf());
    shifts.finish(shiftOf());
    expect(shifts.underWay()).toEqual([]);
    shifts.keep(playOf({ id: 'next' }));
    // One that was looked at again leaves another one of its difficulty where it is.
    shifts.finish(shiftOf());
    expect(shifts.underWay().map(({ id }) => id)).toEqual(['next']);
    shifts.giveUp('calm');
    expect(shifts.underWay()).toEqual([]);
    expect(shifts.over()).toHaveLength(1);
  });

  it('that are damaged are put aside with a word, and the others go on', () => {
    const kept = storage();
    const text = JSON.stringify({
      format: 'presence-redundancy-progress',
      version: 3,
      ...{ lessons: {}, results: {}, attempts: {} },
      shifts: { s: shiftOf() },
      plays: { calm: { savedAtMs: 1, play: playOf({ seed: -5 }) } },
    });
    kept.setItem(PROGRESS_KEY, text);
    const shifts = new KeptShifts(storeOn(kept));
    expect(shifts.underWay()).toEqual([]);
    expect(shifts.over()).toHaveLength(1);
    expect(shifts.troubles()).toEqual([expect.stringContaining('could not be read')]);
    expect(kept.getItem(`${PROGRESS_KEY}:damaged`)).toBe(text);
  });
});
