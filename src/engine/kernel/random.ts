/**
 * Random numbers without a hidden state: each is a pure function of the seed, a purpose, a subject and a count.
 * Two purposes or two subjects never disturb each other, so that a step on one user leaves the luck of all others alone.
 */

/** What a random number is for; each purpose has its own stream. */
export const PURPOSE = { relogin: 1, linkLoss: 2, firstLogin: 3, shift: 4 } as const;

/** One of {@link PURPOSE}. */
export type Purpose = (typeof PURPOSE)[keyof typeof PURPOSE];

/** Mixes the bits of a 32-bit integer (Murmur3 finaliser). */
function mix(h: number): number {
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * A 32-bit random integer for one draw.
 *
 * @param seed whole number, the scenario's seed (its low and high 32 bits both count)
 * @param purpose stream
 * @param subject index of the user or node that draws
 * @param count how many draws this subject made before
 */
export function random32(seed: number, purpose: Purpose, subject: number, count: number): number {
  let h = mix((seed >>> 0) ^ 0x9e3779b9);
  h = mix(h ^ (Math.floor(seed / 4294967296) >>> 0) ^ 0x7f4a7c15);
  h = mix(h ^ Math.imul(purpose, 0x27d4eb2f));
  h = mix((h + Math.imul(subject + 1, 0x165667b1)) >>> 0);
  return mix((h + Math.imul(count + 1, 0x9e3779b1)) >>> 0);
}

/** A whole number from `lower` to `upper`, both included and equally likely (to one part in four thousand million). */
export function randomInteger(
  seed: number,
  purpose: Purpose,
  subject: number,
  count: number,
  lower: number,
  upper: number,
): number {
  return lower + Math.floor((random32(seed, purpose, subject, count) / 4294967296) * (upper - lower + 1));
}

/** True with the given probability (0 never, 1 always). */
export function randomChance(
  seed: number,
  purpose: Purpose,
  subject: number,
  count: number,
  probability: number,
): boolean {
  return random32(seed, purpose, subject, count) / 4294967296 < probability;
}
