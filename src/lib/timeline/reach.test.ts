import { describe, expect, it } from 'vitest';
import { SPLIT_TIMELINE, TIMELINE, VIEW } from '../../../tests/fixtures/panel-views';
import { reachMs, reachOut } from './reach';
import { costAt } from './users-layout';

/** At 8:00 both nodes are Normal again, and nothing happens for the next quarter of a minute. */
const view = {
  ...VIEW,
  timeMs: 480_000,
  nextEventMs: 495_000,
  nodes: VIEW.nodes.map((node) => ({ ...node, state: 'normal', reason: 'Normal' }) as const),
};
const ends = ({ lanes }: typeof TIMELINE) => lanes.map(({ bands }) => bands.at(-1)!.toMs);

describe('between two events the timeline', () => {
  it('is drawn up to the playhead, in steps of about a pixel', () => {
    expect(reachMs(TIMELINE, view, 485_001, 600_000, 1_000)).toBe(485_200);
    expect(reachMs(TIMELINE, view, 485_199.5, 600_000, 1_000)).toBe(485_200);
    expect(ends(reachOut(TIMELINE, view, 485_200))).toEqual([485_200, 485_200]);
  });

  it('is never drawn past the next event, nor before what the engine told', () => {
    expect(reachMs(TIMELINE, view, 494_999.2, 600_000, 1_000)).toBe(495_000);
    expect(reachMs(TIMELINE, view, 200_000, 600_000, 1_000)).toBe(480_000);
    expect(reachOut(TIMELINE, view, 480_000)).toBe(TIMELINE);
  });

  it('is left as it is while an answer about another stretch of the run is on its way', () => {
    const far = { ...view, timeMs: 900_000, nextEventMs: 901_000 };
    expect(reachMs(TIMELINE, far, 900_500, 600_000, 1_000)).toBe(480_000);
    expect(reachMs(TIMELINE, far, 900_500, 600_000, 500_000)).toBe(900_800);
  });

  it('begins with what the nodes show, before the engine told of any stretch', () => {
    const lanes = TIMELINE.lanes.map((lane) => ({ ...lane, bands: [] }));
    const begun = reachOut({ ...TIMELINE, toMs: 0, lanes, users: [] }, view, 5_000);
    expect(begun.lanes.map(({ bands }) => bands)).toMatchObject([
      [{ fromMs: 0, toMs: 5_000, state: 'normal' }],
      [{ fromMs: 0, toMs: 5_000, state: 'normal' }],
    ]);
  });

  it('goes on with a state that began at its very end', () => {
    const [imp1, imp2] = view.nodes;
    const changed = {
      ...imp1!,
      state: 'idle',
      reason: 'High Availability Not Enabled',
      stateSinceMs: 480_000,
    } as const;
    const shown = reachOut(TIMELINE, { ...view, nodes: [changed, imp2!] }, 490_000);
    expect(shown.lanes[0]?.bands.slice(-2)).toMatchObject([
      { state: 'normal', toMs: 480_000 },
      { state: 'idle', fromMs: 480_000, toMs: 490_000 },
    ]);
  });

  it('lets a split brain go on only while there is one', () => {
    const split = { ...SPLIT_TIMELINE, toMs: 240_020 };
    const during = { ...view, groups: view.groups.map((group) => ({ ...group, splitBrain: true })) };
    expect(reachOut(split, during, 250_000).splitBrains[0]?.toMs).toBe(250_000);
    expect(reachOut(split, view, 250_000).splitBrains[0]?.toMs).toBe(240_020);
  });

  it('counts the cost on as it grew, or with those who wait', () => {
    const held = [...TIMELINE.users, { ...TIMELINE.users.at(-1)!, timeMs: 480_000, userMinutes: 67 }];
    const grown = reachOut({ ...TIMELINE, users: held }, view, 490_000).users;
    expect(costAt(grown, 490_000)).toBeCloseTo(68);
    expect(costAt(reachOut(TIMELINE, view, 490_000).users, 490_000)).toBeCloseTo(67);
  });
});
