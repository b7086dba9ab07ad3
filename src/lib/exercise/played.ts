/** An exercise as a page plays it: its parts resolved when the site is built, variants renamed, default goals filled in. */
import type { Drive, Exercise, Explain, Par, Phase, Predict } from '../../course/exercise';

/** A phase that is driven, with everything that it needs. */
export interface DrivenPart extends Drive {
  readonly scenario: unknown;
  /** Null where no search has found one. */
  readonly par: Par | null;
  /** It needs nothing done: it is watched to its end. */
  readonly endsByItself: boolean;
}

/** Cause and evidence, with the scenario that all their runs begin with. */
export interface ExplainPart extends Explain {
  readonly scenario: unknown;
}

/** What is asked for before anything moves, with its scenario. */
export interface PredictPart extends Predict {
  readonly scenario: unknown;
  /** Nodes of the group whose pair is asked for; empty where none is. */
  readonly pair: readonly string[];
}

/** A variant for the transfer; parts that it does not ask for are null. */
export interface TransferPart {
  readonly id: string;
  readonly story: string;
  readonly reach: DrivenPart | null;
  readonly explain: ExplainPart | null;
  readonly restore: DrivenPart | null;
}

/** An exercise, ready to be played. */
export interface PlayedExercise extends Pick<
  Exercise,
  'id' | 'revision' | 'title' | 'family' | 'support' | 'row' | 'summary'
> {
  readonly predict: PredictPart;
  readonly reach: DrivenPart;
  readonly explain: ExplainPart;
  readonly restore: DrivenPart;
  /** At least one. */
  readonly transfer: readonly TransferPart[];
}

/** Where a learner can be in an exercise. */
export type Stage = Phase | 'report';

/** What the stages are called. */
export const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  predict: 'Predict',
  reach: 'Reach',
  explain: 'Explain',
  restore: 'Restore',
  transfer: 'Transfer',
  report: 'Report',
};
