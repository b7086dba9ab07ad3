/** Without a network, once loaded. */
import type { Page } from '@playwright/test';
import { waitUntilAlive } from './fixtures';
import { expect, test } from './lab-page';

test.use({ storesSite: true });

/** Waits until the service worker has stored everything and answers for this page. */
async function waitUntilStored(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
    });
  });
}

test('a lab that was loaded once works without a network, engine, dialogs and gallery included', async ({
  lab,
  page,
  context,
}) => {
  await page.goto('./');
  await waitUntilStored(page);
  await context.setOffline(true);
  await lab.open('./lab/?scenario=row-16-peer-not-heard');
  await expect(lab.title()).toHaveText('The recovery manager of a node stops');
  await lab.nextChangeUntil('imp2', 'Running in Backup Mode');
  await page.reload();
  await lab.isReady();
  await lab.key('3');
  await expect(lab.part('imp1', 'Database, down')).toBeVisible();
  for (const [menu, entry, title] of [
    ['Settings', 'Parameters…', 'Parameters'],
    ['Settings', 'Users…', 'Users'],
    ['Settings', 'Redundancy groups…', 'Presence redundancy groups'],
    ['Scenario', 'Edit this scenario…', 'Edit the scenario'],
  ] as const) {
    await lab.choose(menu, entry);
    await lab.dialog(title).getByRole('button', { name: 'Close' }).click();
    await expect(lab.dialog(title)).toBeHidden();
  }
  await lab.toggle('State map');
  await lab.panel('State map');
  await lab.key('o');
  const dialog = lab.dialog('Open a scenario');
  await dialog.getByRole('button', { name: /^Row 13\b/ }).click();
  await expect(lab.title()).toHaveText('The database of a node stops');
});

test('once loaded, every page opens without a network', async ({ page, context }) => {
  await page.goto('./');
  await waitUntilStored(page);
  await context.setOffline(true);
  for (const path of [
    './',
    './lab/',
    './lab',
    './lab/?run=x',
    './glossary/',
    './reference/find/',
    './learn/',
    './learn/heartbeat/',
    './exercises/critical-service-down/',
    './progress/',
  ]) {
    await page.goto(path);
    await waitUntilAlive(page);
    await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
  }
});

test('a copy of the site elsewhere on the host keeps its own store', async ({ page, baseURL }) => {
  await page.goto('./');
  await page.evaluate(() => caches.open('presence-redundancy-lab http://127.0.0.1/elsewhere/ 1'));
  await waitUntilStored(page);
  const names = await page.evaluate(() => caches.keys());
  expect(names).toContain('presence-redundancy-lab http://127.0.0.1/elsewhere/ 1');
  expect(names.filter((name) => name.startsWith(`presence-redundancy-lab ${baseURL ?? ''} `))).toHaveLength(
    1,
  );
});

test('the search works without a network once the site is stored', async ({ page, context }) => {
  await page.goto('./glossary/');
  await waitUntilStored(page);
  await context.setOffline(true);
  await page.goto('./search/?q=heartbeat');
  await expect(page.getByRole('region', { name: /^Parameters/ })).toBeVisible();
  await page.getByRole('link', { name: 'Keep-alive', exact: true }).click();
  await expect(page).toHaveURL(/\/glossary\/#keep-alive$/);
});
