/** Which lesson teaches what a page of the reference is about. */
import { LESSONS } from '../../../content/lessons';
import type { Lesson } from '../../course/lesson';
import { PARAMETERS, ROWS, type RowFamilyId } from '../../engine';
import type { ReferenceEntry } from './entries.server';
import { slugOf } from './slug';

const LESSON_OF_FAMILY: Readonly<Record<RowFamilyId, string>> = {
  normal: 'what-a-group-is-for',
  'manual-failover-and-fallback': 'failover-fallback-recovery',
  'recovery-manager-restarts': 'failover-fallback-recovery',
  'service-and-database-failures': 'node-states',
  'lost-peers': 'node-states',
  'failed-mode': 'failover-fallback-recovery',
  'automatic-recovery-and-fallback': 'what-a-group-is-for',
  'not-enabled': 'enable-high-availability',
};

/** The first beginning that fits decides. */
const LESSON_OF_COMMAND: readonly (readonly [start: string, lesson: string])[] = [
  ['utils dbreplication', 'verify-database-replication'],
  ['utils service', 'verify-services'],
  ['utils', 'failover-fallback-recovery'],
  ['show version', 'before-you-start'],
  ['show', 'verify-database-replication'],
  ['file', 'verify-database-replication'],
];

function slugFor({ kind, slug, title }: ReferenceEntry): string | undefined {
  switch (kind) {
    case 'rows': {
      const row = ROWS.find((it) => it.slug === slug);
      return row && LESSON_OF_FAMILY[row.family];
    }
    case 'states':
    case 'reasons':
      return 'node-states';
    case 'parameters': {
      const parameter = PARAMETERS.find(({ name }) => slugOf(name) === slug);
      return parameter?.unit === 'mode' ? 'user-assignment-mode' : 'heartbeat';
    }
    case 'services':
      return 'verify-services';
    case 'commands':
      return LESSON_OF_COMMAND.find(([start]) => title.startsWith(start))?.[1];
    case 'overview':
      return undefined;
  }
}

/** The lesson of a page, or undefined for the pages that lead to others. Throws for one that there is not. */
export function lessonOf(entry: ReferenceEntry): Lesson | undefined {
  const wanted = slugFor(entry);
  if (wanted === undefined) return undefined;
  const lesson = LESSONS.find(({ slug }) => slug === wanted);
  if (!lesson) throw new Error(`There is no lesson ${wanted}, which ${entry.href} names.`);
  return lesson;
}
