/** Scenario files for the tests: where they are, how they are read, and the same with two nodes in each other's place. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseScenarioText, type Scenario } from '../../src/engine';

export const CONTENT_FOLDER = 'content/scenarios';
export const FIXTURES_FOLDER = 'tests/fixtures/scenarios';

/** Names of the files with one of the endings in a folder, in order. */
export function namesIn(folder: string, ...endings: readonly string[]): string[] {
  return readdirSync(folder)
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
    .sort();
}

/** The text of a file. */
export const readText = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8');

/** The scenario in a text that must hold one. */
export function scenarioOf(text: string): Scenario {
  const checked = parseScenarioText(text);
  if (!checked.ok) throw new Error(checked.faults.map(({ path, what }) => `${path}: ${what}`).join('\n'));
  return checked.scenario;
}

/** The file with two nodes in each other's place in all that is done and expected; the cluster stays as it is. */
export function withSwappedNodes(text: string, first: string, second: string): string {
  const swap = (value: unknown): unknown => {
    if (value === first) return second;
    if (value === second) return first;
    if (Array.isArray(value)) return value.map(swap);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [String(swap(key)), swap(inner)]));
  };
  const file = JSON.parse(text) as Record<string, unknown>;
  return JSON.stringify({ ...file, steps: swap(file.steps ?? []), expect: swap(file.expect ?? []) });
}
