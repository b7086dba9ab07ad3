/** An exercise as its learners meet it: phases and task on one side, the lab with its tools on the other. */
import type { Locator, Page } from '@playwright/test';
import type { Truth } from '../../src/course/attempt';
import type { StepAt } from '../../src/course/exercise';
import { servingWords } from '../../src/lib/exercise/guess-words';
import type { DrivenPart, ExplainPart, PlayedExercise } from '../../src/lib/exercise/played';
import { SPEEDS } from '../../src/lib/lab/pace';
import { stateName } from '../../src/lib/state-style';
import { rightCause, truthOfExercise, type Way } from './exercise-data';
import { Steps, type Means } from './exercise-steps';
import { expect, test as base } from './fixtures';
import { clock, LabPage } from './lab-page';
import { LessonPage } from './lesson-page';

export { expect };

/** For tests of exercises: `exercise` is the page object of the test's own page, not opened yet. */
export const test = base.extend<{ exercise: ExercisePage }>({
  exercise: async ({ page }, use) => {
    await use(new ExercisePage(page));
  },
});

/** What is predicted, in the words of the page. */
export interface Prediction {
  /** State of each node by its name; left out where no pair is asked for. */
  readonly states?: Readonly<Record<string, string>>;
  readonly serving?: string | RegExp;
  /** The option of the exercise's own question. */
  readonly answer?: string | RegExp;
  /** 50 to 100. */
  readonly percent?: number;
}

/** Wall time in which a stretch of the run is played on the way to the next step. */
const STRETCH_MS = 700;

/** One exercise, with the lab beside it. */
export class ExercisePage {
  readonly page: Page;
  readonly lab: LabPage;
  /** What the present phase asks for, with its buttons. */
  readonly task: Locator;
  readonly phases: Locator;
  readonly goal: Locator;
  readonly terminal: Locator;
  readonly pages: Locator;
  readonly #steps: Steps;

  constructor(page: Page) {
    this.page = page;
    this.#steps = new Steps(new LessonPage(page));
    this.lab = new LabPage(page);
    this.task = page.getByRole('group', { name: 'Your task' });
    this.phases = page.getByRole('navigation', { name: 'Phases' });
    this.goal = page.getByRole('region', { name: 'Goal', exact: true });
    this.terminal = page.getByRole('region', { name: 'Terminal', exact: true });
    this.pages = page.getByRole('region', { name: 'Administration pages', exact: true });
  }

  /** Opens an exercise and waits until its present phase stands. */
  async open(id: string): Promise<void> {
    await this.page.goto(`./exercises/${id}/`);
    await this.isReady();
  }

  async isReady(): Promise<void> {
    await expect(this.phases.locator('[aria-current=step]')).toBeVisible({ timeout: 20_000 });
    await expect(this.task.or(this.report())).toBeVisible({ timeout: 20_000 });
  }

  button(name: string | RegExp): Locator {
    return this.task.getByRole('button', { name, exact: typeof name === 'string' });
  }

  /** What the page says to what was done. */
  says(text: string | RegExp): Locator {
    return this.task.getByRole('status').filter({ hasText: text });
  }

  async isAt(phase: string): Promise<void> {
    await expect(this.phases.locator('[aria-current=step]')).toContainText(phase, { timeout: 20_000 });
    await expect(this.page.getByRole('heading', { level: 2, name: new RegExp(`^${phase}`) })).toBeVisible();
  }

  /** Commits a prediction, and shows its outcome at once. */
  async predict({ states = {}, serving, answer, percent }: Prediction): Promise<void> {
    for (const [node, state] of Object.entries(states))
      await this.task.getByLabel(`${node} will show`).selectOption({ label: state });
    if (serving !== undefined) await this.task.getByRole('radio', { name: serving }).check();
    if (answer !== undefined) await this.task.getByRole('radio', { name: answer }).check();
    if (percent !== undefined) await this.task.getByRole('slider').fill(String(percent));
    await this.button('Commit my prediction').click();
    await this.button('Show the outcome at once').click();
    await expect(this.says(/of it came as you said/)).toBeVisible({ timeout: 20_000 });
  }

  /** Predicts what will come, or something else: what is given here instead of what the engine comes to. */
  async foretell(exercise: PlayedExercise, instead: Partial<Truth> = {}, percent = 100): Promise<void> {
    const { pair, serving, answer } = { ...truthOfExercise(exercise), ...instead };
    const { question, pair: nodes } = exercise.predict;
    const option = question?.options.find(({ id }) => id === answer);
    await this.predict({
      states: Object.fromEntries((pair ?? []).map((state, place) => [nodes[place] ?? '', stateName(state)])),
      ...(serving !== null && { serving: servingWords(serving, nodes) }),
      ...(option && { answer: option.text }),
      percent,
    });
  }

  /** Goes on with the button at the end of a phase, once it is there. */
  async goOn(): Promise<void> {
    await this.button(/^Go on/).click({ timeout: 40_000 });
  }

  /** Passes by the solution that a worked exercise plays first. */
  async doItMyself(): Promise<void> {
    await this.button('Now do it yourself').click();
    await expect(this.goal).toBeVisible();
  }

  /** Begins to act in a phase: where a solution is played first, it is passed by. */
  async beginToAct(): Promise<void> {
    const own = this.button('Now do it yourself');
    await expect(own.or(this.goal)).toBeVisible({ timeout: 20_000 });
    if (await own.isVisible()) await own.click();
    await expect(this.goal).toBeVisible({ timeout: 20_000 });
  }

  /** Lets time pass up to an instant of the run, in whole seconds; what was watched already is gone back to. */
  async goTo(seconds: number): Promise<void> {
    const slider = this.lab.transport.getByRole('slider', { name: 'Go to an instant' });
    // What was just done may still shorten what was watched.
    await expect(async () => {
      await this.#watchUntil(slider, seconds * 1000);
      await slider.fill(String(seconds * 1000));
      await expect(this.lab.instant).toHaveText(clock(seconds), { timeout: 2_000 });
    }).toPass({ timeout: 30_000 });
  }

  /** Plays on until an instant has been watched, and pauses. */
  async #watchUntil(slider: Locator, timeMs: number): Promise<void> {
    const furthest = async () => Number(await slider.getAttribute('max'));
    const leftMs = timeMs - (await furthest());
    if (leftMs <= 0) return;
    const speed = SPEEDS.find((one) => one >= Math.max(20, leftMs / STRETCH_MS)) ?? 20;
    await this.play(`${speed.toLocaleString('en')} ×`);
    await expect.poll(furthest, { intervals: [50], timeout: 30_000 }).toBeGreaterThanOrEqual(timeMs);
    const pause = this.lab.button('Pause');
    if (await pause.isVisible()) await pause.click();
  }

  /** Does steps of a phase, each at its instant since the phase began. */
  async act(steps: readonly StepAt[], atSeconds: number, means: Means = 'stage'): Promise<void> {
    for (const { at, say: _say, ...step } of steps as readonly (StepAt & { readonly say?: string })[]) {
      await this.goTo(atSeconds + at);
      await this.#steps.do(step, means);
    }
  }

  /** Drives a phase to its goal. */
  async drive(
    { atSeconds }: DrivenPart,
    { steps, untilSeconds }: Way,
    means: Means = 'stage',
  ): Promise<void> {
    await this.beginToAct();
    await this.act(steps, atSeconds, means);
    const done = this.says(/^Done\./);
    if (await done.isVisible()) return;
    await this.play(untilSeconds > 100 ? '500 ×' : '50 ×');
    await this.isDone();
  }

  /** Finds the cause and its evidence. */
  async explain(part: ExplainPart): Promise<void> {
    await this.cause(rightCause(part));
    for (const { text, right } of part.evidence)
      if (right) await this.task.getByRole('button', { name: text, exact: true }).click();
    await expect(this.says(/Cause and evidence are found/)).toBeVisible();
  }

  /** Chooses a cause. */
  async cause(text: string): Promise<void> {
    await this.task.getByRole('button', { name: text, exact: true }).click();
  }

  /** Lets time run at a speed such as `200 ×`. */
  async play(speed: string): Promise<void> {
    await this.lab.setSpeed(speed);
    const play = this.lab.button('Play');
    if (await play.isVisible()) await play.click();
  }

  /** Chooses causes or evidence, one after the other. */
  async choose(...answers: readonly (string | RegExp)[]): Promise<void> {
    for (const answer of answers)
      await this.task.getByRole('group').getByRole('button', { name: answer }).click();
  }

  /** Waits until the driven phase is done, and goes on. */
  async isDone(): Promise<void> {
    await expect(this.says(/^Done\./)).toBeVisible({ timeout: 40_000 });
  }

  report(): Locator {
    return this.page.getByRole('region', { name: 'Report', exact: true });
  }

  /** The line of the report about a phase. */
  reportLine(phase: string): Locator {
    return this.report()
      .getByRole('table', { name: 'Your phases' })
      .getByRole('row', { name: new RegExp(`^${phase}`) });
  }
}
