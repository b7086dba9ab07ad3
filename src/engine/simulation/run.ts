/**
 * A run that can be watched: a timeline that is computed as far as it is looked at, any instant of which can be visited,
 * and which splits into branches when its past is changed. Same scenario, same steps, same run, however it is watched.
 */
import { canonicalHash, type PlainData } from '../kernel/hash';
import type { Step, TimedStep, Via } from '../model/step';
import { RECORD, RECORD_KINDS } from '../rules/recorder';
import type { ShownDetail } from '../rules/rule';
import { isRefused, verdictOn, type Verdict } from '../rules/steps';
import { Branch } from './branch';
import { causeOf, describe, printStep } from './describe';
import { makeView } from './make-view';
import { checkScenario, checkStep, formatFault, scenarioToJson, type Scenario } from './scenario/schema';
import { startState } from './simulation';
import { Walk } from './walk';
import { edgesUntil, timelineOf } from './timeline';
import type {
  BranchView,
  ClusterView,
  LogEntryView,
  LogKind,
  OfferView,
  StateEdgeView,
  TimelineView,
  ViolationView,
} from './view';

/** Version of the engine's behaviour: links and saved runs carry it. */
export const ENGINE_VERSION = '1.1.0';

/** A point of a run: an instant, and the number of events done by then. */
export interface Position {
  readonly timeMs: number;
  readonly eventCount: number;
}

/** Most steps a run may have: more than a day of a lively class. */
const MOST_STEPS = 5_000;

/** How a run is to behave. */
export interface RunOptions {
  /**
   * A step leaves those that come later in their place, and what is known of the run does not tell of them before they are
   * due. Else the future is open: whoever acts before a step that is still to come begins a branch without it.
   */
  readonly keepsLaterSteps?: boolean | undefined;
}

/** How an attempt to act ended. */
export type ActOutcome =
  | { readonly accepted: true; readonly forked: boolean; readonly atMs: number; readonly idle: string }
  | { readonly accepted: false; readonly faults: readonly string[] };

/** How many of some steps come at or before an instant. */
function placeAfter(steps: readonly TimedStep[], timeMs: number): number {
  return steps.findLastIndex((it) => it.atMs <= timeMs) + 1;
}

/** A run with its branches. */
export class Run {
  readonly scenario: Scenario;
  #branches: Branch[];
  #present: Branch;
  readonly #keepsLaterSteps: boolean;

  private constructor(scenario: Scenario, { keepsLaterSteps = false }: RunOptions) {
    this.scenario = scenario;
    this.#keepsLaterSteps = keepsLaterSteps;
    this.#present = new Branch(0, null, 0, startState(scenario), scenario.steps);
    this.#branches = [this.#present];
  }

  /** Checks a scenario (parsed JSON of any origin) and makes its run; faults are lines `path: what`. */
  static load(
    json: unknown,
    options: RunOptions = {},
  ): { ok: true; run: Run } | { ok: false; faults: readonly string[] } {
    const checked = checkScenario(json);
    return checked.ok
      ? { ok: true, run: new Run(checked.scenario, options) }
      : { ok: false, faults: checked.faults.map(formatFault) };
  }

  /** Title, branches, and how far there is something to see. */
  summary(): {
    title: string;
    branch: number;
    branches: readonly BranchView[];
    untilMs: number;
    engineVersion: string;
  } {
    const lastStepMs = this.#present.steps.at(-1)?.atMs ?? 0;
    return {
      title: this.scenario.title,
      branch: this.#present.id,
      branches: this.branches(),
      untilMs: Math.max(this.scenario.untilMs, lastStepMs, this.#present.frontierMs),
      engineVersion: ENGINE_VERSION,
    };
  }

  /** All branches, oldest first. */
  branches(): BranchView[] {
    return this.#branches.map((branch) => ({
      id: branch.id,
      parent: branch.parent,
      forkMs: branch.forkMs,
      label: branch.label,
      steps: this.#keepsLaterSteps ? placeAfter(branch.steps, branch.frontierMs) : branch.steps.length,
      frontierMs: branch.frontierMs,
    }));
  }

  /** Instant up to which the present branch has been computed. */
  get computedToMs(): number {
    return this.#present.computedToMs;
  }

  /** A slice of work on the present branch: at most so many events towards an instant; true when it is reached. */
  computeTo(toMs: number, maxEvents = Infinity): boolean {
    if (toMs < this.#present.computedToMs) return true;
    return this.#present.computeTo(Math.floor(toMs), maxEvents);
  }

  /** The run at an instant or just after an event; computes forward as needed. */
  viewAt(at: { readonly timeMs: number } | { readonly eventCount: number }): ClusterView {
    const branch = this.#present;
    if ('eventCount' in at) {
      const simulation = branch.atEvent(at.eventCount);
      branch.frontierMs = Math.max(branch.frontierMs, simulation.state.timeMs);
      return makeView(simulation.world, simulation.nextMs);
    }
    const timeMs = Math.max(0, Math.floor(at.timeMs));
    this.computeTo(timeMs);
    branch.frontierMs = Math.max(branch.frontierMs, timeMs);
    const simulation = branch.at(timeMs);
    return makeView(simulation.world, simulation.nextMs);
  }

  /**
   * Does a step at an instant of the present branch. What has happened at that very instant has happened: the step then
   * comes a millisecond later. If the branch was watched further than that, it stays as it is and a new one begins.
   *
   * @param step as in a scenario file, without `at`; of any origin
   * @returns what became of it; a step that the cluster refuses is not kept, and nothing changes
   */
  act(atMs: number, step: unknown, via: Via | null): ActOutcome {
    const checked = checkStep(step);
    if (!checked.ok) return { accepted: false, faults: checked.faults.map(formatFault) };
    if (this.#present.steps.length >= MOST_STEPS)
      return {
        accepted: false,
        faults: [`this run already has ${MOST_STEPS} steps; save it and begin a new one`],
      };
    const seenMs = Math.max(0, Math.floor(atMs));
    this.computeTo(seenMs);
    const timeMs = this.#present.hasEventsAt(seenMs) ? seenMs + 1 : seenMs;
    this.computeTo(timeMs);
    const verdict = this.#verdictAt(seenMs, timeMs, checked.step);
    if (isRefused(verdict)) return { accepted: false, faults: [verdict.refused] };
    const forked = this.#insert({ atMs: timeMs, via: via ?? checked.via, step: checked.step });
    return { accepted: true, forked, atMs: timeMs, idle: verdict === null ? '' : verdict.idle };
  }

  #insert(step: TimedStep): boolean {
    const old = this.#present;
    const place = placeAfter(old.steps, step.atMs);
    const kept = this.#keepsLaterSteps ? old.steps.slice(place) : [];
    const isPast = old.frontierMs > step.atMs || place + kept.length < old.steps.length;
    const steps = [...old.steps.slice(0, place), step, ...kept];
    const inheritance = old.inheritanceBefore(step.atMs);
    const start = this.#branches[0]!.startState;
    const branch = isPast
      ? new Branch(this.#branches.length, old.id, step.atMs, start, steps, inheritance)
      : new Branch(old.id, old.parent, old.forkMs, start, steps, inheritance);
    branch.label = isPast || old.label === '' ? printStep(step.step) : old.label;
    branch.frontierMs = step.atMs;
    if (isPast) this.#branches.push(branch);
    else this.#branches = this.#branches.map((it) => (it === old ? branch : it));
    this.#present = branch;
    this.computeTo(step.atMs);
    return isPast;
  }

  /** What becomes of a step that comes at `timeMs`, last of the steps of that instant, seen from `seenMs` at most 1 ms before. */
  #verdictAt(seenMs: number, timeMs: number, step: Step): Verdict {
    const simulation = this.#present.at(seenMs);
    const stepsBefore = placeAfter(this.#present.steps, timeMs);
    while (simulation.stepsDone < stepsBefore && simulation.step(timeMs));
    return verdictOn(simulation.world, step);
  }

  /** Whether each step could be done at an instant, and why not. Malformed ones are refused with their fault. */
  offers(
    timeMs: number,
    steps: readonly { readonly do: string; readonly [field: string]: unknown }[],
  ): OfferView[] {
    const atMs = Math.max(0, Math.floor(timeMs));
    this.computeTo(atMs);
    const { world } = this.#present.at(atMs);
    return steps.map((step) => {
      const checked = checkStep(step);
      if (!checked.ok)
        return { step, offered: false, why: checked.faults.map(formatFault).join('; '), idle: false };
      const verdict = verdictOn(world, checked.step);
      if (verdict === null) return { step, offered: true, why: '', idle: false };
      return 'refused' in verdict
        ? { step, offered: false, why: verdict.refused, idle: false }
        : { step, offered: true, why: verdict.idle, idle: true };
    });
  }

  /**
   * The next or previous event, change of what the administrator sees, or message (the sending of a keep-alive) from a
   * position on the present branch. Looks at most `limitMs` ahead; null if there is none.
   */
  find(
    what: 'event' | 'change' | 'message',
    direction: 'next' | 'previous',
    from: Position,
    limitMs: number,
  ): Position | null {
    return direction === 'next'
      ? this.#findNext(what, from, from.timeMs + limitMs)
      : this.#findPrevious(what, from);
  }

  #matches(what: 'event' | 'change' | 'message', index: number): boolean {
    const kind = this.#present.log.kindOf(index);
    if (what === 'change') return kind === RECORD.state || kind === RECORD['split-brain'];
    return what === 'message' ? kind === RECORD.send : true;
  }

  #findNext(what: 'event' | 'change' | 'message', from: Position, limitMs: number): Position | null {
    const branch = this.#present;
    const { log } = branch;
    let index = log.countUntilEvent(from.eventCount);
    for (;;) {
      for (; index < log.length; index++)
        if (this.#matches(what, index)) {
          if (log.timeOf(index) > limitMs) return null;
          return { timeMs: log.timeOf(index), eventCount: log.eventOf(index) };
        }
      const next = branch.at(branch.computedToMs).nextMs;
      if (next > limitMs || next === Infinity) return null;
      this.computeTo(Math.max(next, Math.min(limitMs, branch.computedToMs + 60_000)));
    }
  }

  #findPrevious(what: 'event' | 'change' | 'message', from: Position): Position | null {
    const { log } = this.#present;
    for (let index = log.countUntilEvent(from.eventCount) - 1; index >= 0; index--) {
      const eventCount = log.eventOf(index);
      if (eventCount >= from.eventCount || !this.#matches(what, index)) continue;
      return { timeMs: log.timeOf(index), eventCount };
    }
    return what === 'event' && from.eventCount > 0 ? { timeMs: 0, eventCount: 0 } : null;
  }

  /** All steps of the present branch; another list as soon as one of them changes. */
  get steps(): readonly TimedStep[] {
    return this.#present.steps;
  }

  /** A walk through the present branch from just after an event: the last one at or before the position. */
  walkFrom({ timeMs, eventCount }: Position): Walk {
    const branch = this.#present;
    this.computeTo(timeMs);
    const isWhole = branch.at(timeMs).state.eventCount <= eventCount;
    const from = isWhole ? branch.at(timeMs) : branch.atEvent(eventCount);
    return new Walk(from.checkpoint(), branch.steps);
  }

  /** Lines of the log up to an instant, oldest first: the last `count` of the given kinds before an index. */
  log(query: {
    readonly untilMs: number;
    readonly kinds: readonly LogKind[];
    readonly count: number;
    readonly before?: number;
  }): { entries: LogEntryView[]; more: boolean } {
    const { log, headState } = this.#present;
    const wanted = query.kinds.map((kind) => RECORD_KINDS.indexOf(kind));
    const end = Math.min(query.before ?? Infinity, log.countUntil(Math.floor(query.untilMs)));
    const found = log.lastOf(wanted, end, query.count + 1);
    const more = found.length > query.count;
    const entries = found.slice(more ? 1 : 0).map((index) => describe(log, index, headState));
    return { entries, more };
  }

  /** The chain of lines that led to one line, root first; empty if there is no such line. */
  explain(index: number): LogEntryView[] {
    const { log, headState } = this.#present;
    const chain: LogEntryView[] = [];
    let at: number | null = Number.isInteger(index) && index >= 0 && index < log.length ? index : null;
    while (at !== null && chain.length < 60) {
      chain.push(describe(log, at, headState));
      at = causeOf(log, log.read(at), headState);
    }
    return chain.reverse();
  }

  /** What the timeline draws between two instants, as far as it has been watched: what comes then is not given away. */
  timeline(fromMs: number, toMs: number): TimelineView {
    return timelineOf(this.#present, fromMs, toMs);
  }

  /** Edges between states that nodes have taken up to an instant. */
  edges(untilMs: number): StateEdgeView[] {
    return edgesUntil(this.#present, untilMs);
  }

  /** Makes another branch the present one; false if there is none of that number. */
  switchTo(branchId: number): boolean {
    const branch = this.#branches.find((it) => it.id === branchId);
    if (!branch) return false;
    this.#present = branch;
    return true;
  }

  /** The present branch as a scenario file, and the hash of its run up to an instant. */
  export(atMs: number): { scenario: unknown; hash: string; engineVersion: string } {
    const timeMs = Math.max(0, Math.floor(atMs));
    return {
      scenario: scenarioToJson({
        ...this.scenario,
        steps: this.#present.steps,
        untilMs: Math.max(timeMs, this.#present.steps.at(-1)?.atMs ?? 0, this.scenario.untilMs),
      }),
      hash: this.hashAt(timeMs),
      engineVersion: ENGINE_VERSION,
    };
  }

  /** Hash of the whole run up to an instant: its state then, and everything the administrator saw until then. */
  hashAt(timeMs: number): string {
    this.computeTo(timeMs);
    const branch = this.#present;
    const { log } = branch;
    const history = log.indicesOf(RECORD.state, log.countUntil(timeMs)).map((index): PlainData => {
      const { timeMs: at, node, detail } = log.read(index);
      const { shownState, shownReason } = detail as ShownDetail;
      return [at, node, shownState, shownReason];
    });
    return canonicalHash([branch.at(timeMs).state as unknown as PlainData, history]);
  }

  /** Breaches of section 10 found on the present branch: bugs of the engine. */
  violations(): ViolationView[] {
    return this.#present.violations.slice();
  }
}
