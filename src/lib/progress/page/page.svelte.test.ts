import { beforeEach, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { mergeRecords } from '../../../course/record/merge';
import {
  EMPTY_RECORD,
  markAsRecord,
  resultAsRecord,
  shiftAsRecord,
  type KeptResult,
  type ProgressRecord,
} from '../../../course/record/record';
import { recordToText } from '../../../course/record/text';
import { resultOf, shiftOf } from '../../../../tests/fixtures/progress/records';
import { TestStorage } from '../../../../tests/fixtures/progress/storage';
import type { ProgressMap as Map } from '../map.server';
import { showCalibration } from '../show/calibration';
import { showMap } from '../show/map';
import { enlivenPrinting, showMastered } from '../show/mastered';
import { showShifts } from '../show/shifts';
import { enlivenTakeAway, showAside } from '../show/take-away';
import { ProgressStore } from '../store';
import CalibrationChart from './CalibrationChart.svelte';
import MasteredTable from './MasteredTable.svelte';
import ProgressMap from './ProgressMap.svelte';
import ShiftsTable from './ShiftsTable.svelte';
import TakeAway from './TakeAway.svelte';

const map: Map = {
  lessons: [
    { slug: 'first', title: 'First things', taskFlowStep: null, steps: ['one', 'two'] },
    { slug: 'second', title: 'Second things', taskFlowStep: 1, steps: ['one'] },
  ],
  families: [
    {
      id: 'lost-peers',
      title: 'Lost peers',
      exercises: [
        { id: 'x', title: 'A peer is lost', row: 16 },
        { id: 'y', title: 'A peer is missing', row: null },
      ],
    },
  ],
};

const recordOf = (...results: Partial<KeptResult>[]): ProgressRecord =>
  results
    .map((some, index) => resultAsRecord(resultOf({ id: `r${String(index)}`, ...some })))
    .reduce(mergeRecords, EMPTY_RECORD);
const at = (day: number) => Date.UTC(2026, 4, day, 12);

const words = (selector: string) => document.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim();
const cells = (selector: string) =>
  [...document.querySelectorAll(`${selector} tr`)].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  );

beforeEach(() => {
  const summary = document.createElement('p');
  summary.dataset.summary = '';
  document.body.replaceChildren(summary);
});

describe('the map of progress', () => {
  it('tells by shape and in words how far each lesson and exercise is', async () => {
    await render(ProgressMap, { map });
    const record = [
      recordOf({ phase: 'predict' }, { exercise: 'y', phase: 'transfer', score: 90, atMs: at(3) }),
      markAsRecord('first', 'one', 'done'),
      markAsRecord('first', 'two', 'skipped'),
      markAsRecord('second', 'one', 'done'),
    ].reduce(mergeRecords);
    showMap(document, record);
    const shapeOf = (name: string) =>
      document.querySelector(`[data-${name}] use`)?.getAttribute('href')?.replace('#mastery-', '');
    const of = (name: string) => [shapeOf(name), words(`[data-${name}] [data-standing]`)];
    expect(of('lesson=first')).toEqual(['begun', '1 of 2 steps done, 1 skipped']);
    expect(of('lesson=second')).toEqual(['done', 'Done']);
    expect(of('exercise=x')).toEqual(['begun', 'Begun: predict']);
    expect(of('exercise=y')).toEqual(['mastered', 'Mastered on 3 May 2026']);
    expect(words('[data-summary]')).toBe('Lessons done: 1 of 2. Exercises mastered: 1 of 2; under way: 1.');
    showMap(document, EMPTY_RECORD);
    expect(of('lesson=second')).toEqual(['untouched', 'Not begun']);
    expect(of('exercise=y')).toEqual(['untouched', 'Not begun']);
    expect(words('[data-summary]')).toMatch(/^Nothing is kept yet/);
  });
});

describe('calibration', () => {
  const told = (confidence: number, right: boolean, day: number) => ({
    atMs: at(day),
    prediction: { confidence, right },
  });

  it('is drawn, told and listed', async () => {
    const screen = await render(CalibrationChart);
    showCalibration(document, EMPTY_RECORD);
    await expect.element(screen.getByText(/No prediction has been made/)).toBeVisible();
    expect(document.querySelector<HTMLElement>('figure')!.hidden).toBe(true);

    showCalibration(document, recordOf(told(0.9, false, 1), told(0.9, true, 2), told(0.5, false, 3)));
    expect(words('[data-calibration-text]')).toMatch(
      /^3 predictions so far, 33 % of them right, with a Brier score of 0\.36\. Lately you were 77 % sure and 33 % right: surer/,
    );
    for (const name of ['confidence', 'right', 'between'])
      expect(document.querySelector(`[data-path=${name}]`)?.getAttribute('d')).toMatch(/^M0,[\d.]+C/);
    expect(words('[data-calibration-from]')).toBe('1 May 2026');
    expect(words('[data-calibration-to]')).toBe('3 May 2026');
    expect(cells('[data-calibration-classes]')).toEqual([
      ['50 % to 60 %', '1', '0 %'],
      ['60 % to 70 %', '0', '–'],
      ['70 % to 80 %', '0', '–'],
      ['80 % to 90 %', '0', '–'],
      ['90 % to 100 %', '2', '50 %'],
    ]);
    expect(cells('[data-calibration-course]')).toEqual([
      ['3 May 2026', '77 %', '33 %', '0.36'],
      ['2 May 2026', '90 %', '50 %', '0.41'],
      ['1 May 2026', '90 %', '0 %', '0.81'],
    ]);
  });

  it.each([
    [0.5, true, /know more than you trust/],
    [1, true, /the two fit/],
    [0.7, false, /surer than the engine/],
  ])('of a confidence of %d that was right: %s, is told as it is', async (confidence, right, text) => {
    await render(CalibrationChart);
    showCalibration(document, recordOf(told(confidence, right, 1)));
    expect(words('[data-calibration-text]')).toMatch(text);
  });
});

describe('the summary for paper', () => {
  it('lists what was mastered, when and with what help, and bears a name that is kept nowhere', async () => {
    await render(ProgressMap, { map });
    const screen = await render(MasteredTable);
    const record = recordOf(
      { hints: 2, begunAtMs: 1, phase: 'reach' },
      { phase: 'transfer', score: 85.4, begunAtMs: 5, atMs: at(9) },
      { exercise: 'y', phase: 'transfer', score: 20 },
    );
    showMastered(document, record);
    expect(cells('[data-mastered-rows]')).toEqual([
      ['A peer is lost', '16', '9 May 2026', '85', '2', 'told what it means'],
    ]);
    enlivenPrinting(document);
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
    await screen.getByLabelText('Name on the printout').fill(' Ada ');
    await screen.getByRole('button', { name: 'Print this summary' }).click();
    expect(print).toHaveBeenCalledOnce();
    expect(words('[data-printed]')).toMatch(/^Ada, printed on \d+ \w+ \d{4}/);
    showMastered(document, EMPTY_RECORD);
    await expect.element(screen.getByText(/^Nothing yet/)).toBeVisible();
  });
});

describe('the table of shifts', () => {
  it('lists what each cost beside what it might have cost, the latest first', async () => {
    const screen = await render(ShiftsTable);
    showShifts(document, EMPTY_RECORD);
    await expect.element(screen.getByText(/^No shift has been played/)).toBeVisible();
    const record = [
      shiftOf({ id: 'a', atMs: at(1), seed: 12 }),
      shiftOf({ id: 'b', atMs: at(2), difficulty: 'rough', decisions: 1, improvable: 0 }),
    ]
      .map((shift) => shiftAsRecord(EMPTY_RECORD, shift))
      .reduce(mergeRecords);
    showShifts(document, record);
    expect(cells('[data-shifts-rows]')).toEqual([
      ['Rough, number 7', '2 May 2026', '12.5', '10.0', '200.0', '1, none of which could have been better'],
      ['Calm, number 12', '1 May 2026', '12.5', '10.0', '200.0', '3, 1 of which could have been better'],
    ]);
    await expect.element(screen.getByText(/^No shift has been played/)).not.toBeVisible();
  });
});

describe('taking it along', () => {
  const storage = new TestStorage();
  const picked = async (text: string, name = 'mine.json') => {
    const picker = document.querySelector<HTMLInputElement>('input[type=file]')!;
    const files = new DataTransfer();
    files.items.add(new File([text], name));
    picker.files = files.files;
    picker.dispatchEvent(new Event('change'));
    await expect.poll(() => words('[data-import-result]')).not.toBe('');
    return words('[data-import-result]');
  };

  it('says what a file adds, and what is wrong with one that adds nothing', async () => {
    await render(TakeAway);
    const store = new ProgressStore({ storage: () => storage, locks: undefined, events: new EventTarget() });
    enlivenTakeAway(document, store);
    showAside(document, store);
    const good =
      '{"format":"presence-redundancy-progress","version":2,"lessons":{"a":{"b":"done"}},"results":{},"attempts":{}}';
    expect(await picked(good)).toBe('mine.json was added: 0 results and 1 mark of lessons are new.');
    document.querySelector('[data-import-result]')!.replaceChildren();
    expect(await picked(recordToText(shiftAsRecord(EMPTY_RECORD, shiftOf())))).toBe(
      'mine.json was added: 0 results, 1 shift and 0 marks of lessons are new.',
    );
    const kept = store.record;
    for (const [text, answer] of [
      ['{oh', /^Nothing was changed\. mine\.json is not in order: ?file: must be JSON/],
      [good.replace('done', 'won'), /lessons\.a\.b: must be one of "done", "skipped"$/],
      [good.replace('2', '9'), /newer version of this site \(its version is 9\)/],
      ['{"version":1,"lessons":{}}', /There is nothing in mine\.json/],
      ['x'.repeat(5_000_001), /too large: 5000001 of at most 5000000 bytes/],
    ] as const) {
      document.querySelector('[data-import-result]')!.replaceChildren();
      expect(await picked(text)).toMatch(answer);
      expect(store.record).toBe(kept);
    }
  });
});
