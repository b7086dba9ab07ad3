import { expect, test, type LessonPage } from './lesson-page';

const SLUG = 'heartbeat';

/** Opens the parameters of the recovery manager on a node. */
async function openParameters(lesson: LessonPage, node: string): Promise<void> {
  await lesson.menu('Cisco Unified CM IM and Presence Administration', 'System', 'Service Parameters');
  await lesson.pages.getByRole('combobox', { name: 'Server', exact: true }).selectOption(node);
  await lesson.pages
    .getByRole('combobox', { name: 'Service', exact: true })
    .selectOption({ label: 'Cisco Server Recovery Manager (Active)' });
}

/** Types values into the page of parameters, by their names, and saves. */
async function save(lesson: LessonPage, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values))
    await lesson.pages.getByLabel(name, { exact: true }).fill(value);
  await lesson.pages.getByRole('button', { name: 'Save', exact: true }).click();
}

test('parameters are found by server and service, and a shorter interval is seen on the link @once', async ({
  lesson,
}) => {
  await lesson.open(SLUG, 'the-page');
  await lesson.choose('20075');
  await expect(lesson.says(/Admin RPC Port/)).toBeVisible();
  await lesson.choose('22001');
  await lesson.nextIsShut();
  await openParameters(lesson, 'imp1');
  await lesson.goOn(/The ports can be changed here as well/);

  await lesson.isAt('Keep Alive (Heartbeat) Interval');
  await lesson.lab.setSpeed('20 ×');
  await save(lesson, { 'Keep Alive (Heartbeat) Interval': '5' });
  await lesson.goOn(/Three times as many messages/);
});

test('a time-out is halved before the power fails; 15 seconds are refused @once', async ({ lesson }) => {
  await lesson.open(SLUG, 'timeout');
  await openParameters(lesson, 'imp1');
  await save(lesson, { 'Keep Alive (Heartbeat) Timeout': '15' });
  await expect(lesson.pages.getByText(/longer than/).first()).toBeVisible();
  await lesson.nextIsShut();
  await save(lesson, { 'Keep Alive (Heartbeat) Timeout': '30' });
  await lesson.unfoldStage();
  await lesson.lab.actOn('imp1', 'Platform', /^Power off/);
  await lesson.goOn(/imp2 counted from the last keep-alive/);
});

test('one lost keep-alive is nothing by default, and fails the group with a time-out too short @once', async ({
  lesson,
}) => {
  const { lab } = lesson;
  const loseOne = async (): Promise<void> => {
    const pause = lab.button('Pause');
    if (await pause.isVisible()) await pause.click();
    await lesson.unfoldStage();
    for (let events = 0; events < 12 && (await lab.keepAlives().count()) === 0; events += 1)
      await lab.jump(() => lab.button('Next event').click());
    await lab.keepAlives().first().click();
    await lesson.play('20 ×');
  };
  await lesson.open(SLUG, 'too-short');
  await loseOne();
  await expect(lesson.says(/^With a time-out of 60, one lost message is nothing/)).toBeVisible();
  await lesson.nextIsShut();
  await lesson.button('Start over').click();
  await openParameters(lesson, 'imp1');
  await save(lesson, { 'Keep Alive (Heartbeat) Timeout': '16' });
  await expect(lesson.pages.getByText('The parameters are saved and hold from now on.')).toBeVisible();
  // The step begins after the messages of the first instant, of which one can be lost unnoticed.
  await loseOne();
  await lesson.goOn(/Both nodes were in perfect order/);
  await lesson.isAt('Critical Service Delay');
});

test('a node that starts alone waits as long as it is told, unless it was told too late @once', async ({
  lesson,
}) => {
  await lesson.open(SLUG, 'initialization');
  await lesson.lab.nextChangeUntil('imp2', /^Taking Over$/);
  await expect(lesson.says(/^The 120 seconds ran out/)).toBeVisible();
  await lesson.nextIsShut();
  await lesson.button('Start over').click();
  await openParameters(lesson, 'imp1');
  await save(lesson, { 'Initialization Keep Alive (Heartbeat) Timeout': '60' });
  await lesson.goOn(/This time-out has a length of its own/);
});

test('a critical service delay that is changed too late does not complete the step @once', async ({
  lesson,
}) => {
  await lesson.open(SLUG, 'service-delay');
  await lesson.lab.setSpeed('50 ×');
  await lesson.unfoldStage();
  await lesson.lab.actOn('imp1', 'Cisco SIP Proxy', /^Stop/);
  await expect(lesson.says(/^That took 90 seconds/)).toBeVisible();
  await lesson.nextIsShut();
  await lesson.button('Start over').click();
  await openParameters(lesson, 'imp1');
  await save(lesson, { 'Critical Service Delay': '30' });
  await lesson.unfoldStage();
  await lesson.lab.actOn('imp1', 'Cisco SIP Proxy', /^Stop/);
  await lesson.goOn(/Thirty seconds to the millisecond/);
});

test('automatic fallback brings users home by itself, and re-login limits bring them back sooner @once', async ({
  lesson,
}) => {
  await lesson.open(SLUG, 'automatic-fallback');
  await openParameters(lesson, 'imp1');
  await lesson.pages.getByLabel('Enable Automatic Fallback', { exact: true }).selectOption({ label: 'True' });
  await lesson.pages.getByRole('button', { name: 'Save', exact: true }).click();
  await lesson.nextIsShut();
  await lesson.lab.nextChange();
  await lesson.goOn(/Thirty minutes of health without a break/);

  await lesson.isAt('Two that belong to each node');
  await openParameters(lesson, 'imp1');
  await save(lesson, { 'Client Re-Login Lower Limit': '5', 'Client Re-Login Upper Limit': '30' });
  await lesson.lab.setSpeed('20 ×');
  await lesson.openGroup('DefaultCUPSubCluster');
  await lesson.pages.getByRole('button', { name: 'Failover imp1' }).click();
  await lesson.goOn(/All twelve are back within a minute/);

  await lesson.choose(/^It trades real failures/);
  await expect(lesson.says(/This step of the task flow is optional/)).toBeVisible();
});
