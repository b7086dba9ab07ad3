/**
 * What the host asks of the engine, and no more: the engine's `Run` fits it, and so does a stand-in in the tests.
 */
import type { JudgedRun } from '../course/judge';
import type {
  BranchView,
  ClusterView,
  LogEntryView,
  OfferView,
  RunOptions,
  StateEdgeView,
  TimelineView,
  ViolationView,
} from '../engine';
import type { FindRequest, LogRequest, Position, StepRequest } from './protocol';

/** What a step came to: done, or not, with the reasons. */
export type ActAnswer =
  | { readonly accepted: true; readonly forked: boolean; readonly atMs: number; readonly idle: string }
  | { readonly accepted: false; readonly faults: readonly string[] };

/** One run of a scenario, with all its branches. All instants are milliseconds of simulated time. */
export interface EngineRun extends JudgedRun {
  readonly computedToMs: number;
  summary(): {
    readonly title: string;
    readonly branch: number;
    readonly branches: readonly BranchView[];
    readonly untilMs: number;
  };
  computeTo(toMs: number, maxEvents: number): boolean;
  viewAt(at: { readonly timeMs: number } | { readonly eventCount: number }): ClusterView;
  act(atMs: number, step: unknown, via: 'mouse' | 'page' | 'terminal' | null): ActAnswer;
  offers(timeMs: number, steps: readonly StepRequest[]): readonly OfferView[];
  find(
    what: FindRequest['what'],
    direction: FindRequest['direction'],
    from: Position,
    limitMs: number,
  ): Position | null;
  log(query: LogRequest): { readonly entries: readonly LogEntryView[]; readonly more: boolean };
  explain(index: number): readonly LogEntryView[];
  timeline(fromMs: number, toMs: number): TimelineView;
  edges(untilMs: number): readonly StateEdgeView[];
  switchTo(branchId: number): void;
  export(atMs: number): { readonly scenario: unknown; readonly hash: string };
  violations(): readonly ViolationView[];
}

/** The engine as the host sees it. */
export interface EngineDoor {
  readonly engineVersion: string;
  /** Checks a scenario of any origin and makes a run of it; faults are lines `path: what`. */
  load(
    scenario: unknown,
    options: RunOptions,
  ):
    | { readonly ok: true; readonly run: EngineRun }
    | { readonly ok: false; readonly faults: readonly string[] };
}
