/** The headless run: a scenario in, one plain object out, exactly as the scenario format describes it. */
import { msToSeconds } from '../kernel/time';
import { rowOf } from '../model/rows';
import { SESSION, type ClusterState } from '../model/state';
import type { PlatformStatus, Reason, ShownStateId, SrmStatus } from '../model/vocabulary';
import { degradedSessions } from '../rules/events';
import { RECORD } from '../rules/recorder';
import type { ShownDetail } from '../rules/rule';
import type { StepDetail } from '../rules/steps';
import { nodeToTry } from '../rules/users';
import { RunLog } from './log';
import type { Expectation, Scenario } from './scenario/types';
import { Simulation } from './simulation';
import type { Violation } from './invariants';

/** One node as the report shows it. */
export interface NodeReport {
  readonly state: ShownStateId;
  readonly reason: Reason | null;
  readonly healthy: boolean;
  readonly srm: SrmStatus;
  readonly platform: PlatformStatus;
  readonly users: { readonly served: number; readonly online: number; readonly waiting: number };
}

/** Something seen or expected at an instant. */
export type Sight = Omit<Expectation, 'atMs'>;

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** How an expectation fared. Instants in seconds. */
export interface CheckReport {
  readonly at: number;
  readonly ok: boolean;
  readonly expected: Sight;
  readonly seen: Sight;
}

/** The outcome of a headless run. Instants in seconds of simulated time. */
export interface Report {
  readonly time: number;
  /** Number of the row of Table 2 that each group shows, null for none. */
  readonly row: Readonly<Record<string, number | null>>;
  readonly nodes: Readonly<Record<string, NodeReport>>;
  readonly splitBrain: Readonly<Record<string, boolean>>;
  readonly history: readonly {
    readonly time: number;
    readonly node: string;
    readonly state: ShownStateId;
    readonly reason: Reason | null;
    readonly provenance: string;
  }[];
  readonly refused: readonly {
    readonly time: number;
    readonly step: number;
    readonly do: string;
    readonly why: string;
  }[];
  readonly checks: readonly CheckReport[];
  readonly skipped?: readonly { readonly at: number; readonly expected: Sight }[];
  readonly users?: { readonly online: number; readonly waiting: number; readonly offline: number };
  readonly stalePresence?: readonly (readonly [string, string])[];
  readonly cost?: { readonly userMinutes: number; readonly waiting: number; readonly degraded: number };
  /** Breaches of section 10 of the model, which would be bugs of the engine; left out when there are none. */
  readonly violations?: readonly Violation[];
}

const MS_PER_MINUTE = 60_000;

/** Cost so far in user-minutes [I-32]. */
export function costOf(state: ClusterState): { userMinutes: number; waiting: number; degraded: number } {
  return {
    userMinutes: (state.waitingCostMs + state.degradedCostMs) / MS_PER_MINUTE,
    waiting: state.waitingCostMs / MS_PER_MINUTE,
    degraded: state.degradedCostMs / MS_PER_MINUTE,
  };
}

/** Cost in user-milliseconds at an instant before the next event, the time since the last event included [I-32]. */
export function costMsAt(state: ClusterState, timeMs: number): { waitingMs: number; degradedMs: number } {
  const passedMs = Math.max(0, timeMs - state.timeMs);
  return {
    waitingMs: state.waitingCostMs + state.users.waiting * passedMs,
    degradedMs: state.degradedCostMs + degradedSessions(state) * passedMs,
  };
}

/** For each node: users homed on it, placed on it, and clients waiting that will try it. */
export function userCounts(state: ClusterState): { homed: number; served: number; waiting: number }[] {
  const counts = state.nodes.map(() => ({ homed: 0, served: 0, waiting: 0 }));
  const { users, nodes, groups } = state;
  for (let user = 0; user < users.count; user++) {
    const home = users.home[user]!;
    if (home < 0) continue;
    counts[home]!.homed++;
    const placed = users.placed[user]!;
    const group = groups[nodes[home]!.group];
    if (group) {
      if (placed & 1) counts[group.nodes[0]!]!.served++;
      if (placed & 2) counts[group.nodes[1]!]!.served++;
    }
    if (users.session[user] === SESSION.waiting) {
      const target = nodeToTry(state, user);
      if (target >= 0) counts[target]!.waiting++;
    }
  }
  return counts;
}

/** The row that a group's pair shows, null for none or for a group of one node. */
export function rowOfGroup(state: ClusterState, groupIndex: number): number | null {
  const group = state.groups[groupIndex]!;
  if (group.nodes.length < 2) return null;
  const [first, second] = group.nodes.map((index) => {
    const node = state.nodes[index]!;
    return { state: node.shownState, reason: node.shownReason };
  });
  return rowOf([first!, second!]);
}

function rowsOf(state: ClusterState): Record<string, number | null> {
  return Object.fromEntries(state.groups.map((group, index) => [group.name, rowOfGroup(state, index)]));
}

function splitsOf(state: ClusterState): Record<string, boolean> {
  return Object.fromEntries(state.groups.map((group) => [group.name, group.splitBrain]));
}

/** Every node as the report shows it, by name. */
export function nodeReports(state: ClusterState): Record<string, NodeReport> {
  const counts = userCounts(state);
  return Object.fromEntries(
    state.nodes.map((node, index) => [
      node.name,
      {
        state: node.shownState,
        reason: node.shownReason,
        healthy: node.healthy,
        srm: node.srm,
        platform: node.platform,
        users: { served: counts[index]!.served, online: node.online, waiting: counts[index]!.waiting },
      },
    ]),
  );
}

function pick<Whole extends object>(whole: Whole | undefined, part: object): Partial<Whole> {
  return Object.fromEntries(
    Object.keys(part).map((key) => [key, whole?.[key as keyof Whole]]),
  ) as Partial<Whole>;
}

/**
 * The row that a bare number or null speaks of: that of the file's only group, also once steps have added others. Where its
 * name is gone it is that of the only group left (null where there is none); among several nobody can tell, and all rows by
 * name come back, which no bare expectation equals.
 */
function bareRow(state: ClusterState, fileGroup: string | undefined): NonNullable<Sight['row']> | null {
  const rows = rowsOf(state);
  const names = Object.keys(rows);
  const name = fileGroup !== undefined && names.includes(fileGroup) ? fileGroup : names[0];
  if (name === undefined) return null;
  return name === fileGroup || names.length === 1 ? (rows[name] ?? null) : rows;
}

function look(state: ClusterState, expected: Expectation, fileGroup: string | undefined): CheckReport {
  const seen: Mutable<Sight> = {};
  const want: Mutable<Sight> = {};
  if (expected.row !== undefined) {
    want.row = expected.row;
    seen.row =
      expected.row !== null && typeof expected.row === 'object'
        ? (pick(rowsOf(state), expected.row) as Record<string, number | null>)
        : bareRow(state, fileGroup);
  }
  if (expected.nodes !== undefined) {
    want.nodes = expected.nodes;
    const reports = nodeReports(state);
    seen.nodes = Object.fromEntries(
      Object.entries(expected.nodes).map(([name, fields]) => [
        name,
        fields.users === undefined
          ? pick(reports[name], fields)
          : { ...pick(reports[name], fields), users: pick(reports[name]?.users, fields.users) },
      ]),
    );
  }
  if (expected.splitBrain !== undefined) {
    want.splitBrain = expected.splitBrain;
    seen.splitBrain = pick(splitsOf(state), expected.splitBrain) as Record<string, boolean>;
  }
  return { at: msToSeconds(expected.atMs), ok: isEqual(want, seen), expected: want, seen };
}

function isEqual(expected: unknown, seen: unknown): boolean {
  if (typeof expected !== 'object' || expected === null) return expected === seen;
  if (typeof seen !== 'object' || seen === null) return false;
  return Object.entries(expected).every(([key, value]) =>
    isEqual(value, (seen as Record<string, unknown>)[key]),
  );
}

function historyOf(
  log: RunLog,
  state: ClusterState,
): { history: Report['history']; refused: Report['refused'] } {
  const history: Report['history'][number][] = [];
  const refused: Report['refused'][number][] = [];
  for (let index = 0; index < log.length; index++) {
    const kind = log.kindOf(index);
    if (kind !== RECORD.state && kind !== RECORD.refused) continue;
    const { timeMs, node, detail } = log.read(index);
    if (kind === RECORD.state) {
      const { shownState, shownReason, provenance } = detail as ShownDetail;
      history.push({
        time: msToSeconds(timeMs),
        node: state.nodes[node]!.name,
        state: shownState,
        reason: shownReason,
        provenance,
      });
    } else {
      const { step, why, index: place } = detail as StepDetail;
      refused.push({ time: msToSeconds(timeMs), step: place, do: step.do, why });
    }
  }
  return { history, refused };
}

function stalePairs(state: ClusterState): (readonly [string, string])[] {
  return state.temporaryPresence
    .filter((it) => it.status === 'stale')
    .map((it) => [it.watcher, it.user] as const);
}

/**
 * Runs a scenario without a page.
 *
 * @param options.untilMs end of the run in milliseconds; the scenario's own end if left out
 */
export function runScenario(scenario: Scenario, options: { readonly untilMs?: number } = {}): Report {
  const untilMs = options.untilMs ?? scenario.untilMs;
  const log = new RunLog();
  const simulation = Simulation.of(scenario, scenario.steps, log);
  const checks: CheckReport[] = [];
  // A file that lists several groups has no bare rows: they would be malformed.
  const fileGroup = scenario.groups[0]?.name;
  const due = scenario.expect.filter((expected) => expected.atMs <= untilMs);
  const byTime = due
    .map((expected, place) => ({ expected, place }))
    .sort((a, b) => a.expected.atMs - b.expected.atMs || a.place - b.place);
  for (const { expected, place } of byTime) {
    simulation.runTo(expected.atMs);
    checks[place] = look(simulation.state, expected, fileGroup);
  }
  simulation.runTo(untilMs);
  const { state } = simulation;
  const skipped = scenario.expect.filter((expected) => expected.atMs > untilMs);
  const { users } = state;
  return {
    time: msToSeconds(untilMs),
    row: rowsOf(state),
    nodes: nodeReports(state),
    splitBrain: splitsOf(state),
    ...historyOf(log, state),
    checks,
    ...(skipped.length === 0
      ? {}
      : { skipped: skipped.map(({ atMs, ...expected }) => ({ at: msToSeconds(atMs), expected })) }),
    ...(users.count === 0
      ? {}
      : {
          users: {
            online: users.online,
            waiting: users.waiting,
            offline: users.count - users.online - users.waiting,
          },
          stalePresence: stalePairs(state),
          cost: costOf(state),
        }),
    ...(simulation.violations.length === 0 ? {} : { violations: simulation.violations }),
  };
}
