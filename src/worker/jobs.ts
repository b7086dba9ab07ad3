/**
 * What each request does, as a generator: it yields whenever a few milliseconds may have passed, so that the host can
 * hear cancellations and pings between two slices of long work.
 */
import { Judge } from '../course/judge';
import type { EngineDoor, EngineRun } from './engine-door';
import type { JournalEntry, RequestName, Requests, RunSummary, StepRequest } from './protocol';

/** Events computed between two looks at the clock: well under a millisecond of work. */
const SLICE_EVENTS = 500;

/** How far a search for the next event, change or message looks unless told: 30 days. */
const DEFAULT_FIND_LIMIT_MS = 30 * 24 * 3_600_000;

/** First stretch in which a search looks ahead; it doubles with every stretch. */
const FIRST_FIND_STRETCH_MS = 60_000;

/** How far a job has come. */
export interface Progress {
  readonly reachedMs: number;
  readonly toMs: number;
}

/** How a job ended. */
export type Answer<Out> = { readonly result: Out } | { readonly refusal: readonly string[] };

/** A job in slices. */
export type Slices<Out> = Generator<Progress | undefined, Answer<Out>, void>;

/** The run the host holds, and where changes to it are told. */
export interface Desk {
  readonly engine: EngineDoor;
  run: EngineRun | null;
  /** The judge of the last question, which goes on where it stopped. */
  judge: Judge | null;
  /** Told once for every change of the run, before the request that made it settles. */
  readonly journal: (entry: JournalEntry) => void;
}

/** The work behind a request. */
type Work<Name extends RequestName> = (
  desk: Desk,
  input: Requests[Name]['in'],
) => Slices<Requests[Name]['out']>;

const NO_RUN = { refusal: ['no run is loaded yet'] } as const;

function summaryOf(desk: Desk, run: EngineRun): RunSummary {
  return { ...run.summary(), engineVersion: desk.engine.engineVersion };
}

function* compute(run: EngineRun, toMs: number): Generator<Progress | undefined, void, void> {
  while (!run.computeTo(toMs, SLICE_EVENTS)) yield { reachedMs: run.computedToMs, toMs };
}

/** A job that answers in one go from the run that is loaded. */
function atOnce<Name extends RequestName>(
  answer: (run: EngineRun, input: Requests[Name]['in'], desk: Desk) => Requests[Name]['out'],
): Work<Name> {
  return function* (desk, input) {
    if (!desk.run) return NO_RUN;
    return { result: answer(desk.run, input, desk) };
  };
}

function splitVia({ via, ...step }: StepRequest) {
  return { step, via: via ?? null };
}

const load: Work<'load'> = function* (desk, { scenario, ...options }) {
  const loaded = desk.engine.load(scenario, options);
  if (!loaded.ok) return { refusal: loaded.faults };
  desk.run = loaded.run;
  return { result: summaryOf(desk, loaded.run) };
};

const restore: Work<'restore'> = function* (desk, { scenario, entries, ...options }) {
  const loaded = desk.engine.load(scenario, options);
  if (!loaded.ok) return { refusal: loaded.faults };
  for (const entry of entries) {
    if (entry.kind === 'branch') {
      loaded.run.switchTo(entry.id);
      continue;
    }
    yield* compute(loaded.run, entry.watchedMs);
    loaded.run.viewAt({ timeMs: entry.watchedMs });
    const { step, via } = splitVia(entry.step);
    const answer = loaded.run.act(entry.atMs, step, via);
    if (!answer.accepted) return { refusal: answer.faults };
  }
  desk.run = loaded.run;
  return { result: summaryOf(desk, loaded.run) };
};

const view: Work<'view'> = function* (desk, input) {
  const { run } = desk;
  if (!run) return NO_RUN;
  if ('eventCount' in input)
    return {
      result: {
        view: run.viewAt({ eventCount: input.eventCount }),
        stopped: false,
        violations: run.violations(),
      },
    };
  yield* compute(run, input.timeMs);
  const { stop } = input;
  const found =
    stop && stop.from.timeMs <= input.timeMs
      ? run.find(stop.at, 'next', stop.from, input.timeMs - stop.from.timeMs)
      : null;
  const at =
    found && found.timeMs <= input.timeMs ? { eventCount: found.eventCount } : { timeMs: input.timeMs };
  return { result: { view: run.viewAt(at), stopped: 'eventCount' in at, violations: run.violations() } };
};

/** How far the present branch has been watched. */
function watchedTo(run: EngineRun): number {
  const { branch, branches } = run.summary();
  return branches.find(({ id }) => id === branch)?.frontierMs ?? 0;
}

const act: Work<'act'> = function* (desk, { atMs, step: request }) {
  const { run } = desk;
  if (!run) return NO_RUN;
  yield* compute(run, atMs);
  const watchedMs = watchedTo(run);
  const { step, via } = splitVia(request);
  const answer = run.act(atMs, step, via);
  if (!answer.accepted) return { refusal: answer.faults };
  desk.journal({ kind: 'act', atMs, step: request, watchedMs });
  const { branch, branches } = run.summary();
  const { forked, idle } = answer;
  return {
    result: { branch, branches, forked, idle, atMs: answer.atMs, view: run.viewAt({ timeMs: answer.atMs }) },
  };
};

const branch: Work<'branch'> = function* (desk, { id }) {
  const { run } = desk;
  if (!run) return NO_RUN;
  if (!run.summary().branches.some((known) => known.id === id))
    return { refusal: [`there is no branch ${id}`] };
  run.switchTo(id);
  desk.journal({ kind: 'branch', id });
  return { result: summaryOf(desk, run) };
};

const advance: Work<'advance'> = function* (desk, { toMs }) {
  const { run } = desk;
  if (!run) return NO_RUN;
  yield* compute(run, toMs);
  return { result: { reachedMs: toMs } };
};

const find: Work<'find'> = function* (desk, { what, direction, from, limitMs = DEFAULT_FIND_LIMIT_MS }) {
  const { run } = desk;
  if (!run) return NO_RUN;
  if (direction === 'previous') return { result: { position: run.find(what, direction, from, limitMs) } };
  const endMs = from.timeMs + limitMs;
  let stretchMs = Math.min(FIRST_FIND_STRETCH_MS, limitMs);
  for (;;) {
    yield* searching(compute(run, from.timeMs + stretchMs), endMs);
    const position = run.find(what, direction, from, stretchMs);
    if (position || stretchMs >= limitMs) return { result: { position } };
    stretchMs = Math.min(stretchMs * 2, limitMs);
  }
};

const judge: Work<'judge'> = function* (desk, { untilMs, ...question }) {
  const { run } = desk;
  if (!run) return NO_RUN;
  if (!desk.judge?.canGoOn(run, question, untilMs)) {
    yield* compute(run, question.since.timeMs);
    desk.judge = new Judge(run, question);
  }
  const present = desk.judge;
  while (!present.walkTo(untilMs, SLICE_EVENTS)) yield undefined;
  return { result: { judgements: present.judgementsAt(untilMs) } };
};

/** The progress of one stretch, told as progress of the whole search. */
function* searching(
  stretch: Generator<Progress | undefined, void, void>,
  toMs: number,
): Generator<Progress | undefined, void, void> {
  for (const progress of stretch) yield progress && { ...progress, toMs };
}

/** The work behind every request but `ping`, which the host answers itself. */
export const WORK: { readonly [Name in Exclude<RequestName, 'ping'>]: Work<Name> } = {
  load,
  restore,
  view,
  act,
  branch,
  advance,
  find,
  judge,
  offers: atOnce<'offers'>((run, { timeMs, steps }) => ({ offers: run.offers(timeMs, steps) })),
  log: atOnce<'log'>((run, query) => run.log(query)),
  explain: atOnce<'explain'>((run, { index }) => ({ chain: run.explain(index) })),
  timeline: atOnce<'timeline'>((run, { fromMs, toMs }) => run.timeline(fromMs, toMs)),
  edges: atOnce<'edges'>((run, { untilMs }) => ({ edges: run.edges(untilMs) })),
  export: function* (desk, { atMs }) {
    const { run } = desk;
    if (!run) return NO_RUN;
    yield* compute(run, atMs);
    return { result: { ...run.export(atMs), engineVersion: desk.engine.engineVersion } };
  },
};
