import { LESSONS } from '../../../content/lessons';

/** The course's contents, written into the page when the site is built: before, in and after the task flow. */
export function load() {
  const entries = LESSONS.map(({ slug, title, summary, minutes, taskFlowStep, optional, before, steps }) => ({
    slug,
    title,
    summary,
    minutes,
    taskFlowStep: taskFlowStep ?? null,
    optional: optional ?? false,
    before: LESSONS.filter((lesson) => before.includes(lesson.slug)).map((lesson) => lesson.title),
    steps: steps.map(({ id }) => id).join(' '),
  }));
  const first = entries.findIndex(({ taskFlowStep }) => taskFlowStep !== null);
  const last = entries.findLastIndex(({ taskFlowStep }) => taskFlowStep !== null);
  return {
    minutes: entries.reduce((sum, { minutes }) => sum + minutes, 0),
    parts: [
      { id: 'first', title: 'First', lessons: entries.slice(0, first) },
      { id: 'task-flow', title: 'The six steps of the task flow', lessons: entries.slice(first, last + 1) },
      { id: 'then', title: 'When it runs', lessons: entries.slice(last + 1) },
    ].filter(({ lessons }) => lessons.length > 0),
  };
}
