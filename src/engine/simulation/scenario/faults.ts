/** What is wrong with a file, in plain words: paths as an author writes them, values short enough for one line. */
import type * as v from 'valibot';
import { LIMITS } from './limits';
import type { Fault } from './types';

const SHOWN_CHARACTERS = 40;
const LISTED_CHARACTERS = 64;

/** A text in quotation marks, cut where it is long. */
export function quoted(text: string, most = SHOWN_CHARACTERS): string {
  if (text.length <= most) return JSON.stringify(text);
  return `${JSON.stringify(`${text.slice(0, most)}…`)} (${text.length} characters)`;
}

/** Words in quotation marks, parted by commas; a long list is cut. */
export function wordList(words: readonly string[], most = 60): string {
  const shown = words
    .slice(0, most)
    .map((word) => quoted(word, LISTED_CHARACTERS))
    .join(', ');
  return words.length > most ? `${shown} and ${words.length - most} more` : shown;
}

/** A value of any kind in a few words. */
export function shownValue(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (value === null) return 'null';
  if (value === undefined) return 'nothing';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** A path as an author would write it: `steps[3].service`, `expect[0].nodes["a.b"].state`. */
export function formatPath(keys: readonly unknown[]): string {
  let path = '';
  for (const key of keys) {
    if (typeof key === 'number') path += `[${key}]`;
    else if (typeof key === 'string' && /^[A-Za-z_$][\w$-]*$/.test(key) && key.length <= LIMITS.nameLength)
      path += path === '' ? key : `.${key}`;
    else path += `[${quoted(String(key))}]`;
  }
  return path;
}

/**
 * The faults that a schema's issue stands for.
 *
 * @param outer keys that lead to the value in which the issue was found
 */
export function faultsOf(issue: v.BaseIssue<unknown>, outer: readonly unknown[] = []): Fault[] {
  const keys = [...outer, ...(issue.path ?? []).map((item) => item.key)];
  // Of a value that may be one of several kinds, what is wrong inside it is more telling than that it is none of them.
  const inside = issue.type === 'union' ? (issue.issues ?? []).filter((inner) => inner.path) : [];
  if (inside.length > 0) return inside.flatMap((inner) => faultsOf(inner, keys));
  const path = formatPath(keys);
  if (issue.type === 'strict_object') return [{ path, what: issue.message }];
  if (issue.input === undefined) return [{ path, what: `is missing: it ${issue.message}` }];
  return [{ path, what: `${issue.message}, not ${shownValue(issue.input)}` }];
}

/** At most one fault for each path, and no more than the format's limit; what is left out is counted. */
export function tidyFaults(faults: readonly Fault[]): readonly Fault[] {
  const first = new Map<string, Fault>();
  for (const fault of faults) if (!first.has(fault.path)) first.set(fault.path, fault);
  const all = [...first.values()];
  if (all.length <= LIMITS.faults) return all;
  const more = all.length - LIMITS.faults;
  return [
    ...all.slice(0, LIMITS.faults),
    { path: '', what: `has ${more} more ${more === 1 ? 'fault' : 'faults'}` },
  ];
}

/** A fault as one line: `steps[3].service: must be …`. */
export const formatFault = (fault: Fault): string =>
  `${fault.path === '' ? '(file)' : fault.path}: ${fault.what}`;
