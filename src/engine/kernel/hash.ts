/**
 * A canonical hash of plain data: every field counts, the order in which keys were added does not.
 * 128 bits in hexadecimal; for telling runs apart, not for security.
 */

/** Data without functions, classes or cycles; typed arrays are allowed. */
export type PlainData =
  | null
  | undefined
  | boolean
  | number
  | string
  | readonly PlainData[]
  | Int16Array
  | Int32Array
  | Uint8Array
  | Uint16Array
  | Uint32Array
  | Float64Array
  | { readonly [key: string]: PlainData };

class Accumulator {
  #a = 0x2b5a5da1;
  #b = 0x1b873593;
  #c = 0x7feb352d;
  #d = 0x68e31da4;
  readonly #float = new Float64Array(1);
  readonly #words = new Uint32Array(this.#float.buffer);

  word(value: number): void {
    this.#a = Math.imul(this.#a ^ value, 0x9e3779b1);
    this.#a ^= this.#a >>> 15;
    this.#b = Math.imul(this.#b ^ (value + this.#a), 0x85ebca77);
    this.#b ^= this.#b >>> 13;
    this.#c = Math.imul(this.#c ^ (value + this.#b), 0xc2b2ae3d);
    this.#c ^= this.#c >>> 16;
    this.#d = Math.imul(this.#d ^ (value + this.#c), 0x27d4eb2f);
    this.#d ^= this.#d >>> 14;
  }

  number(value: number): void {
    // -0 and 0 are one value to a reader of the state, so they are one value here.
    this.#float[0] = value === 0 ? 0 : value;
    this.word(this.#words[0]!);
    this.word(this.#words[1]!);
  }

  string(value: string): void {
    this.word(value.length);
    for (let i = 0; i < value.length; i++) this.word(value.charCodeAt(i));
  }

  digest(): string {
    for (let i = 0; i < 4; i++) this.word(0x5bd1e995);
    return [this.#a, this.#b, this.#c, this.#d]
      .map((part) => (part >>> 0).toString(16).padStart(8, '0'))
      .join('');
  }
}

function add(into: Accumulator, value: PlainData): void {
  if (value === null) return into.word(1);
  if (value === undefined) return into.word(2);
  if (typeof value === 'boolean') return into.word(value ? 3 : 4);
  if (typeof value === 'number') {
    into.word(5);
    return into.number(value);
  }
  if (typeof value === 'string') {
    into.word(6);
    return into.string(value);
  }
  if (ArrayBuffer.isView(value)) {
    into.word(7);
    into.word(value.length);
    for (let i = 0; i < value.length; i++) into.number(value[i]!);
    return;
  }
  if (Array.isArray(value)) {
    into.word(8);
    into.word(value.length);
    for (const item of value as readonly PlainData[]) add(into, item);
    return;
  }
  into.word(9);
  const record = value as { readonly [key: string]: PlainData };
  for (const key of Object.keys(record).sort()) {
    into.string(key);
    add(into, record[key]);
  }
}

/** Hash of plain data, 32 hexadecimal digits. */
export function canonicalHash(value: PlainData): string {
  const accumulator = new Accumulator();
  add(accumulator, value);
  return accumulator.digest();
}
