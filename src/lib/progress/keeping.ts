/**
 * The learner's record in the browser's storage, as text under one key. What cannot be read is never overwritten: it is put
 * aside first, or else left where it is.
 */
import { mergeRecords } from '../../course/record/merge';
import { EMPTY_RECORD, isEmptyRecord, type ProgressRecord } from '../../course/record/record';
import { recordFromText, recordToText } from '../../course/record/text';

/** Where the record is kept. */
export const PROGRESS_KEY = 'presence-redundancy-lab:progress';

/** Where the first version of this site kept marks of lessons; its pages may still be open in another tab. */
export const FIRST_VERSION_KEY = 'presence-redundancy-lab:course';

/** What keys begin with under which something that could not be read was put aside. */
const ASIDE_KEYS = [`${PROGRESS_KEY}:damaged`, `${FIRST_VERSION_KEY}:damaged`];

/** Most things that are kept aside: whoever damages more has no use for them. */
const MOST_ASIDE = 20;

/** What the storage was found to hold. */
export type Kept =
  | {
      readonly kind: 'record';
      readonly record: ProgressRecord;
      /** Something could not be read and was put aside just now; `record` is what was in order. */
      readonly wasDamaged: boolean;
      /** Not all of it is kept as this version keeps it. */
      readonly isOld: boolean;
    }
  /** It cannot be read, and there is no room to put it aside: nothing may be written. */
  | { readonly kind: 'stuck'; readonly record: ProgressRecord }
  /** A newer version of this site wrote it: nothing may be written. */
  | { readonly kind: 'newer'; readonly version: number }
  /** The browser gives no storage. */
  | { readonly kind: 'refused' };

/** Something that was put aside because it could not be read. */
export interface AsideText {
  readonly key: string;
  readonly text: string;
}

/** Reads what is kept, and puts aside what cannot be read. */
export function readKept(storage: () => Storage): Kept {
  try {
    const found = [PROGRESS_KEY, FIRST_VERSION_KEY].map((key) => readKey(storage(), key));
    const newer = found[0]?.kind === 'newer' ? found[0] : null;
    if (newer) return newer;
    const record = found.map((one) => ('record' in one ? one.record : EMPTY_RECORD)).reduce(mergeRecords);
    if (found.some(({ kind }) => kind === 'stuck')) return { kind: 'stuck', record };
    const wasDamaged = found.some((one) => one.kind === 'record' && one.wasDamaged);
    return { kind: 'record', record, wasDamaged, isOld: storage().getItem(FIRST_VERSION_KEY) !== null };
  } catch {
    return { kind: 'refused' };
  }
}

function readKey(storage: Storage, key: string): Exclude<Kept, { kind: 'refused' }> {
  const nothing = { kind: 'record', record: EMPTY_RECORD, wasDamaged: false, isOld: false } as const;
  const text = storage.getItem(key);
  if (text === null) return nothing;
  const read = recordFromText(text);
  // A newer version keeps nothing where the first one did.
  if (read.kind === 'newer' && key === PROGRESS_KEY) return read;
  if (read.kind === 'record') return { ...nothing, record: read.record };
  const record = read.kind === 'faulty' ? read.remainder : EMPTY_RECORD;
  try {
    putAside(storage, key, text);
    if (isEmptyRecord(record)) storage.removeItem(key);
    else storage.setItem(key, recordToText(record));
  } catch {
    return { kind: 'stuck', record };
  }
  return { ...nothing, record, wasDamaged: true };
}

/** @throws where there is no room for it */
function putAside(storage: Storage, key: string, text: string): void {
  const free = Array.from(
    { length: MOST_ASIDE },
    (_, index) => `${key}:damaged${index > 0 ? `-${String(index + 1)}` : ''}`,
  );
  if (free.some((one) => storage.getItem(one) === text)) return;
  const place = free.find((one) => storage.getItem(one) === null);
  if (place === undefined) throw new Error('There is no place left to put anything aside.');
  storage.setItem(place, text);
}

/**
 * Writes a record. What the first version kept is in it by now, and is taken away.
 *
 * @throws where there is no room for it
 */
export function writeKept(storage: Storage, record: ProgressRecord): void {
  storage.setItem(PROGRESS_KEY, recordToText(record));
  storage.removeItem(FIRST_VERSION_KEY);
}

/** What was put aside so far. */
export function readAside(storage: () => Storage): AsideText[] {
  try {
    const kept = storage();
    return Array.from({ length: kept.length }, (_, index) => kept.key(index) ?? '')
      .filter((key) => ASIDE_KEYS.some((beginning) => key.startsWith(beginning)))
      .sort()
      .map((key) => ({ key, text: kept.getItem(key) ?? '' }));
  } catch {
    return [];
  }
}

/** Takes everything away, what was put aside as well. */
export function removeKept(storage: Storage): void {
  for (const { key } of readAside(() => storage)) storage.removeItem(key);
  storage.removeItem(FIRST_VERSION_KEY);
  storage.removeItem(PROGRESS_KEY);
}
