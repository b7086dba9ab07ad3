/** A run as text for people: what was done, what each node showed and why, what was expected, and where it ended. */
import {
  msToSeconds,
  ROWS,
  STATES,
  type CheckReport,
  type Reason,
  type Report,
  type Scenario,
  type ShownStateId,
  type TimedStep,
} from '../../src/engine/index.ts';

/** A line of the timeline; lines of one instant stand in the order: steps, changes, checks. */
interface Line {
  readonly time: number;
  readonly text: string;
}

const stateName = (state: ShownStateId): string =>
  state === 'unreachable' ? 'unreachable' : STATES[state].name;

const shown = (state: ShownStateId, reason: Reason | null): string =>
  reason === null ? stateName(state) : `${stateName(state)} (${reason})`;

/** Seconds with the milliseconds always written, so that points stand below each other. */
const stamp = (seconds: number): string => seconds.toFixed(3).padStart(12);

/**
 * The whole run as text.
 *
 * @param scenario what was run
 * @param report what came of it
 */
export function formatTimeline(scenario: Scenario, report: Report): string {
  const width = Math.max(...scenario.nodes.map((node) => node.name.length));
  const lines = [...stepLines(scenario, report), ...changeLines(report, width), ...checkLines(report)];
  const ordered = lines.map((line, place) => ({ line, place }));
  ordered.sort((a, b) => a.line.time - b.line.time || a.place - b.place);
  return [
    ...(scenario.title === '' ? [] : [scenario.title]),
    ...ordered.map(({ line }) => `${stamp(line.time)}  ${line.text}`),
    ...endLines(report, width),
    '',
  ].join('\n');
}

/** A step in the words of the file: `stop-service imp1 Cisco XCP Router`. */
function stepText({ step }: TimedStep): string {
  const { do: verb, ...rest } = step;
  const values = Object.values(rest).map((value: unknown) =>
    typeof value === 'string' ? value : JSON.stringify(value),
  );
  return [verb, ...values].join(' ');
}

function stepLines(scenario: Scenario, report: Report): Line[] {
  const refusals = new Map(report.refused.map(({ step, why }) => [step, why]));
  return scenario.steps.flatMap((timed, index) => {
    const time = msToSeconds(timed.atMs);
    if (time > report.time) return [];
    const why = refusals.get(index);
    return [{ time, text: `> ${stepText(timed)}${why === undefined ? '' : `  refused: ${why}`}` }];
  });
}

const changeLines = (report: Report, width: number): Line[] =>
  report.history.map(({ time, node, state, reason, provenance }) => ({
    time,
    text: `${node.padEnd(width)}  ${shown(state, reason)}${provenance === '' ? '' : `  ${provenance}`}`,
  }));

function checkLines(report: Report): Line[] {
  const checks = report.checks.map((check) => ({
    time: check.at,
    text: check.ok ? '✓ as expected' : `✗ not as expected: ${differences(check).join('; ')}`,
  }));
  return checks;
}

/** The fields in which what was seen differs from what was expected. */
function differences({ expected, seen }: CheckReport): string[] {
  const found: string[] = [];
  const compare = (path: string, want: unknown, have: unknown): void => {
    if (typeof want === 'object' && want !== null)
      for (const [key, value] of Object.entries(want)) {
        const inner: unknown = typeof have === 'object' && have !== null ? Reflect.get(have, key) : undefined;
        compare(path === '' ? key : `${path}.${key}`, value, inner);
      }
    else if (want !== have) found.push(`${path} expected ${text(want)}, seen ${text(have)}`);
  };
  compare('', expected, seen);
  return found;
}

const text = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));

function endLines(report: Report, width: number): string[] {
  const held = report.checks.filter((check) => check.ok).length;
  return [
    `At ${report.time} s`,
    ...Object.entries(report.row).map(
      ([group, row]) => `  ${group}: ${rowText(row)}${splitText(report, group)}`,
    ),
    ...Object.entries(report.nodes).map(([name, node]) => {
      const health = node.healthy ? 'healthy' : 'not healthy';
      const { served, online, waiting } = node.users;
      const users = report.users ? `, serves ${served} users, ${online} online, ${waiting} waiting` : '';
      return `  ${name.padEnd(width)}  ${shown(node.state, node.reason)}, ${health}${users}`;
    }),
    ...userLines(report),
    ...(report.violations ?? []).map(
      ({ invariant, what }) => `  BUG of the engine, invariant ${invariant}: ${what}`,
    ),
    ...(report.checks.length > 0 ? [`  ${held} of ${report.checks.length} expectations held`] : []),
    ...(report.skipped
      ? [`  ${report.skipped.length} expectations lie after the end and were left out`]
      : []),
  ];
}

const rowText = (row: number | null): string =>
  row === null ? 'no row of the table' : `row ${row}, ${ROWS[row - 1]?.title ?? ''}`;

const splitText = (report: Report, group: string): string =>
  report.splitBrain[group] === true ? ', SPLIT BRAIN' : '';

function userLines({ users, cost, stalePresence = [] }: Report): string[] {
  if (!users || !cost) return [];
  const minutes = (value: number): string => value.toFixed(1);
  return [
    `  users: ${users.online} online, ${users.waiting} waiting, ${users.offline} offline`,
    ...(stalePresence.length > 0
      ? [`  stale presence: ${stalePresence.map(([watcher, user]) => `${watcher} of ${user}`).join(', ')}`]
      : []),
    `  cost: ${minutes(cost.userMinutes)} user-minutes (${minutes(cost.waiting)} waiting, ${minutes(cost.degraded)} degraded)`,
  ];
}
