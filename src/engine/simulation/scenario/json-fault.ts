/**
 * Finds where a text stops being JSON. Engines word this differently and some give no place, so the text is read once more;
 * nesting is kept on a list, so that no depth of it can exhaust the stack.
 */
import { quoted } from './faults';
import { LIMITS } from './limits';
import type { Fault } from './types';

/** What may come next. */
type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

const WANTED: Readonly<Record<Expected, string>> = {
  value: 'a value',
  'value-or-end': 'a value or "]"',
  key: 'a field name in double quotes',
  'key-or-end': 'a field name in double quotes or "}"',
  colon: '":"',
  'comma-or-end': '"," or the closing bracket',
  nothing: 'the end of the file',
};

const SPACE = /[ \t\n\r]*/y;
const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** End of a match at an index, or -1. */
function endOf(pattern: RegExp, text: string, index: number): number {
  pattern.lastIndex = index;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** End of the string that starts at an index, or where and why it goes wrong. */
function readString(text: string, start: number): number | { readonly index: number; readonly what: string } {
  let index = start + 1;
  while (index < text.length) {
    const character = text[index]!;
    if (character === '"') return index + 1;
    if (character < ' ') return { index, what: 'a text must not run over the end of its line' };
    if (character === '\\') {
      const end = endOf(ESCAPE, text, index);
      if (end < 0)
        return {
          index,
          what: 'a backslash must be followed by one of " \\ / b f n r t or u and four digits',
        };
      index = end;
    } else index += 1;
  }
  return { index: start, what: 'the text that begins here has no closing double quote' };
}

/** The word or the single character that stands at an index. */
function wordAt(text: string, index: number): string {
  return /^\w+|^./su.exec(text.slice(index, index + 20))?.[0] ?? '';
}

/**
 * The fault of a text that is not JSON.
 *
 * @returns its path is `line L, column C`, both counted from 1
 */
export function jsonFaultOf(text: string): Fault {
  const { index, what } = firstFault(text);
  return { path: placeOf(text, index), what: `is not JSON: ${what}` };
}

function placeOf(text: string, index: number): string {
  const before = text.slice(0, index);
  return `line ${before.split('\n').length}, column ${index - before.lastIndexOf('\n')}`;
}

const STRING_OR_BRACKET = /"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}]/gs;

/**
 * The fault of JSON that is nested too deep, or null.
 *
 * @returns its path is the line and column of the first bracket that goes too deep
 */
export function nestingFaultOf(json: string): Fault | null {
  let levels = 0;
  for (const { 0: found, index } of json.matchAll(STRING_OR_BRACKET)) {
    if (found === '{' || found === '[') levels += 1;
    else if (found === '}' || found === ']') levels -= 1;
    if (levels > LIMITS.nestedLevels)
      return {
        path: placeOf(json, index),
        what: `is nested deeper than ${LIMITS.nestedLevels} levels: a number, a text, true, false or null must stand here`,
      };
  }
  return null;
}

function firstFault(text: string): { readonly index: number; readonly what: string } {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let index = 0;
  const close = (): Expected => {
    open.pop();
    return open.length > 0 ? 'comma-or-end' : 'nothing';
  };
  for (;;) {
    index = endOf(SPACE, text, index);
    const character = text[index];
    if (character === undefined)
      return { index, what: `${WANTED[expected]} is missing at the end of the file` };
    const inObject: boolean = open.at(-1) === '{';
    const isValue: boolean = expected === 'value' || expected === 'value-or-end';
    const isKey: boolean = expected === 'key' || expected === 'key-or-end';
    if (character === '"' && (isValue || isKey)) {
      const end = readString(text, index);
      if (typeof end !== 'number') return end;
      index = end;
      expected = isKey ? 'colon' : open.length > 0 ? 'comma-or-end' : 'nothing';
    } else if (isValue && (character === '{' || character === '[')) {
      open.push(character);
      expected = character === '{' ? 'key-or-end' : 'value-or-end';
      index += 1;
    } else if (character === '}' && inObject && (expected === 'key-or-end' || expected === 'comma-or-end')) {
      expected = close();
      index += 1;
    } else if (
      character === ']' &&
      !inObject &&
      (expected === 'value-or-end' || (expected === 'comma-or-end' && open.length > 0))
    ) {
      expected = close();
      index += 1;
    } else if (character === ',' && expected === 'comma-or-end') {
      expected = inObject ? 'key' : 'value';
      index += 1;
    } else if (character === ':' && expected === 'colon') {
      expected = 'value';
      index += 1;
    } else {
      const end = isValue ? endOf(SCALAR, text, index) : -1;
      if (end < 0)
        return { index, what: `${WANTED[expected]} must stand here, not ${quoted(wordAt(text, index))}` };
      index = end;
      expected = open.length > 0 ? 'comma-or-end' : 'nothing';
    }
  }
}
