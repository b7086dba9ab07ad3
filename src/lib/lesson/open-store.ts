/** The marks of the course in the learner's record. Fetched by itself: a lesson stands before what is kept of it is read. */
import type { CourseMarks, StepMark } from '../../course/progress';
import { markAsRecord } from '../../course/record/record';
import { progressStore } from '../progress/store';
import { troubleText } from '../progress/troubles';

/** @param onchange called after every change, whichever tab made it */
export function openMarks(onchange: () => void) {
  const store = progressStore();
  store.listen(onchange);
  return {
    get marks(): CourseMarks {
      return store.record.lessons;
    },
    /** What the reader should know about how they are kept, or null. */
    get trouble(): string | null {
      const [first] = store.troubles;
      return first ? troubleText(first) : null;
    },
    set: (slug: string, stepId: string, mark: StepMark) => store.add(markAsRecord(slug, stepId, mark)),
  };
}
