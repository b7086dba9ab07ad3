/**
 * Two records into one. The order does not matter, and merging again changes nothing: what two tabs did at once, or what an
 * imported file has, ends up the same whoever comes first.
 */
import type { StepMark } from '../progress';
import { canonicalText } from './canonical';
import type { ProgressRecord } from './record';

/** All that either of two records has. A step that was done in one of them is done; of attempts at one exercise, the later stays. */
export function mergeRecords(one: ProgressRecord, other: ProgressRecord): ProgressRecord {
  return {
    lessons: mergeEntries(one.lessons, other.lessons, (a, b) => mergeEntries(a, b, furtherMark)),
    // A result never changes, nor does a shift that is over; two with one id come from a file that was tampered with.
    results: mergeEntries(one.results, other.results, greater),
    attempts: mergeEntries(one.attempts, other.attempts, later),
    shifts: mergeEntries(one.shifts, other.shifts, greater),
    plays: mergeEntries(one.plays, other.plays, later),
  };
}

/** Whether nothing of the second is missing in the first. */
export const includesRecord = (whole: ProgressRecord, part: ProgressRecord): boolean =>
  canonicalText(mergeRecords(whole, part)) === canonicalText(whole);

function mergeEntries<Entry>(
  one: Readonly<Record<string, Entry>>,
  other: Readonly<Record<string, Entry>>,
  choose: (a: Entry, b: Entry) => Entry,
): Record<string, Entry> {
  const merged = new Map(Object.entries(one));
  for (const [key, entry] of Object.entries(other)) {
    const known = merged.get(key);
    merged.set(key, known === undefined ? entry : choose(known, entry));
  }
  return Object.fromEntries(merged);
}

const furtherMark = (a: StepMark, b: StepMark): StepMark =>
  a === 'done' || b === 'done' ? 'done' : 'skipped';

const later = <Entry extends { readonly savedAtMs: number }>(a: Entry, b: Entry): Entry =>
  a.savedAtMs === b.savedAtMs ? greater(a, b) : a.savedAtMs > b.savedAtMs ? a : b;

/** Either of the two, but always the same one. */
const greater = <Entry>(a: Entry, b: Entry): Entry => (canonicalText(a) >= canonicalText(b) ? a : b);
