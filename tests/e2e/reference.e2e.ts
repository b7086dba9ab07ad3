/** The reference: from what two nodes show to the page that says what it means, and the whole table. */
import type { Page } from '@playwright/test';
import { expect, test, waitUntilAlive } from './fixtures';

async function open(page: Page, path: string): Promise<void> {
  await page.goto(`./reference/${path}`);
  await waitUntilAlive(page);
}

const found = (page: Page) => page.getByRole('main').getByRole('status');

test('what utils ha status prints leads to its row, in either order', async ({ page }) => {
  await open(page, 'find/');
  const paste = page.getByRole('textbox', { name: 'Paste or type' });
  const lines = [
    'Node 1 Name : imp1 State: Failed Over with Critical Services not Running Reason: Critical\nService Down',
    'Node 2 Name : imp2 State: Running in Backup Mode Reason: Critical Service Down',
  ];
  for (const order of [lines, lines.toReversed()]) {
    await paste.fill(`admin: utils ha status\nSubcluster Name: DefaultCluster\n${order.join('\n')}\nadmin:`);
    await expect(found(page)).toContainText('This is:');
    await expect(found(page).getByRole('link')).toHaveText('A critical service is down');
  }

  // The pair stands in the address, and comes back with it.
  await page.reload();
  await expect(found(page).getByRole('link')).toHaveText('A critical service is down');
  await expect(page.getByRole('group', { name: 'The other node' }).getByLabel('State')).toHaveValue(
    'failed-over-critical-services-not-running',
  );

  await found(page).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A critical service is down');
  await expect(page.getByRole('list').filter({ hasText: 'Once all five run' })).toBeVisible();
});

test(
  'the finder says what it cannot read, and that the guide has no row',
  { tag: '@once' },
  async ({ page }) => {
    await open(page, 'find/?state1=%3Cimg+src%3Dx%3E&reason2=__proto__');
    const paste = page.getByRole('textbox', { name: 'Paste or type' });
    await expect(found(page)).toHaveText('');

    await paste.fill('State: Runing in Backup Mode Reason: <img src=x onerror=alert(1)>\nState: Failed Over');
    await expect(found(page)).toContainText('Not read: «<img src=x onerror=alert(1)>»');
    await expect(found(page).locator('img')).toHaveCount(0);
    await found(page).getByRole('button', { name: 'Running in Backup Mode' }).click();
    await expect(paste).toHaveValue(/^State: Running in Backup Mode/);

    await paste.fill('Failed Over / Initialization, Running in Backup Mode / Peer Down');
    await expect(found(page)).toContainText('The guide has no row for this pair. These come nearest:');
    await expect(found(page).getByRole('link', { name: 'The peer is no longer heard' })).toBeVisible();

    // Half of what is known leaves a choice.
    const node = (name: string) => page.getByRole('group', { name });
    await page.getByRole('button', { name: 'Clear' }).click();
    await expect(found(page)).toHaveText('');
    await node('One node').getByLabel('State').selectOption('Idle');
    await expect(found(page).getByRole('link')).toHaveCount(4);
    await node('The other node').getByLabel('Reason').selectOption('On Admin Request');
    await expect(found(page).getByRole('link')).toHaveCount(2);
    await node('One node').getByLabel('Reason').selectOption('Initialization');
    await expect(found(page).getByRole('link')).toHaveText(
      'The recovery manager of the idle node was restarted',
    );
    await expect(page).toHaveURL(/state1=idle&reason1=Initialization&reason2=On\+Admin\+Request$/);
  },
);

test(
  'the whole table is filtered and sorted, and its address brings that back',
  { tag: '@once' },
  async ({ page }) => {
    await open(page, 'table/?family=lost-peers');
    const rows = page.locator('tbody').getByRole('row');
    await expect(rows).toHaveCount(3);
    await expect(page.getByRole('main').getByRole('status')).toHaveText('3 of 24 pairs');

    await page.getByRole('button', { name: 'Show all' }).click();
    await expect(rows).toHaveCount(24);
    await page.getByLabel('Reason').selectOption('Critical Service Down');
    await expect(rows).toHaveCount(3);
    await page.getByRole('button', { name: 'What it is' }).click();
    const titles = () => rows.getByRole('rowheader').getByRole('link').allTextContents();
    const sorted = [
      'A critical service is down',
      'The backup lost a critical service too',
      'The failed node is well again and waits for a fallback',
    ];
    expect(await titles()).toEqual(sorted);
    await page.getByRole('button', { name: 'What it is' }).click();
    await expect(page.getByRole('columnheader', { name: 'What it is' })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
    expect(await titles()).toEqual(sorted.toReversed());

    await page.reload();
    await waitUntilAlive(page);
    expect(await titles()).toEqual(sorted.toReversed());
  },
);

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a row says all there is to say, and leads on', async ({ page }) => {
    await page.goto('./reference/rows/peer-not-heard/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The peer is no longer heard');
    for (const heading of ['What it means', 'What to do', 'Where it goes from here', 'A run that reaches it'])
      await expect(page.getByRole('heading', { name: heading })).toBeVisible();
    await expect(page.getByRole('figure').first()).toContainText('Server Recovery Manager: stopped');
    await expect(page.getByRole('table')).toContainText('imp2: Normal → Taking Over (Peer Down)');
    await expect(page.getByRole('link', { name: 'Run it in the lab' })).toHaveAttribute(
      'href',
      /\/lab\/\?scenario=row-16-peer-not-heard$/,
    );
    await page.getByRole('link', { name: 'Peer Down', exact: true }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Peer Down');
    await page.getByRole('link', { name: 'Keep Alive (Heartbeat) Timeout' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Keep Alive (Heartbeat) Timeout');
  });

  test('the whole table is there, and what needs a script is not', { tag: '@once' }, async ({ page }) => {
    await page.goto('./reference/table/');
    await expect(page.locator('tbody').getByRole('row')).toHaveCount(24);
    await expect(page.getByLabel('Family')).toBeHidden();
    await page.goto('./reference/find/');
    await expect(page.getByRole('textbox', { name: 'Paste or type' })).toBeHidden();
    await expect(page.getByRole('link', { name: 'The peer is no longer heard' })).toBeVisible();
  });
});
