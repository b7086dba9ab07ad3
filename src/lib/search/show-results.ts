/** Draws what the index answers, by kind. */
import { make } from '../ui/make';
import type { Answer, Found, FoundGroup } from './search';

/** Results of a kind that are shown at once; the others when asked for. */
const FEW = 5;

/** What is said of an answer, in one line; nothing while nothing is asked. */
export function answerInWords(question: string, answer: Answer | null): string {
  if (answer === null) return '';
  if (answer.total === 0) return `Nothing found for «${question.trim()}».`;
  const count = answer.total === 1 ? 'One result' : `${String(answer.total)} results`;
  if (answer.match === 'similar') return `${count} with words like these.`;
  return answer.match === 'some' ? `${count} with some of these words; nothing has them all.` : `${count}.`;
}

/**
 * The results of an answer, a section for each kind.
 *
 * @param root address of the site's first page, with a slash at its end
 */
export const resultSections = (answer: Answer | null, root: string): HTMLElement[] =>
  (answer?.groups ?? []).map((group) => section(group, root));

function section({ kind, heading, results }: FoundGroup, root: string): HTMLElement {
  const count = make('span', String(results.length));
  count.className = 'count';
  const title = make('h2', `${heading} `, count);
  title.id = `results-${kind}`;
  const list = make('ol', ...results.slice(0, FEW).map((found) => item(found, root)));
  const whole = make('section', title, list);
  whole.setAttribute('aria-labelledby', title.id);
  if (results.length > FEW) whole.append(moreButton(heading, results.slice(FEW), list, root));
  return whole;
}

function moreButton(heading: string, more: readonly Found[], list: HTMLElement, root: string): HTMLElement {
  const ofWhat = make('span', ` of ${heading}`);
  ofWhat.className = 'visually-hidden';
  const button = make('button', `${String(more.length)} more`, ofWhat);
  button.type = 'button';
  button.addEventListener('click', () => {
    const added = more.map((found) => item(found, root));
    list.append(...added);
    button.remove();
    // The button is gone: who used it by keyboard goes on with what it brought.
    added[0]?.querySelector('a')?.focus();
  });
  return button;
}

function item({ href, title, within, pieces }: Found, root: string): HTMLElement {
  const link = make('a', title);
  link.href = root + href.slice(1);
  const where = make('span', within);
  where.className = 'within';
  const text = make('p', ...pieces.map((piece) => (piece.found ? make('mark', piece.text) : piece.text)));
  return make('li', link, ...(within ? [where] : []), text);
}
