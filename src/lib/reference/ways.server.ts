/** Where the ways on from a row lead: tried out in the engine when the site is built. */
import { ROW_PAGES, type RowNumber, type Way, type WayStep } from '../../../content/reference/row-pages';
import { ROWS, matchRow } from '../../engine';
import { SCENARIOS } from '../lab/gallery.server';
import { galleryRuns, loadRun, pairSpans, type GalleryRun, type PairSpan } from './runs.server';

/** A way that was tried: the pairs that the group showed, from the row on. */
export interface TriedWay {
  readonly title: string;
  readonly spans: readonly PairSpan[];
}

/** Every row's number, in order. */
export const ROW_NUMBERS: readonly RowNumber[] = ROWS.map(({ number }) => number as RowNumber);

/** The scenario that is made for a row. Throws if there is none, which is a mistake in the product. */
export function runOfRow(number: number): GalleryRun {
  const run = galleryRuns().find(({ row }) => row === number);
  if (!run) throw new Error(`The gallery has no scenario for row ${String(number)}.`);
  return run;
}

/** The stretch of its own scenario in which a row is shown first. */
export function spanOfRow(number: number): PairSpan {
  const { slug, spans } = runOfRow(number);
  const span = spans.find(({ row }) => row === number);
  if (!span) throw new Error(`${slug} never shows row ${String(number)}.`);
  return span;
}

/** An instant within a stretch at which its picture is worth looking at: its middle, or half a minute after its start. */
export function momentIn({ fromMs, toMs }: PairSpan): number {
  return Math.floor(Math.min(fromMs + 30_000, (fromMs + toMs) / 2));
}

/** A step as the engine takes it, with the names of the scenario's nodes in the row's order. */
function namedStep(step: WayStep, nodes: readonly [string, string], group: string): object {
  const { afterS: _, ...rest } = step;
  return 'node' in rest ? { ...rest, node: nodes[rest.node - 1] } : { ...rest, group };
}

function tryWay(number: RowNumber, { title, steps, watchS }: Way): TriedWay {
  const { slug, nodes } = runOfRow(number);
  const span = spanOfRow(number);
  const match = matchRow(span.pair);
  if (!nodes || !match) throw new Error(`${slug} has no pair.`);
  const inOrder = match.node1 === 0 ? nodes : ([nodes[1], nodes[0]] as const);
  const run = loadRun(SCENARIOS[slug]);
  const startMs = momentIn(span);
  let atMs = startMs;
  const group = run.viewAt({ timeMs: atMs }).groups.find(({ hasPair }) => hasPair)?.name ?? '';
  for (const step of steps) {
    atMs += step.afterS * 1000;
    const outcome = run.act(atMs, namedStep(step, inOrder, group), null);
    if (!outcome.accepted) throw new Error(`Row ${String(number)}, «${title}»: ${outcome.faults.join('; ')}`);
    atMs = outcome.atMs;
  }
  const untilMs = atMs + watchS * 1000;
  run.viewAt({ timeMs: untilMs });
  const all = pairSpans(run.timeline(0, untilMs).lanes, inOrder, untilMs);
  return { title, spans: all.filter(({ toMs }) => toMs > startMs) };
}

const tried = new Map<RowNumber, readonly TriedWay[]>();

/** The ways on from a row, each with where it leads. Throws if a step of one is refused. */
export function waysFrom(number: RowNumber): readonly TriedWay[] {
  const known = tried.get(number) ?? ROW_PAGES[number].ways.map((way) => tryWay(number, way));
  tried.set(number, known);
  return known;
}
