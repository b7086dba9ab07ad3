/**
 * `npm run bench`: measures the engine beside its peers. The code is built first, as the site's is: what runs TypeScript
 * directly wraps functions in ways that cost more than some of them do. The built files are removed afterwards.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'vite';

/** Within the project, so that packages are found from there. */
const folder = mkdtempSync(resolve('node_modules', '.bench-'));
try {
  await build({
    configFile: false,
    logLevel: 'warn',
    mode: 'production',
    build: {
      ssr: resolve('scripts/bench/measure.ts'),
      outDir: folder,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'measure.mjs' } },
    },
  });
  const { status, error } = spawnSync(process.execPath, ['--expose-gc', resolve(folder, 'measure.mjs')], {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (error) throw error;
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
