import { describe, expect, it } from 'vitest';
import type { Step } from '../model/step';
import { printStep } from './describe';

describe('a step in a few words', () => {
  it.each([
    [
      'imp1: stop service, Cisco XCP Router',
      { do: 'stop-service', node: 'imp1', service: 'Cisco XCP Router' },
    ],
    ['user2 searches user1', { do: 'search-temporary-presence', watcher: 'user2', user: 'user1' }],
    [
      'user2 deletes the search for user1',
      { do: 'delete-temporary-search', watcher: 'user2', user: 'user1' },
    ],
    [
      'user2 subscribes again to user1',
      { do: 'subscribe-temporary-presence', watcher: 'user2', user: 'user1' },
    ],
  ] satisfies [string, Step][])('is %s', (words, step) => {
    expect(printStep(step)).toBe(words);
  });
});
