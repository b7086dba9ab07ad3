/** Fills in the chart of calibration, its words and its tables. */
import { calibrationOf, type Calibration } from '../../../course/record/calibration';
import type { ProgressRecord } from '../../../course/record/record';
import { countOf } from '../../format';
import { layOutCalibration } from '../calibration-layout';
import { dayOf, part, percent, row } from './elements';

/** Most predictions that the table over time lists, the latest. */
const MOST_LISTED = 50;

/** Confidence and success that differ by no more are taken as equal. */
const NEAR = 0.05;

/** Shows how well confidence fits, in words, lines and numbers. */
export function showCalibration(page: ParentNode, record: ProgressRecord): void {
  const calibration = calibrationOf(record);
  const { course, classes } = calibration;
  part(page, 'calibration-text').textContent = calibrationWords(calibration);
  for (const name of ['calibration', 'calibration-tables']) part(page, name).hidden = course.length === 0;
  const paths = layOutCalibration(course);
  for (const name of ['between', 'right', 'confidence'] as const)
    page.querySelector(`[data-path="${name}"]`)?.setAttribute('d', paths[name]);
  part(page, 'calibration-from').textContent = course.length > 1 ? dayOf(course[0]!.atMs) : '';
  part(page, 'calibration-to').textContent = course.length > 0 ? dayOf(course.at(-1)!.atMs) : '';
  part(page, 'calibration-classes').replaceChildren(
    ...classes.map(({ from, to, count, right }) =>
      row(`${percent(from)} to ${percent(to)}`, String(count), right === null ? '–' : percent(right)),
    ),
  );
  part(page, 'calibration-course').replaceChildren(
    ...course
      .slice(-MOST_LISTED)
      .reverse()
      .map(({ atMs, confidence, right, brier }) =>
        row(dayOf(atMs), percent(confidence), percent(right), brier.toFixed(2)),
      ),
  );
}

/** What the numbers say, in a sentence or two. */
export function calibrationWords({ count, overall, course }: Calibration): string {
  const last = course.at(-1);
  if (!overall || !last) return 'No prediction has been made yet. Each exercise begins with one.';
  const all = `${countOf(count, 'prediction')} so far, ${percent(overall.right)} of them right, with a Brier score of ${overall.brier.toFixed(2)}.`;
  const surplus = last.confidence - last.right;
  const lately = `Lately you were ${percent(last.confidence)} sure and ${percent(last.right)} right`;
  if (Math.abs(surplus) <= NEAR) return `${all} ${lately}: the two fit.`;
  return surplus > 0
    ? `${all} ${lately}: surer than the engine bears out. Look for what could be otherwise before you commit.`
    : `${all} ${lately}: you know more than you trust yourself to.`;
}
