/** Shows on the course's contents what was done so far. A script of its own: the page is for reading otherwise. */
import { readMarks } from './mark-store';

const kept = readMarks();
const marks = kept === 'damaged' || kept === null ? {} : kept;

document.querySelector<HTMLElement>('[data-damaged]')!.hidden = kept !== 'damaged';

for (const place of document.querySelectorAll<HTMLElement>('[data-lesson]')) {
  const { lesson = '', steps = '' } = place.dataset;
  const ids = steps.split(' ');
  const of = marks[lesson] ?? {};
  const done = ids.filter((id) => of[id] === 'done').length;
  const skipped = ids.filter((id) => of[id] === 'skipped').length;
  if (done + skipped === 0) continue;
  place.dataset.standing = done === ids.length ? 'done' : 'begun';
  const left = skipped > 0 ? `, ${String(skipped)} skipped` : '';
  place.textContent =
    done === ids.length ? 'Done' : `${String(done)} of ${String(ids.length)} steps done${left}`;
}
