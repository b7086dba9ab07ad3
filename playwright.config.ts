import { defineConfig } from '@playwright/test';
import { findChromium, launchOptionsFor, rememberChromium } from './scripts/find-chromium.ts';

const found = await findChromium();
if (process.env.CHROME_PATH === undefined) console.log(`End-to-end tests run in ${found.description}`);
rememberChromium(found);

/**
 * The built site on a plain static server: once as the whole host, once as a folder of it. Tests tagged @once are about
 * something that cannot depend on where the site stands.
 */
const sites = [
  { name: 'at the root', port: 4180, basePath: '/' },
  { name: 'in a folder', port: 4280, basePath: '/a/b/', grepInvert: /@once/ },
];

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.e2e.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  // On a build machine a test that fails is tried once more, and told as flaky if it then passes; by hand it just fails.
  retries: process.env.CI ? 1 : 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: launchOptionsFor(found),
    viewport: { width: 1280, height: 800 },
    actionTimeout: 15_000,
    // Recording every test takes as long as running it: on a build machine the second try of a failed one is recorded.
    trace: 'on-first-retry',
  },
  projects: sites.map(({ name, port, basePath, grepInvert }) => ({
    name,
    ...(grepInvert && { grepInvert }),
    use: { baseURL: `http://127.0.0.1:${String(port)}${basePath}` },
  })),
  webServer: sites.map(({ port, basePath }) => ({
    command: 'node --import tsx scripts/serve.ts',
    env: { PORT: String(port), BASE_PATH: basePath, STRICT_PORT: '1' },
    url: `http://127.0.0.1:${String(port)}${basePath}`,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 2_000 },
  })),
});
