/**
 * What axe finds in the later steps of lessons, in light and dark: `axe.e2e.ts` sees of a lesson only how it begins. One visit to a
 * lesson, from step to step by their titles, and in each only what is new there.
 */
import { expect, test, type LessonPage } from './lesson-page';
import { expectNoBarriers } from './wcag';

const TASK = '[aria-label="Your task"]';
const TOOL = '.tool';
const LAB = 'section[aria-label="Lab"]';

/** Goes to another step of the lesson that is open, as readers do who do not want all of it. */
async function goTo(lesson: LessonPage, title: string): Promise<void> {
  await lesson.page.getByRole('link', { name: title }).click();
  await lesson.isAt(title);
}

test.beforeEach(async ({ page }) => {
  // So tall that nothing has to be scrolled: what sticks to an edge covers a part of what can be scrolled clear of it.
  await page.setViewportSize({ width: 1280, height: 2600 });
});

test('questions answered badly and well, the stage after a failover and the end of a lesson pass the automatic part of WCAG 2.2 AA @once', async ({
  lesson,
  page,
}) => {
  await lesson.open('what-a-group-is-for', 'a-service-stops');
  await lesson.choose(/^They stay on imp1/);
  await lesson.button('Hint').click();
  await expect(lesson.task.getByText('Still missing:')).toBeVisible();
  await expectNoBarriers(page, 'answered badly, with a hint', { part: TASK });
  await lesson.choose(/^They lose their connection/);
  await expectNoBarriers(page, 'answered well', { part: TASK });
  await goTo(lesson, 'The way back');
  await expect(lesson.lab.node('imp2')).toContainText('Running in Backup Mode');
  await expectNoBarriers(page, 'after a failover', { part: LAB });
  await goTo(lesson, 'A group without high availability');
  await page.getByRole('tab', { name: /^Branch/ }).click();
  await expectNoBarriers(page, 'another group', { part: LAB });
  await lesson.button('Skip this step').click();
  await lesson.choose(/^Two nodes of one cluster/);
  await lesson.button('Finish').click();
  await expect(page.getByRole('heading', { name: 'You are through' })).toBeVisible();
  await expectNoBarriers(page, 'the end of a lesson', { part: 'article' });
});

test('a terminal that answers passes the automatic part of WCAG 2.2 AA @once', async ({ lesson, page }) => {
  await lesson.open('verify-database-replication', 'log-in');
  await lesson.logIn('imp1', 'SSH');
  await expect(lesson.says(/^Done/)).toBeVisible();
  await goTo(lesson, 'Ask for a check');
  await lesson.type('utils dbreplication status');
  await lesson.type('utils dbreplication runtimestate');
  await expect(lesson.terminal.getByText('Cluster Detailed View')).toBeVisible();
  await expectNoBarriers(page, 'deeds done', { part: TASK });
  await expectNoBarriers(page, 'answers in the terminal', { part: TOOL });
  await goTo(lesson, 'Skip it on both nodes');
  await lesson.logIn('imp1', 'SSH');
  await lesson.type('utils ha fallback imp1');
  await expect(lesson.says(/^A fallback needs one node/)).toBeVisible();
  await expectNoBarriers(page, 'what the page says to a refusal', { part: TASK });
  await expectNoBarriers(page, 'a refusal in the terminal', { part: TOOL });
});

test('every kind of administration page passes the automatic part of WCAG 2.2 AA @once', async ({
  lesson,
  page,
}) => {
  const look = (what: string) => expectNoBarriers(page, what, { part: TOOL });
  const cm = 'Cisco Unified CM Administration';
  await lesson.open('configure-a-group', 'no-group');
  await lesson.menu(cm, 'System', 'Server');
  await look('servers');
  await lesson.menu(cm, 'System', 'Presence Redundancy Groups');
  await lesson.pages.getByRole('button', { name: 'Find', exact: true }).click();
  await look('groups found');
  await lesson.pages.getByRole('button', { name: 'Add New', exact: true }).first().click();
  await lesson.pages.getByLabel(/^Name/).fill('R&D');
  await lesson.pages.getByRole('button', { name: 'Save', exact: true }).click();
  await look('a group refused');
  await lesson.menu(cm, 'System', 'Enterprise Parameters');
  await look('enterprise parameters');
  await lesson.menu(cm, 'User Management', 'End User');
  await lesson.pages.getByRole('button', { name: 'Find', exact: true }).click();
  await look('users found');
  await lesson.openGroup('DefaultCUPSubCluster');
  await look('a group');
  await lesson.menu(
    'Cisco Unified IM and Presence Serviceability',
    'Tools',
    'Control Center - Network Services',
  );
  await look('services of no node yet');
  await lesson.pages.getByRole('combobox', { name: 'Server', exact: true }).selectOption('imp1');
  await lesson.pages.getByRole('button', { name: 'Go to the server' }).click();
  await look('services');
  await lesson.menu('Cisco Unified CM IM and Presence Administration', 'System', 'Service Parameters');
  await lesson.pages.getByRole('combobox', { name: 'Server', exact: true }).selectOption('imp1');
  await lesson.pages
    .getByRole('combobox', { name: 'Service', exact: true })
    .selectOption({ label: 'Cisco Server Recovery Manager (Active)' });
  await look('service parameters');
});

test('map, log, parameters and table beside a lesson pass the automatic part of WCAG 2.2 AA @once', async ({
  lesson,
  page,
}) => {
  await lesson.open('node-states', 'the-backup-fails');
  for (const tool of ['State map', 'Event log', 'Parameters', 'Table', 'Timeline']) {
    await page
      .getByRole('group', { name: 'Tools beside the stage' })
      .getByRole('button', { name: tool })
      .click();
    await expect(page.locator(TOOL).getByText(/\S/).first()).toBeVisible();
    await expectNoBarriers(page, tool, { part: TOOL });
  }
  await goTo(lesson, 'Running in Failed Mode');
  await expectNoBarriers(page, 'what is waited for', { part: TASK });
});
