/** Lines that were given, to be brought back. */

/** What was typed, and where in it the reader is. */
export class LineHistory {
  readonly #lines: string[] = [];
  #at = 0;
  /** What stood in the line before the reader went back. */
  #draft = '';

  /** Keeps a line, unless it repeats the one before. */
  add(line: string): void {
    if (line.trim() !== '' && this.#lines.at(-1) !== line) this.#lines.push(line);
    this.#at = this.#lines.length;
    this.#draft = '';
  }

  /** The line before or after the present one; at the ends it stays. */
  move(by: -1 | 1, typed: string): string {
    if (this.#at === this.#lines.length) this.#draft = typed;
    this.#at = Math.max(0, Math.min(this.#lines.length, this.#at + by));
    return this.#lines[this.#at] ?? this.#draft;
  }
}
