import type { Attempt, DriveRecord, ExplainRecord, PhaseResult } from '../../course/attempt';
import { PHASES, type Phase } from '../../course/exercise';
import { isAllRight } from '../../course/prediction';
import type { RefusedStep } from '../../course/sight';
import { CONCEAL_NOTHING, type ConcealOptions } from '../stage/conceal';
import type { AttemptStore } from './attempt-store';
import type { DriveTask } from './drive-task.svelte';
import type { ExerciseDoor } from './exercise-door';
import type { ExplainTask } from './explain-task.svelte';
import type { PlayedExercise, Stage, TransferPart } from './played';
import { PredictTask, type TaskEvents } from './predict-task.svelte';

/** What somebody does in one phase, or in one part of the transfer. */
export type Task = PredictTask | DriveTask | ExplainTask;

/** Parts of an exercise that are done one after the other. */
export type PartName = Exclude<Phase, 'transfer'>;

/** What is hidden until a prediction stands, and throughout the transfer. */
const CONCEALED: ConcealOptions = { ...CONCEAL_NOTHING, row: true, reasons: true, explanations: true };
/** The same once a cause has been named: evidence and comparisons speak of reasons, and are judged by what can be seen. */
const CAUSE_NAMED: ConcealOptions = { ...CONCEALED, reasons: false };

/** Hints that are given unasked to who is guided. */
const GUIDED_HINTS = 2;

const STAGES: readonly Stage[] = [...PHASES, 'report'];

/** One learner's way through one exercise. Knows nothing of markup. */
export class ExerciseSession {
  readonly exercise: PlayedExercise;
  readonly #store: AttemptStore;
  readonly #nowMs: () => number;
  #door: ExerciseDoor | null = null;
  #attempt = $state.raw<Attempt>() as Attempt;
  #task = $state.raw<Task | null>(null);
  #part = $state.raw<PartName | null>(null);
  #unfetched = $state(false);
  /** Stage that is looked at; it may lie before the one that the attempt has come to. */
  #stage = $state.raw<Stage>('predict');
  /** Counts the beginnings of parts: one that was overtaken by another comes to nothing. */
  #turn = 0;

  /** @param nowMs wall clock, milliseconds since 1970 */
  constructor(exercise: PlayedExercise, store: AttemptStore, nowMs: () => number = Date.now) {
    this.exercise = exercise;
    this.#store = store;
    this.#nowMs = nowMs;
    const latest = store.latest(exercise.id);
    const known = exercise.transfer.some(({ id }) => id === latest?.variant);
    this.#attempt =
      latest && known && latest.revision === exercise.revision ? latest : this.#fresh(exercise.transfer[0]!);
    this.#stage = this.#attempt.at;
  }

  /** How far this attempt has come. */
  get attempt(): Attempt {
    return this.#attempt;
  }

  /** The stage that is looked at. */
  get stage(): Stage {
    return this.#stage;
  }

  /** What is done in it now; null in the report, and until the lab is there. */
  get task(): Task | null {
    return this.#task;
  }

  /** Which part of the exercise, or of its transfer, that is. */
  get part(): PartName | null {
    return this.#part;
  }

  /** The variant that the transfer plays. */
  get variant(): TransferPart {
    return this.exercise.transfer.find(({ id }) => id === this.#attempt.variant)!;
  }

  /** Whether the present part of the present stage has come to its end, and Next leads on. */
  get isPartDone(): boolean {
    const task = this.#task;
    if (task === null) return false;
    if (task.kind === 'predict') return task.truth !== null;
    return task.kind === 'drive' ? task.result !== null && !task.show : task.score !== null;
  }

  /** Whether a stage can be gone to: where the attempt has come to, or before. */
  canGoTo(stage: Stage): boolean {
    return STAGES.indexOf(stage) <= STAGES.indexOf(this.#attempt.at);
  }

  /** Whether all of a phase is done in this attempt. */
  isDone(phase: Phase): boolean {
    const { predict, reach, explain, restore } = this.#attempt;
    switch (phase) {
      case 'predict':
        return (predict?.truth ?? null) !== null;
      case 'reach':
        return (reach?.result ?? null) !== null;
      case 'explain':
        return (explain?.score ?? null) !== null;
      case 'restore':
        return (restore?.result ?? null) !== null;
      case 'transfer':
        return this.#transferParts().every((part) => this.#isTransferred(part));
    }
  }

  /** Whether the code of the present part could not be fetched. */
  get isUnfetched(): boolean {
    return this.#unfetched;
  }

  /** Whether the prediction of this attempt stands. */
  get isForetold(): boolean {
    return this.#attempt.predict !== null;
  }

  /** What the lab keeps to itself now. */
  get conceal(): ConcealOptions {
    const task = this.#task;
    if (this.#stage === 'transfer')
      return task?.kind === 'explain' && task.causes.length > 0 ? CAUSE_NAMED : CONCEALED;
    return this.#stage === 'predict' && !this.isForetold ? CONCEALED : CONCEAL_NOTHING;
  }

  /** The lab is there: the present stage begins in it. */
  async attach(door: ExerciseDoor): Promise<void> {
    this.#door = door;
    await this.#begin(this.#stage);
  }

  /** Goes to a stage that the attempt has come to. */
  async goTo(stage: Stage): Promise<void> {
    if (stage !== this.#stage && this.canGoTo(stage)) await this.#begin(stage);
  }

  /** Goes on from a part that is done. */
  async next(): Promise<void> {
    if (!this.isPartDone || this.#stage === 'report') return;
    if (this.#stage === 'transfer' && !this.isDone('transfer')) return this.#begin('transfer');
    const next = STAGES[STAGES.indexOf(this.#stage) + 1]!;
    if (!this.canGoTo(next)) this.#keep({ at: next });
    await this.#begin(next);
  }

  /** Ends the attempt without its transfer, which can be done later. */
  async leaveTransfer(): Promise<void> {
    if (this.#attempt.at !== 'transfer' && this.#attempt.at !== 'report') return;
    this.#keep({ at: 'report' });
    await this.#begin('report');
  }

  /** Begins the whole exercise again, with another variant in its transfer where there is one. */
  async tryAgain(): Promise<void> {
    const { transfer } = this.exercise;
    const place = transfer.indexOf(this.variant);
    this.#attempt = this.#fresh(transfer[(place + 1) % transfer.length]!);
    this.#store.keep(this.#attempt);
    await this.#begin('predict');
  }

  /** Begins the present part again, where it is a run that the learner drives. */
  async restart(): Promise<void> {
    if (this.#task?.kind === 'drive' && !this.#task.show) await this.#task.restart();
  }

  /** The run or its playhead has changed. */
  look(): void {
    this.#task?.look();
  }

  /** The learner asked for a step that the cluster refused. */
  hearRefusal(refused: RefusedStep): void {
    if (this.#task?.kind === 'drive') this.#task.hearRefusal(refused);
  }

  /** Keeps how it stands, as when the page is left. */
  keep(): void {
    this.#keepTask();
  }

  dispose(): void {
    this.#turn += 1;
    this.#keepTask();
    this.#task?.dispose();
  }

  #fresh({ id }: TransferPart): Attempt {
    return {
      exercise: this.exercise.id,
      revision: this.exercise.revision,
      begunAtMs: this.#nowMs(),
      at: 'predict',
      variant: id,
      predict: null,
      reach: null,
      explain: null,
      restore: null,
      transfer: { reach: null, explain: null, restore: null },
    };
  }

  #transferParts(): readonly Exclude<PartName, 'predict'>[] {
    return (['reach', 'explain', 'restore'] as const).filter((part) => this.variant[part] !== null);
  }

  #isTransferred(part: Exclude<PartName, 'predict'>): boolean {
    const record = this.#attempt.transfer[part];
    return record !== null && ('result' in record ? record.result : record.score) !== null;
  }

  async #begin(stage: Stage): Promise<void> {
    this.#keepTask();
    this.#task?.dispose();
    this.#task = null;
    this.#stage = stage;
    const parts = this.#transferParts();
    this.#part =
      stage === 'report'
        ? null
        : stage === 'transfer'
          ? (parts.find((part) => !this.#isTransferred(part)) ?? parts.at(-1)!)
          : stage;
    const turn = ++this.#turn;
    const task = this.#part && (await this.#taskOf(this.#part).catch(() => undefined));
    if (turn !== this.#turn) return;
    this.#unfetched = task === undefined;
    this.#task = task ?? null;
    if (task && this.#door) await task.begin(this.#door);
  }

  /** The task of a part; what only later phases need is fetched when they are come to. */
  async #taskOf(part: PartName): Promise<Task> {
    const transferred = this.#stage === 'transfer';
    const events: TaskEvents = { onchange: () => this.#keepTask(), ondone: () => this.#record() };
    if (part === 'predict') return new PredictTask(this.exercise.predict, events, this.#attempt.predict);
    const source = transferred ? this.variant : this.exercise;
    const records = transferred ? this.#attempt.transfer : this.#attempt;
    if (part === 'explain') {
      const { ExplainTask } = await import('./explain-task.svelte');
      return new ExplainTask(source.explain!, events, records.explain);
    }
    const { support } = this.exercise;
    const options = {
      ...events,
      freeHints: transferred || support !== 'guided' ? 0 : GUIDED_HINTS,
      helped: !transferred,
      showFirst: !transferred && support === 'worked',
      counted: part === 'restore',
    };
    const { DriveTask } = await import('./drive-task.svelte');
    return new DriveTask(source[part]!, options, records[part]);
  }

  #keep(change: Partial<Attempt>): void {
    this.#attempt = { ...this.#attempt, ...change };
    this.#store.keep(this.#attempt);
  }

  /** Puts what the present task has to keep in its place. */
  #keepTask(): void {
    const record = this.#task?.record ?? null;
    if (record === null || this.#part === null) return;
    if (this.#stage === 'transfer')
      this.#keep({ transfer: { ...this.#attempt.transfer, [this.#part]: record } });
    else this.#keep({ [this.#part]: record });
  }

  /** A task has come to its end: its phase has, too, unless more of the transfer is to come. */
  #record(): void {
    this.#keepTask();
    const stage = this.#stage;
    if (stage === 'report' || !this.isDone(stage)) return;
    const { id: exercise, revision } = this.exercise;
    const common = { exercise, revision, phase: stage, atMs: this.#nowMs() };
    this.#store.record({ ...common, ...this.#resultOf(stage) });
  }

  #resultOf(phase: Phase): Pick<PhaseResult, 'score' | 'hints' | 'prediction'> {
    const { predict, reach, explain, restore, transfer } = this.#attempt;
    if (phase === 'predict') {
      const { guess, truth } = predict!;
      const right = isAllRight(guess, truth!);
      const score = this.#task?.kind === 'predict' ? (this.#task.grade?.score ?? 0) : 0;
      return { score, hints: 0, prediction: { confidence: guess.confidence, right } };
    }
    if (phase === 'reach') return driven(reach!);
    if (phase === 'explain') return { score: explain!.score ?? 0, hints: 0 };
    if (phase === 'restore') return driven(restore!);
    const scores = this.#transferParts().map((part) => scoreOf(transfer[part]!));
    return { score: Math.round(scores.reduce((sum, score) => sum + score, 0) / scores.length), hints: 0 };
  }
}

const driven = ({ result, hints }: DriveRecord) => ({ score: result?.score ?? 0, hints });

const scoreOf = (record: DriveRecord | ExplainRecord): number =>
  ('result' in record ? record.result?.score : record.score) ?? 0;
