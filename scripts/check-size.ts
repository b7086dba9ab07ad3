import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { kindOfPage, partBudgets, sizeBudgets, type PartBudget } from '../config/size-budgets.ts';

/** What one built script asks for. */
interface References {
  /** Loaded before the script can run. */
  readonly always: readonly string[];
  /** Loaded when, and if, the script asks for them. */
  readonly onDemand: readonly string[];
  readonly workers: readonly string[];
}

interface PageSize {
  /** Path from the site's root, `` for the first page. */
  readonly page: string;
  readonly firstLoadKb: number;
  /** With all that can be opened on it, but for the parts with a budget of their own. */
  readonly everythingKb: number;
  /** Those of the parts that can be opened on the page. */
  readonly parts: readonly { readonly part: PartBudget; readonly sizeKb: number }[];
}

const buildFolder = resolve('build');
/** Which built script each module became that is imported on demand, as Vite noted while building. */
const manifest = JSON.parse(
  readFileSync(resolve('.svelte-kit/output/client/.vite/manifest.json'), 'utf8'),
) as Readonly<Partial<Record<string, { readonly file: string }>>>;

const referencesOf = new Map<string, References>();
const gzipBytesOf = new Map<string, number>();

/** The scripts a text names, each with what stands before its name, as paths of files that were built. */
function namedScripts(text: string, folder: string): { file: string; before: string }[] {
  return [...text.matchAll(/(.{0,40})["'`]([^"'`\s]+\.js)["'`]/g)]
    .map(([, before = '', name = '']) => ({ before, file: resolve(folder, name) }))
    .filter(({ file }) => file.startsWith(buildFolder) && existsSync(file) && statSync(file).isFile());
}

function readReferences(file: string): References {
  const known = referencesOf.get(file);
  if (known) return known;
  const always: string[] = [];
  const onDemand: string[] = [];
  const workers: string[] = [];
  for (const named of namedScripts(readFileSync(file, 'utf8'), dirname(file))) {
    if (/import\(\s*$/.test(named.before)) onDemand.push(named.file);
    else if (/\bnew URL\(\s*$/.test(named.before)) workers.push(named.file);
    else if (/\b(from|import)\s*$/.test(named.before)) always.push(named.file);
  }
  const references = { always, onDemand, workers };
  referencesOf.set(file, references);
  return references;
}

function gzipBytes(file: string): number {
  const bytes = gzipBytesOf.get(file) ?? gzipSync(readFileSync(file), { level: 9 }).length;
  gzipBytesOf.set(file, bytes);
  return bytes;
}

/** Every script that is loaded from these on; what other pages load is not a part of this one. */
function reach(
  start: readonly string[],
  next: (references: References, file: string) => readonly string[],
): Set<string> {
  const reached = new Set<string>();
  const queue = [...start];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    queue.push(...next(readReferences(file), file));
  }
  return reached;
}

/** The built scripts of a part's modules. */
function scriptsOf(part: PartBudget): string[] {
  return part.sources.map((source) => {
    const built = manifest[source];
    if (!built)
      throw new Error(`config/size-budgets.ts names ${source}, which is no part of the built site.`);
    return join(buildFolder, built.file);
  });
}

const partScripts = new Map(partBudgets.map((part) => [part, scriptsOf(part)]));

function totalKb(files: ReadonlySet<string>): number {
  return [...files].reduce((sum, file) => sum + gzipBytes(file), 0) / 1000;
}

/** With `--files`: what a page loads, the largest first; a `+` stands before what is loaded only on demand. */
function printFiles(htmlFile: string, firstLoad: ReadonlySet<string>, everything: ReadonlySet<string>): void {
  console.log(relative(buildFolder, htmlFile));
  for (const file of [...everything].sort((a, b) => gzipBytes(b) - gzipBytes(a))) {
    const sizeKb = (gzipBytes(file) / 1000).toFixed(1).padStart(7);
    console.log(`${sizeKb} kB ${firstLoad.has(file) ? ' ' : '+'} ${relative(buildFolder, file)}`);
  }
}

function measure(htmlFile: string): PageSize {
  const folder = dirname(htmlFile);
  const html = readFileSync(htmlFile, 'utf8');
  const start = namedScripts(html, folder).map(({ file }) => file);
  const firstLoad = reach(start, ({ always, workers }) => [...always, ...workers]);
  // The entry of the site can load every page of it; those that this one needs are named in its HTML.
  const isSiteEntry = (file: string) =>
    relative(buildFolder, file).startsWith(join('_app', 'immutable', 'entry'));
  /** All that can be loaded on the page, without what is behind some scripts. */
  const reachBut = (without: readonly string[]) =>
    reach(start, ({ always, onDemand, workers }, file) =>
      isSiteEntry(file)
        ? always
        : [...always, ...onDemand.filter((script) => !without.includes(script)), ...workers],
    );
  const everything = reachBut([...partScripts.values()].flat());
  const inlineScripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)]
    .map(([, body = '']) => body)
    .join('\n');
  // What a page shows is sent along as data in its last script; it is not what the page has to run.
  const inlineKb = gzipSync(inlineScripts.replace(/^\s*data: .*$/m, '')).length / 1000;
  if (process.argv.includes('--files')) printFiles(htmlFile, firstLoad, reachBut([]));
  const parts = partBudgets.flatMap((part) => {
    const others = partBudgets.filter((other) => other !== part);
    const withPart = reachBut(others.flatMap((other) => partScripts.get(other) ?? []));
    if (withPart.size === everything.size) return [];
    const sizeKb = totalKb(withPart) - (part.counted === 'alone' ? totalKb(everything) : -inlineKb);
    return [{ part, sizeKb }];
  });
  return {
    page: relative(buildFolder, htmlFile).replace(/index\.html$/, ''),
    firstLoadKb: totalKb(firstLoad) + inlineKb,
    everythingKb: totalKb(everything) + inlineKb,
    parts,
  };
}

/** One line about one budget, and whether it is kept. */
function judge(page: string, what: string, sizeKb: number, budgetKb: number): boolean {
  const isKept = sizeKb <= budgetKb;
  console.log(
    `${isKept ? 'within' : 'OVER  '}  /${page}  ${what}: ${sizeKb.toFixed(1)} kB of ${String(budgetKb)} kB`,
  );
  return isKept;
}

const builtFiles = readdirSync(buildFolder, { recursive: true, encoding: 'utf8' });
const htmlFiles = builtFiles.filter((file) => file.endsWith('.html')).map((file) => join(buildFolder, file));
if (htmlFiles.length === 0) throw new Error('There is no built site to measure: run "npm run build" first.');

/** The page's verdicts but for the parts with budgets of their own. */
function judgePage({ page, firstLoadKb, everythingKb }: PageSize): boolean[] {
  const kind = kindOfPage(page);
  if (kind === 'without-lab') return [judge(page, 'in all', everythingKb, sizeBudgets.pageWithoutLabKb)];
  const mostKb = kind === 'lab' ? sizeBudgets.labFirstLoadKb : sizeBudgets.labBesideTextFirstLoadKb;
  const first = judge(page, 'until the first click', firstLoadKb, mostKb);
  if (kind === 'lab-beside-text') return [first];
  return [first, judge(page, 'with everything opened', everythingKb, sizeBudgets.labEverythingKb)];
}

const verdicts = htmlFiles
  .map(measure)
  .flatMap((size) => [
    ...judgePage(size),
    ...size.parts.map(({ part, sizeKb }) => judge(size.page, part.name, sizeKb, part.budgetKb)),
  ]);

// A script that no page seems to reach was missed by the reading above, and its size with it.
const unreached = builtFiles
  .map((file) => join(buildFolder, file))
  .filter((file) => /[\\/]workers[\\/].*\.js$/.test(file) && !gzipBytesOf.has(file));
if (unreached.length > 0) throw new Error(`No page was seen to load ${unreached.join(', ')}.`);

process.exitCode = verdicts.every(Boolean) ? 0 : 1;
