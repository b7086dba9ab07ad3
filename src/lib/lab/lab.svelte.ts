import type { JudgeQuestion } from '../../course/judge';
import type { Judgement } from '../../course/judgement';
import type { RefusedStep } from '../../course/sight';
import type { ClusterView, LogEntryView, LogKind, OfferView, RunOptions, ViolationView } from '../../engine';
import {
  EngineClient,
  type ClientEvent,
  type EngineStatus,
  type Outcome,
  type WorkerLike,
} from '../../worker/client';
import type { Requests, RunSummary, StepRequest } from '../../worker/protocol';
import { DEFAULT_KINDS } from '../event-log/kinds';
import { formatInstant } from '../format';
import type { SharedRun } from '../share/share-link';
import type { TimelineMark } from '../timeline/layout';
import { fitSpan, followSpan, type Span } from '../timeline/span';
import type { ActAnswer } from './cluster-port';
import { Feed } from './feed.svelte';
import { download, scenarioFileName } from './files';
import { recall, remember } from './memory';
import { Notices } from './notices.svelte';
import { OfferBook } from './offer-book.svelte';
import { Player } from './player.svelte';

/** Lines of the log that are asked for at first: drawing these anew takes the page half of a slow frame. */
const LOG_LINES = 60;

/** Most lines of the log that are shown. */
const MOST_LOG_LINES = 2_000;

/** Wall time after a change of the run before it is remembered for the next visit. */
const REMEMBER_AFTER_MS = 1_000;

/** What the timeline shows at first of a run in which nothing has been done: the first failover, in some width. */
const STEPLESS_SPAN_MS = 360_000;

/** What came of loading something: null if it stands now, else what is wrong with it, a line each. */
export type LoadFaults = readonly string[] | null;

/** A run as an engine exported it. */
export type ExportedRun = Requests['export']['out'];

/**
 * One lab: a run in an engine of its own, the playhead in it, and what the panels show of it. Knows nothing of markup;
 * every component of the lab gets slices of it.
 */
export class Lab {
  readonly notices = new Notices();
  /** Told of every step that the cluster refuses. */
  onrefused: ((refused: RefusedStep) => void) | null = null;
  /** Told of every step that was done, with the instant that it has in the run. */
  ondone: ((atMs: number, step: StepRequest) => void) | null = null;
  /** Why the run leaves the lab in no way for now: it has what nobody is to know yet; empty if it may. */
  sealed = '';
  /** What the timeline marks in the place of the steps. */
  marks = $state.raw<readonly TimelineMark[] | null>(null);
  /** Where resetting the run is another's business. */
  onreset: (() => void) | null = null;
  /** Stands in a notice for a reason that is to be found out. */
  hiddenWhy = 'Why is hidden for now. Press C to see it, and try again.';
  /** Why a step cannot be done at an instant, whatever the cluster would say; empty if it can. */
  guard: (atMs: number, step: StepRequest) => string = () => '';
  readonly player: Player;
  readonly offers: OfferBook;
  readonly log: Feed<Requests['log']['out']>;
  readonly timeline: Feed<Requests['timeline']['out']>;
  readonly edges: Feed<Requests['edges']['out']>;
  readonly #client: EngineClient;
  #status = $state.raw<EngineStatus>('starting');
  #summary = $state.raw<RunSummary | null>(null);
  #loaded = $state.raw<unknown>(null);
  #options: RunOptions = {};
  #loads = $state(0);
  #span = $state.raw<Span>(fitSpan(0));
  #logKinds = $state.raw<readonly LogKind[]>(DEFAULT_KINDS);
  #logLines = LOG_LINES;
  #watchedMs = $state(0);
  #violations: readonly ViolationView[] = [];
  #rememberTimer: ReturnType<typeof setTimeout> | undefined;

  /** @param spawn starts an engine's worker */
  constructor(spawn: () => WorkerLike) {
    this.#client = new EngineClient({ spawn, onevent: (event) => this.#hear(event) });
    this.player = new Player(this.#client, {
      onview: ({ violations }) => this.#viewed(violations),
      onproblem: (title, lines) => this.notices.add('error', title, lines),
    });
    const client = this.#client;
    const timeMs = () => this.player.instantMs;
    this.offers = new OfferBook((steps) => this.ask(steps));
    this.log = new Feed(
      () => client.request('log', { untilMs: timeMs(), kinds: this.#logKinds, count: this.#logLines }),
      200,
    );
    this.timeline = new Feed(() => client.request('timeline', { ...this.#span }), 300);
    this.edges = new Feed(() => client.request('edges', { untilMs: timeMs() }), 400);
  }

  /** How the engine is. */
  get status(): EngineStatus {
    return this.#status;
  }

  /** The run and its branches; null until one is loaded. */
  get summary(): RunSummary | null {
    return this.#summary;
  }

  /** How many runs were loaded so far. */
  get loads(): number {
    return this.#loads;
  }

  /** The scenario as it was loaded, before anything was done to it. */
  get loaded(): unknown {
    return this.#loaded;
  }

  /** What the loaded scenario says about itself; empty if nothing. */
  get description(): string {
    // The engine has checked the scenario: a description, if there is one, is text.
    return (this.#loaded as { readonly description?: string } | null)?.description ?? '';
  }

  /** The stretch of time that the timeline shows. */
  get span(): Span {
    return this.#span;
  }

  /** Furthest instant that there is something to see at. */
  get extentMs(): number {
    return Math.max(this.#summary?.untilMs ?? 0, this.#watchedMs);
  }

  get logKinds(): readonly LogKind[] {
    return this.#logKinds;
  }

  set logKinds(kinds: readonly LogKind[]) {
    this.#logKinds = kinds;
    this.log.poke();
  }

  /** Asks for earlier lines of the log as well. */
  showMoreLines(): void {
    this.#logLines = Math.min(this.#logLines * 2, MOST_LOG_LINES);
    this.log.poke();
  }

  /** Takes the playhead to the very event that wrote a line of the log. */
  async showEntry({ eventCount, timeMs }: LogEntryView): Promise<void> {
    this.player.pause();
    await this.player.seekEvent({ eventCount, timeMs });
  }

  showSpan(span: Span): void {
    this.#span = span;
    this.timeline.poke();
  }

  /** Loads a scenario of any origin. If it is malformed the lab stays as it is, and the faults come back. */
  async load(scenario: unknown, options: RunOptions = {}): Promise<LoadFaults> {
    this.player.pause();
    const outcome = await this.#client.request('load', { ...options, scenario }).outcome;
    if (outcome.kind !== 'result') return faultsOf(outcome);
    this.#loaded = scenario;
    this.#options = options;
    this.#loads += 1;
    this.#summary = outcome.value;
    this.#watchedMs = 0;
    this.#logLines = LOG_LINES;
    this.#violations = [];
    const stepless = outcome.value.branches.every(({ steps }) => steps === 0);
    this.#span = fitSpan(stepless ? STEPLESS_SPAN_MS : Math.max(outcome.value.untilMs, 300_000));
    await this.player.seek(0);
    for (const feed of [this.log, this.timeline, this.edges]) feed.clear();
    this.offers.poke();
    this.#rememberSoon();
    return null;
  }

  /** The run as it was loaded, from time 0. */
  async reset(): Promise<void> {
    if (this.onreset) return this.onreset();
    const faults = await this.load(this.#loaded, this.#options);
    if (faults) this.notices.add('error', 'The run could not be reset', faults);
  }

  /** Does a step at the playhead. What the cluster refuses is told with its reasons. True if it was done. */
  async act(step: StepRequest): Promise<boolean> {
    const answer = await this.attempt(step);
    if (answer.kind === 'done') {
      if (answer.idle) this.notices.add('note', 'Nothing to do', [this.#whyShown(answer.idle)]);
      return true;
    }
    const refused = answer.kind === 'refused';
    const barred = this.guard(this.player.instantMs, step) !== '';
    const lines = refused && this.offers.hidesWhy && !barred ? [this.hiddenWhy] : answer.why;
    const title = refused ? 'Not possible now' : 'The engine could not do that';
    this.notices.add(refused ? 'warning' : 'error', title, lines);
    return false;
  }

  /** Does a step at the playhead and answers what came of it; the caller tells. Only a new branch is told here. */
  async attempt(step: StepRequest): Promise<ActAnswer> {
    return this.player.hold(async () => {
      const atMs = this.player.instantMs;
      const barred = this.guard(atMs, step);
      if (barred !== '') return { kind: 'refused', why: [barred] };
      const outcome = await this.#client.request('act', { atMs, step }).outcome;
      if (outcome.kind !== 'result') {
        this.#refresh();
        if (outcome.kind === 'refusal') this.onrefused?.({ atMs, step });
        return { kind: outcome.kind === 'refusal' ? 'refused' : 'failed', why: faultsOf(outcome) };
      }
      const { view, branch, branches, forked, idle } = outcome.value;
      if (this.#summary) this.#summary = { ...this.#summary, branch, branches };
      this.player.accept(view);
      this.ondone?.(outcome.value.atMs, step);
      if (forked) {
        this.#watchedMs = view.timeMs;
        this.notices.add('note', `A new branch begins at ${formatInstant(atMs)}. The old one is kept.`);
      }
      this.#refresh();
      this.#rememberSoon();
      return { kind: 'done', view, idle };
    });
  }

  /** Whether steps could be done at the playhead, and why not. */
  async ask(steps: readonly StepRequest[]): Promise<readonly OfferView[]> {
    const outcome = await this.#client.request('offers', { timeMs: this.player.instantMs, steps }).outcome;
    return outcome.kind === 'result' ? outcome.value.offers : [];
  }

  /** How goals stand at the playhead; null if it cannot be had now. */
  async judge(question: JudgeQuestion): Promise<readonly Judgement[] | null> {
    const untilMs = this.player.instantMs;
    const outcome = await this.#client.request('judge', { ...question, untilMs }).outcome;
    return outcome.kind === 'result' ? outcome.value.judgements : null;
  }

  /** The cluster at an instant, while the playhead stays where it is; null if it cannot be had now. */
  async viewAt(timeMs: number): Promise<ClusterView | null> {
    const outcome = await this.#client.request('view', { timeMs: Math.floor(timeMs) }).outcome;
    return outcome.kind === 'result' ? outcome.value.view : null;
  }

  /** How the latest change of a state until an instant came about: the lines that led to it, root first. */
  async howItCame(untilMs: number): Promise<readonly LogEntryView[]> {
    const input = { untilMs: Math.floor(untilMs), kinds: ['state'], count: 1 } as const;
    const outcome = await this.#client.request('log', input).outcome;
    const last = outcome.kind === 'result' ? outcome.value.entries.at(-1) : undefined;
    return last ? this.explain(last.index) : [];
  }

  /** The lines of the log that led to one of them, root first; empty if they cannot be had. */
  async explain(index: number): Promise<Requests['explain']['out']['chain']> {
    const outcome = await this.#client.request('explain', { index }).outcome;
    return outcome.kind === 'result' ? outcome.value.chain : [];
  }

  /** Goes on with another branch, at the same instant. */
  async switchBranch(id: number): Promise<void> {
    await this.player.hold(async () => {
      const outcome = await this.#client.request('branch', { id }).outcome;
      if (outcome.kind !== 'result')
        return this.notices.add('error', 'The branch could not be opened', faultsOf(outcome));
      this.#summary = outcome.value;
      this.#watchedMs = outcome.value.untilMs;
    });
    await this.player.seek(this.player.playheadMs);
    this.#rememberSoon();
  }

  /** Pauses at the next or previous event, change of state or message; says so if there is none. */
  async jump(what: 'event' | 'change' | 'message', direction: 'next' | 'previous'): Promise<void> {
    const found = await this.player.jump(what, direction);
    const things = { event: 'event', change: 'change of state', message: 'keep-alive' } as const;
    const where = direction === 'next' ? 'in the next 30 days of the run' : 'before this one';
    if (!found) this.notices.add('note', `There is no ${things[what]} ${where}.`);
  }

  /** The present branch as a scenario, with its hash at the playhead; null (and a notice) if it cannot be had. */
  async export(): Promise<(ExportedRun & { readonly atMs: number }) | null> {
    if (this.sealed !== '') {
      this.notices.add('note', this.sealed);
      return null;
    }
    const atMs = this.player.instantMs;
    const outcome = await this.#client.request('export', { atMs }).outcome;
    if (outcome.kind === 'result') return { ...outcome.value, atMs };
    this.notices.add('error', 'The run could not be saved', faultsOf(outcome));
    return null;
  }

  /** Gives the present branch to the user as a scenario file. */
  async save(): Promise<void> {
    const exported = await this.export();
    if (exported)
      download(scenarioFileName(this.#summary?.title ?? ''), JSON.stringify(exported.scenario, null, 2));
  }

  /** Makes a shared run again, goes to its instant and compares its hash. Malformed: the lab stays as it is. */
  async openShared(run: SharedRun): Promise<LoadFaults> {
    const faults = await this.load(run.scenario);
    if (faults) return faults;
    await this.player.seek(run.atMs);
    const exported = await this.export();
    if (exported && this.player.instantMs === run.atMs && exported.hash !== run.hash)
      this.notices.add('warning', "This engine gives another run than the link's", [
        `The link was made with engine version ${run.engineVersion}; this is version ${exported.engineVersion}.`,
        'What you see is what this version makes of the same scenario and the same steps.',
      ]);
    return null;
  }

  /** A run left in this browser on an earlier visit, as a link's fragment, or null. */
  get remembered(): string | null {
    return recall('last-run');
  }

  /** Tries again after the engine gave up. */
  restart(): void {
    this.#client.restart();
  }

  dispose(): void {
    clearTimeout(this.#rememberTimer);
    this.player.dispose();
    this.offers.dispose();
    this.#client.dispose();
  }

  #viewed(violations: readonly ViolationView[]): void {
    this.#watchedMs = Math.max(this.#watchedMs, this.player.instantMs);
    const { playheadMs, playing } = this.player;
    // A hand on the timeline must not find it moved; a jump beyond its ends must not leave it behind.
    if (playing || playheadMs < this.#span.fromMs || playheadMs > this.#span.toMs)
      this.#span = followSpan(this.#span, playheadMs);
    if (violations.length > this.#violations.length) this.#tellViolation(violations.at(-1)!);
    this.#violations = violations;
    this.#refresh();
  }

  #whyShown(why: string): string {
    return this.offers.hidesWhy ? this.hiddenWhy : why;
  }

  #refresh(): void {
    for (const panel of [this.offers, this.log, this.timeline, this.edges]) panel.poke();
  }

  #tellViolation({ invariant, timeMs, what }: ViolationView): void {
    this.player.pause();
    const lines = [
      `${what} (promise ${invariant} of the model, at ${formatInstant(timeMs)})`,
      'Please report it with the scenario that shows it.',
    ];
    this.notices.add('error', 'You have found a bug of the engine', lines, [
      { label: 'Save the scenario', run: () => void this.save() },
    ]);
  }

  #hear(event: ClientEvent): void {
    switch (event.kind) {
      case 'status':
        this.#status = event.status;
        break;
      case 'lost':
        this.player.pause();
        this.notices.add('warning', 'The engine stopped and is started again', [event.why]);
        break;
      case 'restored':
        this.#summary = event.summary;
        this.notices.add('note', 'The engine runs again, and your run is as it was.');
        void this.player.seek(this.player.playheadMs);
        break;
      case 'failed':
        this.player.pause();
        this.notices.add(
          'error',
          'The engine does not run',
          [event.why],
          [{ label: 'Start it again', run: () => this.restart() }],
        );
        break;
    }
  }

  /** Keeps the run for the next visit, a little after the last change; a run without steps is not worth it. */
  #rememberSoon(): void {
    clearTimeout(this.#rememberTimer);
    this.#rememberTimer = setTimeout(() => void this.#remember(), REMEMBER_AFTER_MS);
  }

  async #remember(): Promise<void> {
    const branch = this.#summary?.branches.find(({ id }) => id === this.#summary?.branch);
    if (!branch || branch.steps === 0 || this.sealed !== '' || this.#status !== 'ready') return;
    const atMs = this.player.instantMs;
    const outcome = await this.#client.request('export', { atMs }).outcome;
    if (outcome.kind !== 'result') return;
    const { encodeShareLink } = await import('../share/share-link');
    const { scenario, hash, engineVersion } = outcome.value;
    const link = encodeShareLink({ scenario: scenario as SharedRun['scenario'], hash, engineVersion, atMs });
    if (link.ok) remember('last-run', link.value);
  }
}

function faultsOf(outcome: Exclude<Outcome<unknown>, { kind: 'result' }>): readonly string[] {
  return outcome.kind === 'refusal' ? outcome.why : [outcome.message];
}
