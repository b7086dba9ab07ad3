/** The exercise that a variant stands for: the same again with other names, or with another cause. */
import type { Exercise, Variant } from './exercise';

/** Letters and digits around which a name does not end: `imp1` is not in `imp10`. */
const WORD = '[\\p{L}\\p{N}_]';

/** Exchanges whole names in everything, texts and keys included, all at once. */
function renamer(names: Readonly<Record<string, string>>): (text: string) => string {
  // Longer names first, so that none is taken for the beginning of another.
  const known = Object.keys(names).sort((a, b) => b.length - a.length);
  if (known.length === 0) return (text) => text;
  const escaped = known.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(?<!${WORD})(?:${escaped.join('|')})(?!${WORD})`, 'gu');
  return (text) => text.replace(pattern, (name) => names[name] ?? name);
}

function renamed(value: unknown, rename: (text: string) => string): unknown {
  if (typeof value === 'string') return rename(value);
  if (Array.isArray(value)) return value.map((item) => renamed(item, rename));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [rename(key), renamed(item, rename)]));
}

/**
 * The exercise as a variant plays it: renamed first, then with the parts that the variant has instead. It has no variants
 * of its own, and keeps its id.
 *
 * @param exercise well-formed (see exercise-schema.ts)
 */
export function variantOf(exercise: Exercise, { rename = {}, instead = {} }: Variant): Exercise {
  const { transfer: _transfer, ...parts } = exercise;
  const others = renamed(parts, renamer(rename)) as Omit<Exercise, 'transfer'>;
  const { id, family } = exercise;
  return { ...others, ...instead, id, family, transfer: [] };
}
