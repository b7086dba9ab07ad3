import { describe, expect, it } from 'vitest';
import { Heap } from './heap';

function drain<Item>(heap: Heap<Item>): Item[] {
  const items: Item[] = [];
  for (let item = heap.take(); item !== undefined; item = heap.take()) items.push(item);
  return items;
}

describe('a heap', () => {
  it('gives its items in their order, whatever order they came in', () => {
    const heap = new Heap<number>((one, other) => one - other);
    for (const item of [5, 3, 9, 1, 8, 2, 7, 0, 6, 4]) heap.put(item);
    expect(heap.size).toBe(10);
    expect(drain(heap)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(heap.size).toBe(0);
  });

  it('gives equals in the order in which they came', () => {
    const heap = new Heap<readonly [number, string]>(([one], [other]) => one - other);
    for (const name of 'abcdefgh') heap.put([name === 'h' ? 0 : 1, name]);
    expect(drain(heap).map(([, name]) => name)).toEqual([...'habcdefg']);
  });
});
