/** What belongs together: rows that follow each other, states beside reasons, runs that reach them. From rows and runs alone. */
import {
  DISAGREEMENT_SUBJECTS,
  type DisagreementSubjects,
} from '../../../content/reference/disagreement-subjects';
import { EXERCISES } from '../../../content/exercises';
import {
  DISAGREEMENTS,
  REASONS,
  ROWS,
  STATE_IDS,
  type Reason,
  type RowDefinition,
  type ShownNode,
  type StateId,
} from '../../engine';
import { parseProvenance } from '../event-log/provenance';
import knownEdges from '../state-map/known-edges.json';
import { galleryRuns, isFleeting, type GalleryRun, type PairSpan } from './runs.server';
import { ROW_NUMBERS, runOfRow, spanOfRow, waysFrom } from './ways.server';

/** A row on one side of another, and the pairs without a row that lie between them, in the order of time. */
export interface Neighbour {
  /** Number of the row; null where the run begins with the pairs between. */
  readonly row: number | null;
  readonly between: readonly PairSpan[];
}

function sequences(): readonly (readonly PairSpan[])[] {
  return [
    ...galleryRuns().map(({ spans }) => spans),
    ...ROW_NUMBERS.flatMap((number) => waysFrom(number).map(({ spans }) => spans)),
  ];
}

/** The rows that come next before or after a row in any run, each once, by the shortest way. */
export function neighboursOf(number: number, side: 'before' | 'after'): readonly Neighbour[] {
  const found = new Map<number | null, Neighbour>();
  for (const spans of sequences())
    spans.forEach(({ row }, place) => {
      if (row !== number) return;
      const rest = side === 'before' ? spans.slice(0, place).reverse() : spans.slice(place + 1);
      const end = rest.findIndex((span) => span.row !== null && span.row !== number);
      const passed = end < 0 ? rest : rest.slice(0, end);
      const lasting = passed.filter((span) => span.row === null && !isFleeting(span));
      const between = side === 'before' ? lasting.reverse() : lasting;
      const next = end < 0 ? null : (rest[end]?.row ?? null);
      if (next === null && (between.length === 0 || side === 'after')) return;
      const known = found.get(next);
      if (!known || between.length < known.between.length) found.set(next, { row: next, between });
    });
  return [...found.values()].sort((a, b) => (a.row ?? Infinity) - (b.row ?? Infinity));
}

/** Rows that show a state on either node. */
export const rowsWithState = (state: StateId): readonly RowDefinition[] =>
  ROWS.filter(({ node1, node2 }) => [node1, node2].some((side) => side.states.includes(state)));

/** Rows that show a reason on either node. */
export const rowsWithReason = (reason: Reason): readonly RowDefinition[] =>
  ROWS.filter(({ node1, node2 }) => [node1, node2].some((side) => side.reasons.includes(reason)));

function everySight(): readonly ShownNode[] {
  const printed = ROWS.flatMap(({ node1, node2 }) =>
    [node1, node2].flatMap(({ states, reasons }) =>
      states.flatMap((state) => reasons.map((reason) => ({ state, reason }))),
    ),
  );
  return [...printed, ...sequences().flatMap((spans) => spans.flatMap(({ pair }) => pair))];
}

/** Reasons that were seen beside a state, in a row or in a run, in the order of the vocabulary. */
export function reasonsBeside(state: StateId): readonly Reason[] {
  const seen = new Set(everySight().flatMap((one) => (one.state === state ? [one.reason] : [])));
  return REASONS.filter((reason) => seen.has(reason));
}

/** States beside which a reason was seen, in a row or in a run, in the order of the vocabulary. */
export function statesBeside(reason: Reason): readonly StateId[] {
  const seen = new Set(everySight().flatMap((one) => (one.reason === reason ? [one.state] : [])));
  return STATE_IDS.filter((state) => seen.has(state));
}

const EDGES: Readonly<Record<string, readonly string[]>> = knownEdges;

/** States into which a node in this one was seen to go. */
export const statesAfter = (state: StateId): readonly StateId[] =>
  STATE_IDS.filter((id) => EDGES[state]?.includes(id));

/** States out of which a node was seen to come into this one. */
export const statesBefore = (state: StateId): readonly StateId[] =>
  STATE_IDS.filter((id) => EDGES[id]?.includes(state));

/** A run and a stretch of it. */
export interface Reached {
  readonly run: GalleryRun;
  readonly span: PairSpan;
}

/**
 * A run of the gallery in which a node shows something for a while: one that is made for a row that shows it, else the first.
 * Throws if none does.
 */
export function runThatShows(wanted: Partial<ShownNode>): Reached {
  const fits = (one: ShownNode): boolean =>
    (wanted.state === undefined || one.state === wanted.state) &&
    (wanted.reason === undefined || one.reason === wanted.reason);
  const found = galleryRuns().flatMap((run) =>
    run.spans.filter((span) => !isFleeting(span) && span.pair.some(fits)).map((span) => ({ run, span })),
  );
  const reached = found.find(({ run, span }) => span.row !== null && span.row === run.row) ?? found[0];
  if (!reached) throw new Error(`No scenario of the gallery shows ${JSON.stringify(wanted)}.`);
  return reached;
}

/** The run that is made for a row, and the stretch in which it is shown. */
export const runThatReaches = (number: number): Reached => ({
  run: runOfRow(number),
  span: spanOfRow(number),
});

/** A run of the gallery by its name, and the stretch in which it shows the row that it is made for. */
export function runNamed(slug: string): Reached {
  const run = galleryRuns().find((it) => it.slug === slug);
  const span = run?.spans.find(({ row }) => row === run.row);
  if (!run || !span) throw new Error(`The gallery has no scenario ${slug} that is made for a row.`);
  return { run, span };
}

/** Tags of the assumptions on which the run that reaches a row rests, in order: `I-3`, `I-11`. */
export function assumptionsOfRow(number: number): readonly string[] {
  const { run, span } = runThatReaches(number);
  const { entries } = run.run.log({ untilMs: span.fromMs, kinds: ['state'], count: 200 });
  const tags = entries.flatMap(({ provenance }) =>
    parseProvenance(provenance).flatMap(({ kind, tag }) => (kind === 'assumption' ? [tag] : [])),
  );
  return [...new Set(tags)].sort((a, b) => Number(a.slice(2)) - Number(b.slice(2)));
}

/** The exercise on a row, if there is one. */
export const exerciseOfRow = (number: number) => EXERCISES.find(({ row }) => row === number);

/** Disagreements of the guide with itself that are about something. */
export function disagreementsAbout(
  isAbout: (subjects: DisagreementSubjects) => boolean | undefined,
): typeof DISAGREEMENTS {
  return DISAGREEMENTS.filter(({ slug }) => isAbout(DISAGREEMENT_SUBJECTS[slug] ?? {}));
}
