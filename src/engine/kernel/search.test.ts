import { expect, test } from 'vitest';
import { firstPlace } from './search';

test('the first place from which on a condition holds is found among any number of places', () => {
  for (let length = 0; length < 20; length++)
    for (let from = 0; from <= length; from++)
      expect(firstPlace(length, (place) => place >= from)).toBe(from);
});
