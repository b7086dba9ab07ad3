/** Marks of the course's lessons, and how the first version of this site kept them. */
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

/** Marks from a text that the first version kept, or null if it is none. */
export function marksFromText(text: string): CourseMarks | null {
  try {
    const checked = v.safeParse(schema, JSON.parse(text));
    return checked.success ? checked.output.lessons : null;
  } catch {
    return null;
  }
}
