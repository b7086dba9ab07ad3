import { expect, it, vi } from 'vitest';
import type { OfferView } from '../../engine';
import type { StepRequest } from '../../worker/protocol';
import { CONCEALED_TEXT } from '../stage/conceal';
import { OfferBook } from './offer-book.svelte';

const STEP = { do: 'recover', group: 'a' };

function bookThatSays(why: () => string): OfferBook {
  const answer = (step: StepRequest): OfferView => ({ step, offered: false, why: why(), idle: false });
  return new OfferBook((steps) => Promise.resolve(steps.map(answer)));
}

it('forgets what nobody reads any more when the run changes, instead of telling it later', async () => {
  const book = bookThatSays(() => 'imp1 is Initializing');
  book.of(STEP);
  await vi.waitFor(() => expect(book.of(STEP).why).toBe('imp1 is Initializing'));
  // Read once more above, so it is asked once more; after that nobody reads.
  book.poke();
  await new Promise((settled) => setTimeout(settled, 400));
  book.poke();
  await new Promise((settled) => setTimeout(settled, 400));
  expect(book.of(STEP).why).toBe('');
  book.dispose();
});

it('keeps the reasons to itself while they are to be found out', async () => {
  const book = bookThatSays(() => 'imp1 is off');
  book.of(STEP);
  await vi.waitFor(() => expect(book.of(STEP).why).toBe('imp1 is off'));
  book.hidesWhy = true;
  expect(book.of(STEP).why).toBe(CONCEALED_TEXT);
  expect(book.of(STEP).offered).toBe(false);
  book.dispose();
});
