import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { offlineFiles } from './offline-files.ts';

test('everything a page may ask for is kept offline, pages by their folders', () => {
  const folder = mkdtempSync(join(tmpdir(), 'built-'));
  for (const path of [
    'index.html',
    'lab/index.html',
    'search/index.json',
    'learn/a-lesson/__data.json',
    '_app/immutable/chunks/a.js',
    '_app/version.json',
    'service-worker.js',
    'offline.json',
    '.nojekyll',
  ]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), '');
  }
  expect(offlineFiles(folder)).toEqual([
    '',
    '_app/immutable/chunks/a.js',
    'lab/',
    'learn/a-lesson/__data.json',
    'search/index.json',
  ]);
  rmSync(folder, { recursive: true });
});
