/** Words for how far somebody is. */
import type { Mastery } from '../../course/record/mastery';

/** What is said of an exercise, and what it means. */
export const MASTERY_WORDS: Readonly<Record<Mastery, { readonly word: string; readonly meaning: string }>> = {
  untouched: { word: 'Not begun', meaning: 'nothing of it was done yet' },
  begun: { word: 'Begun', meaning: 'some of its phases were done' },
  done: { word: 'Done', meaning: 'every phase was done, with or without help' },
  mastered: { word: 'Mastered', meaning: 'done again in another guise, without help, for 80 points or more' },
};

const HINT_WORDS = [
  'without help',
  'told where to look',
  'told what it means',
  'told which command',
  'after a played solution',
] as const;

/** Most help that was taken, in words. */
export const helpWords = (hints: number): string => HINT_WORDS[hints] ?? HINT_WORDS[4];
