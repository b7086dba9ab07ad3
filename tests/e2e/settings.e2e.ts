/** What is set rather than broken: parameters, users, groups. */
import { expect, test } from './lab-page';

test('a parameter out of its bounds is marked and not saved; a good one shows in the run', async ({
  lab,
}) => {
  await lab.open();
  await lab.choose('Settings', 'Parameters…');
  const dialog = lab.dialog('Parameters');
  const delay = dialog.getByRole('textbox', { name: /^Critical Service Delay/ });
  const save = dialog.getByRole('button', { name: 'Save' });
  await expect(delay).toHaveValue('90');
  await expect(save).toHaveAttribute('aria-disabled', 'true');

  await delay.fill('0');
  await expect(delay).toHaveAttribute('aria-invalid', 'true');
  await expect(delay).toHaveAccessibleDescription(/at least 1/);
  await delay.press('Enter');
  await expect(dialog).toBeVisible();

  await delay.fill('30');
  await expect(delay).not.toHaveAttribute('aria-invalid', 'true');
  await save.click();
  await expect(dialog).toBeHidden();

  await lab.actOn('imp1', 'Cisco XCP Router', 'Stop');
  await lab.nextChangeUntil('imp1', 'Failing Over');
  await expect(lab.instant).toHaveText(/^0:30\.0/);
});

test(
  'parameters that do not fit together are not saved, and the field says why',
  { tag: '@once' },
  async ({ lab }) => {
    await lab.open();
    await lab.choose('Settings', 'Parameters…');
    const dialog = lab.dialog('Parameters');
    const timeout = dialog.getByRole('textbox', { name: /^Keep Alive \(Heartbeat\) Timeout/ });
    await timeout.fill('10');
    await expect(timeout).toHaveAccessibleDescription(/longer than/);
    await expect(dialog.getByRole('button', { name: 'Save' })).toHaveAttribute('aria-disabled', 'true');
    await dialog.getByRole('textbox', { name: /^Keep Alive \(Heartbeat\) Interval/ }).fill('5');
    await expect(timeout).not.toHaveAttribute('aria-invalid', 'true');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
  },
);

test(
  'users are added while all is well, and not in a failover state, where the dialog says why',
  { tag: '@once' },
  async ({ lab }) => {
    await lab.open();
    await lab.choose('Settings', 'Users…');
    const dialog = lab.dialog('Users');
    await dialog.getByRole('button', { name: 'Add user25' }).click();
    await expect(dialog).toContainText('25 users');
    await expect(dialog.getByRole('button', { name: 'Add user26' })).toBeVisible();
    await lab.key('Escape');
    await expect(dialog).toBeHidden();

    await lab.goTo(1);
    await lab.actOn('imp1', 'Failover, fallback', /^Failover/);
    await lab.choose('Settings', 'Users…');
    const add = dialog.getByRole('button', { name: 'Add user26' });
    await expect(add).toHaveAttribute('aria-disabled', 'true');
    await expect(add).toHaveAccessibleDescription(/failover state/);
    await expect(dialog).toContainText('25 users');
  },
);

test('a user is found by name, logged out and in', { tag: '@once' }, async ({ lab }) => {
  await lab.open();
  await lab.choose('Settings', 'Users…');
  const dialog = lab.dialog('Users');
  await dialog.getByRole('combobox', { name: 'User', exact: true }).fill('user7');
  await expect(dialog).toContainText('At home on imp1. Online on imp1');
  await dialog.getByRole('button', { name: 'Log out: user7' }).click();
  await expect(dialog).toContainText('At home on imp1. Offline');
  await dialog.getByRole('button', { name: 'Log in: user7' }).click();
  await expect(dialog).toContainText('At home on imp1. Online on imp1');
});

test(
  'high availability is switched off and on, and what a group does not allow says why',
  { tag: '@once' },
  async ({ lab }) => {
    await lab.open();
    await lab.choose('Settings', 'Redundancy groups…');
    const dialog = lab.dialog('Presence redundancy groups');
    const group = dialog.getByRole('region', { name: 'DefaultCUPSubCluster' });
    const remove = group.getByRole('button', { name: 'Delete the group' });
    await expect(remove).toHaveAttribute('aria-disabled', 'true');
    await expect(remove).toHaveAccessibleDescription(/high availability/i);

    await group.getByRole('button', { name: 'Disable high availability' }).click();
    await expect(group).toContainText('High availability is off');
    await expect(lab.node('imp1').getByText('High Availability Not Enabled')).toBeAttached();
    await group.getByRole('button', { name: 'Enable high availability' }).click();
    await expect(group).toContainText('High availability is on');
    await lab.key('Escape');
    await lab.nextChangeUntil('imp1', 'Normal');
  },
);

test('the link is made slow and lossy, within its bounds', { tag: '@once' }, async ({ lab }) => {
  await lab.open();
  await lab.choose('Settings', 'Redundancy groups…');
  const dialog = lab.dialog('Presence redundancy groups');
  const latency = dialog.getByRole('textbox', { name: /^Latency one way/ });
  await latency.fill('0');
  await expect(latency).toHaveAccessibleDescription(/at least 1/);
  await latency.fill('500');
  await dialog.getByRole('textbox', { name: /^Loss/ }).fill('25');
  await dialog.getByRole('button', { name: 'Change the link' }).click();
  await lab.key('Escape');
  await expect(lab.link()).toHaveText('Link 500 ms, 25 % lost');
});

test('a group is added for nodes that are in none, and renamed', { tag: '@once' }, async ({ lab }) => {
  await lab.open();
  await lab.paste({
    format: 'presence-redundancy-scenario',
    version: 1,
    cluster: { nodes: [{ name: 'a' }, { name: 'b' }, { name: 'c' }, { name: 'd' }], users: 8 },
  });
  await lab.choose('Settings', 'Redundancy groups…');
  const dialog = lab.dialog('Presence redundancy groups');
  const form = dialog.getByRole('region', { name: 'Add a group' }).or(dialog.locator('section').last());
  await form.getByRole('textbox', { name: 'Name' }).fill('Second');
  await form.getByRole('combobox', { name: 'First node' }).selectOption('c');
  await form.getByRole('combobox', { name: 'Second node' }).selectOption('d');
  await form.getByRole('button', { name: 'Add the group' }).click();
  await expect(dialog.getByRole('region', { name: 'Second' })).toContainText(
    'c and d. High availability is off',
  );
  await lab.key('Escape');
  await lab.main.getByRole('tab', { name: /^Second/ }).click();
  await expect(lab.node('d')).toBeVisible();
});
