/** The mixed review: an item that is due, played to its score. */
import { exerciseOf } from './exercise-data';
import { expect, test } from './exercise-page';
import { waitUntilAlive } from './fixtures';

const KEY = 'presence-redundancy-lab:progress';
const DAY_MS = 86_400_000;

test('an item of the review is played untitled to its score, which is kept, and comes back another day @once', async ({
  exercise,
  page,
}) => {
  test.setTimeout(120_000);
  const played = exerciseOf('both-recovery-managers-restarted');
  const { id: variant, story, explain, restore } = played.transfer[0]!;
  const atMs = Date.now() - 9 * DAY_MS;
  const about = { exercise: played.id, revision: played.revision, phase: 'transfer', variant, hints: 0 };
  const missed = { ...about, id: 'missed', score: 20, atMs, begunAtMs: atMs };
  const record = { format: 'presence-redundancy-progress', version: 2, lessons: {}, attempts: {} };
  await page.addInitScript(([key, kept]) => localStorage.getItem(key) ?? localStorage.setItem(key, kept), [
    KEY,
    JSON.stringify({ ...record, results: { missed } }),
  ] as const);
  await page.goto('./exercises/review/');
  await waitUntilAlive(page);
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByRole('heading', { name: 'Review, item 1' })).toBeFocused();
  await expect(page.getByText(story)).toBeVisible({ timeout: 20_000 });
  await expect(page.locator('body')).not.toContainText(played.title);

  // Reasons are told once a cause has been named: the evidence speaks of them.
  const hidden = exercise.lab.main.getByText('Reason: hidden for now');
  await expect(hidden).toHaveCount(2);
  await exercise.cause(explain!.causes.find(({ refutation }) => refutation)!.text);
  await expect(hidden).toHaveCount(0);
  await exercise.explain(explain!);
  await exercise.goOn();
  await exercise.drive(restore!, restore!.solutions[0]!);
  await exercise.goOn();

  await expect(page.getByRole('heading', { name: 'What it was' })).toBeFocused();
  await expect(page.getByRole('link', { name: played.title })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: '90 of 100 points' })).toContainText('some days');
  await page.getByRole('button', { name: 'End the review' }).click();
  const today = page.getByRole('status').filter({ hasText: 'That was all for today.' });
  await expect(today).toContainText('The next one comes back on');
  const kept = await page.evaluate((key) => localStorage.getItem(key) ?? '', KEY);
  const { results } = JSON.parse(kept) as { results: Readonly<Record<string, object>> };
  const [added] = Object.keys(results).filter((id) => id !== 'missed');
  expect(results[added!]).toMatchObject({ ...about, score: 90, inReview: true });
});
