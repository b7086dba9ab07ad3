/**
 * For authors, in development only: `/exercises/<id>/checks/` shows what the check says of an exercise, with its runs as links
 * into the lab and the exercise itself beside it, to be played; `/exercises/checks/` shows it of all. The file is read anew at
 * every visit, and a change of it reloads the page. It is no route, so that nothing of it gets into a build.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import type * as checks from '../src/course/exercise-check.ts';
import type * as schema from '../src/course/exercise-schema.ts';
import type * as par from '../src/course/par.ts';
import { authorsPage, type Checked } from './exercise-checks-page.ts';
import type * as runs from './exercise-runs.ts';

const FOLDER = 'content/exercises';
const PAR_FILE = 'par.json';

/** Loads a module as the running server has it, which forgets it when its file changes. */
async function load<Module>(server: ViteDevServer, path: string): Promise<Module> {
  return (await server.ssrLoadModule(path)) as Module;
}

async function check(server: ViteDevServer, id: string): Promise<Checked> {
  const file = join(FOLDER, `${id}.json`);
  try {
    const { checkExercise } = await load<typeof checks>(server, '/src/course/exercise-check.ts');
    const { readExercise } = await load<typeof schema>(server, '/src/course/exercise-schema.ts');
    const { readPars, parKey } = await load<typeof par>(server, '/src/course/par.ts');
    const { runsOf } = await load<typeof runs>(server, '/config/exercise-runs.ts');
    const pars = readPars(JSON.parse(await readFile(join(FOLDER, PAR_FILE), 'utf8').catch(() => '{}')));
    const read = readExercise(JSON.parse(await readFile(file, 'utf8')), file);
    if (!read.ok) return { id, faults: read.faults, proofs: [], runs: [] };
    const proofs = checkExercise(read.exercise, (variant) => pars[parKey(id, variant)]);
    return { id, faults: [], proofs, runs: runsOf(read.exercise) };
  } catch (error) {
    return {
      id,
      faults: [`${file}: ${error instanceof Error ? error.message : String(error)}`],
      proofs: [],
      runs: [],
    };
  }
}

async function answer(server: ViteDevServer, wanted: string | undefined): Promise<string | null> {
  const ids = (await readdir(FOLDER))
    .filter((file) => file.endsWith('.json') && file !== PAR_FILE)
    .map((file) => file.slice(0, -'.json'.length));
  if (wanted !== undefined && !ids.includes(wanted)) return null;
  const checked: Checked[] = [];
  for (const id of wanted === undefined ? ids : [wanted]) checked.push(await check(server, id));
  return authorsPage(checked, wanted !== undefined);
}

/** The plugin; of no effect in a build. */
export function exerciseChecks(): Plugin {
  return {
    name: 'exercise-checks',
    apply: 'serve',
    configureServer(server) {
      server.watcher.on('change', (file) => {
        if (file.includes(`/${FOLDER}/`)) server.ws.send({ type: 'full-reload' });
      });
      server.middlewares.use((request, response, next) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname;
        const found = /^\/exercises\/(?:([a-z0-9-]+)\/)?checks\/?$/.exec(path);
        if (!found) return next();
        answer(server, found[1]).then((html) => {
          if (html === null) return next();
          response.setHeader('content-type', 'text/html; charset=utf-8');
          response.end(html);
        }, next);
      });
    },
  };
}
