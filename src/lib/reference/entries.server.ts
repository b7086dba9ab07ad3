/** Every page of the reference: for its own routes, the search index and the tests of links. Made when the site is built. */
import { COMMAND_PAGES } from '../../../content/reference/command-pages';
import { COMMANDS, COMMAND_SUMMARIES } from '../../../content/reference/commands';
import {
  FINDER_TEXT,
  OVERVIEWS,
  PAGE_KINDS,
  REFERENCE_TEXT,
  TABLE_TEXT,
  type OverviewText,
  type PageKind,
} from '../../../content/reference/overviews';
import { PARAMETER_PAGES, PARAMETER_SUMMARIES } from '../../../content/reference/parameters';
import { REASON_PAGES } from '../../../content/reference/reason-pages';
import { SERVICE_NAMES, SERVICE_PAGES, SERVICE_SUMMARIES } from '../../../content/reference/services';
import { PARAMETERS, REASONS, ROWS, ROW_TEXTS, STATES, STATE_IDS } from '../../engine';
import { REASON_MEANINGS, STATE_MEANINGS } from '../inspector/meanings';
import { stateName } from '../state-style';
import { slugOf } from './slug';

/** What a page is about; `overview` are the pages that lead to others. */
export type ReferenceKind = 'overview' | PageKind;

/** One page of the reference. */
export interface ReferenceEntry {
  readonly kind: ReferenceKind;
  /** Last part of its address; empty for the first page. */
  readonly slug: string;
  /** Address from the site's root, with a slash at both ends: `/reference/rows/critical-service-down/`. */
  readonly href: string;
  readonly title: string;
  /** One sentence: what a list of results shows, and the page's description. */
  readonly summary: string;
  /** More words by which the page should be found. */
  readonly words: readonly string[];
}

const entry = (
  kind: PageKind,
  slug: string,
  title: string,
  summary: string,
  words: readonly string[] = [],
): ReferenceEntry => ({ kind, slug, href: `/reference/${kind}/${slug}/`, title, summary, words });

const overview = (slug: string, { title, summary }: OverviewText): ReferenceEntry => ({
  kind: 'overview',
  slug,
  href: slug === '' ? '/reference/' : `/reference/${slug}/`,
  title,
  summary,
  words: [],
});

const overviews: readonly ReferenceEntry[] = [
  overview('', REFERENCE_TEXT),
  overview('table', TABLE_TEXT),
  overview('find', FINDER_TEXT),
  ...PAGE_KINDS.map((kind) => overview(kind, OVERVIEWS[kind])),
];

const rows = ROWS.map(({ number, slug, title, node1, node2 }) =>
  entry('rows', slug, title, ROW_TEXTS[number]?.cause ?? '', [
    ...[node1, node2].flatMap((side) => [
      ...side.states.map(stateName),
      ...side.reasons.filter((reason) => reason !== null),
    ]),
  ]),
);

const states = STATE_IDS.map((id) =>
  entry('states', id, STATES[id].name, STATE_MEANINGS[id].what, [STATE_MEANINGS[id].users]),
);

const reasons = REASONS.map((reason) =>
  entry('reasons', slugOf(reason), reason, REASON_MEANINGS[reason], [
    REASON_PAGES[reason].background,
    REASON_PAGES[reason].look,
  ]),
);

/** Slug of the page of durations that the guide does not give, among the parameters. */
export const DURATIONS_SLUG = 'assumed-durations';

const parameters = [
  ...PARAMETERS.map(({ id, name }) =>
    entry('parameters', slugOf(name), name, PARAMETER_SUMMARIES[id], [id, PARAMETER_PAGES[id].purpose]),
  ),
  entry(
    'parameters',
    DURATIONS_SLUG,
    'Durations that we assume',
    'How long services, moves and boots take in the lab: the guide does not say.',
  ),
];

const services = SERVICE_NAMES.map((name) =>
  entry('services', slugOf(name), name, SERVICE_SUMMARIES[name], [SERVICE_PAGES[name].role]),
);

const commands = COMMANDS.map((command) =>
  entry('commands', slugOf(command), command, COMMAND_SUMMARIES[command], [COMMAND_PAGES[command].purpose]),
);

/** Every page of the reference, those that lead to others first. */
export const REFERENCE_ENTRIES: readonly ReferenceEntry[] = [
  ...overviews,
  ...rows,
  ...states,
  ...reasons,
  ...parameters,
  ...services,
  ...commands,
];
