/** An exercise without eyes. */
import type { Page } from '@playwright/test';
import { servingWords } from '../../src/lib/exercise/guess-words';
import { stateName } from '../../src/lib/state-style';
import { exactly, unquoted } from './by-keyboard';
import { exerciseOf, firstWrongCause, rightCause, truthOfExercise } from './exercise-data';
import { expect, test } from './exercise-page';

/** An exercise as a screen reader gives it: only what stands in the accessibility tree is known, and only that is used. */
class Reader {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  tree(): Promise<string> {
    return this.#page.locator('body').ariaSnapshot();
  }

  /** Waits until something stands in the tree. */
  async hears(text: string | RegExp): Promise<void> {
    const wanted = typeof text === 'string' ? new RegExp(exactly(text)) : text;
    await expect.poll(() => this.tree(), { timeout: 40_000 }).toMatch(wanted);
  }

  /** Finds something by role and the beginning of its name, among those after a heading or group if one is given. */
  async find(role: string, name: string, after?: { readonly role: string; readonly name: string }) {
    let found = '';
    await expect
      .poll(
        async () => {
          const lines = (await this.tree()).split('\n').map((line) => named(line.trim()));
          const from = after ? lines.findIndex((line) => line.startsWith(`${after.role} "${after.name}`)) : 0;
          found = lines.slice(Math.max(0, from)).find((line) => line.startsWith(`${role} "${name}`)) ?? '';
          return from >= 0 && found !== '';
        },
        { timeout: 20_000, message: `${role} "${name}" in the accessibility tree` },
      )
      .toBe(true);
    const scope = after
      ? this.#page.getByRole(after.role as 'group', { name: after.name, exact: true })
      : this.#page;
    return scope.getByRole(role as 'button', { name: new RegExp(`^${exactly(name)}`) }).first();
  }

  /** What a screen reader does when told to press: it acts on what it has found, wherever that is on the screen. */
  async press(
    role: string,
    name: string,
    after?: { readonly role: string; readonly name: string },
  ): Promise<void> {
    const found = await this.find(role, name, after);
    await expect(found).not.toHaveAttribute('aria-disabled', 'true');
    await found.evaluate((element: HTMLElement) => {
      element.focus();
      element.click();
    });
  }

  /** Does something to a part of a node. */
  async act(node: string, part: string, action: string): Promise<void> {
    await this.press('button', part, { role: 'group', name: `Parts of ${node}` });
    await this.hears(/- dialog "/);
    await this.press('button', action);
    await expect.poll(() => this.tree()).not.toMatch(/- dialog "/);
  }
}

/** A line of the tree without its list mark and what YAML puts round it. */
const named = (line: string): string => unquoted(line).replace(/^- /, '').replaceAll('\\"', '"');

test('an exercise is done through the accessibility tree, as a screen reader gives it @once', async ({
  exercise,
}) => {
  test.setTimeout(180_000);
  const played = exerciseOf('manual-failover-complete');
  const { pair, serving, answer } = truthOfExercise(played);
  const reader = new Reader(exercise.page);
  await exercise.page.goto(`./exercises/${played.id}/`);
  await reader.hears(/heading "Predict" \[level=2\]/);
  await reader.hears('Reason: hidden for now');
  for (const [place, node] of played.predict.pair.entries())
    await (
      await reader.find('combobox', `${node} will show`)
    ).selectOption({ label: stateName(pair![place]!) });
  await reader.press('radio', servingWords(serving!, played.predict.pair));
  await reader.press('radio', played.predict.question!.options.find(({ id }) => id === answer)!.text);
  await reader.press('button', 'Commit my prediction');
  await reader.press('button', 'Show the outcome at once');
  await reader.hears(/status:[^]*All of it came as you said/);
  await reader.press('button', 'Go on to Reach');

  await reader.hears(/heading "Reach" \[level=2\]/);
  await reader.hears(/region "Goal"/);
  await reader.act('imp2', 'Failover, fallback', 'Fallback: imp2');
  await reader.hears(/article "imp2":[^]{0,400}paragraph: Taking Back/);
  await (await reader.find('combobox', 'Speed')).selectOption({ label: '20 ×' });
  await reader.press('button', 'Play');
  await reader.hears(/article "imp2":[^]{0,400}paragraph: Normal/);
  await reader.press('button', 'Pause');
  await reader.act('imp1', 'Failover, fallback', 'Failover: imp1');
  await (await reader.find('combobox', 'Speed')).selectOption({ label: '50 ×' });
  await reader.press('button', 'Play');
  await reader.hears(/status:[^]*Done\./);
  await reader.press('button', 'Go on to Explain');

  await reader.hears(/heading "Explain" \[level=2\]/);
  const wrong = firstWrongCause(played);
  await reader.press('button', wrong.text);
  await reader.hears(wrong.says[1]!.slice(0, 30));
  await reader.press('button', rightCause(played.explain));
  for (const { text, right } of played.explain.evidence) if (right) await reader.press('button', text);
  await reader.press('button', 'Go on to Restore');

  await reader.hears(/heading "Restore" \[level=2\]/);
  await reader.act('imp1', 'Failover, fallback', 'Fallback: imp1');
  await (await reader.find('combobox', 'Speed')).selectOption({ label: '200 ×' });
  await reader.press('button', 'Play');
  await reader.hears(/status:[^]*Done\./);
  await reader.press('button', 'Go on to Transfer');
  await reader.hears(/heading "Transfer/);
  const { explain } = played.transfer[0]!;
  await reader.press('button', rightCause(explain!));
  for (const { text, right } of explain!.evidence) if (right) await reader.press('button', text);
  await reader.press('button', 'Go on');
  await reader.hears(/heading "Transfer: restore" \[level=2\]/);
  await reader.act('imp2', 'Failover, fallback', 'Fallback: imp2');
  await reader.press('button', 'Play');
  await reader.hears(/status:[^]*Done\./);
  await reader.press('button', 'Go on to the result');
  await reader.hears(/heading "Report" \[level=2\]/);
  await reader.hears(/status:[^]*Mastered\./);
  await reader.hears(/row "Restore 1/);
});
