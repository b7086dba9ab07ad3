import type { Deed, WantedDeed } from '../../course/goal';
import type { JudgeQuestion } from '../../course/judge';
import type { GoalTree, Judgement } from '../../course/judgement';
import type { Lesson, LessonStep } from '../../course/lesson';
import type { StepMark } from '../../course/progress';
import type { RefusedStep } from '../../course/sight';
import { settingAtStart, type Setting } from '../../course/setting';
import type { Position } from '../../worker/protocol';

/** The branch of a run that is looked at. */
export interface PresentBranch {
  readonly id: number;
  /** Instant at which it left its parent, in milliseconds. */
  readonly forkMs: number;
  /** Number of its steps. */
  readonly steps: number;
}

/** What a lesson needs of the lab beside it. */
export interface LessonDoor {
  /** The playhead, as the engine counts. */
  readonly position: Position;
  /** Null before a run is loaded. */
  readonly branch: PresentBranch | null;
  /** Loads a run and goes to an instant of it; answers what is wrong with it, or null. */
  open(setting: Setting): Promise<readonly string[] | null>;
  /** The present run and its playhead, to be opened again; null if it cannot be had. */
  keep(): Promise<Setting | null>;
  /** How goals stand at the playhead, in order; null if that cannot be had now. */
  judge(question: JudgeQuestion): Promise<readonly Judgement[] | null>;
  play(speed: number): void;
}

/** Where the marks of a lesson are kept between visits. */
export interface MarkStore {
  readonly marks: Readonly<Record<string, StepMark>>;
  set(stepId: string, mark: StepMark): void;
}

/** How far a step was when it was left for another run. */
interface Left {
  readonly setting: Setting;
  readonly index: number;
  readonly since: Position;
  readonly refused: readonly RefusedStep[];
  readonly deeds: readonly boolean[];
  readonly chosen: readonly string[];
}

/** Larger than the number of events of any run. */
const ALL_EVENTS = Number.MAX_SAFE_INTEGER;

/** Least wall time between two questions to the judge: what is missing is read, not watched. */
const JUDGE_EVERY_MS = 150;

/** One reader's way through one lesson. Knows nothing of markup. */
export class LessonSession {
  readonly lesson: Lesson;
  readonly #store: MarkStore;
  #door: LessonDoor | null = null;
  #index = $state(0);
  #marks = $state.raw<Readonly<Record<string, StepMark>>>({});
  #begun = $state(false);
  #over = $state(false);
  #goalMet = $state(false);
  #tree = $state.raw<GoalTree | null>(null);
  #reply = $state.raw<string | null>(null);
  /** Place of the reply among those of the step, -1: none. */
  #answered = -1;
  /** Places of the replies that held at the last look. */
  #holding: ReadonlySet<number> = new Set();
  #deeds = $state.raw<readonly boolean[]>([]);
  #chosen = $state.raw<readonly string[]>([]);
  #faults = $state.raw<readonly string[]>([]);
  #left = $state.raw<Left | null>(null);
  #since: Position = { timeMs: 0, eventCount: 0 };
  /** The branch as the step began; null in a run that was brought back. */
  #begunOn: PresentBranch | null = null;
  #branchId: number | null = null;
  #refused: readonly RefusedStep[] = [];
  /** Counts the beginnings of steps: what was asked for an earlier one is not heard any more. */
  #turn = 0;
  #judging = false;
  #stale = false;
  #judgedMs = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(lesson: Lesson, store: MarkStore) {
    this.lesson = lesson;
    this.#store = store;
    this.#reset();
  }

  /** The step the reader is at. */
  get step(): LessonStep {
    return this.lesson.steps[this.#index]!;
  }

  get index(): number {
    return this.#index;
  }

  /** Whether the present step's run stands in the lab. */
  get begun(): boolean {
    return this.#begun;
  }

  /** Whether the reader has come to the end of the lesson on this visit. */
  get isOver(): boolean {
    return this.#over;
  }

  /** What is wrong with the run that a step wanted to load; empty if nothing. */
  get faults(): readonly string[] {
    return this.#faults;
  }

  /** How the present step's goal stands, in parts; null if it has none or nothing is known yet. */
  get tree(): GoalTree | null {
    return this.#tree;
  }

  /** Whether the present step's goal has been reached since the step began. */
  get goalMet(): boolean {
    return this.#goalMet;
  }

  /** For each deed of the present step, whether it was done. */
  get deeds(): readonly boolean[] {
    return this.#deeds;
  }

  /** Options of the present question that were chosen, in order. */
  get chosen(): readonly string[] {
    return this.#chosen;
  }

  /** What the page says to what the learner did, or null. */
  get reply(): string | null {
    return this.#reply;
  }

  /** Whether a run in which the learner had done something was left for the present one. */
  get canBringBack(): boolean {
    return this.#left !== null;
  }

  /** Whether the present step has something to do: then Next alone does not end it. */
  get hasTask(): boolean {
    const { goal, deeds, question } = this.step;
    return goal !== undefined || deeds !== undefined || question !== undefined;
  }

  /** Whether everything that the present step asks for has been done since it began. */
  get isFulfilled(): boolean {
    const { goal, question } = this.step;
    const answered = question?.options.every(({ id, right }) => !right || this.#chosen.includes(id)) ?? true;
    return this.#begun && (goal === undefined || this.#goalMet) && this.#deeds.every(Boolean) && answered;
  }

  get isLast(): boolean {
    return this.#index === this.lesson.steps.length - 1;
  }

  markOf(stepId: string): StepMark | null {
    return this.#marks[stepId] ?? null;
  }

  /** Reads the marks, and chooses where to begin: at a step by its id, or where the reader left off. */
  startAt(stepId: string): void {
    const { steps } = this.lesson;
    this.#marks = this.#store.marks;
    const named = steps.findIndex(({ id }) => id === stepId);
    const open = steps.findIndex(({ id }) => this.#marks[id] === undefined);
    this.#index = Math.max(0, named >= 0 ? named : open);
    this.#reset();
  }

  /** The lab is there: the present step begins in it. */
  async attach(door: LessonDoor): Promise<void> {
    this.#door = door;
    await this.#begin(this.#index, false);
  }

  /** Goes to a step from anywhere, by its id. Unknown ids and the present step change nothing. */
  async goTo(stepId: string): Promise<void> {
    const index = this.lesson.steps.findIndex(({ id }) => id === stepId);
    if (index < 0 || index === this.#index) return;
    await this.#begin(index, this.#goesOn(index));
  }

  /** Ends the present step and goes on. Does nothing while something is still to be done. */
  async next(): Promise<void> {
    if (!this.isFulfilled) return;
    this.#mark('done');
    await this.#goOn();
  }

  /** Goes on without having done what the step asks for; it counts as skipped unless it was done before. */
  async skip(): Promise<void> {
    if (this.#marks[this.step.id] !== 'done') this.#mark('skipped');
    await this.#goOn();
  }

  async back(): Promise<void> {
    if (this.#index > 0) await this.#begin(this.#index - 1, false);
  }

  /**
   * Begins the present step again, as it began for who took the steps before as they are meant. What was answered stays
   * answered: it is the run that is begun again.
   */
  async startOver(): Promise<void> {
    const chosen = this.#chosen;
    await this.#begin(this.#index, false);
    this.#chosen = chosen;
  }

  /** Goes back to the run that was left, and to the step that it belonged to. */
  async bringBack(): Promise<void> {
    const left = this.#left;
    if (!left || !this.#door) return;
    const turn = ++this.#turn;
    this.#index = left.index;
    this.#reset();
    this.#left = null;
    if (!(await this.#open(left.setting, turn))) return;
    this.#watchFrom(left.since);
    this.#begunOn = null;
    this.#refused = left.refused;
    this.#deeds = left.deeds;
    this.#chosen = left.chosen;
    this.look();
  }

  /** The learner did something that changes nothing in the cluster. */
  tell(deed: Deed): void {
    if (!this.#begun) return;
    this.#deeds = this.#deeds.map((done, place) => done || isDeed(deed, this.step.deeds![place]!.want));
    this.#settle();
  }

  /** The learner asked for a step that the cluster refused. */
  hearRefusal(refused: RefusedStep): void {
    if (!this.#begun) return;
    this.#refused = [...this.#refused, refused];
    this.look();
  }

  /** The learner chose an option of the present question. */
  choose(optionId: string): void {
    const option = this.step.question?.options.find(({ id }) => id === optionId);
    if (!option || !this.#begun) return;
    this.#chosen = [...this.#chosen.filter((id) => id !== optionId), optionId];
    this.#settle();
  }

  /** The run or its playhead has changed: asks how the goals stand, one question at a time. */
  look(): void {
    if (!this.#door || !this.#begun) return;
    if (this.#judging) {
      this.#stale = true;
      return;
    }
    clearTimeout(this.#timer);
    const waitMs = this.#judgedMs + JUDGE_EVERY_MS - performance.now();
    if (waitMs > 0) this.#timer = setTimeout(() => this.look(), waitMs);
    else void this.#judge(this.#door);
  }

  dispose(): void {
    this.#turn += 1;
    this.#begun = false;
    clearTimeout(this.#timer);
  }

  async #goOn(): Promise<void> {
    if (this.isLast) this.#over = true;
    else await this.#begin(this.#index + 1, this.#goesOn(this.#index + 1));
  }

  /** Whether the run in the lab can simply go on in a step: what the steps between were to bring about is in it. */
  #goesOn(index: number): boolean {
    if (!this.#begun || index <= this.#index) return false;
    if (this.lesson.steps.slice(this.#index + 1, index + 1).some(({ scenario }) => scenario !== undefined))
      return false;
    const left = this.lesson.steps.slice(this.isFulfilled ? this.#index + 1 : this.#index, index);
    return left.every(({ picture }) => picture?.steps === undefined);
  }

  async #begin(index: number, goesOn: boolean): Promise<void> {
    const turn = ++this.#turn;
    const setting = settingAtStart(this.lesson, index);
    if (!goesOn) this.#left = (await this.#leave()) ?? this.#left;
    if (turn !== this.#turn) return;
    this.#index = index;
    this.#over = false;
    this.#reset();
    const door = this.#door;
    if (!door) return;
    if (goesOn) this.#left = null;
    else if (setting && !(await this.#open(setting, turn))) return;
    this.#watchFrom(door.position);
    const { playAtSpeed } = this.step;
    if (playAtSpeed !== undefined) door.play(playAtSpeed);
    this.look();
  }

  /** The run that is about to be left, if the learner has done something in it that is not finished. */
  async #leave(): Promise<Left | null> {
    const door = this.#door;
    const branch = door?.branch;
    if (!door || !branch || !this.#begun || this.isFulfilled) return null;
    if (branch.id === this.#begunOn?.id && branch.steps === this.#begunOn.steps) return null;
    const left = {
      index: this.#index,
      since: this.#since,
      refused: this.#refused,
      deeds: this.#deeds,
      chosen: this.#chosen,
    };
    const setting = await door.keep();
    return setting && { ...left, setting };
  }

  /** Opens a run for a step that begins; false if that did not come about, or is not wanted any more. */
  async #open(setting: Setting, turn: number): Promise<boolean> {
    const faults = (await this.#door?.open(setting)) ?? null;
    if (turn !== this.#turn) return false;
    this.#faults = faults ?? [];
    return faults === null;
  }

  #watchFrom(since: Position): void {
    this.#since = since;
    this.#begunOn = this.#door?.branch ?? null;
    this.#branchId = this.#begunOn?.id ?? null;
    this.#begun = true;
  }

  #reset(): void {
    this.#begun = false;
    this.#goalMet = false;
    this.#tree = null;
    this.#reply = null;
    this.#answered = -1;
    this.#holding = new Set();
    this.#chosen = [];
    this.#faults = [];
    this.#refused = [];
    this.#deeds = (this.step.deeds ?? []).map(() => false);
    this.#judgedMs = -Infinity;
  }

  #mark(mark: StepMark): void {
    this.#marks = { ...this.#marks, [this.step.id]: mark };
    this.#store.set(this.step.id, mark);
  }

  /** What is fulfilled is kept at once: it stays done however the reader leaves the page. */
  #settle(): void {
    if (this.hasTask && this.isFulfilled && this.#marks[this.step.id] !== 'done') this.#mark('done');
  }

  async #judge(door: LessonDoor): Promise<void> {
    const { goal, replies = [] } = this.step;
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
    const { goal, replies = [] } = this.step;
    const [first] = judgements;
    if (goal && first) {
      this.#tree = first.tree;
      if (first.firstMetMs !== null) this.#goalMet = true;
    }
    this.#answer(judgements.slice(goal ? 1 : 0));
    this.#reply = replies[this.#answered]?.say ?? null;
    this.#settle();
  }

  /**
   * Chooses the reply to the latest news: of those that hold, the one that has come to hold last. Of several at one instant,
   * one that did not hold at the last look, as when somebody tries twice while time stands still; otherwise the first.
   */
  #answer(replies: readonly Judgement[]): void {
    const since = replies.map(({ tree }) => (tree.met ? tree.sinceMs : -1));
    const latest = Math.max(0, ...since);
    const candidates = [...since.keys()].filter((place) => since[place] === latest);
    const fresh = candidates.find((place) => !this.#holding.has(place));
    this.#holding = new Set([...since.keys()].filter((place) => since[place] !== -1));
    this.#answered = fresh ?? candidates.find((place) => place === this.#answered) ?? candidates[0] ?? -1;
  }

  /** A past that was changed before the watch began is watched from where it was changed. */
  #followBranch(door: LessonDoor): void {
    const { branch } = door;
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

/** Whether a deed is what was wanted: every field given is equal, a command begins as given. */
function isDeed(deed: Deed, want: WantedDeed): boolean {
  return Object.entries(want).every(([field, value]) => {
    const seen: unknown = Reflect.get(deed, field);
    if (field === 'command')
      return typeof seen === 'string' && (seen === value || seen.startsWith(`${String(value)} `));
    return seen === value;
  });
}
