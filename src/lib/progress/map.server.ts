/** What there is to be done, for the map of progress: lessons by the parts of the course, exercises by their families. */
import { EXERCISE_FAMILIES, EXERCISES } from '../../../content/exercises';
import { LESSONS } from '../../../content/lessons';

/** Written into the page when the site is built; the record of the reader is laid over it in the browser. */
export function progressMap() {
  return {
    lessons: LESSONS.map(({ slug, title, taskFlowStep, steps }) => ({
      slug,
      title,
      taskFlowStep: taskFlowStep ?? null,
      steps: steps.map(({ id }) => id),
    })),
    families: EXERCISE_FAMILIES.map(({ id, title, exercises }) => ({
      id,
      title,
      exercises: EXERCISES.filter((exercise) => exercises.includes(exercise.id)).map(
        ({ id, title, row }) => ({
          id,
          title,
          row,
        }),
      ),
    })).filter(({ exercises }) => exercises.length > 0),
  };
}

export type ProgressMap = ReturnType<typeof progressMap>;
