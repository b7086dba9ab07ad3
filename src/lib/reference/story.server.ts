/** A run of the gallery as the reference tells it: two lanes of states, an instant to look at, and the lines of its log. */
import type { ClusterView, LogEntryView, TimelineView } from '../../engine';
import type { GalleryRun, PairSpan } from './runs.server';
import { momentIn } from './ways.server';

/** What a page shows of a run. Instants in milliseconds of simulated time. */
export interface Story {
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  /** What the table of lines is called. */
  readonly label: string;
  readonly nodes: readonly [string, string];
  readonly fromMs: number;
  readonly toMs: number;
  /** The instant of the still picture. */
  readonly momentMs: number;
  readonly view: ClusterView;
  readonly lanes: TimelineView['lanes'];
  readonly lines: readonly LogEntryView[];
}

/** A change that takes no longer than a keep-alive’s way is not told as a stretch of its own. */
const LEAD_MS = 15_000;

/** Tells a run up to a stretch of it, with a picture of that stretch. Throws for a run without a pair. */
export function tellRun(
  { slug, title, description, run, nodes, untilMs }: GalleryRun,
  span: PairSpan,
): Story {
  if (!nodes) throw new Error(`${slug} has no pair.`);
  const momentMs = momentIn(span);
  const toMs = Math.min(untilMs, Math.max(span.toMs, momentMs) + LEAD_MS);
  const { entries } = run.log({
    untilMs: toMs,
    kinds: ['step', 'refused', 'state', 'split-brain'],
    count: 60,
  });
  const firstMs = entries[0]?.timeMs ?? 0;
  const fromMs = Math.max(0, firstMs - LEAD_MS);
  const timeline = run.timeline(fromMs, toMs);
  return {
    slug,
    title,
    description,
    label: `The run «${title}», line by line`,
    nodes,
    fromMs,
    toMs,
    momentMs,
    view: run.viewAt({ timeMs: momentMs }),
    lanes: timeline.lanes.filter(({ node }) => nodes.includes(node)),
    lines: entries.map((line) => ({ ...line, title: line.title.replace(/\bsrm\b/, 'recovery manager') })),
  };
}
