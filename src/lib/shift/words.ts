/** Words of the shift that several pages say. */
import type { Difficulty } from '../../course/shift/scenario';

/** What a difficulty is called, and what it means. */
export const DIFFICULTY_WORDS: Readonly<
  Record<Difficulty, { readonly name: string; readonly meaning: string }>
> = {
  calm: {
    name: 'Calm',
    meaning: 'One group, 24 users, 25 minutes. Plain faults: something stops, or loses its power.',
  },
  busy: {
    name: 'Busy',
    meaning: 'One group, 48 users, 35 minutes. More faults, also some that last and some of the network.',
  },
  rough: {
    name: 'Rough',
    meaning: 'Two groups, 96 users, 40 minutes. Faults of every kind, in both groups at once.',
  },
};
