/** One look at a cluster: what the facts of a goal are read from. */
import { userCounts, type AskedStep, type ClusterState, type Via } from '../engine';

/** A step that was asked for and refused before it came into the run, with its instant. */
export interface RefusedStep {
  readonly atMs: number;
  readonly step: { readonly do: string; readonly via?: Via; readonly [field: string]: unknown };
}

/** A step as goals look at it. */
export type SeenStep = Pick<AskedStep, 'outcome' | 'via'> & {
  readonly step: { readonly do: string };
};

/** A cluster at an instant, and the steps that were asked for at that very event. */
export class Sight {
  readonly state: ClusterState;
  /** At least the state's own instant: between two events only time passes. */
  readonly timeMs: number;
  readonly steps: readonly SeenStep[];
  #counts: ReturnType<typeof userCounts> | null = null;

  constructor(state: ClusterState, timeMs: number, steps: readonly SeenStep[]) {
    this.state = state;
    this.timeMs = timeMs;
    this.steps = steps;
  }

  /** The same cluster, after the steps of this event have been told. */
  withoutSteps(): Sight {
    return this.steps.length === 0 ? this : new Sight(this.state, this.timeMs, []);
  }

  /** Users by node: counted only where somebody asks, for large clusters have many. */
  get userCounts(): ReturnType<typeof userCounts> {
    return (this.#counts ??= userCounts(this.state));
  }
}
