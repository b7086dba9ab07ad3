import { describe, expect, it } from 'vitest';
import { tickLabel, tickStepMs, timeTicks } from './ticks';

describe('the ticks of the time axis', () => {
  it.each([
    [480_000, 8, 60_000],
    [90_000, 6, 15_000],
    [200, 10, 20],
    [86_400_000, 8, 21_600_000],
    [30 * 86_400_000, 8, 7 * 86_400_000],
  ])('a span of %i ms with room for %i labels has a tick every %i ms', (length, room, step) => {
    expect(tickStepMs(length, room)).toBe(step);
  });

  it('stand at whole steps, ends included', () => {
    expect(timeTicks(0, 300_000, 5)).toEqual([0, 60_000, 120_000, 180_000, 240_000, 300_000]);
    expect(timeTicks(61_000, 179_000, 4)).toEqual([90_000, 120_000, 150_000]);
  });

  it('read as a clock, with milliseconds only where steps are that small', () => {
    expect(tickLabel(3_723_000, 1_000)).toBe('1:02:03');
    expect(tickLabel(60_020, 20)).toBe('1:00.020');
  });
});
