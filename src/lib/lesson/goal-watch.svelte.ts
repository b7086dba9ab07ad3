import type { GoalTree, Judgement } from '../../course/judgement';
import type { LessonStep } from '../../course/lesson';
import type { RefusedStep } from '../../course/sight';
import { JudgeLoop, type WatchedFrom } from './judge-loop';
import type { LessonDoor } from './lesson-door';
import { ReplyChoice } from './reply-choice';

/** How the goal and the replies of one step stand, as the judge in the worker answers when it is asked. */
export class GoalWatch {
  readonly #onheard: () => void;
  readonly #loop = new JudgeLoop((judgements) => this.#hear(judgements));
  #step: LessonStep | null = null;
  #tree = $state.raw<GoalTree | null>(null);
  #goalMet = $state(false);
  #reply = $state.raw<string | null>(null);
  #choice = new ReplyChoice();

  /** @param onheard called after every answer of the judge */
  constructor(onheard: () => void) {
    this.#onheard = onheard;
  }

  /** How the goal stands, in parts; null if there is none or nothing is known yet. */
  get tree(): GoalTree | null {
    return this.#tree;
  }

  /** Whether the goal has been reached since the watch began. */
  get goalMet(): boolean {
    return this.#goalMet;
  }

  /** What the page says to what the learner did, or null. */
  get reply(): string | null {
    return this.#reply;
  }

  /** Where a watch must begin that is to go on with this one. */
  get from(): WatchedFrom {
    return this.#loop.from;
  }

  /** Watches a step from the playhead on, or goes on with an earlier watch. */
  begin(step: LessonStep, door: LessonDoor, from: Partial<WatchedFrom> = {}): void {
    this.forget();
    this.#step = step;
    const { goal, replies = [] } = step;
    this.#loop.begin([...(goal ? [goal] : []), ...replies.map(({ when }) => when)], door, from);
  }

  /** Ends the watch, and all that is known of its step with it. */
  forget(): void {
    this.#loop.forget();
    this.#goalMet = false;
    this.#tree = null;
    this.#reply = null;
    this.#choice = new ReplyChoice();
  }

  /** A step was asked for that the cluster refused. */
  hearRefusal(refused: RefusedStep): void {
    this.#loop.hearRefusal(refused);
  }

  /** The run or its playhead has changed: asks how the goals stand, one question at a time. */
  look(): void {
    this.#loop.look();
  }

  #hear(judgements: readonly Judgement[]): void {
    const { goal, replies = [] } = this.#step!;
    const [first] = judgements;
    if (goal && first) {
      this.#tree = first.tree;
      if (first.firstMetMs !== null) this.#goalMet = true;
    }
    this.#reply = replies[this.#choice.look(judgements.slice(goal ? 1 : 0))]?.say ?? null;
    this.#onheard();
  }
}
