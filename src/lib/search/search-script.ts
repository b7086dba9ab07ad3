/** What the search page does: a script of its own, without the framework. */
import { ask, fetchIndex, type SearchIndex } from './search';
import { answerInWords, resultSections } from './show-results';

const field = document.querySelector<HTMLInputElement>('#query')!;
const status = document.querySelector<HTMLElement>('[data-search-status]')!;
const results = document.querySelector<HTMLElement>('[data-search-results]')!;
const root = new URL('../', location.href).pathname;

let index: Promise<SearchIndex> | null = null;

/** The index is fetched with the first word. */
async function answer(): Promise<void> {
  const question = field.value;
  if (question.trim() === '') return show('', []);
  try {
    if (!index) status.textContent = 'Searching…';
    const found = ask(await (index ??= fetchIndex('index.json')), question);
    if (question === field.value) show(answerInWords(question, found), resultSections(found, root));
  } catch {
    index = null;
    show('The search could not be loaded. Look again when you have a network.', []);
  }
}

function show(said: string, sections: readonly HTMLElement[]): void {
  status.textContent = said;
  results.replaceChildren(...sections);
}

/** The address follows what is typed, so that a reload or a link gives the same results. */
function follow(): void {
  const query = new URLSearchParams({ q: field.value }).toString();
  history.replaceState(history.state, '', `?${query}`);
  void answer();
}

field.addEventListener('input', follow);
field.form?.addEventListener('submit', (event) => {
  event.preventDefault();
  follow();
});
// Who types is ahead of the address.
if (field.value === '') field.value = new URLSearchParams(location.search).get('q') ?? '';
if (field.value === '') field.focus();
void answer();
