/** Parts of schemas of what is kept, with words that say what is expected. */
import * as v from 'valibot';

/** The end of the year 9999, in milliseconds since 1970. */
const LAST_INSTANT_MS = 253_402_300_799_999;

export const name = v.pipe(
  v.string('must be a name'),
  v.nonEmpty('must not be empty'),
  v.maxLength(100, 'must have at most 100 characters'),
);

export const flag = v.boolean('must be true or false');

/** A number within bounds. */
export const amount = (least: number, most: number) => {
  const text = `must be a number from ${String(least)} to ${String(most)}`;
  return v.pipe(v.number(text), v.minValue(least, text), v.maxValue(most, text));
};

/** A whole number within bounds. */
export const whole = (least: number, most: number) => {
  const text = `must be a whole number from ${String(least)} to ${String(most)}`;
  return v.pipe(v.number(text), v.integer(text), v.minValue(least, text), v.maxValue(most, text));
};

/** How often something was done. */
export const count = whole(0, 1_000_000);

/** Milliseconds since 1970. */
export const instantMs = whole(0, LAST_INSTANT_MS);

/** Instants and spans of a run, and sums over its users. */
export const quantity = amount(0, 1e12);

export const word = <const Words extends readonly string[]>(words: Words) =>
  v.picklist(words, `must be one of ${words.map((one) => JSON.stringify(one)).join(', ')}`);

export const listOf = <const Schema extends v.GenericSchema>(schema: Schema) =>
  v.pipe(v.array(schema, 'must be a list'), v.maxLength(10_000, 'must have at most 10000 entries'));

export const byName = <const Schema extends v.GenericSchema>(schema: Schema) =>
  v.record(name, schema, 'must be an object');

/** Only fields that are known: others would be lost in passing. */
export const fields = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  v.strictObject(entries, ({ expected, received }) => {
    if (expected === 'never') return `must not be there: ${received} is no known field`;
    return received === 'undefined' ? 'must be there' : 'must be an object';
  });
