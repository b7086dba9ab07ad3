import type { Piece } from './pieces';

/** Most pieces that are kept on the screen. */
const MOST_PIECES = 500;

/** A piece with a key of its own. */
export interface ShownPiece {
  readonly id: number;
  readonly piece: Piece;
}

/** What stands on the screen of a terminal, oldest first. */
export class Scrollback {
  #shown = $state.raw<readonly ShownPiece[]>([]);
  #nextId = 0;

  get shown(): readonly ShownPiece[] {
    return this.#shown;
  }

  /** Adds pieces at the end; the oldest go when there are too many. */
  print(pieces: readonly Piece[]): void {
    const added = pieces.map((piece) => ({ id: this.#nextId++, piece }));
    if (added.length > 0) this.#shown = [...this.#shown, ...added].slice(-MOST_PIECES);
  }

  clear(): void {
    this.#shown = [];
  }
}
