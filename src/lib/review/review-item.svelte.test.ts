import { afterEach, beforeEach, expect, describe, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { WORKED } from '../../../tests/fixtures/exercise/at-work';
import ReviewEnd from './ReviewEnd.svelte';
import ReviewItemPage from './ReviewItemPage.svelte';

const { id, title, family, summary, transfer, reach, predict } = WORKED;
const item = { exercise: id, variant: transfer[0]!.id, family, wasMissed: true, dueAtMs: 0 };
const onend = vi.fn<(score: number | null) => void>();

beforeEach(() => {
  localStorage.clear();
  onend.mockReset();
});
afterEach(() => vi.restoreAllMocks());

const showItem = () => render(ReviewItemPage, { item, number: 2, left: 3, onend });
const heading = (name: string) => page.getByRole('heading', { name, exact: true });

describe('an item of the review', () => {
  it('is played untitled, unaided and concealed, and says at its end what it was', async () => {
    vi.spyOn(window, 'fetch').mockResolvedValueOnce(Response.json(WORKED));
    await showItem();
    await expect.element(heading('Review, item 2')).toHaveFocus();
    await expect.element(page.getByText('3 more to come.')).toBeVisible();
    await expect.element(heading('Transfer: explain')).toBeVisible();
    await expect.element(page.getByText(transfer[0]!.story)).toBeVisible();
    await expect
      .element(page.getByRole('article', { name: 'imp2' }))
      .toHaveTextContent('Reason: hidden for now');
    const told = [title, summary, `ow ${String(WORKED.row)}`, predict.why, reach.hints.where];
    expect(told.filter((text) => document.body.innerHTML.includes(text))).toEqual([]);

    await page.getByRole('button', { name: /^Leave the transfer for later/ }).click();
    await expect.element(heading('What it was')).toHaveFocus();
    await expect.element(page.getByText('Row 12 of the table:')).toBeVisible();
    await expect.element(page.getByRole('link', { name: title })).toBeVisible();
    await expect.element(page.getByRole('status').filter({ hasText: 'Left for later' })).toBeVisible();
    await page.getByRole('button', { name: 'Next item' }).click();
    expect(onend).toHaveBeenCalledExactlyOnceWith(null);
  });

  it('that cannot be fetched is passed by, and stays due', async () => {
    vi.spyOn(window, 'fetch').mockRejectedValueOnce(new TypeError('no network'));
    await showItem();
    await expect.element(page.getByRole('status')).toHaveTextContent('could not be loaded');
    await page.getByRole('button', { name: 'Go on without it' }).click();
    expect(onend).toHaveBeenCalledExactlyOnceWith(null);
  });
});

describe('the end of an item', () => {
  it.each([
    {
      score: 59,
      isLast: true,
      says: 'that was missed. It comes back before this sitting ends',
      button: 'Next item',
    },
    { score: 60, isLast: true, says: 'It comes back in some days', button: 'End the review' },
    { score: 60, isLast: false, says: 'It comes back in some days', button: 'Next item' },
  ])(
    'after $score points, last: $isLast, says when it comes back',
    async ({ score, isLast, says, button }) => {
      await render(ReviewEnd, { exercise: WORKED, score, isLast, onend });
      await expect.element(page.getByRole('status')).toHaveTextContent(`${String(score)} of 100 points`);
      await expect.element(page.getByRole('status')).toHaveTextContent(says);
      await page.getByRole('button', { name: button }).click();
      expect(onend).toHaveBeenCalledExactlyOnceWith(score);
    },
  );
});
