/** Where a line of the log comes from, taken apart for the chips that show it. */

/** One source, as printed on a chip and as meant. */
export interface Source {
  /** What stands on the chip: `S`, `C` or `I-11`. */
  readonly tag: string;
  readonly kind: 'guide' | 'cli' | 'assumption' | 'other';
  /** Section or table row; empty for an assumption. */
  readonly where: string;
  /** What the chip means, in words. */
  readonly meaning: string;
}

/**
 * Takes a printed provenance apart: `[S] Table 2, row 12; [I-11]` gives two sources. Text in none of the three forms is kept
 * as it stands.
 */
export function parseProvenance(printed: string): readonly Source[] {
  return printed
    .split(/;\s*(?=\[)/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(parseSource);
}

/** The same without the numbers of the table's rows, where the row is to be found out. */
export const withoutRows = (printed: string): string =>
  printed.replace(/(Table 2), rows? \d+(?:(?:, | and )\d+)*/g, '$1');

function parseSource(part: string): Source {
  const [, tag = '', where = ''] = /^\[([^\]]+)\]\s*(.*)$/.exec(part) ?? [];
  const number = /^I-(\d+)$/.exec(tag)?.[1];
  if (number !== undefined)
    return {
      tag,
      kind: 'assumption',
      where,
      meaning: `Assumption ${number}: the guide is silent or unclear here`,
    };
  if (tag === 'S') return { tag, kind: 'guide', where, meaning: `The guide says so: ${where}` };
  if (tag === 'C') return { tag, kind: 'cli', where, meaning: `The CLI reference says so: ${where}` };
  return { tag: part, kind: 'other', where: '', meaning: part };
}
