/** Figures of the browser, measured on the built site. They are no part of the tests: see figures.ts. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import base from '../../playwright.config.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [firstServer] = [base.webServer ?? []].flat();

export default defineConfig({
  ...base,
  testDir: '.',
  testMatch: 'figures.ts',
  outputDir: `${root}/test-results/figures`,
  projects: base.projects?.slice(0, 1) ?? [],
  ...(firstServer && { webServer: { ...firstServer, cwd: root } }),
  // Nothing else is to keep the page busy.
  use: { ...base.use, trace: 'off' },
  workers: 1,
  timeout: 180_000,
});
