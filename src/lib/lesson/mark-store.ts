/** Where the marks of the course are kept in this browser. Storage may be blocked, full or damaged. */
import { marksFromText, marksToText, type CourseMarks } from '../../course/progress';

const KEY = 'presence-redundancy-lab:course';

/** Where a text that could not be read is kept aside. */
const DAMAGED_KEY = `${KEY}:damaged`;

/**
 * Reads what is kept.
 *
 * @returns the marks, none if there are none; `damaged` if what was there could not be read and was kept aside just now;
 *   null if the storage cannot be read at all
 */
export function readMarks(): CourseMarks | 'damaged' | null {
  try {
    const text = localStorage.getItem(KEY);
    if (text === null) return {};
    const marks = marksFromText(text);
    if (marks) return marks;
    localStorage.setItem(DAMAGED_KEY, text);
    localStorage.removeItem(KEY);
    return 'damaged';
  } catch {
    return null;
  }
}

/** Keeps marks, as long as the storage lets it. */
export function writeMarks(marks: CourseMarks): void {
  try {
    localStorage.setItem(KEY, marksToText(marks));
  } catch {
    // Storage is blocked or full: the marks last as long as the page.
  }
}
