/** The lab as its users meet it: everything is found by role and accessible name. */
import type { Locator, Page } from '@playwright/test';
import { expect, test as base } from './fixtures';

export { expect };

/** For tests of the lab: `lab` is the page object of the test's own page, not opened yet. */
export const test = base.extend<{ lab: LabPage }>({
  lab: async ({ page }, use) => {
    await use(new LabPage(page));
  },
});

/** Shared links carry the run behind this in their fragment. */
const LINK_FIELD = 'Link';

/** One lab on a page. */
export class LabPage {
  readonly page: Page;
  readonly main: Locator;
  readonly transport: Locator;
  readonly notices: Locator;
  readonly instant: Locator;
  /** What a screen reader is told unasked, besides the notices. */
  readonly announcement: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main');
    this.transport = this.main.getByRole('region', { name: 'Time', exact: true });
    this.notices = this.main.getByRole('log', { name: 'Notices' });
    this.instant = this.transport.getByRole('status', { name: 'Instant' });
    this.announcement = this.main.locator('[role=status][aria-live=polite]').last();
  }

  /** Opens a page with a lab and waits until its run is there. */
  async open(path = './lab/'): Promise<void> {
    await this.page.goto(path);
    await this.isReady();
  }

  /** Waits until a run is shown and the engine has answered what can be done now. */
  async isReady(): Promise<void> {
    await expect(this.transport).toBeVisible({ timeout: 20_000 });
    await expect(this.title()).not.toBeEmpty();
    // The reader's first sign: from now on the panels are fetched.
    await this.page.mouse.move(2, 2);
  }

  title(): Locator {
    return this.main.getByRole('heading', { level: 1 });
  }

  /** What a node shows: state, reason and running timers. */
  node(name: string): Locator {
    return this.main.getByRole('article', { name, exact: true });
  }

  /** The line that names the row of the table and the pair as the table prints it. */
  pair(group = 'DefaultCUPSubCluster'): Locator {
    return this.main
      .getByRole('region', { name: `Group ${group}` })
      .getByRole('paragraph')
      .filter({ hasText: ' — ' });
  }

  /** A panel beside or below the stage. Those below the fold are made when they come near the screen. */
  async panel(name: string): Promise<Locator> {
    const panel = this.main.getByRole('region', { name, exact: true });
    await this.page.mouse.wheel(0, -100_000);
    await expect(async () => {
      await this.page.mouse.wheel(0, 500);
      await expect(panel).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 10_000 });
    return panel;
  }

  /** A service or another part of a node, by the start of its name. */
  part(node: string, name: string): Locator {
    return this.main
      .getByRole('group', { name: `Parts of ${node}` })
      .getByRole('button', { name: new RegExp(`^${name}`) });
  }

  link(): Locator {
    return this.main.getByRole('button', { name: /^Link (\d|cut)/ });
  }

  keepAlives(): Locator {
    return this.main.getByRole('button', { name: /^Keep-alive from .* Lose it$/ });
  }

  user(name: string): Locator {
    return this.main
      .getByRole('group', { name: 'Users, one by one' })
      .getByRole('button', { name: new RegExp(`^${name},`) });
  }

  button(name: string): Locator {
    return this.transport.getByRole('button', { name, exact: true });
  }

  dialog(name: string): Locator {
    return this.page.getByRole('dialog', { name });
  }

  notice(text: string | RegExp): Locator {
    return this.notices.getByText(text);
  }

  /** Presses a part of the stage and one of the actions that it offers. */
  async act(anchor: Locator, action: string | RegExp): Promise<void> {
    await anchor.click();
    const panel = this.page.getByRole('dialog');
    await panel.getByRole('button', { name: action, exact: typeof action === 'string' }).click();
    await expect(panel).toBeHidden();
  }

  /** Stops, starts, crashes, breaks or mends a service, or does something to another part of a node. */
  async actOn(node: string, part: string, action: string | RegExp): Promise<void> {
    await this.act(this.part(node, part), action);
  }

  /** Presses a key of the lab, with nothing else in focus. */
  async key(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  /** Presses something that goes to another instant, and waits until the lab is there. */
  async jump(press: () => Promise<void>): Promise<void> {
    const before = await this.instantText();
    await press();
    await expect(this.instant).not.toHaveText(before, { timeout: 15_000 });
  }

  /** Goes on from change to change of state until a node shows a text. */
  async nextChangeUntil(node: string, text: string | RegExp, most = 20): Promise<void> {
    const shown = this.node(node).getByText(text, { exact: typeof text === 'string' });
    for (let changes = 0; changes < most && !(await shown.first().isVisible()); changes += 1)
      await this.nextChange();
    await expect(shown.first()).toBeVisible();
  }

  async nextChange(): Promise<void> {
    const before = await this.marks();
    await this.button('Next change of state').click();
    await expect.poll(() => this.marks()).not.toBe(before);
  }

  async previousChange(): Promise<void> {
    const before = await this.marks();
    await this.button('Previous change of state').click();
    await expect.poll(() => this.marks()).not.toBe(before);
  }

  /** Instant and states together: two changes may share an instant. */
  async marks(): Promise<string> {
    const [instant, nodes] = await Promise.all([
      this.instantText(),
      this.main.getByRole('article').allInnerTexts(),
    ]);
    return [instant, ...nodes].join('\n');
  }

  async instantText(): Promise<string> {
    return (await this.instant.innerText()).trim();
  }

  /** Goes to an instant of what was watched so far, in whole seconds, with the slider of the whole run. */
  async goTo(seconds: number): Promise<void> {
    const slider = this.transport.getByRole('slider', { name: 'Go to an instant' });
    await slider.fill(String(seconds * 1000));
    await expect(this.instant).toHaveText(clock(seconds));
  }

  /** Goes on from message to message until one of a node is sent at an instant, and leaves it on its way. */
  async pauseAtMessageOf(node: string, instant: string): Promise<void> {
    const sent = this.main.getByRole('button', { name: new RegExp(`^Keep-alive from ${node} .* Lose it$`) });
    for (let events = 0; events < 12; events += 1) {
      if ((await this.instantText()) === instant && (await sent.isVisible())) return;
      const before = await this.eventMarks();
      await this.button('Next event').click();
      await expect.poll(() => this.eventMarks()).not.toBe(before);
    }
    throw new Error(`No keep-alive of ${node} was sent at ${instant}.`);
  }

  /** What differs from event to event: the instant, what is on its way, the nodes. */
  async eventMarks(): Promise<string> {
    const keepAlives = await this.keepAlives().evaluateAll((buttons) =>
      buttons.map((button) => button.ariaLabel),
    );
    return [await this.marks(), ...keepAlives].join('\n');
  }

  /** Presses an entry of a menu of the lab's top bar. */
  async choose(menu: 'Scenario' | 'Settings' | 'View', entry: string): Promise<void> {
    await this.main.getByRole('button', { name: menu, exact: true }).click();
    await this.page.getByRole('button', { name: startingWith(entry) }).click();
  }

  /** Turns entries of the View menu on or off, and leaves the menu. */
  async toggle(...entries: readonly string[]): Promise<void> {
    await this.main.getByRole('button', { name: 'View', exact: true }).click();
    for (const entry of entries) await this.page.getByRole('checkbox', { name: startingWith(entry) }).click();
    await this.page.keyboard.press('Escape');
    await expect(this.page.getByRole('group', { name: 'Panels' })).toBeHidden();
  }

  /** Opens a scenario as pasted text. */
  async paste(scenario: unknown): Promise<void> {
    await this.choose('Scenario', 'Open a scenario…');
    const dialog = this.dialog('Open a scenario');
    await dialog.getByRole('tab', { name: 'Pasted text' }).click();
    const text = typeof scenario === 'string' ? scenario : JSON.stringify(scenario);
    await dialog.getByRole('textbox', { name: 'Scenario as JSON' }).fill(text);
    await dialog.getByRole('button', { name: 'Run it' }).click();
  }

  async setSpeed(label: string): Promise<void> {
    await this.transport.getByRole('combobox', { name: 'Speed' }).selectOption({ label });
  }

  /** The hash of the run at the present instant, and a link to it, as the Share dialog gives them. */
  async share(): Promise<{ readonly link: string; readonly hash: string; readonly instant: string }> {
    await this.main.getByRole('button', { name: 'Share', exact: true }).click();
    const dialog = this.dialog('Share this run');
    const link = await dialog.getByRole('textbox', { name: LINK_FIELD }).inputValue();
    const about = await dialog.getByText(/^Instant /).innerText();
    const [, instant = '', hash = ''] = /^Instant (\S+)\. Hash of the run (\w+)/.exec(about) ?? [];
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toBeHidden();
    expect(hash, about).not.toBe('');
    return { link, hash, instant };
  }
}

/** Matches names that begin with a text: what follows is the key that does the same. */
function startingWith(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}

/** An instant of whole seconds as the lab writes it. */
export function clock(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = `${two(seconds % 60)}.000`;
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}
