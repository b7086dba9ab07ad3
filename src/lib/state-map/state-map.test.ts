import { describe, expect, it } from 'vitest';
import { EDGES } from '../../../tests/fixtures/panel-views';
import { STATE_IDS, type ShownStateId } from '../../engine';
import { edgeCurve, edgeLabels, edgeWidthPx, mergeEdges } from './edges';
import { layOutMap, MAP_STATES, stateTowards, TALL_BELOW_PX } from './layout';
import { HOME_VIEWPORT, MAX_ZOOM, zoomViewport } from './viewport';

const wide = layOutMap(1_000);
const tall = layOutMap(360);

describe('the layout of the state map', () => {
  it('shows the fourteen states and unreachable', () => {
    expect([...MAP_STATES].sort()).toEqual([...STATE_IDS, 'unreachable'].sort());
  });

  it.each([240, 320, 360, TALL_BELOW_PX - 1, TALL_BELOW_PX, 1_000, 1_900])(
    'at a width of %i px no two boxes touch and none sticks out',
    (width) => {
      const layout = layOutMap(width);
      const boxes = MAP_STATES.map((state) => layout.boxes[state]);
      for (const [index, a] of boxes.entries()) {
        expect(a.xPx).toBeGreaterThanOrEqual(0);
        expect(a.xPx + a.widthPx).toBeLessThanOrEqual(width);
        expect(a.yPx + a.heightPx).toBeLessThanOrEqual(layout.heightPx);
        for (const b of boxes.slice(index + 1)) {
          const apart =
            a.xPx + a.widthPx < b.xPx ||
            b.xPx + b.widthPx < a.xPx ||
            a.yPx + a.heightPx < b.yPx ||
            b.yPx + b.heightPx < a.yPx;
          expect(apart).toBe(true);
        }
      }
    },
  );

  it('goes from top to bottom where there is little width', () => {
    expect(wide.tall).toBe(false);
    expect(tall.tall).toBe(true);
  });

  it('lets arrow keys reach every state from Normal, on both maps', () => {
    for (const layout of [wide, tall]) {
      const seen = new Set<ShownStateId>(['normal']);
      const queue: ShownStateId[] = ['normal'];
      for (let state = queue.pop(); state; state = queue.pop())
        for (const direction of ['left', 'right', 'up', 'down'] as const) {
          const next = stateTowards(layout, state, direction);
          if (next && !seen.has(next)) {
            seen.add(next);
            queue.push(next);
          }
        }
      expect(seen.size).toBe(MAP_STATES.length);
    }
  });

  it('goes to the neighbour that an eye would expect', () => {
    expect(stateTowards(wide, 'normal', 'left')).toBe('initializing');
    expect(stateTowards(wide, 'failing-over', 'right')).toBe('failed-over');
    expect(stateTowards(wide, 'failed-over', 'down')).toBe('failed-over-critical-services-not-running');
    expect(stateTowards(wide, 'unknown', 'up')).toBeNull();
  });
});

describe('the edges of the state map', () => {
  it('puts nodes that took the same edge together', () => {
    const edge = mergeEdges(EDGES, []).find(({ id }) => id === 'initializing>normal')!;
    expect(edgeLabels(edge)).toEqual(['imp1 ×2', 'imp2']);
    expect(edge.count).toBe(3);
  });

  it('marks the last change of every node, and no other', () => {
    const latest = mergeEdges(EDGES, []).filter((edge) => edge.latest);
    expect(latest.map(({ id }) => id)).toEqual([
      'taking-over>running-in-backup-mode',
      'failed-over-critical-services-not-running>failed-over',
    ]);
  });

  it('keeps possible edges below taken ones, and marks those that may come next', () => {
    const known = [
      { from: 'failed-over', to: 'taking-back' },
      { from: 'idle', to: 'taking-back' },
      { from: 'normal', to: 'failing-over' },
      { from: 'normal', to: 'normal' },
    ] as const;
    const merged = mergeEdges(EDGES, known, ['failed-over']);
    expect(merged.slice(0, 2).map(({ id, next, count }) => ({ id, next, count }))).toEqual([
      { id: 'failed-over>taking-back', next: true, count: 0 },
      { id: 'idle>taking-back', next: false, count: 0 },
    ]);
    expect(merged.filter(({ id }) => id === 'normal>failing-over')).toMatchObject([
      { count: 3, next: false },
    ]);
    expect(merged.some(({ id }) => id === 'normal>normal')).toBe(false);
  });

  it('grows thicker with use, within bounds', () => {
    const of = (count: number) =>
      edgeWidthPx({
        id: '',
        from: 'normal',
        to: 'idle',
        taken: [],
        count,
        lastMs: 0,
        latest: false,
        next: false,
      });
    expect(of(1)).toBeLessThan(of(4));
    expect(of(100_000)).toBe(6);
  });

  it('keeps the way there and the way back apart', () => {
    const there = edgeCurve(wide, 'failed-over', 'failed-over-critical-services-not-running');
    const back = edgeCurve(wide, 'failed-over-critical-services-not-running', 'failed-over');
    expect(Math.abs(there.label.x - back.label.x)).toBeGreaterThan(60);
  });

  it('ends outside the box it leads to', () => {
    const { head } = edgeCurve(wide, 'normal', 'failing-over');
    const [, x = 0, y = 0] = (/^M([\d.]+),([\d.]+)/.exec(head) ?? []).map(Number);
    const box = wide.boxes['failing-over'];
    const inside = x > box.xPx && x < box.xPx + box.widthPx && y > box.yPx && y < box.yPx + box.heightPx;
    expect(inside).toBe(false);
  });
});

describe('the zoom of the state map', () => {
  it('keeps the middle where it is', () => {
    expect(zoomViewport(HOME_VIEWPORT, 2, 1_000, 400)).toEqual({ x: -500, y: -200, zoom: 2 });
  });

  it('has an end', () => {
    expect(zoomViewport(HOME_VIEWPORT, 100, 1_000, 400).zoom).toBe(MAX_ZOOM);
  });
});
