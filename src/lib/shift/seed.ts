/** Numbers of shifts. */
import { MOST_SEED } from '../../course/shift/scenario';

/** Any number; short, so that it can be told to somebody. */
export function randomSeed(): number {
  const [drawn = 0] = crypto.getRandomValues(new Uint16Array(1));
  return 1 + (drawn % 9_999);
}

/** The number that somebody typed, with or without commas between the thousands; null if it is none. */
export function seedFrom(text: string): number | null {
  const digits = text.trim().replace(/(?<=\d),(?=\d{3})/g, '');
  if (!/^\d{1,9}$/.test(digits)) return null;
  const seed = Number(digits);
  return seed <= MOST_SEED ? seed : null;
}
