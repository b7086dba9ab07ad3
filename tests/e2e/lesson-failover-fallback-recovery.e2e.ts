import { expect, test } from './lesson-page';

const SLUG = 'failover-fallback-recovery';
const GROUP = 'DefaultCUPSubCluster';

test('a failover by page names the node that gives its users up; a reboot is no request to go home @once', async ({
  lesson,
}) => {
  await lesson.open(SLUG, 'which-button');
  await lesson.choose(/^A recovery of the group/);
  await expect(lesson.says(/^Recover is for two nodes/)).toBeVisible();
  await lesson.choose(/^A failover of either/);
  await lesson.nextIsShut();
  await lesson.openGroup(GROUP);
  await lesson.goOn(/What is offered depends on the states alone/);

  await lesson.isAt('Failover by page');
  await lesson.pages.getByRole('button', { name: 'Failover imp2' }).click();
  await expect(lesson.says(/^You failed imp2 over/)).toBeVisible();
  await lesson.nextIsShut();
  await lesson.button('Start over').click();
  await lesson.pages.getByRole('button', { name: 'Failover imp1' }).click();
  await lesson.goOn(/Failing Over: five seconds/);

  await lesson.isAt('Idle stays Idle');
  await lesson.choose(/^Normal, with its users/);
  await expect(lesson.says(/A reboot is no request/)).toBeVisible();
  await lesson.choose(/^Idle, with its services/);
  await lesson.logIn('imp1', 'SSH');
  await lesson.type('utils system restart');
  await lesson.type('yes', /./);
  await lesson.lab.setSpeed('100 ×');
  await lesson.goOn(/The five critical services stayed stopped/);
});

test('a fallback by command names the node that gets its users back; a failover is read in mid-air @once', async ({
  lesson,
}) => {
  await lesson.open(SLUG, 'fallback-by-cli');
  await lesson.logIn('imp2', 'SSH');
  await lesson.type('utils ha fallback imp2');
  await expect(lesson.says(/^The command names the node/)).toBeVisible();
  await lesson.nextIsShut();
  await lesson.type('utils ha fallback imp1');
  await lesson.goOn(/Taking Back: 15 seconds/);

  await lesson.isAt('Read it in mid-air');
  await lesson.logIn('imp1', 'SSH');
  await lesson.type('utils ha failover imp1');
  await expect(lesson.says(/^You failed imp1 over/)).toBeVisible();
  await lesson.button('Start over').click();
  await lesson.logIn('imp1', 'SSH');
  await lesson.type('utils ha failover imp2');
  await expect(lesson.lab.node('imp1').getByText('Taking Over', { exact: true })).toBeVisible();
  await lesson.nextIsShut();
  await lesson.type('utils ha status');
  await lesson.goOn(/Node 1 is imp1 in both answers/);
});

test('a fallback is refused while services are down, and two failed nodes need a recovery @once', async ({
  lesson,
}) => {
  await lesson.open(SLUG, 'not-yet');
  await lesson.logIn('imp1', 'SSH');
  await lesson.type('utils ha fallback imp1');
  await expect(lesson.says(/^Refused, and the state says why/)).toBeVisible();
  await lesson.nextIsShut();
  await lesson.type('utils service start Cisco Presence Engine');
  await lesson.lab.setSpeed('20 ×');
  await expect(lesson.says(/^imp1 is Failed Over now/)).toBeVisible();
  await lesson.type('utils ha fallback imp1');
  await lesson.goOn(/There is no short cut past the first/);

  await lesson.isAt('When both have failed');
  await lesson.choose(/^Fallback to imp1/);
  await lesson.choose('Recover.');
  await lesson.nextIsShut();
  await lesson.openGroup(GROUP);
  await lesson.lab.setSpeed('20 ×');
  await lesson.pages.getByRole('button', { name: 'Recover', exact: true }).click();
  await lesson.goOn(/Both recovery managers restarted/);

  await lesson.choose(/^Failed Over with Critical/);
  await expect(lesson.says(/^Not yet: first the services/)).toBeVisible();
  await lesson.choose(/^Idle beside/);
  await lesson.choose(/^Running in Failed Mode/);
  await lesson.nextIsShut();
  await lesson.choose(/^Normal on both/);
  await expect(lesson.says(/know all the states by sight/)).toBeVisible();
});
