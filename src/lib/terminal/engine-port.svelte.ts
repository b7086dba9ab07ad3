import type { Deed } from '../../course/goal';
import { Run, type ClusterView, type OfferView, type Via } from '../../engine';
import type { StepRequest } from '../../worker/protocol';
import type { ActAnswer, ClusterPort } from '../lab/cluster-port';

/** For tests: a door to a real run in the same thread, whose time goes on when the test says so. */
export class EnginePort implements ClusterPort {
  playing = $state(false);
  /** What was told, oldest first. */
  readonly deeds: Deed[] = [];
  readonly #run: Run;
  #timeMs = $state(0);
  #view: ClusterView = $state.raw()!;

  /** @param scenario its cluster, and what else differs from a scenario that does nothing */
  constructor(scenario: { readonly cluster: object; readonly [field: string]: unknown }) {
    const loaded = Run.load({ format: 'presence-redundancy-scenario', version: 1, ...scenario });
    if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
    this.#run = loaded.run;
    this.#view = this.#run.viewAt({ timeMs: 0 });
  }

  get view(): ClusterView {
    return this.#view;
  }

  get timeMs(): number {
    return this.#timeMs;
  }

  /** Takes the playhead to an instant, in seconds. */
  seek(second: number): void {
    this.#timeMs = second * 1_000;
    this.#view = this.#run.viewAt({ timeMs: this.#timeMs });
  }

  /** Lets so many seconds pass. */
  pass(seconds: number): void {
    this.seek(this.#timeMs / 1_000 + seconds);
  }

  act({ via = 'mouse', ...step }: StepRequest): Promise<ActAnswer> {
    return Promise.resolve(this.#act(step, via));
  }

  #act(step: object, via: Via): ActAnswer {
    const outcome = this.#run.act(this.#timeMs, step, via);
    if (!outcome.accepted) return { kind: 'refused', why: outcome.faults };
    this.seek(outcome.atMs / 1_000);
    return { kind: 'done', view: this.#view, idle: outcome.idle };
  }

  ask(steps: readonly StepRequest[]): Promise<readonly OfferView[]> {
    return Promise.resolve(this.#run.offers(this.#timeMs, steps));
  }

  play(): void {
    this.playing = true;
  }

  tell(deed: Deed): void {
    this.deeds.push(deed);
  }

  /** Titles of the log's lines about what was done, each with where it was done. */
  done(): string[] {
    const { entries } = this.#run.log({ untilMs: this.#timeMs + 1, kinds: ['step'], count: 100 });
    return entries.map(({ title, via }) => `${title} (${via ?? ''})`);
  }
}
