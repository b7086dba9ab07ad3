/**
 * A run in a link: everything that is needed to make it again stands in the URL's fragment, which no server sees.
 * What a link says is never trusted: its size, its shape and, by the engine, its scenario are checked, and the run is
 * computed anew and compared by its hash.
 */
import { Inflate, deflateSync, strToU8 } from 'fflate';
import { nestingFaultOf } from '../../engine';

/** Name of the fragment's parameter. */
const PARAMETER = 'run';

/** Version of the format; stands before the data, in the clear. */
export const SHARE_VERSION = 1;

/** Longest fragment that is made or read: what every browser keeps whole, and most chats. */
export const MOST_FRAGMENT_CHARACTERS = 32_000;

/** Most bytes that a fragment may unfold to. */
export const MOST_INFLATED_BYTES = 1_000_000;

/** Bytes that are unfolded at a time: they cannot become more than about 264 kB before the size is looked at. */
const INFLATE_STEP_BYTES = 256;

/** Furthest instant a link may name: about a year of simulated time. */
const FURTHEST_MS = 400 * 24 * 3_600_000;

/** What a link holds. */
export interface SharedRun {
  /** Version of the engine that computed the run. */
  readonly engineVersion: string;
  /** The scenario file with its seed and the steps of the branch; checked by the engine when it is loaded. */
  readonly scenario: Readonly<Record<string, unknown>>;
  /** Instant that was looked at, in milliseconds of simulated time. */
  readonly atMs: number;
  /** The run's hash at that instant. */
  readonly hash: string;
}

/** What came of making or reading a link. */
export type ShareOutcome<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly fault: string };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What each field must be, and how it is told. Written by hand: for four fields a library would outweigh the rest. */
const FIELDS = {
  engineVersion: [
    'a text of at most 40 characters',
    (value) => typeof value === 'string' && value.length <= 40,
  ],
  scenario: ['an object', isRecord],
  atMs: [
    `a whole number from 0 to ${FURTHEST_MS}`,
    (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= FURTHEST_MS,
  ],
  hash: ['a hash', (value) => typeof value === 'string' && /^[0-9a-zA-Z]{8,128}$/.test(value)],
} as const satisfies Readonly<
  Record<keyof SharedRun, readonly [what: string, holds: (value: unknown) => boolean]>
>;

const fault = (what: string) => ({ ok: false, fault: what }) as const;

/** Whether a URL's fragment (with or without its `#`) holds a run at all. */
export function holdsRun(fragment: string): boolean {
  return parameterOf(fragment) !== null;
}

/** Puts a run into a fragment, without the `#`. Refused if it does not fit into a link. */
export function encodeShareLink(run: SharedRun): ShareOutcome<string> {
  const bytes = strToU8(JSON.stringify(run));
  if (bytes.length > MOST_INFLATED_BYTES) return fault(tooLarge(bytes.length, MOST_INFLATED_BYTES));
  const fragment = `${PARAMETER}=${SHARE_VERSION}.${toBase64Url(deflateSync(bytes, { level: 9 }))}`;
  if (fragment.length > MOST_FRAGMENT_CHARACTERS)
    return fault(tooLarge(fragment.length, MOST_FRAGMENT_CHARACTERS));
  return { ok: true, value: fragment };
}

/** Reads a run from a fragment; says what is wrong with it otherwise. */
export function decodeShareLink(fragment: string): ShareOutcome<SharedRun> {
  if (fragment.length > MOST_FRAGMENT_CHARACTERS)
    return fault(
      `The link is too long to be read: ${fragment.length} characters, at most ${MOST_FRAGMENT_CHARACTERS}.`,
    );
  const text = parameterOf(fragment);
  if (text === null) return fault('The link holds no run.');
  const [, version = '', data = ''] = /^(\d{1,6})\.(.*)$/s.exec(text) ?? [];
  if (version === '') return fault('The link is damaged: it names no version.');
  if (Number(version) !== SHARE_VERSION)
    return fault(`The link has format version ${version}; this lab reads version ${SHARE_VERSION}.`);
  const packed = fromBase64Url(data);
  if (!packed) return fault('The link is damaged: it has characters that no link has.');
  const unpacked = inflate(packed);
  return unpacked.ok ? parse(unpacked.value) : unpacked;
}

function tooLarge(size: number, most: number): string {
  return `This run is too large for a link (${size} of at most ${most} characters). Save it as a file instead.`;
}

function parameterOf(fragment: string): string | null {
  const parameters = fragment.replace(/^#/, '').split('&');
  const found = parameters.find((parameter) => parameter.startsWith(`${PARAMETER}=`));
  return found === undefined ? null : found.slice(PARAMETER.length + 1);
}

function inflate(packed: Uint8Array): ShareOutcome<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let finished = false;
  const stream = new Inflate((chunk, final) => {
    chunks.push(chunk);
    size += chunk.length;
    finished ||= final;
  });
  try {
    for (let at = 0; at < packed.length && size <= MOST_INFLATED_BYTES; at += INFLATE_STEP_BYTES)
      stream.push(packed.subarray(at, at + INFLATE_STEP_BYTES), at + INFLATE_STEP_BYTES >= packed.length);
  } catch {
    return fault('The link is damaged: its data cannot be unfolded. Perhaps it was cut off.');
  }
  if (size > MOST_INFLATED_BYTES)
    return fault(`The link unfolds to more than ${MOST_INFLATED_BYTES} bytes and is not read.`);
  if (!finished) return fault('The link is damaged: it ends too early. Perhaps it was cut off.');
  return { ok: true, value: joined(chunks, size) };
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function parse(bytes: Uint8Array): ShareOutcome<SharedRun> {
  let json: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const nesting = nestingFaultOf(text);
    if (nesting) return fault(`The link is malformed at ${nesting.path}: ${nesting.what}.`);
    json = JSON.parse(text);
  } catch {
    return fault('The link is damaged: what it unfolds to is not JSON.');
  }
  if (!isRecord(json)) return fault('The link is malformed at its top: must be an object.');
  for (const [field, [what, holds]] of Object.entries(FIELDS))
    if (!holds(json[field])) return fault(`The link is malformed at ${field}: must be ${what}.`);
  const { engineVersion, scenario, atMs, hash } = json as unknown as SharedRun;
  return { ok: true, value: { engineVersion, scenario, atMs, hash } };
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9_-]+$/.test(text) || text.length % 4 === 1) return null;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
