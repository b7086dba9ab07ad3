/** The administration pages as a panel of the lab: the same cluster as on the stage, in the log, and by mouse. */
import type { Locator, Page } from '@playwright/test';
import { expect, test, type LabPage } from './lab-page';
import { expectNoBarriers } from './wcag';

/** Opens the panel, and gives the pages in it. */
async function openPages(lab: LabPage): Promise<Locator> {
  await lab.open();
  await lab.toggle('Administration pages');
  const pages = await lab.panel('Administration pages');
  await expect(pages.getByRole('heading', { name: 'Cisco Unified CM Administration' })).toBeVisible();
  return pages;
}

/** Goes by product, menu and item, as the guide's procedures begin. */
async function goByMenu(pages: Locator, product: string, menu: string, item: string): Promise<void> {
  await pages.getByRole('combobox', { name: 'Navigation' }).selectOption(product);
  await pages.getByRole('button', { name: 'Go to the product' }).click();
  const bar = pages.getByRole('navigation', { name: `Menus of ${product}` });
  await bar.getByRole('button', { name: menu, exact: true }).click();
  await bar.getByRole('button', { name: item, exact: true }).click();
}

test('what is done on the pages is seen on the stage and stands in the log, and the other way round @once', async ({
  lab,
}) => {
  const pages = await openPages(lab);
  await goByMenu(
    pages,
    'Cisco Unified IM and Presence Serviceability',
    'Tools',
    'Control Center - Network Services',
  );
  await pages.getByRole('combobox', { name: 'Server' }).selectOption('imp1');
  await pages.getByRole('button', { name: 'Go to the server' }).click();
  await pages.getByRole('radio', { name: 'Cisco XCP Router' }).check();
  await pages.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(pages.getByRole('row', { name: /Cisco XCP Router/ })).toContainText('Stopped');
  await expect(lab.part('imp1', 'Cisco XCP Router, stopped')).toBeVisible();

  await lab.actOn('imp1', 'Cisco XCP Router', 'Start');
  await expect(pages.getByRole('row', { name: /Cisco XCP Router/ })).toContainText('Starting');
  await pages.getByRole('button', { name: 'Restart', exact: true }).click();
  await pages.getByRole('button', { name: 'Let time run' }).click();
  await expect(lab.button('Pause')).toBeVisible();
  await lab.setSpeed('200 ×');
  await expect(pages.getByRole('row', { name: /Cisco XCP Router/ })).toContainText('Started');
  await lab.button('Pause').click();

  await goByMenu(pages, 'Cisco Unified CM Administration', 'System', 'Presence Redundancy Groups');
  await pages.getByRole('button', { name: 'Find', exact: true }).click();
  await pages.getByRole('button', { name: 'DefaultCUPSubCluster', exact: true }).click();
  await pages.getByRole('button', { name: 'Failover imp1' }).click();
  await expect(lab.node('imp1').getByText('Failing Over')).toBeVisible();
  await lab.nextChangeUntil('imp2', 'Running in Backup Mode');
  await expect(pages.getByRole('row', { name: /imp2/ })).toContainText('Running in Backup Mode');
  const log = await lab.panel('Event log');
  await log.getByRole('button', { name: /^Done: imp1: failover/ }).click();
  await expect(log.getByText('Done on an admin page.')).toBeVisible();
});

/** Checks that nothing of the pages is lost beside the screen, or unreadable. */
async function expectReadable(page: Page, what: string): Promise<void> {
  const tooWide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(tooWide, what).toBeLessThanOrEqual(0);
  await expectNoBarriers(page, what, { part: 'section[aria-label="Administration pages"]' });
}

test('the pages pass the automatic part of WCAG 2.2 AA, wide and 320 pixels narrow, in light and dark @once', async ({
  lab,
  page,
}) => {
  test.slow();
  // So tall that all is on the screen: what sticks to its edge would cover a part of what can be scrolled clear of it.
  const height = 8000;
  const pages = await openPages(lab);
  await page.setViewportSize({ width: 1280, height });
  await goByMenu(pages, 'Cisco Unified CM Administration', 'System', 'Presence Redundancy Groups');
  await pages.getByRole('button', { name: 'Add New' }).click();
  await pages.getByRole('textbox', { name: 'Name' }).fill('no good');
  await pages.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(pages.getByRole('group', { name: 'Not saved' })).toBeFocused();
  await expectReadable(page, 'a form with faults, wide');

  await page.setViewportSize({ width: 320, height });
  await goByMenu(pages, 'Cisco Unified CM Administration', 'System', 'Presence Redundancy Groups');
  await pages.getByRole('button', { name: 'Find', exact: true }).click();
  await pages.getByRole('button', { name: 'DefaultCUPSubCluster', exact: true }).click();
  await expect(pages.getByRole('button', { name: 'Failover imp1' })).toBeVisible();
  await expectReadable(page, 'states and buttons, narrow');
});
