/** Runs the property tests in their long mode: 10,000 random sequences, and every situation in which a pair comes to rest. */
import { spawnSync } from 'node:child_process';

const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'property', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, LONG: '1' },
  shell: process.platform === 'win32',
});
process.exitCode = status ?? 1;
