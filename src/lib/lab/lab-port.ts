import type { ClusterView, OfferView } from '../../engine';
import type { Deed } from '../../course/goal';
import type { StepRequest } from '../../worker/protocol';
import type { ActAnswer, ClusterPort } from './cluster-port';
import type { Lab } from './lab.svelte';

/** The door of a lab to its cluster, for the terminal and the administration pages beside it. */
export class LabPort implements ClusterPort {
  readonly #lab: Lab;
  readonly #ontell: (deed: Deed) => void;

  /** @param ontell hears what the learner did that changes nothing in the cluster */
  constructor(lab: Lab, ontell: (deed: Deed) => void = () => undefined) {
    this.#lab = lab;
    this.#ontell = ontell;
  }

  get view(): ClusterView {
    const { view } = this.#lab.player;
    if (!view) throw new Error('The lab has no run yet: make its port once one is loaded.');
    return view;
  }

  get timeMs(): number {
    return this.#lab.player.playheadMs;
  }

  get run(): number {
    return this.#lab.loads;
  }

  get playing(): boolean {
    return this.#lab.player.playing;
  }

  act(step: StepRequest): Promise<ActAnswer> {
    return this.#lab.attempt(step);
  }

  ask(steps: readonly StepRequest[]): Promise<readonly OfferView[]> {
    return this.#lab.ask(steps);
  }

  play(): void {
    this.#lab.player.play();
  }

  tell(deed: Deed): void {
    this.#ontell(deed);
  }
}
