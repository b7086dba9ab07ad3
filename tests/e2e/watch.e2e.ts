/** Time under one's hand: play, pause, speeds, steps, jumps and scrubbing. */
import type { Locator } from '@playwright/test';
import { clock, expect, test } from './lab-page';

test('time passes while it plays, at the speed chosen, and stands still when paused', async ({ lab }) => {
  await lab.open();
  await lab.setSpeed('100 ×');
  await lab.button('Play').click();
  await expect(lab.instant).toHaveText(/^0:[1-5]\d\.|^[1-9]\d*:/);
  await lab.button('Pause').click();
  const stopped = await lab.instantText();
  await lab.page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
  await expect(lab.instant).toHaveText(stopped);

  await lab.setSpeed('100,000 ×');
  await lab.key('k');
  await expect(lab.instant).toHaveText(/^\d+:\d\d:\d\d\./);
  await lab.key('k');
  await expect(lab.button('Play')).toBeVisible();
});

test(
  'playback slows by itself while a message is on its way, and says so',
  { tag: '@once' },
  async ({ lab, page }) => {
    await lab.open();
    const badge = lab.transport.getByText('Slowed for a message');
    await expect(badge).toBeHidden();
    // A crossing lasts less than a second: it is followed from frame to frame.
    const seen = badge.evaluate(async (element) => {
      const frames: { slowed: boolean; flying: number; atMs: number }[] = [];
      while (!/^0:0[1-9]/.test(document.querySelector('main output')?.textContent?.trim() ?? '')) {
        await new Promise(requestAnimationFrame);
        const flying = document.querySelectorAll('main button[aria-label$="Lose it"]').length;
        const slowed = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
        frames.push({ slowed, flying, atMs: performance.now() });
      }
      return frames;
    });
    await lab.button('Play').click();
    const crossing = (await seen).filter(({ flying }) => flying > 0);
    const playing = crossing.filter(({ slowed }) => slowed);
    expect(Math.max(...crossing.map(({ flying }) => flying))).toBe(2);
    expect(playing.at(-1)!.atMs - playing[0]!.atMs).toBeGreaterThan(600);
    await expect(badge).toBeHidden();
    await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  },
);

test('speeds change by key, and stop at the ends', { tag: '@once' }, async ({ lab }) => {
  await lab.open();
  const speed = lab.transport.getByRole('combobox', { name: 'Speed' });
  await expect(speed.locator('option:checked')).toHaveText('1 ×');
  await lab.key('+');
  await expect(speed.locator('option:checked')).toHaveText('2 ×');
  await lab.key('-');
  await lab.key('-');
  await expect(speed.locator('option:checked')).toHaveText('1/2 ×');
  for (let press = 0; press < 5; press += 1) await lab.key('-');
  await expect(speed.locator('option:checked')).toHaveText('1/20 ×');
});

test('between two events the timeline keeps up with the playhead', { tag: '@once' }, async ({ lab }) => {
  await lab.open();
  const timeline = await lab.panel('Timeline');
  const users = await lab.panel('Users over time');
  await lab.goTo(0);
  await lab.setSpeed('2 ×');
  await lab.button('Play').click();
  await expect(lab.instant).toHaveText(/^0:0[5-9]/);
  await lab.button('Pause').click();
  const ends = (shapes: Locator) =>
    shapes.evaluateAll((all) => Math.max(...all.map((shape) => shape.getBoundingClientRect().right)));
  const playhead = await ends(timeline.locator('svg .line'));
  for (const [what, shapes] of [
    ['bands', timeline.locator('svg g > rect[fill^="url("]')],
    ['users', users.locator('svg path.top')],
  ] as const)
    expect(Math.abs((await ends(shapes)) - playhead), what).toBeLessThan(4);
});

test('events are stepped through forwards and back, one at a time', { tag: '@once' }, async ({ lab }) => {
  await lab.open();
  const passed: string[] = [await lab.eventMarks()];
  for (let events = 0; events < 5; events += 1) {
    await lab.button('Next event').click();
    await expect.poll(() => lab.eventMarks()).not.toBe(passed.at(-1));
    passed.push(await lab.eventMarks());
  }
  passed.pop();
  while (passed.length > 0) {
    await lab.button('Previous event').click();
    await expect.poll(() => lab.eventMarks()).toBe(passed.pop());
  }
});

test(
  'a change of state is a jump away, half an hour of waiting or not, and so is the one before',
  { tag: '@once' },
  async ({ lab }) => {
    await lab.open('./lab/?scenario=row-10-automatic-fallback-in-progress');
    const seen: string[] = [await lab.marks()];
    for (let changes = 0; changes < 30; changes += 1) {
      await lab.nextChange();
      seen.push(await lab.marks());
      if (await lab.node('imp1').getByText('Taking Back').isVisible()) break;
    }
    await expect(lab.node('imp1').getByText('Automatic Fallback')).toBeVisible();
    await expect(lab.instant).toHaveText(/^3\d:\d\d\./);
    seen.pop();
    await lab.previousChange();
    expect(await lab.marks()).toBe(seen.pop());
    await lab.previousChange();
    expect(await lab.marks()).toBe(seen.pop());
  },
);

test(
  'where there is no further change, the lab says so and stays where it is',
  { tag: '@once' },
  async ({ lab }) => {
    await lab.open();
    const before = await lab.marks();
    await lab.button('Next change of state').click();
    await expect(lab.notice(/There is no change of state/)).toBeVisible({ timeout: 30_000 });
    expect(await lab.marks()).toBe(before);
  },
);

test(
  'it pauses by itself at the next message, with the message in view',
  { tag: '@once' },
  async ({ lab }) => {
    await lab.open();
    await lab.goTo(3);
    await lab.setSpeed('20 ×');
    await lab.button('Play, and pause at the next message').click();
    await expect(lab.instant).toHaveText(clock(15));
    await expect(lab.button('Play')).toBeVisible();
    await expect(lab.keepAlives().first()).toBeVisible();
  },
);

test(
  'the whole run is scrubbed by keyboard, on the slider and on the timeline',
  { tag: '@once' },
  async ({ lab }) => {
    await lab.open('./lab/?scenario=row-12-critical-service-down');
    const slider = lab.transport.getByRole('slider', { name: 'Go to an instant' });
    await slider.focus();
    await lab.key('ArrowRight');
    await lab.key('ArrowRight');
    await expect(lab.instant).toHaveText(clock(2));
    await expect(slider).toHaveAttribute('aria-valuetext', '2 seconds');
    await lab.key('ArrowLeft');
    await expect(lab.instant).toHaveText(clock(1));
    await lab.key('End');
    await expect(lab.node('imp2').getByText('Running in Backup Mode')).toBeVisible();
    await lab.key('Home');
    await expect(lab.node('imp2').getByText('Normal').first()).toBeVisible();

    const timeline = (await lab.panel('Timeline')).getByRole('slider');
    await timeline.focus();
    await lab.jump(() => lab.key('ArrowRight'));
    await expect(timeline).toHaveAttribute('aria-valuetext', /imp1.*Normal/);
    await lab.jump(() => lab.key('Home'));
    await expect(lab.instant).toHaveText(clock(0));
  },
);

test(
  'everything that happened is in the log, with why, and leads back to its instant',
  { tag: '@once' },
  async ({ lab }) => {
    await lab.open('./lab/?scenario=row-12-critical-service-down');
    await lab.nextChangeUntil('imp2', 'Running in Backup Mode');
    const log = await lab.panel('Event log');
    const line = log.getByRole('button', { expanded: false, name: /Running in Backup Mode/ }).last();
    await line.click();
    await expect(log.getByRole('heading', { name: 'Why did this happen?' })).toBeVisible();
    const end = await lab.instantText();
    await log
      .getByRole('listitem')
      .filter({ has: lab.page.getByRole('heading') })
      .getByRole('button', { name: /^Go to 0:/ })
      .nth(1)
      .click();
    await expect(lab.instant).not.toHaveText(end);
  },
);

test('a hidden tab pauses and says so', { tag: '@once' }, async ({ lab, page }) => {
  await lab.open();
  await lab.setSpeed('10 ×');
  await lab.button('Play').click();
  await expect(lab.button('Pause')).toBeVisible();
  // Headless tabs are never hidden by the browser: the page is told what a browser would tell it.
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect(lab.button('Play')).toBeVisible();
  await expect(lab.notice('Paused, because this tab was hidden.')).toBeVisible();
});
