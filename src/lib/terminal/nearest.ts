/** The name that was probably meant by a slip of the hand. */

/** Fewest single changes (a letter more, less, another, or two swapped) that make one word of another. */
export function distance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const differs = from[row - 1] === to[column - 1] ? 0 : 1;
      let best = Math.min(last[column]! + 1, line[column - 1]! + 1, last[column - 1]! + differs);
      const isSwap =
        row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (isSwap) best = Math.min(best, beforeLast[column - 2]! + 1);
      line.push(best);
    }
    beforeLast = last;
    last = line;
  }
  return last[to.length]!;
}

/** The nearest of some names, or null if none is near: at most a third of its letters may differ, and one always. */
export function nearest(typed: string, names: readonly string[]): string | null {
  const wanted = typed.toLowerCase();
  let best: string | null = null;
  let bestScore = Infinity;
  for (const name of names) {
    const known = name.toLowerCase();
    const isPart = wanted.length > 2 && known.includes(wanted);
    const score = isPart ? 0.5 : distance(wanted, known);
    if (score >= bestScore || score > Math.max(1, Math.floor(known.length / 3))) continue;
    best = name;
    bestScore = score;
  }
  return best;
}
