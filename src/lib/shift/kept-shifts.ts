/** Shifts, kept in the learner's record. */
import {
  playAsRecord,
  shiftAsRecord,
  shiftsInOrder,
  type KeptShift,
  type ShiftPlay,
} from '../../course/record/record';
import { DIFFICULTIES, type Difficulty } from '../../course/shift/scenario';
import { progressStore, type ProgressStore } from '../progress/store';
import { troubleText } from '../progress/troubles';
import type { ShiftStore } from './shift-store';

/** Keeps shifts in the record of this browser. */
export class KeptShifts implements ShiftStore {
  readonly #store: ProgressStore;

  constructor(store = progressStore()) {
    this.#store = store;
  }

  underWay(): readonly ShiftPlay[] {
    const { plays } = this.#store.record;
    return DIFFICULTIES.map((difficulty) => plays[difficulty]?.play ?? null).filter((play) => play !== null);
  }

  over(): readonly KeptShift[] {
    return shiftsInOrder(this.#store.record).reverse();
  }

  troubles(): readonly string[] {
    return this.#store.troubles.map(troubleText);
  }

  keep(play: ShiftPlay): void {
    this.#put(play.difficulty, play);
  }

  giveUp(difficulty: Difficulty): void {
    this.#put(difficulty, null);
  }

  finish(shift: KeptShift): void {
    const { record } = this.#store;
    // Another tab may have begun a shift of the same difficulty since: that one stays.
    const isOwn = record.plays[shift.difficulty]?.play?.id === shift.id;
    const added = shiftAsRecord(record, shift);
    this.#store.add(isOwn ? added : { ...added, plays: {} });
  }

  #put(difficulty: Difficulty, play: ShiftPlay | null): void {
    this.#store.add(playAsRecord(this.#store.record, difficulty, play, Date.now()));
  }
}
