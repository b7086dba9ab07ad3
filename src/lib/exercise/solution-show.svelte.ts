import type { Solution } from '../../course/exercise';
import { withSteps } from '../../course/setting';
import type { ExerciseDoor } from './exercise-door';
import type { DrivenPart } from './played';

/** Wall time in which the way to a step is played: long enough to follow, short enough to wait for. */
const WAY_MS = 3_000;
/** Wall time in which the rest is played, until the goal is met. */
const REST_MS = 7_000;

/** A solution that is played in the lab, step by step, each with why it comes now. */
export class SolutionShow {
  readonly solution: Solution;
  readonly #part: DrivenPart;
  readonly #door: ExerciseDoor;
  #shown = $state(0);
  #moving = $state(false);
  #over = $state(false);
  #faults = $state.raw<readonly string[]>([]);
  #ended = false;

  constructor(part: DrivenPart, door: ExerciseDoor) {
    this.solution = part.solutions.find(({ id }) => id === part.hints.solution) ?? part.solutions[0]!;
    this.#part = part;
    this.#door = door;
  }

  /** How many steps have been played. */
  get shown(): number {
    return this.#shown;
  }

  /** Whether time runs towards the next step now. */
  get moving(): boolean {
    return this.#moving;
  }

  /** Whether it has been played to its end. */
  get isOver(): boolean {
    return this.#over;
  }

  get faults(): readonly string[] {
    return this.#faults;
  }

  /** The phase as it began comes into the lab; only the show acts in it. */
  async begin(): Promise<void> {
    const { scenario, steps = [], atSeconds } = this.#part;
    this.#faults = (await this.#door.open({ scenario: withSteps(scenario, steps), atSeconds })) ?? [];
    if (!this.#ended) this.#shut();
  }

  /** Plays to the next step and does it; after the last one, to the end. */
  async next(): Promise<void> {
    if (this.#moving || this.#over) return;
    this.#moving = true;
    const { steps, untilSeconds } = this.solution;
    const step = steps[this.#shown];
    const beginMs = this.#part.atSeconds * 1000;
    const toMs = beginMs + (step?.at ?? untilSeconds) * 1000;
    const there = await this.#door.playTo(toMs, step ? WAY_MS : REST_MS);
    if (there && !this.#ended) {
      if (step) await this.#do(step);
      else this.#over = true;
    }
    this.#moving = false;
  }

  /** Ends it, wherever it is. */
  end(): void {
    this.#ended = true;
    this.#door.pause();
  }

  async #do({ at: _at, say: _say, ...step }: Solution['steps'][number]): Promise<void> {
    this.#door.hold(false, () => '');
    this.#faults = (await this.#door.do(step)) ?? [];
    this.#shown += 1;
    this.#shut();
  }

  #shut(): void {
    this.#door.hold(false, () => 'A solution is being played. Close it to act yourself.');
  }
}
