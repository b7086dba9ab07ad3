import { describe, expect, it } from 'vitest';
import { CROSSING_MS, SPEEDS, formatSpeed, isSlowed, paced, rateAt, speedBeside } from './pace';

const flight = { sentMs: 15_000, arrivesMs: 15_020 };

describe('the pace of playback', () => {
  it('is the chosen speed while nothing is on its way', () => {
    for (const speed of SPEEDS) expect(rateAt(14_999, speed, [flight])).toBe(speed);
    expect(rateAt(15_020, 1, [flight])).toBe(1);
  });

  it.each([1 / 20, 1, 5, 10])('lets a crossing be seen for the least time at %f times real time', (speed) => {
    const afterHalf = paced(15_000, CROSSING_MS / 2, speed, [flight]);
    expect(afterHalf).toBeCloseTo(15_010);
    expect(isSlowed(afterHalf, speed, [flight])).toBe(true);
  });

  it.each([20, 100, 100_000])('does not slow at %f times real time', (speed) => {
    expect(rateAt(15_010, speed, [flight])).toBe(speed);
    expect(isSlowed(15_010, speed, [flight])).toBe(false);
  });

  it('never goes faster than chosen for a message that is slow itself', () => {
    expect(rateAt(5_000, 1, [{ sentMs: 0, arrivesMs: 60_000 }])).toBe(1);
  });

  it('goes by the quickest of the messages in flight', () => {
    expect(rateAt(15_005, 10, [flight, { sentMs: 15_000, arrivesMs: 15_400 }])).toBe(20 / CROSSING_MS);
  });

  it('does not depend on how a stretch of wall time is cut into frames', () => {
    const flights = [flight, { sentMs: 15_010, arrivesMs: 15_050 }];
    let playhead = 14_000;
    for (let frame = 0; frame < 300; frame += 1) playhead = paced(playhead, 10, 2, flights);
    expect(playhead).toBeCloseTo(paced(14_000, 3_000, 2, flights), 6);
  });

  it('takes full speed up again when the message has landed within the same frame', () => {
    expect(paced(15_019, 40 + 100, 10, [flight])).toBeCloseTo(15_020 + 1_000);
  });
});

describe('the choice of speeds', () => {
  it('steps from one to the next and stays at its ends', () => {
    expect(speedBeside(1, 1)).toBe(2);
    expect(speedBeside(1, -1)).toBe(1 / 2);
    expect(speedBeside(100_000, 1)).toBe(100_000);
    expect(speedBeside(1 / 20, -1)).toBe(1 / 20);
  });

  it('is written so that it can be read', () => {
    expect([1 / 20, 1, 50, 1_000, 100_000].map(formatSpeed)).toEqual([
      '1/20 ×',
      '1 ×',
      '50 ×',
      '1,000 ×',
      '100,000 ×',
    ]);
  });
});
