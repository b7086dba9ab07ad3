/** What is typed into one field, and what the cluster had there when the typing began. */
interface Edit {
  readonly text: string;
  readonly over: string;
}

/**
 * A form over values that live: a field shows the cluster's value until somebody types, and then what was typed, whatever
 * happens to the cluster meanwhile. All values are text, as fields hold them.
 */
export class Draft<Key extends string> {
  readonly #live: () => Readonly<Record<Key, string>>;
  #edits = $state.raw<ReadonlyMap<Key, Edit>>(new Map());

  /** @param live the cluster's values as they are now; reactive */
  constructor(live: () => Readonly<Record<Key, string>>) {
    this.#live = live;
  }

  /** Every value as the form shows it. */
  get values(): Readonly<Record<Key, string>> {
    const typed = [...this.#edits].map(([key, { text }]) => [key, text]);
    return { ...this.#live(), ...(Object.fromEntries(typed) as Partial<Record<Key, string>>) };
  }

  /** Fields that show something else than the cluster has. */
  get changed(): readonly Key[] {
    const live = this.#live();
    return [...this.#edits].filter(([key, { text }]) => text !== live[key]).map(([key]) => key);
  }

  get(key: Key): string {
    return this.#edits.get(key)?.text ?? this.#live()[key];
  }

  set(key: Key, text: string): void {
    const edits = new Map(this.#edits);
    const now = this.#live()[key];
    if (text === now) edits.delete(key);
    else edits.set(key, { text, over: edits.get(key)?.over ?? now });
    this.#edits = edits;
  }

  /** What the cluster has by now in a field that somebody began to change before; null if it is as it was. */
  changedMeanwhile(key: Key): string | null {
    const edit = this.#edits.get(key);
    const now = this.#live()[key];
    return edit && edit.over !== now && edit.text !== now ? now : null;
  }

  /** Gives up what was typed into a field. */
  drop(key: Key): void {
    const edits = new Map(this.#edits);
    edits.delete(key);
    this.#edits = edits;
  }

  /** Gives up all that was typed, or all of some fields. */
  clear(keys: readonly Key[] = [...this.#edits.keys()]): void {
    this.#edits = new Map([...this.#edits].filter(([key]) => !keys.includes(key)));
  }
}
