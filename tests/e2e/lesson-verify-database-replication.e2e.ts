import { expect, test } from './lesson-page';

const SLUG = 'verify-database-replication';
const GROUP = 'DefaultCUPSubCluster';

test('database replication is checked from log-in to console, and Next alone leads nowhere @once', async ({
  lesson,
}) => {
  await lesson.open(SLUG, 'why');
  await lesson.nextIsShut();
  await lesson.choose(/^imp2 waits in Initializing/);
  await expect(lesson.says(/not for replication/)).toBeVisible();
  await lesson.nextIsShut();
  await lesson.choose(/^imp2 hands its users to imp1/);
  await lesson.goOn(/Keep your answer in mind/);

  await lesson.isAt('Log in over the network');
  await lesson.nextIsShut();
  await lesson.logIn('imp1', 'SSH');
  await lesson.goOn(/command line/);

  await lesson.isAt('Ask for a check');
  await lesson.nextIsShut();
  await lesson.type('utils dbreplication status');
  await lesson.type('utils dbreplication runtimestate');
  await expect(lesson.terminal.getByText(/\(2\) Setup Completed/).first()).toBeVisible();
  await lesson.choose(/^The figure under PING/);
  await expect(lesson.says(/answers on the network/)).toBeVisible();
  await lesson.choose(/^\(2\) at the end/);
  await lesson.goOn(/One command looks into the tables/);

  await lesson.isAt('When the network does not answer');
  await lesson.nextIsShut();
  await lesson.logIn('imp2', 'Serial console');
  await lesson.type('utils dbreplication runtimestate');
  await lesson.goOn(/The console is a cable/);
  await lesson.isAt('Not 2 yet');
});

test('a set-up that runs is waited for, and who stops it is told @once', async ({ lesson }) => {
  await lesson.open(SLUG, 'still-setting-up');
  await lesson.logIn('imp2', 'SSH');
  await lesson.type('utils dbreplication stop');
  await expect(lesson.says(/^You stopped a set-up/)).toBeVisible();
  await lesson.button('Start over').click();
  await expect(lesson.says(/^You stopped a set-up/)).toBeHidden();
  await lesson.logIn('imp1', 'SSH');
  await lesson.type('utils dbreplication runtimestate');
  await expect(lesson.terminal.getByText(/\(0\)/).first()).toBeVisible();
  await lesson.choose(/^Repair it/);
  await lesson.choose(/^Stop the set-up, then reset/);
  await lesson.nextIsShut();
  await lesson.play('50 ×');
  await lesson.goOn(/It became 2 without your help/);
});

test('a mismatch is repaired, a failed set-up is not: it is stopped and reset @once', async ({ lesson }) => {
  await lesson.open(SLUG, 'mismatch');
  await lesson.nextIsShut();
  await lesson.logIn('imp1', 'SSH');
  await lesson.type('utils dbreplication runtimestate');
  await expect(lesson.terminal.getByText(/\(3\)/).first()).toBeVisible();
  await lesson.type('utils dbreplication repair imp2');
  await lesson.play('50 ×');
  await lesson.goOn(/The set-up was complete all the time/);

  await lesson.isAt('4: the set-up failed');
  await lesson.logIn('imp1', 'SSH');
  await lesson.type('utils dbreplication repair imp2');
  await expect(lesson.says(/^Repair mends rows/)).toBeVisible();
  await lesson.nextIsShut();
  await lesson.type('utils dbreplication stop imp2');
  await lesson.type('utils dbreplication stop imp1');
  await lesson.type('utils dbreplication reset all');
  await lesson.play('50 ×');
  await lesson.goOn(/Stop, stop, reset/);
});

test('who skips the check sees the failover, and repairs it in two moves @once', async ({ lesson }) => {
  await lesson.open(SLUG, 'skipped-on-one');
  await lesson.nextIsShut();
  await lesson.lab.setSpeed('50 ×');
  await lesson.enableHa(GROUP);
  await expect(lesson.lab.node('imp2').getByText('Failed Over', { exact: true })).toBeVisible();
  await expect(lesson.lab.node('imp1').getByText('Database Failure')).toBeVisible();
  await lesson.pages.getByRole('button', { name: 'Fallback imp2' }).click();
  await expect(lesson.says(/^Both are Normal, and nothing is mended/)).toBeVisible();
  await lesson.nextIsShut();
  await lesson.unfoldStage();
  await lesson.lab.actOn('imp2', 'Replication', /^Reset/);
  await lesson.goOn(/12 users were thrown out twice/);

  await lesson.isAt('Skip it on both nodes');
  await lesson.logIn('imp1', 'SSH');
  await lesson.lab.setSpeed('50 ×');
  await lesson.type(`utils ha recover ${GROUP}`);
  await expect(lesson.says(/^A recovery starts both recovery managers anew/)).toBeVisible();
  await lesson.type('utils dbreplication reset all');
  await expect(lesson.says(/^Replication is good on both nodes/)).toBeVisible({ timeout: 15_000 });
  await lesson.nextIsShut();
  await lesson.type(`utils ha recover ${GROUP}`);
  await expect(lesson.says(/You mended the cause, then recovered/)).toBeVisible();
});
