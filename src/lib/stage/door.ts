/** What the parts of the stage may ask the stage to do. */
import type { StepRequest } from '../../worker/protocol';
import type { StageTarget } from './targets';

/** Whether a step can be done now: as the engine answers, never worked out on the page. */
export interface Offer {
  readonly offered: boolean;
  /** Why it is refused; empty when offered. */
  readonly why: string;
  /** True when it is allowed but would change nothing. */
  readonly idle: boolean;
}

/** Handed down to every part of the stage. */
export interface StageDoor {
  /** Key of the chosen target, or null. */
  readonly selected: string | null;
  /** Key of the target whose actions are open, or null. */
  readonly openKey: string | null;
  /** Chooses a target and opens its actions beside the element that was used. */
  open(target: StageTarget, anchor: Element): void;
  /** Chooses a target. */
  select(target: StageTarget): void;
  /** Does a step at once. */
  act(step: StepRequest): void;
}
