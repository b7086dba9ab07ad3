/** Fills in the table of what was mastered, and what stands on paper beside it. */
import { standings } from '../../../course/record/mastery';
import type { ProgressRecord } from '../../../course/record/record';
import { helpWords } from '../mastery-words';
import { dayOf, part, row } from './elements';

/** Lists what was mastered in the order of the exercises on the page. */
export function showMastered(page: ParentNode, record: ProgressRecord): void {
  const standing = standings(record);
  const rows = [...page.querySelectorAll<HTMLElement>('[data-exercise]')].flatMap((place) => {
    const of = standing.get(place.dataset.exercise!);
    if (!of || of.masteredAtMs === null) return [];
    const title = place.querySelector('[data-title]')!.textContent;
    const number = place.querySelector('[data-number]')?.textContent.replace('Row ', '') ?? '';
    const cells = [number || '–', dayOf(of.masteredAtMs), String(Math.round(of.transferScore ?? 0))];
    return [row(title, ...cells, String(of.attempts), helpWords(of.hints))];
  });
  part(page, 'mastered-none').hidden = rows.length > 0;
  part(page, 'mastered').hidden = rows.length === 0;
  part(page, 'mastered-rows').replaceChildren(...rows);
}

/** Lets the table be printed, with a name that is kept nowhere. */
export function enlivenPrinting(page: ParentNode): void {
  const field = page.querySelector<HTMLInputElement>('#learner')!;
  const line = () => {
    const name = field.value.trim();
    part(page, 'printed').textContent =
      `${name ? `${name}, printed` : 'Printed'} on ${dayOf(Date.now())} from Presence Redundancy Lab.`;
  };
  window.addEventListener('beforeprint', line);
  part(page, 'print').addEventListener('click', () => {
    line();
    window.print();
  });
}
