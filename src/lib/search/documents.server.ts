/** Everything that can be searched, collected when the site is built. */
import { EXERCISES } from '../../../content/exercises';
import { GLOSSARY } from '../../../content/glossary';
import { LESSONS } from '../../../content/lessons';
import type { Exercise } from '../../course/exercise';
import type { Lesson } from '../../course/lesson';
import { ASSUMPTIONS, DECISIONS, DISAGREEMENTS, ROWS, ROW_TEXTS, STATES, type StateId } from '../../engine';
import { STATE_MEANINGS } from '../inspector/meanings';
import { GALLERY } from '../lab/gallery.server';
import { REFERENCE_ENTRIES } from '../reference/entries.server';
import type { ReferenceEntry } from '../reference/entries.server';
import type { SearchDocument } from './document';
import { proseOfSteps } from './plain-text';

type Draft = Omit<SearchDocument, 'id' | 'within' | 'words'> & { within?: string; words?: readonly string[] };

const prose = import.meta.glob<string>('../../../content/lessons/*/lesson.md', {
  eager: true,
  import: 'default',
  query: '?raw',
});

/** Pages that are none of the kinds below and answer a question of their own. */
const PAGES: readonly Draft[] = [
  { href: '/', title: 'Start', text: 'What this site is, and the ways into it.' },
  { href: '/lab/', title: 'Lab', text: 'A simulated redundancy group to break, watch, rewind and repair.' },
  {
    href: '/learn/',
    title: 'Learn',
    text: 'All lessons, from what a group is for to every state of a node.',
  },
  {
    href: '/exercises/',
    title: 'Exercises',
    text: 'Every pair of the table, and every interaction, to be predicted, reached, explained and restored on a live cluster.',
  },
  {
    href: '/exercises/shift/',
    title: 'The shift',
    text: 'A timed run in which faults come unannounced to a cluster with users, and a report of every decision: what it cost in user-minutes, and what would have been better.',
  },
  {
    href: '/progress/',
    title: 'Your progress',
    text: 'What you have done and mastered, how well your confidence fits, and all of it as a file or on paper.',
  },
  {
    href: '/gallery/',
    title: 'Gallery',
    text: 'Runs that lead to every pair of the table, and more situations.',
  },
  { href: '/glossary/', title: 'Glossary', text: 'The words of the field, each in a sentence or two.' },
  {
    href: '/assumptions/',
    title: 'Assumptions',
    text: 'What the lab decides where the guide is silent, and why.',
  },
  {
    href: '/disagreements/',
    title: 'Where the guide disagrees with itself',
    text: 'Contradictions in the guide, and which reading the lab follows.',
  },
].map((page) => ({ ...page, kind: 'overview' }));

/** Every document, numbered. */
export function searchDocuments(): SearchDocument[] {
  const drafts: Draft[] = [
    ...REFERENCE_ENTRIES.map(referenceDocument),
    ...GLOSSARY.map(({ slug, term, definition, alsoCalled = [] }) => ({
      kind: 'glossary' as const,
      href: `/glossary/#${slug}`,
      title: term,
      text: definition,
      words: alsoCalled,
    })),
    ...LESSONS.flatMap(lessonDocuments),
    ...EXERCISES.map(exerciseDocument),
    ...GALLERY.map(({ slug, title, description, row }) => ({
      kind: 'scenarios' as const,
      href: `/lab/?scenario=${encodeURIComponent(slug)}`,
      title,
      text: description,
      words: row === null ? [] : [`row ${String(row)}`],
    })),
    ...[...ASSUMPTIONS, ...DECISIONS].map(({ id, title, what, why }) => ({
      kind: 'assumptions' as const,
      href: `/assumptions/#${id.toLowerCase()}`,
      title,
      within: id,
      text: `${what} ${why}`,
    })),
    ...DISAGREEMENTS.map(({ slug, title, guide, engine }) => ({
      kind: 'disagreements' as const,
      href: `/disagreements/#${slug}`,
      title,
      text: `The guide: ${guide} The lab: ${engine}`,
    })),
    ...PAGES,
  ];
  return drafts.map(({ within = '', words = [], ...draft }, id) => ({
    id,
    within,
    words: words.join(' '),
    ...draft,
  }));
}

function referenceDocument({ kind, slug, href, title, summary, words }: ReferenceEntry): Draft {
  return { kind, href, title, text: [summary, ...furtherText(kind, slug)].join(' '), words };
}

/** What a page of the reference says besides its summary, where the words are those of the whole site. */
function furtherText(kind: ReferenceEntry['kind'], slug: string): readonly string[] {
  if (kind === 'rows') return ROW_TEXTS[ROWS.find((row) => row.slug === slug)?.number ?? 0]?.actions ?? [];
  if (kind !== 'states' || !(slug in STATES)) return [];
  const { users, next } = STATE_MEANINGS[slug as StateId];
  return [users, next];
}

function lessonDocuments({ slug, title, summary, section, steps }: Lesson): Draft[] {
  const [, markdown = ''] = Object.entries(prose).find(([path]) => path.endsWith(`-${slug}/lesson.md`)) ?? [];
  const proseOf = proseOfSteps(markdown);
  const href = `/learn/${slug}/`;
  return [
    { kind: 'lessons', href, title, text: summary, words: [section] },
    ...steps.map((step) => ({
      kind: 'lessons' as const,
      href: `${href}#${step.id}`,
      title: step.title,
      within: title,
      text: [proseOf.get(step.id), step.task, step.done].filter((part) => part !== undefined).join(' '),
    })),
  ];
}

/** What the learner is to do, without the answers. */
function exerciseDocument({ id, title, summary, predict, reach, restore }: Exercise): Draft {
  return {
    kind: 'exercises',
    href: `/exercises/${id}/`,
    title,
    text: [summary, predict.story, reach.task, restore.task].join(' '),
  };
}
