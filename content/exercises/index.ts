/**
 * The exercises, in the order in which they are learned: by family, within it from worked to unaided. How to write one:
 * CONTRIBUTING.md. Read on the server only: a page gets the one exercise that it shows.
 */
import type { Exercise, FamilyId, Par } from '../../src/course/exercise';
import { readExercise } from '../../src/course/exercise-schema';
import { parOfRestore, readPars } from '../../src/course/par';

/** A family of exercises. */
export interface Family {
  readonly id: FamilyId;
  readonly title: string;
  /** Ids of its exercises, in order. */
  readonly exercises: readonly string[];
}

/** Every family with the ids of its exercises, in order. */
export const EXERCISE_FAMILIES: readonly Family[] = [
  {
    id: 'manual-failover-and-fallback',
    title: 'Manual failover and fallback',
    exercises: [
      'both-nodes-normal',
      'manual-failover-in-progress',
      'manual-failover-complete',
      'manual-fallback-in-progress',
    ],
  },
  {
    id: 'recovery-manager-restarts',
    title: 'Restarts of the recovery manager',
    exercises: [
      'idle-node-restarted',
      'both-recovery-managers-restarted',
      'backup-node-restarted',
      'restart-while-taking-over',
      'restart-while-taking-back',
    ],
  },
  {
    id: 'service-and-database-failures',
    title: 'Service and database failures',
    exercises: ['critical-service-down', 'failed-over-and-well-again', 'database-down'],
  },
  {
    id: 'lost-peers',
    title: 'Lost peers',
    exercises: ['peer-not-heard', 'peer-powered-down', 'peer-missing-at-startup'],
  },
  {
    id: 'failed-mode',
    title: 'Failed mode',
    exercises: [
      'backup-critical-service-down',
      'critical-services-did-not-start',
      'take-over-of-users-failed',
      'take-back-of-users-failed',
      'restart-beside-a-failed-peer',
    ],
  },
  {
    id: 'automatic-recovery-and-fallback',
    title: 'Automatic recovery and fallback',
    exercises: ['automatic-fallback-in-progress', 'backup-database-down', 'backup-service-down'],
  },
  { id: 'not-enabled', title: 'High availability not enabled', exercises: ['not-enabled-properly'] },
  {
    id: 'interactions',
    title: 'Interactions',
    exercises: [
      'adding-users-while-failed-over',
      'multiple-device-messaging',
      'temporary-presence',
      'users-moved-between-groups',
    ],
  },
];

const files = import.meta.glob<unknown>(['./*.json', '!./par.json'], { eager: true, import: 'default' });

/** What is wrong with the exercises' files: lines `file: path: what`. */
const faults: string[] = [];

const found = new Map<string, Exercise>();
for (const [path, json] of Object.entries(files)) {
  const file = path.slice('./'.length);
  const checked = readExercise(json, `content/exercises/${file}`);
  if (!checked.ok) faults.push(...checked.faults);
  else if (`${checked.exercise.id}.json` !== file)
    faults.push(`content/exercises/${file}: id: must be the name of the file`);
  else found.set(checked.exercise.id, checked.exercise);
}
const placed = EXERCISE_FAMILIES.flatMap(({ exercises }) => exercises);
for (const { id, exercises } of EXERCISE_FAMILIES)
  for (const name of exercises) {
    const exercise = found.get(name);
    const file = `content/exercises/${name}.json`;
    if (!(`./${name}.json` in files))
      faults.push(`${file}: (file): must be there, for it stands in index.ts`);
    else if (exercise && exercise.family !== id)
      faults.push(`${file}: family: must be ${JSON.stringify(id)}, as in index.ts`);
  }
for (const id of found.keys())
  if (!placed.includes(id))
    faults.push(`content/exercises/${id}.json: id: must stand in a family of index.ts`);
if (faults.length > 0) throw new Error(`Malformed exercises:\n${faults.join('\n')}`);

/** Every exercise, in order. */
export const EXERCISES: readonly Exercise[] = placed.flatMap((id) => found.get(id) ?? []);

const pars = Object.values(import.meta.glob<unknown>('./par.json', { eager: true, import: 'default' })).map(
  readPars,
);

/** What a restore is measured by, of an exercise itself (null) or of a variant; undefined where nothing is known. */
export function parOf(exerciseId: string, variantId: string | null): Par | undefined {
  const exercise = EXERCISES.find(({ id }) => id === exerciseId);
  return exercise && parOfRestore(pars[0] ?? {}, exercise, variantId);
}
