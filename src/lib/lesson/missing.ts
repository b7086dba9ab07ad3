import type { GoalTree } from '../../course/judgement';
import { formatRemaining } from '../format';

/** One line of what is still missing. */
export interface MissingLine {
  readonly text: string;
  /** What is waited for, each with how long it still takes where that is known. */
  readonly waits: readonly string[];
}

/** What of a goal is not met yet, a line each, in the goal's order; each wait is said once. */
export function missingLines(tree: GoalTree, timeMs: number): readonly MissingLine[] {
  const lines = new Map<string, readonly string[]>();
  const said = new Set<string>();
  for (const { text, waits } of linesOf(tree, timeMs)) {
    if (lines.has(text)) continue;
    lines.set(
      text,
      waits.filter((wait) => !said.has(wait)),
    );
    for (const wait of waits) said.add(wait);
  }
  return [...lines].map(([text, waits]) => ({ text, waits }));
}

function linesOf(tree: GoalTree, timeMs: number): readonly MissingLine[] {
  const { kind, met, parts } = tree;
  if (met) return [];
  switch (kind) {
    case 'fact':
      return [{ text: sentenceOf(tree), waits: waitsOf(tree, timeMs) }];
    case 'not':
      return parts.flatMap((part) => unwantedLines(part));
    case 'any':
      return [eitherOf(parts.map((part) => linesOf(part, timeMs)))];
    case 'in-order':
      // What comes later is not asked for yet.
      return linesOf(
        parts.find((part) => !part.met)!,
        timeMs,
      );
    case 'holds':
      return parts.every((part) => part.met)
        ? [{ text: [...parts.flatMap(factsOf), sentenceOf(tree).replace(/^W/, 'w')].join(', '), waits: [] }]
        : parts.flatMap((part) => linesOf(part, timeMs));
    case 'within':
      return tree.seen === 'too late'
        ? [{ text: sentenceOf(tree), waits: [] }]
        : parts.flatMap((part) => linesOf(part, timeMs));
    case 'all':
    case 'ever':
      return parts.flatMap((part) => linesOf(part, timeMs));
  }
}

/** The facts that a goal is made of, each as it is seen. */
function factsOf({ kind, parts, about, seen }: GoalTree): readonly string[] {
  return kind === 'fact' ? [`${about}: ${seen}`] : parts.flatMap(factsOf);
}

/** What holds although it must not. */
function unwantedLines(tree: GoalTree): readonly MissingLine[] {
  if (!tree.met) return [];
  if (tree.kind !== 'fact') return tree.parts.flatMap(unwantedLines);
  return [{ text: `${tree.about}: ${tree.seen}. It must not be so.`, waits: [] }];
}

function eitherOf(ways: readonly (readonly MissingLine[])[]): MissingLine {
  const texts = ways.map((lines) => lines.map(({ text }) => text.replace(/\.$/, '')).join(', and '));
  return {
    text: `${[...new Set(texts)].join(' — or: ')}.`,
    waits: ways.flat().flatMap(({ waits }) => waits),
  };
}

function sentenceOf({ about, expected, seen }: GoalTree): string {
  if (seen === 'not yet') return `${about}: not ${expected === 'refused' ? 'tried' : 'done'} yet.`;
  return `${about}: ${seen}. Wanted: ${expected}.`;
}

function waitsOf({ waits }: GoalTree, timeMs: number): readonly string[] {
  return waits.map(({ node, text, untilMs }) =>
    untilMs === null
      ? `${node} waits for ${text}.`
      : `${node} waits for ${text}: ${formatRemaining(untilMs - timeMs)} left.`,
  );
}
