import { LESSONS } from '../../../content/lessons';

/** The course's contents, written into the page when the site is built. */
export function load() {
  return {
    lessons: LESSONS.map(({ slug, title, summary, minutes, taskFlowStep, optional, before, steps }) => ({
      slug,
      title,
      summary,
      minutes,
      taskFlowStep: taskFlowStep ?? null,
      optional: optional ?? false,
      before,
      steps: steps.map(({ id }) => id),
    })),
  };
}
