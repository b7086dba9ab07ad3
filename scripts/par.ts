/**
 * `npm run par`: finds the cheapest way through reach and restore of every exercise and variant, writes content/exercises/par.json
 * and prints a line for each. Of the exercises named (`npm run par -- ID…`) only; all others stay as they are.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Exercise } from '../src/course/exercise.ts';
import { readExercise } from '../src/course/exercise-schema.ts';
import { parKey } from '../src/course/par.ts';
import { parEntryOf, type ParEntry, type ParMove } from '../src/course/search/par.ts';
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

type Book = Readonly<Record<string, ParEntry>>;

function readBook(): Book {
  try {
    return JSON.parse(readFileSync(BOOK, 'utf8')) as Book;
  } catch {
    return {};
  }
}

const moveWords = ({ at, do: what, ...fields }: ParMove): string =>
  `${at} s ${[what, ...Object.values(fields)].join(' ')}`;

function print(name: string, { actions, userMinutes, moves, reach }: ParEntry): void {
  const way = moves.map(moveWords).join('; ') || 'nothing to do';
  console.log(`${name}: ${actions} actions, ${userMinutes} user-minutes (${way})`);
  if (reach)
    console.log(`  reached with ${reach.actions} actions (${reach.moves.map(moveWords).join('; ')})`);
}

/** An exercise and its variants, each with its key in the file and the phases that it has. */
const playedOf = (exercise: Exercise) => [
  { key: parKey(exercise.id, null), played: exercise, phases: ['reach', 'restore'] },
  ...exercise.transfer.map((variant) => ({
    key: parKey(exercise.id, variant.id),
    played: variantOf(exercise, variant),
    phases: variant.phases,
  })),
];

const wanted = process.argv.slice(2);
const before = readBook();
const after: Record<string, ParEntry> = {};
for (const exercise of readAll())
  for (const { key, played, phases } of playedOf(exercise)) {
    const known = wanted.length === 0 || wanted.includes(exercise.id) ? undefined : before[key];
    const entry = known ?? parEntryOf(played, phases);
    if (entry) after[key] = entry;
    else if (phases.includes('restore')) console.log(`${key}: no way was found`);
    if (entry && !known) print(`${exercise.row === null ? '' : `row ${exercise.row}, `}${key}`, entry);
  }
writeFileSync(BOOK, `${JSON.stringify(after, null, 2)}\n`);
