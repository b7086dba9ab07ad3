import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatFault, parseScenarioText } from '../../src/engine';
import { FIXTURES_FOLDER, namesIn, readText } from './files';

const FOLDER = `${FIXTURES_FOLDER}/invalid`;
const FAULTS = JSON.parse(readFileSync(`${FOLDER}-faults.json`, 'utf8')) as Record<string, string[]>;

describe('malformed scenario files', () => {
  it('are all in the table of what is wrong with them', () => {
    expect(namesIn(FOLDER, '.json', '.txt')).toEqual(Object.keys(FAULTS).sort());
  });

  it.each(Object.entries(FAULTS))('%s is told field by field what is wrong', (name, faults) => {
    const checked = parseScenarioText(readText(FOLDER, name));
    expect(checked.ok ? [] : checked.faults.map(formatFault)).toEqual(faults);
  });
});
