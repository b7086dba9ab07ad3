/** What is typed into one field, and what the cluster had there when the typing began. */
interface Edit {
  readonly text: string;
  readonly over: string;
}

/**
 * A form over values that live: a field shows the cluster's value until somebody types, and then what was typed, whatever
 * happens to the cluster meanwhile. All values are text, as fields hold them. A form that shows one of several things keeps
 * what was typed for the others.
 */
export class Draft<Key extends string> {
  readonly #live: () => Readonly<Record<Key, string>>;
  readonly #placeOf: (key: Key) => string;
  /** By the place of the field. */
  #edits = $state.raw<ReadonlyMap<string, Edit>>(new Map());

  /**
   * @param live the cluster's values as they are now; reactive
   * @param placeOf what tells a field from all others of its name, if the form shows now this thing and now that; reactive
   */
  constructor(live: () => Readonly<Record<Key, string>>, placeOf: (key: Key) => string = (key) => key) {
    this.#live = live;
    this.#placeOf = placeOf;
  }

  /** Every value as the form shows it. */
  get values(): Readonly<Record<Key, string>> {
    const live = this.#live();
    const shown = this.#keysOf(live).map((key) => [key, this.#edit(key)?.text ?? live[key]]);
    return Object.fromEntries(shown) as Record<Key, string>;
  }

  /** Fields that show something else than the cluster has. */
  get changed(): readonly Key[] {
    const live = this.#live();
    return this.#keysOf(live).filter((key) => (this.#edit(key)?.text ?? live[key]) !== live[key]);
  }

  get(key: Key): string {
    return this.#edit(key)?.text ?? this.#live()[key];
  }

  set(key: Key, text: string): void {
    const edits = new Map(this.#edits);
    const now = this.#live()[key];
    if (text === now) edits.delete(this.#placeOf(key));
    else edits.set(this.#placeOf(key), { text, over: this.#edit(key)?.over ?? now });
    this.#edits = edits;
  }

  /** What the cluster has by now in a field that somebody began to change before; null if it is as it was. */
  changedMeanwhile(key: Key): string | null {
    const edit = this.#edit(key);
    const now = this.#live()[key];
    return edit && edit.over !== now && edit.text !== now ? now : null;
  }

  /** Gives up what was typed into a field. */
  drop(key: Key): void {
    this.clear([key]);
  }

  /** Gives up all that the form shows as typed, or that of some fields. */
  clear(keys: readonly Key[] = this.#keysOf(this.#live())): void {
    const places = new Set(keys.map(this.#placeOf));
    this.#edits = new Map([...this.#edits].filter(([place]) => !places.has(place)));
  }

  #edit(key: Key): Edit | undefined {
    return this.#edits.get(this.#placeOf(key));
  }

  #keysOf(live: Readonly<Record<Key, string>>): readonly Key[] {
    return Object.keys(live) as Key[];
  }
}
