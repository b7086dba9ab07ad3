/// <reference types="@sveltejs/kit" />
/// <reference types="../../.svelte-kit/ambient.d.ts" />
/**
 * Keeps the whole site on this machine, so that it works without a network once it has been loaded: in a class with bad
 * wireless, on a train. One version of the site is one cache; a page only ever gets files of its own version.
 * A new version is stored beside the old one and waits until it is asked for or the last tab of the old one is closed.
 */
import { version } from '$service-worker';

const worker = globalThis as unknown as ServiceWorkerGlobalScope;

/** Several copies of the site may stand in different folders of one host, which share one store. */
const cachePrefix = `presence-redundancy-lab ${worker.registration.scope} `;
const cacheName = cachePrefix + version;

/** What the build lists in `offline.json`: see config/offline-files.ts. */
interface OfflineFiles {
  readonly version: string;
  readonly files: readonly string[];
}

worker.addEventListener('install', (event) => {
  event.waitUntil(store());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(takeOver());
});

worker.addEventListener('message', (event) => {
  if (event.data === 'take-over') void worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(worker.registration.scope)) {
    event.respondWith(answer(request));
  }
});

/** All or nothing: a version that could not be stored whole is not installed, and the next visit tries again. */
async function store(): Promise<void> {
  const { scope } = worker.registration;
  const response = await fetch(new URL('offline.json', scope), { cache: 'no-store' });
  const listed = (await response.json()) as OfflineFiles;
  if (listed.version !== version) throw new Error('The host is between two versions of the site.');
  const cache = await caches.open(cacheName);
  await cache.addAll(listed.files.map((path) => requestFor(path, scope)));
}

/** Hashed files never change; the others are asked for anew, past the browser's own cache. */
function requestFor(path: string, scope: string): Request {
  return new Request(new URL(path, scope), {
    cache: path.startsWith('_app/immutable/') ? 'default' : 'reload',
  });
}

/** Keeps the version before this one: tabs that still show it may want a part of it that they have not loaded yet. */
async function takeOver(): Promise<void> {
  const others = (await ownCacheNames()).filter((name) => name !== cacheName);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** The caches of this copy of the site, oldest first. */
async function ownCacheNames(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(cachePrefix));
}

/** From the store if it is there, else from the network, as for a file that was added by hand on the host. */
async function answer(request: Request): Promise<Response> {
  const current = await caches.open(cacheName);
  // What stands behind `?` is for the page to read; the file is the same. So it is with the data of a page.
  const ignoreSearch = request.mode === 'navigate' || new URL(request.url).pathname.endsWith('/__data.json');
  const stored = await current.match(request, { ignoreSearch });
  if (stored) return stored;

  if (request.mode === 'navigate') {
    const folder = new URL(request.url);
    folder.pathname += '/';
    const page = await current.match(folder, { ignoreSearch: true });
    if (page) return Response.redirect(folder, 301);
  }

  for (const name of (await ownCacheNames()).reverse()) {
    const older = await (await caches.open(name)).match(request);
    if (older) return older;
  }
  return fetch(request);
}
