import { describe, expect, it } from 'vitest';
import { TIMELINE } from '../../../tests/fixtures/panel-views';
import { makeMetrics, makeRuler } from './layout';
import { costAt, layOutUsers, sampleAt } from './users-layout';

const metrics = makeMetrics(14);
const stack = { topPx: 0, bottomPx: 100 };
const cost = { topPx: 120, bottomPx: 160 };
const ruler = makeRuler(metrics.gutterPx + 481, { fromMs: 0, toMs: 480_000 }, metrics);

describe('the chart of users', () => {
  it('takes the sample that holds at an instant', () => {
    expect(sampleAt(TIMELINE.users, 29_999)?.online).toBe(24);
    expect(sampleAt(TIMELINE.users, 30_000)?.online).toBe(12);
    expect(sampleAt(TIMELINE.users, -1)).toBeNull();
  });

  it('lets the cost grow evenly between two samples, and stand after the last', () => {
    expect(costAt(TIMELINE.users, 110_000)).toBe(16);
    expect(costAt(TIMELINE.users, 480_000)).toBe(66);
    expect(costAt([], 5)).toBe(0);
  });

  it('stacks whole users: the layers end where the next begins', () => {
    const shapes = layOutUsers(TIMELINE.users, ruler, 480_000, stack, cost);
    expect(shapes).toMatchObject({ total: 24, maxUserMinutes: 66 });
    // At 0:30 half of the users lose their session: online falls to the middle.
    expect(shapes.layers.online).toContain(`${ruler.x(30_000)},50`);
    expect(shapes.layers.waiting).toContain(`${ruler.x(30_000)},0`);
  });

  it('starts at the left edge with what held before, and ends where the run has been computed', () => {
    const late = makeRuler(metrics.gutterPx + 101, { fromMs: 100_000, toMs: 600_000 }, metrics);
    const { top } = layOutUsers(TIMELINE.users, late, 480_000, stack, cost);
    expect(top.startsWith(`M${late.x(100_000)},0`)).toBe(true);
    expect(top.endsWith(`${late.x(480_000)},0`)).toBe(true);
  });

  it('draws nothing of nothing', () => {
    expect(layOutUsers([], ruler, 480_000, stack, cost)).toMatchObject({ total: 0, top: '', cost: '' });
  });
});
