/** Scenario files into the browser. */
import { formatFault, readJsonText } from '../../engine';

/** Largest scenario file that is read: far above any that is written by hand. */
const MOST_FILE_BYTES = 5_000_000;

/** A text that was to be JSON: its value, or what is wrong with it. */
export type ReadJson =
  { readonly ok: true; readonly json: unknown } | { readonly ok: false; readonly fault: string };

/** Reads text as JSON; the fault says at which line and column it goes wrong, and what was expected there. */
export function readJson(text: string): ReadJson {
  const read = readJsonText(text);
  return read.ok ? read : { ok: false, fault: formatFault(read.fault) };
}

/** Reads a file that was picked or dropped. */
export async function readScenarioFile(file: Blob): Promise<ReadJson> {
  if (file.size > MOST_FILE_BYTES)
    return { ok: false, fault: `file: is too large (${file.size} of at most ${MOST_FILE_BYTES} bytes)` };
  return readJson(await file.text());
}
