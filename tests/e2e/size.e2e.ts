import { gzipSync } from 'node:zlib';
import { labPages, sizeBudgets } from '../../config/size-budgets.ts';
import { expect, test, waitUntilAlive } from './fixtures';

// What a page really loads by itself on a first visit, as against what scripts/check-size.ts reads from the files.

for (const path of ['', ...labPages]) {
  const budgetKb = labPages.includes(path) ? sizeBudgets.labFirstLoadKb : sizeBudgets.pageWithoutLabKb;

  test(`/${path} loads at most ${budgetKb} kB of JavaScript before anything is clicked`, async ({ page }) => {
    const scripts = new Map<string, Promise<Buffer>>();
    page.on('response', (response) => {
      if (new URL(response.url()).pathname.endsWith('.js')) scripts.set(response.url(), response.body());
    });
    await page.goto(`./${path}`);
    await waitUntilAlive(page);
    await page.waitForLoadState('networkidle');
    const sizes = (await Promise.all(scripts.values())).map((body) => gzipSync(body, { level: 9 }).length);
    expect(sizes.length).toBeGreaterThan(0);
    const totalKb = sizes.reduce((sum, size) => sum + size, 0) / 1000;
    expect(totalKb).toBeLessThanOrEqual(budgetKb);
  });
}
