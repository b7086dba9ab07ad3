/** Shows on the list of exercises how far each is, and what is due for review. A script of its own: the page is for reading otherwise. */
import { standings, UNTOUCHED } from '../../course/record/mastery';
import type { Reviewable } from '../../course/record/review';
import { countOf } from '../format';
import { planToday } from '../review/today';
import { MASTERY_WORDS } from './mastery-words';
import { make, part } from './show/elements';
import { progressStore } from './store';
import { troubleText } from './troubles';

const store = progressStore();

function show(): void {
  const standing = standings(store.record);
  for (const place of document.querySelectorAll<HTMLElement>('[data-exercise]')) {
    const { mastery } = standing.get(place.dataset.exercise!) ?? UNTOUCHED;
    place.dataset.standing = mastery;
    place.textContent = mastery === 'untouched' ? '' : MASTERY_WORDS[mastery].word;
  }
  const due = part(document, 'due');
  const { today } = planToday(JSON.parse(due.dataset.due!) as Reviewable[]);
  due.textContent = today.length > 0 ? `: ${countOf(today.length, 'exercise')} due today` : '';
  const troubles = store.troubles.map((trouble) => make('p', troubleText(trouble)));
  part(document, 'trouble').replaceChildren(...troubles);
}

store.listen(show);
show();
