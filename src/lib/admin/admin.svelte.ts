import { untrack } from 'svelte';
import type { AdminPage, Deed } from '../../course/goal';
import type { StepRequest } from '../../worker/protocol';
import type { ActAnswer, ClusterPort } from '../lab/cluster-port';
import { OfferBook } from '../lab/offer-book.svelte';
import type { Place } from './places';

/** What came of the last thing that was asked for, told beside the button that asked for it. */
export interface Notice {
  /** Which part of the page it belongs to: the name of its {@link Outcome}. */
  readonly at: string;
  readonly tone: 'done' | 'idle' | 'refused';
  readonly text: string;
  /** Reasons of a refusal, in sentences. */
  readonly lines: readonly string[];
  /** What goes on only while time runs; empty if nothing does. */
  readonly awaits: string;
}

/** A notice, and where in which run it came about. */
interface Dated {
  readonly notice: Notice;
  readonly atMs: number;
  readonly run: number | undefined;
}

/** What is said when a step is done. */
export interface Said {
  readonly at: string;
  readonly done: string;
  readonly awaits?: string;
}

/** The administration pages at work: where somebody is, and what came of what they did. Knows nothing of markup. */
export class Admin {
  readonly port: ClusterPort;
  /** What the cluster would allow now. */
  readonly offers: OfferBook;
  readonly #onplace: (place: Place) => void;
  #place: Place;
  #past = $state.raw<readonly Place[]>([]);
  #visit = $state(0);
  #said = $state.raw<Dated | null>(null);
  #busy = $state(false);

  /**
   * @param port the cluster that the pages work on
   * @param start the place shown first
   * @param onplace hears of every place that is gone to
   */
  constructor(port: ClusterPort, start: Place, onplace: (place: Place) => void) {
    this.port = port;
    this.#onplace = onplace;
    this.#place = $state.raw(start);
    this.offers = new OfferBook((steps) => port.ask(steps));
  }

  get place(): Place {
    return this.#place;
  }

  /** What is chosen on the page; nothing on a product's first page. */
  get chosen(): Partial<Omit<Extract<Place, { page: AdminPage }>, 'page'>> {
    return this.#place.page === 'home' ? {} : this.#place;
  }

  /** Number of moves so far: a page is made anew at each. 0: nobody has moved, so the focus stays where it is. */
  get visit(): number {
    return this.#visit;
  }

  get canGoBack(): boolean {
    return this.#past.length > 0;
  }

  /** True while a step is on its way to the engine. */
  get busy(): boolean {
    return this.#busy;
  }

  /**
   * What came of the last step, if it was asked for in that part of the page. Nothing in another run, nor before it was
   * asked for: there it did not happen.
   */
  noticeAt(at: string): Notice | null {
    if (this.#said?.notice.at !== at) return null;
    const { notice, atMs, run } = this.#said;
    return run === this.port.run && atMs <= this.port.timeMs ? notice : null;
  }

  go(place: Place): void {
    this.#past = [...this.#past, this.#place];
    this.#show(place);
  }

  back(): void {
    const before = this.#past.at(-1);
    if (!before) return;
    this.#past = this.#past.slice(0, -1);
    this.#show(before);
  }

  /** Changes what is chosen on the page without leaving it: what was typed stays, and so does the focus. */
  choose(choice: { readonly node?: string; readonly service?: string; readonly group?: string }): void {
    if (this.#place.page === 'home') return;
    this.#place = { page: this.#place.page, ...choice };
    this.#onplace(this.#place);
  }

  /** Tells that a page was really seen, with what was chosen on it. */
  tellSeen(page: AdminPage, chosen: Omit<Extract<Deed, { kind: 'page' }>, 'kind' | 'page'> = {}): void {
    // Pages tell it in an effect, and what is told may change what whoever listens reads.
    untrack(() => this.port.tell({ kind: 'page', page, ...chosen }));
  }

  /**
   * Does steps one after the other, up to the first that is refused, and says what came of them.
   *
   * @returns true if all were done
   */
  async act(steps: readonly StepRequest[], said: Said): Promise<boolean> {
    this.#busy = true;
    this.#said = null;
    const idle: string[] = [];
    try {
      for (const step of steps) {
        const answer = await this.port.act({ ...step, via: 'page' });
        if (answer.kind !== 'done') return this.#tellRefusal(answer, said.at);
        if (answer.idle) idle.push(answer.idle);
      }
    } finally {
      this.#busy = false;
    }
    if (idle.length === steps.length)
      this.say({ at: said.at, tone: 'idle', text: 'Nothing changed.', lines: idle });
    else this.say({ at: said.at, tone: 'done', text: said.done, awaits: said.awaits ?? '' });
    return true;
  }

  /**
   * Lets the cluster refuse a step that a form does not let through, so that whoever listens to refusals hears of it: a lesson
   * answers them. A step that the cluster would do is not done. What was said of the save before is taken back.
   *
   * @param step null if nothing was changed since the cluster has it so
   */
  async tellRefused(step: StepRequest | null): Promise<void> {
    this.#said = null;
    if (!step) return;
    const [offer] = await this.port.ask([step]);
    if (offer?.offered === false) await this.port.act({ ...step, via: 'page' });
  }

  /** Says something beside a part of the page. */
  say({
    at,
    tone,
    text,
    lines = [],
    awaits = '',
  }: Pick<Notice, 'at' | 'tone' | 'text'> & Partial<Notice>): void {
    const { timeMs, view, run } = this.port;
    this.#said = { notice: { at, tone, text, lines, awaits }, atMs: Math.min(timeMs, view.timeMs), run };
  }

  dispose(): void {
    this.offers.dispose();
  }

  #show(place: Place): void {
    this.#said = null;
    this.#place = place;
    this.#visit++;
    this.#onplace(place);
  }

  #tellRefusal(answer: Exclude<ActAnswer, { kind: 'done' }>, at: string): false {
    const text =
      answer.kind === 'refused' ? 'The cluster does not allow this now.' : 'The engine could not be asked.';
    this.say({ at, tone: 'refused', text, lines: answer.why });
    return false;
  }
}
