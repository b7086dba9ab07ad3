import { expect, test } from './fixtures';
test('the first page leads to the lab', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('link', { name: /open the lab/i }).click();
  await expect(page).toHaveURL(/\/lab\/$/);
});
