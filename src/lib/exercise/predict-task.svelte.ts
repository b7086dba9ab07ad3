import type { Guess, PredictRecord, Truth } from '../../course/attempt';
import { gradePredict, type Grade } from '../../course/grade';
import { questionGoals, truthOf } from '../../course/prediction';
import { withSteps } from '../../course/setting';
import type { Position } from '../../worker/protocol';
import type { ExerciseDoor } from './exercise-door';
import type { PredictPart } from './played';

/** Wall time in which what happens is played. */
const REVEAL_MS = 9_000;

/** What is told about a task that has something new to keep, or has come to its end. */
export interface TaskEvents {
  /** Called whenever there is something new to keep. */
  readonly onchange: () => void;
  /** Called once, when the task has come to its end. */
  readonly ondone: () => void;
}

/** The prediction: committed before anything moves, then compared with what the engine does. Knows nothing of markup. */
export class PredictTask {
  readonly kind = 'predict';
  readonly part: PredictPart;
  readonly #events: TaskEvents;
  #door: ExerciseDoor | null = null;
  #since: Position | null = null;
  #begun = $state(false);
  #faults = $state.raw<readonly string[]>([]);
  #guess = $state.raw<Guess | null>(null);
  #truth = $state.raw<Truth | null>(null);
  #moving = $state(false);
  #settling = false;
  #turn = 0;

  /** @param record how far it was when it was left, or null */
  constructor(part: PredictPart, events: TaskEvents, record: PredictRecord | null) {
    this.part = part;
    this.#events = events;
    this.#guess = record?.guess ?? null;
    this.#truth = record?.truth ?? null;
  }

  get begun(): boolean {
    return this.#begun;
  }

  get faults(): readonly string[] {
    return this.#faults;
  }

  /** What was committed; null before. */
  get guess(): Guess | null {
    return this.#guess;
  }

  /** What the engine came to; null until it has been seen. */
  get truth(): Truth | null {
    return this.#truth;
  }

  /** Whether what happens is being played now. */
  get moving(): boolean {
    return this.#moving;
  }

  /** What it was worth; null until it has been seen. */
  get grade(): Grade | null {
    return this.#guess && this.#truth && gradePredict(this.#guess, this.#truth);
  }

  get record(): PredictRecord | null {
    return this.#guess && { guess: this.#guess, truth: this.#truth };
  }

  /** The run comes into the lab: it stands still until a guess has been committed; after that, with what happens. */
  async begin(door: ExerciseDoor): Promise<void> {
    this.#door = door;
    const turn = ++this.#turn;
    this.#begun = false;
    this.#moving = false;
    const { scenario, steps = [], happens, atSeconds } = this.part;
    const all = this.#guess ? [...steps, ...happens] : steps;
    const faults = await door.open({ scenario: withSteps(scenario, all), atSeconds });
    if (turn !== this.#turn) return;
    this.#faults = faults ?? [];
    if (faults) return;
    this.#since = door.position;
    if (this.#guess)
      door.hold(false, () => 'Here things happen as foretold. Act yourself in the phases to come.');
    else door.hold(true, () => 'Commit your prediction first: until then nothing moves.');
    if (this.#truth) await door.seek(this.#untilMs);
    this.#begun = turn === this.#turn;
  }

  /** Commits a guess, once and for all, and lets happen what happens. */
  async commit(guess: Guess): Promise<void> {
    if (!this.#begun || this.#guess || !this.#door) return;
    this.#guess = guess;
    this.#events.onchange();
    await this.begin(this.#door);
    await this.reveal();
  }

  /** Plays on to the instant that the prediction is about. */
  async reveal(): Promise<void> {
    if (!this.#door || !this.#guess || this.#moving) return;
    const turn = this.#turn;
    this.#moving = true;
    const there = await this.#door.playTo(this.#untilMs, REVEAL_MS);
    if (turn !== this.#turn) return;
    this.#moving = false;
    if (there) await this.#settle();
  }

  /** Goes to the instant that the prediction is about at once. */
  async skipThere(): Promise<void> {
    if (!this.#door || !this.#guess) return;
    await this.#door.seek(this.#untilMs);
    await this.#settle();
  }

  /** The playhead has moved, by whomever. */
  look(): void {
    if (!this.#begun || !this.#guess || this.#truth || this.#moving || this.#settling) return;
    if (this.#door!.position.timeMs >= this.#untilMs) void this.skipThere();
  }

  dispose(): void {
    this.#turn += 1;
    this.#begun = false;
  }

  get #untilMs(): number {
    return this.part.untilSeconds * 1000;
  }

  async #settle(): Promise<void> {
    const door = this.#door!;
    if (this.#truth || this.#settling || !this.#since) return;
    this.#settling = true;
    const turn = this.#turn;
    const goals = questionGoals(this.part);
    const [view, answers] = await Promise.all([
      door.viewAt(this.#untilMs),
      goals.length > 0 ? door.judge({ goals, since: this.#since, refused: [] }) : [],
    ]);
    this.#settling = false;
    if (turn !== this.#turn || !view || !answers) return;
    this.#truth = truthOf(this.part, view, answers);
    this.#events.ondone();
    this.#events.onchange();
  }
}
