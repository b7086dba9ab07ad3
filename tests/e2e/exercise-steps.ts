/** Carries out steps of exercises as a learner does: on the stage, on the administration pages, or at the terminal. */
import type { PlainStep } from '../../src/course/exercise';
import { PARAMETERS } from '../../src/engine';
import { expect, type LessonPage } from './lesson-page';

/** With what a step is carried out. */
export type Means = 'stage' | 'pages' | 'terminal';

const CM = 'Cisco Unified CM Administration';
const MANAGER = 'Cisco Server Recovery Manager';

/** Part of a node on the stage, and the action in its panel. */
const PARTS: Readonly<Record<string, readonly [part: string, action: string | RegExp]>> = {
  failover: ['Failover, fallback', /^Failover:/],
  fallback: ['Failover, fallback', /^Fallback:/],
  'start-database': ['Database', 'Start'],
  'stop-database': ['Database', 'Stop'],
  'start-srm': ['Server Recovery Manager', 'Start'],
  'stop-srm': ['Server Recovery Manager', 'Stop'],
  'restart-srm': ['Server Recovery Manager', 'Restart'],
  'power-on': ['Platform', 'Power on'],
  'power-off': ['Platform', 'Power off at once'],
  shutdown: ['Platform', 'Shut down in order'],
  restart: ['Platform', 'Restart'],
  isolate: ['Network', /^Isolate/],
  rejoin: ['Network', /^Rejoin/],
};

/** What is done to a service, in the panel of its part. */
const OF_SERVICE: Readonly<Record<string, RegExp>> = {
  'start-service': /^Start$/,
  'stop-service': /^Stop$/,
  'crash-service': /^Crash$/,
  'break-service': /^Break,/,
  'mend-service': /^Mend,/,
};

/** What is done to a group, in the panel of its high availability. */
const OF_GROUP: Readonly<Record<string, RegExp>> = {
  recover: /^Recover both nodes/,
  'enable-ha': /^Switch high availability on/,
  'disable-ha': /^Switch high availability off/,
};

/** What is done to the link between the nodes of a group. */
const OF_LINK: Readonly<Record<string, string>> = {
  'cut-link': 'Cut the link',
  'restore-link': 'Restore the link',
};

const OF_TEMPORARY_PRESENCE: Readonly<Record<string, string>> = {
  'search-temporary-presence': 'Search',
  'subscribe-temporary-presence': 'Subscribe again',
  'delete-temporary-search': 'Delete the search',
};

/** What can be typed at a node's terminal and is done at once. */
const COMMANDS: Readonly<Record<string, (step: PlainStep) => string>> = {
  'start-service': ({ service }) => `utils service start ${String(service)}`,
  'stop-service': ({ service }) => `utils service stop ${String(service)}`,
  failover: ({ node }) => `utils ha failover ${String(node)}`,
  fallback: ({ node }) => `utils ha fallback ${String(node)}`,
};

/** Carries out steps beside an exercise. The terminal needs a node that is up: the first one's, unless the step names one. */
export class Steps {
  readonly #beside: LessonPage;

  constructor(beside: LessonPage) {
    this.#beside = beside;
  }

  /** Carries a step out by the means that is wished where the step can be done by it, and otherwise as it can be. */
  async do(step: PlainStep, wish: Means): Promise<void> {
    const { do: what } = step;
    if (what in OF_TEMPORARY_PRESENCE) await this.#askForPresence(step);
    else if (what === 'set-parameter') await this.#setParameter(step);
    else if (wish === 'terminal' && what in COMMANDS) await this.#type(step);
    else if (wish === 'pages' && (await this.#onPages(step))) return;
    else await this.#onStage(step);
  }

  #text(step: PlainStep, field: string): string {
    const value = step[field];
    if (typeof value !== 'string') throw new Error(`The step ${step.do} has no ${field}.`);
    return value;
  }

  async #turnTo(tool: string): Promise<void> {
    const tab = this.#beside.page
      .getByRole('group', { name: 'Tools beside the stage' })
      .getByRole('button', { name: tool, exact: true });
    if ((await tab.getAttribute('aria-pressed')) !== 'true') await tab.click();
  }

  async #onStage(step: PlainStep): Promise<void> {
    await this.#turnTo('Stage');
    const { lab } = this.#beside;
    const { do: what } = step;
    const part = PARTS[what];
    const ofService = OF_SERVICE[what];
    const ofGroup = OF_GROUP[what];
    const ofLink = OF_LINK[what];
    if (ofLink) await lab.act(lab.link(), ofLink);
    else if (what === 'set-user-move-fault') {
      const action = step['on'] === true ? 'Make them fail' : 'Let them work';
      await lab.actOn(this.#text(step, 'node'), 'User moves', action);
    } else if (part) {
      await this.#showNode(this.#text(step, 'node'));
      await lab.actOn(this.#text(step, 'node'), ...part);
    } else if (ofService) {
      await this.#showNode(this.#text(step, 'node'));
      await lab.actOn(this.#text(step, 'node'), this.#text(step, 'service'), ofService);
    } else if (ofGroup) {
      const group = lab.main.getByRole('region', { name: `Group ${this.#text(step, 'group')}` });
      await lab.act(group.getByRole('button', { name: /^High availability/ }), ofGroup);
    } else await this.#forUser(step);
  }

  /** Shows the group of a node, where the stage shows one group at a time. */
  async #showNode(node: string): Promise<void> {
    const { lab } = this.#beside;
    const parts = lab.main.getByRole('group', { name: `Parts of ${node}` });
    if (await parts.isVisible()) return;
    await lab.main
      .getByRole('tablist', { name: 'Groups' })
      .getByRole('tab', { name: new RegExp(`${node}:`) })
      .click();
    await expect(parts).toBeVisible();
  }

  async #forUser(step: PlainStep): Promise<void> {
    const { lab, page } = this.#beside;
    const user = this.#text(step, 'user');
    const labels: Readonly<Record<string, () => string>> = {
      'add-user': () => `Add ${user}`,
      'log-out': () => `Log out: ${user}`,
      'log-in': () => `Log in: ${user}`,
      'move-user': () => `Move to ${this.#text(step, 'group')}: ${user}`,
    };
    const label = labels[step.do];
    if (!label) throw new Error(`No test knows how ${step.do} is done on the page.`);
    await lab.main
      .getByRole('button', { name: /^Users, / })
      .first()
      .click();
    const panel = page.getByRole('dialog');
    await panel.getByRole('textbox', { name: 'User' }).fill(user);
    await panel.getByRole('button', { name: label(), exact: true }).click();
    await expect(panel).toBeHidden();
  }

  /** On a page of the administration; false for what has none, or one that is no use at this time. */
  async #onPages(step: PlainStep): Promise<boolean> {
    const { pages } = this.#beside;
    const { do: what } = step;
    if (what === 'failover' || what === 'fallback' || what === 'recover') {
      const group =
        what === 'recover' ? this.#text(step, 'group') : await this.#groupOf(this.#text(step, 'node'));
      await this.#turnTo('Admin pages');
      await this.#beside.openGroup(group);
      const verb = { failover: 'Failover', fallback: 'Fallback', recover: 'Recover' }[what];
      const name = what === 'recover' ? /^Recover/ : `${verb} ${this.#text(step, 'node')}`;
      await pages.getByRole('button', { name }).click();
      return true;
    }
    if (what === 'add-user') {
      await this.#turnTo('Admin pages');
      await this.#beside.menu(CM, 'User Management', 'End User');
      await pages.getByRole('button', { name: 'Add New', exact: true }).click();
      await pages.getByRole('textbox', { name: 'User ID' }).fill(this.#text(step, 'user'));
      await pages.getByRole('button', { name: 'Save', exact: true }).click();
      return true;
    }
    return false;
  }

  async #groupOf(node: string): Promise<string> {
    await this.#turnTo('Stage');
    await this.#showNode(node);
    const region = this.#beside.lab.main
      .getByRole('region', { name: /^Group / })
      .filter({ has: this.#beside.page.getByRole('group', { name: `Parts of ${node}` }) });
    return ((await region.getAttribute('aria-label')) ?? '').replace(/^Group /, '');
  }

  async #setParameter(step: PlainStep): Promise<void> {
    const { pages } = this.#beside;
    const name = PARAMETERS.find(({ id }) => id === step['parameter'])?.name ?? '';
    await this.#turnTo('Admin pages');
    await this.#beside.menu(CM, 'System', 'Service Parameters');
    await pages.getByRole('combobox', { name: 'Server' }).selectOption('imp1');
    await pages
      .getByRole('combobox', { name: 'Service', exact: true })
      .selectOption({ label: `${MANAGER} (Active)` });
    const field = pages.getByLabel(name);
    if (typeof step['value'] === 'boolean') await field.selectOption(String(step['value']));
    else await field.fill(String(step['value']));
    await pages.getByRole('button', { name: 'Save', exact: true }).click();
  }

  async #type(step: PlainStep): Promise<void> {
    await this.#turnTo('Terminal');
    const line = this.#beside.terminal.getByRole('textbox');
    await expect(line).toBeVisible();
    const node = typeof step['node'] === 'string' ? step['node'] : 'imp1';
    if (!(await this.#beside.line(`Command for ${node}`).isVisible())) await this.#beside.logIn(node, 'SSH');
    await line.press('Control+l');
    await this.#beside.type(COMMANDS[step.do]!(step));
    const output = this.#beside.terminal.getByRole('log', { name: 'Output' });
    await expect(output).toContainText(/Request SUCCESSFUL|\[START|\[STOP/);
  }

  async #askForPresence(step: PlainStep): Promise<void> {
    const { page, lab } = this.#beside;
    await page.getByRole('button', { name: 'Users…' }).click();
    const dialog = lab.dialog('Users');
    await dialog.getByRole('combobox', { name: 'Watcher' }).fill(this.#text(step, 'watcher'));
    await dialog.getByRole('combobox', { name: 'Sees the presence of' }).fill(this.#text(step, 'user'));
    await dialog.getByRole('button', { name: OF_TEMPORARY_PRESENCE[step.do]!, exact: true }).click();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toBeHidden();
  }
}
