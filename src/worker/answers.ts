/** The check at the page's border: what a worker says is looked at before it is believed. */
import type { FromWorker } from './protocol';

/** A message after the check: well formed, or what is wrong with it and which request it was, if that can be told. */
export type Checked<Message> =
  | { readonly ok: true; readonly message: Message }
  | { readonly ok: false; readonly id: number | null; readonly what: string };

/** Whether something has fields at all. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Whether something can be the id of a request. */
export const isId = (value: unknown): value is number => Number.isSafeInteger(value);

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
      return id !== null && isJournalEntry(data['entry']) ? null : 'the journal entry is malformed';
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

function isJournalEntry(entry: unknown): boolean {
  if (!isRecord(entry)) return false;
  if (entry['kind'] === 'branch') return isId(entry['id']);
  const { kind, atMs, watchedMs, step } = entry;
  return kind === 'act' && isId(atMs) && isId(watchedMs) && isRecord(step) && typeof step['do'] === 'string';
}
