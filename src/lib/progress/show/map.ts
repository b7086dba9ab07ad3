/** Lays the record over the map of lessons and exercises. */
import { standings, UNTOUCHED, type ExerciseStanding, type Mastery } from '../../../course/record/mastery';
import { isEmptyRecord, type ProgressRecord } from '../../../course/record/record';
import { MASTERY_WORDS } from '../mastery-words';
import { dayOf, part } from './elements';

/** Fills in every place of the page's map, and the summary above it. */
export function showMap(page: ParentNode, record: ProgressRecord): void {
  const standing = standings(record);
  let mastered = 0;
  let under = 0;
  let done = 0;
  for (const place of page.querySelectorAll<HTMLElement>('[data-exercise]')) {
    const of = standing.get(place.dataset.exercise!) ?? UNTOUCHED;
    showPlace(place, of.mastery, wordsFor(of));
    if (of.mastery === 'mastered') mastered += 1;
    else if (of.mastery !== 'untouched') under += 1;
  }
  const lessons = [...page.querySelectorAll<HTMLElement>('[data-lesson]')];
  for (const place of lessons) if (showLesson(place, record)) done += 1;
  const exercises = page.querySelectorAll('[data-exercise]').length;
  part(page, 'summary').textContent = isEmptyRecord(record)
    ? 'Nothing is kept yet: it begins with the first step of a lesson, or the first phase of an exercise, that you do.'
    : `Lessons done: ${String(done)} of ${String(lessons.length)}. Exercises mastered: ${String(mastered)} of ${String(exercises)}; under way: ${String(under)}.`;
}

/** @returns whether all of the lesson's steps are done */
function showLesson(place: HTMLElement, { lessons }: ProgressRecord): boolean {
  const { lesson = '', steps = '' } = place.dataset;
  const ids = steps.split(' ');
  const marks = lessons[lesson] ?? {};
  const done = ids.filter((id) => marks[id] === 'done').length;
  const skipped = ids.filter((id) => marks[id] === 'skipped').length;
  if (done === ids.length) showPlace(place, 'done', 'Done');
  else if (done + skipped === 0) showPlace(place, 'untouched', MASTERY_WORDS.untouched.word);
  else {
    const left = skipped > 0 ? `, ${String(skipped)} skipped` : '';
    showPlace(place, 'begun', `${String(done)} of ${String(ids.length)} steps done${left}`);
  }
  return done === ids.length;
}

function showPlace(place: HTMLElement, mastery: Mastery, words: string): void {
  const shape = place.querySelector<SVGElement>('[data-mastery]')!;
  shape.dataset.mastery = mastery;
  shape.querySelector('use')!.setAttribute('href', `#mastery-${mastery}`);
  place.querySelector('[data-standing]')!.textContent = words;
}

function wordsFor({ mastery, phases, masteredAtMs, transferScore }: ExerciseStanding): string {
  const { word } = MASTERY_WORDS[mastery];
  if (masteredAtMs !== null) return `${word} on ${dayOf(masteredAtMs)}`;
  if (mastery === 'done' && transferScore !== null)
    return `${word}, ${String(Math.round(transferScore))} points in another guise`;
  return phases.length > 0 ? `${word}: ${phases.join(', ')}` : word;
}
