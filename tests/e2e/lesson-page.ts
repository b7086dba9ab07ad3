/** A lesson as its readers meet it: prose and task on one side, the lab with its tools on the other. */
import type { Locator, Page } from '@playwright/test';
import { expect, test as base } from './fixtures';
import { LabPage } from './lab-page';

export { expect };

/** For tests of lessons: `lesson` is the page object of the test's own page, not opened yet. */
export const test = base.extend<{ lesson: LessonPage }>({
  lesson: async ({ page }, use) => {
    await use(new LessonPage(page));
  },
});

/** One lesson, with the lab beside it. */
export class LessonPage {
  readonly page: Page;
  readonly lab: LabPage;
  readonly task: Locator;
  readonly terminal: Locator;
  readonly pages: Locator;

  constructor(page: Page) {
    this.page = page;
    this.lab = new LabPage(page);
    this.task = page.getByRole('group', { name: 'Your task' });
    this.terminal = page.getByRole('region', { name: 'Terminal', exact: true });
    this.pages = page.getByRole('region', { name: 'Administration pages', exact: true });
  }

  /** Opens a lesson at one of its steps and waits until the lab stands as the step begins. */
  async open(slug: string, step: string): Promise<void> {
    await this.page.goto(`./learn/${slug}/#${step}`);
    await expect(this.lab.transport).toBeVisible({ timeout: 20_000 });
    await expect(this.button('Next').or(this.button('Finish'))).toBeVisible();
  }

  button(name: string): Locator {
    return this.task.getByRole('button', { name, exact: true });
  }

  /** What the page says to what was done, and to a chosen option. */
  says(text: string | RegExp): Locator {
    return this.task.getByRole('status').filter({ hasText: text });
  }

  async choose(option: string | RegExp): Promise<void> {
    await this.task.getByRole('group').getByRole('button', { name: option }).click();
  }

  /** Presses Next, which must lead nowhere because the step asks for something first. */
  async nextIsShut(): Promise<void> {
    const title = this.presentStep();
    const before = await title.innerText();
    await this.button('Next').or(this.button('Finish')).click({ force: true });
    await expect(title).toHaveText(before);
    await expect(this.button('Skip this step')).toBeVisible();
  }

  /** Waits until the step is done, and goes on. */
  async goOn(done: string | RegExp): Promise<void> {
    await expect(this.says(done)).toBeVisible({ timeout: 20_000 });
    await this.button('Next').or(this.button('Finish')).click();
  }

  presentStep(): Locator {
    return this.page.locator('section[aria-current=step]').getByRole('heading');
  }

  async isAt(title: string): Promise<void> {
    await expect(this.presentStep()).toContainText(title);
  }

  async play(speed: string): Promise<void> {
    await this.lab.setSpeed(speed);
    const play = this.lab.button('Play');
    if (await play.isVisible()) await play.click();
  }

  /** Shows the whole stage above a tool, if the tool has taken its room. */
  async unfoldStage(): Promise<void> {
    const unfold = this.page.getByRole('button', { name: 'Unfold the stage' });
    if (await unfold.isVisible()) await unfold.click();
  }

  /** Logs in to a node with the buttons of the terminal. */
  async logIn(node: string, by: 'SSH' | 'Serial console'): Promise<void> {
    await this.terminal.getByRole('combobox', { name: 'Node' }).selectOption(node);
    await this.terminal.getByRole('button', { name: by, exact: true }).click();
    if (by === 'Serial console') await this.type('administrator', /^Log-in name/);
    await this.type('secret', /^Password/);
    await expect(this.line(`Command for ${node}`)).toBeVisible();
  }

  line(name: string | RegExp): Locator {
    return this.terminal.getByRole('textbox', { name });
  }

  /** Types a line into the terminal, once it asks for it. */
  async type(text: string, into: string | RegExp = /^Command for/): Promise<void> {
    await this.line(into).fill(text);
    await this.line(into).press('Enter');
  }

  /** Goes to a page of the administration by its product and menu. */
  async menu(product: string, menu: string, item: string): Promise<void> {
    const navigation = this.pages.getByRole('combobox', { name: 'Navigation' });
    if ((await navigation.locator('option:checked').innerText()) !== product) {
      await navigation.selectOption({ label: product });
      await this.pages.getByRole('button', { name: 'Go to the product' }).click();
    }
    const menus = this.pages.getByRole('navigation', { name: `Menus of ${product}` });
    await menus.getByRole('button', { name: menu, exact: true }).click();
    await menus.getByRole('button', { name: item, exact: true }).click();
  }

  /** Opens a group of the administration pages by Find. */
  async openGroup(group: string): Promise<void> {
    await this.menu('Cisco Unified CM Administration', 'System', 'Presence Redundancy Groups');
    await this.pages.getByRole('button', { name: 'Find', exact: true }).click();
    await this.pages.getByRole('button', { name: group, exact: true }).click();
  }

  /** Switches high availability on at the group's page. */
  async enableHa(group: string): Promise<void> {
    await this.openGroup(group);
    await this.pages.getByRole('checkbox', { name: 'Enable High Availability' }).check();
    await this.pages.getByRole('button', { name: 'Save', exact: true }).click();
  }
}
