/**
 * The check at the worker's border: what the page sends is looked at before it is believed. The page's own border is
 * in answers.ts, so that the page need not carry the schemas.
 */
import * as v from 'valibot';
import { goalSchema } from '../course/goal-schema';
import { RECORD_KINDS } from '../engine';
import { isId, isRecord, type Checked } from './answers';
import type { RequestMessage, RequestName, ToWorker } from './protocol';

/** Longest stretch of simulated time that a request may name: about 30 years. */
const LONGEST_MS = 1e12;

/** Most log lines in one answer. */
const MOST_LINES = 2_000;

/** Most goals in one question. */
const MOST_GOALS = 100;

const instant = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LONGEST_MS));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const position = v.object({ timeMs: instant, eventCount: count });
const live = v.optional(v.boolean());
const nothing = v.object({});

const step = v.looseObject({
  do: v.string(),
  via: v.optional(v.picklist(['mouse', 'page', 'terminal'])),
});

const logKind = v.picklist(RECORD_KINDS);

const journalEntry = v.variant('kind', [
  v.object({ kind: v.literal('act'), atMs: instant, step, watchedMs: instant }),
  v.object({ kind: v.literal('branch'), id: count }),
]);

const load = { scenario: v.unknown(), keepsLaterSteps: v.optional(v.boolean()) };

const inputs: Readonly<Record<RequestName, v.GenericSchema>> = {
  load: v.object(load),
  restore: v.object({ ...load, entries: v.array(journalEntry) }),
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
  judge: v.object({
    goals: v.pipe(v.array(goalSchema), v.maxLength(MOST_GOALS)),
    since: position,
    untilMs: instant,
    refused: v.array(v.object({ atMs: instant, step })),
  }),
  branch: v.object({ id: count }),
  export: v.object({ atMs: instant }),
  ping: nothing,
};

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
