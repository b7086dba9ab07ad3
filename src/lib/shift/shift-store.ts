import type { KeptShift, ShiftPlay } from '../../course/record/record';
import type { Difficulty } from '../../course/shift/scenario';

/** Where shifts are kept between visits. What cannot be kept lasts as long as the page; nothing throws. */
export interface ShiftStore {
  /** Shifts under way, at most one of each difficulty. */
  underWay(): readonly ShiftPlay[];
  /** Shifts that came to their end, the latest first. */
  over(): readonly KeptShift[];
  /** What the learner should know about how they are kept. */
  troubles(): readonly string[];
  /** Keeps a shift as it stands, in the place of an earlier one of its difficulty. */
  keep(play: ShiftPlay): void;
  /** Forgets the shift of a difficulty that is under way. */
  giveUp(difficulty: Difficulty): void;
  /** A shift has come to its end: it is no longer under way. */
  finish(shift: KeptShift): void;
}

/** Keeps shifts as long as the page lasts. */
export class PageShifts implements ShiftStore {
  readonly #underWay = new Map<Difficulty, ShiftPlay>();
  readonly #over: KeptShift[] = [];

  underWay(): readonly ShiftPlay[] {
    return [...this.#underWay.values()];
  }

  over(): readonly KeptShift[] {
    return [...this.#over].reverse();
  }

  troubles(): readonly string[] {
    return [];
  }

  keep(play: ShiftPlay): void {
    this.#underWay.set(play.difficulty, play);
  }

  giveUp(difficulty: Difficulty): void {
    this.#underWay.delete(difficulty);
  }

  finish(shift: KeptShift): void {
    this.giveUp(shift.difficulty);
    this.#over.push(shift);
  }
}
