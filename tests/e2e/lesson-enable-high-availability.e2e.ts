import { expect, test } from './lesson-page';

const SLUG = 'enable-high-availability';
const GROUP = 'DefaultCUPSubCluster';

test('high availability is switched on where the checks were done, and nothing happens to the users @once', async ({
  lesson,
}) => {
  await lesson.open(SLUG, 'two-that-do-not-listen');
  await lesson.choose(/^It takes the users over after 60 seconds/);
  await expect(lesson.says(/no keep-alive is sent/)).toBeVisible();
  await lesson.choose('Nothing.');
  await lesson.nextIsShut();
  await lesson.openGroup(GROUP);
  await lesson.goOn(/Both nodes are Unknown/);

  await lesson.isAt('Check, Save');
  await lesson.pages.getByRole('checkbox', { name: 'Enable High Availability' }).check();
  await lesson.nextIsShut();
  await lesson.pages.getByRole('button', { name: 'Save', exact: true }).click();
  await lesson.goOn(/Both nodes went through Initializing/);
  await lesson.isAt('The first warning');
});

test('one node without replication fails over at once, and is repaired before its users return @once', async ({
  lesson,
}) => {
  await lesson.open(SLUG, 'one-is-not-fit');
  await lesson.choose('imp1 fails over to imp2, at once.');
  await lesson.nextIsShut();
  await lesson.enableHa(GROUP);
  await lesson.goOn(/imp1: Failing Over, reason Database Failure/);

  await lesson.isAt('Mend it, then go home');
  await lesson.lab.setSpeed('20 ×');
  await lesson.logIn('imp1', 'SSH');
  await expect(lesson.lab.node('imp1').getByText('Failed Over', { exact: true })).toBeVisible();
  await lesson.type('utils ha fallback imp1');
  await expect(lesson.says(/^Both nodes are Normal, and the replication of imp1 is as bad/)).toBeVisible();
  await lesson.nextIsShut();
  await lesson.type('utils dbreplication repair imp1');
  await lesson.goOn(/First the cause, then the users/);
});

test('two unfit nodes fail together, and a recovery alone mends only one of them @once', async ({
  lesson,
}) => {
  await lesson.open(SLUG, 'both-are-not-fit');
  await lesson.enableHa(GROUP);
  await lesson.goOn(/Two reasons for one event/);

  await lesson.isAt('Mend both, then Recover');
  await lesson.logIn('imp2', 'SSH');
  await lesson.type('utils dbreplication repair imp2');
  await expect(lesson.says(/^A repair makes data match again/)).toBeVisible();
  await lesson.nextIsShut();
  await lesson.lab.setSpeed('50 ×');
  await lesson.type('utils dbreplication reset imp2');
  await lesson.unfoldStage();
  const replication = lesson.lab.part('imp2', 'Replication');
  await expect(replication).toHaveAccessibleName(/good/i);
  await lesson.type(`utils ha recover ${GROUP}`);
  await lesson.goOn(/Recover restarts both recovery managers/);
});

test('high availability that is on and not in force needs the recovery managers of both nodes @once', async ({
  lesson,
}) => {
  await lesson.open(SLUG, 'not-enabled-properly');
  await lesson.enableHa(GROUP);
  await lesson.lab.setSpeed('10 ×');
  await lesson.unfoldStage();
  await lesson.lab.actOn('imp2', 'Server Recovery Manager', /^Start/);
  await expect(lesson.says(/^imp2 has done its part/)).toBeVisible();
  await lesson.nextIsShut();
  await lesson.unfoldStage();
  await lesson.lab.actOn('imp1', 'Server Recovery Manager', /^Restart/);
  await lesson.goOn(/The state was Unknown as in the beginning/);
  await lesson.choose(/^Replication is set up/);
  await lesson.choose(/^All five critical services run/);
  await expect(lesson.says(/The pair now listens/)).toBeVisible();
});
