/** What a terminal or an administration page needs of the cluster that it works on: the same engine as everything else. */
import type { ClusterView, OfferView } from '../../engine';
import type { Deed } from '../../course/goal';
import type { StepRequest } from '../../worker/protocol';

/** What came of a step. */
export type ActAnswer =
  /** Done; `idle` says why it changed nothing, if so. `view` is the cluster just after. */
  | { readonly kind: 'done'; readonly view: ClusterView; readonly idle: string }
  /** The cluster does not allow it: why, in sentences. */
  | { readonly kind: 'refused'; readonly why: readonly string[] }
  /** The engine could not be asked. */
  | { readonly kind: 'failed'; readonly why: readonly string[] };

/** A door to one running cluster. Reactive: `view`, `timeMs` and `playing` are read anew at each change. */
export interface ClusterPort {
  /** The cluster at the playhead. */
  readonly view: ClusterView;
  /** The playhead, milliseconds of simulated time. */
  readonly timeMs: number;
  /** False while time stands still. */
  readonly playing: boolean;
  /** Number of the run: another number is another run. Absent where there is only one. */
  readonly run?: number;
  /** Does a step at the playhead; who calls it says `via`. Shows no notice: the caller tells what came of it. */
  act(step: StepRequest): Promise<ActAnswer>;
  /** Whether each of some steps could be done now, and why not. */
  ask(steps: readonly StepRequest[]): Promise<readonly OfferView[]>;
  /** Lets time run. */
  play(): void;
  /** Tells whoever listens (a lesson) what the learner did that changes nothing in the cluster. */
  tell(deed: Deed): void;
}
