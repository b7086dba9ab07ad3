/** Every rule of every field of the administration pages, with what it lets through and what it does not. */
import type { Locator } from '@playwright/test';
import { expect, test, type LabPage } from './lab-page';

const LONGEST = 128;
const CM = 'Cisco Unified CM Administration';
const IM_AND_PRESENCE = 'Cisco Unified CM IM and Presence Administration';

/** imp1 and imp2 in `pair`, imp3 alone in `single`, three nodes in no group. */
const CLUSTER = {
  nodes: [
    { name: 'imp1' },
    { name: 'imp2' },
    { name: 'imp3' },
    { name: 'imp4' },
    { name: 'old5', softwareVersion: '14.0.1' },
    { name: 'far6', databasePublisher: 'far6' },
  ],
  groups: [
    { name: 'pair', nodes: ['imp1', 'imp2'], highAvailability: true },
    { name: 'single', nodes: ['imp3'] },
  ],
  users: 4,
};

/** A value that is typed or chosen, and what is said to it. */
type Refused = readonly [value: string, why: RegExp];

/** A page of the administration, on a cluster at rest. */
class AdminForm {
  constructor(
    readonly lab: LabPage,
    readonly pages: Locator,
  ) {}

  static async open(lab: LabPage): Promise<AdminForm> {
    await lab.open();
    await lab.paste({
      format: 'presence-redundancy-scenario',
      version: 1,
      title: 'Forms',
      cluster: CLUSTER,
      steps: [],
      until: 60,
    });
    await expect(lab.title()).toHaveText('Forms');
    // Later than the first keep-alives: before them nothing can be asked of a pair.
    await lab.goTo(30);
    await lab.toggle('Administration pages');
    const form = new AdminForm(lab, await lab.panel('Administration pages'));
    await expect(form.pages.getByRole('heading', { name: CM })).toBeVisible();
    return form;
  }

  /** Goes by menu and item of a product, which must be the present one. */
  async goTo(menu: string, item: string, product = CM): Promise<void> {
    const bar = this.pages.getByRole('navigation', { name: `Menus of ${product}` });
    await bar.getByRole('button', { name: menu, exact: true }).click();
    await bar.getByRole('button', { name: item, exact: true }).click();
  }

  async press(name: string): Promise<void> {
    await this.pages.getByRole('button', { name, exact: true }).click();
  }

  /** Finds a group and opens its form. */
  async openGroup(name: string): Promise<void> {
    await this.goTo('System', 'Presence Redundancy Groups');
    await this.press('Find');
    await this.press(name);
  }

  text(name: string): Locator {
    return this.pages.getByRole('textbox', { name, exact: true });
  }

  choice(name: string): Locator {
    return this.pages.getByRole('combobox', { name, exact: true });
  }

  /** Saves, and looks that the page says why it did not: at the field, which is marked, and nowhere else. */
  async isRefused(field: Locator, why: RegExp, value: string): Promise<void> {
    await this.press('Save');
    await expect(field, value).toHaveAccessibleDescription(why);
    await expect(field, value).toHaveAttribute('aria-invalid', 'true');
    await expect(this.pages.locator('[aria-invalid]'), value).toHaveCount(1);
    await expect(this.pages.getByRole('status').filter({ hasText: 'saved' }), value).toHaveCount(0);
  }

  /** Saves, and looks that the page says so and marks no field. */
  async isSaved(said: string | RegExp, value: string): Promise<void> {
    await this.press('Save');
    await expect(this.pages.getByRole('status').filter({ hasText: said }), value).toBeVisible();
    await expect(this.pages.locator('[aria-invalid]'), value).toHaveCount(0);
  }

  /** Types values that are refused, one after the other. */
  async refuses(field: Locator, refused: readonly Refused[]): Promise<void> {
    for (const [value, why] of refused) {
      await field.fill(value);
      await this.isRefused(field, why, value);
    }
  }
}

test('the name and the description of a group keep their rules', { tag: '@once' }, async ({ lab }) => {
  test.slow();
  const form = await AdminForm.open(lab);
  await form.openGroup('single');
  const [name, description] = [form.text('Name'), form.text('Description')];
  await form.refuses(name, [
    ['', /Give the group a name/],
    ['pair', /a group named pair already/],
    ['w'.repeat(LONGEST + 1), /at most 128 characters; this one has 129/],
    ['the west', /Take out: a space$/],
    ['wüst.1', /Take out: ü, \.$/],
    ['constructor', /taken by the lab itself/],
  ]);
  for (const value of ['w', 'PAIR', 'West_2-b', 'w'.repeat(LONGEST)]) {
    await name.fill(value);
    await form.isSaved(`${value} is saved.`, value);
  }
  await name.fill('single');
  await form.isSaved('single is saved.', 'single');

  await form.refuses(description, [
    ...[...'"%&/<>'].map((symbol): Refused => [`a ${symbol} b`, new RegExp(`Take out: ${symbol}$`)]),
    ['d'.repeat(LONGEST + 1), /at most 128 characters; this one has 129/],
  ]);
  for (const value of ["it's #1: (a+b) = c, $5! é", 'd'.repeat(LONGEST), '']) {
    await description.fill(value);
    await form.isSaved('single is saved.', value);
    await expect(description).toHaveValue(value);
  }
});

test('nodes and high availability of a group keep their rules', { tag: '@once' }, async ({ lab }) => {
  test.slow();
  const form = await AdminForm.open(lab);
  await form.goTo('System', 'Presence Redundancy Groups');
  await expect(form.pages.getByText(/imp4, old5, far6\s+are in no presence redundancy group/)).toBeVisible();
  await form.press('Add New');
  const [first, second] = [form.choice('Presence Server 1'), form.choice('Presence Server 2')];
  const highAvailability = form.pages.getByRole('checkbox', { name: 'Enable High Availability' });
  await form.text('Name').fill('west');
  await form.isRefused(first, /Choose at least one server/, 'no server');
  await first.selectOption('imp3');
  await form.isRefused(first, /imp3 is in the group single already/, 'imp3');
  await first.selectOption('imp4');
  const partners: readonly Refused[] = [
    ['imp4', /two different servers/],
    ['imp2', /imp2 is in the group pair already/],
    ['old5', /same version: imp4 has .*, old5 has 14\.0\.1/],
    ['far6', /same database publisher/],
  ];
  for (const [node, why] of partners) {
    await second.selectOption(node);
    await form.isRefused(second, why, node);
  }
  await second.selectOption('');
  await highAvailability.check();
  await form.isRefused(highAvailability, /needs two servers/, 'one server');
  await highAvailability.uncheck();
  await form.isSaved('west is saved.', 'one server');
  // What was refused has left no trace.
  await form.goTo('System', 'Presence Redundancy Groups');
  await form.press('Find');
  await expect(form.pages.getByRole('rowheader')).toHaveText(['pair', 'single', 'west']);

  await form.openGroup('single');
  await first.selectOption('');
  await form.isRefused(first, /Choose at least one server/, 'no server any more');
  await form.openGroup('pair');
  await second.selectOption('');
  await form.press('Save');
  await expect(second).toHaveAccessibleDescription(/While high availability is on, the servers stay/);
  await expect(highAvailability).toHaveAccessibleDescription(/needs two servers/);
  await highAvailability.uncheck();
  await form.isRefused(second, /While high availability is on, the servers stay/, 'both at once');
  await second.selectOption('imp2');
  await form.isSaved('pair is saved.', 'high availability off');
  await second.selectOption('');
  await form.isSaved('pair is saved.', 'one server of two');
  await second.selectOption('imp2');
  await highAvailability.check();
  await form.isSaved('pair is saved.', 'high availability on');
});

const SECONDS: readonly Refused[] = [
  ['', /Enter a value/],
  ['soon', /number of seconds/],
  ['-5', /number of seconds/],
  ['1.2345', /number of seconds/],
  ['0.999', /least is 1 second/],
  ['31622401', /most is 31622400 seconds/],
];
const PORTS: readonly Refused[] = [
  ['', /Enter a value/],
  ['http', /whole number/],
  ['80.5', /whole number/],
  ['0', /between 1 and 65535/],
  ['65536', /between 1 and 65535/],
];
/** Parameters, what each refuses, and what it takes, its default last so that the next meets the others as they were. */
const PARAMETERS: readonly (readonly [string, readonly Refused[], readonly string[]])[] = [
  ['Service Port', PORTS, ['1', '65535', '22001']],
  ['Admin RPC Port', PORTS, ['1', '65535', '20075']],
  ['Critical Service Delay', SECONDS, ['1', '2.5', '31622400', '90']],
  [
    'Initialization Keep Alive (Heartbeat) Timeout',
    [...SECONDS, ['15', /longer than Keep Alive \(Heartbeat\) Interval \(15 seconds\)/]],
    ['15.001', '120'],
  ],
  [
    'Keep Alive (Heartbeat) Timeout',
    [...SECONDS, ['15', /longer than Keep Alive \(Heartbeat\) Interval \(15 seconds\)/]],
    ['15.001', '60'],
  ],
  ['Keep Alive (Heartbeat) Interval', SECONDS, ['1', '59.999', '15']],
  ['Client Re-Login Lower Limit', SECONDS, ['1', '537', '120']],
  [
    'Client Re-Login Upper Limit',
    [...SECONDS, ['119.999', /below Client Re-Login Lower Limit \(120 seconds\)/]],
    ['120', '537'],
  ],
];

test('every service parameter keeps its range', { tag: '@once' }, async ({ lab }) => {
  test.slow();
  const form = await AdminForm.open(lab);
  await form.pages.getByRole('combobox', { name: 'Navigation' }).selectOption(IM_AND_PRESENCE);
  await form.press('Go to the product');
  await form.goTo('System', 'Service Parameters', IM_AND_PRESENCE);
  await form.choice('Server').selectOption('imp1');
  await form.choice('Service').selectOption('Cisco Server Recovery Manager (Active)');
  await form.isSaved('Nothing was changed', 'nothing');
  for (const [name, refused, taken] of PARAMETERS)
    await test.step(name, async () => {
      const field = form.text(name);
      await form.refuses(field, refused);
      for (const value of taken) {
        await field.fill(value);
        await form.isSaved('The parameters are saved', `${name}: ${value}`);
        await expect(field).toHaveValue(value);
      }
    });
  const fallback = form.choice('Enable Automatic Fallback');
  await expect(fallback.getByRole('option')).toHaveText(['True', 'False']);
  for (const label of ['True', 'False']) {
    await fallback.selectOption({ label });
    await form.isSaved('The parameters are saved', label);
  }
  // An interval that would outlast the timeouts is a fault of each of them.
  await form.text('Keep Alive (Heartbeat) Interval').fill('120');
  await form.press('Save');
  await expect(form.pages.locator('[aria-invalid]')).toHaveCount(2);
  await form.pages.getByRole('group', { name: 'Not saved' }).getByRole('link').first().click();
  await expect(form.text('Initialization Keep Alive (Heartbeat) Timeout')).toBeFocused();
});

test('a user’s ID, group and assignment keep their rules', { tag: '@once' }, async ({ lab }) => {
  test.slow();
  const form = await AdminForm.open(lab);
  const addUser = async (): Promise<Locator> => {
    await form.goTo('User Management', 'End User');
    await form.press('Add New');
    return form.text('User ID');
  };
  await form.refuses(await addUser(), [
    ['', /Give the user an ID/],
    ['ann lee', /one word, without spaces/],
    ['user1', /a user user1 already/],
    ['prototype', /taken by the lab itself/],
    ['u'.repeat(LONGEST + 1), /at most 128 characters; this one has 129/],
  ]);
  for (const id of ['ann.lee@example.com', 'Zoë', 'u'.repeat(LONGEST)]) {
    await (await addUser()).fill(id);
    await form.press('Save');
    await expect(form.pages.getByRole('status').filter({ hasText: `${id} is added.` })).toBeVisible();
  }
  await form.choice('Presence Redundancy Group').selectOption('single');
  await form.press('Save');
  await expect(form.pages.getByRole('status').filter({ hasText: 'is moved to single.' })).toBeVisible();

  const refusal = form.pages.getByRole('alert');
  await form.goTo('System', 'Enterprise Parameters');
  const mode = form.choice('User Assignment Mode for Presence Server');
  await expect(mode.getByRole('option')).toHaveText(['Balanced', 'Active-Standby', 'None']);
  for (const label of ['None', 'Active-Standby', 'Balanced']) {
    await mode.selectOption({ label });
    await form.isSaved('The parameters are saved', label);
  }

  // In a failover state neither users nor modes may change.
  await form.openGroup('pair');
  await form.press('Failover imp1');
  await expect(lab.node('imp1').getByText('Failing Over')).toBeVisible();
  await (await addUser()).fill('bob');
  await form.press('Save');
  await expect(refusal).toContainText(/imp1 is in a failover state/);
  await form.goTo('System', 'Enterprise Parameters');
  await mode.selectOption({ label: 'None' });
  await form.press('Save');
  await expect(refusal).toContainText(/imp1 is in a failover state/);
});
