/**
 * Every page that was built, as it is first seen: the automatic part of WCAG 2.2 AA in light and dark, and nothing cut off at 320 px.
 * The fixture watches the console and requests to other hosts meanwhile. What opens on a page is looked at by the tests of that page.
 */
import type { Page } from '@playwright/test';
import { pagePaths } from './built-site';
import { expect, test, waitUntilAlive } from './fixtures';
import { barriers } from './wcag';

/** Pages are dealt out to so many tests, which run side by side. */
const SHARES = 4;

const overhang = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

for (let share = 0; share < SHARES; share++) {
  test(
    `every page passes the automatic part of WCAG 2.2 AA in light and dark, and fits 320 px, share ${String(share + 1)} of ${String(SHARES)}`,
    { tag: '@once' },
    async ({ page }) => {
      test.setTimeout(240_000);
      const faults: string[] = [];
      for (const path of pagePaths().filter((_, index) => index % SHARES === share)) {
        await page.setViewportSize({ width: 1280, height: 800 });
        await page.goto(`./${path}`);
        await waitUntilAlive(page);
        const found = await barriers(page);
        await page.setViewportSize({ width: 320, height: 640 });
        const tooWide = await overhang(page);
        faults.push(
          ...found.map((what) => `/${path} ${what}`),
          ...(tooWide > 0 ? [`/${path} is ${String(tooWide)} px too wide at 320 px`] : []),
        );
      }
      expect(faults).toEqual([]);
    },
  );
}
