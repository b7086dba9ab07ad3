/** What goals are about in the field's words. */
import { STATES, type Reason, type ShownStateId } from '../engine';
import type { Bound } from './goal';

/** A shown state as printed, or `Unreachable`. */
export const stateWord = (state: ShownStateId): string =>
  state === 'unreachable' ? 'Unreachable' : STATES[state].name;

export const reasonWord = (reason: Reason | null): string => reason ?? 'no reason';

/** `a`, `a or b`, `a, b or c`. */
export const oneOf = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? 'nothing') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)!}`;

/** A bound in words: `24`, `at least 1`, `1 to 3`. */
export function boundWord(bound: Bound, unit = ''): string {
  const after = unit === '' ? '' : ` ${unit}`;
  if (typeof bound === 'number') return `${bound}${after}`;
  const { atLeast, atMost } = bound;
  if (atLeast !== undefined && atMost !== undefined) return `${atLeast} to ${atMost}${after}`;
  return atLeast !== undefined ? `at least ${atLeast}${after}` : `at most ${atMost ?? 0}${after}`;
}

/** Whether a number meets a bound. */
export function meetsBound(value: number, bound: Bound): boolean {
  if (typeof bound === 'number') return value === bound;
  return value >= (bound.atLeast ?? -Infinity) && value <= (bound.atMost ?? Infinity);
}
