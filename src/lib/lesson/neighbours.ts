import type { Lesson } from '../../course/lesson';

/** A lesson as another one points to it. */
export type LessonLink = Pick<Lesson, 'slug' | 'title'>;

/** What stands around a lesson in the course. */
export interface Neighbours {
  /** Lessons that must come before. */
  readonly before: readonly LessonLink[];
  readonly previous: LessonLink | null;
  readonly next: LessonLink | null;
}

const linkTo = ({ slug, title }: Lesson): LessonLink => ({ slug, title });

/** The neighbours of a lesson among all, in their order. */
export function neighboursOf(lesson: Lesson, lessons: readonly Lesson[]): Neighbours {
  const place = lessons.indexOf(lesson);
  const [previous, next] = [lessons[place - 1], lessons[place + 1]];
  return {
    before: lesson.before.flatMap((slug) => lessons.filter((one) => one.slug === slug).map(linkTo)),
    previous: previous ? linkTo(previous) : null,
    next: next ? linkTo(next) : null,
  };
}
