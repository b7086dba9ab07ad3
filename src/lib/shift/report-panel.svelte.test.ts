import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { ShiftReport } from '../../course/shift/report';
import { shiftOf } from '../../course/shift/scenario';
import ReportPanel from './ReportPanel.svelte';

const shift = shiftOf(12, 'calm');
const [first] = shift.scenario.steps;
const faultMs = first!.at * 1000;
const report: ShiftReport = {
  userMinutes: 80,
  caretaker: 60.5,
  nobody: 371.7,
  decisions: [
    {
      atMs: faultMs + 20_000,
      step: null,
      fault: { do: 'power-off', node: 'imp1' },
      untilMs: faultMs + 100_000,
      userMinutes: 92.8,
      nothing: 92.8,
      better: { step: { do: 'power-on', node: 'imp1' }, userMinutes: 70.9 },
      compared: 9,
    },
    {
      atMs: faultMs + 100_000,
      step: { do: 'power-on', node: 'imp1' },
      fault: null,
      untilMs: faultMs + 100_000,
      userMinutes: 70,
      nothing: 73.5,
      better: null,
      compared: 9,
    },
  ],
};

const on = { onshow: vi.fn(), onagain: vi.fn(), onanother: vi.fn(), onlab: vi.fn() };
beforeEach(() => Object.values(on).forEach((heard) => heard.mockReset()));

const words = (item: number) =>
  page.getByRole('listitem').nth(item).element().textContent.replace(/\s+/g, ' ').trim();

describe('the report of a shift', () => {
  it('sets what it cost beside what it would have cost, says what that means, and has the focus', async () => {
    await render(ReportPanel, { shift, report, ...on });
    const heading = page.getByRole('heading', { name: 'Report' });
    await expect.element(heading).toHaveFocus();
    const terms = page.getByRole('term').elements().slice(0, 3);
    const costs = page.getByRole('definition').elements().slice(0, 3);
    expect(terms.map(({ textContent }) => textContent)).toEqual(['You', 'The caretaker', 'Nobody at all']);
    expect(costs.map(({ textContent }) => textContent)).toEqual(['80.0', '60.5', '371.7']);
    await expect.element(page.getByText(/^You spared your users 291\.7 user-minutes/)).toBeVisible();
  });

  it('lists each decision with its instant, its cost, that of nothing, and the better move', async () => {
    await render(ReportPanel, { shift, report, ...on });
    expect(words(0)).toMatch(/^1 Power off at once on imp1: nothing was done about it until 2:53 1:33/);
    expect(words(0)).toContain('Waiting 92.8 Better: Power on on imp1 70.9');
    expect(words(0)).toContain('21.9 user-minutes less, the cheapest of 9 moves.');
    expect(words(0)).toContain('Here the most could have been spared.');
    expect(words(1)).toMatch(
      /^2 Power on on imp1 2:53 What you did 70\.0 Doing nothing 73\.5 None of the 9 moves/,
    );
    expect(words(1)).not.toContain('the most');
  });

  it('shows a decision where it was made, and leads on', async () => {
    await render(ReportPanel, { shift, report, ...on });
    await page.getByRole('button', { name: 'Show decision 2 on the stage and the timeline' }).click();
    expect(on.onshow).toHaveBeenCalledExactlyOnceWith(faultMs + 100_000);
    await page.getByRole('button', { name: 'Play the same number again' }).click();
    await page.getByRole('button', { name: 'Another shift' }).click();
    await page.getByRole('button', { name: 'Open in the free lab' }).click();
    for (const heard of [on.onagain, on.onanother, on.onlab]) expect(heard).toHaveBeenCalledOnce();
  });

  it('says so where nothing had to be decided', async () => {
    await render(ReportPanel, { shift, report: { ...report, decisions: [] }, ...on });
    await expect.element(page.getByText(/^There were none/)).toBeVisible();
    expect(page.getByRole('listitem').elements()).toEqual([]);
  });
});
