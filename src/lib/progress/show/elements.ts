/** Finding and making elements of the page. */
import { make } from '../../ui/make';

export { make };

/** The one element with a data attribute, as in `data-summary`. */
export const part = <E extends HTMLElement = HTMLElement>(page: ParentNode, name: string): E =>
  page.querySelector<E>(`[data-${name}]`)!;

/** A row of a table; the first cell names it. */
export function row(heading: string | Node, ...cells: string[]): HTMLTableRowElement {
  const first = make('th', heading);
  first.scope = 'row';
  return make('tr', first, ...cells.map((cell) => make('td', cell)));
}

/** A day as people write it. */
export const dayOf = (atMs: number): string =>
  new Date(atMs).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** A share in whole percent. */
export const percent = (share: number): string => `${String(Math.round(100 * share))} %`;
