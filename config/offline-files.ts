import type { Adapter } from '@sveltejs/kit';
import { readdirSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** What the service worker stores for use without a network: its own version of the site, file by file. */
export interface OfflineFiles {
  readonly version: string;
  /** Addresses from the site's root, without a slash in front; a page is its folder. */
  readonly files: readonly string[];
}

/** Name of the list in the built site. */
export const OFFLINE_FILES = 'offline.json';

/**
 * An adapter that, when the site is written, lists all of it in `offline.json` for the service worker. In the worker's own code the
 * list would be script that every page has to load.
 */
export function listingOfflineFiles(adapter: Adapter, folder = 'build'): Adapter {
  return {
    ...adapter,
    async adapt(builder) {
      await adapter.adapt(builder);
      const list: OfflineFiles = { version: builder.config.kit.version.name, files: offlineFiles(folder) };
      writeFileSync(join(folder, OFFLINE_FILES), JSON.stringify(list));
    },
  };
}

/** Every file of a built site but the worker, what it is told by, and what hosts want for themselves. */
export function offlineFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder).length + 1))
    .map((path) => path.split(sep).join('/'))
    .filter((path) => ![OFFLINE_FILES, 'service-worker.js', '_app/version.json'].includes(path))
    .map((path) => path.replace(/(^|\/)index\.html$/, '$1'))
    .sort();
}
