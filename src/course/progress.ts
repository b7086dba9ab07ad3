/** What a reader has done of the course, as it is kept between visits. */
import * as v from 'valibot';

/** How a step was left. */
export type StepMark = 'done' | 'skipped';

/** Marks of steps by their ids, by the slugs of their lessons. */
export type CourseMarks = Readonly<Record<string, Readonly<Record<string, StepMark>>>>;

const VERSION = 1;

const schema = v.strictObject({
  version: v.literal(VERSION),
  lessons: v.record(v.string(), v.record(v.string(), v.picklist(['done', 'skipped']))),
});

/** Marks as text. */
export const marksToText = (lessons: CourseMarks): string => JSON.stringify({ version: VERSION, lessons });

/** Marks from a text of any origin, or null if it is none. */
export function marksFromText(text: string): CourseMarks | null {
  try {
    const checked = v.safeParse(schema, JSON.parse(text));
    return checked.success ? checked.output.lessons : null;
  } catch {
    return null;
  }
}
