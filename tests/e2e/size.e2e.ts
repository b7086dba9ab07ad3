import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { kindOfPage, sizeBudgets } from '../../config/size-budgets.ts';
import { expect, test, waitUntilAlive } from './fixtures';

// What a page really loads by itself on a first visit, as against what scripts/check-size.ts reads from the files.

/** Waits for a lab to be there, and answers what it had asked for by then: a little later it fetches the rest by itself. */
async function scriptsAtFirstSight(page: Page): Promise<ReadonlySet<string>> {
  const names = await page.waitForFunction(() => (window as { askedFor?: readonly string[] }).askedFor);
  return new Set(await names.jsonValue());
}

/** Notes in the page what has been asked for when the transport of its lab appears. */
function noteFirstSight(): void {
  new MutationObserver((_, observer) => {
    if (!document.querySelector('section[aria-label=Time]')) return;
    observer.disconnect();
    const askedFor = performance.getEntriesByType('resource').map(({ name }) => name);
    Object.assign(window, { askedFor });
  }).observe(document, { childList: true, subtree: true });
}

for (const path of ['', 'lab/']) {
  const hasLab = kindOfPage(path) !== 'without-lab';
  const budgetKb = hasLab ? sizeBudgets.labFirstLoadKb : sizeBudgets.pageWithoutLabKb;

  test(`/${path} loads at most ${budgetKb} kB of JavaScript before anything is clicked`, async ({ page }) => {
    const scripts = new Map<string, Promise<Buffer>>();
    page.on('response', (response) => {
      if (new URL(response.url()).pathname.endsWith('.js')) scripts.set(response.url(), response.body());
    });
    await page.addInitScript(noteFirstSight);
    await page.goto(`./${path}`);
    await waitUntilAlive(page);
    await page.waitForLoadState('networkidle');
    const early = hasLab ? await scriptsAtFirstSight(page) : new Set(scripts.keys());
    // The engine's worker answered, so that its script was there, whether or not the page's own list has it.
    const counted = [...scripts].filter(([url]) => early.has(url) || url.includes('/workers/'));
    const sizes = await Promise.all(
      counted.map(async ([, body]) => gzipSync(await body, { level: 9 }).length),
    );
    expect(sizes.length).toBeGreaterThan(0);
    const totalKb = sizes.reduce((sum, size) => sum + size, 0) / 1000;
    expect(totalKb).toBeLessThanOrEqual(budgetKb);
    if (hasLab) expect(totalKb, 'the lab itself is among what was counted').toBeGreaterThan(100);
  });
}
