/** Undo, beginning again, hints up to the played solution, the free lab and another try do what they say. */
import { exerciseOf } from './exercise-data';
import { clock } from './lab-page';
import { expect, test } from './exercise-page';

test('undo, beginning again, hints, the free lab and another try do what they say @once', async ({
  exercise: page,
  context,
}) => {
  test.setTimeout(150_000);
  const exercise = exerciseOf('database-down');
  const { reach, restore } = exercise;
  const { lab } = page;
  await page.open(exercise.id);
  await page.foretell(exercise);
  await page.goOn();

  // Undo takes the last action out, and the run stands where it was.
  await page.beginToAct();
  const undo = page.button('Undo my last action');
  await expect(undo).toHaveAttribute('aria-disabled', 'true');
  await page.act([{ at: 5, do: 'stop-service', node: 'imp2', service: 'Cisco Sync Agent' }], reach.atSeconds);
  await page.act([{ at: 8, do: 'stop-database', node: 'imp2' }], reach.atSeconds);
  await expect(lab.part('imp2', 'Database, down')).toBeVisible();
  await page.goTo(reach.atSeconds + 20);
  await undo.click();
  await expect(lab.instant).toHaveText(clock(reach.atSeconds + 8));
  await expect(lab.part('imp2', 'Database, up')).toBeVisible();
  await expect(lab.part('imp2', 'Cisco Sync Agent, stopped')).toBeVisible();
  await undo.click();
  await expect(lab.instant).toHaveText(clock(reach.atSeconds + 5));
  await expect(lab.part('imp2', 'Cisco Sync Agent, started')).toBeVisible();
  await expect(undo).toHaveAttribute('aria-disabled', 'true');

  // The phase begins again where it began.
  await page.act([{ at: 9, do: 'stop-database', node: 'imp2' }], reach.atSeconds);
  await page.button('Begin this phase again').click();
  await expect(lab.instant).toHaveText(clock(reach.atSeconds));
  await expect(lab.part('imp2', 'Database, up')).toBeVisible();

  // Hints, each further than the one before; the last one plays a solution, and caps the score.
  const { where, meaning, command } = reach.hints;
  for (const [name, hint] of [
    ['Where to look', where],
    ['What it means', meaning],
    ['What to do', command],
  ] as const) {
    await expect(page.task.getByText(hint)).toBeHidden();
    await page.button(`Hint: ${name}`).click();
    await expect(page.task.getByText(hint)).toBeVisible();
  }
  await page.button('Hint: Play a solution').click();
  const shown = page.task.getByRole('region', { name: 'Solution' });
  const { steps } = reach.solutions.find(({ id }) => id === reach.hints.solution)!;
  for (const { say } of steps) {
    await page.button(/^Play the (first|next) step/).click();
    await expect(shown.getByText(say)).toBeVisible({ timeout: 20_000 });
  }
  await page.button('Watch it to the end').click();
  await expect(shown.getByText(reach.done)).toBeVisible({ timeout: 30_000 });
  await page.button('Now do it yourself').click();
  await expect(lab.part('imp2', 'Database, up')).toBeVisible();

  // The free lab gets the run as it stands, in a tab of its own.
  await page.act([{ at: 5, do: 'stop-database', node: 'imp2' }], reach.atSeconds);
  // What the goal waits for comes a moment later and moves what stands below it.
  await expect(page.goal).toContainText('waits for the database');
  const opened = context.waitForEvent('page');
  await page.button('Open in the free lab').click();
  const free = await opened;
  await expect(free.getByRole('status', { name: 'Instant' })).toHaveText(clock(reach.atSeconds + 5), {
    timeout: 30_000,
  });
  await expect(
    free.getByRole('group', { name: 'Parts of imp2' }).getByRole('button', { name: 'Database, down' }),
  ).toBeVisible();
  await free.close();

  await page.play('50 ×');
  await page.isDone();
  await expect(page.task).toContainText('40 of 100');
  await page.goOn();
  await page.explain(exercise.explain);
  await page.goOn();
  await page.drive(restore, restore.solutions[0]!);
  await page.goOn();
  await page.page.getByRole('button', { name: /^Leave the transfer for later/ }).click();
  await expect(page.report()).toContainText('The transfer is still to be done');
  await expect(page.reportLine('Reach')).toContainText('solution played');

  // Another try begins at the prediction, with nothing kept of the answers.
  await page.report().getByRole('button', { name: 'Try again' }).click();
  await page.isAt('Predict');
  await expect(page.button('Commit my prediction')).toBeVisible();
  await expect(page.phases.getByRole('button', { name: 'Reach' })).toHaveAttribute('aria-disabled', 'true');
});
