/** Every address in every built page leads somewhere: read from the files, without a browser. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { isServed, pagePaths, readPage, targetOf, type BuiltPage } from './built-site';

const pages = new Map(pagePaths().map((path): [string, BuiltPage] => [path, readPage(path)]));

/** What is wrong with a reference, or null. */
function fault(reference: string, from: string): string | null {
  const target = targetOf(reference, from);
  if (!target) return 'does not hold in every folder, or leaves the site';
  if (!isServed(target.path)) return 'leads to nothing';
  const scenario = new URLSearchParams(target.query).get('scenario');
  if (scenario !== null && !existsSync(`content/scenarios/${scenario}.json`)) return 'names no scenario';
  if (target.fragment === '') return null;
  const page = pages.get(target.path === '' || target.path.endsWith('/') ? target.path : `${target.path}/`);
  return page?.ids.has(target.fragment) ? null : 'names a place that is not on the page';
}

/** References that stand in a page for what is not on the site on purpose. */
const isOutside = (reference: string) => reference.startsWith('data:');

test('there are pages to look at', { tag: '@once' }, () => {
  expect(pages.size).toBeGreaterThan(10);
  for (const path of ['', 'lab/', 'learn/', 'gallery/', 'glossary/', 'search/'])
    expect(pages.has(path), path).toBe(true);
});

test(
  'every link, form, picture, style and script of every page leads somewhere, in any folder',
  { tag: '@once' },
  () => {
    const faults = [...pages.values()].flatMap(({ path, references }) =>
      [...new Set(references)]
        .filter((reference) => !isOutside(reference))
        .map((reference) => [reference, fault(reference, path)] as const)
        .filter(([, what]) => what !== null)
        .map(([reference, what]) => `/${path}: ${reference} ${String(what)}`),
    );
    expect(faults).toEqual([]);
  },
);

test('every page is led to by another', { tag: '@once' }, () => {
  const ledTo = new Set(
    [...pages.values()].flatMap(({ path, references }) =>
      references.flatMap((reference) => {
        const target = targetOf(reference, path)?.path;
        return target === undefined || target === path ? [] : [target.replace(/(?<=[^/])$/, '/')];
      }),
    ),
  );
  expect([...pages.keys()].filter((path) => path !== '' && !ledTo.has(path))).toEqual([]);
});

test('every address that the search gives leads somewhere', { tag: '@once' }, () => {
  const index = JSON.parse(readFileSync('build/search/index.json', 'utf8')) as {
    storedFields: Record<string, { href: string }>;
  };
  const hrefs = Object.values(index.storedFields).map(({ href }) => href);
  expect(hrefs.length).toBeGreaterThan(200);
  const faults = hrefs
    .map((href) => [href, fault(href.slice(1) || './', '')] as const)
    .filter(([, what]) => what !== null);
  expect(faults).toEqual([]);
});

test('everything that is stored for use without a network is there', { tag: '@once' }, () => {
  const { files } = JSON.parse(readFileSync('build/offline.json', 'utf8')) as { files: string[] };
  expect(files.filter((path) => !isServed(path))).toEqual([]);
  for (const path of ['', 'search/', 'search/index.json', 'lab/']) expect(files).toContain(path);
});
