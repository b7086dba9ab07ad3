/** Judges goals over a run, event by event, and goes on where it stopped as long as the past has stayed the same. */
import type { ClusterState, ClusterView, TimedStep } from '../engine';
import type { Goal } from './goal';
import type { Judgement } from './judgement';
import { Sight, type RefusedStep, type SeenStep } from './sight';
import { Watch } from './watch';

/** One walk through one branch of a run; the engine's `Walk` fits it. */
export interface RunWalk {
  readonly state: ClusterState;
  readonly nextMs: number;
  readonly asked: readonly SeenStep[];
  step(limitMs: number): boolean;
  follow(steps: readonly TimedStep[]): boolean;
  view(): ClusterView;
}

/** A run that can be judged; the engine's `Run` fits it. */
export interface JudgedRun {
  /** All steps of the present branch. */
  readonly steps: readonly TimedStep[];
  walkFrom(since: { readonly timeMs: number; readonly eventCount: number }): RunWalk;
}

/** What is asked of a judge: the goals, where the watch began, and what was refused since. */
export interface JudgeQuestion {
  readonly goals: readonly Goal[];
  readonly since: { readonly timeMs: number; readonly eventCount: number };
  /** In order of their instants. */
  readonly refused: readonly RefusedStep[];
}

/** Judges one set of goals over one run. */
export class Judge {
  readonly #run: JudgedRun;
  readonly #key: string;
  readonly #watch: Watch;
  readonly #walk: RunWalk;
  #refused: readonly RefusedStep[];
  #refusedSeen = 0;
  /** Instant of the last look. */
  #lookedMs: number;

  constructor(run: JudgedRun, { goals, since, refused }: JudgeQuestion) {
    this.#run = run;
    this.#key = JSON.stringify([goals, since]);
    this.#watch = new Watch(goals);
    this.#walk = run.walkFrom(since);
    this.#refused = refused;
    this.#lookedMs = since.timeMs;
    this.#look(since.timeMs, []);
  }

  /** Whether it can go on with a question up to an instant; if not, another judge has to begin. */
  canGoOn(run: JudgedRun, { goals, since, refused }: JudgeQuestion, untilMs: number): boolean {
    const isSame =
      run === this.#run &&
      untilMs >= this.#lookedMs &&
      this.#key === JSON.stringify([goals, since]) &&
      refused.length >= this.#refusedSeen &&
      this.#walk.follow(run.steps);
    if (isSame) this.#refused = refused;
    return isSame;
  }

  /**
   * Walks on until an instant, at most so many looks.
   *
   * @returns true when everything until then has been judged
   */
  walkTo(untilMs: number, maxLooks: number): boolean {
    for (let looks = 0; looks < maxLooks; looks++) {
      const { nextMs } = this.#walk;
      const refusal = this.#refused[this.#refusedSeen];
      const refusedMs = refusal ? Math.max(refusal.atMs, this.#lookedMs) : Infinity;
      const { dueMs } = this.#watch;
      const soonestMs = Math.min(nextMs, refusedMs, dueMs);
      if (soonestMs > untilMs) return true;
      // What time alone brings about comes before what happens at the same instant and might undo it.
      if (dueMs === soonestMs) this.#look(dueMs, []);
      else if (refusedMs < nextMs) this.#lookAtRefusal(refusedMs);
      else if (this.#walk.step(untilMs)) this.#look(nextMs, this.#walk.asked);
    }
    return false;
  }

  /** How the goals stand at an instant to which it has walked, in order. */
  judgementsAt(timeMs: number): readonly Judgement[] {
    const sight = new Sight(this.#walk.state, Math.max(timeMs, this.#lookedMs), []);
    return this.#watch.judgements(sight, this.#walk.view());
  }

  #lookAtRefusal(timeMs: number): void {
    const { via, ...step } = this.#refused[this.#refusedSeen]!.step;
    this.#refusedSeen += 1;
    this.#look(timeMs, [{ step: { ...step, do: step.do }, via: via ?? null, outcome: 'refused' }]);
  }

  #look(timeMs: number, steps: readonly SeenStep[]): void {
    this.#lookedMs = timeMs;
    this.#watch.look(new Sight(this.#walk.state, timeMs, steps));
  }
}
