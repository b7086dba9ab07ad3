/**
 * Building blocks of the scenario schema: objects that take no unknown field, names, times and counts, each with the plain
 * words that a fault of it is told in. A message says what must be; what was found is added by {@link faultsOf}.
 */
import * as v from 'valibot';
import { quoted, wordList } from './faults';
import { LIMITS } from './limits';

/** Names that a plain object cannot hold as a key in every language that reads the output. */
const RESERVED_NAMES: readonly string[] = ['__proto__', 'prototype', 'constructor'];

/** Adds a description, which the published JSON Schema shows. */
export const about = <const S extends v.GenericSchema>(schema: S, text: string) =>
  v.pipe(schema, v.description(text));

/** Valibot takes a list for an object; a scenario does not. */
const anObject = v.custom<unknown>(
  (input) => typeof input === 'object' && input !== null && !Array.isArray(input),
  'must be an object',
);

/** Says which fields of an object are missing or do not belong there. */
function keyMessage(known: readonly string[]) {
  return (issue: v.BaseIssue<unknown>): string => {
    if (issue.expected !== 'never') return 'is missing';
    const owner = issue.path?.[0].input;
    const others = Object.keys(owner as object).filter((key) => !known.includes(key) && key !== issue.input);
    const nor = others.length > 0 ? `, nor ${others.length > 1 ? 'do' : 'does'} ${wordList(others)}` : '';
    return `does not belong here${nor} (known: ${known.join(', ')})`;
  };
}

/** An object with the named fields and no other, as one of several in a variant. */
export const alternative = <const E extends v.ObjectEntries>(entries: E) =>
  v.strictObject(entries, keyMessage(Object.keys(entries)));

/** An object with the named fields and no other. */
export const fields = <const E extends v.ObjectEntries>(entries: E) => v.pipe(anObject, alternative(entries));

/** One of several objects, told apart by the field `key`. */
export const oneOf = <const K extends string, const O extends v.VariantOptions<K>>(
  key: K,
  options: O,
  message: (issue: v.VariantIssue) => string,
) => v.pipe(anObject, v.variant(key, options, message));

const keysOf = (input: unknown): string[] => Object.keys(input as object);

/** An object that has a value for each of some names; too many names are not looked into. */
export const byName = <const S extends v.GenericSchema>(value: S) =>
  v.pipe(
    anObject,
    v.check(
      (input) => !keysOf(input).some((key) => RESERVED_NAMES.includes(key)),
      `must have none of the keys ${RESERVED_NAMES.join(', ')}`,
    ),
    v.check((input) => keysOf(input).length <= LIMITS.names, `must have at most ${LIMITS.names} keys`),
    v.record(v.string(), value),
  );

/** A list of at most `most` entries; a longer one is not looked into. */
export const listOf = <const S extends v.GenericSchema>(item: S, most: number) => {
  const tooLong = `must have at most ${most} entries`;
  return v.pipe(
    v.custom<unknown>((input) => Array.isArray(input), 'must be a list'),
    v.check((input) => (input as unknown[]).length <= most, tooLong),
    v.array(item),
    // Checked above, and once more where the JSON Schema reads it.
    v.maxLength(most, tooLong),
  );
};

/** A list of one to `most` entries. */
export const filledListOf = <const S extends v.GenericSchema>(item: S, most: number) =>
  v.pipe(listOf(item, most), v.minLength(1, 'must have at least one entry'));

/** One of a closed set of words. */
export const word = <const O extends readonly string[]>(options: O) =>
  v.picklist(options, `must be ${options.length > 1 ? 'one of ' : ''}${wordList(options)}`);

/** True or false. */
export const flag = v.boolean('must be true or false');

/** A text of at most `most` characters. */
export const text = (most: number) =>
  v.pipe(v.string('must be a text'), v.maxLength(most, `must have at most ${most} characters`));

/** True if a text has characters that no screen shows. */
function hasControlCharacters(input: string): boolean {
  return [...input].some((character) => character < ' ' || character === '\u007f');
}

/** The name of a node or a user, or of a version: one word. */
export const name = v.pipe(
  v.string('must be a name'),
  v.regex(/^\S+$/, 'must be a name of at least one character, without white space'),
  v.check((input) => !hasControlCharacters(input), 'must have no control characters'),
  v.maxLength(LIMITS.nameLength, `must have at most ${LIMITS.nameLength} characters`),
  v.check((input) => !RESERVED_NAMES.includes(input), 'must be another name: this one is reserved'),
);

/** The name of a group, as the guide's form takes it (Configure a Presence Redundancy Group, step 3). */
export const groupName = v.pipe(
  v.string('must be a name'),
  v.regex(/^[A-Za-z0-9_-]+$/, 'must be a name of letters, digits, underscores and dashes'),
  v.maxLength(LIMITS.nameLength, `must have at most ${LIMITS.nameLength} characters`),
  v.check((input) => !RESERVED_NAMES.includes(input), 'must be another name: this one is reserved'),
);

/** The description of a group, as the guide's form takes it (Configure a Presence Redundancy Group, step 4). */
export const groupDescription = v.pipe(
  v.string('must be a text'),
  v.maxLength(LIMITS.groupDescriptionLength, `must have at most ${LIMITS.groupDescriptionLength} characters`),
  v.regex(/^[^"%&/<>]*$/, `must have none of the characters ${quoted('"')} % & / < >`),
);

/** True for seconds with at most three decimals: the whole milliseconds nearest to them are exactly they. */
export const isWholeMilliseconds = (seconds: number): boolean =>
  Math.round(seconds * 1000) / 1000 === seconds;

const MILLISECONDS_ONLY = 'must have at most three decimals: times are kept to the millisecond';

/** Files may say -0; the engine's state, and its hash, know one zero. */
const oneZero = v.transform((input: number) => input + 0);

/** A time or duration in seconds, to the millisecond, from 0 up to the format's limit. */
export const seconds = v.pipe(
  v.number('must be a number of seconds'),
  v.minValue(0, 'must be at least 0 seconds'),
  v.maxValue(LIMITS.seconds, `must be at most ${LIMITS.seconds} seconds`),
  v.check(isWholeMilliseconds, MILLISECONDS_ONLY),
  oneZero,
);

/** Seconds to the millisecond, with no lower bound: what a step may ask for, and be refused. */
export const anySeconds = v.pipe(
  v.number('must be a number of seconds'),
  v.minValue(-LIMITS.seconds, `must be at least -${LIMITS.seconds} seconds`),
  v.maxValue(LIMITS.seconds, `must be at most ${LIMITS.seconds} seconds`),
  v.check(isWholeMilliseconds, MILLISECONDS_ONLY),
  oneZero,
);

/** A whole number between two bounds, both included. */
export const whole = (least: number, most: number) =>
  v.pipe(
    v.number('must be a whole number'),
    v.integer('must be a whole number'),
    v.minValue(least, `must be at least ${least}`),
    v.maxValue(most, `must be at most ${most}`),
    oneZero,
  );

/** A share from 0 to 1. */
export const share = v.pipe(
  v.number('must be a number from 0 to 1'),
  v.minValue(0, 'must be at least 0'),
  v.maxValue(1, 'must be at most 1'),
  oneZero,
);
