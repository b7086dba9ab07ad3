import { describe, expect, it } from 'vitest';
import { SPLIT_TIMELINE, TIMELINE } from '../../../tests/fixtures/panel-views';
import {
  bandAt,
  fitLabel,
  layOutActions,
  layOutBands,
  layOutKeepAlives,
  layOutLanes,
  makeMetrics,
  makeRuler,
} from './layout';

const metrics = makeMetrics(14);
const whole = makeRuler(metrics.gutterPx + 961, { fromMs: 0, toMs: 480_000 }, metrics);
const lanes = layOutLanes(TIMELINE.lanes, false, metrics);
const [imp1] = TIMELINE.lanes;
const bands = imp1?.bands ?? [];

describe('the layout of the timeline', () => {
  it('measures time from beside the lane names where there is room, else from the edge', () => {
    expect(whole.x(0)).toBe(metrics.gutterPx);
    expect(whole.x(240_000)).toBe(metrics.gutterPx + 480);
    expect(makeRuler(320, { fromMs: 0, toMs: 1_000 }, metrics).leftPx).toBe(0);
  });

  it('is laid out for the smallest type while it is not on the screen', () => {
    expect(makeMetrics(0)).toEqual(metrics);
  });

  it('gives the instant under a place, and never one outside the span', () => {
    expect(whole.timeAt(whole.x(123_456))).toBe(123_456);
    expect(whole.timeAt(-50)).toBe(0);
    expect(whole.timeAt(5_000)).toBe(480_000);
  });

  it('grows with the type, so that a projector and large type fit', () => {
    const large = layOutLanes(TIMELINE.lanes, false, makeMetrics(28));
    expect(large.heightPx).toBeGreaterThan(lanes.heightPx * 1.8);
  });

  it('names the groups only where there are several', () => {
    expect(lanes.groups).toEqual([]);
    const two = [...TIMELINE.lanes, { node: 'imp3', group: 'Second', bands: [] }];
    expect(layOutLanes(two, false, metrics).groups.map(({ name }) => name)).toEqual([
      'DefaultCUPSubCluster',
      'Second',
    ]);
  });

  it('cuts bands to the span and leaves out those beside it', () => {
    const boxes = layOutBands(bands, makeRuler(1_000, { fromMs: 125_000, toMs: 320_000 }, metrics), false);
    expect(boxes.map(({ band }) => band?.state)).toEqual([
      'failing-over',
      'failed-over-critical-services-not-running',
      'failed-over',
    ]);
    expect(boxes[0]?.xPx).toBe(metrics.gutterPx);
  });

  it('keeps even the shortest state visible', () => {
    const brief = layOutBands([{ ...bands[0]!, fromMs: 5, toMs: 6 }], whole, false);
    expect(brief[0]?.widthPx).toBeGreaterThanOrEqual(1);
  });

  it('makes of a concealed lane one band that tells neither states nor when they changed', () => {
    const boxes = layOutBands(bands, whole, true);
    expect(boxes).toHaveLength(1);
    expect(boxes[0]).toMatchObject({ band: null, xPx: whole.x(0) });
    expect(boxes[0]?.widthPx).toBeCloseTo(960);
  });

  it('shortens a label that does not fit, and drops it where nothing legible is left', () => {
    expect(fitLabel('Running in Backup Mode', 400, metrics)).toBe('Running in Backup Mode');
    expect(fitLabel('Running in Backup Mode', 80, metrics)).toMatch(/^Running i.*…$/);
    expect(fitLabel('Running in Backup Mode', 30, metrics)).toBe('');
  });

  it('draws a keep-alive from lane to lane, and a lost one half of the way', () => {
    const near = makeRuler(1_000, { fromMs: 59_990, toMs: 60_190 }, metrics);
    const strokes = layOutKeepAlives(TIMELINE.keepAlives, lanes.lanes, near, 20, metrics);
    expect(strokes).toHaveLength(2);
    const [lost, arrived] = strokes;
    const [upper, lower] = lanes.lanes;
    expect(lost).toMatchObject({ lost: true, y1Px: upper!.topPx + metrics.bandPx });
    expect(lost!.y2Px).toBe((upper!.topPx + metrics.bandPx + lower!.topPx) / 2);
    expect(arrived).toMatchObject({ lost: false, y1Px: lower!.topPx, y2Px: upper!.topPx + metrics.bandPx });
    expect(arrived!.x2Px).toBeGreaterThan(arrived!.x1Px);
  });

  it('draws no keep-alives where they would run into one smear', () => {
    const far = makeRuler(300, { fromMs: 0, toMs: 480_000 }, metrics);
    expect(layOutKeepAlives(TIMELINE.keepAlives, lanes.lanes, far, 20, metrics)).toEqual([]);
  });

  it('puts actions together that could not be hit apart', () => {
    const marks = layOutActions(TIMELINE.actions, whole, metrics);
    expect(marks.map(({ actions }) => actions.length)).toEqual([1, 1, 2, 1]);
    expect(marks.map(({ refused }) => refused)).toEqual([false, true, false, false]);
  });

  it('leaves more room for marks that bear signs', () => {
    const action = { label: 'x', node: null, refused: false, via: null };
    const marked = (nearMs: number, sign?: string) =>
      layOutActions(
        [0, nearMs].map((timeMs) => ({ ...action, timeMs, ...(sign && { sign }) })),
        whole,
        metrics,
      ).length;
    expect([marked(20_000), marked(20_000, '1'), marked(30_000, '1')]).toEqual([2, 1, 2]);
  });

  it('finds what holds at an instant: the later band where two meet', () => {
    expect(bandAt(bands, 120_000)?.state).toBe('failing-over');
    expect(bandAt(bands, 119_999)?.state).toBe('normal');
    expect(bandAt(bands, 999_999)).toBeNull();
  });

  it('knows a lane for every node of the split pair', () => {
    expect(
      layOutLanes(SPLIT_TIMELINE.lanes, true, metrics).lanes.every(({ nameAbovePx }) => nameAbovePx !== null),
    ).toBe(true);
  });
});
