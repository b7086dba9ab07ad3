import { describe, expect, it } from 'vitest';
import type { Decision } from '../../course/shift/report';
import { DIFFICULTIES, MOST_SEED, shiftOf } from '../../course/shift/scenario';
import { Run } from '../../engine';
import { dearestOf, decisionWords, faultsBefore, totalWords, verdictWords, waysOf } from './decision-words';
import { marksOf } from './marks';
import { randomSeed, seedFrom } from './seed';
import { servedWords, usersServed } from './users-served';
import { DIFFICULTY_WORDS } from './words';

const start = { do: 'start-service', node: 'imp1', service: 'Cisco SIP Proxy' } as const;
const decisionOf = (some: Partial<Decision> = {}): Decision => ({
  atMs: 130_000,
  step: start,
  fault: null,
  untilMs: 130_000,
  userMinutes: 20,
  nothing: 50,
  better: null,
  compared: 12,
  ...some,
});
const better = { step: { do: 'power-on', node: 'imp2' } as const, userMinutes: 5 };

describe('a difficulty', () => {
  it.each(DIFFICULTIES)(
    '%s says truly how many groups and users it has, and how long it lasts',
    (difficulty) => {
      const { scenario } = shiftOf(1, difficulty);
      const { groups, users } = scenario.cluster as { groups: readonly unknown[]; users: number };
      const { meaning } = DIFFICULTY_WORDS[difficulty];
      expect(meaning).toContain(groups.length === 1 ? 'One group' : 'Two groups');
      expect(meaning).toContain(`${String(users)} users`);
      expect(meaning).toContain(`${String(scenario.until / 60)} minutes`);
    },
  );
});

describe('the number of a shift', () => {
  it.each([
    ['12', 12],
    [' 0 ', 0],
    ['999,999', MOST_SEED],
    ['007', 7],
  ])('may be typed: %j', (text, seed) => expect(seedFrom(text)).toBe(seed));

  it.each(['', '-1', '1.5', '1e3', 'ten', '1000000', '12,3', '99999999999999999999'])(
    'is refused where it is none: %j',
    (text) => expect(seedFrom(text)).toBeNull(),
  );

  it('is drawn short enough to be told', () => {
    for (let draws = 0; draws < 200; draws++) {
      const seed = randomSeed();
      expect(Number.isInteger(seed) && seed >= 1 && seed <= 9_999).toBe(true);
    }
  });
});

describe('how the users fare', () => {
  it('is counted as the engine counts their cost', () => {
    const loaded = Run.load(shiftOf(12, 'rough').scenario);
    if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
    let isLost = false;
    for (let atMs = 0; atMs < 2_400_000; atMs += 7_000) {
      const view = loaded.run.viewAt({ timeMs: atMs });
      const laterMs = Math.min(atMs + 7_000, (view.nextEventMs ?? Infinity) - 1);
      const later = loaded.run.viewAt({ timeMs: laterMs });
      const { waiting, degraded } = usersServed(view);
      isLost ||= waiting > 0 && degraded > 0;
      const passedMinutes = (later.timeMs - view.timeMs) / 60_000;
      expect(later.cost.userMinutes - view.cost.userMinutes).toBeCloseTo(
        (waiting + degraded) * passedMinutes,
        6,
      );
    }
    expect(isLost).toBe(true);
  });

  it.each([
    [0, 0, 'Everybody is served.'],
    [1, 0, '1 user waits for service.'],
    [3, 12, '3 users wait for service, 12 users are on a node that is not well.'],
    [0, 1, '1 user is on a node that is not well.'],
  ])('is said in a sentence: %d waiting, %d not well served', (waiting, degraded, text) =>
    expect(servedWords({ waiting, degraded })).toBe(text),
  );
});

describe('a decision', () => {
  it('is told with its node, and waiting with its end', () => {
    expect(decisionWords(decisionOf())).toBe('Start Cisco SIP Proxy on imp1');
    const fault = { do: 'power-off', node: 'imp2' } as const;
    expect(decisionWords(decisionOf({ step: null, fault, untilMs: 420_000 }))).toMatch(
      /imp2: nothing was done about it until 7:00$/,
    );
  });

  it('stands beside doing nothing and the better move, if there was one', () => {
    const told = (decision: Decision) => waysOf(decision).map(({ what, userMinutes }) => [what, userMinutes]);
    expect(told(decisionOf())).toEqual([
      ['What you did', 20],
      ['Doing nothing', 50],
    ]);
    expect(told(decisionOf({ better }))).toEqual([
      ['What you did', 20],
      ['Doing nothing', 50],
      ['Better: Power on on imp2', 5],
    ]);
    expect(told(decisionOf({ step: null, better }))).toEqual([
      ['Waiting', 20],
      ['Better: Power on on imp2', 5],
    ]);
    expect(told(decisionOf({ nothing: 8, better: { step: null, userMinutes: 8 } }))).toEqual([
      ['What you did', 20],
      ['Better: Do nothing', 8],
    ]);
  });

  it('is judged by what the better move would have spared, and the dearest is found', () => {
    expect(verdictWords(decisionOf())).toBe(
      'None of the 12 moves that were compared would have spared a whole user-minute.',
    );
    expect(verdictWords(decisionOf({ better }))).toBe('15.0 user-minutes less, the cheapest of 12 moves.');
    expect(dearestOf([decisionOf(), decisionOf({ better }), decisionOf({ better })])).toBe(1);
    expect(dearestOf([decisionOf()])).toBe(-1);
  });

  it('is marked on the timeline by its number, among the faults', () => {
    const shift = shiftOf(12, 'calm');
    const decisions = shift.scenario.steps.map(({ at }) => decisionOf({ atMs: at * 1000 + 20_000 }));
    const marks = marksOf(shift, decisions);
    expect(marks.map(({ sign }) => sign)).toEqual([
      undefined,
      '1',
      undefined,
      '2',
      undefined,
      '3',
      undefined,
      '4',
    ]);
    expect(marks[0]?.label).toMatch(/^Fault: /);
    expect(marks[1]?.label).toBe('Decision 1: Start Cisco SIP Proxy on imp1');
    expect(marks.map(({ timeMs }) => timeMs)).toEqual(
      marks.map(({ timeMs }) => timeMs).sort((a, b) => a - b),
    );
    for (const index of decisions.keys()) expect(faultsBefore(shift, decisions, index)).toHaveLength(1);
    expect(faultsBefore(shift, decisions, 0)[0]).toMatch(/ on imp[12] \(\d+:\d\d\)$/);
    const about = { ...decisions[0]!, step: null, fault: { do: 'power-off', node: 'imp1' } as const };
    expect(faultsBefore(shift, [about], 0)).toEqual([]);
  });
});

describe('the totals', () => {
  const told = (userMinutes: number, caretaker: number, nobody: number) =>
    totalWords({ userMinutes, caretaker, nobody, decisions: [] });

  it.each([
    [
      40,
      30,
      100,
      /^You spared your users 60\.0 user-minutes .* The caretaker would have cost them 10\.0 less\.$/,
    ],
    [30, 30, 100, /The caretaker does no better\.$/],
    [20, 30, 100, /That is 10\.0 less than the caretaker's/],
    [120, 30, 100, /^Your users paid 20\.0 user-minutes more than if nobody/],
    [100, 30, 100, /^Your users paid just what they would have paid/],
  ])('say what they mean: %d, %d, %d', (own, caretaker, nobody, text) =>
    expect(told(own, caretaker, nobody)).toMatch(text),
  );
});
