/** Exercises without a mouse. */
import type { Page } from '@playwright/test';
import { servingWords } from '../../src/lib/exercise/guess-words';
import type { DrivenPart, ExplainPart, PlayedExercise } from '../../src/lib/exercise/played';
import { stateName } from '../../src/lib/state-style';
import { choose, exactly, tabTo } from './by-keyboard';
import { exerciseOf, rightCause, truthOfExercise } from './exercise-data';
import { expect, test, type ExercisePage } from './exercise-page';

/** An exercise under the fingers of somebody who has no mouse. */
class Keyboard {
  readonly #exercise: ExercisePage;
  readonly #page: Page;

  constructor(exercise: ExercisePage) {
    this.#exercise = exercise;
    this.#page = exercise.page;
  }

  /** Goes to a button with Tab, or backwards, and presses Enter. */
  async press(name: string | RegExp, key = 'Tab'): Promise<void> {
    const wanted = typeof name === 'string' ? new RegExp(`^- button "${exactly(name)}`) : name;
    await tabTo(this.#page, wanted, key);
    await this.#page.keyboard.press('Enter');
  }

  async pick(label: string, option: string): Promise<void> {
    await tabTo(this.#page, new RegExp(`^- combobox "${exactly(label)}"`));
    const list = this.#page.locator(':focus');
    await this.#page.keyboard.type(option);
    await expect(list.locator('option:checked')).toHaveText(option);
  }

  /** Goes to a group of radio buttons, and down it to the one that is wanted. */
  async pickRadio(option: string): Promise<void> {
    await tabTo(this.#page, /^- radio/);
    const wanted = this.#exercise.task.getByRole('radio', { name: option, exact: true });
    const isThere = () => wanted.evaluate((radio) => radio === document.activeElement);
    for (let moves = 0; moves < 8 && !(await isThere()); moves += 1)
      await this.#page.keyboard.press('ArrowDown');
    await this.#page.keyboard.press('Space');
    await expect(wanted).toBeChecked();
  }

  async predict(exercise: PlayedExercise): Promise<void> {
    const { pair, serving, answer } = truthOfExercise(exercise);
    const { pair: nodes, question } = exercise.predict;
    for (const [place, node] of nodes.entries())
      await this.pick(`${node} will show`, stateName(pair![place]!));
    if (serving !== null) await this.pickRadio(servingWords(serving, nodes));
    const option = question?.options.find(({ id }) => id === answer);
    if (option) await this.pickRadio(option.text);
    await tabTo(this.#page, /^- slider/);
    await this.#page.keyboard.press('End');
    await this.press('Commit my prediction');
    await this.press('Show the outcome at once');
    await expect(this.#exercise.says(/All of it came as you said/)).toBeVisible({ timeout: 20_000 });
  }

  async explain(part: ExplainPart): Promise<void> {
    await this.press(rightCause(part));
    for (const { text, right } of part.evidence) if (right) await this.press(text);
    await expect(this.#exercise.says(/Cause and evidence are found/)).toBeVisible();
  }

  /** Lets time pass with the keys of the lab, at 20 to 50 times real time, until an instant has passed. */
  async letPass(seconds: number): Promise<void> {
    const slider = this.#exercise.lab.transport.getByRole('slider', { name: 'Go to an instant' });
    await this.#page.keyboard.press('k');
    await expect
      .poll(async () => Number(await slider.inputValue()), { intervals: [50], timeout: 40_000 })
      .toBeGreaterThanOrEqual(seconds * 1000);
    await this.#page.keyboard.press('k');
  }

  async setSpeed(label: string): Promise<void> {
    const speed = this.#exercise.lab.transport.getByRole('combobox', { name: 'Speed' });
    const all = await speed.getByRole('option').allTextContents();
    const labels = all.map((text) => text.trim());
    for (let presses = 0; presses < 24; presses += 1) {
      const shown = (await speed.locator('option:checked').innerText()).trim();
      if (shown === label) return;
      await this.#page.keyboard.press(labels.indexOf(shown) < labels.indexOf(label) ? '+' : '-');
    }
    throw new Error(`The keys for more and less speed never come to ${label}.`);
  }

  /** Drives a phase by a solution whose steps are all done on the stage. */
  async drive({ atSeconds, solutions }: DrivenPart): Promise<void> {
    const own = this.#exercise.button('Now do it yourself');
    await expect(own.or(this.#exercise.goal)).toBeVisible({ timeout: 20_000 });
    if (await own.isVisible()) await this.press('Now do it yourself');
    await expect(this.#exercise.goal).toBeVisible({ timeout: 20_000 });
    for (const { at, do: what, node, service } of solutions[0]!.steps) {
      // In the lab, before time runs: only there the keys of time are heard.
      await this.#toPart(String(node), PARTS[what]?.[0] ?? String(service));
      await this.setSpeed('20 ×');
      if (at > 5) await this.letPass(atSeconds + at);
      await this.#page.keyboard.press('Enter');
      await choose(this.#page, PARTS[what]?.[1] ?? OF_SERVICES[what]!);
    }
    await this.setSpeed('200 ×');
    await this.#page.keyboard.press('k');
    await this.#exercise.isDone();
  }

  /** Focus on a part of a node: from the tools below the stage backwards for the second node, forwards for the first. */
  async #toPart(node: string, part: string): Promise<void> {
    const wanted = this.#exercise.lab.part(node, part);
    for (let tries = 0; tries < 4; tries += 1) {
      await tabTo(this.#page, new RegExp(`^- button "${exactly(part)}`));
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error(`Tab never comes to ${part} of ${node}.`);
  }
}

const PARTS: Readonly<Record<string, readonly [string, RegExp]>> = {
  failover: ['Failover, fallback', /"Failover:/],
  fallback: ['Failover, fallback', /"Fallback:/],
  'start-srm': ['Server Recovery Manager', /"Start"/],
  'stop-srm': ['Server Recovery Manager', /"Stop"/],
  'restart-srm': ['Server Recovery Manager', /"Restart"/],
};
const OF_SERVICES: Readonly<Record<string, RegExp>> = {
  'start-service': /"Start"/,
  'stop-service': /"Stop"/,
};

for (const id of ['critical-service-down', 'manual-failover-complete', 'peer-not-heard'])
  test(`${id} is done by keyboard alone, from the first page to the report @once`, async ({ exercise }) => {
    test.setTimeout(240_000);
    const played = exerciseOf(id);
    const keyboard = new Keyboard(exercise);
    await exercise.open(id);
    await keyboard.predict(played);
    await keyboard.press(/^- button "Go on/);
    await exercise.isAt('Reach');
    await keyboard.drive(played.reach);
    await keyboard.press(/^- button "Go on/, 'Shift+Tab');
    await exercise.isAt('Explain');
    await expect(exercise.page.getByRole('heading', { level: 2, name: 'Explain' })).toBeFocused();
    await keyboard.explain(played.explain);
    await keyboard.press(/^- button "Go on/);
    await exercise.isAt('Restore');
    await keyboard.drive(played.restore);
    await keyboard.press(/^- button "Go on/, 'Shift+Tab');
    await exercise.isAt('Transfer');
    const { explain, restore } = played.transfer[0]!;
    await keyboard.explain(explain!);
    await keyboard.press(/^- button "Go on/);
    await keyboard.drive(restore!);
    await keyboard.press(/^- button "Go on/, 'Shift+Tab');
    await expect(exercise.report()).toBeVisible();
    await expect(exercise.report().getByRole('heading', { name: 'Report' })).toBeFocused();
  });
