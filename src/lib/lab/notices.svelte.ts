/** What the lab tells outside its panels: errors, refusals, a restarted engine, a breach of the model's promises. */

/** How much a notice matters: `error` stays until it is dismissed, `note` leaves by itself. */
export type NoticeTone = 'note' | 'warning' | 'error';

/** Something to press beside a notice. */
export interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

/** One notice. */
export interface Notice {
  readonly id: number;
  readonly tone: NoticeTone;
  readonly title: string;
  /** More lines, such as the faults of a scenario; may be empty. */
  readonly lines: readonly string[];
  readonly actions: readonly NoticeAction[];
}

/** How long a note stays; warnings and errors stay until dismissed. */
const NOTE_STAYS_MS = 8_000;

/** Most notices shown at once: the oldest go first. */
const MOST_NOTICES = 4;

/** The list of notices that are shown. */
export class Notices {
  #list = $state.raw<readonly Notice[]>([]);
  #nextId = 1;

  /** Newest last. */
  get list(): readonly Notice[] {
    return this.#list;
  }

  /** Shows a notice; one with the same title is replaced. */
  add(
    tone: NoticeTone,
    title: string,
    lines: readonly string[] = [],
    actions: readonly NoticeAction[] = [],
  ): void {
    const notice = { id: this.#nextId++, tone, title, lines, actions };
    this.#list = [...this.#list.filter((other) => other.title !== title), notice].slice(-MOST_NOTICES);
    if (tone === 'note' && actions.length === 0) setTimeout(() => this.dismiss(notice.id), NOTE_STAYS_MS);
  }

  /** Takes a notice away. */
  dismiss(id: number): void {
    this.#list = this.#list.filter((notice) => notice.id !== id);
  }
}
