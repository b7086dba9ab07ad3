/** Shows on the course's contents what was done so far. A script of its own: the page is for reading otherwise. */
import { progressStore } from '../progress/store';
import { troubleText } from '../progress/troubles';

const store = progressStore();

function show(): void {
  const alert = document.querySelector<HTMLElement>('[data-trouble]')!;
  alert.hidden = store.troubles.length === 0;
  alert.textContent = store.troubles.map(troubleText).join(' ');
  for (const place of document.querySelectorAll<HTMLElement>('[data-lesson]')) showLesson(place);
}

function showLesson(place: HTMLElement): void {
  const { lesson = '', steps = '' } = place.dataset;
  const ids = steps.split(' ');
  const marks = store.record.lessons[lesson] ?? {};
  const done = ids.filter((id) => marks[id] === 'done').length;
  const skipped = ids.filter((id) => marks[id] === 'skipped').length;
  const left = skipped > 0 ? `, ${String(skipped)} skipped` : '';
  place.dataset.standing = done === ids.length ? 'done' : done + skipped > 0 ? 'begun' : '';
  const standing =
    done === ids.length ? 'Done' : `${String(done)} of ${String(ids.length)} steps done${left}`;
  place.textContent = done + skipped === 0 ? '' : standing;
}

store.listen(show);
show();
