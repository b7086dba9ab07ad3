import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../scripts/serve.ts';
import { expect, test as base, waitUntilAlive } from './fixtures';

/** A copy of the built site on a server of its own, in which a newer version can be published. */
const test = base.extend<{ folder: string }>({
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'site-'));
    cpSync('build', folder, { recursive: true });
    await use(folder);
    rmSync(folder, { recursive: true });
  },
  baseURL: async ({ folder }, use) => {
    const { server, address } = await serve({
      directory: folder,
      host: '127.0.0.1',
      port: 4380,
      basePath: '/copy/',
      isNextPortFine: true,
    });
    await use(address);
    server.closeAllConnections();
    server.close();
  },
  storesSite: true,
});

/** Publishes the same site under another version, with another text on its first page. */
function publishNext(folder: string): void {
  const edit = (name: string, change: (text: string) => string) => {
    const file = join(folder, name);
    const before = readFileSync(file, 'utf8');
    const after = change(before);
    if (after === before) throw new Error(`Nothing changed in ${name}.`);
    writeFileSync(file, after);
  };
  const { version } = JSON.parse(readFileSync(join(folder, '_app', 'version.json'), 'utf8')) as {
    version: string;
  };
  for (const name of ['service-worker.js', 'offline.json'])
    edit(name, (text) => text.replaceAll(version, `${version}-next`));
  edit('index.html', (text) => text.replace('<title>', '<title>Next: '));
}

test('a newer version waits until it is asked for', async ({ page, folder }) => {
  const answered = () => page.evaluate(async () => (await fetch('./')).text());
  await page.goto('./');
  await waitUntilAlive(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const notice = page.getByText('A newer version of this site is ready.');
  await expect(notice).toBeHidden();

  publishNext(folder);
  await page.reload();
  await expect(notice).toBeVisible();
  expect(await answered(), 'the old version still answers').not.toContain('<title>Next: ');

  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Load it now' }).click()]);
  await waitUntilAlive(page);
  await expect(notice).toBeHidden();
  expect(await answered(), 'the new version answers').toContain('<title>Next: ');
});
