/** The pars of all exercises: what their restore phases are graded against. */
import type { ParBook } from '../../src/course/par-book';
import book from './par.json';

/** Written by `npm run par`, which has to be run when an exercise or the engine changes. */
export const PARS: ParBook = book;
