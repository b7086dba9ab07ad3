/** For everybody: automatic checks of WCAG 2.2 AA, little room, large type, no motion, and a strict policy. */
import type { Locator, Page } from '@playwright/test';
import { expect, test, type LabPage } from './lab-page';
import { expectNoBarriers } from './wcag';

/** Every dialog of the lab: how it is opened, and its title. */
const dialogs: readonly (readonly [open: (lab: LabPage) => Promise<void>, title: string])[] = [
  [(lab) => lab.key('o'), 'Open a scenario'],
  [(lab) => lab.key('e'), 'Edit the scenario'],
  [(lab) => lab.key('s'), 'Share this run'],
  [(lab) => lab.choose('Settings', 'Parameters…'), 'Parameters'],
  [(lab) => lab.choose('Settings', 'Users…'), 'Users'],
  [(lab) => lab.choose('Settings', 'Redundancy groups…'), 'Presence redundancy groups'],
  [(lab) => lab.key('?'), 'Keyboard shortcuts'],
];

async function eachDialog(lab: LabPage, look: (title: string) => Promise<void>): Promise<void> {
  for (const [open, title] of dialogs) {
    await open(lab);
    const dialog = lab.dialog(title);
    await expect(dialog).toBeVisible();
    await look(title);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toBeHidden();
  }
}

test(
  `the lab passes the automatic part of WCAG 2.2 AA in light and dark`,
  { tag: '@once' },
  async ({ lab, page }) => {
    test.slow();
    // So tall that all is on the screen: what sticks to its edge would cover a part of what can be scrolled clear of it.
    await page.setViewportSize({ width: 1280, height: 3600 });
    await lab.open('./lab/?scenario=row-15-backup-critical-service-down');
    await lab.toggle('State map');
    for (const name of ['Timeline', 'Users over time', 'State map', 'Event log']) await lab.panel(name);
    await lab.setSpeed('200 ×');
    await lab.button('Play').click();
    await expect(lab.instant).toHaveText(/^[2-9]:/);
    await expectNoBarriers(page, 'running');
    await lab.button('Pause').click();
    await lab.button('To the furthest instant').click();
    await expect(lab.node('imp2').getByText('Running in Failed Mode')).toBeVisible();
    await expectNoBarriers(page, 'paused');
    await lab.part('imp1', 'Failover, fallback').click();
    await expect(lab.dialog('Failover and fallback of imp1')).toBeVisible();
    await expectNoBarriers(page, 'the actions of a part', { part: '[role=dialog]' });
    await lab.key('Escape');
    for (const menu of ['Scenario', 'Settings', 'View'] as const) {
      await lab.main.getByRole('button', { name: menu, exact: true }).click();
      await expectNoBarriers(page, menu, { part: '[popover]:popover-open' });
      await lab.key('Escape');
    }
    await lab.key('c');
    await lab.key('p');
    await expect(lab.main.getByRole('button', { name: 'Leave the projector view' })).toBeVisible();
    await expectNoBarriers(page, 'concealed, on the projector');
  },
);

test(
  `every dialog passes the automatic part of WCAG 2.2 AA in light and dark`,
  { tag: '@once' },
  async ({ lab, page }) => {
    test.slow();
    await lab.open();
    await eachDialog(lab, (title) => expectNoBarriers(page, title, { part: 'dialog' }));
  },
);

/** Controls that stick out of the screen sideways and cannot be scrolled to, by their names. */
function unreachable(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrollsSideways = (element: Element | null): boolean => {
      for (let at = element?.parentElement; at; at = at.parentElement)
        if (['auto', 'scroll'].includes(getComputedStyle(at).overflowX) && at !== document.documentElement)
          return true;
      return false;
    };
    return [...document.querySelectorAll('button, input, select, textarea, a[href], [role=button], summary')]
      .filter((control) => control.checkVisibility({ visibilityProperty: true }))
      .filter((control) => {
        const { left, right, width } = control.getBoundingClientRect();
        return width > 1 && (left < -1 || right > window.innerWidth + 1) && !scrollsSideways(control);
      })
      .map(
        (control) => control.getAttribute('aria-label') ?? control.textContent?.trim() ?? control.outerHTML,
      );
  });
}

/** Pairs of controls that cover each other. */
function overlapping(region: Locator): Promise<readonly string[]> {
  return region.evaluate((element) => {
    const controls = [...element.querySelectorAll('button, select, input')].filter((control) =>
      control.checkVisibility(),
    );
    const boxes = controls.map((control) => ({
      name: control.getAttribute('aria-label') ?? control.textContent?.trim() ?? '',
      box: control.getBoundingClientRect(),
    }));
    return boxes.flatMap(({ name, box }, index) =>
      boxes
        .slice(index + 1)
        .filter(
          ({ box: other }) =>
            Math.min(box.right, other.right) - Math.max(box.left, other.left) > 1 &&
            Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 13,
        )
        .map((other) => `${name} and ${other.name}`),
    );
  });
}

const small = [
  ['320 px wide', { width: 320, height: 640 }],
  ['at 200 % zoom', { width: 640, height: 400 }],
] as const;

for (const [what, viewport] of small) {
  test(
    `nothing is lost ${what}: no scrolling sideways, every control within reach`,
    { tag: '@once' },
    async ({ lab, page }) => {
      await page.setViewportSize(viewport);
      await lab.open('./lab/?scenario=row-15-backup-critical-service-down');
      const expectAllThere = async (where: string) => {
        const overhang = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overhang, where).toBeLessThanOrEqual(0);
        expect(await unreachable(page), where).toEqual([]);
      };
      await lab.button('More about time').click();
      await expectAllThere('what of the transport is a press away');
      await lab.button('To the furthest instant').click();
      await lab.key('Escape');
      await expect(lab.button('More about time')).toBeFocused();
      for (const name of ['Inspector', 'Timeline', 'Users over time', 'Event log']) await lab.panel(name);
      await expectAllThere('the lab');
      await lab.part('imp1', 'Cisco XCP Router').click();
      await expect(lab.dialog('Cisco XCP Router on imp1')).toBeInViewport({ ratio: 0.9 });
      await lab.key('Escape');
      await eachDialog(lab, expectAllThere);
      // The transport leaves room for what it is about, and a notice is in sight wherever one reads.
      const { height } = (await lab.transport.boundingBox()) ?? { height: Infinity };
      expect(height).toBeLessThan(90);
      expect(await overlapping(lab.transport), 'controls of time that lie on each other').toEqual([]);
      await expect(lab.transport).toBeInViewport({ ratio: 1 });
      await lab.key('9');
      await lab.key('9');
      await expect(lab.notice('Not possible now')).toBeInViewport();
      for (const path of ['./', './gallery/', './assumptions/', './disagreements/']) {
        await page.goto(path);
        await expectAllThere(path);
      }
    },
  );
}

test(
  'without motion nothing travels: what is on its way stands there in words, and can be lost',
  { tag: '@once' },
  async ({ lab, page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await lab.open();
    await lab.paste({
      format: 'presence-redundancy-scenario',
      version: 1,
      title: 'A very slow link',
      cluster: { nodes: [{ name: 'imp1' }, { name: 'imp2' }], users: 8, linkLatencyMs: 5_000 },
      until: 60,
    });
    await expect(lab.title()).toHaveText('A very slow link');
    const from = (node: string) =>
      lab.main.getByRole('button', { name: new RegExp(`^1 keep-alive on the way. Keep-alive from ${node}`) });
    await lab.goTo(15);
    await expect(from('imp1')).toBeVisible();
    await expect(from('imp2')).toBeVisible();
    await expect(lab.keepAlives()).toHaveCount(0);
    const place = () =>
      from('imp1').evaluate(({ offsetLeft, offsetTop }: HTMLElement) => [offsetLeft, offsetTop]);
    const before = await place();
    await lab.setSpeed('1/20 ×');
    await lab.button('Play').click();
    await expect(lab.instant).toHaveText(/^0:15\.[1-9]|^0:1[6-9]/);
    expect(await place()).toEqual(before);
    await lab.button('Pause').click();
    const moving = () =>
      document.getAnimations().filter(({ playState, effect }) => {
        const { duration } = effect?.getComputedTiming() ?? {};
        return playState === 'running' && Number(duration) > 10;
      }).length;
    expect(await page.evaluate(moving)).toBe(0);
    await from('imp1').click();
    await expect(from('imp1')).toBeHidden();
  },
);

test('nothing the lab does is against its own policy', async ({ lab, page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { violations: [] });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      (window as unknown as { violations: string[] }).violations.push(`${violatedDirective}: ${blockedURI}`);
    });
  });
  await lab.open('./lab/?scenario=row-12-critical-service-down');
  await lab.toggle('State map');
  for (const name of ['Timeline', 'State map', 'Event log']) await lab.panel(name);
  await lab.button('To the furthest instant').click();
  await eachDialog(lab, () => Promise.resolve());
  const policy = await page.locator('meta[http-equiv="content-security-policy" i]').getAttribute('content');
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain('unsafe-eval');
  expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
  expect(await page.evaluate(() => (window as unknown as { violations: string[] }).violations)).toEqual([]);
});
