/** What a terminal shows, piece by piece, and how it is made. Plain data: nothing here knows of Svelte. */

/** One piece of what stands in a terminal. */
export type Piece =
  /** A line of the command line's own; long ones wrap. */
  | { readonly kind: 'text'; readonly text: string }
  /** Lines whose columns must stay in place: it never wraps, and scrolls by itself where it is too wide. */
  | { readonly kind: 'table'; readonly label: string; readonly text: string }
  /** What was typed, after its prompt. */
  | { readonly kind: 'echo'; readonly prompt: string; readonly text: string }
  /** A word of this site beside the command line's: no real system prints it. */
  | { readonly kind: 'note'; readonly text: string };

/** Lines of the command line. */
export const text = (...lines: readonly string[]): Piece[] =>
  lines.map((line) => ({ kind: 'text', text: line }));

/** A word of this site. */
export const note = (line: string): Piece => ({ kind: 'note', text: line });

/** Lines in columns; `label` says to a screen reader what they are. */
export const table = (label: string, lines: readonly string[]): Piece => ({
  kind: 'table',
  label,
  text: lines.join('\n'),
});

/** Cells in columns, each as wide as its widest cell; cells of a row are two spaces apart. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, cell.length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
}

/** Lines that a piece takes. */
export const heightOf = (piece: Piece): number =>
  piece.kind === 'table' ? piece.text.split('\n').length : 1;

/** A sentence out of a reason: a capital at its start, a full stop at its end. */
export function sentence(why: string): string {
  if (why === '') return '';
  const capital = /^[a-z]+\d/.test(why) ? why : why.charAt(0).toUpperCase() + why.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}
