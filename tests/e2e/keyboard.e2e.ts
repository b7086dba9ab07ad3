/** The lab without a mouse, and for ears. */
import { choose, tabTo } from './by-keyboard';
import { expect, test } from './lab-page';

test('break, failover, repair and fallback by keyboard alone', async ({ lab, page }) => {
  await lab.open();
  await tabTo(page, /button "Cisco XCP Router, started/);
  await lab.key('Enter');
  await expect(lab.dialog('Cisco XCP Router on imp1')).toBeVisible();
  await choose(page, /"Stop"/);
  await expect(lab.dialog('Cisco XCP Router on imp1')).toBeHidden();
  await expect(lab.part('imp1', 'Cisco XCP Router, stopped')).toBeFocused();

  const changeUntil = async (node: string, text: string) => {
    const shown = lab.node(node).getByText(text, { exact: true }).first();
    for (let changes = 0; changes < 20 && !(await shown.isVisible()); changes += 1) {
      const before = await lab.marks();
      await lab.key('n');
      await expect.poll(() => lab.marks()).not.toBe(before);
    }
    await expect(shown).toBeVisible();
  };
  await changeUntil('imp1', 'Failed Over with Critical Services Not Running');
  await lab.key('Enter');
  await expect(lab.dialog('Cisco XCP Router on imp1')).toBeVisible();
  await choose(page, /"Start"/);
  await changeUntil('imp1', 'Failed Over');
  await tabTo(page, /button "Failover, fallback/);
  await lab.key('Enter');
  await expect(lab.dialog('Failover and fallback of imp1')).toBeVisible();
  await choose(page, /"Fallback: imp1/);
  await changeUntil('imp1', 'Normal');
  await changeUntil('imp2', 'Normal');
});

test(
  'Tab goes through the lab in order and out of it again: there is no trap',
  { tag: '@once' },
  async ({ lab, page }) => {
    await lab.open();
    const passed: string[] = [];
    for (let presses = 0; presses < 250; presses += 1) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate(() => {
        const focused = document.activeElement;
        if (!focused || focused === document.body) return 'end';
        const label =
          focused instanceof HTMLInputElement ? focused.labels?.[0]?.textContent : focused.textContent;
        return focused.getAttribute('aria-label') ?? label?.trim() ?? '';
      });
      if (name === 'end' || name === passed[0]) break;
      passed.push(name);
    }
    for (const wanted of ['Play', 'Next change of state', 'Go to an instant', 'Platform, up', 'Assumptions'])
      expect(
        passed.some((name) => name.startsWith(wanted)),
        wanted,
      ).toBe(true);
    expect(passed.length).toBeLessThan(250);
    expect(passed).not.toContain('');
  },
);

test(
  'what has the focus is never hidden behind the transport or anything else',
  { tag: '@once' },
  async ({ lab, page }) => {
    await lab.open();
    const hidden: string[] = [];
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate(async () => {
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const focused = document.activeElement;
        if (!focused || focused === document.body) return '';
        const { left, top, width, height } = focused.getBoundingClientRect();
        const points = [0.2, 0.5, 0.8].flatMap((x) =>
          [0.2, 0.5, 0.8].map((y) => [left + width * x, top + height * y] as const),
        );
        const seen = points.some(([x, y]) => {
          const at = document.elementFromPoint(x, y);
          return (
            at !== null &&
            (focused.contains(at) || at.contains(focused) || at.closest('label')?.contains(focused))
          );
        });
        return seen
          ? ''
          : (focused.getAttribute('aria-label') ?? focused.textContent?.trim() ?? focused.tagName);
      });
      if (name !== '') hidden.push(name);
    }
    expect(hidden).toEqual([]);
  },
);

test(
  'a dialog takes the focus, keeps the keys of the page behind it quiet, and gives the focus back',
  { tag: '@once' },
  async ({ lab, page }) => {
    await lab.open();
    const opener = lab.main.getByRole('button', { name: 'Share', exact: true });
    await opener.press('Enter');
    const dialog = lab.dialog('Share this run');
    await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused();
    for (let presses = 0; presses < 20; presses += 1) {
      await page.keyboard.press('Tab');
      const outside = await page.evaluate(
        () =>
          document.hasFocus() &&
          document.activeElement !== document.body &&
          !document.activeElement?.closest('dialog'),
      );
      expect(outside, 'the page behind is reached').toBe(false);
    }
    await dialog.getByRole('heading', { name: 'Share this run' }).click();
    await page.keyboard.press('3');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(opener).toBeFocused();
    await expect(lab.part('imp1', 'Database, up')).toBeVisible();
    await lab.key('o');
    const scenarios = lab.dialog('Open a scenario');
    await scenarios.getByRole('tab', { name: 'Gallery' }).press('ArrowRight');
    await expect(scenarios.getByRole('tab', { name: 'From a file' })).toBeFocused();
    await expect(scenarios.getByRole('tabpanel', { name: 'From a file' })).toBeVisible();
    await page.mouse.click(4, 4);
    await expect(scenarios).toBeHidden();
  },
);

test('every change of state is said once', { tag: '@once' }, async ({ lab, page }) => {
  await lab.open();
  await lab.announcement.evaluate((region) => {
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver(() => said.push(region.textContent ?? '')).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  const said = () =>
    page.evaluate(() => (window as unknown as { said: string[] }).said.filter((text) => text !== ''));
  // For a moment after the page has come alive, what comes is taken for what stands there and not said.
  await page.waitForTimeout(500);
  await lab.goTo(1);
  await lab.actOn('imp1', 'Failover, fallback', /^Failover/);
  await expect(lab.announcement).toContainText('imp1: Failing Over / On Admin Request');
  const expected = [
    ['imp2: Taking Over / On Admin Request'],
    ['imp2: Running in Backup Mode / On Admin Request'],
    ['imp1: Idle / On Admin Request'],
  ];
  for (const [text = ''] of expected) {
    await lab.nextChange();
    await expect(lab.announcement).toContainText(text);
  }
  const lines = (await said()).flatMap((text) => text.split('. '));
  expect(lines).toEqual([
    'imp1: Failing Over / On Admin Request',
    'imp2: Taking Over / On Admin Request',
    'imp2: Running in Backup Mode / On Admin Request',
    'imp1: Idle / On Admin Request',
  ]);

  // At speed, only where it came to rest.
  await page.evaluate(() => ((window as unknown as { said: string[] }).said.length = 0));
  await lab.actOn('imp1', 'Failover, fallback', /^Fallback/);
  await lab.setSpeed('1,000 ×');
  await lab.button('Play').click();
  await expect(lab.node('imp1').getByText('Normal').first()).toBeVisible();
  await lab.button('Pause').click();
  await expect(lab.announcement).toContainText('imp1: Normal / Normal');
  const after = (await said()).flatMap((text) => text.split('. '));
  expect(new Set(after).size, after.join('\n')).toBe(after.length);
});

test(
  'a notice is announced when it comes, and can be dismissed by keyboard',
  { tag: '@once' },
  async ({ lab }) => {
    await lab.open();
    await lab.key('0');
    await expect(lab.notices).toHaveAttribute('aria-live', 'polite');
    await expect(lab.notices).toContainText('Not possible now');
    await lab.notices.getByRole('button', { name: 'Dismiss' }).press('Enter');
    await expect(lab.notices).not.toContainText('Not possible now');
  },
);
