import type { KnipConfig } from 'knip';

/** The script blocks of a lesson, which is all that imports anything in it. */
function scriptBlocks(text: string): string {
  return [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, body]) => body).join('\n');
}

export default {
  entry: [
    'scripts/*.ts',
    'scripts/bench/measure.ts',
    'src/worker/worker.ts',
    'tests/e2e/*.e2e.ts',
    'content/**/*.md',
  ],
  project: [
    'src/**/*.{ts,svelte}',
    'scripts/**/*.ts',
    'config/**/*.ts',
    'tests/**/*.ts',
    'content/**/*.{ts,md}',
  ],
  compilers: { md: scriptBlocks },
  // What is exported for its own file's readers, such as the type of a parameter, is not dead.
  ignoreExportsUsedInFile: true,
} satisfies KnipConfig;
