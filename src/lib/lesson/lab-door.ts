import type { JudgeQuestion } from '../../course/judge';
import type { Setting } from '../../course/setting';
import type { Position } from '../../worker/protocol';
import type { Lab } from '../lab/lab.svelte';
import type { LessonDoor, PresentBranch } from './lesson-door';

/** The door of a lab to the lesson beside it. */
export class LabDoor implements LessonDoor {
  readonly #lab: Lab;

  constructor(lab: Lab) {
    this.#lab = lab;
  }

  get position(): Position {
    return { ...this.#lab.player.position, timeMs: this.#lab.player.instantMs };
  }

  get branch(): PresentBranch | null {
    const { summary } = this.#lab;
    return summary?.branches.find(({ id }) => id === summary.branch) ?? null;
  }

  async open({ scenario, atSeconds }: Setting): Promise<readonly string[] | null> {
    const faults = await this.#lab.load(scenario);
    if (!faults) await this.#lab.player.seek(atSeconds * 1000);
    return faults;
  }

  async keep(): Promise<Setting | null> {
    const exported = await this.#lab.export();
    return exported && { scenario: exported.scenario, atSeconds: exported.atMs / 1000 };
  }

  judge(question: JudgeQuestion) {
    return this.#lab.judge(question);
  }

  play(speed: number): void {
    this.#lab.player.speed = speed;
    this.#lab.player.play();
  }
}
