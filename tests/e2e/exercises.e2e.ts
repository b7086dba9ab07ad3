/** Every exercise in a browser, from its first page to its report; other ways that count as well; and ways that do not. */
import { EXERCISES } from './exercise-data';
import { expect, test } from './exercise-page';
import type { Means } from './exercise-steps';

const MEANS: readonly Means[] = ['stage', 'pages', 'terminal'];

for (const [index, exercise] of EXERCISES.entries()) {
  const { id, title, row } = exercise;
  const what = row === null ? title : `row ${String(row)}, ${title}`;
  test(`${what}: done from the prediction to the report by a listed solution @once`, async ({
    exercise: page,
  }) => {
    test.setTimeout(120_000);
    const means = MEANS[index % MEANS.length]!;
    await page.open(id);
    await page.isAt('Predict');
    await page.foretell(exercise);
    await page.goOn();
    await page.isAt('Reach');
    await page.drive(exercise.reach, exercise.reach.solutions[0]!, means);
    await page.goOn();
    await page.isAt('Explain');
    await page.explain(exercise.explain);
    await page.goOn();
    await page.isAt('Restore');
    await page.drive(exercise.restore, exercise.restore.solutions[0]!, means);
    await page.goOn();
    await page.isAt('Transfer');
    const { reach, explain, restore } = exercise.transfer[0]!;
    if (reach) await page.drive(reach, reach.solutions[0]!);
    if (reach) await page.goOn();
    if (explain) await page.explain(explain);
    if (explain) await page.goOn();
    if (restore) await page.drive(restore, restore.solutions[0]!);
    if (restore) await page.goOn();
    await expect(page.report()).toBeVisible({ timeout: 20_000 });
    await expect(page.report()).toContainText('Mastered.');
    await expect(page.report()).toContainText(/Reach, at \d+:\d\d of its run/);
    const scores = page.report().getByRole('table', { name: 'Your phases' }).getByRole('row');
    const points = await scores.locator('td:last-child').allInnerTexts();
    expect(points).toEqual(points.map(() => '100'));
  });
}
