/** Without a network, once loaded. */
import { expect, test } from './lab-page';

test('a lab that was loaded once works without a network, engine, dialogs and gallery included', async ({
  lab,
  page,
  context,
}) => {
  await page.goto('./');
  await page.waitForFunction(async () => {
    await navigator.serviceWorker.ready;
    return navigator.serviceWorker.controller !== null;
  });
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
