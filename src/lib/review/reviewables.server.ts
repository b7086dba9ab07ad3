/** What can come up in the mixed review. */
import { EXERCISES } from '../../../content/exercises';
import type { Reviewable } from '../../course/record/review';

/** Every exercise with its variants, in the order in which they are learned. */
export const reviewables = (): Reviewable[] =>
  EXERCISES.map(({ id, family, transfer }) => ({ id, family, variants: transfer.map(({ id }) => id) }));
