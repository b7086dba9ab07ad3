import type { DriveRecord, DriveResult, LeftRun } from '../../course/attempt';
import type { Move } from '../../course/exercise';
import { gradeDrive, PLAYED_TIER } from '../../course/grade';
import { goalLines } from '../../course/goal-lines';
import type { GoalTree, Judgement, Tally } from '../../course/judgement';
import { withSteps } from '../../course/setting';
import type { RefusedStep } from '../../course/sight';
import type { ExerciseDoor } from './exercise-door';
import { JudgeLoop } from '../lesson/judge-loop';
import { ReplyChoice } from '../lesson/reply-choice';
import type { DrivenPart } from './played';
import type { TaskEvents } from './predict-task.svelte';
import { SolutionShow } from './solution-show.svelte';

const MS_PER_MINUTE = 60_000;

/** Tiers of help, from where to look to the solution that is played. */
export const HINT_TIERS = ['where', 'meaning', 'command', 'solution'] as const;

/** How a phase is driven. */
export interface DriveOptions extends TaskEvents {
  /** Tiers that are given unasked and cost nothing. */
  readonly freeHints: number;
  /** Whether help can be asked for at all. */
  readonly helped: boolean;
  /** Whether a solution is played before the learner begins. */
  readonly showFirst: boolean;
  /** Whether actions and user-minutes count. */
  readonly counted: boolean;
}

/** Steps of a scenario file, as far as they are looked at here. */
interface FileWithSteps {
  readonly steps?: readonly { readonly at: number; readonly do: string }[];
}

/** A phase in which the learner drives the run to a goal. Knows nothing of markup. */
export class DriveTask {
  readonly kind = 'drive';
  readonly part: DrivenPart;
  readonly #options: DriveOptions;
  readonly #loop = new JudgeLoop((judgements) => this.#hear(judgements));
  #choice = new ReplyChoice();
  #door: ExerciseDoor | null = null;
  #begun = $state(false);
  #faults = $state.raw<readonly string[]>([]);
  #tree = $state.raw<GoalTree | null>(null);
  #reply = $state.raw<string | null>(null);
  #spoiled = $state.raw<Move | null>(null);
  #penalised = $state.raw<readonly Move[]>([]);
  #hints = $state(0);
  #restarts = $state(0);
  #steps = $state(0);
  #result = $state.raw<DriveResult | null>(null);
  #show = $state.raw<SolutionShow | null>(null);
  #from: Pick<DriveRecord, 'since' | 'refused'> | null;
  #run: LeftRun | null = null;
  #keptBranch: ExerciseDoor['branch'] = null;
  /** Counts beginnings: one that was overtaken by another comes to nothing. */
  #turn = 0;

  /** @param record how far it was when it was left, or null */
  constructor(part: DrivenPart, options: DriveOptions, record: DriveRecord | null) {
    this.part = part;
    this.#options = options;
    this.#run = record?.run ?? null;
    this.#hints = record?.hints ?? 0;
    this.#restarts = record?.restarts ?? 0;
    this.#result = record?.result ?? null;
    this.#from = record && { since: record.since, refused: record.refused };
  }

  /** Whether its run stands in the lab. */
  get begun(): boolean {
    return this.#begun;
  }

  /** What is wrong with its run; empty if nothing. */
  get faults(): readonly string[] {
    return this.#faults;
  }

  /** How the goal stands, in parts; null while nothing is known yet. */
  get tree(): GoalTree | null {
    return this.#tree;
  }

  /** What is said to what the learner did, or null. */
  get reply(): string | null {
    return this.#reply;
  }

  /** The forbidden move that was made: then the phase has to be begun again. */
  get spoiled(): Move | null {
    return this.#spoiled;
  }

  /** Penalised moves that were made in the present run. */
  get penalised(): readonly Move[] {
    return this.#penalised;
  }

  /** Tiers of help that were asked for. */
  get hints(): number {
    return this.#hints;
  }

  /** Tiers of help that are shown: those asked for, and those given unasked. */
  get shownHints(): number {
    return Math.max(this.#hints, this.#options.helped ? this.#options.freeHints : 0);
  }

  /** Help as it counts: what was given unasked costs nothing. */
  get countedHints(): number {
    return this.#hints > this.#options.freeHints ? this.#hints : 0;
  }

  get restarts(): number {
    return this.#restarts;
  }

  /** What it came to; null until the goal is met. */
  get result(): DriveResult | null {
    return this.#result;
  }

  /** Whether help can be asked for. */
  get helped(): boolean {
    return this.#options.helped;
  }

  /** The solution that is being played; null while the learner acts. */
  get show(): SolutionShow | null {
    return this.#show;
  }

  /** Whether there is an action of the learner's that can be taken out of the run. */
  get canUndo(): boolean {
    return this.#begun && this.#steps > 0 && this.#spoiled === null && this.#result === null;
  }

  /** Instant at which the phase began, in milliseconds of the run. */
  get sinceMs(): number {
    return this.part.atSeconds * 1000;
  }

  /** What there is to keep; null before it has begun. */
  get record(): DriveRecord | null {
    const run = this.#leftRun();
    if (!run || !this.#from) return null;
    return { run, ...this.#from, hints: this.#hints, restarts: this.#restarts, result: this.#result };
  }

  /** Its run comes into the lab: as it was left, or from the beginning. */
  async begin(door: ExerciseDoor): Promise<void> {
    this.#door = door;
    if (this.#options.showFirst && !this.#run) await this.showSolution();
    else await this.#open(this.#run ?? this.#start(), this.#from !== null);
  }

  /** Plays a solution in the place of the learner's run, which is put aside. */
  async showSolution(): Promise<void> {
    if (!this.#door || this.#show) return;
    this.#run = this.#leftRun();
    this.dispose();
    this.#show = new SolutionShow(this.part, this.#door);
    await this.#show.begin();
  }

  /** Ends the show: the learner's run comes back. */
  async closeShow(): Promise<void> {
    if (!this.#door || !this.#show) return;
    this.#show.end();
    this.#show = null;
    await this.#open(this.#run ?? this.#start(), this.#from !== null);
  }

  /** The phase begins again. Help that was taken stays taken. */
  async restart(): Promise<void> {
    if (!this.#door) return;
    if (this.#result === null) this.#restarts += 1;
    await this.#open(this.#start(), false);
  }

  /** Takes the learner's last action out of the run, which then stands where it was just before. */
  async undo(): Promise<void> {
    const door = this.#door;
    if (!door || !this.canUndo) return;
    const kept = await door.keep();
    const steps = (kept?.scenario as FileWithSteps | undefined)?.steps ?? [];
    const last = steps.at(-1);
    if (!kept || !last) return;
    const scenario = { ...(kept.scenario as object), steps: steps.slice(0, -1) };
    const refused = this.#from?.refused.filter(({ atMs }) => atMs < last.at * 1000) ?? [];
    if (this.#from) this.#from = { ...this.#from, refused };
    await this.#open({ scenario, atSeconds: Math.max(last.at, this.part.atSeconds) }, true);
  }

  /** Takes the next tier of help. */
  takeHint(): void {
    if (!this.#options.helped || this.shownHints >= HINT_TIERS.length) return;
    this.#hints = this.shownHints + 1;
    this.#options.onchange();
    if (this.#hints === PLAYED_TIER) void this.showSolution();
  }

  /** The run or its playhead has changed. */
  look(): void {
    if (!this.#begun) return;
    this.#loop.look();
    void this.#keepRun();
  }

  /** The learner asked for a step that the cluster refused. */
  hearRefusal(refused: RefusedStep): void {
    if (this.#begun) this.#loop.hearRefusal(refused);
  }

  dispose(): void {
    this.#show?.end();
    this.#show = null;
    this.#turn += 1;
    this.#begun = false;
    this.#loop.forget();
  }

  #start(): LeftRun {
    const { scenario, steps = [], atSeconds } = this.part;
    return { scenario: withSteps(scenario, steps), atSeconds };
  }

  async #open(run: LeftRun, goesOn: boolean): Promise<void> {
    const door = this.#door!;
    const turn = ++this.#turn;
    this.#begun = false;
    this.#loop.forget();
    this.#choice = new ReplyChoice();
    this.#tree = null;
    this.#reply = null;
    this.#spoiled = null;
    this.#penalised = [];
    const faults = await door.open(run);
    if (turn !== this.#turn) return;
    this.#faults = faults ?? [];
    if (faults) return;
    if (!goesOn || !this.#from) this.#from = { since: door.position, refused: [] };
    const { goal, forbidden = [], penalised = [], replies = [] } = this.part;
    const goals = [goal, ...[...forbidden, ...penalised, ...replies].map(({ when }) => when)];
    this.#loop.begin(goals, door, this.#from);
    door.hold(false, (atMs) =>
      atMs < this.sinceMs ? 'What came before this phase is given. Act after it has begun.' : '',
    );
    this.#run = run;
    this.#keptBranch = door.branch;
    this.#steps = (door.branch?.steps ?? 0) - (this.#fileSteps(this.#start()) ?? 0);
    this.#begun = true;
    this.#options.onchange();
    this.look();
  }

  #fileSteps({ scenario }: LeftRun): number {
    return (scenario as FileWithSteps).steps?.length ?? 0;
  }

  #hear(judgements: readonly Judgement[]): void {
    const { forbidden = [], penalised = [], replies = [] } = this.part;
    const [goal, ...moves] = judgements;
    const made = (judgement: Judgement | undefined) => (judgement?.firstMetMs ?? null) !== null;
    this.#from = this.#loop.from;
    this.#tree = goal?.tree ?? null;
    this.#spoiled = forbidden.find((_, place) => made(moves[place])) ?? null;
    this.#penalised = penalised.filter((_, place) => made(moves[forbidden.length + place]));
    const said = this.#choice.look(moves.slice(forbidden.length + penalised.length));
    this.#reply = replies[said]?.say ?? null;
    const paid = goal?.firstMet ?? null;
    if (goal && paid && this.#result === null && this.#spoiled === null) this.#finish(paid, goal.tree);
  }

  #finish({ atMs, waitingMs, degradedMs, steps }: Tally, tree: GoalTree): void {
    const figures = {
      actions: steps,
      userMinutes: (waitingMs + degradedMs) / MS_PER_MINUTE,
      penalised: this.#penalised.map(({ id }) => id),
      metMs: atMs,
      reached: goalLines(tree),
    };
    this.#result = { ...figures, score: this.#scoreOf(figures) };
    // What was brought about stands still to be looked at; time goes on when the learner wants it to.
    this.#door?.pause();
    this.#options.ondone();
    this.#options.onchange();
  }

  #scoreOf(figures: Omit<DriveResult, 'score'>): number {
    const par = (this.#options.counted && this.part.par) || undefined;
    const penalised = figures.penalised.length;
    return gradeDrive({ ...figures, penalised, hints: this.countedHints }, par).score;
  }

  /** The run as it is now: its steps as last exported, its playhead at once. */
  #leftRun(): LeftRun | null {
    if (!this.#run) return null;
    return this.#begun && this.#door
      ? { ...this.#run, atSeconds: this.#door.position.timeMs / 1000 }
      : this.#run;
  }

  /** Exports the run anew when its steps have changed. */
  async #keepRun(): Promise<void> {
    const door = this.#door;
    const branch = door?.branch;
    if (!door || !branch || (branch.id === this.#keptBranch?.id && branch.steps === this.#keptBranch.steps))
      return;
    this.#keptBranch = branch;
    this.#steps = branch.steps - this.#fileSteps(this.#start());
    const turn = this.#turn;
    const kept = await door.keep();
    if (turn !== this.#turn || !kept) return;
    this.#run = kept;
    this.#options.onchange();
  }
}
