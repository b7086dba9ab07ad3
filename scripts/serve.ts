import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sirv from 'sirv';

/** Where and how a folder of files is served. */
export interface ServeOptions {
  /** The folder, as built. */
  readonly directory: string;
  /** The address to listen on; `127.0.0.1` lets only this machine in, `0.0.0.0` everyone. */
  readonly host: string;
  /** The port to listen on. */
  readonly port: number;
  /** Whether a busy port is passed over for the next free one, or refused. */
  readonly isNextPortFine: boolean;
  /** The path the site appears under, with a slash at both ends; everything outside it is not found. */
  readonly basePath: string;
}

/** A running server and the address at which the site is found. */
export interface RunningServer {
  readonly server: Server;
  readonly address: string;
}

const highestPort = 65_535;

/**
 * Serves a folder as any plain static host would: files as they are, `index.html` for folders,
 * a folder without its slash sent on to the one with it, and 404 for the rest.
 * Rejects if the folder holds no site, the base path lacks a slash, or no port is free.
 */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const { directory, host, basePath } = options;
  if (!existsSync(join(directory, 'index.html'))) {
    throw new Error(`There is no built site in ${directory}: run "npm run build" first.`);
  }
  if (!/^\/(.*\/)?$/.test(basePath)) throw new Error(`The base path ${basePath} needs a slash at both ends.`);

  // Looks at the folder for every request, so that a site built anew is served as it now is.
  const files = sirv(directory, {
    dev: true,
    etag: true,
    setHeaders: (response) => response.setHeader('cache-control', 'no-cache'),
  });
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    const notFound = () => {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('Not found\n');
    };
    const sendOn = (path: string) => {
      response.writeHead(301, { location: path + search });
      response.end();
    };

    if (`${pathname}/` === basePath) return sendOn(basePath);
    if (!pathname.startsWith(basePath)) return notFound();
    const path = pathname.slice(basePath.length - 1);
    const isFolder = !path.endsWith('/') && existsSync(join(directory, decodePath(path), 'index.html'));
    if (isFolder) return sendOn(`${pathname}/`);
    request.url = path + search;
    files(request, response, notFound);
  });

  const port = await listen(server, options);
  const shownHost = host === '127.0.0.1' ? 'localhost' : host;
  return { server, address: `http://${shownHost}:${String(port)}${basePath}` };
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

async function listen(
  server: Server,
  { host, port: firstPort, isNextPortFine }: ServeOptions,
): Promise<number> {
  const lastPort = isNextPortFine ? highestPort : firstPort;
  for (let port = firstPort; port <= lastPort; port += 1) {
    if (await tryPort(server, host, port)) return port;
  }
  throw new Error(
    isNextPortFine ? `No port from ${String(firstPort)} on is free.` : `Port ${String(firstPort)} is busy.`,
  );
}

function tryPort(server: Server, host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => {
      server.off('listening', onListening);
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    };
    const onListening = () => {
      server.off('error', onError);
      resolve(true);
    };
    server.once('error', onError);
    server.once('listening', onListening);
    server.listen(port, host);
  });
}

/**
 * The command. `HOST`, `PORT` and `BASE_PATH` in the environment have sensible defaults; with `STRICT_PORT` set,
 * a busy port is an error.
 */
async function main(): Promise<void> {
  const { HOST = '127.0.0.1', PORT = '4173', BASE_PATH = '/', STRICT_PORT = '' } = process.env;
  const port = Number(PORT);
  if (!Number.isInteger(port) || port < 1 || port > highestPort) {
    throw new Error(`PORT is "${PORT}"; it must be a whole number from 1 to ${String(highestPort)}.`);
  }
  const { address } = await serve({
    directory: 'build',
    host: HOST,
    port,
    basePath: BASE_PATH,
    isNextPortFine: STRICT_PORT === '',
  });
  console.log(`Presence Redundancy Lab is at ${address}`);
  console.log('Stop it with Ctrl+C.');
}

const isCommand = process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href;
if (isCommand) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
