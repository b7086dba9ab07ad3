/** Puts the records of a log into words, and finds what led to each. */
import { formatProvenances } from '../model/provenance';
import type { ClusterState, KeepAliveContent } from '../model/state';
import type { Step, TemporaryPresenceStep } from '../model/step';
import { CRITICAL_SERVICES, STATES, type Reason, type ShownStateId } from '../model/vocabulary';
import { LOSS_REASONS, RECORD, RECORD_KINDS, TIMER, TIMER_NAMES } from '../rules/recorder';
import type { ShownDetail } from '../rules/rule';
import type { StepDetail } from '../rules/steps';
import { ALL_RULES } from '../rules/table';
import { CLIENT_RESULT, userName, type UsersDetail } from '../rules/users';
import { SERVICE_STATUS_CODES } from '../rules/world';
import type { LogRecord, RunLog } from './log';
import type { LogEntryView } from './view';

/** A state with its reason as printed: `Failed Over (Critical Service Down)`. */
export function printPair(state: ShownStateId | null, reason: Reason | null): string {
  const name = state === null ? 'no state' : state === 'unreachable' ? 'unreachable' : STATES[state].name;
  return reason === null || reason === name ? name : `${name} (${reason})`;
}

/** What a watcher does about somebody's temporary presence. */
const PRESENCE_STEPS: Readonly<Record<TemporaryPresenceStep['do'], string>> = {
  'search-temporary-presence': 'searches',
  'delete-temporary-search': 'deletes the search for',
  'subscribe-temporary-presence': 'subscribes again to',
};

/** A step in a few words: `imp1: stop service, Cisco XCP Router`. */
export function printStep(step: Step): string {
  if ('watcher' in step) return `${step.watcher} ${PRESENCE_STEPS[step.do]} ${step.user}`;
  const words = step.do.replaceAll('-', ' ');
  const rest = Object.entries(step)
    .filter(([key]) => key !== 'do' && key !== 'node' && key !== 'group')
    .map(([key, value]) =>
      key === 'service' || key === 'user' ? String(value) : `${key} ${JSON.stringify(value)}`,
    );
  const subject = 'node' in step && step.node !== undefined ? step.node : 'group' in step ? step.group : null;
  return [subject === null ? words : `${subject}: ${words}`, ...rest].join(', ');
}

const plural = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

function stateTitle(name: string, detail: ShownDetail): string {
  const before = printPair(detail.fromState, detail.fromReason);
  const after = printPair(detail.shownState, detail.shownReason);
  return before === after ? `${name} shows ${after}` : `${name}: ${before} → ${after}`;
}

function usersTitle(name: string, detail: UsersDetail): string {
  switch (detail.what) {
    case 'placed':
      return `${plural(detail.count, 'user')} placed on ${name}`;
    case 'moving':
      return `${name} begins to move ${plural(detail.count, 'user')} to itself`;
    case 'disconnected':
      return `${plural(detail.count, 'client')} disconnected from ${name}: ${detail.why}`;
    default:
      return `${plural(detail.count, 'user')} ${detail.what}, ${name}`;
  }
}

/** The words for one record. */
function titleOf(record: LogRecord, state: ClusterState): string {
  const name = record.node < 0 ? '' : (state.nodes[record.node]?.name ?? '');
  switch (RECORD_KINDS[record.kind]) {
    case 'step':
      return printStep((record.detail as StepDetail).step);
    case 'refused':
      return `Refused: ${printStep((record.detail as StepDetail).step)}`;
    case 'send':
      return `${name} sends keep-alive ${record.a}: ${contentWords(record.detail as KeepAliveContent)}`;
    case 'arrival':
      return `Keep-alive ${record.a} of ${name} arrives: ${contentWords(record.detail as KeepAliveContent)}`;
    case 'loss':
      return `Keep-alive ${record.a} of ${name} is lost: ${LOSS_REASONS[record.b]}`;
    case 'timer':
      return timerTitle(record, name, state);
    case 'state':
      return stateTitle(name, record.detail as ShownDetail);
    case 'service':
      return `${name}: ${CRITICAL_SERVICES[record.a]} is ${SERVICE_STATUS_CODES[record.b]}`;
    case 'platform':
      return `${name}: ${String(record.detail)}`;
    case 'users':
      return usersTitle(name, record.detail as UsersDetail);
    case 'client':
      return record.b === CLIENT_RESULT.loggedIn
        ? `${userName(state, record.a)} logs in on ${name}`
        : `${userName(state, record.a)} is turned away by ${name} and waits again`;
    case 'split-brain':
      return record.b === 1
        ? `Split brain in ${state.groups[record.a]?.name ?? 'a group'}: both nodes own the same users`
        : `The split brain in ${state.groups[record.a]?.name ?? 'a group'} is over`;
    default:
      return `The engine broke its own rule: ${(record.detail as { what: string }).what}`;
  }
}

function contentWords(content: KeepAliveContent): string {
  return `${printPair(content.state, content.reason)}, ${content.healthy ? 'healthy' : 'not healthy'}${content.released ? ', users released' : ''}`;
}

function timerTitle(record: LogRecord, name: string, state: ClusterState): string {
  if (record.a === TIMER.client) return `${userName(state, record.b)} tries to log in`;
  if (record.a === TIMER.rule) {
    const rule = ALL_RULES[record.rule];
    const timer = rule && 'timer' in rule ? rule.timer?.label : undefined;
    return `${name}: ${timer ?? 'a wait'} ends`;
  }
  if (record.a === TIMER.serviceStart) return `${name}: the start of ${CRITICAL_SERVICES[record.b]} ends`;
  return `${name}: ${TIMER_NAMES[record.a]}`;
}

/** Kinds that begin an event; what else is recorded in it came of them. */
const ROOT_KINDS: ReadonlySet<number> = new Set([RECORD.step, RECORD.refused, RECORD.arrival, RECORD.timer]);

/** Index of the record that led to this one, or null. */
export function causeOf(log: RunLog, record: LogRecord, state: ClusterState): number | null {
  if (record.kind === RECORD.arrival || record.kind === RECORD.loss) return sendOf(log, record);
  if (record.kind === RECORD.timer) return startOfTimer(log, record, state);
  // A send that reports a change, and all else, came of what was recorded before it in the same event.
  const wanted = record.kind === RECORD.send ? RECORD.state : -1;
  let root: number | null = null;
  for (let index = record.index - 1; index >= 0 && log.eventOf(index) === record.event; index--) {
    if (log.kindOf(index) === wanted && log.nodeOf(index) === record.node) return index;
    if (ROOT_KINDS.has(log.kindOf(index))) root = index;
  }
  return root;
}

function sendOf(log: RunLog, record: LogRecord): number | null {
  for (let index = record.index - 1; index >= 0; index--)
    if (log.kindOf(index) === RECORD.send && log.nodeOf(index) === record.node && log.aOf(index) === record.a)
      return index;
  return null;
}

/** Kinds of records that start the timer of a rule: the last of them about the node. */
function startOfTimer(log: RunLog, record: LogRecord, state: ClusterState): number | null {
  if (record.a === TIMER.tick || record.a === TIMER.client) return null;
  const rule = record.rule < 0 ? undefined : ALL_RULES[record.rule];
  const kind = rule && 'timer' in rule ? rule.timer?.kind : undefined;
  const starters: readonly number[] =
    kind === 'critical-service-delay'
      ? [RECORD.service, RECORD.platform]
      : kind === 'keep-alive-timeout'
        ? [RECORD.loss, RECORD.state, RECORD.platform]
        : record.a === TIMER.rule
          ? [RECORD.state]
          : [RECORD.step, RECORD.service, RECORD.platform, RECORD.state];
  const about = kind === 'keep-alive-timeout' ? state.nodes[record.node]?.peer : record.node;
  for (let index = record.index - 1; index >= 0; index--) {
    if (!starters.includes(log.kindOf(index))) continue;
    if (log.nodeOf(index) === about) return index;
  }
  return null;
}

/** A record as the event log shows it. */
export function describe(log: RunLog, index: number, state: ClusterState): LogEntryView {
  const record = log.read(index);
  const rule = record.rule < 0 ? undefined : ALL_RULES[record.rule];
  const isStep = record.kind === RECORD.step || record.kind === RECORD.refused;
  const detail = record.detail as (StepDetail & ShownDetail) | null;
  const group =
    record.node < 0
      ? record.kind === RECORD['split-brain']
        ? record.a
        : -1
      : (state.nodes[record.node]?.group ?? -1);
  return {
    index,
    timeMs: record.timeMs,
    eventCount: record.event,
    kind: RECORD_KINDS[record.kind]!,
    node: record.node < 0 ? null : (state.nodes[record.node]?.name ?? null),
    group: state.groups[group]?.name ?? null,
    title: titleOf(record, state),
    explanation: isStep
      ? (detail?.why ?? '')
      : record.kind === RECORD.state
        ? (detail?.explanation ?? '')
        : (rule?.explanation ?? ''),
    rule: rule?.id ?? null,
    provenance:
      record.kind === RECORD.state
        ? (detail?.provenance ?? '')
        : rule
          ? formatProvenances(rule.provenance)
          : '',
    cause: causeOf(log, record, state),
    via: isStep ? (detail?.via ?? null) : null,
  };
}
