/** Scenario files in and out, and the gallery. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from './lab-page';

const folder = 'content/scenarios';
const invalidFolder = 'tests/fixtures/scenarios/invalid';
const dialogName = 'Open a scenario';

interface Scenario {
  readonly title: string;
  readonly expect: readonly { readonly at: number; readonly row?: number | null }[];
}

function scenario(name: string): Scenario {
  return JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Scenario;
}

const rows = readdirSync(folder).filter((name) => /^row-\d+.*\.json$/.test(name));

test('a scenario file is loaded and runs', async ({ lab }) => {
  const name = 'row-13-database-down.json';
  await lab.open();
  await lab.choose('Scenario', 'Open a scenario…');
  const dialog = lab.dialog(dialogName);
  await dialog.getByRole('tab', { name: 'From a file' }).click();
  await dialog.getByLabel(/scenario file/).setInputFiles(`${folder}/${name}`);
  await expect(dialog).toBeHidden();
  await expect(lab.title()).toHaveText(scenario(name).title);
  await lab.nextChangeUntil('imp2', 'Running in Backup Mode');
  await expect(lab.node('imp2').getByText('Database Failure')).toBeVisible();
});

test(
  'a malformed file is refused with the path of every fault, and the open run is untouched',
  { tag: '@once' },
  async ({ lab }) => {
    await lab.open();
    await lab.key('3');
    await expect(lab.part('imp1', 'Database, down')).toBeVisible();
    const before = await lab.marks();
    await lab.choose('Scenario', 'Open a scenario…');
    const dialog = lab.dialog(dialogName);
    await dialog.getByRole('tab', { name: 'From a file' }).click();
    const file = dialog.getByLabel(/scenario file/);
    const faults = dialog.getByRole('alert');

    await file.setInputFiles(`${invalidFolder}/parameter-bounds.json`);
    for (const name of ['criticalServiceDelay', 'keepAliveTimeout', 'servicePort', 'adminRpcPort'])
      await expect(faults).toContainText(`parameters.${name}`);
    await file.setInputFiles(`${invalidFolder}/not-json-comma.txt`);
    await expect(faults).toContainText('line 4, column 45: is not JSON: a value must stand here, not "]"');
    await file.setInputFiles({
      name: 'big.json',
      mimeType: 'application/json',
      buffer: Buffer.alloc(6_000_000, 32),
    });
    await expect(faults).toContainText('too large');
    await dialog.getByRole('tab', { name: 'Pasted text' }).click();
    for (const [text, fault] of [
      [
        `{"steps": ${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
        'line 1, column 42: is nested deeper than 32 levels',
      ],
      ['no JSON', 'line 1, column 1: is not JSON: a value must stand here, not "no"'],
    ] as const) {
      await dialog.getByRole('textbox', { name: 'Scenario as JSON' }).fill(text);
      await dialog.getByRole('button', { name: 'Run it' }).click();
      await expect(faults).toContainText(fault);
    }

    await lab.key('Escape');
    await expect(dialog).toBeHidden();
    expect(await lab.marks()).toBe(before);
    await expect(lab.part('imp1', 'Database, down')).toBeVisible();
  },
);

test(
  'a file that is dropped on the lab is opened, or refused with its faults',
  { tag: '@once' },
  async ({ lab, page }) => {
    await lab.open();
    const drop = async (name: string) => {
      const text = readFileSync(name, 'utf8');
      const dataTransfer = await page.evaluateHandle((json) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([json], 'dropped.json', { type: 'application/json' }));
        return transfer;
      }, text);
      await lab.node('imp1').dispatchEvent('dragover', { dataTransfer });
      await lab.node('imp1').dispatchEvent('drop', { dataTransfer });
    };
    await drop(`${folder}/row-17-peer-powered-down.json`);
    await expect(lab.title()).toHaveText(scenario('row-17-peer-powered-down.json').title);
    await drop(`${invalidFolder}/unknown-step.json`);
    await expect(lab.notices).toContainText('steps[0].do');
    await expect(lab.title()).toHaveText(scenario('row-17-peer-powered-down.json').title);
  },
);

test(
  'a scenario is edited as text; what is malformed is named, and mended it runs',
  { tag: '@once' },
  async ({ lab }) => {
    await lab.open();
    await lab.choose('Scenario', 'Edit this scenario…');
    const dialog = lab.dialog('Edit the scenario');
    const editor = dialog.getByRole('textbox', { name: 'Scenario as JSON' });
    const json = JSON.parse(await editor.inputValue()) as Record<string, unknown>;
    const steps = [{ at: 5, do: 'stop-database', node: 'imp9' }];
    await editor.fill(JSON.stringify({ ...json, title: 'Edited', steps, until: 60, expect: [] }));
    await dialog.getByRole('button', { name: 'Run it' }).click();
    await expect(dialog.getByRole('alert')).toContainText('steps[0].node');
    await expect(editor).toHaveAttribute('aria-invalid', 'true');

    await editor.fill((await editor.inputValue()).replace('imp9', 'imp2'));
    await dialog.getByRole('button', { name: 'Run it' }).click();
    await expect(dialog).toBeHidden();
    await expect(lab.title()).toHaveText('Edited');
    await lab.nextChangeUntil('imp2', 'Failing Over');
  },
);

test('a run that is saved and loaded again is the same run, by its hash', async ({ lab, page }) => {
  await lab.open();
  await lab.actOn('imp1', 'Cisco XCP Router', 'Stop');
  await lab.nextChangeUntil('imp2', 'Running in Backup Mode');
  await lab.actOn('imp2', 'Database', 'Stop');
  await lab.nextChangeUntil('imp2', 'Running in Failed Mode');
  const first = await lab.share();

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    lab.choose('Scenario', 'Save the run as a file'),
  ]);
  expect(download.suggestedFilename()).toBe('a-healthy-pair.json');
  const text = readFileSync(await download.path(), 'utf8');

  await lab.main.getByRole('button', { name: 'Reset', exact: true }).click();
  await expect(lab.part('imp2', 'Database, up')).toBeVisible();
  await lab.paste(text);
  await expect(lab.dialog(dialogName)).toBeHidden();
  await lab.nextChangeUntil('imp2', 'Running in Failed Mode');
  await expect(lab.instant).toHaveText(first.instant);
  expect((await lab.share()).hash).toBe(first.hash);
});

test('what was done in the lab can be taken over into the text', { tag: '@once' }, async ({ lab }) => {
  await lab.open();
  await lab.goTo(2);
  await lab.key('3');
  await expect(lab.part('imp1', 'Database, down')).toBeVisible();
  await lab.key('e');
  const dialog = lab.dialog('Edit the scenario');
  await dialog.getByRole('button', { name: 'Take over what was done in the lab' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Scenario as JSON' })).toHaveValue(
    /"do": "stop-database"/,
  );
});

test('the gallery leads to each row’s own scenario in the lab', async ({ lab, page }) => {
  await page.goto('./gallery/');
  await expect(page.getByRole('main').getByRole('link', { name: /^Row \d+/ })).toHaveCount(24);
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Row 15\b/ })
    .click();
  await lab.isReady();
  await expect(lab.title()).toHaveText(scenario('row-15-backup-critical-service-down.json').title);
  await lab.button('To the furthest instant').click();
  await expect(lab.node('imp1').getByText('Running in Failed Mode')).toBeVisible();
  await expect(lab.node('imp2').getByText('Running in Failed Mode')).toBeVisible();
});

test('every row’s scenario shows its row when it says it does', { tag: '@once' }, async ({ lab }) => {
  test.slow();
  expect(rows).toHaveLength(24);
  await lab.open();
  const shown = lab.main
    .getByRole('region', { name: 'Inspector' })
    .getByText(/^The pair shows row|no row for this pair/);
  for (const name of rows) {
    const row = Number(/\d+/.exec(name)?.[0]);
    const { title, expect: expected } = scenario(name);
    const at = expected.find((one) => one.row === row)?.at;
    expect(at, name).toBeDefined();
    await lab.key('o');
    const dialog = lab.dialog(dialogName);
    await dialog.getByRole('searchbox', { name: 'Search' }).fill(String(row));
    await dialog.getByRole('button', { name: new RegExp(`^Row ${row}\\b`) }).click();
    await expect(lab.title()).toHaveText(title);
    await lab.goTo(at ?? 0);
    await expect(shown, name).toHaveText(`The pair shows row ${row} of Table 2.`);
  }
});
