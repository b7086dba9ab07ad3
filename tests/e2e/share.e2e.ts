/** Links that carry a run: made, opened elsewhere, and never believed. */
import { deflateRawSync } from 'node:zlib';
import { decodeShareLink, encodeShareLink } from '../../src/lib/share/share-link';
import type { SharedRun } from '../../src/lib/share/share-link';
import { expect, LabPage, test } from './lab-page';

const scenario = {
  format: 'presence-redundancy-scenario',
  version: 1,
  title: 'From a link',
  cluster: { nodes: [{ name: 'imp1' }, { name: 'imp2' }], users: 4 },
  steps: [{ at: 5, do: 'stop-database', node: 'imp1' }],
};

const run: SharedRun = { engineVersion: '0.0.1', scenario, atMs: 200_000, hash: '0123456789abcdef' };

function fragment(shared: SharedRun): string {
  const made = encodeShareLink(shared);
  if (!made.ok) throw new Error(made.fault);
  return made.value;
}

function rawFragment(bytes: Buffer): string {
  return `run=1.${deflateRawSync(bytes, { level: 9 }).toString('base64url')}`;
}

test('a link opens the same run, branch and instant on another machine', async ({
  lab,
  browser,
  baseURL,
}) => {
  await lab.open();
  await lab.actOn('imp1', 'Cisco XCP Router', 'Stop');
  await lab.nextChangeUntil('imp2', 'Running in Backup Mode');
  await lab.goTo(40);
  await lab.actOn('imp2', 'Database', 'Stop');
  await lab.nextChangeUntil('imp1', 'Running in Failed Mode');
  const marks = await lab.marks();
  const shared = await lab.share();
  expect(shared.link.startsWith(`${baseURL ?? ''}lab/#run=`), shared.link).toBe(true);

  const elsewhere = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const said: string[] = [];
  elsewhere.on('console', (message) => said.push(message.text()));
  const other = new LabPage(await elsewhere.newPage());
  await other.open(shared.link);
  await expect(other.instant).toHaveText(shared.instant);
  await expect.poll(() => other.marks()).toBe(marks);
  expect(await other.notices.innerText()).toBe('');
  expect((await other.share()).hash).toBe(shared.hash);
  expect(said).toEqual([]);
  await elsewhere.close();
});

test(
  'a link whose hash is not that of the run is opened with a warning that names both versions',
  { tag: '@once' },
  async ({ lab }) => {
    await lab.open(`./lab/#${fragment(run)}`);
    await expect(lab.title()).toHaveText('From a link');
    await expect(
      lab
        .notice('This engine gives another run than the link’s')
        .or(lab.notice("This engine gives another run than the link's")),
    ).toBeVisible();
    await expect(lab.notices).toContainText('engine version 0.0.1');
    await expect(lab.instant).toHaveText('3:20.000');
  },
);

const good = fragment(run);
const bad: readonly (readonly [name: string, fragment: string, says: RegExp])[] = [
  ['has characters that no link has', 'run=1.!!!!', /damaged/],
  ['was cut off', good.slice(0, -20), /damaged/],
  ['names no version', 'run=xyz', /names no version/],
  ['is of another version of the format', good.replace('run=1.', 'run=2.'), /format version 2/],
  ['is too long', `run=1.${'A'.repeat(40_000)}`, /too long/],
  ['unfolds to far more than a run', rawFragment(Buffer.alloc(5_000_000, 32)), /unfolds to more/],
  ['holds no JSON', rawFragment(Buffer.from('{')), /not JSON/],
  [
    'lacks the instant',
    rawFragment(Buffer.from(JSON.stringify({ ...run, atMs: undefined }))),
    /malformed at atMs/,
  ],
  [
    'names an instant beyond reason',
    rawFragment(Buffer.from(JSON.stringify({ ...run, atMs: 1e15 }))),
    /malformed at atMs/,
  ],
  [
    'holds a malformed scenario',
    fragment({ ...run, scenario: { ...scenario, cluster: { nodes: 7 } } }),
    /cluster\.nodes/,
  ],
  [
    'would reach for prototypes',
    rawFragment(Buffer.from('{"__proto__":{"scenario":{}},"hash":"x"}')),
    /malformed/,
  ],
];

test('a link that is damaged, too large or malformed leaves the lab untouched and says what is wrong', async ({
  lab,
  page,
}) => {
  await lab.open();
  await lab.key('3');
  await expect(lab.part('imp1', 'Database, down')).toBeVisible();
  const before = await lab.marks();
  for (const [name, text, says] of bad) {
    await page.evaluate((hash) => (location.hash = hash), text);
    await expect(lab.notices, name).toContainText(says);
    await expect(lab.notices, name).toContainText('The link cannot be opened');
    await lab.notices.getByRole('button', { name: 'Dismiss' }).first().click();
    await expect(lab.notice('The link cannot be opened'), name).toBeHidden();
    expect(await lab.marks(), name).toBe(before);
  }
});

test('a lab that is opened with a bad link says so beside a healthy pair', async ({ lab }) => {
  await lab.open(`./lab/#${good.slice(0, 60)}`);
  await expect(lab.notice('The link cannot be opened')).toBeVisible();
  await expect(lab.title()).toHaveText('A healthy pair');
});

test(
  'a run too large for a link is told as such, and can be saved instead',
  { tag: '@once' },
  async ({ lab }) => {
    const steps = Array.from({ length: 4_000 }, (_, index) => ({
      at: index,
      do: 'log-out',
      user: `user${((index * 7919) % 100) + 1}`,
    }));
    await lab.open();
    await lab.paste({
      ...scenario,
      cluster: { ...scenario.cluster, users: 100 },
      seed: 5,
      steps: mixed(steps),
    });
    await expect(lab.title()).toHaveText('From a link');
    await lab.main.getByRole('button', { name: 'Share', exact: true }).click();
    const dialog = lab.dialog('Share this run');
    await expect(dialog.getByRole('alert')).toContainText(/too large for a link.*Save it as a file/s);
    await expect(dialog.getByRole('button', { name: 'Save as a file instead' })).toBeVisible();
  },
);

test('what a link holds is what the lab put in, and no more', { tag: '@once' }, async ({ lab }) => {
  await lab.open();
  const { link, hash } = await lab.share();
  const read = decodeShareLink(new URL(link).hash);
  expect(read.ok && Object.keys(read.value).sort()).toEqual(['atMs', 'engineVersion', 'hash', 'scenario']);
  expect(read.ok && read.value.hash).toBe(hash);
});

/** Makes a list hard to compress: instants of an uneven rhythm. */
function mixed<Step extends { at: number }>(steps: readonly Step[]): readonly Step[] {
  let at = 0;
  return steps.map((step, index) => ({
    ...step,
    at: (at += (((index * 2_654_435_761) % 1_000_003) / 1000) | 0),
  }));
}
