/** Brings the finder to life: reads what is pasted, typed or chosen, and leads to the rows that fit. */
import { REASONS, ROWS, STATES } from '../../engine';
import { findRows, type FinderRow, type Sight } from './find-rows';
import { NO_REASON } from './finder-fields';
import { parseHaStatus, type ReadGroup, type Unread, type Vocabulary } from './parse-ha-status';
import { UNREACHABLE, printSide } from './print-side';

const VOCABULARY: Vocabulary = {
  states: [...Object.values(STATES).map(({ id, name }) => [id, name] as const), ['unreachable', UNREACHABLE]],
  reasons: REASONS,
};

const NODES = ['1', '2'] as const;
const NOT_KNOWN: Sight = { state: null, reason: undefined };

/** An element with what stands in it. Text becomes text, whatever it says. */
function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}

function listOf(rows: readonly FinderRow[]): HTMLUListElement {
  const lines = rows.map(({ slug, title, node1, node2 }) => {
    const link = element('a', title);
    link.href = `../rows/${slug}/`;
    const pair = element('span', `${printSide(node1)} — ${printSide(node2)}`);
    return element('li', link, ' ', pair);
  });
  return element('ul', ...lines);
}

function foundIn({ name, nodes }: ReadGroup): readonly HTMLElement[] {
  const [one, other] = nodes;
  const { fitting, near } = findRows(one ?? NOT_KNOWN, other ?? NOT_KNOWN, ROWS);
  const heading = name === null ? [] : [element('h3', name)];
  if (fitting.length === 0) {
    const next = near.length > 0 ? ' These come nearest:' : '';
    return [...heading, element('p', `The guide has no row for this pair.${next}`), listOf(near)];
  }
  const isExact = fitting.length === 1;
  const said = isExact
    ? 'This is:'
    : other
      ? 'It can be any of these; what is not known yet would decide:'
      : 'With this on one node, it can be any of these:';
  const list = listOf(fitting);
  if (isExact) list.className = 'exact';
  return [...heading, element('p', said), list];
}

/**
 * Lets the form find rows, first for what the address says.
 *
 * @param page the element that holds the form and the place for what is found
 * @param remember is told the query of the address after every change: what is chosen
 */
export function enlivenFinder(page: Element, remember: (query: string) => void): void {
  const form = page.querySelector('form');
  const text = form?.querySelector('textarea');
  const found = page.querySelector('.found');
  if (!form || !text || !found) return;
  const fields = [...form.querySelectorAll('select')];
  const fieldOf = (name: string): HTMLSelectElement | undefined =>
    fields.find((field) => field.name === name);
  const valueOf = (name: string): string => fieldOf(name)?.value ?? '';
  const choose = (name: string, value: string): void => {
    const field = fieldOf(name);
    if (field)
      field.selectedIndex = Math.max(
        0,
        [...field.options].findIndex((option) => option.value === value),
      );
  };

  const chosen = (): readonly ReadGroup[] => {
    const nodes = NODES.map((place) => {
      const reason = valueOf(`reason${place}`);
      return {
        name: null,
        state: VOCABULARY.states.find(([id]) => id === valueOf(`state${place}`))?.[0] ?? null,
        reason: reason === NO_REASON ? null : REASONS.find((it) => it === reason),
      };
    }).filter(({ state, reason }) => state !== null || reason !== undefined);
    return nodes.length > 0 ? [{ name: null, nodes }] : [];
  };
  const notRead = ({ text: said, near }: Unread): HTMLElement => {
    const line = element('p', `Not read: «${said}».`, near.length > 0 ? ' Did you mean ' : '');
    near.forEach((name, place) => {
      const button = element('button', name);
      button.type = 'button';
      button.addEventListener('click', () => {
        // Where case was lost in reading, the text is searched without it.
        const at = text.value.toLowerCase().indexOf(said.toLowerCase());
        if (at < 0) return;
        text.value = text.value.slice(0, at) + name + text.value.slice(at + said.length);
        read();
        text.focus();
      });
      line.append(place > 0 ? ' or ' : '', button);
    });
    line.append(near.length > 0 ? '?' : '');
    return line;
  };
  const show = (groups: readonly ReadGroup[], unread: readonly Unread[]): void => {
    found.replaceChildren(...unread.map(notRead), ...groups.flatMap(foundIn));
    const said = fields.map(({ name, value }) => [name, value]).filter(([, value]) => value !== '');
    remember(said.length > 0 ? `?${new URLSearchParams(said)}` : location.pathname);
  };
  const read = (): void => {
    const { groups, unread } = parseHaStatus(text.value, VOCABULARY);
    NODES.forEach((place, index) => {
      const { state, reason } = groups[0]?.nodes[index] ?? NOT_KNOWN;
      choose(`state${place}`, state ?? '');
      choose(`reason${place}`, reason === null ? NO_REASON : (reason ?? ''));
    });
    show(groups, unread);
  };

  text.addEventListener('input', read);
  form.addEventListener('change', ({ target }) => {
    if (target !== text) show(chosen(), []);
  });
  form.addEventListener('reset', () => {
    text.value = '';
    for (const { name } of fields) choose(name, '');
    show([], []);
  });
  form.addEventListener('submit', (event) => event.preventDefault());

  const said = new URLSearchParams(location.search);
  for (const { name } of fields) choose(name, said.get(name) ?? '');
  if (text.value !== '') read();
  else if (said.size > 0) show(chosen(), []);
}
