/** A file with somebody's progress, of any origin, taken into the record. */
import { isEmptyRecord, type ProgressRecord } from '../../course/record/record';
import { recordFromText } from '../../course/record/text';
import { countOf } from '../format';
import type { ProgressStore } from './store';

/** Largest file that is read: more than a browser would keep. */
const MOST_FILE_BYTES = 5_000_000;

/** What became of it: nothing was changed unless `ok`. */
export interface Imported {
  readonly ok: boolean;
  readonly text: string;
  /** What is wrong with the file, each with its place and what is expected there. */
  readonly faults: readonly string[];
}

const refused = (text: string, faults: readonly string[] = []): Imported => ({
  ok: false,
  text: `Nothing was changed. ${text}`,
  faults,
});

/** Adds what a file has to the record; a file that is not in order changes nothing. */
export async function importFile(store: ProgressStore, file: File): Promise<Imported> {
  if (file.size > MOST_FILE_BYTES)
    return refused(`${file.name} is too large: ${file.size} of at most ${MOST_FILE_BYTES} bytes.`);
  const text = await file.text().catch(() => null);
  if (text === null) return refused(`${file.name} cannot be read.`);
  const read = recordFromText(text);
  if (read.kind === 'newer')
    return refused(
      `${file.name} was saved by a newer version of this site (its version is ${read.version}). Load the page again to get that version.`,
    );
  if (read.kind === 'faulty') return refused(`${file.name} is not in order:`, read.faults);
  if (isEmptyRecord(read.record)) return refused(`There is nothing in ${file.name}.`);
  const before = sizesOf(store.record);
  store.add(read.record);
  await store.settled();
  const after = sizesOf(store.record);
  const shifts = after.shifts > before.shifts ? `, ${countOf(after.shifts - before.shifts, 'shift')}` : '';
  const news = `${countOf(after.results - before.results, 'result')}${shifts} and ${countOf(after.marks - before.marks, 'mark')} of lessons are new`;
  return { ok: true, text: `${file.name} was added: ${news}.`, faults: [] };
}

const sizesOf = ({ lessons, results, shifts }: ProgressRecord) => ({
  shifts: Object.keys(shifts).length,
  results: Object.keys(results).length,
  marks: Object.values(lessons).reduce((sum, marks) => sum + Object.keys(marks).length, 0),
});
