import { expect, test, type LessonPage } from './lesson-page';

const SLUG = 'user-assignment-mode';
const PRODUCT = 'Cisco Unified CM Administration';

/** Chooses a mode among the enterprise parameters, and saves. */
async function setMode(lesson: LessonPage, mode: string): Promise<void> {
  await lesson.menu(PRODUCT, 'System', 'Enterprise Parameters');
  await lesson.pages
    .getByRole('combobox', { name: 'User Assignment Mode for Presence Server' })
    .selectOption({ label: mode });
  await lesson.pages.getByRole('button', { name: 'Save', exact: true }).click();
}

test('the three modes place the same users in three ways @once', async ({ lesson }) => {
  await lesson.open(SLUG, 'where-they-are');
  await lesson.nextIsShut();
  await lesson.menu(PRODUCT, 'System', 'Enterprise Parameters');
  await lesson.choose('12');
  await expect(lesson.says(/^That is what its group has/)).toBeVisible();
  await lesson.choose('6');
  await lesson.goOn(/Balanced is the default/);

  await lesson.isAt('All on the first');
  await setMode(lesson, 'None');
  await expect(lesson.says(/^You chose None/)).toBeVisible();
  await lesson.nextIsShut();
  await setMode(lesson, 'Active-Standby');
  await lesson.goOn(/The first node of each group has everybody/);
});

test('the failure of an active node costs everybody, that of a standby nobody @once', async ({ lesson }) => {
  await lesson.open(SLUG, 'standby-fails');
  await lesson.lab.setSpeed('100 ×');
  await lesson.nextIsShut();
  await lesson.unfoldStage();
  await lesson.lab.actOn('imp2', 'Platform', /^Power off/);
  await lesson.goOn(/imp1 runs in backup mode for a node that had no users/);

  await lesson.isAt('The active node fails');
  await lesson.unfoldStage();
  await lesson.lab.actOn('imp2', 'Platform', /^Power off/);
  await expect(lesson.says(/^That was the standby again/)).toBeVisible();
  await lesson.nextIsShut();
  await lesson.button('Start over').click();
  await lesson.unfoldStage();
  await lesson.lab.actOn('imp1', 'Platform', /^Power off/);
  await lesson.lab.setSpeed('100 ×');
  await lesson.goOn(/Every single user was out/);

  await lesson.isAt('The same with Balanced');
  await lesson.choose(/^It is the same/);
  await lesson.choose(/^It is about half/);
  await lesson.nextIsShut();
  await lesson.unfoldStage();
  await lesson.lab.actOn('imp1', 'Platform', /^Power off/);
  await lesson.lab.setSpeed('100 ×');
  await lesson.goOn(/Balanced halves the harm of one failure/);
});

test('with None a new user stays without a node, and in a failover state the mode is not changed @once', async ({
  lesson,
}) => {
  await lesson.open(SLUG, 'none');
  await setMode(lesson, 'None');
  await expect(lesson.says(/^The mode is None, and all 24/)).toBeVisible();
  await lesson.menu(PRODUCT, 'User Management', 'End User');
  await lesson.pages.getByRole('button', { name: 'Add New', exact: true }).click();
  await lesson.pages.getByRole('textbox', { name: 'User ID' }).fill('anna');
  await lesson.pages.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(lesson.says(/^The new user has no node/)).toBeVisible();
  await lesson.nextIsShut();
  await setMode(lesson, 'Balanced');
  await lesson.goOn(/With None the Sync Agent leaves new users alone/);

  await lesson.isAt('Not now');
  await lesson.nextIsShut();
  await setMode(lesson, 'Active-Standby');
  await lesson.goOn(/Users are away from home/);

  await lesson.choose('Active-Standby');
  await expect(lesson.says(/That was the last of the six steps/)).toBeVisible();
});
