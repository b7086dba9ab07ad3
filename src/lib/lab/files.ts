/** Scenario files in and out of the browser. */

/** Largest scenario file that is read: far above any that is written by hand. */
export const MOST_FILE_BYTES = 5_000_000;

/** A text that was to be JSON: its value, or what is wrong with it. */
export type ReadJson =
  { readonly ok: true; readonly json: unknown } | { readonly ok: false; readonly fault: string };

/** Reads text as JSON; the fault says where it stops being JSON, as far as the browser tells. */
export function readJson(text: string): ReadJson {
  try {
    return { ok: true, json: JSON.parse(text) as unknown };
  } catch (error) {
    return {
      ok: false,
      fault: `file: is not JSON: ${error instanceof Error ? error.message : 'it cannot be read'}`,
    };
  }
}

/** Reads a file that was picked or dropped. */
export async function readScenarioFile(file: Blob): Promise<ReadJson> {
  if (file.size > MOST_FILE_BYTES)
    return { ok: false, fault: `file: is too large (${file.size} of at most ${MOST_FILE_BYTES} bytes)` };
  return readJson(await file.text());
}

/** A name for a scenario's file, from its title: lower case, hyphens, nothing that a file system minds. */
export function scenarioFileName(title: string): string {
  const slug = title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${slug || 'scenario'}.json`;
}

/** Gives a text to the user as a file. */
export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
