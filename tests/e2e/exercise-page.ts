/** An exercise as its learners meet it: phases and task on one side, the lab with its tools on the other. */
import type { Locator, Page } from '@playwright/test';
import { expect, test as base } from './fixtures';
import { LabPage } from './lab-page';

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

  constructor(page: Page) {
    this.page = page;
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

  /** Goes on with the button at the end of a phase, once it is there. */
  async goOn(): Promise<void> {
    await this.button(/^Go on/).click({ timeout: 40_000 });
  }

  /** Passes by the solution that a worked exercise plays first. */
  async doItMyself(): Promise<void> {
    await this.button('Now do it yourself').click();
    await expect(this.goal).toBeVisible();
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
