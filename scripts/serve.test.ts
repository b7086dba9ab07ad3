import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serve } from './serve.ts';

let directory = '';
/** A port of its own for every test: connections that are kept open would reach the server of the last one. */
let nextPort = 4480;
const servers: Server[] = [];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'served-'));
  mkdirSync(join(directory, 'lab'));
  writeFileSync(join(directory, 'index.html'), 'first page');
  writeFileSync(join(directory, 'lab', 'index.html'), 'lab page');
  writeFileSync(join(directory, 'x.js'), 'export {};');
});

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
  rmSync(directory, { recursive: true });
});

async function start(basePath: string, port = nextPort++, isNextPortFine = true) {
  const running = await serve({ directory, host: '127.0.0.1', port, basePath, isNextPortFine });
  servers.push(running.server);
  return running.address;
}

describe.each(['/', '/a/b/'])('a site served at %s', (basePath) => {
  it('answers with its pages and files', async () => {
    const address = await start(basePath);
    expect(await (await fetch(address)).text()).toBe('first page');
    expect(await (await fetch(`${address}lab/?x=1`)).text()).toBe('lab page');
    const script = await fetch(`${address}x.js`);
    expect(script.headers.get('content-type')).toContain('javascript');
  });

  it('sends a folder without its slash on to the one with it, and keeps what stands behind it', async () => {
    const address = await start(basePath);
    const answer = await fetch(`${address}lab?x=1`, { redirect: 'manual' });
    expect(answer.status).toBe(301);
    expect(answer.headers.get('location')).toBe(`${basePath}lab/?x=1`);
  });

  it.each(['nothing', 'lab/nothing/', '%E0%A4%A', '..%2f..%2fetc/passwd'])(
    'does not find %s',
    async (path) => {
      const address = await start(basePath);
      expect((await fetch(address + path)).status).toBe(404);
    },
  );
});

it('finds nothing outside the path of the site', async () => {
  const address = await start('/a/b/');
  expect((await fetch(new URL('/lab/', address))).status).toBe(404);
  expect((await fetch(new URL('/a/b', address), { redirect: 'manual' })).headers.get('location')).toBe(
    '/a/b/',
  );
});

it('takes the next port if one is busy, unless told not to', async () => {
  const first = await start('/');
  const port = Number(new URL(first).port);
  const second = await start('/', port);
  expect(Number(new URL(second).port)).toBeGreaterThan(port);
  await expect(start('/', port, false)).rejects.toThrow('is busy');
});

it('refuses a folder without a site, and a base path without its slashes', async () => {
  await expect(start('/a')).rejects.toThrow('slash at both ends');
  rmSync(join(directory, 'index.html'));
  await expect(start('/')).rejects.toThrow('no built site');
});
