/** For each rule: does some expectation of the scenario files fail without it? */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseScenarioText, runScenario, type Scenario } from '../../src/engine';
import { ALL_RULES, withoutRule } from '../../src/engine/rules/table';

/** Names of all rules, in order. */
export const RULE_IDS: readonly string[] = ALL_RULES.map((rule) => rule.id);

const FOLDERS = ['content/scenarios', 'tests/fixtures/scenarios/recipes'];

/** Scenarios with thousands of users show nothing of the rules that small ones do not, and take long. */
const MOST_USERS = 1_000;

interface NamedScenario {
  readonly name: string;
  readonly scenario: Scenario;
}

/** All small scenarios with expectations. */
export function scenariosWithExpectations(): NamedScenario[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .flatMap((name) => {
        const checked = parseScenarioText(readFileSync(join(folder, name), 'utf8'));
        const isFit =
          checked.ok && checked.scenario.expect.length > 0 && checked.scenario.users <= MOST_USERS;
        return isFit ? [{ name, scenario: checked.scenario }] : [];
      }),
  );
}

const holds = ({ scenario }: NamedScenario): boolean => {
  const report = runScenario(scenario);
  return report.checks.every((check) => check.ok) && report.violations === undefined;
};

/** Name of the first scenario that fails without the rule; null if none does. */
export function scenarioThatNotices(ruleId: string, scenarios: readonly NamedScenario[]): string | null {
  const restore = withoutRule(ruleId);
  try {
    return scenarios.find((it) => !holds(it))?.name ?? null;
  } finally {
    restore();
  }
}
