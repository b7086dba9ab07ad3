/** What the timeline and the state map draw, read off a branch's log. */
import { firstPlace } from '../kernel/search';
import type { ShownStateId } from '../model/vocabulary';
import { RECORD } from '../rules/recorder';
import type { ShownDetail } from '../rules/rule';
import type { StepDetail } from '../rules/steps';
import type { Branch } from './branch';
import { printStep } from './describe';
import type { BandView, StateEdgeView, TimelineView } from './view';

/** More keep-alives than this in a span cannot be told apart. */
const MOST_KEEP_ALIVES = 400;

/** More samples of users than this are thinned. */
const MOST_SAMPLES = 1000;

const MS_PER_MINUTE = 60_000;

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

interface ChangeRecord {
  readonly timeMs: number;
  readonly node: number;
  readonly detail: ShownDetail;
}

function changesUntil(branch: Branch, untilMs: number): ChangeRecord[] {
  const { log } = branch;
  return log.indicesOf(RECORD.state, log.countUntil(untilMs)).map((index) => {
    const { timeMs, node, detail } = log.read(index);
    return { timeMs, node, detail: detail as ShownDetail };
  });
}

function bandsOf(
  branch: Branch,
  node: number,
  changes: readonly ChangeRecord[],
  fromMs: number,
  toMs: number,
): BandView[] {
  const start = branch.startState.nodes[node]!;
  let band: BandView = {
    fromMs: 0,
    toMs: 0,
    state: start.shownState,
    reason: start.shownReason,
    keptState: start.state,
  };
  const bands: BandView[] = [];
  const close = (atMs: number): void => {
    if (atMs > band.fromMs && atMs >= fromMs) bands.push({ ...band, toMs: atMs });
  };
  for (const { timeMs, node: who, detail } of changes) {
    if (who !== node) continue;
    close(timeMs);
    band = {
      fromMs: timeMs,
      toMs: timeMs,
      state: detail.shownState,
      reason: detail.shownReason,
      keptState: detail.state,
    };
  }
  close(toMs);
  return bands;
}

function keepAlivesIn(
  branch: Branch,
  fromMs: number,
  toMs: number,
): Pick<TimelineView, 'keepAlives' | 'keepAlivesOmitted'> {
  const { log, headState } = branch;
  const sends = new Map<string, Mutable<TimelineView['keepAlives'][number]>>();
  // A keep-alive that was sent before the span may arrive in it.
  const latencyMs = Math.max(0, ...headState.groups.map((group) => group.latencyMs));
  const end = log.countUntil(toMs);
  for (let index = log.countUntil(fromMs - latencyMs - 1); index < end; index++) {
    const kind = log.kindOf(index);
    if (kind !== RECORD.send && kind !== RECORD.arrival && kind !== RECORD.loss) continue;
    const sender = log.nodeOf(index);
    const key = `${sender}/${log.aOf(index)}`;
    if (kind === RECORD.send) {
      const to = headState.nodes[sender]!.peer;
      sends.set(key, {
        from: headState.nodes[sender]!.name,
        to: to < 0 ? '' : headState.nodes[to]!.name,
        sentMs: log.timeOf(index),
        arrivedMs: null,
        lost: false,
      });
      if (sends.size > MOST_KEEP_ALIVES) return { keepAlives: [], keepAlivesOmitted: true };
    } else {
      const sent = sends.get(key);
      if (!sent) continue;
      if (kind === RECORD.arrival) sent.arrivedMs = log.timeOf(index);
      else sent.lost = true;
    }
  }
  return { keepAlives: [...sends.values()], keepAlivesOmitted: false };
}

function actionsIn(branch: Branch, fromMs: number, toMs: number): TimelineView['actions'] {
  const { log, headState } = branch;
  const end = log.countUntil(toMs);
  return [...log.indicesOf(RECORD.step, end), ...log.indicesOf(RECORD.refused, end)]
    .filter((index) => log.timeOf(index) >= fromMs)
    .sort((one, other) => one - other)
    .map((index) => {
      const { timeMs, node, kind, detail } = log.read(index);
      const { step, via } = detail as StepDetail;
      return {
        timeMs,
        label: printStep(step),
        node: node < 0 ? null : headState.nodes[node]!.name,
        refused: kind === RECORD.refused,
        via,
      };
    });
}

function splitBrainsIn(branch: Branch, fromMs: number, toMs: number): TimelineView['splitBrains'] {
  const { log, headState } = branch;
  const open = new Map<number, number>();
  const found: TimelineView['splitBrains'][number][] = [];
  const close = (group: number, atMs: number): void => {
    const since = open.get(group);
    open.delete(group);
    if (since !== undefined && atMs >= fromMs)
      found.push({ group: headState.groups[group]?.name ?? '', fromMs: since, toMs: atMs });
  };
  for (const index of log.indicesOf(RECORD['split-brain'], log.countUntil(toMs))) {
    const { timeMs, a, b } = log.read(index);
    if (b === 1) open.set(a, timeMs);
    else close(a, timeMs);
  }
  for (const group of [...open.keys()]) close(group, toMs);
  return found;
}

function usersIn(branch: Branch, fromMs: number, toMs: number): TimelineView['users'] {
  const { samples, startState } = branch;
  const total = branch.headState.users.count;
  if (total === 0 && startState.users.count === 0) return [];
  const first = Math.max(0, firstPlace(samples.length, (place) => samples[place]!.timeMs > fromMs) - 1);
  const end = firstPlace(samples.length, (place) => samples[place]!.timeMs > toMs);
  const every = Math.max(1, Math.ceil((end - first) / MOST_SAMPLES));
  const users: TimelineView['users'][number][] = [];
  for (let index = first; index < end; index++) {
    if ((index - first) % every !== 0 && index !== end - 1) continue;
    const sample = samples[index]!;
    users.push({
      timeMs: sample.timeMs,
      online: sample.online,
      waiting: sample.waiting,
      offline: total - sample.online - sample.waiting,
      userMinutes: sample.costMs / MS_PER_MINUTE,
    });
  }
  const last = samples[end - 1];
  if (last && toMs > last.timeMs)
    users.push({
      timeMs: toMs,
      online: last.online,
      waiting: last.waiting,
      offline: total - last.online - last.waiting,
      userMinutes: (last.costMs + (last.waiting + last.degraded) * (toMs - last.timeMs)) / MS_PER_MINUTE,
    });
  return users;
}

/**
 * What the timeline draws between two instants, as far as the branch has been watched: looking ahead for the next change
 * computes further, and must not give away what comes.
 */
export function timelineOf(branch: Branch, fromMs: number, toMs: number): TimelineView {
  const from = Math.max(0, Math.floor(fromMs));
  const to = Math.max(from, Math.min(Math.ceil(toMs), branch.frontierMs));
  const changes = changesUntil(branch, to);
  return {
    fromMs: from,
    toMs: to,
    lanes: branch.headState.nodes.map((node, index) => ({
      node: node.name,
      group: branch.headState.groups[node.group]?.name ?? null,
      bands: bandsOf(branch, index, changes, from, to),
    })),
    ...keepAlivesIn(branch, from, to),
    actions: actionsIn(branch, from, to),
    splitBrains: splitBrainsIn(branch, from, to),
    users: usersIn(branch, from, to),
  };
}

/** Edges between states that nodes have taken up to an instant, with how often and when last. */
export function edgesUntil(branch: Branch, untilMs: number): StateEdgeView[] {
  const edges = new Map<
    string,
    { node: string; from: ShownStateId; to: ShownStateId; count: number; lastMs: number }
  >();
  const shown = branch.startState.nodes.map((node) => node.shownState);
  for (const { timeMs, node, detail } of changesUntil(branch, untilMs)) {
    const from = shown[node]!;
    const to = detail.shownState;
    shown[node] = to;
    if (from === to) continue;
    const { name } = branch.headState.nodes[node]!;
    const key = `${node}/${from}/${to}`;
    const edge = edges.get(key) ?? { node: name, from, to, count: 0, lastMs: 0 };
    edge.count++;
    edge.lastMs = timeMs;
    edges.set(key, edge);
  }
  return [...edges.values()];
}
