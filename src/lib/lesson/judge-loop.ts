import type { Goal } from '../../course/goal';
import type { Judgement } from '../../course/judgement';
import type { RefusedStep } from '../../course/sight';
import type { Position } from '../../worker/protocol';
import type { LessonDoor } from './lesson-door';

/** What of a lab is needed to judge its run. */
type JudgedDoor = Pick<LessonDoor, 'position' | 'branch' | 'judge'>;

/** Larger than the number of events of any run. */
const ALL_EVENTS = Number.MAX_SAFE_INTEGER;

/** Least wall time between two questions to the judge: what is missing is read, not watched. */
const JUDGE_EVERY_MS = 150;

/** From where goals are watched, and what has been refused since. */
export interface WatchedFrom {
  readonly since: Position;
  readonly refused: readonly RefusedStep[];
}

/** Asks the judge in the worker about one set of goals, again and again, one question at a time. */
export class JudgeLoop {
  readonly #onheard: (judgements: readonly Judgement[]) => void;
  /** Null while nothing is watched. */
  #door: JudgedDoor | null = null;
  #goals: readonly Goal[] = [];
  #since: Position = { timeMs: 0, eventCount: 0 };
  #refused: readonly RefusedStep[] = [];
  #branchId: number | null = null;
  /** Counts what was watched: what was asked of an earlier watch is not heard any more. */
  #turn = 0;
  #judging = false;
  #stale = false;
  #judgedMs = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param onheard called with every answer: a judgement for each goal, in order */
  constructor(onheard: (judgements: readonly Judgement[]) => void) {
    this.#onheard = onheard;
  }

  /** Where a watch must begin that is to go on with this one. */
  get from(): WatchedFrom {
    return { since: this.#since, refused: this.#refused };
  }

  /** Watches goals from the playhead on, or goes on with an earlier watch. */
  begin(goals: readonly Goal[], door: JudgedDoor, { since, refused }: Partial<WatchedFrom> = {}): void {
    this.forget();
    this.#goals = goals;
    this.#door = door;
    this.#since = since ?? door.position;
    this.#refused = refused ?? [];
    this.#branchId = door.branch?.id ?? null;
  }

  /** Ends the watch. */
  forget(): void {
    this.#turn += 1;
    clearTimeout(this.#timer);
    this.#door = null;
    this.#refused = [];
    this.#judgedMs = -Infinity;
  }

  /** A step was asked for that the cluster refused. */
  hearRefusal(refused: RefusedStep): void {
    if (!this.#door) return;
    this.#refused = [...this.#refused, refused];
    this.look();
  }

  /** The run or its playhead has changed: asks how the goals stand. */
  look(): void {
    if (!this.#door) return;
    if (this.#judging) {
      this.#stale = true;
      return;
    }
    clearTimeout(this.#timer);
    const waitMs = this.#judgedMs + JUDGE_EVERY_MS - performance.now();
    if (waitMs > 0) this.#timer = setTimeout(() => this.look(), waitMs);
    else void this.#judge(this.#door);
  }

  async #judge(door: JudgedDoor): Promise<void> {
    this.#followBranch(door.branch);
    // Before the watch began there is nothing to judge: the learner looks back.
    if (this.#goals.length === 0 || door.position.timeMs < this.#since.timeMs) return;
    const turn = this.#turn;
    this.#judging = true;
    this.#stale = false;
    this.#judgedMs = performance.now();
    const judgements = await door.judge({ goals: this.#goals, ...this.from });
    this.#judging = false;
    if (turn === this.#turn && judgements) this.#onheard(judgements);
    if (this.#stale || turn !== this.#turn) this.look();
  }

  /** A past that was changed before the watch began is watched from where it was changed. */
  #followBranch(branch: LessonDoor['branch']): void {
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
