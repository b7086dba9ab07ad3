import type { GoalTree, Judgement } from '../../course/judgement';
import type { LessonStep } from '../../course/lesson';
import type { RefusedStep } from '../../course/sight';
import type { Position } from '../../worker/protocol';
import type { LessonDoor } from './lesson-door';
import { ReplyChoice } from './reply-choice';

/** Larger than the number of events of any run. */
const ALL_EVENTS = Number.MAX_SAFE_INTEGER;

/** Least wall time between two questions to the judge: what is missing is read, not watched. */
const JUDGE_EVERY_MS = 150;

/** From where a step is watched, and what has been refused since. */
export interface WatchedFrom {
  readonly since: Position;
  readonly refused: readonly RefusedStep[];
}

/** How the goal and the replies of one step stand, as the judge in the worker answers when it is asked. */
export class GoalWatch {
  readonly #onheard: () => void;
  #step: LessonStep | null = null;
  /** Null while nothing is watched. */
  #door: LessonDoor | null = null;
  #tree = $state.raw<GoalTree | null>(null);
  #goalMet = $state(false);
  #reply = $state.raw<string | null>(null);
  #choice = new ReplyChoice();
  #since: Position = { timeMs: 0, eventCount: 0 };
  #refused: readonly RefusedStep[] = [];
  #branchId: number | null = null;
  /** Counts what was watched: what was asked of an earlier watch is not heard any more. */
  #turn = 0;
  #judging = false;
  #stale = false;
  #judgedMs = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

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
    return { since: this.#since, refused: this.#refused };
  }

  /** Watches a step from the playhead on, or goes on with an earlier watch. */
  begin(step: LessonStep, door: LessonDoor, { since, refused }: Partial<WatchedFrom> = {}): void {
    this.forget();
    this.#step = step;
    this.#door = door;
    this.#since = since ?? door.position;
    this.#refused = refused ?? [];
    this.#branchId = door.branch?.id ?? null;
  }

  /** Ends the watch, and all that is known of its step with it. */
  forget(): void {
    this.#turn += 1;
    clearTimeout(this.#timer);
    this.#door = null;
    this.#goalMet = false;
    this.#tree = null;
    this.#reply = null;
    this.#choice = new ReplyChoice();
    this.#refused = [];
    this.#judgedMs = -Infinity;
  }

  /** A step was asked for that the cluster refused. */
  hearRefusal(refused: RefusedStep): void {
    this.#refused = [...this.#refused, refused];
    this.look();
  }

  /** The run or its playhead has changed: asks how the goals stand, one question at a time. */
  look(): void {
    if (!this.#door || !this.#step) return;
    if (this.#judging) {
      this.#stale = true;
      return;
    }
    clearTimeout(this.#timer);
    const waitMs = this.#judgedMs + JUDGE_EVERY_MS - performance.now();
    if (waitMs > 0) this.#timer = setTimeout(() => this.look(), waitMs);
    else void this.#judge(this.#step, this.#door);
  }

  async #judge({ goal, replies = [] }: LessonStep, door: LessonDoor): Promise<void> {
    this.#followBranch(door);
    // Before the watch began there is nothing to judge: the learner looks back.
    if ((!goal && replies.length === 0) || door.position.timeMs < this.#since.timeMs) return;
    const turn = this.#turn;
    this.#judging = true;
    this.#stale = false;
    this.#judgedMs = performance.now();
    const goals = [...(goal ? [goal] : []), ...replies.map(({ when }) => when)];
    const judgements = await door.judge({ goals, since: this.#since, refused: this.#refused });
    this.#judging = false;
    if (turn === this.#turn && judgements) this.#hear(judgements);
    if (this.#stale || turn !== this.#turn) this.look();
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

  /** A past that was changed before the watch began is watched from where it was changed. */
  #followBranch({ branch }: LessonDoor): void {
    if (!branch || branch.id === this.#branchId) return;
    this.#branchId = branch.id;
    this.#refused = this.#refused.filter(({ atMs }) => atMs < branch.forkMs);
    if (branch.forkMs >= this.#since.timeMs) return;
    this.#since =
      branch.forkMs === 0
        ? { timeMs: 0, eventCount: 0 }
        : { timeMs: branch.forkMs - 1, eventCount: ALL_EVENTS };
  }
}
