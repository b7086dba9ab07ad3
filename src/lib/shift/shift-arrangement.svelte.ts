import type { DialogName } from '../lab/arrangement.svelte';
import { LessonArrangement } from '../lesson/lesson-arrangement.svelte';

/** Dialogs that would put another run in the place of the shift's. */
const SHUT: readonly DialogName[] = ['scenario', 'edit'];

/** The lab's arrangement beside a shift: no other run is opened, and none is shared before the shift is over. */
export class ShiftArrangement extends LessonArrangement {
  readonly #isOver: () => boolean;

  constructor(isOver: () => boolean) {
    super();
    this.#isOver = isOver;
  }

  override open(dialog: DialogName): void {
    if (!SHUT.includes(dialog) && (dialog !== 'share' || this.#isOver())) super.open(dialog);
  }
}
