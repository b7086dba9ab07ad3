import { expect, test, waitUntilAlive } from './fixtures';

const pages = ['./', './lab/', './gallery/', './glossary/', './search/', './reference/', './learn/'];

test('the first page says what this is and leads to the lab', async ({ page }) => {
  await page.goto('./');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.getByRole('link', { name: 'Open the lab' }).click();
  await expect(page).toHaveURL(/\/lab\/$/);
});

test('every page says that it is not the vendor’s', async ({ page }) => {
  for (const path of pages) {
    await page.goto(path);
    await expect(page.getByRole('contentinfo')).toContainText('not affiliated');
  }
});

test('a page can be opened at its own address, with and without the slash', async ({ page }) => {
  for (const path of ['./lab/', './lab', './lab/?x=1#y']) {
    await page.goto(path);
    await waitUntilAlive(page);
    await expect(page.getByRole('navigation').getByRole('link', { name: 'Lab' })).toHaveAttribute(
      'aria-current',
      'page',
    );
  }
});

test('the first stop of the keyboard skips to the content', async ({ page }) => {
  await page.goto('./');
  await waitUntilAlive(page);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('the theme is chosen by keyboard and remembered', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('./');
  await waitUntilAlive(page);
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await ground();
  await expect(page.getByRole('radio', { name: 'As the system' })).toBeChecked();

  await page.getByRole('radio', { name: 'As the system' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  expect(await ground()).not.toBe(light);

  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();

  await page.getByRole('radio', { name: 'As the system' }).check();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  expect(await ground()).toBe(light);
});

test('a theme in storage that cannot be chosen is passed over', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('presence-redundancy-lab:theme', '"><script>');
  });
  await page.goto('./');
  await waitUntilAlive(page);
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  await expect(page.getByRole('radio', { name: 'As the system' })).toBeChecked();
});

test('digits of times all have one width, in the site’s own type', async ({ page }) => {
  await page.goto('./');
  await page.evaluate(() => document.fonts.ready);
  const widths = await page.evaluate(() => {
    const line = document.createElement('p');
    line.className = 'tabular';
    document.body.append(line);
    return [...'0123456789'].map((digit) => {
      const box = document.createElement('span');
      box.textContent = digit.repeat(10);
      line.append(box);
      return box.getBoundingClientRect().width;
    });
  });
  expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(0.1);
  expect(await page.evaluate(() => [...document.fonts].some((font) => font.status === 'loaded'))).toBe(true);
});

test('every room says where you are, also on the pages in it', { tag: '@once' }, async ({ page }) => {
  const room = (name: string) =>
    page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true });
  for (const [path, name, current] of [
    ['./', 'Start', 'page'],
    ['./learn/', 'Learn', 'page'],
    ['./learn/verify-services/', 'Learn', 'true'],
    ['./lab/', 'Lab', 'page'],
    ['./gallery/', 'Gallery', 'page'],
    ['./reference/', 'Reference', 'page'],
    ['./reference/rows/peer-not-heard/', 'Reference', 'true'],
    ['./reference/find/', 'Reference', 'true'],
  ] as const) {
    await page.goto(path);
    await expect(room(name), path).toHaveAttribute('aria-current', current);
    await expect(page.getByRole('navigation', { name: 'Main' }).locator('[aria-current]')).toHaveCount(1);
  }
  await page.goto('./glossary/');
  await expect(page.getByRole('navigation', { name: 'Main' }).locator('[aria-current]')).toHaveCount(0);
});

test('a page is loaded as one of its own wherever one comes from, so that its script begins with it', async ({
  page,
}) => {
  await page.goto('./lab/');
  await waitUntilAlive(page);
  for (const room of ['Reference', 'Lab', 'Reference']) {
    await page.evaluate(() => {
      document.documentElement.dataset.before = '';
    });
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: room, exact: true })
      .click();
    await expect(page.locator('html')).not.toHaveAttribute('data-before');
    await waitUntilAlive(page);
  }
});
