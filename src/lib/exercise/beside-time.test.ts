import { describe, expect, it } from 'vitest';
import { besideMs, watchedFromSeconds } from './beside-time';

const run = (atSeconds: number, ...instants: readonly number[]) => ({
  scenario: { steps: instants.map((at) => ({ at, do: 'failover', node: 'imp1' })) },
  atSeconds,
});

describe('the instant of the other run', () => {
  it('is the same as long as neither run has come to what is compared', () => {
    expect(besideMs(30_000, 50_000, 125_400)).toBe(30_000);
    expect(besideMs(30_000, 300_000, 60_000)).toBe(30_000);
  });

  it('is the one that is compared when the shown run stands at its own', () => {
    expect(besideMs(50_000, 50_000, 125_400)).toBe(125_400);
    expect(besideMs(300_000, 300_000, 60_000)).toBe(60_000);
  });

  it('waits for the shown run where what is compared comes earlier, and goes on with it afterwards', () => {
    expect(besideMs(200_000, 300_000, 60_000)).toBe(60_000);
    expect(besideMs(52_000, 50_000, 125_400)).toBe(127_400);
  });
});

describe('where two runs are worth watching from', () => {
  it('is a little before the first step that only one of them has', () => {
    expect(watchedFromSeconds(run(300, 30, 200), run(300, 30, 250))).toBe(190);
    expect(watchedFromSeconds(run(300, 30), run(300, 30, 250))).toBe(240);
    expect(watchedFromSeconds(run(300, 30, 200), run(300, 30))).toBe(190);
  });

  it('is never before the beginning, nor after what is compared', () => {
    expect(watchedFromSeconds(run(300, 5), run(300, 6))).toBe(0);
    expect(watchedFromSeconds(run(100, 30), run(80, 30, 90))).toBe(70);
  });
});
