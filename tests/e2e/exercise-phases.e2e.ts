/** Every phase of an exercise: what axe finds, in light and dark, and how it goes on when the page was left in it. */
import { exerciseOf, firstWrongCause, rightCause } from './exercise-data';
import { expect, test, type ExercisePage } from './exercise-page';
import { clock } from './lab-page';
import { expectNoBarriers } from './wcag';

const WINDOW = { width: 1280, height: 800 };
/** From the top of a window as tall as this everything is seen, so that nothing lies half below what sticks to an edge. */
const TALL_WINDOW = { ...WINDOW, height: 4000 };

/** Runs the automatic part of WCAG 2.2 AA in light and dark, then leaves the page and comes back. */
async function lookAndLeave(exercise: ExercisePage): Promise<void> {
  const { page } = exercise;
  const phase = await exercise.phases.locator('[aria-current=step]').innerText();
  await page.setViewportSize(TALL_WINDOW);
  await page.evaluate(() => scrollTo({ top: 0 }));
  await expectNoBarriers(page, phase);
  await page.setViewportSize(WINDOW);
  await page.reload();
  await exercise.isReady();
}

test('each phase passes the automatic part of WCAG 2.2 AA, and goes on where it was left @once', async ({
  exercise,
}) => {
  test.setTimeout(600_000);
  const played = exerciseOf('database-down');
  await exercise.open(played.id);
  const title = exercise.page.getByRole('heading', { level: 1 });
  await expect(title).toHaveText('Service and database failures, 3 of 3');
  await expect(exercise.page).not.toHaveTitle(new RegExp(played.title));
  await lookAndLeave(exercise);
  await exercise.isAt('Predict');
  await expect(exercise.button('Commit my prediction')).toBeVisible();
  await exercise.foretell(played);
  await lookAndLeave(exercise);
  await expect(exercise.says(/All of it came as you said/)).toBeVisible();
  await expect(title).toHaveText(played.title);
  await expect(exercise.page).toHaveTitle(new RegExp(played.title));
  await exercise.goOn();

  await exercise.beginToAct();
  await exercise.button('Hint: Where to look').click();
  await exercise.act([{ at: 5, do: 'stop-database', node: 'imp2' }], played.reach.atSeconds);
  await exercise.goTo(played.reach.atSeconds + 9);
  await lookAndLeave(exercise);
  await exercise.isAt('Reach');
  await expect(exercise.task.getByText(played.reach.hints.where)).toBeVisible();
  await expect(exercise.lab.part('imp2', 'Database, down')).toBeVisible();
  await expect(exercise.lab.instant).toHaveText(clock(played.reach.atSeconds + 9));
  await exercise.play('50 ×');
  await exercise.isDone();
  await lookAndLeave(exercise);
  await exercise.isDone();
  await exercise.goOn();

  const wrong = firstWrongCause(played);
  await exercise.cause(wrong.text);
  await lookAndLeave(exercise);
  await exercise.isAt('Explain');
  await expect(exercise.task.getByRole('button', { name: wrong.text })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await exercise.cause(rightCause(played.explain));
  await exercise.task
    .getByRole('button', { name: played.explain.evidence.find(({ right }) => right)!.text })
    .click();
  await lookAndLeave(exercise);
  for (const { text, right } of played.explain.evidence) {
    const button = exercise.task.getByRole('button', { name: text });
    if (right && (await button.getAttribute('aria-pressed')) !== 'true') await button.click();
  }
  await exercise.goOn();

  const [first, ...rest] = played.restore.solutions[0]!.steps;
  await exercise.beginToAct();
  await exercise.act([first!], played.restore.atSeconds);
  await lookAndLeave(exercise);
  await exercise.isAt('Restore');
  await expect(exercise.goal).toBeVisible();
  await exercise.act(rest, played.restore.atSeconds);
  await exercise.play('500 ×');
  await exercise.isDone();
  await exercise.goOn();

  const { explain, restore } = played.transfer[0]!;
  await exercise.isAt('Transfer');
  await exercise.explain(explain!);
  await exercise.goOn();
  await exercise.beginToAct();
  await exercise.act([restore!.solutions[0]!.steps[0]!], restore!.atSeconds);
  await lookAndLeave(exercise);
  await exercise.isAt('Transfer');
  await exercise.act(restore!.solutions[0]!.steps.slice(1), restore!.atSeconds);
  await exercise.play('500 ×');
  await exercise.isDone();
  await exercise.goOn();
  await lookAndLeave(exercise);
  await expect(exercise.report()).toContainText('Mastered.');
});
