import { describe, expect, it } from 'vitest';
import { PURPOSE, random32, randomChance, randomInteger } from './random';

describe('random numbers', () => {
  it('are the same for the same seed, purpose, subject and count', () => {
    for (let count = 0; count < 50; count++)
      expect(random32(7, PURPOSE.relogin, 3, count)).toBe(random32(7, PURPOSE.relogin, 3, count));
  });

  it('are pinned, so that an engine on another machine or of another day makes the same runs', () => {
    expect([0, 1, 2, 3].map((count) => random32(7, PURPOSE.relogin, 0, count))).toMatchInlineSnapshot(`
      [
        1062014841,
        3564485493,
        1532338672,
        2312823104,
      ]
    `);
    expect([0, 1, 2, 3].map((count) => randomInteger(1, PURPOSE.linkLoss, 5, count, 120_000, 537_000)))
      .toMatchInlineSnapshot(`
      [
        411215,
        241059,
        286578,
        158592,
      ]
    `);
  });

  it.each([
    ['seed', () => random32(8, PURPOSE.relogin, 3, 4)],
    ['high half of the seed', () => random32(7 + 2 ** 32, PURPOSE.relogin, 3, 4)],
    ['purpose', () => random32(7, PURPOSE.linkLoss, 3, 4)],
    ['subject', () => random32(7, PURPOSE.relogin, 4, 4)],
    ['count', () => random32(7, PURPOSE.relogin, 3, 5)],
  ])('differ with another %s', (_, other) => {
    expect(other()).not.toBe(random32(7, PURPOSE.relogin, 3, 4));
  });

  it('reach both bounds of a range, nothing beyond them, and every number about equally often', () => {
    const seen = new Map<number, number>();
    for (let count = 0; count < 60_000; count++) {
      const number = randomInteger(42, PURPOSE.relogin, 1, count, 10, 15);
      seen.set(number, (seen.get(number) ?? 0) + 1);
    }
    expect([...seen.keys()].sort()).toEqual([10, 11, 12, 13, 14, 15]);
    for (const times of seen.values()) expect(Math.abs(times - 10_000)).toBeLessThan(500);
  });

  it('of a range of one number are that number', () => {
    expect(randomInteger(1, PURPOSE.relogin, 1, 1, 120_000, 120_000)).toBe(120_000);
  });

  it.each([
    [0, 0],
    [1, 10_000],
    [0.25, 2500],
  ])('happen with a chance of %d about that often', (probability, expected) => {
    let times = 0;
    for (let count = 0; count < 10_000; count++)
      if (randomChance(9, PURPOSE.linkLoss, 0, count, probability)) times++;
    expect(Math.abs(times - expected)).toBeLessThan(probability % 1 === 0 ? 1 : 200);
  });

  it('of neighbouring subjects are not alike', () => {
    const first = Array.from({ length: 1000 }, (_, subject) => random32(1, PURPOSE.relogin, subject, 0));
    expect(new Set(first).size).toBe(1000);
    const mean = first.reduce((sum, it) => sum + it / 2 ** 32, 0) / 1000;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.04);
  });
});
