import { describe, expect, test } from 'vitest';
import {
  countOf,
  formatCount,
  formatExactInstant,
  formatInstant,
  formatRemaining,
  formatShare,
  formatShortDuration,
  spokenDuration,
} from './format';

describe('instants', () => {
  test.each([
    [0, '0:00'],
    [30_020, '0:30'],
    [59_999, '0:59'],
    [724_000, '12:04'],
    [3_723_000, '1:02:03'],
    [90_000_000, '25:00:00'],
  ])('%i ms reads %s', (timeMs, text) => {
    expect(formatInstant(timeMs)).toBe(text);
  });

  test('to the millisecond where it matters', () => {
    expect(formatExactInstant(30_020)).toBe('0:30.020');
  });
});

describe('time left', () => {
  test.each([
    [0, '0.0 s'],
    [1, '0.1 s'],
    [7_400, '7.4 s'],
    [9_900, '9.9 s'],
    [9_901, '0:10'],
    [53_000, '0:53'],
    [52_001, '0:53'],
    [1_800_000, '30:00'],
  ])('%i ms left reads %s', (remainingMs, text) => {
    expect(formatRemaining(remainingMs)).toBe(text);
  });
});

describe('words and numbers', () => {
  test.each([
    [0, '0 seconds'],
    [20, '20 milliseconds'],
    [1_000, '1 second'],
    [90_000, '1 minute 30 seconds'],
    [7_200_000, '2 hours'],
  ])('%i ms is spoken as %s', (durationMs, text) => {
    expect(spokenDuration(durationMs)).toBe(text);
  });

  test('short durations keep their unit', () => {
    expect(formatShortDuration(20)).toBe('20 ms');
    expect(formatShortDuration(1_500)).toBe('1.5 s');
  });

  test('counts have commas and a noun that agrees', () => {
    expect(formatCount(75_000)).toBe('75,000');
    expect(formatCount(999)).toBe('999');
    expect(countOf(1, 'user')).toBe('1 user');
    expect(countOf(1_200_000, 'user')).toBe('1,200,000 users');
  });

  test('shares are per cent', () => {
    expect(formatShare(0.1)).toBe('10 %');
    expect(formatShare(0.005)).toBe('0.5 %');
  });
});
