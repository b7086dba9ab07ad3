/** What a judge says of a goal: not only whether, but what is expected, what is, since when, and what it waits for. */

/** Something that a node waits for. */
export interface Awaited {
  readonly node: string;
  /** What must come about, or which timer must run out. */
  readonly text: string;
  /** Instant at which it comes about by itself, in milliseconds; null where nobody can say. */
  readonly untilMs: number | null;
}

/** A goal and its parts, as they stand at an instant. */
export interface GoalTree {
  readonly kind:
    | 'all'
    | 'any'
    | 'not'
    | 'ever'
    | 'holds'
    | 'within'
    | 'in-order'
    /** One thing that can be looked at by itself: a state, a number, a step. */
    | 'fact';
  readonly met: boolean;
  /** Instant since which `met` has been as it is, in milliseconds; never before the watch began. */
  readonly sinceMs: number;
  /** What it is about: `imp1, state`. Empty where the parts say it. */
  readonly about: string;
  /** What is expected, in the field's words: `Failed Over`. */
  readonly expected: string;
  /** What is, in the same words; empty where the parts say it. */
  readonly seen: string;
  readonly parts: readonly GoalTree[];
  /** What the node that it is about waits for, while it is not met. */
  readonly waits: readonly Awaited[];
}

/** What was done and what the users paid from the beginning of a watch until an instant. */
export interface Tally {
  readonly atMs: number;
  /** User-milliseconds in which users waited to log in. */
  readonly waitingMs: number;
  /** User-milliseconds in which users were online and badly served. */
  readonly degradedMs: number;
  /** Steps that were done; refused ones do not count. */
  readonly steps: number;
}

/** How a goal stands at an instant of a watch. */
export interface Judgement {
  readonly tree: GoalTree;
  /** First instant of the watch at which the goal was met, in milliseconds; null while it never was. */
  readonly firstMetMs: number | null;
  /** The tally at that instant; null while it never was met. */
  readonly firstMet: Tally | null;
  /** The tally now. */
  readonly now: Tally;
}
