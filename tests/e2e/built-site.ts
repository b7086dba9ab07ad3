/** What was built, as files: every page with its links and ids. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';

const BUILD = 'build';

/** A page of the built site. */
export interface BuiltPage {
  /** Path from the site's root, without a slash in front: `` for the first page, `lab/` for the lab. */
  readonly path: string;
  readonly ids: ReadonlySet<string>;
  /** Everything that it points to or loads, as written. */
  readonly references: readonly string[];
}

/** Paths of all pages, in the order of the alphabet. */
export function pagePaths(): string[] {
  return readdirSync(BUILD, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file === 'index.html' || file.endsWith('/index.html'))
    .map((file) => file.slice(0, -'index.html'.length))
    .sort();
}

const TAG = /<([a-z][\w-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>/gi;
const ATTRIBUTE = /([^\s=]+)="([^"]*)"/g;

/** Reads a page. Throws if there is none. */
export function readPage(path: string): BuiltPage {
  const html = readFileSync(join(BUILD, path, 'index.html'), 'utf8').replace(
    /<script>[\s\S]*?<\/script>/g,
    '',
  );
  const ids = new Set<string>();
  const references: string[] = [];
  for (const [, , attributes = ''] of html.matchAll(TAG))
    for (const [, name = '', value = ''] of attributes.matchAll(ATTRIBUTE)) {
      if (name === 'id') ids.add(value);
      if (['href', 'src', 'action', 'poster'].includes(name)) references.push(value.replaceAll('&amp;', '&'));
    }
  return { path, ids, references };
}

/** Where a reference on a page leads, from the site's root: null if it leaves the site's folder or names a host. */
export function targetOf(
  reference: string,
  from: string,
): { path: string; query: string; fragment: string } | null {
  if (/^[a-z][a-z0-9+.-]*:|^\//i.test(reference)) return null;
  const [, path = '', query = '', fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/.exec(reference) ?? [];
  const joined = path === '' ? from : posix.join('/', from, path).slice(1);
  const climbs = path.split('/').filter((part) => part === '..').length;
  if (climbs > from.split('/').length - 1) return null;
  return { path: joined, query, fragment: decodeURIComponent(fragment) };
}

/** The file that a static host answers a path with, or null; a folder is answered with its page. */
export function isServed(path: string): boolean {
  const file = join(BUILD, path);
  return existsSync(file) && (statSync(file).isFile() || existsSync(join(file, 'index.html')));
}
