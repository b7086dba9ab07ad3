import type { Judgement } from '../../course/judgement';

/** Which of a step's replies is said to what the learner has done: the answer to the latest news. */
export class ReplyChoice {
  /** Place of the reply that is said, -1: none. */
  #said = -1;
  /** Places of the replies that held at the last look. */
  #holding: ReadonlySet<number> = new Set();

  /**
   * Looks at how the replies stand, and chooses: of those that hold, the one that has come to hold last. Of several at one
   * instant, one that did not hold at the last look, as when somebody tries twice while time stands still; otherwise the one
   * that is said already, or the first.
   *
   * @returns the place of the reply among those of the step, -1 for none
   */
  look(replies: readonly Judgement[]): number {
    const since = replies.map(({ tree }) => (tree.met ? tree.sinceMs : -1));
    const latest = Math.max(0, ...since);
    const candidates = [...since.keys()].filter((place) => since[place] === latest);
    const fresh = candidates.find((place) => !this.#holding.has(place));
    this.#holding = new Set([...since.keys()].filter((place) => since[place] !== -1));
    this.#said = fresh ?? candidates.find((place) => place === this.#said) ?? candidates[0] ?? -1;
    return this.#said;
  }
}
