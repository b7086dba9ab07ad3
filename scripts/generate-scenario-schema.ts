/** Writes the published JSON Schema: `npx tsx scripts/generate-scenario-schema.ts`, after any change of the format. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formatScenarioSchema, SCHEMA_PATH } from './scenario-json-schema.ts';

const path = join('static', SCHEMA_PATH);
mkdirSync(dirname(path), { recursive: true });
writeFileSync(path, await formatScenarioSchema());
console.log(`Wrote ${path}`);
