/** What a goal asks for, line by line, as its tree says it: for telling later what was reached. */
import type { GoalTree } from './judgement';

/**
 * The lines of a goal that was met: what each part is about, and what was expected of it. Of alternatives those that are met;
 * what must not be so says nothing of what is.
 */
export function goalLines({ kind, about, expected, parts }: GoalTree): readonly string[] {
  if (kind === 'not') return [];
  const own = about === '' ? [] : [`${about}: ${expected}`];
  const counted = kind === 'any' ? parts.filter(({ met }) => met) : parts;
  return [...own, ...counted.flatMap(goalLines)];
}
