import { expect, test, type LessonPage } from './lesson-page';

const SLUG = 'node-states';

/** Presses a part of a node on the stage, which may have been folded away, and an action. */
async function actOn(lesson: LessonPage, node: string, part: string, action: RegExp): Promise<void> {
  await lesson.unfoldStage();
  await lesson.lab.actOn(node, part, action);
}

async function startOver(lesson: LessonPage): Promise<void> {
  await lesson.button('Start over').click();
}

test('from cold to Normal, and through a failover on request and back @once', async ({ lesson }) => {
  await lesson.open(SLUG, 'three-kinds');
  await lesson.choose('Running in Failed Mode');
  await expect(lesson.says(/^It lasts too/)).toBeVisible();
  await lesson.nextIsShut();
  await lesson.choose('Taking Over');
  await lesson.goOn(/The map has all fourteen/);

  await lesson.isAt('Initializing, Normal');
  await actOn(lesson, 'imp1', 'Platform', /^Power on/);
  await lesson.lab.setSpeed('200 ×');
  await expect(lesson.says(/^imp1 came up alone/)).toBeVisible();
  await lesson.nextIsShut();
  await startOver(lesson);
  await actOn(lesson, 'imp1', 'Platform', /^Power on/);
  await actOn(lesson, 'imp2', 'Platform', /^Power on/);
  await lesson.lab.setSpeed('100 ×');
  await lesson.goOn(/Initializing is where every recovery manager begins/);

  await lesson.isAt('Failing Over, Taking Over');
  await actOn(lesson, 'imp1', 'Failover, fallback', /^Failover/);
  await lesson.lab.setSpeed('10 ×');
  await lesson.goOn(/The two transitions last 15 seconds together/);

  await lesson.isAt('Taking Back, Falling Back');
  await lesson.choose(/^imp1, because/);
  await lesson.choose(/^imp2, the one/);
  await actOn(lesson, 'imp1', 'Failover, fallback', /^Fallback/);
  await lesson.lab.setSpeed('10 ×');
  await lesson.goOn(/Both are transitions and end by themselves/);
});

test('a fault takes a node out, its repair makes it fit, and it takes over when the backup fails @once', async ({
  lesson,
}) => {
  await lesson.open(SLUG, 'out-by-a-fault');
  await actOn(lesson, 'imp1', 'Cisco SIP Proxy', /^Stop/);
  await lesson.lab.setSpeed('100 ×');
  await expect(lesson.says(/^Out, and broken/)).toBeVisible();
  await lesson.nextIsShut();
  await actOn(lesson, 'imp1', 'Cisco SIP Proxy', /^Start/);
  await lesson.goOn(/Two steady states, one behind the other/);

  await lesson.isAt('Backup Activated');
  await lesson.nextIsShut();
  await actOn(lesson, 'imp2', 'Cisco Sync Agent', /^Stop/);
  await lesson.lab.setSpeed('100 ×');
  await lesson.goOn(/an automatic recovery/);
  await lesson.isAt('Running in Failed Mode');
});

test('failed mode ends with Recover, and Unknown is not the same as out of reach @once', async ({
  lesson,
}) => {
  await lesson.open(SLUG, 'failed-mode');
  await actOn(lesson, 'imp2', 'Cisco Sync Agent', /^Stop/);
  await lesson.lab.setSpeed('100 ×');
  await expect(lesson.lab.node('imp1').getByText('Running in Failed Mode', { exact: true })).toBeVisible();
  await lesson.nextIsShut();
  await actOn(lesson, 'imp1', 'Failover, fallback', /^Recover/);
  await lesson.goOn(/Failed mode is catching/);

  await lesson.isAt('Unknown');
  await actOn(lesson, 'imp1', 'Server Recovery Manager', /^Stop/);
  await expect(lesson.says(/^A node that cannot be reached shows no state/)).toBeVisible();
  await startOver(lesson);
  await lesson.unfoldStage();
  const control = lesson.lab.main.getByRole('button', { name: /^High availability/ });
  await lesson.lab.act(control, 'Switch high availability off');
  await expect(lesson.lab.node('imp1').getByText('Unknown', { exact: true })).toBeVisible();
  await lesson.nextIsShut();
  await lesson.lab.act(control, 'Switch high availability on');
  await lesson.goOn(/High Availability Not Enabled/);

  await lesson.choose('Idle');
  await lesson.choose('Running in Backup Mode');
  await lesson.nextIsShut();
  await lesson.choose('Running in Failed Mode');
  await expect(lesson.says(/Fourteen states/)).toBeVisible();
});
