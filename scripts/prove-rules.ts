/**
 * Proves that no rule of the engine could be lost unnoticed: switches one after the other off and looks for a test that then
 * fails, first among the expectations of the scenario files, then among the engine's tests. Exit code 1 if a rule's absence
 * goes unnoticed.
 */
import { spawnSync } from 'node:child_process';
import { DISABLED_RULE } from '../tests/engine/disabled-rule.ts';
import { RULE_IDS, scenariosWithExpectations, scenarioThatNotices } from '../tests/engine/rule-proof.ts';

/** The tests that drive rules by steps at exact instants. */
const TEST_FILES = ['start', 'failover', 'fallback', 'peer', 'recovery', 'watch'].map(
  (name) => `tests/engine/${name}.test.ts`,
);

interface TestResults {
  readonly numTotalTests: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/**
 * Runs the engine's tests in a process of their own.
 *
 * @param ruleId the rule to switch off; null: none
 * @returns the name of the first test that fails, or null
 * @throws if the tests could not be run at all
 */
function testThatFails(ruleId: string | null): string | null {
  const { stdout, stderr } = spawnSync(
    'npx',
    [
      'vitest',
      'run',
      '--project',
      'unit',
      '--reporter',
      'json',
      '--bail',
      '1',
      '--pool',
      'threads',
      '--no-isolate',
      ...TEST_FILES,
    ],
    {
      encoding: 'utf8',
      env: { ...process.env, ...(ruleId === null ? {} : { [DISABLED_RULE]: ruleId }) },
      shell: process.platform === 'win32',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  const json = stdout.slice(stdout.indexOf('{'));
  const results = json === '' ? null : (JSON.parse(json) as TestResults);
  if (results === null || results.numTotalTests === 0) throw new Error(`the tests did not run: ${stderr}`);
  return (
    results.testResults.flatMap((file) => file.assertionResults).find((it) => it.status === 'failed')
      ?.fullName ?? null
  );
}

function main(): boolean {
  const startMs = Date.now();
  const scenarios = scenariosWithExpectations();
  const width = Math.max(...RULE_IDS.map((id) => id.length));
  const already = testThatFails(null);
  if (already !== null) throw new Error(`with every rule in force a test fails already: ${already}`);
  const unnoticed: string[] = [];
  for (const id of RULE_IDS) {
    const noticedBy = scenarioThatNotices(id, scenarios) ?? testThatFails(id);
    if (noticedBy === null) unnoticed.push(id);
    console.log(`${id.padEnd(width)}  ${noticedBy ?? 'NOBODY NOTICES'}`);
  }
  const seconds = Math.round((Date.now() - startMs) / 1000);
  console.log(
    `\n${RULE_IDS.length - unnoticed.length} of ${RULE_IDS.length} rules would be missed, in ${seconds} s`,
  );
  if (unnoticed.length > 0) console.log(`Unnoticed: ${unnoticed.join(', ')}`);
  return unnoticed.length === 0;
}

process.exitCode = main() ? 0 : 1;
