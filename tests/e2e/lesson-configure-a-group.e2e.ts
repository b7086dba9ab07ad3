import { expect, test, type LessonPage } from './lesson-page';

const SLUG = 'configure-a-group';

/** Fills in the form of a group that is open; a field that is not named stays. */
async function fillIn(
  { pages }: LessonPage,
  form: { readonly name?: string; readonly description?: string; readonly nodes?: readonly [string, string] },
): Promise<void> {
  if (form.name !== undefined) await pages.getByRole('textbox', { name: 'Name' }).fill(form.name);
  if (form.description !== undefined)
    await pages.getByRole('textbox', { name: 'Description' }).fill(form.description);
  if (form.nodes === undefined) return;
  await pages.getByRole('combobox', { name: 'Presence Server 1' }).selectOption(form.nodes[0]);
  await pages.getByRole('combobox', { name: 'Presence Server 2' }).selectOption(form.nodes[1]);
}

const save = ({ pages }: LessonPage) => pages.getByRole('button', { name: 'Save', exact: true }).click();

async function addNew(lesson: LessonPage): Promise<void> {
  await lesson.menu('Cisco Unified CM Administration', 'System', 'Presence Redundancy Groups');
  await lesson.pages.getByRole('button', { name: 'Add New', exact: true }).click();
}

test('a group is made against every rule of its form, and its first user comes @once', async ({ lesson }) => {
  await lesson.open(SLUG, 'no-group');
  await lesson.nextIsShut();
  await lesson.menu('Cisco Unified CM Administration', 'System', 'Presence Redundancy Groups');
  await expect(
    lesson.pages.getByText(/imp3, imp4\s+are in no presence redundancy group/).first(),
  ).toBeVisible();
  await lesson.choose(/^imp3 or imp4/);
  await lesson.nextIsShut();
  await lesson.choose(/^imp1 or imp2 only/);
  await lesson.goOn(/Every node belongs in a group/);

  await lesson.isAt('A name that is refused');
  await addNew(lesson);
  await fillIn(lesson, { name: 'x'.repeat(129), description: 'y'.repeat(129), nodes: ['imp3', 'imp4'] });
  await save(lesson);
  await expect(lesson.pages.getByText(/at most 128 characters; this one has 129/)).toHaveCount(4);
  await fillIn(lesson, { name: 'Branch office', description: 'R&D, floor 2' });
  await save(lesson);
  await expect(lesson.says(/^The space is what the name fails on/)).toBeVisible();
  await lesson.nextIsShut();
  await fillIn(lesson, { name: 'Branch_Office' });
  await save(lesson);
  await expect(lesson.pages.getByText(/Take out: &/).first()).toBeVisible();
  await fillIn(lesson, { description: 'R and D, floor 2' });
  await save(lesson);
  await lesson.goOn(/The group is there/);

  await lesson.isAt('The first user of the new group');
  await lesson.nextIsShut();
  await lesson.menu('Cisco Unified CM Administration', 'User Management', 'End User');
  await lesson.pages.getByRole('button', { name: 'Add New', exact: true }).click();
  await lesson.pages.getByRole('textbox', { name: 'User ID' }).fill('maria');
  await save(lesson);
  await lesson.goOn(/The user went to the node with the fewest/);
});

test('of five nodes one may be the partner, and the others are refused for their reasons @once', async ({
  lesson,
}) => {
  await lesson.open(SLUG, 'which-nodes');
  await addNew(lesson);
  const refused: readonly (readonly [string, readonly [string, string], RegExp])[] = [
    ['DefaultCUPSubCluster', ['imp3', 'imp6'], /^imp1 and imp2 have that name already/],
    ['Second', ['imp3', 'imp4'], /^imp4 runs an older software/],
    ['Second', ['imp3', 'imp5'], /^imp5 gets its data from another publisher/],
    ['Second', ['imp3', 'imp2'], /^That node already backs up another one/],
    ['Second', ['imp3', 'imp3'], /^A node cannot be its own backup/],
  ];
  for (const [name, nodes, answer] of refused) {
    await fillIn(lesson, { name, nodes });
    await save(lesson);
    await expect(lesson.says(answer)).toBeVisible();
  }
  await lesson.nextIsShut();
  await fillIn(lesson, { nodes: ['imp3', 'imp6'] });
  await save(lesson);
  await lesson.goOn(/Same cluster, same version/);

  await lesson.isAt('A group of one');
  await lesson.choose(/^To imp4/);
  await lesson.choose(/^Nowhere/);
  await lesson.nextIsShut();
  await lesson.lab.actOn('imp3', 'Platform', /^(Switch|Power) off/);
  await lesson.goOn(/One node is a group/);

  await lesson.isAt('A second node');
  await lesson.enableHa('Branch_Office');
  await expect(lesson.says(/^High availability is one node watching another/)).toBeVisible();
  await lesson.nextIsShut();
  await fillIn(lesson, { nodes: ['imp3', 'imp4'] });
  await save(lesson);
  await lesson.goOn(/Both nodes initialized/);

  await lesson.nextIsShut();
  await lesson.choose(/^The number of users/);
  await expect(lesson.says(/Next comes the heartbeat/)).toBeVisible();
});
