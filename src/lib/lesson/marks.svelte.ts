import { marksFromText, marksToText, type CourseMarks, type StepMark } from '../../course/progress';

const KEY = 'presence-redundancy-lab:course';

/** Where a text that could not be read is kept aside. */
export const DAMAGED_KEY = `${KEY}:damaged`;

/** Which steps of which lessons were done, kept in this browser. Storage may be blocked, full or damaged. */
export class Marks {
  #all = $state.raw<CourseMarks>({});
  #isDamaged = $state(false);

  constructor() {
    this.#read();
  }

  /** Marks of every lesson. */
  get all(): CourseMarks {
    return this.#all;
  }

  /** Whether what was kept could not be read: it was kept aside, and the course begins anew. */
  get isDamaged(): boolean {
    return this.#isDamaged;
  }

  /** Marks of a lesson's steps, by their ids. */
  of(slug: string): Readonly<Record<string, StepMark>> {
    return this.#all[slug] ?? {};
  }

  /** Keeps a mark; what another tab has kept meanwhile stays. */
  set(slug: string, stepId: string, mark: StepMark): void {
    this.#read();
    this.#all = { ...this.#all, [slug]: { ...this.of(slug), [stepId]: mark } };
    try {
      localStorage.setItem(KEY, marksToText(this.#all));
    } catch {
      // Storage is blocked or full: the marks last as long as the page.
    }
  }

  #read(): void {
    try {
      const text = localStorage.getItem(KEY);
      if (text === null) return;
      const marks = marksFromText(text);
      if (marks) this.#all = marks;
      else {
        localStorage.setItem(DAMAGED_KEY, text);
        localStorage.removeItem(KEY);
        this.#isDamaged = true;
      }
    } catch {
      // Storage is blocked: nothing is remembered.
    }
  }
}
