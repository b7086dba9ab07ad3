import { expect, test } from './lesson-page';

const SLUG = 'what-a-group-is-for';

test('a failover and the way back are gone through the intended way, and remembered @once', async ({
  lesson,
  page,
}) => {
  const { lab } = lesson;
  await lesson.open(SLUG, 'two-nodes');
  await lesson.nextIsShut();
  await lesson.choose(/^Nothing, until/);
  await expect(lesson.says(/silence is news/)).toBeVisible();
  await lesson.nextIsShut();
  await lesson.choose(/^What the last keep-alive said/);
  await lesson.goOn('Done.');

  await lesson.isAt('A service stops');
  await lab.actOn('imp1', 'Cisco XCP Router', 'Stop');
  await expect(lesson.says(/Critical Service Delay is running/)).toBeVisible();
  await lab.nextChangeUntil('imp2', 'Running in Backup Mode');
  // The goal is reached, but the question is open.
  await lesson.nextIsShut();
  await lesson.choose(/^They lose their connection/);
  await lab.nextChangeUntil('imp1', /^Failed Over with/);
  await lesson.goOn(/This is a failover/);

  await lesson.isAt('What clients notice');
  await lesson.choose(/^Each client waits/);
  await lesson.nextIsShut();
  await expect(lesson.task).toContainText('Users online on imp2: 12. Wanted: 24.');
  await lesson.play('500 ×');
  await lesson.goOn(/two to nine minutes/);

  await lesson.isAt('The way back');
  await lab.button('Pause').click();
  await lab.actOn('imp1', 'Cisco XCP Router', 'Start');
  await lab.nextChangeUntil('imp1', 'Failed Over');
  await lab.actOn('imp1', 'Failover, fallback', /^Fallback: imp1/);
  await lab.nextChangeUntil('imp2', /^Normal$/);
  await lesson.goOn(/recovery/);
  await lesson.isAt('When the backup fails');

  // The address names the step; without it the lesson goes on where it was left.
  await expect(page).toHaveURL(/#when-the-backup-fails$/);
  await page.goto(`./learn/${SLUG}/`);
  await lesson.isAt('When the backup fails');
  await expect(page.getByRole('heading', { name: /The way back: fallback · done/ })).toBeVisible();
  await page.goto('./learn/');
  await expect(page.getByText('4 of 9 steps done')).toBeVisible();
});

test('the backup fails, the mode is changed and a group is left alone, the intended way @once', async ({
  lesson,
  page,
}) => {
  const { lab } = lesson;
  await lesson.open(SLUG, 'when-the-backup-fails');
  await lesson.choose(/^All users go to imp1/);
  await lesson.nextIsShut();
  await lab.actOn('imp2', 'Cisco Presence Engine', 'Stop');
  await lab.nextChangeUntil('imp1', 'Backup Activated');
  await lesson.goOn(/nobody orders/);

  await lesson.isAt('Two ways to spread users');
  await lesson.nextIsShut();
  await lesson.menu('Cisco Unified CM Administration', 'System', 'Enterprise Parameters');
  const mode = lesson.pages.getByRole('combobox', { name: /User Assignment Mode for Presence Server/ });
  await mode.selectOption({ label: 'None' });
  await lesson.pages.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(lesson.says(/^You chose None/)).toBeVisible();
  await lesson.nextIsShut();
  await mode.selectOption({ label: 'Active-Standby' });
  await lesson.pages.getByRole('button', { name: 'Save', exact: true }).click();
  await lesson.goOn(/All 24 users belong to imp1/);

  await lesson.isAt('The same failure, once more');
  await lesson.choose('All 24');
  await page.getByRole('button', { name: 'Skip ahead until they are back' }).click();
  await expect(lab.node('imp1')).toContainText('24 online');
  await lesson.nextIsShut();
  await lab.actOn('imp1', 'Platform', /^Power off/i);
  await lab.nextChangeUntil('imp2', 'Running in Backup Mode');
  await lesson.goOn(/stands? by/);

  await lesson.isAt('A group without high availability');
  await lesson.choose(/^Nobody/);
  await lab.actOn('imp1', 'Platform', /^Power off/i);
  await page.getByRole('tab', { name: /Branch/ }).click();
  await lab.actOn('imp3', 'Platform', /^Power off/i);
  await lesson.nextIsShut();
  await lesson.play('500 ×');
  await lesson.goOn(/advised not to/);

  await lesson.isAt('What it takes');
  await lesson.choose(/^Two nodes of one cluster/);
  await lesson.button('Finish').click();
  await expect(page.getByRole('heading', { name: 'You are through' })).toBeVisible();
});

test('mistakes are answered, a run that was left can be had back, and what is skipped is not done @once', async ({
  lesson,
  page,
}) => {
  const { lab } = lesson;
  await page.addInitScript(() => {
    if (sessionStorage.getItem('seen') === null)
      localStorage.setItem('presence-redundancy-lab:course', '{oh');
    sessionStorage.setItem('seen', 'yes');
  });
  await lesson.open(SLUG, 'a-service-stops');
  await expect(page.getByRole('alert').filter({ hasText: 'could not be read' })).toBeVisible();
  await lesson.choose(/^They lose their connection/);
  await lab.actOn('imp2', 'Cisco XCP Router', 'Stop');
  await expect(lesson.says(/^That was imp2/)).toBeVisible();
  await lab.nextChangeUntil('imp1', 'Running in Backup Mode');
  await lesson.nextIsShut();

  const instant = await lab.instant.innerText();
  await lesson.button('Start over').click();
  await expect(lab.instant).not.toHaveText(instant);
  await expect(lab.node('imp1')).not.toContainText('Backup Mode');
  await lesson.button('Bring back the run I left').click();
  await expect(lab.instant).toHaveText(instant);
  await expect(lesson.says(/^That was imp2/)).toBeVisible();

  await lesson.button('Skip this step').click();
  await lesson.isAt('What clients notice');
  await expect(page.getByRole('heading', { name: /A service stops.* · skipped/ })).toBeVisible();
  // What was skipped has happened all the same, so that the lesson can go on.
  await expect(lab.node('imp2')).toContainText('Running in Backup Mode');

  // The title of any step opens it, and the browser's way back leads to the step before.
  await page.getByRole('link', { name: 'When the backup fails' }).click();
  await lesson.isAt('When the backup fails');
  await page.goBack();
  await lesson.isAt('What clients notice');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a lesson can be read, with the stage of each of its steps drawn @once', async ({ page }) => {
    await page.goto(`./learn/${SLUG}/`);
    const steps = page.locator('main section[id]:has(> h2)');
    await expect(steps).toHaveCount(9);
    const stages = page.getByRole('group', { name: 'The stage as a picture' });
    await expect(stages).toHaveCount(9);
    for (const stage of await stages.all()) {
      await expect(stage.locator('svg').first()).toBeVisible();
      await expect(stage.getByText(/^imp\d$/).first()).toBeVisible();
    }
    await expect(stages.nth(1)).toContainText('Running in Backup Mode');
    const failover = page.locator('#a-service-stops');
    await expect(failover).toContainText(
      'imp2: Running in Backup Mode (Critical Service Down), 12 users online.',
    );
    await expect(failover).toContainText('What to do in the lab: Answer first.');
    const reply = failover.getByText(/Now see how long it takes/);
    await expect(reply).toBeHidden();
    await failover.getByText('They lose their connection and wait').click();
    await expect(reply).toBeVisible();
  });
});
