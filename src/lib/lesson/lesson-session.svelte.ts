import type { Deed } from '../../course/goal';
import type { GoalTree } from '../../course/judgement';
import type { Lesson, LessonStep } from '../../course/lesson';
import type { StepMark } from '../../course/progress';
import { goesOnInRun, settingAtStart, type Setting } from '../../course/setting';
import type { RefusedStep } from '../../course/sight';
import { isDeed } from './deeds';
import { GoalWatch } from './goal-watch.svelte';
import type { WatchedFrom } from './judge-loop';
import type { LessonDoor, PresentBranch } from './lesson-door';

/** Where the marks of a lesson are kept between visits. */
export interface MarkStore {
  readonly marks: Readonly<Record<string, StepMark>>;
  set(stepId: string, mark: StepMark): void;
}

/** How far a step was when it was left for another run. */
interface Left {
  readonly setting: Setting;
  readonly index: number;
  readonly from: WatchedFrom;
  readonly deeds: readonly boolean[];
  readonly chosen: readonly string[];
}

/** One reader's way through one lesson. Knows nothing of markup. */
export class LessonSession {
  readonly lesson: Lesson;
  readonly #store: MarkStore;
  #door: LessonDoor | null = null;
  readonly #watch = new GoalWatch(() => this.#settle());
  #index = $state(0);
  #begun = $state(false);
  #over = $state(false);
  #deeds = $state.raw<readonly boolean[]>([]);
  #chosen = $state.raw<readonly string[]>([]);
  #faults = $state.raw<readonly string[]>([]);
  #left = $state.raw<Left | null>(null);
  /** The branch as the step began; null in a run that was brought back. */
  #begunOn: PresentBranch | null = null;
  /** Counts the beginnings of steps: one that was overtaken by another comes to nothing. */
  #turn = 0;

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
    return this.#watch.tree;
  }

  /** Whether the present step's goal has been reached since the step began. */
  get goalMet(): boolean {
    return this.#watch.goalMet;
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
    return this.#watch.reply;
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
    return this.#begun && (goal === undefined || this.goalMet) && this.#deeds.every(Boolean) && answered;
  }

  get isLast(): boolean {
    return this.#index === this.lesson.steps.length - 1;
  }

  markOf(stepId: string): StepMark | null {
    return this.#store.marks[stepId] ?? null;
  }

  /** Chooses where to begin: at a step by its id, or where the reader left off. */
  startAt(stepId: string): void {
    const { steps } = this.lesson;
    const named = steps.findIndex(({ id }) => id === stepId);
    const open = steps.findIndex(({ id }) => this.#store.marks[id] === undefined);
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
    if (this.#store.marks[this.step.id] !== 'done') this.#mark('skipped');
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
    this.#watch.begin(this.step, this.#door, left.from);
    this.#begunOn = null;
    this.#deeds = left.deeds;
    this.#chosen = left.chosen;
    this.#begun = true;
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
    if (this.#begun) this.#watch.hearRefusal(refused);
  }

  /** The learner chose an option of the present question. */
  choose(optionId: string): void {
    const option = this.step.question?.options.find(({ id }) => id === optionId);
    if (!option || !this.#begun) return;
    this.#chosen = [...this.#chosen.filter((id) => id !== optionId), optionId];
    this.#settle();
  }

  /** The run or its playhead has changed: how the goals stand is asked anew. */
  look(): void {
    this.#watch.look();
  }

  dispose(): void {
    this.#turn += 1;
    this.#begun = false;
    this.#watch.forget();
  }

  async #goOn(): Promise<void> {
    if (this.isLast) this.#over = true;
    else await this.#begin(this.#index + 1, this.#goesOn(this.#index + 1));
  }

  #goesOn(index: number): boolean {
    return this.#begun && goesOnInRun(this.lesson, this.#index, index, this.isFulfilled);
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
    this.#watch.begin(this.step, door);
    this.#begunOn = door.branch;
    this.#begun = true;
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
      from: this.#watch.from,
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

  #reset(): void {
    this.#begun = false;
    this.#watch.forget();
    this.#chosen = [];
    this.#faults = [];
    this.#deeds = (this.step.deeds ?? []).map(() => false);
  }

  #mark(mark: StepMark): void {
    this.#store.set(this.step.id, mark);
  }

  /** What is fulfilled is kept at once: it stays done however the reader leaves the page. */
  #settle(): void {
    if (this.hasTask && this.isFulfilled && this.#store.marks[this.step.id] !== 'done') this.#mark('done');
  }
}
