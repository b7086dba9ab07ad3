import { describe, expect, it } from 'vitest';
import { LineHistory } from './line-history';
import { distance, nearest } from './nearest';

describe('the nearest name', () => {
  it.each([
    ['status', 'status', 0],
    ['stauts', 'status', 1],
    ['statu', 'status', 1],
    ['sttatus', 'status', 1],
    ['stetus', 'status', 1],
    ['', 'abc', 3],
    ['list', 'show', 4],
  ])('%s is %s but for %d changes', (from, to, changes) => {
    expect(distance(from, to)).toBe(changes);
    expect(distance(to, from)).toBe(changes);
  });

  it('is none where nothing is near', () => {
    expect(nearest('xyz', ['status', 'failover'])).toBeNull();
    expect(nearest('ab', [])).toBeNull();
  });

  it('is the one with the fewest changes, or of which a part was typed', () => {
    expect(nearest('failbakc', ['failover', 'fallback'])).toBe('fallback');
    expect(nearest('router', ['Cisco SIP Proxy', 'Cisco XCP Router'])).toBe('Cisco XCP Router');
  });
});

describe('the history of lines', () => {
  it('goes back and forth, and gives what was being typed at its end', () => {
    const history = new LineHistory();
    for (const line of ['one', 'two', 'two', ' ']) history.add(line);
    expect(history.move(-1, 'draft')).toBe('two');
    expect(history.move(-1, 'two')).toBe('one');
    expect(history.move(-1, 'one')).toBe('one');
    expect(history.move(1, 'one')).toBe('two');
    expect(history.move(1, 'two')).toBe('draft');
    expect(history.move(1, 'draft')).toBe('draft');
  });
});
