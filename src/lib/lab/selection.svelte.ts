import type { ClusterView } from '../../engine';
import { groupOfTarget, nodeOfTarget, targetKey } from '../stage/targets';

/** What is chosen in the lab, as the stage names it. */
export class Selection {
  #key = $state.raw<string | null>(null);

  /** Key of the chosen target (stage/targets.ts), or null. */
  get key(): string | null {
    return this.#key;
  }

  choose(key: string | null): void {
    this.#key = key;
  }

  chooseNode(node: string): void {
    this.#key = targetKey({ kind: 'node', node });
  }

  /** The group that the chosen target belongs to, or null. */
  groupIn(view: ClusterView | null): string | null {
    const node = nodeOfTarget(this.#key);
    return groupOfTarget(this.#key) ?? view?.nodes.find(({ name }) => name === node)?.group ?? null;
  }
}
