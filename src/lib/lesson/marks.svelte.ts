import type { CourseMarks, StepMark } from '../../course/progress';
import type * as markStore from './mark-store';

/** Which steps of which lessons were done, kept in this browser. */
export class Marks {
  #all = $state.raw<CourseMarks>({});
  #isDamaged = $state(false);
  #store: typeof markStore | null = null;

  /**
   * Reads what is kept: once the page has come to life, for the page as built knows of no reader. The check of what is read
   * is fetched meanwhile; without it the marks last as long as the page.
   */
  async open(): Promise<void> {
    this.#store = await import('./mark-store').catch(() => null);
    this.#read();
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
    this.#store?.writeMarks(this.#all);
  }

  #read(): void {
    const kept = this.#store?.readMarks() ?? null;
    if (kept === 'damaged') this.#isDamaged = true;
    else if (kept) this.#all = kept;
  }
}
