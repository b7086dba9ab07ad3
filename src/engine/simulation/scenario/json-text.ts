/** From text of any origin to what it holds as JSON, or to the place where it goes wrong. */
import { jsonFaultOf, nestingFaultOf } from './json-fault';
import type { Fault } from './types';

/** A text that was to be JSON: what it holds, or what is wrong with it and where. */
export type JsonText =
  { readonly ok: true; readonly json: unknown } | { readonly ok: false; readonly fault: Fault };

/**
 * Reads a text as JSON.
 *
 * @param text of any origin, never trusted; a byte order mark before it is passed over
 * @returns its value, or one fault whose path is its line and column: where it stops being JSON, or where it is nested
 *   deeper than any scenario, which not every machine can check or copy
 */
export function readJsonText(text: string): JsonText {
  const content = text.startsWith('\ufeff') ? text.slice(1) : text;
  try {
    const json: unknown = JSON.parse(content);
    const fault = nestingFaultOf(content);
    return fault ? { ok: false, fault } : { ok: true, json };
  } catch (error) {
    // An engine that runs out of stack was given sound JSON that is nested too deep.
    const fault = error instanceof RangeError ? nestingFaultOf(content) : null;
    return { ok: false, fault: fault ?? jsonFaultOf(content) };
  }
}
