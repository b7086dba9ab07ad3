/** Today's review, from the record of this browser. Fetched by itself: the scheduler is not needed before. */
import { planReview, type Reviewable, type ReviewPlan } from '../../course/record/review';
import { progressStore } from '../progress/store';
import { troubleText } from '../progress/troubles';

/** What is due today by the clock of this machine. */
export function planToday(exercises: readonly Reviewable[], now = new Date()): ReviewPlan {
  const midnight = (days: number) =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() + days).getTime();
  return planReview(progressStore().record, exercises, midnight(0), midnight(1));
}

/** What the learner should know about how the record is kept. */
export const troubles = (): string[] => progressStore().troubles.map(troubleText);

export { afterItem } from '../../course/record/review';
