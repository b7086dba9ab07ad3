/** In each family: another way than the first solution counts as well, and what is wrong is answered with what the system does. */
import type { Truth } from '../../src/course/attempt';
import type { Move } from '../../src/course/exercise';
import { STATE_IDS } from '../../src/engine';
import type { PlayedExercise } from '../../src/lib/exercise/played';
import { stateName } from '../../src/lib/state-style';
import { FAMILIES_WITH_EXERCISES, firstWrongCause, otherWays, truthOfExercise } from './exercise-data';
import { expect, test, type ExercisePage } from './exercise-page';
import { clock } from './lab-page';

/** A prediction that does not come true in anything. */
function wrongGuess(exercise: PlayedExercise): Partial<Truth> {
  const { pair, answer } = truthOfExercise(exercise);
  const state = STATE_IDS.find((one) => !pair?.includes(one))!;
  const option = exercise.predict.question?.options.find(({ id }) => id !== answer);
  return { ...(pair && { pair: [state, state] }), ...(option && { answer: option.id }) };
}

/** The first move of a restore that spoils it. */
const spoiling = ({ restore }: PlayedExercise): Move | undefined => restore.forbidden?.[0];

async function explainedAfterAll(page: ExercisePage, exercise: PlayedExercise): Promise<void> {
  const { text, says, shown } = firstWrongCause(exercise);
  await page.cause(text);
  for (const said of says) await expect(page.says(said)).toBeVisible();
  await page.button('Play what that would have shown').click();
  const other = page.page.getByRole('region', { name: 'What it would have shown' });
  for (const [node, state] of Object.entries(shown)) {
    const card = other.getByRole('article', { name: node, exact: true });
    await expect(card.getByText(stateName(state), { exact: true }).first()).toBeVisible({ timeout: 30_000 });
  }
  await expect(other.getByRole('group', { name: /^Parts of / }).first()).toBeVisible({ timeout: 30_000 });
  await expect(page.lab.instant, 'the shown run stands at its own instant').toHaveText(
    clock(exercise.explain.atSeconds),
    { timeout: 30_000 },
  );
  await other.getByRole('button', { name: 'Close the comparison' }).click();
  await expect(page.lab.instant).toHaveText(clock(exercise.explain.atSeconds));
  await page.explain(exercise.explain);
  await expect(page.says(/80 of 100 points/)).toBeVisible();
}

for (const [family, members] of FAMILIES_WITH_EXERCISES) {
  const other = members.find((one) => otherWays(one, 'reach').length + otherWays(one, 'restore').length > 0);
  const spoilt = members.find((one) => spoiling(one) !== undefined);

  test(`${family}: another way than the first solution counts as well @once`, async ({ exercise: page }) => {
    test.setTimeout(120_000);
    const exercise = other!;
    const [reach, restore] = [otherWays(exercise, 'reach')[0], otherWays(exercise, 'restore')[0]];
    await page.open(exercise.id);
    await page.foretell(exercise);
    await page.goOn();
    await page.drive(exercise.reach, reach ?? exercise.reach.solutions[0]!);
    await expect(page.task).toContainText('100 of 100');
    await page.goOn();
    if (!restore) return;
    await page.explain(exercise.explain);
    await page.goOn();
    await page.drive(exercise.restore, restore);
    await page.goOn();
    await page.isAt('Transfer');
  });

  test(`${family}: a wrong prediction, a wrong cause and a forbidden move are answered @once`, async ({
    exercise: page,
  }) => {
    test.setTimeout(120_000);
    const exercise = spoilt!;
    const move = spoiling(exercise)!;
    await page.open(exercise.id);
    await page.foretell(exercise, wrongGuess(exercise));
    await expect(page.says('Not all of it came as you said.')).toContainText(exercise.predict.why);
    await page.goOn();
    await page.drive(exercise.reach, exercise.reach.solutions[0]!);
    await page.goOn();
    await explainedAfterAll(page, exercise);
    await page.goOn();
    await page.beginToAct();
    await page.act(move.example.steps, exercise.restore.atSeconds);
    await page.goTo(exercise.restore.atSeconds + move.example.untilSeconds);
    await expect(page.says('This phase has to be begun again.')).toContainText(move.why);
    await expect(page.button(/^Go on/)).toBeHidden();
    await page.button('Begin this phase again').click();
    await expect(page.goal).toBeVisible();
    await expect(page.says('This phase has to be begun again.')).toBeHidden();
  });
}
