/** What a command answers: plain data, carried out by the session. */
import type { ClusterView, Step } from '../../engine';
import type { Piece } from './pieces';
import type { ReplicationCheck } from './replication-check';

/** A step of the engine, and what is printed once it was done or refused. */
export interface Act {
  readonly step: Step;
  /** @param view the cluster just after @param idle why it changed nothing, or empty */
  readonly done: (view: ClusterView, idle: string) => readonly Piece[];
  /** @param why the engine's reasons */
  readonly refused: (why: readonly string[]) => readonly Piece[];
}

/** A command that waits for the cluster; asked anew at each change of it. */
export interface Follow {
  /** What stands in place of the prompt meanwhile. */
  readonly doing: string;
  readonly poll: (view: ClusterView) => {
    readonly print: readonly Piece[];
    /** What goes on to be waited for: itself, something else, or null at the end. */
    readonly next: Follow | null;
  };
}

/** What a command answers. */
export interface Answer {
  readonly print?: readonly Piece[];
  /** Asked before anything is done. */
  readonly confirm?: { readonly question: string; readonly yes: Answer; readonly no: readonly Piece[] };
  /** Done one after the other; what follows a refusal is left out, unless `each` is true. */
  readonly acts?: readonly Act[];
  readonly each?: boolean;
  readonly check?: ReplicationCheck;
  readonly follow?: Follow;
  /** True to stop at the end of each page. */
  readonly paged?: boolean;
  /** True to leave the command line. */
  readonly leave?: boolean;
  /** True when nothing was carried out. */
  readonly failed?: boolean;
}
