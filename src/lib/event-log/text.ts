/** The event log as plain text, and what is left of it where parts are to be found out. */
import type { LogEntryView, LogKind } from '../../engine';
import { formatExactInstant } from '../format';
import { CONCEAL_NOTHING, type ConcealOptions } from '../stage/conceal';
import { KIND_NAMES } from './kinds';
import { withoutRows } from './provenance';

/**
 * The lines that may be seen. A node whose state is hidden leaves only what was done to it: its own lines tell its state,
 * and so do keep-alives between the two.
 *
 * @param hiddenNodes names of the nodes whose state is hidden
 */
export function visibleEntries(
  entries: readonly LogEntryView[],
  conceal: ConcealOptions,
  hiddenNodes: readonly string[],
): readonly LogEntryView[] {
  if (conceal.log) return [];
  if (hiddenNodes.length === 0) return entries;
  return entries.filter(({ kind, node }) => {
    if (kind === 'step' || kind === 'refused') return true;
    if (kind === 'send' || kind === 'arrival' || kind === 'split-brain') return false;
    return node === null || !hiddenNodes.includes(node);
  });
}

/** Kinds whose titles name states, each with its reason in brackets. */
const KINDS_WITH_REASONS: ReadonlySet<LogKind> = new Set(['state', 'send', 'arrival']);

/** A line's title, without the reasons in brackets after the states where reasons are hidden. */
export function titleOf(entry: LogEntryView, conceal: ConcealOptions): string {
  return conceal.reasons && KINDS_WITH_REASONS.has(entry.kind)
    ? entry.title.replace(/\s\([^()]*\)/g, '')
    : entry.title;
}

/** Where a line comes from, as far as it may be seen: rows of the table tell the row, and with it the states. */
export function sourceOf({ provenance }: LogEntryView, conceal: ConcealOptions): string {
  if (conceal.explanations) return '';
  return conceal.row || conceal.peer ? withoutRows(provenance) : provenance;
}

/** Lines as text, one each, oldest first: `0:30.000  State  imp1: Normal → Failing Over  [S] …`. Never more than may be seen. */
export function logAsText(
  entries: readonly LogEntryView[],
  conceal: ConcealOptions = CONCEAL_NOTHING,
  hiddenNodes: readonly string[] = [],
): string {
  return visibleEntries(entries, conceal, hiddenNodes)
    .map((entry) => {
      const source = sourceOf(entry, conceal);
      const line = `${formatExactInstant(entry.timeMs)}  ${KIND_NAMES[entry.kind]}  ${titleOf(entry, conceal)}`;
      return source === '' ? line : `${line}  ${source}`;
    })
    .join('\n');
}
