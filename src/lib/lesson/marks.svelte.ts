import type { CourseMarks, StepMark } from '../../course/progress';
import type * as openStore from './open-store';

/** Which steps of which lessons were done, kept in this browser. */
export class Marks {
  #all = $state.raw<CourseMarks>({});
  #trouble = $state<string | null>(null);
  #door: ReturnType<typeof openStore.openMarks> | null = null;

  /**
   * Reads what is kept: once the page has come to life, for the page as built knows of no reader. The check of what is read
   * is fetched meanwhile; without it the marks last as long as the page.
   */
  async open(): Promise<void> {
    const opener = await import('./open-store').catch(() => null);
    this.#door = opener?.openMarks(() => this.#read()) ?? null;
    this.#read();
  }

  /** What the reader should know about how the marks are kept, or null. */
  get trouble(): string | null {
    return this.#trouble;
  }

  /** Marks of a lesson's steps, by their ids. */
  of(slug: string): Readonly<Record<string, StepMark>> {
    return this.#all[slug] ?? {};
  }

  /** Keeps a mark; what another tab has kept meanwhile stays. */
  set(slug: string, stepId: string, mark: StepMark): void {
    if (this.#door) this.#door.set(slug, stepId, mark);
    else this.#all = { ...this.#all, [slug]: { ...this.of(slug), [stepId]: mark } };
  }

  #read(): void {
    if (!this.#door) return;
    this.#all = this.#door.marks;
    this.#trouble = this.#door.trouble;
  }
}
