/**
 * Every page that was built, as it is first seen: the automatic part of WCAG 2.2 AA in light and dark, and nothing cut off at 320 px.
 * The fixture watches the console and requests to other hosts meanwhile. What opens on a page is looked at by the tests of that page.
 */
import axe from 'axe-core';
import type { Page } from '@playwright/test';
import { pagePaths } from './built-site';
import { expect, test, waitUntilAlive } from './fixtures';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Pages are dealt out to so many tests, which run side by side. */
const SHARES = 4;

/** Runs axe, which must be on the page already; gives each rule that is broken with what breaks it. */
function violations(page: Page): Promise<string[]> {
  return page.evaluate(async (tags) => {
    const { axe: onPage } = window as unknown as { axe: typeof axe };
    const found = await onPage.run(document, { runOnly: tags, resultTypes: ['violations'] });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`),
    );
  }, TAGS);
}

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
        await page.emulateMedia({ colorScheme: 'light' });
        await page.setViewportSize({ width: 1280, height: 800 });
        await page.goto(`./${path}`);
        await waitUntilAlive(page);
        await page.evaluate(axe.source);
        const light = await violations(page);
        await page.emulateMedia({ colorScheme: 'dark' });
        const dark = await violations(page);
        await page.setViewportSize({ width: 320, height: 640 });
        const tooWide = await overhang(page);
        faults.push(
          ...light.map((what) => `/${path} in light: ${what}`),
          ...dark.map((what) => `/${path} in dark: ${what}`),
          ...(tooWide > 0 ? [`/${path} is ${String(tooWide)} px too wide at 320 px`] : []),
        );
      }
      expect(faults).toEqual([]);
    },
  );
}
