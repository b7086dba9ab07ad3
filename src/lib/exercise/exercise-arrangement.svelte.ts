import type { DialogName } from '../lab/arrangement.svelte';
import { LessonArrangement } from '../lesson/lesson-arrangement.svelte';
import { CONCEAL_NOTHING, type ConcealOptions } from '../stage/conceal';

/** Dialogs that would put another run in the place of the exercise's. */
const SHUT: readonly DialogName[] = ['scenario', 'edit'];

/** The lab's arrangement beside an exercise: what has to be found out stays hidden, and no other run is opened. */
export class ExerciseArrangement extends LessonArrangement {
  readonly #kept: () => ConcealOptions;

  /** @param kept what must stay hidden now, whatever the learner wants */
  constructor(kept: () => ConcealOptions) {
    super();
    this.#kept = kept;
  }

  override get conceal(): ConcealOptions {
    return this.#keeps ? this.#kept() : super.conceal;
  }

  override toggleConceal(): void {
    if (!this.#keeps) super.toggleConceal();
  }

  override open(dialog: DialogName): void {
    if (!SHUT.includes(dialog)) super.open(dialog);
  }

  get #keeps(): boolean {
    return this.#kept() !== CONCEAL_NOTHING;
  }
}
