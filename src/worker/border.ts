/**
 * The checks at the worker's two borders: what comes in is looked at before it is believed, on both sides.
 */
import * as v from 'valibot';
import type { FromWorker, RequestMessage, RequestName, ToWorker } from './protocol';

/** Longest stretch of simulated time that a request may name: about 30 years. */
const LONGEST_MS = 1e12;

/** Most log lines in one answer. */
const MOST_LINES = 2_000;

const instant = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LONGEST_MS));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const position = v.object({ timeMs: instant, eventCount: count });
const live = v.optional(v.boolean());
const nothing = v.object({});

const step = v.looseObject({
  do: v.string(),
  via: v.optional(v.picklist(['mouse', 'page', 'terminal'])),
});

const logKind = v.picklist([
  'step',
  'refused',
  'send',
  'arrival',
  'loss',
  'timer',
  'state',
  'service',
  'platform',
  'users',
  'client',
  'split-brain',
  'violation',
]);

const journalEntry = v.variant('kind', [
  v.object({ kind: v.literal('act'), atMs: instant, step, watchedMs: instant }),
  v.object({ kind: v.literal('branch'), id: count }),
]);

const inputs: Readonly<Record<RequestName, v.GenericSchema>> = {
  load: v.object({ scenario: v.unknown() }),
  restore: v.object({ scenario: v.unknown(), entries: v.array(journalEntry) }),
  view: v.union([
    v.object({
      timeMs: instant,
      stop: v.optional(v.object({ at: v.picklist(['message', 'change']), from: position })),
      live,
    }),
    v.object({ eventCount: count, live }),
  ]),
  act: v.object({ atMs: instant, step }),
  offers: v.object({ timeMs: instant, steps: v.array(step) }),
  find: v.object({
    what: v.picklist(['event', 'change', 'message']),
    direction: v.picklist(['next', 'previous']),
    from: position,
    limitMs: v.optional(instant),
  }),
  advance: v.object({ toMs: instant }),
  log: v.object({
    untilMs: instant,
    kinds: v.array(logKind),
    count: v.pipe(count, v.maxValue(MOST_LINES)),
    before: v.optional(count),
  }),
  explain: v.object({ index: count }),
  timeline: v.object({ fromMs: instant, toMs: instant }),
  edges: v.object({ untilMs: instant }),
  branch: v.object({ id: count }),
  export: v.object({ atMs: instant }),
  ping: nothing,
};

/** A message to the worker after the check: well formed, or what is wrong with it and which request it was, if that can be told. */
export type Checked<Message> =
  | { readonly ok: true; readonly message: Message }
  | { readonly ok: false; readonly id: number | null; readonly what: string };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isId = (value: unknown): value is number => Number.isSafeInteger(value);

/** Checks what arrives in the worker. */
export function checkRequest(data: unknown): Checked<ToWorker> {
  if (!isRecord(data)) return { ok: false, id: null, what: 'the message is not an object' };
  if (isId(data['cancel'])) return { ok: true, message: { cancel: data['cancel'] } };
  const { id, name, input } = data;
  if (!isId(id)) return { ok: false, id: null, what: 'the message has no id' };
  if (typeof name !== 'string' || !Object.hasOwn(inputs, name))
    return { ok: false, id, what: `there is no request named ${JSON.stringify(name)}` };
  const parsed = v.safeParse(inputs[name as RequestName], input);
  if (parsed.success) return { ok: true, message: { id, name, input: parsed.output } as RequestMessage };
  const [issue] = parsed.issues;
  return { ok: false, id, what: `${name}: ${v.getDotPath(issue) ?? 'input'}: ${issue.message}` };
}

/** Checks what arrives on the page; contents of results are the engine's own and are not looked into. */
export function checkAnswer(data: unknown): Checked<FromWorker> {
  if (!isRecord(data)) return { ok: false, id: null, what: 'the message is not an object' };
  const id = isId(data['id']) ? data['id'] : null;
  const fault = 'push' in data ? pushFault(data, id) : settlementFault(data, id);
  return fault ? { ok: false, id, what: fault } : { ok: true, message: data as unknown as FromWorker };
}

function pushFault(data: Readonly<Record<string, unknown>>, id: number | null): string | null {
  switch (data['push']) {
    case 'ready':
      return typeof data['version'] === 'number' && typeof data['engineVersion'] === 'string'
        ? null
        : 'the handshake names no version';
    case 'progress':
      return id !== null && typeof data['reachedMs'] === 'number' && typeof data['toMs'] === 'number'
        ? null
        : 'the progress has no figures';
    case 'journal':
      return id !== null && v.is(journalEntry, data['entry']) ? null : 'the journal entry is malformed';
    default:
      return 'the push has an unknown name';
  }
}

function settlementFault(data: Readonly<Record<string, unknown>>, id: number | null): string | null {
  if (id === null) return 'the settlement has no id';
  const arms = ['result', 'refusal', 'error'].filter((arm) => arm in data);
  if (arms.length !== 1) return 'the settlement is not exactly one of result, refusal and error';
  const refusal = data['refusal'];
  if ('refusal' in data && !(Array.isArray(refusal) && refusal.every((line) => typeof line === 'string')))
    return 'the refusal is not a list of lines';
  if ('error' in data && typeof data['error'] !== 'string') return 'the error is not text';
  return null;
}
