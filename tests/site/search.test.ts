import MiniSearch from 'minisearch';
import { describe, expect, test } from 'vitest';
import { GLOSSARY } from '../../content/glossary';
import { EXERCISES } from '../../content/exercises';
import { LESSONS } from '../../content/lessons';
import { ASSUMPTIONS, DISAGREEMENTS, PARAMETERS, REASONS, ROWS, STATES, STATE_IDS } from '../../src/engine';
import type { SEARCH_KINDS } from '../../src/lib/search/document';
import { INDEX_OPTIONS, type SearchDocument } from '../../src/lib/search/document';
import { searchDocuments } from '../../src/lib/search/documents.server';
import { ask } from '../../src/lib/search/search';

const documents = searchDocuments();
const built = new MiniSearch<SearchDocument>(INDEX_OPTIONS);
built.addAll(documents);
/** As the browser has it: written down and read again. */
const index = MiniSearch.loadJSON<SearchDocument>(JSON.stringify(built), INDEX_OPTIONS);

const best = (question: string) => ask(index, question).groups[0]?.results[0];

describe('what can be found', () => {
  test('is everything, each under an address of its own', () => {
    const hrefs = documents.map(({ href }) => href);
    expect(new Set(hrefs).size).toBe(hrefs.length);
    for (const href of hrefs) expect(href).toMatch(/^\/([\w-]+\/)*([?#][\w=-]+)?$/);
    const count = (kind: keyof typeof SEARCH_KINDS) => documents.filter((one) => one.kind === kind).length;
    expect(count('rows')).toBe(ROWS.length);
    expect(count('states')).toBeGreaterThanOrEqual(STATE_IDS.length);
    expect(count('reasons')).toBe(REASONS.length);
    expect(count('parameters')).toBeGreaterThanOrEqual(PARAMETERS.length);
    expect(count('services')).toBeGreaterThanOrEqual(5);
    expect(count('commands')).toBeGreaterThanOrEqual(10);
    expect(count('glossary')).toBe(GLOSSARY.length);
    expect(count('exercises')).toBe(EXERCISES.length);
    expect(count('lessons')).toBe(LESSONS.length + LESSONS.flatMap(({ steps }) => steps).length);
    expect(count('scenarios')).toBeGreaterThanOrEqual(44);
    expect(count('assumptions')).toBeGreaterThanOrEqual(ASSUMPTIONS.length);
    expect(count('disagreements')).toBe(DISAGREEMENTS.length);
  });

  test('says something to every address', () => {
    expect(documents.filter(({ title, text }) => title.trim() === '' || text.trim() === '')).toEqual([]);
  });

  test('has the prose of each step of a lesson', () => {
    const prose = documents.find(({ href }) => href === '/learn/verify-database-replication/#status');
    expect(prose?.text).toContain('utils dbreplication status');
    expect(prose?.text).not.toMatch(/[`*<>{}]/);
  });
});

describe('a question', () => {
  test.each([
    ...STATE_IDS.map((id) => [STATES[id].name, `/reference/states/${id}/`]),
    ...PARAMETERS.map(({ name }) => [name, '/reference/parameters/']),
    ['utils ha failover', '/reference/commands/utils-ha-failover/'],
    ['Cisco XCP Router', '/reference/services/cisco-xcp-router/'],
    ['I-11', '/assumptions/#i-11'],
    ['split brain', '/glossary/#split-brain'],
    ['SRM', '/glossary/#server-recovery-manager'],
  ])('%s leads to its own page first', (question, href) => {
    const first = ask(index, question)
      .groups.flatMap(({ results }) => results[0] ?? [])
      .map((result) => result.href);
    expect(first.slice(0, 2).some((one) => one.startsWith(href))).toBe(true);
  });

  test('may be the beginning of a word', () => {
    expect(best('heartb')?.title).toMatch(/heartbeat|keep-alive/i);
    expect(ask(index, 'heartb').match).toBe('all');
  });

  test('may have a fault in it, and the answer says so', () => {
    const answer = ask(index, 'failovr');
    expect(answer.match).toBe('similar');
    expect(answer.groups[0]?.results[0]?.title).toMatch(/failover/i);
  });

  test('of which nothing has all words is answered with what has some', () => {
    const answer = ask(index, 'replication zebra');
    expect(answer.match).toBe('some');
    expect(answer.total).toBeGreaterThan(0);
  });

  test('without words, or with none that is near, finds nothing', () => {
    expect(ask(index, '  ').total).toBe(0);
    expect(ask(index, 'qqqqzzzz').total).toBe(0);
  });

  test('shows the words in the results', () => {
    const found = ask(index, 'serial console').groups.flatMap(({ results }) => results);
    const marked = found.flatMap(({ pieces }) =>
      pieces.filter((piece) => piece.found).map(({ text }) => text),
    );
    expect(marked.map((text) => text.toLowerCase())).toContain('serial');
  });
});
