/**
 * An exercise as data: one row of the table, or one interaction, in five phases (predict, reach, explain, restore, transfer).
 * It says what is set up, what is asked and what counts; everything that is true of a run is left to the engine.
 * How to write one: CONTRIBUTING.md.
 */
import type { Goal } from './goal';

/** The phases of an exercise, in their order. */
export const PHASES = ['predict', 'reach', 'explain', 'restore', 'transfer'] as const;
export type Phase = (typeof PHASES)[number];

/** Families of exercises by their ids, in the order in which they are learned. */
export const FAMILIES = [
  'manual-failover-and-fallback',
  'recovery-manager-restarts',
  'service-and-database-failures',
  'lost-peers',
  'failed-mode',
  'automatic-recovery-and-fallback',
  'not-enabled',
  'interactions',
] as const;
export type FamilyId = (typeof FAMILIES)[number];

/**
 * How much is shown before the learner has to do it: `worked` plays a solution with its reasons first, `guided` offers the
 * first two hints unasked, `unaided` shows nothing until asked.
 */
export const SUPPORTS = ['worked', 'guided', 'unaided'] as const;
export type Support = (typeof SUPPORTS)[number];

/** A step as in a scenario file: `do` and its fields. */
export interface PlainStep {
  readonly do: string;
  readonly [field: string]: unknown;
}

/** A step with its instant, in seconds of the run. */
export interface StepAt extends PlainStep {
  readonly at: number;
}

/** A point of a run: the exercise's scenario with these steps added to it, at an instant. */
export interface Situation {
  /** In order of their instants, none before the scenario's own last step. */
  readonly steps?: readonly StepAt[];
  /** Seconds of the run. */
  readonly atSeconds: number;
}

/** What is asked before anything moves. The answer is never written down: it is what the engine comes to. */
export interface Predict extends Situation {
  /** How the cluster stands and what is about to happen, told without its outcome. */
  readonly story: string;
  /** What is about to happen; only `at` later than `atSeconds`, or at it. */
  readonly happens: readonly StepAt[];
  /** The instant that the prediction is about, in seconds of the run; later than all that happens. */
  readonly untilSeconds: number;
  /** Name of the group whose pair of states, and whose serving node, is to be told; left out where only the question is asked. */
  readonly pairOf?: string;
  /** Something else to be told; exactly one option holds at the instant. Needed where no pair is asked for. */
  readonly question?: {
    readonly ask: string;
    readonly options: readonly { readonly id: string; readonly text: string; readonly holds: Goal }[];
  };
  /** Said once it has happened: what the system did, and why. */
  readonly why: string;
}

/** A way to do what a phase asks for. */
export interface Solution {
  /** Stable, unique in its phase. */
  readonly id: string;
  readonly title: string;
  /** Instants in seconds since the phase began; `say` tells why this comes now. */
  readonly steps: readonly (StepAt & { readonly say: string })[];
  /** By when the goal is met, in seconds since the phase began. */
  readonly untilSeconds: number;
}

/** Help in tiers: each costs more than the one before; the solution that is played at last caps the score. */
export interface Hints {
  /** Where to look. */
  readonly where: string;
  /** What it means. */
  readonly meaning: string;
  /** Which action or command, by its name. */
  readonly command: string;
  /** Id of the solution that is played. */
  readonly solution: string;
}

/** A move that is answered: a goal about steps that were asked for since the phase began. */
export interface Move {
  /** Stable, unique in its phase. */
  readonly id: string;
  readonly when: Goal;
  /** What it does to the cluster or to the users, and why it is not wanted here. */
  readonly why: string;
  /** Steps (seconds since the phase began) that make it, and an instant by which it is noticed: for the tests. */
  readonly example: { readonly steps: readonly StepAt[]; readonly untilSeconds: number };
}

/** What the learner drives the engine to: reach the row, or restore the group. */
export interface Drive extends Situation {
  /** What is asked for, in one line. */
  readonly task: string;
  /** Counts once it has held at any event since the phase began. */
  readonly goal: Goal;
  /** Answers to what the learner did that changed the run in a way worth a word; shown is the one that came to hold last. */
  readonly replies?: readonly { readonly when: Goal; readonly say: string }[];
  readonly hints: Hints;
  /** At least one; any other way that reaches the goal counts as well. */
  readonly solutions: readonly Solution[];
  /** Moves that spoil the phase: it has to be begun again. */
  readonly forbidden?: readonly Move[];
  /** Moves that work and cost points. */
  readonly penalised?: readonly Move[];
  /** Said when the goal is met: what the system did, and why. */
  readonly done: string;
}

/** What is done about the row. */
export interface Restore extends Omit<Drive, 'goal'> {
  /** Left out: both nodes of every group with high availability Normal for 120 s, and nobody waiting to log in. */
  readonly goal?: Goal;
  /** How many actions the guide's own remedy takes, where a cheaper way takes fewer: doing as the guide says costs no points. */
  readonly guideActions?: number;
  /** A row in transit that needs nothing done: it is watched to its end. */
  readonly endsByItself?: boolean;
}

/** A run that shows what an answer would have looked like. */
export interface Refutation extends Situation {
  /** What can be seen in it at its instant, and not in the run that was shown. */
  readonly shows: Goal;
  /** The difference, in words. */
  readonly say: string;
}

/** A possible cause. */
export interface Cause {
  readonly id: string;
  readonly text: string;
  /** What the page says to who chose it, and for the right one why it is right. */
  readonly say: string;
  /** Left out for the one that is right. Its pair is a neighbour: it shares a state with the row's wherever any row does. */
  readonly refutation?: Refutation;
}

/** Something that might be seen in the run, and might tell the causes apart. */
export interface Evidence {
  readonly id: string;
  readonly text: string;
  /** The same as a goal: the engine says whether it is to be seen. */
  readonly fact: Goal;
  /** True of the run, and not of every refutation. */
  readonly right: boolean;
  readonly say: string;
  /** For something that is to be seen and tells nothing: id of a wrong cause whose refutation shows it as well. */
  readonly alsoIn?: string;
  /** For something that is not to be seen: id of a wrong cause whose refutation shows it, wherever one does. */
  readonly onlyIn?: string;
}

/** Cause and evidence. */
export interface Explain extends Situation {
  readonly ask: string;
  /** Exactly one without refutation. */
  readonly causes: readonly Cause[];
  /** One or more are right; each wrong cause is ruled out by at least one of those. */
  readonly evidence: readonly Evidence[];
}

/** The same again, with names changed or another cause, unaided: no hints, the row concealed, and the reasons until a cause is named. */
export interface Variant {
  /** Stable, unique in its exercise. */
  readonly id: string;
  /** How the cluster stands, told without naming the cause. */
  readonly story: string;
  /** Names that stand for one another in everything of the exercise, texts included: nodes, services. All at once. */
  readonly rename?: Readonly<Record<string, string>>;
  /** What is done: cause and repair, unless the row ends by itself: then it is reached and explained. */
  readonly phases: readonly ('reach' | 'explain' | 'restore')[];
  /** Parts that differ (after renaming): another cause, other solutions. */
  readonly instead?: {
    readonly scenario?: unknown;
    readonly reach?: Drive;
    readonly explain?: Explain;
    readonly restore?: Restore;
  };
}

/** An exercise. */
export interface Exercise {
  readonly format: 'presence-redundancy-exercise';
  readonly version: 1;
  /** Stable; the address of the exercise, and the name of its file. Says what it is about, not a number of ours. */
  readonly id: string;
  /** Raised when the exercise changes so much that what was begun cannot go on. */
  readonly revision: number;
  readonly title: string;
  readonly family: FamilyId;
  readonly support: Support;
  /** Number of the row of Table 2, null for an interaction. */
  readonly row: number | null;
  /** One sentence: what the learner can do afterwards. */
  readonly summary: string;
  /** A scenario file; at least 24 users. */
  readonly scenario: unknown;
  readonly predict: Predict;
  readonly reach: Drive;
  readonly explain: Explain;
  readonly restore: Restore;
  readonly transfer: readonly Variant[];
}

/** The cheapest way that a bounded search with the engine found, counted from the beginning of the phase to its goal. */
export interface Par {
  readonly actions: number;
  readonly userMinutes: number;
}
