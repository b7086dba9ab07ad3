import type { Lab } from '../lab/lab.svelte';
import type { TimelineMark } from '../timeline/layout';
import type { ShiftDoor } from './shift-door';

/** How fast time passes at first: a shift of 25 minutes in some three, if nobody pauses. */
const FIRST_SPEED = 10;

/** Why nobody is sent away: who is logged out costs nothing, and the report would praise it. */
const STAYS = 'In a shift nobody is logged out: every user is to be served until the end.';

/** The door of a lab to the shift that is played in it. */
export class LabShiftDoor implements ShiftDoor {
  readonly #lab: Lab;

  constructor(lab: Lab) {
    this.#lab = lab;
    lab.onreset = () => this.#refuseLeap();
  }

  async open(scenario: unknown, atMs: number, endMs: number): Promise<readonly string[] | null> {
    const { player } = this.#lab;
    player.onleap = null;
    player.endMs = endMs;
    player.speed = FIRST_SPEED;
    this.#lab.guard = (_, step) => (step.do === 'log-out' ? STAYS : '');
    this.#lab.marks = null;
    this.#lab.sealed = 'The run can be taken along once the shift is over.';
    const faults = await this.#lab.load(scenario, { keepsLaterSteps: true });
    if (!faults) await player.seek(atMs);
    player.onleap = () => this.#refuseLeap();
    return faults;
  }

  lieOpen(): void {
    const { player } = this.#lab;
    player.pause();
    player.onleap = null;
    this.#lab.sealed = '';
    this.#lab.guard = () => 'The shift is over. Open its run in the free lab to try something else in it.';
    this.#lab.showSpan({ fromMs: 0, toMs: Math.round(player.endMs * 1.02) });
  }

  mark(marks: readonly TimelineMark[]): void {
    this.#lab.marks = marks;
  }

  async show(timeMs: number): Promise<void> {
    this.#lab.player.pause();
    await this.#lab.player.seek(timeMs);
  }

  #refuseLeap(): void {
    const why =
      'What has passed stands on the timeline and in the log, but nobody can go back to it, or ahead.';
    this.#lab.notices.add('note', 'A shift only goes forward', [why]);
  }
}
