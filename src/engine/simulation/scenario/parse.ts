/** From the text of a file to a scenario, with line and column where the text is not JSON. */
import { checkScenario } from './check';
import { jsonFaultOf } from './json-fault';
import { LIMITS } from './limits';
import type { CheckedScenario } from './types';

/**
 * Reads a scenario from the text of a file.
 *
 * @param text the file's text; of any origin, never trusted
 * @returns the scenario, or its faults; a text that is not JSON gives one fault whose path is its line and column
 */
export function parseScenarioText(text: string): CheckedScenario {
  if (text.length > LIMITS.fileCharacters)
    return {
      ok: false,
      faults: [{ path: '', what: `must have at most ${LIMITS.fileCharacters} characters` }],
    };
  const content = text.startsWith('\ufeff') ? text.slice(1) : text;
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch {
    return { ok: false, faults: [jsonFaultOf(content)] };
  }
  return checkScenario(json);
}
