/** What the finder and the whole table do: a script of its own, without a framework. */
import { enlivenFinder } from './enliven-finder';
import { enlivenTable } from './enliven-table';

/** Puts a query into the address, so that it can be copied and comes back with the page. */
const remember = (query: string): void => {
  history.replaceState(history.state, '', query);
};

const page = document.querySelector('.reference');
if (page?.classList.contains('find')) enlivenFinder(page, remember);
if (page?.classList.contains('table')) enlivenTable(page, remember);
