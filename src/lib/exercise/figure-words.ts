import type { Deduction } from '../../course/grade';

/** What points were lost for. */
export const DEDUCTION_WORDS: Readonly<Record<Deduction['why'], string>> = {
  hint: 'hints',
  played: 'the solution that was played',
  penalised: 'what was done besides',
  actions: 'more actions than par',
  'user-minutes': 'more user-minutes than par',
  guess: 'what came otherwise',
  confidence: 'how sure you were',
  cause: 'wrong causes',
  evidence: 'wrong evidence',
};

/** User-minutes with one decimal. */
export const minutesWords = (userMinutes: number): string => userMinutes.toFixed(1);
