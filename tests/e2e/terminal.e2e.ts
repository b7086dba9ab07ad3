/** The terminal beside the stage: what is typed is done to the same cluster. */
import { expect, test } from './terminal-page';
import { expectNoBarriers } from './wcag';

test(
  'what is typed is done on the stage, stands in the log, and ends with the node',
  { tag: '@once' },
  async ({ lab, terminal }) => {
    await terminal.open();
    await terminal.logIn('imp1');
    await terminal.type('utils service list');
    await expect(terminal.output).toContainText('Cisco XCP Router[STARTED]');
    await expect(terminal.output).toContainText('Time stands still');

    await terminal.type('utils service stop cisco xcp router');
    await expect(terminal.output).toContainText('Cisco XCP Router[STOPPED] Commanded Out of Service');
    await expect(lab.part('imp1', 'Cisco XCP Router')).toHaveAccessibleName(/stopped/);
    await terminal.region.getByRole('button', { name: 'Let time run' }).click();
    await expect(lab.button('Pause')).toBeVisible();
    await lab.button('Pause').click();

    // Refused however long time ran: there is nothing to bring back.
    await terminal.type('utils ha fallback imp1');
    await expect(terminal.output).toContainText(/Request FAILED\.\s*Reason: /);

    await lab.actOn('imp1', 'Platform', /^(Power|Switch) off/);
    await expect(terminal.output).toContainText('The platform of imp1 went down. The session has ended.');
    await expect(terminal.line('Line of your own computer')).toBeVisible();

    const log = await lab.panel('Event log');
    const line = log.getByRole('button', { expanded: false, name: /stop.*Cisco XCP Router/i });
    await line.first().click();
    await expect(log.getByText(/terminal/i)).toBeVisible();
  },
);

test(
  'a node without network is reached on its console, and prints what it believes',
  { tag: '@once' },
  async ({ lab, terminal }) => {
    await terminal.open('./lab/?scenario=isolated-node');
    await lab.nextChangeUntil('imp2', 'Running in Backup Mode');
    await terminal.type('ssh administrator@imp1', /^Line/);
    await expect(terminal.output).toContainText('Connection timed out');
    await terminal.region.getByRole('button', { name: 'Serial console' }).click();
    await terminal.type('administrator', /^Log-in name/);
    await terminal.type('secret', /^Password/);
    await terminal.type('utils ha status');
    await expect(terminal.output).toContainText(/imp1 State: .* Name : imp2 State: Unreachable/);
  },
);

test(
  `the terminal passes the automatic part of WCAG 2.2 AA, and fits 320 px, in light and dark`,
  { tag: '@once' },
  async ({ page, terminal }) => {
    await terminal.open();
    await terminal.logIn('imp1');
    await terminal.type('utils dbreplication runtimestate');
    await terminal.type('help');
    await expect(terminal.line(/^options/)).toBeFocused();
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await expectNoBarriers(page, `${width} px wide`, { part: 'section[aria-label=Terminal]' });
      const overhang = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overhang, `at ${width} px`).toBeLessThanOrEqual(0);
    }
  },
);
