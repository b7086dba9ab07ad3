import { expect, test, type LessonPage } from './lesson-page';

const SLUG = 'interactions-and-restrictions';
const PRODUCT = 'Cisco Unified CM Administration';

/** Adds a user on the pages. */
async function addUser(lesson: LessonPage, id: string): Promise<void> {
  await lesson.menu(PRODUCT, 'User Management', 'End User');
  await lesson.pages.getByRole('button', { name: 'Add New', exact: true }).click();
  await lesson.pages.getByRole('textbox', { name: 'User ID' }).fill(id);
  await lesson.pages.getByRole('button', { name: 'Save', exact: true }).click();
}

test('nobody is added in a failover state, and two devices make a failover take twice as long @once', async ({
  lesson,
}) => {
  await lesson.open(SLUG, 'adding-users');
  await addUser(lesson, 'anna');
  await expect(lesson.says(/^Refused: a node of the cluster/)).toBeVisible();
  await lesson.nextIsShut();
  await lesson.openGroup('DefaultCUPSubCluster');
  await lesson.pages.getByRole('button', { name: 'Fallback imp1' }).click();
  await lesson.lab.setSpeed('20 ×');
  await expect(lesson.pages.getByRole('row', { name: /^imp1/ })).toContainText('Normal');
  await addUser(lesson, 'anna');
  await lesson.goOn(/One node in a failover state is enough/);

  await lesson.isAt('Multiple Device Messaging');
  await lesson.choose(/^After 90 seconds/);
  await expect(lesson.says(/^It still says 90/)).toBeVisible();
  await lesson.choose('After 180 seconds.');
  await lesson.nextIsShut();
  await lesson.unfoldStage();
  await lesson.lab.actOn('imp1', 'Cisco SIP Proxy', /^Stop/);
  await lesson.lab.setSpeed('200 ×');
  await lesson.goOn(/180 seconds until imp1 let go/);
});

test('temporary presence is stale after a failover, until the watcher asks anew and not too soon @once', async ({
  lesson,
}) => {
  await lesson.open(SLUG, 'stale');
  const present = lesson.page.locator('section[aria-current=step]');
  const sees = (what: string) => present.getByText(`What user2 sees of user1 now: ${what}.`);
  await expect(sees('as it is')).toBeVisible();
  // What is wanted would give the answer away.
  await expect(
    lesson.task.getByText('What else is missing stands here once you have answered.'),
  ).toBeVisible();
  await expect(lesson.task.getByText('Still missing:')).toBeHidden();
  await lesson.choose(/^user1 online again/);
  await expect(lesson.task.getByText('Still missing:')).toBeVisible();
  await expect(lesson.says(/nobody told user2/)).toBeVisible();
  await lesson.unfoldStage();
  await lesson.lab.actOn('imp2', 'Failover, fallback', /^Failover/);
  await expect(lesson.says(/^That moved user2/)).toBeVisible();
  await lesson.nextIsShut();
  await lesson.button('Start over').click();
  await lesson.choose(/^user1 offline/);
  await lesson.unfoldStage();
  await lesson.lab.actOn('imp1', 'Failover, fallback', /^Failover/);
  await lesson.lab.setSpeed('200 ×');
  await lesson.goOn(/A failover, a fallback, a move/);

  await lesson.isAt('Ask anew');
  await expect(sees('stale')).toBeVisible();
  await lesson.nextIsShut();
  await lesson.page.getByRole('button', { name: 'user2 subscribes again' }).click();
  await lesson.goOn(/It is the watcher who has to do something/);

  await lesson.isAt('Thirty seconds');
  const remove = lesson.page.getByRole('button', { name: 'user2 deletes the search', exact: true });
  const search = lesson.page.getByRole('button', { name: 'user2 searches user1 again', exact: true });
  await remove.click();
  await search.click();
  await expect(lesson.says(/^Too soon/)).toBeVisible();
  await lesson.nextIsShut();
  await remove.click();
  await lesson.page.getByRole('button', { name: 'Let 31 seconds pass' }).click();
  await expect(lesson.lab.button('Play')).toBeVisible();
  await search.click();
  await lesson.goOn(/A client in a hurry sees yesterday/);
});

test('a user who was moved to another group is seen there after logging out and in @once', async ({
  lesson,
}) => {
  await lesson.open(SLUG, 'another-group');
  await lesson.menu(PRODUCT, 'User Management', 'End User');
  await lesson.pages.getByRole('button', { name: 'Find', exact: true }).click();
  await lesson.pages.getByRole('button', { name: 'user1', exact: true }).click();
  await lesson.pages.getByRole('combobox', { name: 'Presence Redundancy Group' }).selectOption('Second');
  await lesson.pages.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(lesson.says(/^The client has lost its node/)).toBeVisible();
  await lesson.lab.setSpeed('200 ×');
  await expect(lesson.says(/^user1 is online in Second/)).toBeVisible();
  await lesson.nextIsShut();
  await lesson.pages.getByRole('button', { name: 'Log Out' }).click();
  await lesson.pages.getByRole('button', { name: 'Log In' }).click();
  await expect(lesson.says(/After a move between groups/)).toBeVisible();
});
