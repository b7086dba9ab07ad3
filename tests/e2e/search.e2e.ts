/** Looking something up: from any page, as one types, without a network, and without JavaScript. */
import { expect, test, waitUntilAlive } from './fixtures';

test('the field on a page leads to results by kind, and a result to its page', async ({ page }) => {
  await page.goto('./glossary/');
  await waitUntilAlive(page);
  await page.keyboard.press('/');
  const field = page.getByRole('search').getByRole('searchbox', { name: 'Search' });
  await expect(field).toBeFocused();
  await field.fill('split brain');
  await field.press('Enter');
  await expect(page).toHaveURL(/\/search\/\?q=split[+%20]+brain$/);
  await expect(page.getByRole('status').filter({ hasText: /^\d+ results\.$/ })).toBeVisible();
  const glossary = page.getByRole('region', { name: /^Glossary/ });
  await expect(glossary.getByRole('link').first()).toHaveText('Split brain');
  await expect(page.getByRole('main').locator('mark').first()).toHaveText(/^(split|brain)s?$/i);
  await expect(page.getByRole('region', { name: /^Runs in the gallery/ })).toBeVisible();
  await glossary.getByRole('link', { name: 'Split brain' }).click();
  await expect(page).toHaveURL(/\/glossary\/#split-brain$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Glossary' })).toBeVisible();
});

test('results follow what is typed, and so does the address', async ({ page }) => {
  await page.goto('./search/');
  await waitUntilAlive(page);
  const field = page.getByRole('searchbox');
  await expect(field).toBeFocused();
  await page.keyboard.type('critical servise delay', { delay: 20 });
  await expect(page.getByRole('status').filter({ hasText: 'words like these' })).toBeVisible();
  await expect(
    page
      .getByRole('region', { name: /^Parameters/ })
      .getByRole('link')
      .first(),
  ).toHaveText('Critical Service Delay');
  await expect(field).toHaveValue('critical servise delay');
  await expect(page).toHaveURL(/\?q=critical\+servise\+delay$/);
  await page.reload();
  await expect(field).toHaveValue('critical servise delay');
  await expect(page.getByRole('region', { name: /^Parameters/ })).toBeVisible();

  await field.fill('qqqzzz');
  await expect(page.getByText('Nothing found for «qqqzzz».')).toBeVisible();
});

test('a kind with many results opens the rest when asked', { tag: '@once' }, async ({ page }) => {
  await page.goto('./search/?q=failover');
  const scenarios = page.getByRole('region', { name: /^Runs in the gallery/ });
  await expect(scenarios.getByRole('listitem')).toHaveCount(5);
  await scenarios.getByRole('button', { name: /more of Runs in the gallery$/ }).click();
  expect(await scenarios.getByRole('listitem').count()).toBeGreaterThan(5);
});

test(
  'a slash that is typed into a field, or in the lab, stays what it is',
  { tag: '@once' },
  async ({ page }) => {
    await page.goto('./search/');
    await waitUntilAlive(page);
    await page.getByRole('searchbox').pressSequentially('a/b');
    await expect(page.getByRole('searchbox')).toHaveValue('a/b');
    await page.goto('./lab/');
    await waitUntilAlive(page);
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox', { name: 'Search' })).not.toBeFocused();
  },
);

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the search says that it needs some, and leads on', { tag: '@once' }, async ({ page }) => {
    await page.goto('./search/?q=failover');
    await expect(page.getByText('Searching needs JavaScript')).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: 'glossary' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Glossary' })).toBeVisible();
  });
});
