import { describe, expect, it } from 'vitest';
import { marksFromText, marksToText } from './progress';

describe('marks of the course', () => {
  it('are read back as they were kept', () => {
    const marks = { 'a-lesson': { one: 'done', two: 'skipped' } } as const;
    expect(marksFromText(marksToText(marks))).toEqual(marks);
  });

  it.each(['', '{oh', '[]', '{"version":2,"lessons":{}}', '{"version":1,"lessons":{"a":{"b":"yes"}}}'])(
    'are not read from %j',
    (text) => {
      expect(marksFromText(text)).toBeNull();
    },
  );
});
