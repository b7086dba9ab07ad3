/** The JSON Schema of the scenario format, made from the schema that checks every scenario. */
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { toJsonSchema, type JsonSchema } from '@valibot/to-json-schema';
import { scenarioFileSchema } from '../src/engine/index.ts';

/** Where the product publishes it, from the root of the site. */
export const SCHEMA_PATH = 'schema/scenario.v1.schema.json';

/**
 * What JSON Schema can say of a scenario file. It is as strict as the check for every field by itself; names that must
 * exist, times that must not decrease and bounds across fields are beyond it, so an editor may accept what a run refuses.
 */
export function scenarioJsonSchema(): JsonSchema {
  return toJsonSchema(scenarioFileSchema, {
    target: 'draft-07',
    typeMode: 'output',
    // Checks in code have no counterpart: reserved names, three decimals at most.
    ignoreActions: ['check', 'transform'],
  });
}

/** The JSON Schema as the text of its file, formatted as the project formats JSON. */
export async function formatScenarioSchema(): Promise<string> {
  const options = await resolveConfig(join('static', SCHEMA_PATH));
  return format(JSON.stringify(scenarioJsonSchema()), { ...options, plugins: [], parser: 'json' });
}
