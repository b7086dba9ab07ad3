/** Each step of each lesson asks for something: Next by itself leads nowhere, and who skips has not done it. */
import { pagePaths } from './built-site';
import { expect, test } from './lesson-page';

const SLUGS = pagePaths().flatMap((path) => /^learn\/([^/]+)\/$/.exec(path)?.[1] ?? []);

test('there are lessons to walk through', { tag: '@once' }, () => {
  expect(SLUGS).toHaveLength(11);
});

for (const slug of SLUGS)
  test(`Next alone completes no step of ${slug}`, { tag: '@once' }, async ({ lesson, page }) => {
    test.slow();
    await page.goto(`./learn/${slug}/`);
    await expect(lesson.lab.transport).toBeVisible({ timeout: 20_000 });
    const headings = page.locator('main section[id]:has(> h2)').getByRole('heading', { level: 2 });
    const steps = await headings.count();
    expect(steps).toBeGreaterThan(4);
    for (let step = 0; step < steps; step += 1) {
      await expect(lesson.presentStep()).toHaveText(await headings.nth(step).innerText());
      await lesson.nextIsShut();
      await lesson.button('Skip this step').click();
      await expect(headings.nth(step)).toContainText('skipped');
    }
    await expect(headings.filter({ hasText: 'skipped' })).toHaveCount(steps);
    await page.goto('./learn/');
    await expect(page.getByText(/[1-9] of \d+ steps done/)).toHaveCount(0);
  });
