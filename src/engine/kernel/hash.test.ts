import { describe, expect, it } from 'vitest';
import { canonicalHash, type PlainData } from './hash';

/** All different from each other. */
const DIFFERENT: readonly PlainData[] = [
  null,
  undefined,
  true,
  false,
  0,
  1,
  -1,
  1.5,
  Infinity,
  -Infinity,
  NaN,
  2 ** 53,
  '',
  '0',
  'a',
  'ab',
  'b',
  [],
  [[]],
  [0],
  [0, 0],
  ['a', 'b'],
  ['ab'],
  [null],
  {},
  { a: 1 },
  { a: undefined },
  { b: 1 },
  { a: 1, b: 2 },
  { a: 2, b: 1 },
  { a: { b: 1 } },
  new Float64Array([0]),
  new Float64Array([0, 0]),
  new Uint8Array([1]),
  new Int16Array([-1]),
];

describe('the canonical hash', () => {
  it('tells all of these apart', () => {
    expect(new Set(DIFFERENT.map(canonicalHash)).size).toBe(DIFFERENT.length);
  });

  it('does not depend on the order in which keys were added', () => {
    expect(canonicalHash({ a: 1, b: [2, { c: 3, d: 4 }] })).toBe(
      canonicalHash({ b: [2, { d: 4, c: 3 }], a: 1 }),
    );
  });

  it('takes 0 and -0 for one value, as a reader does', () => {
    expect(canonicalHash([-0])).toBe(canonicalHash([0]));
  });

  it('depends on the order of a list', () => {
    expect(canonicalHash([1, 2])).not.toBe(canonicalHash([2, 1]));
  });

  it('is 32 hexadecimal digits, pinned', () => {
    expect(canonicalHash({ pinned: ['yes', 1, null, true, 0.1] })).toMatchInlineSnapshot(
      `"62c05c39ffb14a537319357a0a6cc9b6"`,
    );
    expect(canonicalHash(null)).toMatch(/^[0-9a-f]{32}$/);
  });

  it('changes in every one of its four parts with a single bit', () => {
    const parts = (value: PlainData) => canonicalHash(value).match(/.{8}/g)!;
    const before = parts({ numbers: [1, 2, 3] });
    parts({ numbers: [1, 2, 4] }).forEach((part, index) => expect(part).not.toBe(before[index]));
  });

  it('gives no two alike among many similar states', () => {
    const seen = new Set<string>();
    for (let a = 0; a < 60; a++) for (let b = 0; b < 60; b++) seen.add(canonicalHash({ a, b, c: [a - b] }));
    expect(seen.size).toBe(3600);
  });
});
