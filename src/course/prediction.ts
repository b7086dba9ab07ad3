/** What a prediction is compared with, and what it was worth. Reads what is drawn only, so that a page can do it. */
import type { ClusterView, ShownStateId } from '../engine';
import type { Guess, Serving, Truth } from './attempt';
import type { Predict } from './exercise';
import type { Judgement } from './judgement';

/** States in which users are on their way from one node to the other. */
const MOVING: readonly ShownStateId[] = ['taking-over', 'failing-over', 'taking-back', 'falling-back'];

/** The goals that have to be judged for {@link truthOf}, since the prediction was asked for: one an option, in order. */
export const questionGoals = ({ question }: Predict) => question?.options.map(({ holds }) => holds) ?? [];

/**
 * Who serves the users of a group: both in a split brain, nobody while a failover or a fallback moves them, and otherwise the
 * nodes on which they are placed, whether or not these are fit to serve them. Null for a group that is not there or has no pair.
 */
export function servingOf(view: ClusterView, groupName: string): Serving | null {
  const group = view.groups.find(({ name }) => name === groupName);
  const nodes = nodesOf(view, groupName);
  if (!group || nodes.length !== 2) return null;
  const [first, second] = nodes as [(typeof nodes)[0], (typeof nodes)[0]];
  if (group.splitBrain) return 'both';
  if (nodes.some(({ state }) => MOVING.includes(state))) return 'nobody';
  if (first.users.served === first.users.homed && second.users.served === second.users.homed) return 'own';
  if (second.users.served === 0) return 'first';
  return first.users.served === 0 ? 'second' : 'nobody';
}

function nodesOf(view: ClusterView, groupName: string) {
  const names = view.groups.find(({ name }) => name === groupName)?.nodes ?? [];
  return names.flatMap((wanted) => view.nodes.filter(({ name }) => name === wanted));
}

/** States of a group's nodes in the group's order; null if it has no pair. */
function pairOf(view: ClusterView, groupName: string): Truth['pair'] {
  const [first, second] = nodesOf(view, groupName);
  return first && second ? [first.state, second.state] : null;
}

/**
 * What a prediction is about, as it came out.
 *
 * @param view the cluster at the instant that the prediction is about
 * @param answers how the {@link questionGoals} stand at that instant
 */
export function truthOf(predict: Predict, view: ClusterView, answers: readonly Judgement[]): Truth {
  const { pairOf: group, question } = predict;
  const answer = question?.options.find((_, place) => answers[place]?.tree.met);
  return {
    pair: group === undefined ? null : pairOf(view, group),
    serving: group === undefined ? null : servingOf(view, group),
    answer: answer?.id ?? null,
  };
}

/** One thing that was predicted, and whether it came out so. */
export interface PredictedPart {
  readonly part: 'first-state' | 'second-state' | 'serving' | 'answer';
  readonly right: boolean;
}

/** Everything that was asked for, part by part. */
export function predictedParts(guess: Omit<Guess, 'confidence'>, truth: Truth): readonly PredictedPart[] {
  const { pair, serving, answer } = truth;
  const parts: PredictedPart[] = [];
  if (pair) {
    parts.push({ part: 'first-state', right: guess.pair?.[0] === pair[0] });
    parts.push({ part: 'second-state', right: guess.pair?.[1] === pair[1] });
  }
  if (serving !== null) parts.push({ part: 'serving', right: guess.serving === serving });
  if (answer !== null) parts.push({ part: 'answer', right: guess.answer === answer });
  return parts;
}

/** Whether everything that was asked for came out as predicted: what the confidence is about. */
export const isAllRight = (guess: Omit<Guess, 'confidence'>, truth: Truth): boolean =>
  predictedParts(guess, truth).every(({ right }) => right);

/**
 * Brier score of one prediction: 0 for sure and right, 1 for sure and wrong, 0.25 for who says fifty-fifty.
 *
 * @param confidence 0.5 to 1
 */
export const brierScore = (confidence: number, right: boolean): number => (confidence - (right ? 1 : 0)) ** 2;
