import { expect, test, type LessonPage } from './lesson-page';

const SLUG = 'before-you-start';
const PRODUCT = 'Cisco Unified CM Administration';

/** Puts nodes into the form of the group that is open, and saves. */
async function pair(lesson: LessonPage, first: string, second: string): Promise<void> {
  await lesson.pages.getByRole('combobox', { name: 'Presence Server 1' }).selectOption(first);
  await lesson.pages.getByRole('combobox', { name: 'Presence Server 2' }).selectOption(second);
  await lesson.pages.getByRole('button', { name: 'Save', exact: true }).click();
}

/** Changes one number of the link, at the link. */
async function setLink(lesson: LessonPage, field: string, value: string): Promise<void> {
  await lesson.unfoldStage();
  await lesson.lab.link().click();
  const panel = lesson.page.getByRole('dialog');
  await panel.getByRole('spinbutton', { name: field }).fill(value);
  await panel.getByRole('button', { name: 'Set latency and loss' }).click();
  await expect(panel).toBeHidden();
}

test('a partner is found among the servers, and the page refuses the others @once', async ({ lesson }) => {
  await lesson.open(SLUG, 'which-partner');
  await lesson.choose('imp3');
  await expect(lesson.says(/^imp3 runs 14\.0\.1/)).toBeVisible();
  await lesson.choose('imp6');
  await lesson.nextIsShut();
  await lesson.menu(PRODUCT, 'System', 'Server');
  await lesson.goOn(/Every node should be in a group/);

  await lesson.isAt('Let the page say no');
  await lesson.menu(PRODUCT, 'System', 'Presence Redundancy Groups');
  await lesson.pages.getByRole('button', { name: 'Add New' }).click();
  await lesson.pages.getByRole('textbox', { name: 'Name' }).fill('Second');
  await pair(lesson, 'imp4', 'imp5');
  await expect(lesson.says(/^Refused, and nothing was changed/)).toBeVisible();
  await expect(lesson.pages.getByText(/database publisher/i).first()).toBeVisible();
  await lesson.nextIsShut();
  await pair(lesson, 'imp4', 'imp6');
  await lesson.goOn(/Four nodes have their place/);
  await lesson.isAt('Eighty milliseconds');
});

test('the round trip counts both ways, and far beyond it this lab shows nothing @once', async ({
  lesson,
}) => {
  await lesson.open(SLUG, 'round-trip');
  await lesson.lab.setSpeed('20 ×');
  await setLink(lesson, 'Latency one way', '80');
  await expect(lesson.says(/^That makes 160 ms/)).toBeVisible();
  await lesson.nextIsShut();
  await setLink(lesson, 'Latency one way', '40');
  await lesson.goOn(/Nothing else happened, and nothing should/);

  await lesson.isAt('Far beyond the limit');
  await lesson.choose('A failover after 60 seconds.');
  await expect(lesson.says(/^Each keep-alive comes two seconds late/)).toBeVisible();
  await lesson.choose('Two Normal nodes.');
  await lesson.nextIsShut();
  await lesson.lab.setSpeed('200 ×');
  await setLink(lesson, 'Latency one way', '2000');
  await lesson.goOn(/Do not take this for permission/);
});

test('a cut link is not a bad one: half of the messages lost make one node act @once', async ({ lesson }) => {
  await lesson.open(SLUG, 'loss');
  await lesson.choose('Three.');
  await expect(lesson.says(/^Close\./)).toBeVisible();
  await lesson.unfoldStage();
  await lesson.lab.act(lesson.lab.link(), 'Cut the link');
  await expect(lesson.says(/^You cut the link/)).toBeVisible();
  await lesson.nextIsShut();
  await lesson.button('Start over').click();
  await lesson.choose('Four.');
  await setLink(lesson, 'Loss', '50');
  await lesson.page.getByRole('button', { name: 'Play to the next change' }).click();
  await lesson.goOn(/four in a row are gone/);

  await lesson.choose(/^Yes: 10 Mbit/);
  await expect(lesson.says(/must be dedicated/)).toBeVisible();
  await lesson.nextIsShut();
  await lesson.choose(/^No: each of the two/);
  await expect(lesson.says(/met on paper/)).toBeVisible();
});

test('on a phone a lesson can be read while the timeline of its lab is not on the screen @once', async ({
  lesson,
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`./learn/${SLUG}/#too-far`);
  await lesson.choose('Two Normal nodes.');
  await expect(lesson.says(/^Yes\. In this lab the way takes time/)).toBeVisible();
  await page.getByRole('button', { name: 'Lab', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Timeline' })).toBeVisible();
});
