import { spawnSync } from 'node:child_process';
import { findChromium, rememberChromium } from './find-chromium.ts';

/** Everything `npm test` runs, in this order: what is quick and often wrong comes first. */
const steps: readonly (readonly [name: string, script: string])[] = [
  ['formatting', 'check:format'],
  ['types', 'check:types'],
  ['lint', 'check:lint'],
  ['unused code', 'check:unused'],
  ['unit tests', 'test:unit'],
  ['property tests', 'test:property'],
  ['component tests', 'test:component'],
  ['build', 'build'],
  ['JavaScript size', 'check:size'],
  ['end-to-end tests', 'test:e2e'],
];

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** Runs every step even if one fails, so that one run tells everything, and answers whether all passed. */
async function main(): Promise<boolean> {
  const found = await findChromium();
  console.log(`Tests in a browser use ${found.description}`);
  rememberChromium(found);

  const startMs = Date.now();
  const failed: string[] = [];
  for (const [name, script] of steps) {
    console.log(`\n── ${name} (npm run ${script}) ──`);
    const stepStartMs = Date.now();
    const { status } = spawnSync('npm', ['run', '--silent', script], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    if (status !== 0) failed.push(name);
    console.log(`── ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds(Date.now() - stepStartMs)}`);
  }

  const passedCount = steps.length - failed.length;
  console.log(
    `\n${String(passedCount)} of ${String(steps.length)} steps passed in ${seconds(Date.now() - startMs)}`,
  );
  if (failed.length > 0) console.log(`Failed: ${failed.join(', ')}`);
  return failed.length === 0;
}

main().then(
  (isPassed) => {
    process.exitCode = isPassed ? 0 : 1;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
