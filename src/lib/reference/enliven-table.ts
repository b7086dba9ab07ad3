/** Brings the whole table to life: it is written without a script, and filtered and sorted with one. */

const textOf = (cell: Element | null | undefined): string =>
  (cell instanceof HTMLElement && cell.dataset.sort) || '';

/**
 * Lets the form filter the table's rows and its headings sort them, first as the address says.
 *
 * @param page the element that holds form and table
 * @param remember is told the query of the address after every change: filter and order
 */
export function enlivenTable(page: Element, remember: (query: string) => void): void {
  const form = page.querySelector('form');
  const output = page.querySelector('output');
  const body = page.querySelector('tbody');
  if (!form || !output || !body) return;
  const rows = [...body.rows];
  const headings = [...page.querySelectorAll<HTMLElement>('th[data-column]')];
  const said = new URLSearchParams(location.search);
  let order = said.get('sort') ?? '';

  const fields = [...form.querySelectorAll('select')];
  const value = (name: string): string => fields.find((field) => field.name === name)?.value ?? '';

  const filter = (): void => {
    for (const row of rows) {
      const shows = row.dataset.shows?.split(' ') ?? [];
      row.hidden =
        (value('state') !== '' && !shows.includes(value('state'))) ||
        (value('reason') !== '' && !shows.includes(`r:${value('reason')}`)) ||
        (value('family') !== '' && row.dataset.family !== value('family'));
    }
    output.textContent = `${rows.filter(({ hidden }) => !hidden).length} of ${rows.length} pairs`;
  };
  const sort = (): void => {
    const place = headings.findIndex(({ dataset }) => dataset.column === order.replace('-', ''));
    const sign = order.startsWith('-') ? -1 : 1;
    headings.forEach((heading, index) => {
      if (index === place) heading.ariaSort = sign < 0 ? 'descending' : 'ascending';
      else heading.removeAttribute('aria-sort');
    });
    if (place < 0) return;
    rows.sort((a, b) => sign * textOf(a.cells[place]).localeCompare(textOf(b.cells[place])));
    body.append(...rows);
  };
  const tell = (): void => {
    const said = [...fields.map((field) => [field.name, field.value]), ['sort', order]];
    remember(`?${new URLSearchParams(said.filter(([, text]) => text !== ''))}`);
  };

  for (const field of fields) {
    field.value = said.get(field.name) ?? '';
    if (field.selectedIndex < 0) field.selectedIndex = 0;
  }
  for (const heading of headings) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener('click', () => {
      const column = heading.dataset.column ?? '';
      order = order === column ? `-${column}` : column;
      sort();
      tell();
    });
  }
  form.addEventListener('change', () => {
    filter();
    tell();
  });
  form.addEventListener('reset', () => {
    for (const field of fields) field.selectedIndex = 0;
    filter();
    tell();
  });
  filter();
  sort();
}
