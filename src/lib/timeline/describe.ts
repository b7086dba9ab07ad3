/** The timeline in words: for the slider's value, the read-out at the pointer and the table that stands in for the drawing. */
import type { BandView, TimelineView } from '../../engine';
import { formatExactInstant, spokenDuration } from '../format';
import { CONCEALED_TEXT } from '../stage/conceal';
import { FAMILY_STYLES, stateName, styleOf, type FamilyStyle } from '../state-style';
import { bandAt } from './layout';

/** What of the timeline is to be found out: all states or those of the named nodes, and the reasons. */
export interface TimelineConceal {
  readonly states: boolean | readonly string[];
  readonly reasons: boolean;
}

/** Whether a node's states are hidden. */
export function isLaneConcealed(conceal: TimelineConceal, node: string): boolean {
  return conceal.states === true || (Array.isArray(conceal.states) && conceal.states.includes(node));
}

/** How a band is painted: Unknown because high availability is off is no failure, as on the stage. */
export function bandStyle(band: BandView): FamilyStyle {
  return band.reason === 'High Availability Not Enabled' ? FAMILY_STYLES.out : styleOf(band.state);
}

/** A band in words: `Failing Over (Critical Service Down)`. */
export function bandWords(band: BandView | null, hidden: boolean, reasons: boolean): string {
  if (hidden) return CONCEALED_TEXT;
  if (!band) return 'not run yet';
  return reasons && band.reason !== null
    ? `${stateName(band.state)} (${band.reason})`
    : stateName(band.state);
}

/** What every lane shows at an instant. */
export function lanesAt(
  timeline: TimelineView,
  timeMs: number,
  conceal: TimelineConceal,
): readonly { readonly node: string; readonly words: string; readonly band: BandView | null }[] {
  return timeline.lanes.map(({ node, bands }) => {
    const hidden = isLaneConcealed(conceal, node);
    const band = bandAt(bands, timeMs);
    return { node, words: bandWords(band, hidden, !conceal.reasons), band: hidden ? null : band };
  });
}

/** The playhead's place as a screen reader says it: `2 minutes 3 seconds. imp1: Normal. imp2: Normal`. */
export function playheadWords(
  timeline: TimelineView | null,
  timeMs: number,
  conceal: TimelineConceal,
): string {
  const fraction = Math.round(timeMs % 1000);
  const seconds = spokenDuration(timeMs - fraction);
  const instant = fraction === 0 ? seconds : `${seconds} and ${fraction} milliseconds`;
  const lanes = timeline ? lanesAt(timeline, timeMs, { ...conceal, reasons: true }) : [];
  return [instant, ...lanes.map(({ node, words }) => `${node}: ${words}`)].join('. ');
}

/** Lines of the table that stands in for the drawing. */
export const TABLE_LINES_LIMIT = 200;

/** The states within the timeline as lines of a table, by node and time; hidden ones are one line a node. */
export function tableLines(
  timeline: TimelineView,
  conceal: TimelineConceal,
): readonly {
  readonly key: string;
  readonly node: string;
  readonly from: string;
  readonly to: string;
  readonly words: string;
}[] {
  return timeline.lanes
    .flatMap(({ node, bands }) => {
      const hidden = isLaneConcealed(conceal, node);
      const [first] = bands;
      const last = bands.at(-1);
      const shown = hidden && first && last ? [{ ...first, toMs: last.toMs }] : bands;
      return shown.map((band) => ({
        key: `${node} ${band.fromMs} ${band.state}`,
        node,
        from: formatExactInstant(band.fromMs),
        to: formatExactInstant(band.toMs),
        words: bandWords(band, hidden, !conceal.reasons),
      }));
    })
    .slice(0, TABLE_LINES_LIMIT);
}
