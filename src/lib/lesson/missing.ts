import type { GoalTree } from '../../course/judgement';
import { formatRemaining } from '../format';

/** One line of what is still missing. */
export interface MissingLine {
  readonly text: string;
  /** What is waited for, each with how long it still takes where that is known. */
  readonly waits: readonly string[];
}

/** What of a goal is not met yet, a line each, in the goal's order. */
export function missingLines(tree: GoalTree, timeMs: number): readonly MissingLine[] {
  const lines = linesOf(tree, timeMs);
  return lines.filter(({ text }, place) => lines.findIndex((line) => line.text === text) === place);
}

function linesOf(tree: GoalTree, timeMs: number): readonly MissingLine[] {
  if (tree.met) return [];
  if (tree.kind === 'fact') return [{ text: sentenceOf(tree), waits: waitsOf(tree, timeMs) }];
  return tree.parts.flatMap((part) => linesOf(part, timeMs));
}

function sentenceOf({ about, expected, seen }: GoalTree): string {
  return seen === '' ? `${about}: ${expected}` : `${about}: ${seen} now, wanted: ${expected}`;
}

function waitsOf({ waits }: GoalTree, timeMs: number): readonly string[] {
  return waits.map(({ node, text, untilMs }) =>
    untilMs === null
      ? `${node} waits for ${text}`
      : `${node} waits for ${text}, in ${formatRemaining(untilMs - timeMs)}`,
  );
}
