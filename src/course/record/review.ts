/**
 * The mixed review: what to do again today, so that it stays. Each exercise that was done in another guise once is a card of
 * the FSRS scheduler; the cards are computed from the results that are kept, so that two tabs and an imported file always
 * agree on what is due.
 */
import { createEmptyCard, fsrs, Rating, State, type Card, type Grade } from 'ts-fsrs';
import type { FamilyId } from '../exercise';
import { resultsByExercise, type KeptResult, type ProgressRecord } from './record';

/** Score below which an item was missed: it comes back in the same sitting, and soon. */
export const MISSED_SCORE = 60;

/** Most items of one day: the rest waits for the next. */
export const MOST_A_DAY = 6;

/** Transfers of an exercise that follow one another within this time are one sitting, of which the first counts. */
const SITTING_MS = 12 * 3_600_000;

/** An exercise as the review needs it. */
export interface Reviewable {
  readonly id: string;
  readonly family: FamilyId;
  /** Ids of its variants, at least one. */
  readonly variants: readonly string[];
}

/** Something to do again. */
export interface ReviewItem {
  readonly exercise: string;
  readonly family: FamilyId;
  readonly variant: string;
  /** It was missed the last time. */
  readonly wasMissed: boolean;
  /** Since when it is due, in milliseconds since 1970. */
  readonly dueAtMs: number;
}

/** What is due, and what comes after it. */
export interface ReviewPlan {
  /** Today's items, in the order in which they are asked. */
  readonly today: readonly ReviewItem[];
  /** How many more are due, which wait for another day. */
  readonly waiting: number;
  /** When the next of the others is due, in milliseconds since 1970; null where there is none. */
  readonly nextAtMs: number | null;
}

// Whole days only, and no chance in them: the same results give the same plan everywhere.
const scheduler = fsrs({ enable_short_term: false, enable_fuzz: false });

/** How a transfer went, as the scheduler wants to know it. */
export function gradeOf({ score, hints }: Pick<KeptResult, 'score' | 'hints'>): Grade {
  if (score < MISSED_SCORE) return Rating.Again;
  if (score < 80 || hints > 0) return Rating.Hard;
  return score < 95 ? Rating.Good : Rating.Easy;
}

/** The card of an exercise, from its results in their order; null before its first transfer. */
export function cardOf(results: readonly KeptResult[]): Card | null {
  let card: Card | null = null;
  let sittingMs = -Infinity;
  for (const result of results) {
    if (result.phase !== 'transfer' || result.atMs < sittingMs + SITTING_MS) continue;
    sittingMs = result.atMs;
    const at = new Date(result.atMs);
    card = scheduler.next(card ?? createEmptyCard(at), at, gradeOf(result)).card;
  }
  return card;
}

/**
 * Plans the review of a day.
 *
 * @param exercises all there are, in the order in which they are learned
 * @param endOfDayMs what falls due until then is asked today; milliseconds since 1970
 * @param startOfDayMs what was asked since then counts as a part of today
 */
export function planReview(
  record: ProgressRecord,
  exercises: readonly Reviewable[],
  startOfDayMs: number,
  endOfDayMs: number,
): ReviewPlan {
  const byExercise = resultsByExercise(record);
  const all = exercises.flatMap((exercise) => itemOf(exercise, byExercise.get(exercise.id) ?? []));
  const due = all.filter(({ dueAtMs }) => dueAtMs < endOfDayMs);
  const isOfToday = ({ phase, inReview, atMs }: KeptResult) =>
    phase === 'transfer' && inReview === true && atMs >= startOfDayMs;
  const doneToday = [...byExercise.values()].filter((results) => results.some(isOfToday)).length;
  const urgent = due.sort((a, b) => Number(b.wasMissed) - Number(a.wasMissed) || a.dueAtMs - b.dueAtMs);
  const room = Math.max(0, MOST_A_DAY - doneToday);
  const later = all.filter(({ dueAtMs }) => dueAtMs >= endOfDayMs).map(({ dueAtMs }) => dueAtMs);
  return {
    today: mixed(urgent.slice(0, room)),
    waiting: Math.max(0, urgent.length - room),
    nextAtMs: later.length > 0 ? Math.min(...later) : null,
  };
}

/**
 * The plan's items that are left once one was done: one that was missed comes back at the end, in another guise if there is
 * one, until it is no longer missed.
 *
 * @param queue the item that was done comes first
 */
export function afterItem(
  queue: readonly ReviewItem[],
  score: number,
  exercises: readonly Reviewable[],
): ReviewItem[] {
  const [done, ...rest] = queue;
  if (!done || score >= MISSED_SCORE) return rest;
  const variants = exercises.find(({ id }) => id === done.exercise)?.variants ?? [done.variant];
  const next = variants[(variants.indexOf(done.variant) + 1) % variants.length]!;
  return [...rest, { ...done, variant: next, wasMissed: true }];
}

function itemOf({ id, family, variants }: Reviewable, results: readonly KeptResult[]): ReviewItem[] {
  const card = cardOf(results);
  if (!card || card.state === State.New) return [];
  const transfers = results.filter(({ phase }) => phase === 'transfer');
  const last = transfers.at(-1)!;
  return [
    {
      exercise: id,
      family,
      variant: nextVariant(variants, transfers),
      wasMissed: last.score < MISSED_SCORE,
      dueAtMs: card.due.getTime(),
    },
  ];
}

/** The variant that was asked least often, of those the one that was asked longest ago. */
function nextVariant(variants: readonly string[], transfers: readonly KeptResult[]): string {
  const count = (id: string) => transfers.filter(({ variant }) => variant === id).length;
  const lastPlace = (id: string) => transfers.findLastIndex(({ variant }) => variant === id);
  return [...variants].sort((a, b) => count(a) - count(b) || lastPlace(a) - lastPlace(b))[0]!;
}

/** The most urgent first, but of another family than the one before wherever there is one. */
function mixed(items: readonly ReviewItem[]): ReviewItem[] {
  const left = [...items];
  const order: ReviewItem[] = [];
  while (left.length > 0) {
    const other = left.findIndex(({ family }) => family !== order.at(-1)?.family);
    order.push(...left.splice(Math.max(0, other), 1));
  }
  return order;
}
