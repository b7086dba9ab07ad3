import { describe, expect, it } from 'vitest';
import { matchRow, ROWS, runScenario, type Scenario } from '../../src/engine';
import { CONTENT_FOLDER, FIXTURES_FOLDER, namesIn, readText, scenarioOf, withSwappedNodes } from './files';

const ROW_FILES = namesIn(CONTENT_FOLDER, '.json').filter((name) => name.startsWith('row-'));
const RECIPES_FOLDER = `${FIXTURES_FOLDER}/recipes`;

/** Runs a scenario and says what of it did not come as it should. */
function failuresOf(scenario: Scenario) {
  const report = runScenario(scenario);
  return {
    unexpected: report.checks.filter((check) => !check.ok),
    refused: report.refused,
    violations: report.violations ?? [],
  };
}
const NO_FAILURES = { unexpected: [], refused: [], violations: [] };

/** The expectations of a scenario that name a row and both nodes. */
function fullExpectations(scenario: Scenario, row: number) {
  return scenario.expect.filter(
    (expected) => expected.row === row && Object.keys(expected.nodes ?? {}).length === 2,
  );
}

describe('scenarios of the rows of Table 2', () => {
  it('are 24, one for each row, named by its number and slug', () => {
    const names = ROWS.map((row) => `row-${String(row.number).padStart(2, '0')}-${row.slug}.json`);
    expect(ROW_FILES).toEqual(names);
  });

  describe.each(ROW_FILES)('%s', (name) => {
    const number = Number(name.slice(4, 6));
    const text = readText(CONTENT_FOLDER, name);

    it('shows the row with state and reason of both nodes, as the table prints them', () => {
      const scenario = scenarioOf(text);
      expect(scenario.users).toBe(24);
      const [sight] = fullExpectations(scenario, number);
      const [first, second] = scenario.nodes.map((node) => {
        const { state, reason } = sight?.nodes?.[node.name] ?? {};
        if (state === undefined || reason === undefined)
          throw new Error(`${node.name} is not fully expected`);
        return { state, reason };
      });
      expect(matchRow([first!, second!])?.row.number).toBe(number);
    });

    it('is reached by steps, every one of them allowed, and holds everything expected of it', () => {
      expect(failuresOf(scenarioOf(text))).toEqual(NO_FAILURES);
    });

    it('is reached with the nodes in each other’s place as well', () => {
      expect(failuresOf(scenarioOf(withSwappedNodes(text, 'imp1', 'imp2')))).toEqual(NO_FAILURES);
    });
  });
});

describe('further recipes for rows', () => {
  const names = namesIn(RECIPES_FOLDER, '.json');

  it('are there', () => {
    expect(names.length).toBeGreaterThan(10);
  });

  it.each(names)('%s reaches its row, also with the nodes in each other’s place', (name) => {
    const text = readText(RECIPES_FOLDER, name);
    expect(fullExpectations(scenarioOf(text), Number(name.slice(4, 6)))).not.toHaveLength(0);
    expect(failuresOf(scenarioOf(text))).toEqual(NO_FAILURES);
    expect(failuresOf(scenarioOf(withSwappedNodes(text, 'imp1', 'imp2')))).toEqual(NO_FAILURES);
  });
});
