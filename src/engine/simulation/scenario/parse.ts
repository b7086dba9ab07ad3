/** From the text of a file to a scenario, with line and column where the text is not JSON. */
import { checkScenario } from './check';
import { readJsonText } from './json-text';
import { LIMITS } from './limits';
import type { CheckedScenario } from './types';

/**
 * Reads a scenario from the text of a file.
 *
 * @param text the file's text; of any origin, never trusted
 * @returns the scenario, or its faults; a text that is not JSON, or is nested too deep, gives one
 *   fault whose path is its line and column
 */
export function parseScenarioText(text: string): CheckedScenario {
  if (text.length > LIMITS.fileCharacters)
    return {
      ok: false,
      faults: [{ path: '', what: `must have at most ${LIMITS.fileCharacters} characters` }],
    };
  const read = readJsonText(text);
  return read.ok ? checkScenario(read.json) : { ok: false, faults: [read.fault] };
}
