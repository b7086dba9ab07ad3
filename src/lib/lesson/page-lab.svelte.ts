import { onMount, untrack } from 'svelte';
import type { RefusedStep } from '../../course/sight';
import { spawnEngineWorker } from '../../worker/spawn';
import { Lab } from '../lab/lab.svelte';
import { pauseWhileHidden } from '../lab/opening';

/** What stands beside a lab and follows it: a way through a lesson or an exercise. */
interface Follower {
  /** The run or its playhead has changed. */
  look(): void;
  /** A step was asked for that the cluster refused. */
  hearRefusal(refused: RefusedStep): void;
  /** The lab was asked to begin again. */
  restart?(): Promise<void>;
  dispose(): void;
}

/** The lab beside the text of a page: it comes to life with the page, and goes with it. To be made with a component. */
export class PageLab {
  #shown = $state.raw<Lab | null>(null);
  #lab: Lab | null = null;

  /**
   * @param follower what stands beside it now
   * @param begin called once the page has come to life; shows the lab when the follower is ready
   */
  constructor(follower: () => Follower, begin: () => Promise<void>) {
    onMount(() => {
      const lab = new Lab(spawnEngineWorker);
      this.#lab = lab;
      lab.onrefused = (refused) => follower().hearRefusal(refused);
      if (follower().restart) lab.onreset = () => void follower().restart?.();
      const stopPausing = pauseWhileHidden(lab);
      void begin();
      return () => {
        this.#lab = null;
        stopPausing();
        follower().dispose();
        lab.dispose();
      };
    });
    // What is missing changes with the run, and with time where a goal must hold for a while. Read through the getter: in a
    // constructor the field itself is not followed.
    const judged = $derived([
      this.shown?.player.view,
      Math.floor((this.shown?.player.playheadMs ?? 0) / 500),
    ]);
    $effect(() => {
      void judged;
      untrack(() => follower().look());
    });
  }

  /** The lab that is shown; null until then. */
  get shown(): Lab | null {
    return this.#shown;
  }

  /** Shows the lab, and answers it; null if the page is gone. */
  show(): Lab | null {
    return (this.#shown = this.#lab);
  }
}
