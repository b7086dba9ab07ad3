/** Long output, a page at a time. */
import { heightOf, type Piece } from './pieces';

/** Output that waits between two pages. */
export interface Pager {
  readonly pages: readonly (readonly Piece[])[];
  /** The page that was shown last. */
  readonly at: number;
}

/** Pieces in pages of at most so many lines; a table is not torn apart. */
export function paginate(pieces: readonly Piece[], rows: number): Piece[][] {
  const pages: Piece[][] = [[]];
  let height = 0;
  for (const piece of pieces) {
    if (height > 0 && height + heightOf(piece) > rows) {
      pages.push([]);
      height = 0;
    }
    pages.at(-1)!.push(piece);
    height += heightOf(piece);
  }
  return pages;
}

const linesOf = (pages: readonly (readonly Piece[])[]): number =>
  pages.flat().reduce((sum, piece) => sum + heightOf(piece), 0);

/** The line that waits for an answer. */
export function pagerPrompt({ pages, at }: Pager): string {
  const first = linesOf(pages.slice(0, at)) + 1;
  const last = linesOf(pages.slice(0, at + 1));
  return `options: q=quit, n=next, p=prev, b=begin, e=end (lines ${first} - ${last} of ${linesOf(pages)}) :`;
}

/** The page that an answer leads to; null to stop; undefined for no answer that is known. Enter goes on. */
export function pageAfter({ pages, at }: Pager, answer: string): number | null | undefined {
  const end = pages.length - 1;
  switch (answer.trim().toLowerCase()) {
    case 'q':
      return null;
    case '':
    case 'n':
      return at === end ? null : at + 1;
    case 'p':
      return Math.max(0, at - 1);
    case 'b':
      return 0;
    case 'e':
      return end;
    default:
      return undefined;
  }
}
