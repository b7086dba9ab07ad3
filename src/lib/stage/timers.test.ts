import { describe, expect, test } from 'vitest';
import { FAILED_OVER, FAILOVER, SERVICE_DOWN, node, timer, watchTimers } from './fixtures';
import { groupLabel, groupTimers, remainingMs, ringsOf, shareLeft, shownTimers, timerOfPart } from './timers';

const INTERVAL_MS = 15_000;

describe('a ring', () => {
  const ring = timer('critical-service-delay', 'Critical Service Delay', 10_000, 100_000);

  test.each([
    [10_000, 1],
    [55_000, 0.5],
    [100_000, 0],
    [200_000, 0],
    [0, 1],
  ])('at %i ms has %f left', (timeMs, share) => {
    expect(shareLeft(ring, timeMs, false)).toBe(share);
  });

  test('empties in steps where motion is not wanted, and never looks empty before its end', () => {
    expect(shareLeft(ring, 11_000, true)).toBe(1);
    expect(shareLeft(ring, 99_999, true)).toBe(1 / 12);
    expect(shareLeft(ring, 100_000, true)).toBe(0);
  });

  test('without a length is empty', () => {
    expect(shareLeft(timer('srm', 'now', 5, 5), 5, false)).toBe(0);
  });

  test('never has less than nothing left', () => {
    expect(remainingMs(ring, 100_001)).toBe(0);
  });
});

describe('the rings of a node', () => {
  test('keep the routine of a watching pair apart from what is urgent', () => {
    const rings = ringsOf(SERVICE_DOWN.nodes[0]!.timers, INTERVAL_MS, 97_000);
    expect(rings.lastHeard?.kind).toBe('keep-alive-timeout');
    expect(rings.nextSend?.kind).toBe('keep-alive-interval');
    expect(rings.urgent?.first.kind).toBe('critical-service-delay');
    expect(rings.others).toEqual([]);
  });

  test('show nothing urgent while all is well', () => {
    expect(ringsOf(watchTimers(90_000), INTERVAL_MS, 97_000).urgent).toBeNull();
  });

  test('make the silence of the peer urgent once a keep-alive is overdue', () => {
    const timers = watchTimers(60_000);
    expect(ringsOf(timers, INTERVAL_MS, 76_000).urgent).toBeNull();
    expect(ringsOf(timers, INTERVAL_MS, 76_001).urgent?.first.kind).toBe('keep-alive-timeout');
  });

  test('put what runs out first in front', () => {
    const rings = ringsOf(
      [timer('automatic-fallback', 'Automatic Fallback', 0, 1_800_000), timer('srm', 'SRM starts', 0, 5_000)],
      INTERVAL_MS,
      0,
    );
    expect(rings.urgent?.first.label).toBe('SRM starts');
    expect(rings.others.map((other) => other.first.label)).toEqual(['Automatic Fallback']);
  });
});

test('services that start together are one ring', () => {
  const starts = ['A', 'B', 'C'].map((name) => timer('service-start', `${name} starts`, 0, 15_000));
  const groups = groupTimers([...starts, timer('service-start', 'D starts', 1, 15_001)]);
  expect(groups.map(groupLabel)).toEqual(['A starts and 2 more', 'D starts']);
});

test('a part finds its own timer', () => {
  const [imp1] = FAILED_OVER.nodes;
  expect(timerOfPart(imp1!, { service: 'Cisco SIP Proxy' })?.untilMs).toBe(407_000);
  expect(timerOfPart(imp1!, { service: 'Cisco XCP Router' })).toBeNull();
  expect(timerOfPart(node('a', 'normal', 'Normal'), 'platform')).toBeNull();
});

test('a concealed state is not given away by its timers', () => {
  const takingOver = FAILOVER.nodes[1]!;
  expect(shownTimers(takingOver, false).map(({ kind }) => kind)).toContain('transition');
  expect(shownTimers(takingOver, true).map(({ kind }) => kind)).toEqual([
    'keep-alive-timeout',
    'keep-alive-interval',
  ]);
});
