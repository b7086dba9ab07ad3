/** The shift: played with faults that nobody announces, left and gone on with, and told decision by decision. */
import type { Page } from '@playwright/test';
import { tabTo } from './by-keyboard';
import { expect, test, type LabPage } from './lab-page';

const KEY = 'presence-redundancy-lab:progress';
/** In this calm shift imp1 loses its power at 1:13; three more faults follow. */
const NUMBER = '12';
const REPORT_MS = 30_000;

const ownSteps = (page: Page) =>
  page.getByRole('region', { name: 'What you did' }).getByRole('listitem').allInnerTexts();
const decisions = (page: Page) => page.getByRole('region', { name: 'Report' }).getByRole('listitem');
const figure = (page: Page, name: string) =>
  page.getByRole('region', { name: 'How it goes' }).getByRole('definition').nth(FIGURES.indexOf(name));
const FIGURES = ['Time left', 'Users without service now', 'On a node that is not well', 'User-minutes'];

async function begin(page: Page): Promise<void> {
  await page.goto('./exercises/shift/');
  await page.getByLabel('Number', { exact: true }).fill(NUMBER);
  await page.getByRole('button', { name: 'Begin the shift' }).click();
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeVisible({ timeout: 20_000 });
}

/** Lets time run until a part of a node has failed, and pauses. */
async function runUntil(lab: LabPage, node: string, part: string): Promise<void> {
  await lab.setSpeed('100 ×');
  await lab.button('Run').click();
  await expect(lab.part(node, part)).toBeVisible({ timeout: 20_000 });
  await lab.button('Pause').click();
}

async function runToTheEnd(page: Page, lab: LabPage): Promise<void> {
  await lab.setSpeed('2,000 ×');
  await lab.button('Run').click();
  await expect(page.getByRole('heading', { name: 'Report' })).toBeVisible({ timeout: REPORT_MS });
}

test('a shift is played without knowing what comes, gone on with after a reload, and told decision by decision @once', async ({
  page,
  lab,
}) => {
  test.setTimeout(120_000);
  await page.goto('./exercises/shift/');
  await page.getByLabel('Number', { exact: true }).fill('twelve');
  await page.getByRole('button', { name: 'Begin the shift' }).click();
  await expect(page.getByText('A whole number from 0 to 999,999, or nothing.')).toBeVisible();
  await begin(page);
  await expect(page.getByRole('heading', { name: 'The shift', level: 1 })).toBeFocused();
  await expect(figure(page, 'Time left')).toHaveText('25:00');

  await runUntil(lab, 'imp1', 'Platform, off');
  await expect(figure(page, 'Users without service now')).toHaveText('12');
  await expect(
    page.getByRole('main').getByRole('status').filter({ hasText: '12 users wait for service.' }),
  ).toHaveCount(1);
  await lab.actOn('imp1', 'Platform', 'Power on');
  await expect.poll(() => ownSteps(page)).toEqual([expect.stringMatching(/^\d:\d\d Power on on imp1$/)]);
  const repaired = await lab.instantText();

  // Time only runs: no key, no timeline and no line of the log leads elsewhere, and the run is not given away.
  for (const key of ['Home', 'End', 'b', 'n', 'ArrowLeft', '1', 's', 'e', 'r']) await lab.key(key);
  await page.getByRole('button', { name: 'Timeline', exact: true }).click();
  const timeline = page.getByRole('region', { name: 'Timeline', exact: true });
  await timeline.getByRole('slider', { name: 'Instant of the run' }).press('Home');
  const done = timeline.getByRole('group', { name: 'What was done' });
  await expect(done.getByRole('button', { name: /Power on/i })).toBeVisible();
  await done.getByRole('button').first().click();
  await expect(lab.notice('A shift only goes forward')).toBeVisible();
  await lab.key('d');
  await expect(lab.notice('The run can be taken along once the shift is over.')).toBeVisible();
  await expect(lab.instant).toHaveText(repaired);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await ownSteps(page)).toHaveLength(1);

  await page.reload();
  await expect(page.getByText('of 25:00 played, 1 action')).toBeVisible();
  await page.getByRole('button', { name: 'Go on with Calm, number 12' }).click();
  await expect(lab.instant).toHaveText(repaired, { timeout: 20_000 });
  await expect(lab.part('imp1', 'Platform, booting')).toBeVisible();
  expect(await ownSteps(page)).toHaveLength(1);

  await runToTheEnd(page, lab);
  const own = decisions(page).filter({ hasText: 'Power on on imp1' }).filter({ hasText: 'What you did' });
  await expect(own).toHaveCount(1);
  await expect(own).toContainText(/None of the \d+ moves/);
  const waited = decisions(page).filter({ hasText: 'Better: Start the database' }).first();
  await expect(waited).toContainText(/Stop the database on imp\d: nothing was done about it until/);
  await expect(waited).toContainText(/user-minutes less, the cheapest of \d+ moves/);
  const marks = timeline.getByRole('group', { name: 'What was done' });
  await expect(
    marks.getByRole('button', { name: /Fault: Stop the database on imp\d/ }).first(),
  ).toBeVisible();
  await expect(marks.getByRole('button', { name: /Decision \d: Power on on imp1/ })).toBeVisible();
  await own.getByRole('button').click();
  await expect(lab.instant).toHaveText(new RegExp(`^${repaired}`));
  await expect(page.getByRole('alert')).toHaveCount(0);

  const opening = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Open in the free lab' }).click();
  expect(new URL((await opening).url()).pathname).toMatch(/\/lab\/$/);
  await page.getByRole('button', { name: 'Play the same number again' }).click();
  await expect(figure(page, 'Time left')).toHaveText('25:00');
  await page.goto('./progress/');
  await expect(
    page.getByRole('row', { name: /^Calm, number 12 \d+ \w+ \d{4} [\d.]+ [\d.]+ [\d.]+ \d, \d of which/ }),
  ).toBeVisible();
});

test('a shift is played by keyboard alone, where what was kept of an earlier one is damaged @once', async ({
  page,
  lab,
}) => {
  test.setTimeout(120_000);
  const kept = { format: 'presence-redundancy-progress', version: 3, lessons: {}, results: {}, attempts: {} };
  const damaged = JSON.stringify({
    ...kept,
    shifts: {},
    plays: { calm: { savedAtMs: 1, play: { seed: 'x' } } },
  });
  await page.addInitScript(([key, text]) => localStorage.getItem(key) ?? localStorage.setItem(key, text), [
    KEY,
    damaged,
  ] as const);
  await page.goto('./exercises/shift/');
  await expect(page.getByRole('alert')).toContainText('could not be read');

  await tabTo(page, /radio "Calm/);
  await tabTo(page, /^- textbox "Number"|^- INPUT "Number"/);
  await page.keyboard.type(NUMBER);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'The shift', level: 1 })).toBeFocused();
  await tabTo(page, /button "Run"/);
  for (let faster = 0; faster < 4; faster += 1) await page.keyboard.press('+');
  await page.keyboard.press('Enter');
  await expect(lab.part('imp1', 'Platform, off')).toBeVisible({ timeout: 20_000 });
  await page.keyboard.press('Space');
  await expect(lab.button('Run')).toBeFocused();
  await tabTo(page, /button "Platform, off/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await tabTo(page, /button "Power on"/);
  await page.keyboard.press('Enter');
  await expect.poll(() => ownSteps(page)).toHaveLength(1);
  await tabTo(page, /button "Run"/);
  for (let faster = 0; faster < 4; faster += 1) await page.keyboard.press('+');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Report' })).toBeFocused({ timeout: REPORT_MS });
  await tabTo(page, /button "Show decision 2 /);
  await page.keyboard.press('Enter');
  await expect(lab.instant).not.toHaveText(/^25:00/);
  await tabTo(page, /button "Another shift"/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'The shift', level: 1 })).toBeFocused();
  await expect(page.getByRole('button', { name: 'See the report of Calm, number 12' })).toBeVisible();
  expect(await page.evaluate((key) => localStorage.getItem(`${key}:damaged`), KEY)).toBe(damaged);
});
