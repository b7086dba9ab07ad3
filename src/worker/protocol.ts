/**
 * The words between the page and the worker that runs the engine. Every request gets exactly one settlement:
 * a result, a refusal (the cluster or the input does not allow it, or it was called off; the run is as it was) or an
 * error (a programmer's mistake; the run is as it was). Everything here is plain data.
 */
import type { Goal } from '../course/goal';
import type { Judgement } from '../course/judgement';
import type { RefusedStep } from '../course/sight';
import type {
  BranchView,
  ClusterView,
  LogEntryView,
  LogKind,
  OfferView,
  RunOptions,
  StateEdgeView,
  TimelineView,
  ViolationView,
} from '../engine';

/** Both ends must speak the same version; the worker names its own in its `ready` push. */
export const PROTOCOL_VERSION = 5;

/** A step as in the scenario file, without `at`. */
export interface StepRequest {
  readonly do: string;
  readonly via?: 'mouse' | 'page' | 'terminal';
  readonly [field: string]: unknown;
}

/** A point of a run: an instant (after all that is due at it), or the very event within it. */
export interface Position {
  readonly timeMs: number;
  readonly eventCount: number;
}

/** A run to begin with: a scenario (parsed JSON of any origin), and how the run is to behave. */
export interface LoadRequest extends RunOptions {
  readonly scenario: unknown;
}

/** What a freshly loaded or restored run looks like. */
export interface RunSummary {
  readonly title: string;
  readonly branch: number;
  readonly branches: readonly BranchView[];
  /** Furthest instant that the present branch has steps, expectations or watching for. */
  readonly untilMs: number;
  readonly engineVersion: string;
}

/**
 * Something that changed the run, in the order in which it happened. With the scenario first loaded, the entries make
 * the same run again, all its branches included: the worker that replaces a dead one is fed them.
 */
export type JournalEntry =
  | {
      readonly kind: 'act';
      readonly atMs: number;
      readonly step: StepRequest;
      /** How far the branch had been watched when it was done: this decides whether it forked. */
      readonly watchedMs: number;
    }
  | { readonly kind: 'branch'; readonly id: number };

/** What a view may stop at before it reaches the instant asked for. */
export type StopAt = 'message' | 'change';

/** An instant to be seen; with `stop`, the first message or change after `from` if it comes sooner. */
export interface ViewAtTime {
  readonly timeMs: number;
  readonly stop?: { readonly at: StopAt; readonly from: Position };
  /** Only the newest request so marked matters: older ones that wait are settled as refused. */
  readonly live?: boolean;
}

/** The run just after its n-th event. */
export interface ViewAtEvent {
  readonly eventCount: number;
  readonly live?: boolean;
}

/** What a search for an event, a change of state or a message needs. */
export interface FindRequest {
  readonly what: 'event' | 'change' | 'message';
  readonly direction: 'next' | 'previous';
  readonly from: Position;
  /** How far beyond `from` to look, in milliseconds of simulated time. */
  readonly limitMs?: number;
}

/** Which lines of the log are wanted. */
export interface LogRequest {
  readonly untilMs: number;
  readonly kinds: readonly LogKind[];
  readonly count: number;
  /** Only lines before this index (for paging back). */
  readonly before?: number;
}

/** Which goals are judged, over which stretch of the present branch. */
export interface JudgeRequest {
  readonly goals: readonly Goal[];
  /** Where the watch begins: nothing before it counts. An event count past those of its instant means all of them. */
  readonly since: Position;
  readonly untilMs: number;
  /** Steps that were refused when they were asked for, and so are not in the run; in order, none from before the watch. */
  readonly refused: readonly RefusedStep[];
}

/** Requests by name: what goes in, what comes out. */
export interface Requests {
  /** Checks and loads a scenario. Refused with one fault a line if malformed; the old run stays. */
  readonly load: { readonly in: LoadRequest; readonly out: RunSummary };
  /** Makes a lost run again: what it began with, and all that was done since. */
  readonly restore: {
    readonly in: LoadRequest & { readonly entries: readonly JournalEntry[] };
    readonly out: RunSummary;
  };
  /** The run at an instant (everything due at it has happened) or at an event. Computes forward as needed. */
  readonly view: {
    readonly in: ViewAtTime | ViewAtEvent;
    readonly out: {
      readonly view: ClusterView;
      /** True when it stopped before the instant asked for, at what `stop` names. */
      readonly stopped: boolean;
      readonly violations: readonly ViolationView[];
    };
  };
  /** Does a step at an instant of the present branch; forks if that instant lies before what was already watched, or before steps that the run does not keep. */
  readonly act: {
    readonly in: { readonly atMs: number; readonly step: StepRequest };
    readonly out: {
      /** Instant at which it was done: a millisecond later if something had already happened at the one asked for. */
      readonly atMs: number;
      /** Why it changed nothing, though it was allowed; empty if it did something. */
      readonly idle: string;
      readonly branch: number;
      readonly forked: boolean;
      readonly branches: readonly BranchView[];
      readonly view: ClusterView;
    };
  };
  /** Whether each of the given steps could be done at an instant, and why not. */
  readonly offers: {
    readonly in: { readonly timeMs: number; readonly steps: readonly StepRequest[] };
    readonly out: { readonly offers: readonly OfferView[] };
  };
  /** Finds the next or previous event, change of state or message; `position` is null if there is none within the limit. */
  readonly find: { readonly in: FindRequest; readonly out: { readonly position: Position | null } };
  /** Computes the present branch up to an instant, in slices, with progress pushes; can be cancelled (settles refused). */
  readonly advance: { readonly in: { readonly toMs: number }; readonly out: { readonly reachedMs: number } };
  /** Lines of the log up to an instant, newest last: at most `count`, of the given kinds only. */
  readonly log: {
    readonly in: LogRequest;
    readonly out: { readonly entries: readonly LogEntryView[]; readonly more: boolean };
  };
  /** The chain of lines that led to one line, root first. */
  readonly explain: {
    readonly in: { readonly index: number };
    readonly out: { readonly chain: readonly LogEntryView[] };
  };
  /** What the timeline draws between two instants (up to what has been computed). */
  readonly timeline: {
    readonly in: { readonly fromMs: number; readonly toMs: number };
    readonly out: TimelineView;
  };
  /** Edges between states taken so far, for the state map. */
  readonly edges: {
    readonly in: { readonly untilMs: number };
    readonly out: { readonly edges: readonly StateEdgeView[] };
  };
  /**
   * How goals stand at an instant of the present branch, judged at every event since the watch began: one judgement a goal,
   * in order. Computes in slices; called off by a change of the run.
   */
  readonly judge: { readonly in: JudgeRequest; readonly out: { readonly judgements: readonly Judgement[] } };
  /** Makes another branch the present one. */
  readonly branch: { readonly in: { readonly id: number }; readonly out: RunSummary };
  /** The present branch as a scenario file, with a hash of the run up to an instant. */
  readonly export: {
    readonly in: { readonly atMs: number };
    readonly out: { readonly scenario: unknown; readonly hash: string; readonly engineVersion: string };
  };
  /** Answers at once: is the worker alive? */
  readonly ping: {
    readonly in: Readonly<Record<never, never>>;
    readonly out: Readonly<Record<never, never>>;
  };
}

/** Name of a request. */
export type RequestName = keyof Requests;

/** A request on its way to the worker. */
export type RequestMessage = {
  readonly [Name in RequestName]: {
    readonly id: number;
    readonly name: Name;
    readonly input: Requests[Name]['in'];
  };
}[RequestName];

/** Asks the worker to give up a request that runs or waits; it then settles as refused. */
export interface CancelMessage {
  readonly cancel: number;
}

/** Everything that the page may send. */
export type ToWorker = RequestMessage | CancelMessage;

/** How a request ended. */
export type Settlement =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly refusal: readonly string[] }
  | { readonly id: number; readonly error: string };

/** What the worker says unasked. */
export type Push =
  | { readonly push: 'ready'; readonly version: number; readonly engineVersion: string }
  | { readonly push: 'progress'; readonly id: number; readonly reachedMs: number; readonly toMs: number }
  /** The run was changed by request `id`; sent just before that request settles. */
  | { readonly push: 'journal'; readonly id: number; readonly entry: JournalEntry };

/** Everything that the worker may send. */
export type FromWorker = Settlement | Push;
