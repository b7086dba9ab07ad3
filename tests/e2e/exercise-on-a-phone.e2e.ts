/** An exercise on a phone: exercise and lab take turns. */
import { exerciseOf, firstWrongCause } from './exercise-data';
import { expect, test } from './exercise-page';

test('an exercise is done on a phone @once', async ({ exercise, page }) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 390, height: 844 });
  const played = exerciseOf('failed-over-and-well-again');
  const sides = page.getByRole('group', { name: 'Exercise or lab' });
  const turnTo = (side: 'Exercise' | 'Lab') =>
    sides.getByRole('button', { name: new RegExp(`^${side}`) }).click();
  const { lab } = exercise;
  /** Lets time run in the lab until the exercise has something to say. */
  const watch = async (speed: string) => {
    await lab.button('More about time').click();
    await page.getByRole('combobox', { name: 'Speed' }).selectOption({ label: speed });
    await page.keyboard.press('Escape');
    await lab.button('Play').click();
    await expect(sides).toContainText('done', { timeout: 40_000 });
    await turnTo('Exercise');
    await exercise.isDone();
  };
  const fits = async () => {
    const overhang = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overhang).toBeLessThanOrEqual(0);
  };

  await exercise.open(played.id);
  await exercise.foretell(played);
  await fits();
  await exercise.goOn();
  await expect(exercise.goal).toBeVisible();
  await turnTo('Lab');
  await fits();
  await lab.actOn('imp1', 'Cisco Presence Engine', /^Stop/);
  await lab.nextChangeUntil('imp2', 'Running in Backup Mode');
  await lab.actOn('imp1', 'Cisco Presence Engine', /^Start/);
  await watch('20 ×');
  await exercise.goOn();
  const wrong = firstWrongCause(played);
  await exercise.cause(wrong.text);
  await exercise.button('Play what that would have shown').click();
  const compared = page.getByRole('heading', { name: `What it would have shown: ${wrong.text}` });
  await expect(compared).toBeInViewport();
  await fits();
  await page.getByRole('button', { name: 'Close the comparison' }).click();
  await exercise.explain(played.explain);
  await fits();
  await exercise.goOn();
  await expect(exercise.goal).toBeVisible();
  await turnTo('Lab');
  await lab.actOn('imp1', 'Failover, fallback', /^Fallback/);
  await watch('200 ×');
  await exercise.goOn();
  await exercise.explain(played.transfer[0]!.explain!);
  await exercise.goOn();
  await turnTo('Lab');
  await lab.actOn('imp2', 'Failover, fallback', /^Fallback/);
  await watch('200 ×');
  await exercise.goOn();
  await expect(exercise.report()).toContainText('Mastered.');
  await fits();
});
