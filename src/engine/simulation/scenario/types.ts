/** A scenario as the engine takes it: checked, every default filled in, instants in milliseconds. */
import type { ClusterParameterValues, DurationValues } from '../../model/parameters';
import type { Step, TimedStep, Via } from '../../model/step';
import type { PlatformStatus, Reason, ShownStateId, SrmStatus } from '../../model/vocabulary';

/** A node of the cluster, before anything has happened to it. */
export interface ScenarioNode {
  readonly name: string;
  readonly clientReloginLowerLimitMs: number;
  readonly clientReloginUpperLimitMs: number;
  readonly softwareVersion: string;
  readonly databasePublisher: string;
  /** 0 to 4; 2 is good. */
  readonly replication: number;
}

/** A presence redundancy group of one or two nodes. */
export interface ScenarioGroup {
  readonly name: string;
  readonly description: string;
  readonly nodes: readonly string[];
  readonly highAvailability: boolean;
}

/** What must be seen of a node; what is left out is not looked at. */
export interface NodeExpectation {
  readonly state?: ShownStateId;
  readonly reason?: Reason | null;
  readonly healthy?: boolean;
  readonly srm?: SrmStatus;
  readonly platform?: PlatformStatus;
  readonly users?: { readonly served?: number; readonly online?: number; readonly waiting?: number };
}

/** What must be seen at an instant, just after everything due at or before it; what is left out is not looked at. */
export interface Expectation {
  readonly atMs: number;
  /** The row of Table 2 (null: none) of the only group that the file lists, or of each group named. */
  readonly row?: number | null | Readonly<Record<string, number | null>>;
  readonly nodes?: Readonly<Record<string, NodeExpectation>>;
  readonly splitBrain?: Readonly<Record<string, boolean>>;
}

/** `normal`: every node up and in its group's steady state at time 0. `cold`: every platform off. */
export type ScenarioStart = 'normal' | 'cold';

/** A checked scenario. Equal files give equal scenarios; see `scenarioToJson` for the way back. */
export interface Scenario {
  readonly title: string;
  readonly description: string;
  readonly seed: number;
  readonly nodes: readonly ScenarioNode[];
  readonly groups: readonly ScenarioGroup[];
  readonly users: number;
  readonly multipleDeviceMessaging: boolean;
  readonly linkLatencyMs: number;
  /** 0 to 1. */
  readonly linkLoss: number;
  /** As typed: times in seconds. */
  readonly parameters: ClusterParameterValues;
  /** In seconds. */
  readonly durations: DurationValues;
  readonly start: ScenarioStart;
  /** In file order; their instants never decrease. */
  readonly steps: readonly TimedStep[];
  readonly untilMs: number;
  /** In file order. */
  readonly expect: readonly Expectation[];
}

/** Something wrong with a file: which field, and what was expected there in plain words. */
export interface Fault {
  /** Path of the field: `steps[3].service`; empty for the file as a whole. */
  readonly path: string;
  readonly what: string;
}

/** A checked scenario, or everything that is wrong with it. */
export type CheckedScenario =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** A checked step and where it was done, or everything that is wrong with it. */
export type CheckedStep =
  | { readonly ok: true; readonly step: Step; readonly via: Via | null }
  | { readonly ok: false; readonly faults: readonly Fault[] };
