import { describe, expect, test } from 'vitest';
import { RECORD } from '../rules/recorder';
import { RunLog } from './log';

/** A log over several blocks: a send, an arrival and now and then a change of state, each a millisecond apart. */
function filledLog(length: number): RunLog {
  const log = new RunLog();
  const content = { says: 'normal' };
  for (let index = 0; index < length; index++) {
    const kind = index % 1000 === 7 ? RECORD.state : index % 2 === 0 ? RECORD.send : RECORD.arrival;
    const detail = kind === RECORD.state ? { change: index } : content;
    log.record(index, index >> 1, kind, index % 2, -1, index, -index, detail);
  }
  return log;
}

const contentOf = (log: RunLog, length: number): unknown[] =>
  Array.from({ length }, (_, index) => log.read(index));

describe('the log of a run', () => {
  test('reads back what was written, over block boundaries', () => {
    const log = filledLog(10_000);
    expect(log.read(4096)).toEqual({
      index: 4096,
      timeMs: 4096,
      event: 2048,
      kind: RECORD.send,
      node: 0,
      rule: -1,
      a: 4096,
      b: -4096,
      detail: { says: 'normal' },
    });
    expect(log.read(4007)).toMatchObject({ kind: RECORD.state, node: 1, detail: { change: 4007 } });
    expect(log.countUntil(4999)).toBe(5000);
    expect(log.countUntilEvent(2499)).toBe(5000);
    expect(log.counted).toBe(9990);
  });

  test.each([0, 1, 4095, 4096, 4097, 8192, 9000])(
    'forked after %i records, both logs go on without touching each other',
    (length) => {
      const log = filledLog(10_000);
      const before = contentOf(log, 10_000);
      const fork = log.fork(length);
      expect(fork.length).toBe(length);
      for (let index = length; index < 10_000; index++)
        fork.record(index, 7, RECORD.timer, -1, 3, 1, 2, null);
      log.record(10_000, 5000, RECORD.client, 0, -1, 1, 0, null);
      expect(contentOf(log, 10_000)).toEqual(before);
      expect(contentOf(fork, length)).toEqual(before.slice(0, length));
      if (length < 10_000)
        expect(fork.read(length)).toMatchObject({
          timeMs: length,
          kind: RECORD.timer,
          rule: 3,
          detail: null,
        });
      expect(fork.counted).toBe(10_000 - fork.indicesOf(RECORD.state, 10_000).length);
    },
  );

  test('lists rare kinds up to an index, and reads the log for frequent ones', () => {
    const log = filledLog(4000);
    expect(log.indicesOf(RECORD.state, 2008)).toEqual([7, 1007, 2007]);
    expect(log.indicesOf(RECORD.state, 2007)).toEqual([7, 1007]);
    expect(log.indicesOf(RECORD.send, 5)).toEqual([0, 2, 4]);
  });

  test('gives the last records of some kinds, oldest first', () => {
    const log = filledLog(4000);
    expect(log.lastOf([RECORD.state, RECORD.step], 4000, 2)).toEqual([2007, 3007]);
    expect(log.lastOf([RECORD.state, RECORD.send], 9, 3)).toEqual([6, 7, 8]);
    expect(log.lastOf([RECORD.state], 7, 10)).toEqual([]);
  });
});
