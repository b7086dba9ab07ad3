/**
 * `npm run par`: finds the cheapest way through reach and restore of every exercise and variant, writes content/exercises/par.json
 * and prints a line for each. Of the exercises named (`npm run par -- ID…`) only; all others stay as they are.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Exercise } from '../src/course/exercise.ts';
import { readExercise } from '../src/course/exercise-schema.ts';
import type { ParBook, ParMove, PhasePars } from '../src/course/par-book.ts';
import { parsOf } from '../src/course/search/par.ts';
import { variantOf } from '../src/course/variant.ts';

const FOLDER = 'content/exercises';
const BOOK = `${FOLDER}/par.json`;

function readAll(): readonly Exercise[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json') && `${FOLDER}/${file}` !== BOOK);
  return files.sort().map((file) => {
    const checked = readExercise(JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')), `${FOLDER}/${file}`);
    if (!checked.ok) throw new Error(checked.faults.join('\n'));
    return checked.exercise;
  });
}

function readBook(): ParBook {
  try {
    return JSON.parse(readFileSync(BOOK, 'utf8')) as ParBook;
  } catch {
    return {};
  }
}

const moveWords = ({ at, do: what, ...fields }: ParMove): string =>
  `${at} s ${[what, ...Object.values(fields)].join(' ')}`;

function print(name: string, { reach, restore }: PhasePars): void {
  if (restore) {
    const way = restore.moves.map(moveWords).join('; ') || 'nothing to do';
    console.log(`${name} restore: ${restore.actions} actions, ${restore.userMinutes} user-minutes (${way})`);
  }
  if (reach) console.log(`${name} reach: ${reach.actions} actions (${reach.moves.map(moveWords).join('; ')})`);
}

function entryOf(exercise: Exercise): ParBook[string] {
  const row = exercise.row === null ? '' : `row ${exercise.row}, `;
  const own = parsOf(exercise, ['reach', 'restore']);
  print(`${row}${exercise.id}`, own);
  const variants = exercise.transfer.map((variant): [string, PhasePars] => {
    const pars = parsOf(variantOf(exercise, variant), variant.phases);
    print(`${row}${exercise.id}, ${variant.id}`, pars);
    return [variant.id, pars];
  });
  return { ...own, variants: Object.fromEntries(variants) };
}

const wanted = process.argv.slice(2);
const before = readBook();
const entries = readAll().map((exercise): [string, ParBook[string]] => {
  const known = before[exercise.id];
  const isAsked = wanted.length === 0 || wanted.includes(exercise.id);
  return [exercise.id, known && !isAsked ? known : entryOf(exercise)];
});
writeFileSync(BOOK, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
