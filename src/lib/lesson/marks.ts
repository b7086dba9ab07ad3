/** Which steps of which lessons were done, kept in this browser. */
import type { MarkStore, StepMark } from './lesson-session.svelte';

/** Marks that last as long as the page. */
export class PageMarks implements MarkStore {
  #marks: Record<string, StepMark> = {};

  get marks(): Readonly<Record<string, StepMark>> {
    return this.#marks;
  }

  set(stepId: string, mark: StepMark): void {
    this.#marks = { ...this.#marks, [stepId]: mark };
  }
}
