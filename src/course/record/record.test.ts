import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attempt } from '../attempt';
import { canonicalText } from './canonical';
import { includesRecord, mergeRecords } from './merge';
import {
  attemptAsRecord,
  EMPTY_RECORD,
  isEmptyRecord,
  markAsRecord,
  playAsRecord,
  resultAsRecord,
  shiftAsRecord,
  shiftsInOrder,
  type ProgressRecord,
} from './record';
import { anyRecord, attemptOf, playOf, resultOf, shiftOf } from '../../../tests/fixtures/progress/records';
import { recordFromText, recordToText } from './text';

const merged = (...records: ProgressRecord[]) => records.reduce(mergeRecords);

describe('merging records', () => {
  it('gives the same in either order, in any grouping, and however often it is done', () => {
    fc.assert(
      fc.property(anyRecord, anyRecord, anyRecord, (a, b, c) => {
        expect(merged(a, b)).toEqual(merged(b, a));
        expect(merged(merged(a, b), c)).toEqual(merged(a, merged(b, c)));
        expect(merged(a, a)).toEqual(a);
        expect(merged(a, b, b, a)).toEqual(merged(a, b));
        expect(merged(a, EMPTY_RECORD)).toEqual(a);
      }),
      { numRuns: 300 },
    );
  });

  it('loses no mark, no result and no shift', () => {
    fc.assert(
      fc.property(anyRecord, anyRecord, (a, b) => {
        const both = merged(a, b);
        expect(includesRecord(both, a) && includesRecord(both, b)).toBe(true);
        for (const one of [a, b]) {
          expect(Object.keys(both.results)).toEqual(expect.arrayContaining(Object.keys(one.results)));
          expect(Object.keys(both.shifts)).toEqual(expect.arrayContaining(Object.keys(one.shifts)));
          for (const [slug, steps] of Object.entries(one.lessons))
            for (const [id, mark] of Object.entries(steps))
              expect(mark === 'done' ? ['done'] : ['done', 'skipped']).toContain(both.lessons[slug]?.[id]);
        }
      }),
    );
  });

  it('takes a step that was done in one of them as done', () => {
    const both = merged(markAsRecord('a', 'one', 'done'), markAsRecord('a', 'one', 'skipped'));
    expect(both.lessons).toEqual({ a: { one: 'done' } });
  });

  it('takes the attempt that was kept later, and one that was given up stays given up', () => {
    const begun = attemptAsRecord(EMPTY_RECORD, 'x', attemptOf('x'), 5000);
    const left = attemptAsRecord(begun, 'x', null, 6000);
    expect(merged(left, begun).attempts.x).toEqual({ savedAtMs: 6000, attempt: null });
  });

  it('takes what was kept last as later even where the clock was set back', () => {
    const begun = attemptAsRecord(EMPTY_RECORD, 'x', attemptOf('x'), 5000);
    const left = attemptAsRecord(begun, 'x', null, 1000);
    expect(merged(begun, left).attempts.x?.attempt).toBeNull();
  });

  it('takes a shift that came to its end as no longer under way, also where the clock was set back', () => {
    const begun = playAsRecord(EMPTY_RECORD, 'calm', playOf(), 5000);
    const over = shiftAsRecord(begun, shiftOf({ atMs: 4000 }));
    for (const both of [merged(begun, over), merged(over, begun)]) {
      expect(both.plays.calm?.play).toBeNull();
      expect(shiftsInOrder(both).map(({ id }) => id)).toEqual(['s']);
    }
  });
});

describe('a record as text', () => {
  it('is read back as it was', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        expect(recordFromText(recordToText(record))).toEqual({ kind: 'record', record });
      }),
    );
  });

  it('is the same for equal records', () => {
    fc.assert(
      fc.property(anyRecord, anyRecord, (a, b) => {
        expect(recordToText(merged(a, b))).toBe(recordToText(merged(b, a)));
        expect(canonicalText(merged(a, b))).toBe(canonicalText(merged(b, a)));
      }),
    );
  });

  it('may be the marks that version 1 kept', () => {
    const text = '{"version":1,"lessons":{"a-lesson":{"one":"done","two":"skipped"}}}';
    expect(recordFromText(text)).toEqual({
      kind: 'record',
      record: { ...EMPTY_RECORD, lessons: { 'a-lesson': { one: 'done', two: 'skipped' } } },
    });
  });

  it('may be one of version 2, which had no shifts', () => {
    const { shifts: _, plays: __, ...old } = resultAsRecord(resultOf({ id: 'r1' }));
    const text = JSON.stringify({ format: 'presence-redundancy-progress', version: 2, ...old });
    expect(recordFromText(text)).toEqual({
      kind: 'record',
      record: resultAsRecord(resultOf({ id: 'r1' })),
    });
    expect(isEmptyRecord(EMPTY_RECORD)).toBe(true);
    expect(isEmptyRecord(playAsRecord(EMPTY_RECORD, 'calm', playOf(), 5))).toBe(false);
  });

  it.each([
    ['{"format":"presence-redundancy-progress","version":4,"anything":[]}', 4],
    ['{"version":17,"lessons":{}}', 17],
  ])('is left alone where a newer version wrote it: %s', (text, version) => {
    expect(recordFromText(text)).toEqual({ kind: 'newer', version });
  });

  const good = JSON.parse(recordToText(resultAsRecord(resultOf({ id: 'r1' })))) as Record<string, unknown>;
  const withResult = (change: object) =>
    JSON.stringify({ ...good, results: { r1: { ...resultOf({ id: 'r1' }), ...change } } });

  it.each([
    ['', /^file: must be JSON/],
    ['{oh', /^file: must be JSON/],
    ['[]', /^file: must be an object/],
    ['null', /^file: must be an object/],
    [
      '{"format":"presence-redundancy-scenario","version":1}',
      /^format: must be "presence-redundancy-progress"/,
    ],
    [JSON.stringify({ ...good, version: 0 }), /^version: must be 3/],
    [JSON.stringify({ ...good, lessons: undefined }), /^lessons: must be there/],
    [JSON.stringify({ ...good, more: 1 }), /^more: must not be there/],
    [
      JSON.stringify({ ...good, lessons: { a: { b: 'yes' } } }),
      /^lessons\.a\.b: must be one of "done", "skipped"/,
    ],
    [withResult({ score: 140 }), /^results\.r1\.score: must be a number from 0 to 100/],
    [withResult({ score: '90' }), /^results\.r1\.score: must be a number from 0 to 100/],
    [withResult({ hints: 5 }), /^results\.r1\.hints: must be a whole number from 0 to 4/],
    [withResult({ phase: 'win' }), /^results\.r1\.phase: must be one of "predict"/],
    [withResult({ id: 'r2' }), /^results: must have each result under its own id/],
    [
      withResult({ prediction: { confidence: 80, right: true } }),
      /^results\.r1\.prediction\.confidence: must be a number from 0\.5 to 1/,
    ],
    [
      JSON.stringify({
        ...good,
        attempts: { x: { savedAtMs: 1, attempt: { ...attemptOf('x'), at: 'end' } } },
      }),
      /^attempts\.x\.attempt\.at: must be one of "predict"/,
    ],
    [
      JSON.stringify({ ...good, shifts: { s2: shiftOf() } }),
      /^shifts: must have each shift under its own id/,
    ],
    [
      JSON.stringify({ ...good, shifts: { s: shiftOf({ seed: 1.5 }) } }),
      /^shifts\.s\.seed: must be a whole number from 0 to 999999/,
    ],
    [
      JSON.stringify({
        ...good,
        plays: { calm: { savedAtMs: 1, play: playOf({ steps: [{ at: -1, do: 'failover' }] }) } },
      }),
      /^plays\.calm\.play\.steps\.0\.at: must be a number from 0/,
    ],
  ])('that is wrong is told by place and by what is expected there: %s', (text, fault) => {
    const read = recordFromText(text);
    expect(read.kind === 'faulty' && read.faults[0]).toMatch(fault);
  });

  it('keeps what is in order of one that is not', () => {
    const text = JSON.stringify({
      ...good,
      lessons: { a: { one: 'done' }, b: { two: 'maybe' } },
      results: { r1: resultOf({ id: 'r1' }), r2: { id: 'r2' }, r3: resultOf({ id: 'r4' }) },
      attempts: { x: { savedAtMs: 1, attempt: attemptOf('x') }, y: 7 },
      shifts: { s: shiftOf(), s2: shiftOf() },
      plays: { calm: { savedAtMs: 1, play: playOf() }, busy: { play: null } },
    });
    const read = recordFromText(text);
    expect(read.kind === 'faulty' && read.remainder).toEqual({
      lessons: { a: { one: 'done' } },
      results: { r1: resultOf({ id: 'r1' }) },
      attempts: { x: { savedAtMs: 1, attempt: attemptOf('x') } },
      shifts: { s: shiftOf() },
      plays: { calm: { savedAtMs: 1, play: playOf() } },
    });
  });

  it('cannot reach behind the objects it is read into', () => {
    const text =
      '{"format":"presence-redundancy-progress","version":2,"lessons":{"__proto__":{"a":"done"}},"results":{},"attempts":{}}';
    const read = recordFromText(text);
    expect(read.kind).toBe('record');
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });

  it('has an attempt with everything in it', () => {
    const attempt: Attempt = attemptOf('x');
    const record = attemptAsRecord(EMPTY_RECORD, 'x', attempt, 5);
    expect(recordFromText(recordToText(record))).toEqual({ kind: 'record', record });
  });
});
