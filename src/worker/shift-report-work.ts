/** What the worker of the report does: it hears one shift, and answers with how far it has come and what it found. */
import { checkShift } from '../course/shift/played';
import { shiftReport, type ShiftReport } from '../course/shift/report';

/** What the worker says: how far it has come, from 0 to 1, any number of times; then one of the others, once. */
export type ReportMessage =
  | { readonly share: number }
  | { readonly report: ShiftReport }
  /** The shift is malformed: lines `path: what`. */
  | { readonly faults: readonly string[] };

/** Shortest wall time between two words on progress. */
const PROGRESS_EVERY_MS = 100;

/**
 * Makes the report of a shift, in one go: who does not want it any more ends the worker.
 *
 * @param played a shift as it was played, of any origin
 * @param nowMs wall clock, milliseconds from anywhere
 */
export function workOnShift(
  played: unknown,
  post: (message: ReportMessage) => void,
  nowMs: () => number,
): void {
  const checked = checkShift(played);
  if (!checked.ok) return post({ faults: checked.faults });
  const work = shiftReport(checked.shift);
  let toldMs = nowMs();
  for (;;) {
    const { done, value } = work.next();
    if (done) return post({ report: value });
    if (nowMs() - toldMs < PROGRESS_EVERY_MS) continue;
    toldMs = nowMs();
    post({ share: value });
  }
}
