/**
 * What the engine does in the scenarios of the gallery, for the pages of the reference: which pair a group shows when, what
 * leads there and what follows. Computed once, when the site is built.
 */
import { Run, matchRow, type ClusterView, type ShownNode, type TimelineView } from '../../engine';
import { GALLERY, SCENARIOS } from '../lab/gallery.server';

/** A stretch of time in which a group of two showed one pair. Instants in milliseconds of simulated time. */
export interface PairSpan {
  readonly fromMs: number;
  readonly toMs: number;
  /** What each node shows, in the order of the group's nodes. */
  readonly pair: readonly [ShownNode, ShownNode];
  /** Number of the row that the pair shows, or null: the guide has no row for it. */
  readonly row: number | null;
}

/** True for a pair that stood for less than a second: only until a keep-alive had told one node of the other’s change. */
export const isFleeting = ({ fromMs, toMs }: PairSpan): boolean => toMs - fromMs < 1_000;

/** One scenario of the gallery, run to its end. */
export interface GalleryRun {
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  /** The row it is made for, or null. */
  readonly row: number | null;
  readonly run: Run;
  readonly untilMs: number;
  /** Names of the two nodes of the first group that has two; null where there is none. */
  readonly nodes: readonly [string, string] | null;
  /** What that group showed, from start to end; empty where there is none. */
  readonly spans: readonly PairSpan[];
}

/** Runs with more users than this are left out: the nodes of a large cluster do what those of a small one do. */
const MOST_USERS = 1_000;

/** Loads a scenario that is known to be well formed. Throws for a malformed one, which is a mistake in the product. */
export function loadRun(scenario: unknown): Run {
  const loaded = Run.load(scenario);
  if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
  return loaded.run;
}

/** What a group of two showed between two instants, from the bands of its nodes. */
export function pairSpans(
  lanes: TimelineView['lanes'],
  nodes: readonly [string, string],
  toMs: number,
): PairSpan[] {
  const [first, second] = nodes.map((name) => lanes.find(({ node }) => node === name)?.bands ?? []);
  const starts = [...new Set([...(first ?? []), ...(second ?? [])].map(({ fromMs }) => fromMs))].sort(
    (a, b) => a - b,
  );
  const spans: PairSpan[] = [];
  for (const fromMs of starts) {
    const [one, other] = [first, second].map((bands) => bands?.findLast((band) => band.fromMs <= fromMs));
    if (!one || !other) continue;
    const pair = [shown(one), shown(other)] as const;
    const before = spans.at(-1);
    if (before && samePair(before.pair, pair)) continue;
    if (before) spans[spans.length - 1] = { ...before, toMs: fromMs };
    spans.push({ fromMs, toMs, pair, row: matchRow(pair)?.row.number ?? null });
  }
  return spans;
}

const shown = ({ state, reason }: ShownNode): ShownNode => ({ state, reason });

function samePair(one: PairSpan['pair'], other: PairSpan['pair']): boolean {
  return one.every(
    ({ state, reason }, place) => state === other[place]?.state && reason === other[place]?.reason,
  );
}

function firstPair(view: ClusterView): readonly [string, string] | null {
  const [one, other] = view.groups.find(({ hasPair }) => hasPair)?.nodes ?? [];
  return one !== undefined && other !== undefined ? [one, other] : null;
}

function runToEnd({ slug, title, description, row }: (typeof GALLERY)[number]): GalleryRun | null {
  const run = loadRun(SCENARIOS[slug]);
  if (run.viewAt({ timeMs: 0 }).users.total > MOST_USERS) return null;
  const { untilMs } = run.scenario;
  const nodes = firstPair(run.viewAt({ timeMs: 0 }));
  run.viewAt({ timeMs: untilMs });
  const spans = nodes ? pairSpans(run.timeline(0, untilMs).lanes, nodes, untilMs) : [];
  return { slug, title, description, row, run, untilMs, nodes, spans };
}

let runs: readonly GalleryRun[] | null = null;

/** Every scenario of the gallery that is not too large, run to its end, those of the rows first. */
export function galleryRuns(): readonly GalleryRun[] {
  return (runs ??= GALLERY.flatMap((listed) => runToEnd(listed) ?? []));
}
