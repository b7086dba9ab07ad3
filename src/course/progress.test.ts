import { describe, expect, it } from 'vitest';
import { marksFromText } from './progress';

describe('marks of the course as the first version kept them', () => {
  it('are read', () => {
    const marks = { 'a-lesson': { one: 'done', two: 'skipped' } } as const;
    expect(marksFromText(JSON.stringify({ version: 1, lessons: marks }))).toEqual(marks);
  });

  it.each(['', '{oh', '[]', '{"version":2,"lessons":{}}', '{"version":1,"lessons":{"a":{"b":"yes"}}}'])(
    'are not read from %j',
    (text) => {
      expect(marksFromText(text)).toBeNull();
    },
  );
});
