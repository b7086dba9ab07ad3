/** The pars of all exercises, as they stand in content/exercises/par.json; `npm run par` writes that file. */
import type { Par } from './exercise';

/** A move of the run that a par was found with. */
export interface ParMove {
  /** Seconds since the phase began. */
  readonly at: number;
  readonly do: string;
  readonly [field: string]: unknown;
}

/** How a par was found: the moves of its run, and when that meets the goal, in seconds since the phase began. */
export interface ParRun {
  readonly seconds: number;
  readonly moves: readonly ParMove[];
}

/** Pars of one exercise, or of one of its variants. */
export interface PhasePars {
  /** Fewest actions that reach the row; left out where a short search finds none. */
  readonly reach?: Pick<Par, 'actions'> & ParRun;
  /** Left out where a variant has no such phase. */
  readonly restore?: Par & ParRun;
}

/** Pars by the ids of exercises and variants. */
export type ParBook = Readonly<
  Record<string, PhasePars & { readonly variants: Readonly<Record<string, PhasePars>> }>
>;
