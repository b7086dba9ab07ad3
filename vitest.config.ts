import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import type { TestProjectConfiguration } from 'vitest/config';
import { findChromium, launchOptionsFor, rememberChromium } from './scripts/find-chromium.ts';

/** `npx vitest run` runs all three kinds; `--project unit` (or `property`, `component`) runs one. */
export default defineConfig(async () => ({
  test: {
    projects: [unit, property, ...(isWanted('component') ? [await component()] : [])],
    passWithNoTests: true,
  },
}));

/** Code and whole runs, in Node. Rune classes and components are tested in a browser instead. */
const unit: TestProjectConfiguration = {
  extends: './vite.config.ts',
  test: {
    name: 'unit',
    environment: 'node',
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts', 'scripts/**/*.test.ts', 'config/**/*.test.ts'],
    exclude: ['src/**/*.svelte.test.ts', 'tests/property/**', 'tests/e2e/**'],
  },
};

/** Random action sequences over the engine: longer by nature. */
const property: TestProjectConfiguration = {
  test: {
    name: 'property',
    environment: 'node',
    include: ['tests/property/**/*.test.ts'],
    testTimeout: 600_000,
  },
};

/** Components and rune classes, in a real Chromium. */
async function component(): Promise<TestProjectConfiguration> {
  const found = await findChromium();
  if (process.env.CHROME_PATH === undefined) console.log(`Component tests run in ${found.description}`);
  rememberChromium(found);
  return {
    extends: './vite.config.ts',
    test: {
      name: 'component',
      include: ['src/**/*.svelte.test.ts'],
      // Components are seen in the site's own colours and sizes.
      setupFiles: ['tests/component-styles.ts'],
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: launchOptionsFor(found) }),
        instances: [{ browser: 'chromium', viewport: { width: 1280, height: 800 } }],
      },
    },
  };
}

/** Whether the command line leaves a project in: looking for a browser is spared where none is needed. */
function isWanted(name: string): boolean {
  const chosen = process.argv.flatMap((argument, index, all) => {
    if (argument === '--project') return [all[index + 1]];
    return argument.startsWith('--project=') ? [argument.slice('--project='.length)] : [];
  });
  return chosen.length === 0 || chosen.includes(name);
}
