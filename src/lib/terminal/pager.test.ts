import { describe, expect, it } from 'vitest';
import { pageAfter, pagerPrompt, paginate } from './pager';
import { table, text } from './pieces';

const LINES = text(...Array.from({ length: 50 }, (_, line) => `line ${line + 1}`));
const pages = paginate(LINES, 20);

describe('the pager', () => {
  it('tears long output into pages of so many lines', () => {
    expect(pages.map(({ length }) => length)).toEqual([20, 20, 10]);
    expect(paginate(text('one'), 20)).toHaveLength(1);
    expect(paginate([], 20)).toEqual([[]]);
  });

  it('keeps a table whole', () => {
    const tall = table(
      'tall',
      Array.from({ length: 30 }, () => 'row'),
    );
    expect(paginate([...text('before'), tall, ...text('after')], 20).map(({ length }) => length)).toEqual([
      1, 1, 1,
    ]);
  });

  it('says where it is and what may be answered', () => {
    expect(pagerPrompt({ pages, at: 1 })).toBe(
      'options: q=quit, n=next, p=prev, b=begin, e=end (lines 21 - 40 of 50) :',
    );
  });

  it.each([
    ['n', 0, 1],
    ['', 1, 2],
    ['N', 0, 1],
    ['n', 2, null],
    ['p', 1, 0],
    ['p', 0, 0],
    ['b', 2, 0],
    ['e', 0, 2],
    ['q', 0, null],
    ['x', 0, undefined],
  ])('after «%s» on page %d comes %s', (answer, at, next) => {
    expect(pageAfter({ pages, at }, answer)).toBe(next);
  });
});
