import type { KeptShift, ShiftPlay } from '../../course/record/record';
import type { StepAt } from '../../course/exercise';
import type { PlayedShift, ShiftReport } from '../../course/shift/report';
import { scenarioWith, shiftOf, type Difficulty, type Shift } from '../../course/shift/scenario';
import { msToSeconds } from '../../engine';
import type { StepRequest } from '../../worker/protocol';
import { freshId } from '../progress/fresh-id';
import { marksOf } from './marks';
import type { ShiftDoor } from './shift-door';
import type { ShiftStore } from './shift-store';

/** Works out a report, elsewhere: rejects with an error that says what is wrong. */
export type ReportShift = (
  played: PlayedShift,
  hooks: { readonly onProgress: (share: number) => void; readonly signal: AbortSignal },
) => Promise<ShiftReport>;

/** Where a shift is. */
export type ShiftStage = 'coming' | 'playing' | 'over';

/** Kept anew whenever so much of the run has passed. */
const KEEP_EVERY_MS = 60_000;

/** A shift that begins now. */
export const freshPlay = (seed: number, difficulty: Difficulty): ShiftPlay => ({
  id: freshId(),
  seed,
  difficulty,
  begunAtMs: Date.now(),
  steps: [],
  reachedMs: 0,
});

/** One shift, from its first instant to its report. Knows nothing of markup. */
export class ShiftSession {
  readonly shift: Shift;
  /** When it is over, milliseconds of the run. */
  readonly endMs: number;
  readonly #begun: ShiftPlay;
  readonly #store: ShiftStore;
  readonly #report: ReportShift;
  #door: ShiftDoor | null = null;
  #stage = $state.raw<ShiftStage>('coming');
  #steps = $state.raw<readonly StepAt[]>([]);
  #reachedMs = 0;
  #keptMs = 0;
  #faults = $state.raw<readonly string[]>([]);
  #share = $state(0);
  #told = $state.raw<ShiftReport | null>(null);
  #failure = $state('');
  #work: AbortController | null = null;

  /** @param play what was played of it so far, by whomever it was kept */
  constructor(play: ShiftPlay, store: ShiftStore, report: ReportShift) {
    this.shift = shiftOf(play.seed, play.difficulty);
    this.endMs = this.shift.scenario.until * 1000;
    this.#begun = play;
    this.#store = store;
    this.#report = report;
    this.#steps = play.steps;
    this.#reachedMs = this.#keptMs = Math.min(Math.floor(play.reachedMs), this.endMs);
  }

  get stage(): ShiftStage {
    return this.#stage;
  }

  /** What the learner did, in order. */
  get steps(): readonly StepAt[] {
    return this.#steps;
  }

  /** Why the shift cannot be set up; empty if it can. */
  get faults(): readonly string[] {
    return this.#faults;
  }

  /** How much of the report is worked out, 0 to 1. */
  get share(): number {
    return this.#share;
  }

  /** The report; null until it is there. */
  get report(): ShiftReport | null {
    return this.#told;
  }

  /** Why there is no report; empty if there is one or will be. */
  get failure(): string {
    return this.#failure;
  }

  /** The shift as it stands. */
  get play(): ShiftPlay {
    return { ...this.#begun, steps: this.#steps, reachedMs: this.#reachedMs };
  }

  /** Sets the shift up in a lab, where it was left. */
  async attach(door: ShiftDoor): Promise<void> {
    this.#door = door;
    const faults = await door.open(scenarioWith(this.shift, this.#steps), this.#reachedMs, this.endMs);
    if (faults) {
      this.#faults = faults;
      return;
    }
    this.#stage = 'playing';
    if (!this.#isKeptAsOver()) this.#keep();
    this.look(this.#reachedMs);
  }

  /** The learner did something. */
  hearDone(atMs: number, step: StepRequest): void {
    if (this.#stage !== 'playing') return;
    this.#steps = [...this.#steps, { ...step, at: msToSeconds(atMs) }];
    this.#reachedMs = atMs;
    this.#keep();
  }

  /** Time has passed up to an instant. */
  look(timeMs: number): void {
    if (this.#stage !== 'playing') return;
    this.#reachedMs = Math.min(Math.floor(timeMs), this.endMs);
    if (this.#reachedMs >= this.endMs) this.#end();
    else if (this.#reachedMs - this.#keptMs >= KEEP_EVERY_MS) this.#keep();
  }

  /** Keeps the shift as it stands, if there is anything to keep. */
  keep(): void {
    if (this.#stage === 'playing') this.#keep();
  }

  /** Works the report out, also once more after a failure. */
  async tell(): Promise<void> {
    this.#work?.abort();
    const work = new AbortController();
    this.#work = work;
    this.#failure = '';
    this.#share = 0;
    const played = { scenario: this.shift.scenario, steps: this.#steps };
    const onProgress = (share: number) => (this.#share = share);
    try {
      const report = await this.#report(played, { onProgress, signal: work.signal });
      if (work.signal.aborted) return;
      this.#told = report;
      this.#door?.mark(marksOf(this.shift, report.decisions));
      if (!this.#isKeptAsOver()) this.#store.finish(this.#overWith(report));
    } catch (error) {
      if (!work.signal.aborted) this.#failure = error instanceof Error ? error.message : String(error);
    }
  }

  /** Takes the lab to an instant of the shift that is over. */
  async show(timeMs: number): Promise<void> {
    await this.#door?.show(timeMs);
  }

  /** Lets go of what is under way. */
  dispose(): void {
    this.keep();
    this.#work?.abort();
  }

  #end(): void {
    this.#stage = 'over';
    if (!this.#isKeptAsOver()) this.#keep();
    this.#door?.lieOpen();
    void this.tell();
  }

  #keep(): void {
    this.#keptMs = this.#reachedMs;
    this.#store.keep(this.play);
  }

  #isKeptAsOver(): boolean {
    return this.#store.over().some(({ id }) => id === this.#begun.id);
  }

  #overWith({ userMinutes, caretaker, nobody, decisions }: ShiftReport): KeptShift {
    const { id, seed, difficulty, begunAtMs } = this.#begun;
    return {
      ...{ id, seed, difficulty, begunAtMs },
      steps: this.#steps,
      atMs: Math.max(Date.now(), begunAtMs),
      ...{ userMinutes, caretaker, nobody },
      decisions: decisions.length,
      improvable: decisions.filter(({ better }) => better !== null).length,
    };
  }
}
