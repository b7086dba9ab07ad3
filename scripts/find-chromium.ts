import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';

/** A Chromium that was seen to start. */
export interface FoundChromium {
  readonly executablePath: string;
  /** Variables it needs in its environment beyond those of this process. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where it was found and which version it is, for people. */
  readonly description: string;
}

/** What test runners hand to Playwright to start the browser. */
export interface ChromiumLaunchOptions {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

/** `--no-sandbox` lets it run as root and in containers; the rest keeps it from calling home during tests. */
const launchArguments = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const installTimeoutMs = 180_000;

const systemBrowsers: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  ],
};

/**
 * Finds a Chromium for the tests. It looks at `CHROME_PATH`, then for a browser of the system, then in Playwright's
 * cache, then lets Playwright download one, and at last unpacks the one that comes as an optional npm package.
 * It never installs anything into the system. Rejects, naming the command that helps, if all of that fails, and
 * at once if `CHROME_PATH` names something that does not start.
 */
export async function findChromium(): Promise<FoundChromium> {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    const found = tryBrowser(chosen, 'CHROME_PATH');
    if (found) return found;
    throw new Error(`CHROME_PATH is "${chosen}", which does not start as a Chromium. ${installHint()}`);
  }
  const found =
    findInSystem() ?? findInPlaywrightCache() ?? downloadWithPlaywright() ?? (await unpackFromPackage());
  if (found) return found;
  throw new Error(`No Chromium was found for the tests. ${installHint()}`);
}

/** Leaves a found browser in the environment, so that child processes find it at once and say nothing. */
export function rememberChromium(found: FoundChromium): void {
  Object.assign(process.env, { CHROME_PATH: found.executablePath }, found.environment);
}

/** The options with which Playwright, alone or inside Vitest, starts a found Chromium. */
export function launchOptionsFor(found: FoundChromium): ChromiumLaunchOptions {
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return {
    executablePath: found.executablePath,
    args: [...launchArguments],
    env: { ...Object.fromEntries(inherited), ...found.environment },
  };
}

function findInSystem(): FoundChromium | undefined {
  for (const path of systemBrowsers[process.platform] ?? []) {
    const found = tryBrowser(path, 'the system');
    if (found) return found;
  }
  return undefined;
}

function findInPlaywrightCache(): FoundChromium | undefined {
  return tryBrowser(chromium.executablePath(), "Playwright's cache");
}

function downloadWithPlaywright(): FoundChromium | undefined {
  if (process.env.PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD) return undefined;
  console.log('No Chromium on this machine yet: trying "playwright install chromium".');
  const cli = join(
    dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')),
    'cli.js',
  );
  const result = spawnSync(process.execPath, [cli, 'install', 'chromium'], {
    timeout: installTimeoutMs,
    stdio: 'ignore',
    // A network that swallows connections should cost seconds, not minutes.
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000', ...process.env },
  });
  if (result.status !== 0) {
    console.log('It could not be downloaded.');
    return undefined;
  }
  return findInPlaywrightCache();
}

/** The package brings a browser and the libraries it needs, for Linux on x64, and unpacks both into a temporary folder. */
async function unpackFromPackage(): Promise<FoundChromium | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const before = { ...process.env };
  // Read when the package is loaded: with it, it unpacks its libraries as well.
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x';
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    const executablePath = await packaged.executablePath();
    const environment: Record<string, string> = {};
    for (const name of ['LD_LIBRARY_PATH', 'FONTCONFIG_PATH']) {
      const value = process.env[name];
      if (value !== undefined) environment[name] = value;
    }
    return tryBrowser(executablePath, 'the npm package @sparticuz/chromium', environment);
  } catch (error) {
    console.log(`The npm package @sparticuz/chromium is of no help: ${String(error)}`);
    return undefined;
  } finally {
    for (const name of ['AWS_LAMBDA_JS_RUNTIME', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH']) {
      if (before[name] === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = before[name];
    }
  }
}

/** A browser is believed to be one only after it has told its version: some systems ship a stub under the name. */
function tryBrowser(
  executablePath: string,
  place: string,
  environment: Readonly<Record<string, string>> = {},
): FoundChromium | undefined {
  if (!existsSync(executablePath)) return undefined;
  // On Windows asking for the version opens a window instead of printing it.
  if (process.platform === 'win32') {
    return { executablePath, environment, description: `Chromium from ${place}: ${executablePath}` };
  }
  const asked = spawnSync(executablePath, ['--version', '--no-sandbox'], {
    encoding: 'utf8',
    timeout: 20_000,
    env: { ...process.env, ...environment },
  });
  if (asked.status !== 0) return undefined;
  const description = `${asked.stdout.trim()} from ${place}: ${executablePath}`;
  return { executablePath, environment, description };
}

function installHint(): string {
  const byPackageManager: readonly (readonly [string, string])[] = [
    ['/usr/bin/apt-get', 'sudo apt-get update && sudo apt-get install -y chromium'],
    ['/usr/bin/dnf', 'sudo dnf install -y chromium'],
    ['/sbin/apk', 'sudo apk add chromium'],
  ];
  const known = byPackageManager.find(([path]) => existsSync(path));
  return `Install one with: ${known?.[1] ?? 'npx playwright install --with-deps chromium'}`;
}

const isCommand = process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href;
if (isCommand) {
  findChromium().then(
    (found) => {
      console.log(found.description);
    },
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    },
  );
}
