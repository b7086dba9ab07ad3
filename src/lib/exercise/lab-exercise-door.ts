import type { ClusterView } from '../../engine';
import type { StepRequest } from '../../worker/protocol';
import type { Lab } from '../lab/lab.svelte';
import { SPEEDS } from '../lab/pace';
import { LabDoor } from '../lesson/lab-door';
import type { Setting } from '../../course/setting';
import type { ExerciseDoor, Guard } from './exercise-door';

/** The slowest at which something is shown: below this, playback would stop at every keep-alive on its way. */
const LEAST_SPEED = 20;

/** The door of a lab to the exercise beside it. */
export class LabExerciseDoor extends LabDoor implements ExerciseDoor {
  readonly #lab: Lab;
  /** Counts what was set going: what was overtaken does not go on. */
  #turn = 0;

  constructor(lab: Lab) {
    super(lab);
    this.#lab = lab;
    lab.hiddenWhy = 'Why is for you to find out: it stays hidden in this phase.';
  }

  override async open(setting: Setting): Promise<readonly string[] | null> {
    this.#turn += 1;
    this.hold(false, () => '');
    // What was told of the run before says nothing of this one.
    for (const { id } of this.#lab.notices.list) this.#lab.notices.dismiss(id);
    return super.open(setting);
  }

  viewAt(timeMs: number): Promise<ClusterView | null> {
    return this.#lab.viewAt(timeMs);
  }

  async seek(timeMs: number): Promise<void> {
    this.#turn += 1;
    this.#lab.player.pause();
    await this.#lab.player.seek(timeMs);
  }

  async playTo(timeMs: number, wallMs: number): Promise<boolean> {
    const { player } = this.#lab;
    if (player.instantMs >= timeMs || matchMedia('(prefers-reduced-motion: reduce)').matches) {
      await this.seek(timeMs);
      return true;
    }
    const turn = ++this.#turn;
    const wanted = Math.max(LEAST_SPEED, (timeMs - player.instantMs) / wallMs);
    player.speed = SPEEDS.find((speed) => speed >= wanted) ?? LEAST_SPEED;
    player.pause();
    player.play(null, timeMs);
    while (turn === this.#turn && player.playing)
      await new Promise((resolve) => requestAnimationFrame(resolve));
    return turn === this.#turn && player.instantMs >= timeMs;
  }

  pause(): void {
    this.#turn += 1;
    this.#lab.player.pause();
  }

  async do(step: StepRequest): Promise<readonly string[] | null> {
    const answer = await this.#lab.attempt(step);
    return answer.kind === 'done' ? null : answer.why;
  }

  hold(still: boolean, guard: Guard): void {
    if (still) this.#lab.player.pause();
    this.#lab.player.held = still;
    this.#lab.guard = guard;
  }
}
