/** The terminal of a lab, for tests: found by role and accessible name. */
import type { Locator } from '@playwright/test';
import { expect, test as base, type LabPage } from './lab-page';

export { expect };

/** For tests of the terminal: `terminal` is that of the test's own lab, not opened yet. */
export const test = base.extend<{ terminal: TerminalPanel }>({
  terminal: async ({ lab }, use) => {
    await use(new TerminalPanel(lab));
  },
});

/** The terminal beside the stage. */
export class TerminalPanel {
  readonly region: Locator;
  readonly output: Locator;

  constructor(readonly lab: LabPage) {
    this.region = lab.main.getByRole('region', { name: 'Terminal', exact: true });
    this.output = this.region.getByRole('log', { name: 'Output' });
  }

  async open(path?: string): Promise<void> {
    await this.lab.open(path);
    await this.lab.toggle('Terminal');
    await this.line().scrollIntoViewIfNeeded();
  }

  line(name?: string | RegExp): Locator {
    return this.region.getByRole('textbox', name === undefined ? {} : { name });
  }

  async type(text: string, into: string | RegExp = /^Command for/): Promise<void> {
    await this.line(into).fill(text);
    await this.line(into).press('Enter');
  }

  async logIn(node: string): Promise<void> {
    await this.type(`ssh administrator@${node}`, /^Line/);
    await this.type('secret', /^Password/);
    await expect(this.line(`Command for ${node}`)).toBeFocused();
  }

  /** Types a line on an emptied screen: what is printed then is the answer to it alone. */
  async ask(text: string, answer: string | RegExp): Promise<void> {
    await this.line().press('Control+l');
    await this.line().fill(text);
    await this.line().press('Enter');
    await expect(this.output, text).toContainText(answer);
  }
}
