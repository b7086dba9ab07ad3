/** A class in front of it: keys, projector, full screen, and what is to be found out. */
import { expect, test } from './lab-page';

test('every preset is one key, and the same key takes it back', { tag: '@once' }, async ({ lab }) => {
  await lab.open();
  await lab.goTo(1);
  const presets = [
    ['1', 'imp1', 'Cisco XCP Router, stopped', 'Cisco XCP Router, start'],
    ['2', 'imp1', 'Cisco Presence Engine, failed', 'Cisco Presence Engine, start'],
    ['3', 'imp1', 'Database, down', 'Database, up'],
    ['6', 'imp1', 'Network, isolated', 'Network, connected'],
    ['8', 'imp1', 'User moves, will fail', 'User moves, work'],
    ['Shift+Digit6', 'imp2', 'Network, isolated', 'Network, connected'],
  ] as const;
  for (const [key, node, broken, well] of presets) {
    await lab.key(key);
    await expect(lab.part(node, broken), key).toBeVisible();
    await lab.key(key);
    await expect(lab.part(node, well), key).toBeVisible();
  }
  await lab.key('7');
  await expect(lab.link()).toHaveText('Link cut');
  await lab.key('7');
  await expect(lab.link()).toHaveText('Link 20 ms');
  await lab.key('5');
  await expect(lab.part('imp1', 'Platform, off')).toBeVisible();
});

test(
  'failover, fallback and recovery are keys too, and a key that cannot act says why',
  { tag: '@once' },
  async ({ lab }) => {
    await lab.open();
    await lab.key('0');
    await expect(lab.notice('Not possible now')).toBeVisible();
    await expect(lab.notices).toContainText('both nodes must be in Running in Failed Mode');
    await lab.goTo(1);
    await lab.key('9');
    await lab.nextChangeUntil('imp1', 'Idle');
    await lab.key('9');
    await lab.nextChangeUntil('imp1', 'Normal');
  },
);

test('keys do nothing while one types or a dialog is open', { tag: '@once' }, async ({ lab }) => {
  await lab.open();
  await lab.choose('Scenario', 'Open a scenario…');
  const dialog = lab.dialog('Open a scenario');
  const search = dialog.getByRole('searchbox', { name: 'Search' });
  await search.press('1');
  await search.press('r');
  await expect(search).toHaveValue('1r');
  await lab.key('Escape');
  await expect(dialog).toBeHidden();
  await expect(lab.part('imp1', 'Cisco XCP Router, started')).toBeVisible();
});

test(
  'the projector view is large, shows stage, row and transport, and brings the rest by a key',
  { tag: '@once' },
  async ({ lab }) => {
    await lab.open();
    await expect(lab.main.getByRole('region', { name: 'Inspector' })).toBeVisible();
    await lab.key('p');
    await expect(lab.main.getByRole('region', { name: 'Inspector' })).toBeHidden();
    await expect(lab.node('imp1')).toBeVisible();
    await expect(lab.pair()).toBeVisible();
    await expect(lab.button('Play')).toBeVisible();
    const smallest = await lab.main.evaluate((main) => {
      const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
      let found = { px: Infinity, text: '' };
      for (let text = walker.nextNode(); text; text = walker.nextNode()) {
        const element = text.parentElement;
        const words = text.textContent?.trim() ?? '';
        if (
          !element ||
          words === '' ||
          !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
        )
          continue;
        const { width, height } = element.getBoundingClientRect();
        if (width <= 1 || height <= 1) continue;
        const px = Number.parseFloat(getComputedStyle(element).fontSize);
        if (px < found.px) found = { px, text: words };
      }
      return found;
    });
    expect(smallest.px, smallest.text).toBeGreaterThanOrEqual(24);

    await lab.key('i');
    await lab.panel('Inspector');
    await lab.key('i');
    await lab.main.getByRole('button', { name: 'Leave the projector view' }).click();
    await expect(lab.main.getByRole('region', { name: 'Inspector' })).toBeVisible();
  },
);

test('the lab fills the screen and gives it back', async ({ lab, page }) => {
  await lab.open();
  const isFull = () => page.evaluate(() => document.fullscreenElement !== null);
  await lab.key('f');
  await expect.poll(isFull).toBe(true);
  await expect(lab.node('imp1')).toBeVisible();
  // What opens over the lab must open within what is on the screen.
  await lab.choose('Settings', 'Parameters…');
  await expect(lab.dialog('Parameters')).toBeInViewport();
  await lab.dialog('Parameters').getByRole('button', { name: 'Close' }).click();
  await lab.part('imp1', 'Database').click();
  await expect(lab.dialog('Database of imp1')).toBeInViewport();
  await lab.key('Escape');
  await lab.key('f');
  await expect.poll(isFull).toBe(false);
});

test('panels are put away and brought back by key and by menu', { tag: '@once' }, async ({ lab }) => {
  await lab.open();
  const inspector = lab.main.getByRole('region', { name: 'Inspector' });
  await expect(inspector).toBeVisible();
  await lab.key('i');
  await expect(inspector).toBeHidden();
  await lab.toggle('Inspector', 'State map');
  await expect(inspector).toBeVisible();
  const map = await lab.panel('State map');
  await expect(map.getByText('Running in Backup Mode').first()).toBeVisible();
});

test(
  'the stage can be read as a table: by key, with the focus on it, and never more than is shown',
  { tag: '@once' },
  async ({ lab, page }) => {
    await lab.open();
    await lab.key('v');
    const table = lab.main.getByRole('region', { name: 'Stage as a table' });
    await expect(table).toBeFocused();
    await expect(table).toBeInViewport();
    const cells = (fact: string) =>
      table
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name: fact, exact: true }) })
        .getByRole('cell');
    await expect(cells('State')).toHaveText(['Normal', 'Normal']);
    await lab.key('3');
    await expect(cells('Database')).toHaveText(['down', 'up']);
    await lab.toggle('Hide the second node’s state');
    await expect(cells('State')).toHaveText(['Normal', 'Hidden for now']);
    await lab.key('?');
    await expect(
      lab.dialog('Keyboard shortcuts').getByText('Stage as a table', { exact: true }),
    ).toBeVisible();
    await lab.key('Escape');
    await lab.toggle('Stage as a table');
    await expect(table).toBeHidden();
  },
);

test(
  'terminal and administration pages are a key away, and what is typed there is nobody else’s',
  { tag: '@once' },
  async ({ lab, page }) => {
    await lab.open();
    await lab.key('x');
    const terminal = lab.main.getByRole('region', { name: 'Terminal', exact: true });
    await expect(terminal).toBeFocused();
    await terminal.getByRole('button', { name: 'Serial console' }).click();
    await page.keyboard.type('r3gx');
    await expect(terminal.getByRole('textbox')).toHaveValue('r3gx');
    await terminal.getByRole('log', { name: 'Output' }).press('3');
    await expect(lab.part('imp1', 'Database, up')).toBeVisible();
    await lab.toggle('Terminal');
    await expect(terminal).toBeHidden();

    await page.getByRole('heading', { level: 1 }).click();
    await lab.key('a');
    const pages = lab.main.getByRole('region', { name: 'Administration pages' });
    await expect(pages).toBeFocused();
    await expect(pages).toBeInViewport();
    await pages.getByRole('button', { name: 'System › Presence Redundancy Groups' }).click();
    await pages.getByRole('textbox', { name: 'Text to find' }).press('3');
    await expect(lab.part('imp1', 'Database, up')).toBeVisible();
    await lab.toggle('Administration pages');
    await expect(pages).toBeHidden();
  },
);

test(
  'what is concealed is neither on the screen nor in the accessibility tree, until a key reveals it',
  { tag: '@once' },
  async ({ lab }) => {
    await lab.open('./lab/?scenario=row-12-critical-service-down');
    await lab.panel('Event log');
    await lab.button('To the furthest instant').click();
    await expect(lab.node('imp2').getByText('Running in Backup Mode')).toBeVisible();
    await lab.toggle(
      'Hide the row of the table',
      'Hide reasons',
      'Hide explanations',
      'Hide the second node’s state',
      'Hide the event log',
    );
    await expect(lab.node('imp2').getByText('Hidden for now')).toBeVisible();
    const secrets = /Critical Service Down|Running in Backup Mode|row 12|Table 2|critical service is down/i;
    const everything = async () => `${await lab.main.ariaSnapshot()}\n${await lab.main.innerText()}`;
    await expect.poll(everything).not.toMatch(secrets);
    expect(await lab.main.innerHTML(), 'attributes and what is only invisible').not.toMatch(secrets);

    // The product's own pages and commands would tell everything.
    await lab.key('x');
    await expect(lab.main.getByText(/^Terminal and administration pages are shut/)).toBeVisible();
    await expect(lab.main.getByRole('region', { name: 'Terminal', exact: true })).toBeHidden();

    await lab.key('c');
    await expect(lab.main.getByRole('region', { name: 'Terminal', exact: true })).toBeVisible();
    await expect(lab.node('imp2').getByText('Running in Backup Mode')).toBeVisible();
    expect(await everything()).toMatch(/Critical Service Down/);
    await lab.toggle('Terminal');
    await lab.key('c');
    await expect(lab.node('imp2').getByText('Hidden for now')).toBeVisible();
    await expect.poll(everything).not.toMatch(secrets);
  },
);

test(
  'every key is listed under the question mark, and single keys can be switched off',
  { tag: '@once' },
  async ({ lab }) => {
    await lab.open();
    await lab.key('?');
    const dialog = lab.dialog('Keyboard shortcuts');
    for (const words of [
      'Play or pause',
      'Next change of state',
      'Cut the link, or restore it',
      'Projector view',
    ])
      await expect(dialog.getByText(words, { exact: true })).toBeVisible();
    await dialog.getByRole('checkbox', { name: /^Single keys work/ }).uncheck();
    await lab.key('Escape');
    await expect(dialog).toBeHidden();
    await lab.key('3');
    await lab.key('p');
    await lab.key('?');
    await expect(dialog).toBeVisible();
    await expect(lab.main.getByRole('region', { name: 'Inspector', includeHidden: true })).toBeAttached();
    await dialog.getByRole('checkbox', { name: /^Single keys work/ }).check();
    await lab.key('Escape');
    await expect(lab.part('imp1', 'Database, up')).toBeVisible();
    await lab.key('3');
    await expect(lab.part('imp1', 'Database, down')).toBeVisible();
  },
);
