/** A whole lesson without a mouse: its questions, the administration pages, the stage and time. */
import { choose, tabTo } from './by-keyboard';
import { expect, test, type LessonPage } from './lesson-page';

const CM = 'Cisco Unified CM Administration';
const SERVICEABILITY = 'Cisco Unified IM and Presence Serviceability';

// A trace takes a picture of the page at each of a thousand key presses: that takes longer than the presses.
test.use({ trace: 'off' });

/** Goes to something with Tab, or backwards, and presses Enter. */
async function press({ page }: LessonPage, name: RegExp, key = 'Tab'): Promise<void> {
  await tabTo(page, name, key);
  await page.keyboard.press('Enter');
}

/** Chooses an option of a list that has the focus, by typing its beginning. */
async function pick({ page }: LessonPage, list: RegExp, option: string): Promise<void> {
  await tabTo(page, list);
  const focused = page.locator(':focus');
  await page.keyboard.type(option);
  await expect(focused.locator('option:checked')).toHaveText(new RegExp(`^${option}`));
}

/** Goes to a page of the administration, from wherever the focus is. */
async function menu(lesson: LessonPage, product: string, name: string, item: string): Promise<void> {
  const shown = lesson.pages.getByRole('combobox', { name: 'Navigation' }).locator('option:checked');
  if ((await shown.innerText()) !== product) {
    await pick(lesson, /^- combobox "Navigation"/, product);
    await press(lesson, /^- button "Go to the product"/);
  }
  await press(lesson, new RegExp(`^- button "${name}"`));
  await press(lesson, new RegExp(`^- button "${item}"`));
}

async function openServices(lesson: LessonPage, node: string): Promise<void> {
  await menu(lesson, SERVICEABILITY, 'Tools', 'Control Center - Network Services');
  await pick(lesson, /^- combobox "Server"/, node);
  await press(lesson, /^- button "Go to the server"/);
}

/** Follows the related link, from the list of servers on the same page. */
async function openOthers(lesson: LessonPage): Promise<void> {
  await pick(lesson, /^- combobox "Related Links"/, 'Control Center');
  await press(lesson, /^- button "Go to the related link"/);
}

/** Chooses a service by the arrow keys of its list, and starts it. */
async function startService(lesson: LessonPage, service: string): Promise<void> {
  await tabTo(lesson.page, /^- radio/);
  const wanted = lesson.pages.getByRole('radio', { name: service });
  for (let moves = 0; moves < 6 && !(await wanted.isChecked()); moves += 1)
    await lesson.page.keyboard.press(moves === 0 ? 'Space' : 'ArrowDown');
  await expect(wanted).toBeChecked();
  await press(lesson, /^- button "Start"/);
}

async function enableHa(lesson: LessonPage): Promise<void> {
  await menu(lesson, CM, 'System', 'Presence Redundancy Groups');
  await press(lesson, /^- button "Find"/);
  await press(lesson, /^- button "DefaultCUPSubCluster"/);
  await tabTo(lesson.page, /^- checkbox "Enable High Availability"/);
  await lesson.page.keyboard.press('Space');
  await press(lesson, /^- button "Save"/);
}

/** Does something to a part of imp2, the last node before the tools. */
async function actOnSecond(lesson: LessonPage, part: string, action: RegExp): Promise<void> {
  const unfold = lesson.page.getByRole('button', { name: 'Unfold the stage' });
  if (await unfold.isVisible()) await press(lesson, /^- button "Unfold the stage"/);
  else await tabTo(lesson.page, /^- button "Fold the stage"/);
  await press(lesson, new RegExp(`^- button "${part}`), 'Shift+Tab');
  await choose(lesson.page, action);
}

/** Waits for what the page says when all is done, and goes on from there. */
async function goOn(lesson: LessonPage, done: RegExp, next: string): Promise<void> {
  await expect(lesson.says(done)).toBeVisible({ timeout: 20_000 });
  await press(lesson, /^- button "(Next|Finish)"/, 'Shift+Tab');
  await lesson.isAt(next);
  await expect(lesson.presentStep()).toBeFocused();
}

/** Opens the lesson at a step. Nothing moves: where much does, each of very many key presses takes long. */
async function open(lesson: LessonPage, step: string): Promise<void> {
  await lesson.page.emulateMedia({ reducedMotion: 'reduce' });
  await lesson.open('verify-services', step);
}

test('services are found and started by keyboard alone', { tag: '@once' }, async ({ lesson }) => {
  test.slow();
  await open(lesson, 'why');
  await press(lesson, /^- button "Nobody\."/);
  await goOn(lesson, /High availability looks at services/, 'Three of the five');

  await openServices(lesson, 'imp1');
  await goOn(lesson, /Cisco Client Profile Agent/, 'The other two');
  await openOthers(lesson);
  await goOn(lesson, /Cisco SIP Proxy and Cisco Presence Engine/, 'Start what is down');

  await openServices(lesson, 'imp2');
  await startService(lesson, 'Cisco Sync Agent');
  await expect(lesson.says(/^The first page of imp2 is in order now/)).toBeVisible({ timeout: 20_000 });
  await openOthers(lesson);
  await startService(lesson, 'Cisco Presence Engine');
  await expect(lesson.says(/^imp2 is ready/)).toBeVisible({ timeout: 20_000 });
  await openServices(lesson, 'imp1');
  await openOthers(lesson);
  await startService(lesson, 'Cisco SIP Proxy');
  await goOn(lesson, /All ten run/, 'One that will not start');
});

test('a service that does not start is mended by keyboard alone', { tag: '@once' }, async ({ lesson }) => {
  test.slow();
  await open(lesson, 'does-not-start');
  await actOnSecond(lesson, 'Platform', /"Restart/);
  await expect(lesson.says(/^imp2 goes down and comes up again/)).toBeVisible();
  await goOn(lesson, /The services came up with the node/, 'Skip it on one node');
});

test(
  'a node that failed over gets its users back by keyboard alone',
  { tag: '@once' },
  async ({ lesson }) => {
    test.slow();
    await open(lesson, 'skipped-on-one');
    await press(lesson, /^- button "At once\."/);
    await enableHa(lesson);
    await expect(lesson.lab.node('imp2').getByText(/^Failed Over with/)).toBeVisible({ timeout: 20_000 });
    await actOnSecond(lesson, 'Cisco SIP Proxy', /"Start"/);
    await expect(lesson.says(/^The service runs and imp2 is Failed Over/)).toBeVisible({ timeout: 20_000 });
    await press(lesson, /^- button "Fallback imp2"/);
    await goOn(lesson, /Twelve users were moved to imp1 and back/, 'Skip it on both');
  },
);

test(
  'a group is recovered by keyboard alone, and the lesson finished',
  { tag: '@once' },
  async ({ lesson }) => {
    test.slow();
    await open(lesson, 'skipped-on-both');
    await enableHa(lesson);
    await expect(lesson.lab.node('imp2').getByText('Running in Failed Mode')).toBeVisible();
    await press(lesson, /^- button "Recover/);
    await goOn(lesson, /A recovery restarts both recovery managers/, 'Which five?');

    await press(lesson, /^- button "Cisco Server Recovery Manager"/);
    await expect(lesson.says(/Now the two nodes can become a group/)).toBeVisible();
    await press(lesson, /^- button "Finish"/);
  },
);
