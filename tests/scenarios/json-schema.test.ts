import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type Schema } from 'ajv';
import { describe, expect, it } from 'vitest';
import { formatScenarioSchema, SCHEMA_PATH } from '../../scripts/scenario-json-schema';
import { CONTENT_FOLDER, FIXTURES_FOLDER, namesIn, readText } from './files';

const INVALID_FOLDER = `${FIXTURES_FOLDER}/invalid`;
const PUBLISHED = readFileSync(join('static', SCHEMA_PATH), 'utf8');
const validate = new Ajv({ strict: false }).compile(JSON.parse(PUBLISHED) as Schema);

/** What is wrong only between fields, or only by what code can check: a JSON Schema cannot say it. */
const BEYOND_A_SCHEMA = [
  'different-publishers.json',
  'different-versions-in-the-default-group.json',
  'different-versions.json',
  'duplicate-group-names.json',
  'duplicate-node-names.json',
  'expectation-after-the-end.json',
  'expectation-names.json',
  'expectation-row-of-several-groups.json',
  'group-of-unknown-node.json',
  'ha-with-one-node.json',
  'no-groups.json',
  'no-users.json',
  'node-in-two-groups.json',
  'node-twice-in-a-group.json',
  'parameter-bounds.json',
  'parameter-steps-without-node.json',
  'relogin-limits-for-all.json',
  'relogin-limits.json',
  'steps-go-back.json',
  'steps-without-sense.json',
  'unknown-names.json',
];

describe('the published JSON Schema', () => {
  it('is up to date with the schema that checks scenarios', async () => {
    expect(PUBLISHED).toBe(await formatScenarioSchema());
  });

  it.each(namesIn(CONTENT_FOLDER, '.json'))('accepts %s', (name) => {
    validate(JSON.parse(readText(CONTENT_FOLDER, name)));
    expect(validate.errors ?? []).toEqual([]);
  });

  it.each(namesIn(INVALID_FOLDER, '.json').filter((name) => !BEYOND_A_SCHEMA.includes(name)))(
    'refuses %s',
    (name) => {
      expect(validate(JSON.parse(readText(INVALID_FOLDER, name)))).toBe(false);
    },
  );

  it.each(BEYOND_A_SCHEMA)('leaves %s to the check', (name) => {
    expect(validate(JSON.parse(readText(INVALID_FOLDER, name)))).toBe(true);
  });

  it('describes its fields', () => {
    expect(PUBLISHED.match(/"description": "/g)?.length).toBeGreaterThan(40);
  });
});
