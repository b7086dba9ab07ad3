import { expect, test, type LessonPage } from './lesson-page';

const SLUG = 'verify-services';
const GROUP = 'DefaultCUPSubCluster';

/** Opens the services of a node, on the first page or by Related Links on the second. */
async function openServices(lesson: LessonPage, node: string, page: 'first' | 'second'): Promise<void> {
  await lesson.menu(
    'Cisco Unified IM and Presence Serviceability',
    'Tools',
    'Control Center - Network Services',
  );
  await lesson.pages.getByRole('combobox', { name: 'Server' }).selectOption(node);
  await lesson.pages.getByRole('button', { name: 'Go to the server' }).click();
  if (page === 'second') await followRelatedLink(lesson);
}

async function followRelatedLink({ pages }: LessonPage): Promise<void> {
  await pages
    .getByRole('combobox', { name: 'Related Links' })
    .selectOption({ label: 'Control Center - Network Services' });
  await pages.getByRole('button', { name: 'Go to the related link' }).click();
}

async function startService(lesson: LessonPage, service: string): Promise<void> {
  await lesson.pages.getByRole('radio', { name: service }).check();
  await lesson.pages.getByRole('button', { name: 'Start', exact: true }).click();
}

test('services are found on two pages for each node, and started where they are down @once', async ({
  lesson,
}) => {
  await lesson.open(SLUG, 'why');
  const head = await lesson.page.getByRole('banner').boundingBox();
  const title = await lesson.presentStep().boundingBox();
  expect(title?.y).toBeGreaterThanOrEqual((head?.y ?? 0) + (head?.height ?? 0));
  await lesson.nextIsShut();
  await lesson.choose(/^The users of imp2/);
  await expect(lesson.says(/all of them are online/)).toBeVisible();
  await lesson.choose('Nobody.');
  await lesson.goOn(/High availability looks at services/);

  await lesson.isAt('Three of the five');
  await lesson.nextIsShut();
  await openServices(lesson, 'imp1', 'first');
  await lesson.goOn(/Cisco Client Profile Agent/);

  await lesson.isAt('The other two');
  await lesson.nextIsShut();
  await followRelatedLink(lesson);
  await lesson.goOn(/Cisco SIP Proxy and Cisco Presence Engine/);

  await lesson.isAt('Start what is down');
  await lesson.nextIsShut();
  await openServices(lesson, 'imp2', 'first');
  await lesson.play('20 ×');
  await startService(lesson, 'Cisco Sync Agent');
  await expect(lesson.says(/^The first page of imp2 is in order now/)).toBeVisible();
  await openServices(lesson, 'imp2', 'second');
  await startService(lesson, 'Cisco Presence Engine');
  await expect(lesson.says(/^imp2 is ready/)).toBeVisible();
  await lesson.nextIsShut();
  await openServices(lesson, 'imp1', 'second');
  await startService(lesson, 'Cisco SIP Proxy');
  await lesson.goOn(/All ten run/);
});

test('a service that does not start needs a reboot, and nobody takes the users over @once', async ({
  lesson,
}) => {
  await lesson.open(SLUG, 'does-not-start');
  await openServices(lesson, 'imp2', 'first');
  await lesson.lab.setSpeed('50 ×');
  await startService(lesson, 'Cisco XCP Router');
  await expect(lesson.says(/^It tried for 15 seconds and failed/)).toBeVisible();
  await lesson.nextIsShut();
  await lesson.unfoldStage();
  await lesson.lab.actOn('imp2', 'Platform', /^Restart/);
  await expect(lesson.says(/^imp2 goes down and comes up again/)).toBeVisible();
  await lesson.goOn(/The services came up with the node/);
});

test('who skips the services sees one node fail over, and both fail @once', async ({ lesson }) => {
  await lesson.open(SLUG, 'skipped-on-one');
  await lesson.choose(/^After 90 seconds/);
  await expect(lesson.says(/This one has not become Normal yet/)).toBeVisible();
  await lesson.choose('At once.');
  await lesson.nextIsShut();
  await lesson.lab.setSpeed('20 ×');
  await lesson.enableHa(GROUP);
  const imp2 = lesson.lab.node('imp2');
  await expect(imp2.getByText(/^Failed Over with Critical Services/)).toBeVisible();
  await lesson.unfoldStage();
  await lesson.lab.actOn('imp2', 'Cisco SIP Proxy', /^Start/);
  await expect(lesson.says(/^The service runs and imp2 is Failed Over/)).toBeVisible();
  await lesson.pages.getByRole('button', { name: 'Fallback imp2' }).click();
  await lesson.goOn(/Twelve users were moved to imp1 and back/);

  await lesson.isAt('Skip it on both');
  await lesson.enableHa(GROUP);
  await expect(imp2.getByText('Running in Failed Mode')).toBeVisible();
  await lesson.nextIsShut();
  await lesson.lab.setSpeed('20 ×');
  await lesson.pages.getByRole('button', { name: /^Recover/ }).click();
  await lesson.goOn(/A recovery restarts both recovery managers/);

  await lesson.choose('Cisco Server Recovery Manager');
  await expect(lesson.says(/Now the two nodes can become a group/)).toBeVisible();
});
