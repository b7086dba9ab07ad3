/** A binary heap: what comes first is taken first; of equals the one that was put in first. */
export class Heap<Item> {
  readonly #comesFirst: (one: Item, other: Item) => number;
  readonly #items: { readonly item: Item; readonly order: number }[] = [];
  #put = 0;

  /** @param comesFirst negative if the one comes before the other, 0 if they are equal */
  constructor(comesFirst: (one: Item, other: Item) => number) {
    this.#comesFirst = comesFirst;
  }

  get size(): number {
    return this.#items.length;
  }

  put(item: Item): void {
    const items = this.#items;
    let place = items.length;
    items.push({ item, order: this.#put++ });
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (!this.#isBefore(place, above)) return;
      this.#swap(place, above);
      place = above;
    }
  }

  /** Takes out what comes first; undefined if nothing is left. */
  take(): Item | undefined {
    const items = this.#items;
    const first = items[0];
    const last = items.pop();
    if (first === undefined || last === undefined || items.length === 0) return first?.item;
    items[0] = last;
    for (let place = 0; ;) {
      let best = place;
      for (const below of [2 * place + 1, 2 * place + 2])
        if (below < items.length && this.#isBefore(below, best)) best = below;
      if (best === place) return first.item;
      this.#swap(place, best);
      place = best;
    }
  }

  #isBefore(one: number, other: number): boolean {
    const a = this.#items[one]!;
    const b = this.#items[other]!;
    const order = this.#comesFirst(a.item, b.item);
    return order < 0 || (order === 0 && a.order < b.order);
  }

  #swap(one: number, other: number): void {
    const items = this.#items;
    [items[one], items[other]] = [items[other]!, items[one]!];
  }
}
