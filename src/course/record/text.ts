/** Records as text, and back from text of any origin. */
import * as v from 'valibot';
import { marksFromText } from '../progress';
import { canonicalText } from './canonical';
import { EMPTY_RECORD, RECORD_FORMAT, RECORD_VERSION, type ProgressRecord } from './record';
import { entrySchemas, recordSchema } from './schema';

/** Most faults of a text that are told. */
const MOST_FAULTS = 12;

/** What a text is found to be. */
export type ReadRecord =
  | { readonly kind: 'record'; readonly record: ProgressRecord }
  /** Written by a later version of this site, which alone knows what to do with it. */
  | { readonly kind: 'newer'; readonly version: number }
  | {
      readonly kind: 'faulty';
      /** Each names the place and what is expected there. */
      readonly faults: readonly string[];
      /** What of it is in order all the same. */
      readonly remainder: ProgressRecord;
    };

/** A record as text; equal records give equal texts for the same `indent`. */
export function recordToText(record: ProgressRecord, indent = 0): string {
  const text = canonicalText({ format: RECORD_FORMAT, version: RECORD_VERSION, ...record });
  return indent > 0 ? JSON.stringify(JSON.parse(text), null, indent) : text;
}

/** Reads a text: a record of this version or of version 2, or the marks that version 1 kept. */
export function recordFromText(text: string): ReadRecord {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const where = error instanceof Error ? error.message : 'it cannot be read';
    return { kind: 'faulty', faults: [`file: must be JSON, but ${where}`], remainder: EMPTY_RECORD };
  }
  const ofFirstVersion = marksFromText(text);
  if (ofFirstVersion) return { kind: 'record', record: { ...EMPTY_RECORD, lessons: ofFirstVersion } };
  if (!isObject(json))
    return { kind: 'faulty', faults: ['file: must be an object'], remainder: EMPTY_RECORD };
  const { format = RECORD_FORMAT, version } = json;
  if (format === RECORD_FORMAT && typeof version === 'number' && version > RECORD_VERSION)
    return { kind: 'newer', version };
  const present = version === 2 ? { shifts: {}, plays: {}, ...json, version: RECORD_VERSION } : json;
  const checked = v.safeParse(recordSchema, present);
  if (checked.success) {
    const { lessons, results, attempts, shifts, plays } = checked.output;
    return { kind: 'record', record: { lessons, results, attempts, shifts, plays } };
  }
  const faults = checked.issues.map((issue) => `${pathOf(issue)}: ${issue.message}`);
  return { kind: 'faulty', faults: faults.slice(0, MOST_FAULTS), remainder: remainderOf(json) };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const pathOf = ({ path }: v.BaseIssue<unknown>): string =>
  path?.map(({ key }) => String(key)).join('.') ?? 'file';

/** The entries that are in order, of a text that is not. */
function remainderOf(json: Record<string, unknown>): ProgressRecord {
  return {
    lessons: entriesOf(json.lessons, entrySchemas.lessons),
    results: underOwnIds(entriesOf(json.results, entrySchemas.results)),
    attempts: entriesOf(json.attempts, entrySchemas.attempts),
    shifts: underOwnIds(entriesOf(json.shifts, entrySchemas.shifts)),
    plays: entriesOf(json.plays, entrySchemas.plays),
  };
}

const underOwnIds = <Entry extends { readonly id: string }>(entries: Record<string, Entry>) =>
  Object.fromEntries(Object.entries(entries).filter(([id, one]) => id === one.id));

function entriesOf<const Schema extends v.GenericSchema>(
  part: unknown,
  schema: Schema,
): Record<string, v.InferOutput<Schema>> {
  if (!isObject(part)) return {};
  const entries = Object.entries(part).flatMap(([key, entry]) => {
    const checked = v.safeParse(schema, entry);
    return checked.success && key.length <= 100 ? [[key, checked.output] as const] : [];
  });
  return Object.fromEntries(entries);
}
