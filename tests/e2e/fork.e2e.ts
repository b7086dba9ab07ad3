/** Rewinding, changing the past, and going back to what would have been. */
import { clock, expect, test } from './lab-page';

test('the past is changed in a branch of its own, and the old one is kept as it was', async ({ lab }) => {
  await lab.open();
  await lab.actOn('imp1', 'Cisco XCP Router', 'Stop');
  await lab.nextChangeUntil('imp2', 'Running in Backup Mode');
  const old = await lab.share();

  await lab.goTo(30);
  await expect(lab.pair()).toHaveText('Normal / Normal — Normal / Normal');
  await lab.actOn('imp1', 'Cisco XCP Router', 'Start');
  await expect(lab.notice(/A new branch begins at 0:30/)).toBeVisible();
  const branch = lab.main.getByRole('combobox', { name: 'Branch' });
  await expect(branch.getByRole('option')).toHaveCount(2);
  await lab.page.setViewportSize({ width: 1440, height: 900 });
  const room = await branch.boundingBox();
  const reset = await lab.main.getByRole('button', { name: 'Reset', exact: true }).boundingBox();
  expect(room!.x + room!.width, 'the name of a branch covers no button').toBeLessThanOrEqual(reset!.x);

  await lab.setSpeed('500 ×');
  await lab.button('Play').click();
  await expect(lab.instant).toHaveText(/^[3-9]:/);
  await lab.button('Pause').click();
  await expect(lab.pair()).toHaveText('Normal / Normal — Normal / Normal');

  await branch.selectOption({ index: 0 });
  await expect(lab.node('imp2').getByText('Running in Backup Mode')).toBeVisible();
  await lab.button('To the start').click();
  await expect(lab.instant).toHaveText(clock(0));
  await lab.nextChangeUntil('imp2', 'Running in Backup Mode');
  expect(await lab.share()).toEqual(old);
});

test('a branch can be branched again, and each keeps its own end', { tag: '@once' }, async ({ lab }) => {
  await lab.open();
  await lab.setSpeed('500 ×');
  await lab.goTo(100);
  await lab.goTo(20);
  await lab.actOn('imp1', 'Database', 'Stop');
  await lab.nextChangeUntil('imp2', 'Running in Backup Mode');
  await lab.goTo(60);
  await lab.actOn('imp2', 'Cisco SIP Proxy', 'Crash');
  await lab.nextChangeUntil('imp1', 'Running in Failed Mode');
  const branch = lab.main.getByRole('combobox', { name: 'Branch' });
  await expect(branch.getByRole('option')).toHaveCount(3);
  await branch.selectOption({ index: 1 });
  await expect(lab.part('imp2', 'Cisco SIP Proxy, started')).toBeVisible();
  await branch.selectOption({ index: 0 });
  await expect(lab.pair()).toHaveText('Normal / Normal — Normal / Normal');
});

test('an instant that is come back to is the same to the last bit', { tag: '@once' }, async ({ lab }) => {
  await lab.open('./lab/?scenario=row-22-backup-database-down-users-returned');
  await lab.button('To the furthest instant').click();
  await expect(lab.node('imp1').getByText('Backup Activated')).toBeVisible();
  const first = await lab.share();
  await lab.goTo(40);
  const early = await lab.share();
  await lab.setSpeed('200 ×');
  await lab.button('Play').click();
  await expect(lab.instant).toHaveText(/^[2-9]:/);
  await lab.button('Pause').click();
  await lab.goTo(40);
  expect((await lab.share()).hash).toBe(early.hash);
  await lab.goTo(400);
  await expect(lab.instant).toHaveText(first.instant);
  expect((await lab.share()).hash).toBe(first.hash);
});

test(
  'a reset brings the run back to its beginning, without what was done to it',
  { tag: '@once' },
  async ({ lab }) => {
    await lab.open();
    const fresh = await lab.share();
    await lab.key('1');
    await expect(lab.part('imp1', 'Cisco XCP Router, stopped')).toBeVisible();
    await lab.nextChangeUntil('imp1', 'Failing Over');
    await lab.goTo(10);
    await lab.key('3');
    await expect(lab.main.getByRole('combobox', { name: 'Branch' })).toBeVisible();
    await lab.main.getByRole('button', { name: 'Reset', exact: true }).click();
    await expect(lab.instant).toHaveText(clock(0));
    await expect(lab.part('imp1', 'Cisco XCP Router, started')).toBeVisible();
    await expect(lab.main.getByRole('combobox', { name: 'Branch' })).toBeHidden();
    expect((await lab.share()).hash).toBe(fresh.hash);
  },
);
