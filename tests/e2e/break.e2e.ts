/** Faults by direct manipulation, what follows from them, and the way home. */
import { expect, test } from './lab-page';

test('a service that is stopped on the stage fails its node over, and a fallback brings both home', async ({
  lab,
}) => {
  await lab.open();
  await lab.actOn('imp1', 'Cisco XCP Router', 'Stop');
  await expect(lab.part('imp1', 'Cisco XCP Router, stopped')).toBeVisible();
  await expect(lab.node('imp1')).toContainText('0 online');
  await expect(lab.main.getByText('12 waiting', { exact: true })).toBeVisible();

  await lab.nextChangeUntil('imp1', 'Failed Over with Critical Services Not Running');
  await expect(lab.node('imp2').getByText('Running in Backup Mode')).toBeVisible();
  await expect(lab.pair()).toHaveText(
    'Failed Over with Critical Services Not Running / Critical Service Down — Running in Backup Mode / Critical Service Down',
  );

  await lab.actOn('imp1', 'Cisco XCP Router', 'Start');
  await lab.nextChangeUntil('imp1', 'Failed Over');
  await lab.actOn('imp1', 'Failover, fallback', 'Fallback: imp1 gets its users back');
  await expect(lab.node('imp1').getByText('Taking Back')).toBeVisible();
  await lab.nextChangeUntil('imp2', 'Falling Back');
  await lab.nextChangeUntil('imp2', 'Normal');
  await expect(lab.pair()).toHaveText('Normal / Normal — Normal / Normal');
});

test('a service crashes, and a broken one fails when it is started', { tag: '@once' }, async ({ lab }) => {
  await lab.open();
  await lab.actOn('imp2', 'Cisco Presence Engine', 'Crash');
  await expect(lab.part('imp2', 'Cisco Presence Engine, failed')).toBeVisible();
  await lab.actOn('imp2', 'Cisco Presence Engine', /^Break/);
  await lab.actOn('imp2', 'Cisco Presence Engine', 'Start');
  await expect(lab.part('imp2', 'Cisco Presence Engine, starting')).toBeVisible();
  await lab.nextChangeUntil('imp2', 'Failing Over');
  await expect(lab.part('imp2', 'Cisco Presence Engine, broken')).toBeVisible();

  await lab.actOn('imp2', 'Cisco Presence Engine', /^Mend/);
  await lab.actOn('imp2', 'Cisco Presence Engine', 'Start');
  await lab.nextChangeUntil('imp2', 'Failed Over');
  await expect(lab.part('imp2', 'Cisco Presence Engine, started')).toBeVisible();
});

test('a stopped database gives its own reason', { tag: '@once' }, async ({ lab }) => {
  await lab.open();
  await lab.actOn('imp1', 'Database', 'Stop');
  await expect(lab.part('imp1', 'Database, down')).toBeVisible();
  await lab.nextChangeUntil('imp2', 'Running in Backup Mode');
  await expect(lab.node('imp2').getByText('Database Failure')).toBeVisible();
});

test(
  'a cut link splits the brain; mended, the pair fails and is recovered',
  { tag: '@once' },
  async ({ lab }) => {
    await lab.open();
    await lab.act(lab.link(), 'Cut the link');
    await expect(lab.main.getByRole('button', { name: 'Link cut' })).toBeVisible();
    await lab.nextChangeUntil('imp2', 'Running in Backup Mode');
    await expect(lab.node('imp1').getByText('Running in Backup Mode')).toBeVisible();
    await expect(lab.main.getByRole('note')).toContainText('Split brain');

    await lab.act(lab.link(), 'Restore the link');
    await lab.nextChangeUntil('imp2', 'Running in Failed Mode');
    await lab.nextChangeUntil('imp1', 'Running in Failed Mode');
    await expect(lab.main.getByRole('note')).toBeHidden();
    await lab.actOn('imp1', 'Failover, fallback', 'Recover both nodes');
    await lab.nextChangeUntil('imp1', 'Normal');
    await lab.nextChangeUntil('imp2', 'Normal');
  },
);

test(
  'a node that is powered off cannot be reached, and comes back with what it kept',
  { tag: '@once' },
  async ({ lab }) => {
    await lab.open();
    await lab.actOn('imp1', 'Platform', 'Power off at once');
    await expect(lab.node('imp1').getByText('Unreachable')).toBeVisible();
    await lab.nextChangeUntil('imp2', 'Running in Backup Mode');
    await expect(lab.node('imp2').getByText('Peer Reboot')).toBeVisible();

    await lab.actOn('imp1', 'Platform', 'Power on');
    await expect(lab.part('imp1', 'Platform, booting')).toBeVisible();
    await lab.nextChangeUntil('imp1', 'Failed Over');
    await expect(lab.node('imp1').getByText('Initialization')).toBeVisible();
  },
);

test(
  'a recovery manager that is stopped shows no state, and its peer takes over',
  { tag: '@once' },
  async ({ lab }) => {
    await lab.open();
    await lab.actOn('imp1', 'Server Recovery Manager', 'Stop');
    await lab.nextChangeUntil('imp2', 'Running in Backup Mode');
    await expect(lab.node('imp2').getByText('Peer Down')).toBeVisible();
    await expect(lab.node('imp1').getByText('Unreachable')).toBeVisible();
  },
);

test('a node that nobody reaches takes over for itself: split brain', { tag: '@once' }, async ({ lab }) => {
  await lab.open();
  await lab.actOn('imp2', 'Network', /^Isolate/);
  await expect(lab.part('imp2', 'Network, isolated')).toBeVisible();
  await lab.nextChangeUntil('imp1', 'Running in Backup Mode');
  await expect(lab.main.getByRole('note')).toContainText('Split brain');
});

test(
  'a manual failover that cannot move the users fails both nodes, and recovers once moves work',
  { tag: '@once' },
  async ({ lab }) => {
    await lab.open();
    await lab.goTo(1);
    await lab.actOn('imp2', 'User moves', 'Make them fail');
    await lab.actOn('imp1', 'Failover, fallback', 'Failover: imp1 gives its users up');
    await lab.nextChangeUntil('imp1', 'Running in Failed Mode');
    await expect(lab.node('imp1')).toContainText('Take Over Users Failed');
    await lab.actOn('imp2', 'User moves', 'Let them work');
    await lab.actOn('imp1', 'Failover, fallback', 'Recover both nodes');
    await lab.nextChangeUntil('imp1', 'Normal');
  },
);

for (const hand of ['mouse', 'keyboard'] as const) {
  test(`a keep-alive on its way is lost by ${hand}, and only its receiver’s ring runs on`, async ({
    lab,
  }) => {
    await lab.open();
    await lab.pauseAtMessageOf('imp1', '0:15.000');
    const keepAlive = lab
      .keepAlives()
      .filter({ visible: true })
      .and(lab.page.getByLabel(/from imp1 to imp2/));
    if (hand === 'mouse') await keepAlive.click();
    else await keepAlive.press('Enter');
    await expect(keepAlive).toBeHidden();
    if (hand === 'keyboard') await expect(lab.link()).toBeFocused();

    await lab.jump(() => lab.button('Next event').click());
    await expect(lab.instant).toHaveText('0:15.020');
    await expect(
      lab.node('imp1').getByRole('listitem').filter({ hasText: 'Keep Alive Timeout' }),
    ).toContainText('1:00');
    await expect(
      lab.node('imp2').getByRole('listitem').filter({ hasText: 'Keep Alive Timeout' }),
    ).toContainText('0:46');
    const log = await lab.panel('Event log');
    await log.getByRole('button', { name: 'Keep-alives' }).click();
    await expect(log).toContainText(/keep-alive.*lost|lost.*keep-alive/i);
  });
}

test(
  'what is not offered stays in its place, can be focused, says why and does nothing',
  { tag: '@once' },
  async ({ lab }) => {
    await lab.open();
    await lab.part('imp1', 'Failover, fallback').click();
    const panel = lab.dialog('Failover and fallback of imp1');
    const fallback = panel.getByRole('button', { name: 'Fallback: imp1 gets its users back', exact: true });
    await expect(fallback).toHaveAttribute('aria-disabled', 'true');
    await expect(fallback).toHaveAccessibleDescription(/imp1 is Normal/);
    await fallback.focus();
    await expect(fallback).toBeFocused();
    await fallback.click({ force: true });
    await expect(panel).toBeVisible();
    await expect(lab.pair()).toHaveText('Normal / Normal — Normal / Normal');

    await lab.key('Escape');
    await expect(panel).toBeHidden();
    await expect(lab.part('imp1', 'Failover, fallback')).toBeFocused();
  },
);

test('a user who is pressed can be logged out and in again', { tag: '@once' }, async ({ lab }) => {
  await lab.open();
  await lab.act(lab.user('user1'), 'Log out');
  await expect(lab.user('user1')).toHaveAccessibleName(/logged out/);
  await expect(lab.node('imp1')).toContainText('11 online');
  await lab.user('user1').press('Enter');
  await lab.dialog('user1').getByRole('button', { name: 'Log in', exact: true }).press('Enter');
  await expect(lab.user('user1')).toHaveAccessibleName(/online on imp1/);
});

test(
  'the inspector does the same things in its own place, and says the same reasons',
  { tag: '@once' },
  async ({ lab }) => {
    await lab.open();
    await lab.goTo(1);
    const inspector = lab.main.getByRole('region', { name: 'Inspector' });
    const recover = inspector.getByRole('button', { name: 'Recover both nodes' });
    await expect(recover).toHaveAttribute('aria-disabled', 'true');
    await expect(recover).toHaveAccessibleDescription(/Running in Failed Mode/);
    await inspector.getByRole('button', { name: 'imp1', exact: true }).click();
    await inspector
      .getByRole('button', { name: /^Fail.?over/ })
      .first()
      .click();
    await expect(lab.node('imp1').getByText('Failing Over')).toBeVisible();
    await expect(lab.node('imp1').getByText('On Admin Request')).toBeVisible();
  },
);
