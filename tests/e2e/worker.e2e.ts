/** The engine in its worker: replaced when it dies or hangs, never in the way of the page. */
import type { Page, Worker } from '@playwright/test';
import { clock, expect, test } from './lab-page';

/** Longer than the page waits for a word from its engine before it takes another one. */
const BEYOND_PATIENCE_MS = 20_000;

/** Lets the page's clock run until something that it waits for has come. */
async function runClockUntil(page: Page, come: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.clock.runFor(BEYOND_PATIENCE_MS);
    await come();
  }).toPass({ timeout: 30_000 });
}

/** The engine's worker (the service worker is none of the page's), or the one that took the place of another. */
async function engineOf(page: Page, before?: Worker): Promise<Worker> {
  const engine = () => page.workers().findLast((worker) => worker !== before);
  await expect.poll(engine).toBeDefined();
  return engine()!;
}

const ends: readonly (readonly [string, () => void])[] = [
  ['dies', () => self.close()],
  [
    'hangs',
    () => {
      for (;;);
    },
  ],
];

for (const [what, end] of ends) {
  test(
    `an engine that ${what} is replaced, the run is as it was, and the user is told`,
    { tag: '@once' },
    async ({ lab, page }) => {
      await page.clock.install();
      await lab.open();
      await lab.actOn('imp1', 'Cisco XCP Router', 'Stop');
      await lab.nextChangeUntil('imp2', 'Running in Backup Mode');
      await lab.goTo(30);
      await lab.actOn('imp1', 'Database', 'Stop');
      await lab.nextChangeUntil('imp1', 'Failing Over');
      const before = await lab.marks();
      const { hash } = await lab.share();

      const engine = await engineOf(page);
      void engine.evaluate(end).catch(() => undefined);
      const told = lab.notice('The engine stopped and is started again');
      await runClockUntil(page, () => expect(told).toBeVisible({ timeout: 1_000 }));
      await expect(lab.notice('The engine runs again, and your run is as it was.')).toBeVisible();
      await engineOf(page, engine);

      expect(await lab.marks()).toBe(before);
      expect((await lab.share()).hash).toBe(hash);
      const branch = lab.main.getByRole('combobox', { name: 'Branch' });
      await expect(branch.getByRole('option')).toHaveCount(2);
      await branch.selectOption({ index: 0 });
      await expect(lab.part('imp1', 'Database, up')).toBeVisible();
      await lab.nextChangeUntil('imp2', 'Running in Backup Mode');
    },
  );
}

test(
  'an engine that fails with an error is replaced at once',
  { tag: '@once' },
  async ({ lab, page, misdeeds }) => {
    await lab.open();
    await lab.key('3');
    await expect(lab.part('imp1', 'Database, down')).toBeVisible();
    const engine = await engineOf(page);
    await engine.evaluate(() => {
      setTimeout(() => {
        throw new Error('provoked');
      });
    });
    await expect(lab.notice('The engine runs again, and your run is as it was.')).toBeVisible();
    await expect(lab.part('imp1', 'Database, down')).toBeVisible();
    await lab.nextChangeUntil('imp1', 'Failing Over');
    // The browser itself tells of the error that was thrown on purpose.
    expect(misdeeds.consoleMessages.every((message) => message.includes('provoked'))).toBe(true);
    misdeeds.consoleMessages.length = 0;
  },
);

test(
  'a link that is asked for while the engine is gone is not waited for in vain',
  { tag: '@once' },
  async ({ lab, page }) => {
    await page.clock.install();
    await lab.open();
    const engine = await engineOf(page);
    void engine.evaluate(() => self.close()).catch(() => undefined);
    await lab.main.getByRole('button', { name: 'Share', exact: true }).click();
    const dialog = lab.dialog('Share this run');
    await expect(dialog).toBeVisible();
    await runClockUntil(page, () => expect(dialog).toBeHidden({ timeout: 1_000 }));
    await expect(lab.notice('The run could not be saved')).toBeVisible();
  },
);

test('long work shows how far it has come and can be stopped; the page answers meanwhile', async ({
  lab,
}) => {
  await lab.open();
  await lab.paste({
    format: 'presence-redundancy-scenario',
    version: 1,
    title: 'Most of a year',
    cluster: { nodes: [{ name: 'imp1' }, { name: 'imp2' }], users: 75_000 },
    until: 300 * 24 * 3600,
  });
  await expect(lab.node('imp1')).toContainText('37,500 online');
  const before = await lab.marks();
  await lab.button('To the furthest instant').click();
  const progress = lab.transport.getByRole('progressbar', { name: 'Computing' });
  await expect(progress).toHaveAttribute('value', /^0\.\d*[1-9]/);
  await lab.key('p');
  await expect(lab.main.getByRole('button', { name: 'Leave the projector view' })).toBeVisible();
  await lab.key('p');
  await lab.transport.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(progress).toBeHidden();
  expect(await lab.marks()).toBe(before);
  await lab.goTo(100);
});

test('75,000 users fail over and return, each drawn as part of a dot', async ({ lab }) => {
  await lab.open('./lab/?scenario=large-cluster-failover');
  await expect(lab.node('imp1')).toContainText('75,000 online');
  await lab.goTo(200);
  await expect(lab.node('imp1').getByText('Unreachable')).toBeVisible();
  await expect(lab.main.getByRole('button', { name: /^Users, 75,000, one dot is \d/ })).toBeVisible();
  await lab.button('To the furthest instant').click();
  await expect(lab.instant).toHaveText(clock(1900), { timeout: 30_000 });
  await expect(lab.node('imp1')).toContainText('75,000 online');
});
