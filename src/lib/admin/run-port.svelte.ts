import { Run } from '../../engine';
import type { ClusterView, OfferView } from '../../engine';
import type { Deed } from '../../course/goal';
import type { StepRequest } from '../../worker/protocol';
import type { ActAnswer, ClusterPort } from '../lab/cluster-port';

/** A door to a run of the real engine in the same thread, for tests: time moves only when told to. */
export class RunPort implements ClusterPort {
  readonly run: Run;
  /** What the pages told. */
  readonly deeds: Deed[] = [];
  /** What the pages did, refused or not. */
  readonly steps: StepRequest[] = [];
  /** Why the engine refused some of them. */
  readonly refusals: string[] = [];
  #view: ClusterView;
  playing = $state(false);

  /** @param scenario as in a file; must be sound */
  constructor(scenario: unknown) {
    const loaded = Run.load(scenario);
    if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
    this.run = loaded.run;
    this.#view = $state.raw(this.run.viewAt({ timeMs: 0 }));
  }

  get view(): ClusterView {
    return this.#view;
  }

  get timeMs(): number {
    return this.#view.timeMs;
  }

  /** Goes to an instant. */
  goTo(timeMs: number): void {
    this.#view = this.run.viewAt({ timeMs });
  }

  act(step: StepRequest): Promise<ActAnswer> {
    this.steps.push(step);
    const { via, ...rest } = step;
    const outcome = this.run.act(this.timeMs, rest, via ?? null);
    if (!outcome.accepted) {
      this.refusals.push(...outcome.faults);
      return Promise.resolve({ kind: 'refused', why: outcome.faults });
    }
    this.goTo(outcome.atMs);
    return Promise.resolve({ kind: 'done', view: this.#view, idle: outcome.idle });
  }

  ask(steps: readonly StepRequest[]): Promise<readonly OfferView[]> {
    return Promise.resolve(this.run.offers(this.timeMs, steps));
  }

  play(): void {
    this.playing = true;
  }

  tell(deed: Deed): void {
    this.deeds.push(deed);
  }
}
