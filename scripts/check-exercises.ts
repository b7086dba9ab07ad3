/**
 * Proves exercises: `npm run -s check:exercises [-- ID…]`, all of them unless some are named. Prints what does not hold, and
 * with names everything that was proved. Exit code 0: everything holds. 1: something does not. 2: a file cannot be read.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { checkExercise } from '../src/course/exercise-check.ts';
import { readExercise } from '../src/course/exercise-schema.ts';
import { parOfRestore, readPars, type Pars } from '../src/course/par.ts';

// A reader that has seen enough (`| head`) closes the pipe; that is no fault of the check.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const FOLDER = 'content/exercises';
const PAR_FILE = 'par.json';

const readJson = (file: string): unknown => JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));

const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));
const pars: Pars = files.includes(PAR_FILE) ? readPars(readJson(PAR_FILE)) : {};
const wanted = process.argv.slice(2).map((name) => basename(name, '.json'));
const names = files.filter((file) => file !== PAR_FILE).map((file) => basename(file, '.json'));

/** Prints what is to be said of one exercise; the exit code that it asks for. */
function check(name: string): 0 | 1 | 2 {
  if (!names.includes(name)) {
    process.stdout.write(`${name}: there is no ${FOLDER}/${name}.json\n`);
    return 2;
  }
  let json: unknown;
  try {
    json = readJson(`${name}.json`);
  } catch (error) {
    process.stdout.write(`${name}: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
  const checked = readExercise(json, `${FOLDER}/${name}.json`);
  if (!checked.ok) {
    process.stdout.write(`${checked.faults.join('\n')}\n`);
    return 2;
  }
  const { exercise } = checked;
  const proofs = checkExercise(exercise, (variantId) => parOfRestore(pars, exercise, variantId));
  const failed = proofs.filter(({ ok }) => !ok);
  process.stdout.write(`${name}: ${proofs.length} proofs, ${failed.length} do not hold\n`);
  for (const { group, what, ok, why } of wanted.length > 0 ? proofs : failed)
    process.stdout.write(`  ${ok ? 'ok' : 'NO'}  ${group}: ${what}${why === '' ? '' : ` (${why})`}\n`);
  return failed.length > 0 ? 1 : 0;
}

process.exitCode = Math.max(0, ...(wanted.length > 0 ? wanted : names).map(check));
