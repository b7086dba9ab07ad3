import { deflateSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  MOST_FRAGMENT_CHARACTERS,
  MOST_INFLATED_BYTES,
  SHARE_VERSION,
  decodeShareLink,
  encodeShareLink,
  holdsRun,
  type SharedRun,
} from './share-link';

const run: SharedRun = {
  engineVersion: '1.0.0',
  scenario: {
    format: 'presence-redundancy-scenario',
    version: 1,
    title: 'Über den Weg – ✓',
    seed: 7,
    cluster: { nodes: [{ name: 'imp1' }, { name: 'imp2' }] },
    steps: [{ at: 30, do: 'stop-service', node: 'imp1', service: 'Cisco XCP Router' }],
  },
  atMs: 30_020,
  hash: '0123456789abcdef',
};

/** A fragment of anything, packed as a link packs it. */
const pack = (text: string) => {
  const base64 = Buffer.from(deflateSync(strToU8(text), { level: 9 })).toString('base64url');
  return `#run=${SHARE_VERSION}.${base64}`;
};

const packRun = (changes: object) => pack(JSON.stringify({ ...run, ...changes }));

const faultOf = (fragment: string) => {
  const outcome = decodeShareLink(fragment);
  return outcome.ok ? null : outcome.fault;
};

function encoded(value: SharedRun): string {
  const outcome = encodeShareLink(value);
  if (!outcome.ok) throw new Error(outcome.fault);
  return outcome.value;
}

describe('a link', () => {
  it('gives back exactly the run that was put into it', () => {
    expect(decodeShareLink(`#${encoded(run)}`)).toEqual({ ok: true, value: run });
    expect(decodeShareLink(encoded(run))).toEqual({ ok: true, value: run });
  });

  it('stands beside other parameters of the fragment', () => {
    expect(decodeShareLink(`#panel=log&${encoded(run)}&x=1`)).toMatchObject({ ok: true });
  });

  it('has only characters that need no escape', () => {
    expect(encoded(run)).toMatch(/^run=1\.[A-Za-z0-9_-]+$/);
  });

  it('is recognised by its parameter alone', () => {
    expect(holdsRun('#run=whatever')).toBe(true);
    expect(holdsRun('#runs=1.x')).toBe(false);
    expect(holdsRun('')).toBe(false);
  });

  it('is not made of a run that does not fit, and says what to do instead', () => {
    // Text that does not fold up: a fixed sequence without repetition.
    let seed = 1;
    const noise = Array.from({ length: 60_000 }, () =>
      String.fromCharCode(33 + ((seed = (seed * 48271) % 2147483647) % 90)),
    );
    const outcome = encodeShareLink({ ...run, scenario: { noise: noise.join('') } });
    expect(outcome).toMatchObject({
      ok: false,
      fault: expect.stringMatching(/too large.*as a file/) as string,
    });
    expect(encodeShareLink({ ...run, scenario: { long: 'a'.repeat(MOST_INFLATED_BYTES) } })).toMatchObject({
      ok: false,
    });
  });
});

describe('a link that cannot be read', () => {
  it.each([
    ['without a run', '#lab', /holds no run/],
    ['without a version', '#run=abc', /no version/],
    ['of another version', '#run=2.abcd', /format version 2.*reads version 1/],
    ['with foreign characters', '#run=1.ab%20cd', /characters/],
    ['with nothing in it', '#run=1.', /characters/],
    ['of a length that no data has', '#run=1.abcde', /characters/],
    ['of noise', '#run=1.____________', /damaged/],
    ['that is no JSON', pack('{"engineVersion":'), /not JSON/],
    [
      'that is no text',
      `#run=1.${Buffer.from(deflateSync(new Uint8Array([0xff, 0xfe]))).toString('base64url')}`,
      /not JSON/,
    ],
    ['that is a list', pack('[]'), /malformed/],
    ['that is null', pack('null'), /malformed/],
    [
      'that is nested too deep',
      pack(`{"scenario":{"steps":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`),
      /malformed at line 1, column 52: is nested deeper than 32 levels/,
    ],
  ])('%s is answered with what is wrong', (_, fragment, fault) => {
    expect(faultOf(fragment)).toMatch(fault);
  });

  it.each([
    ['engineVersion', { engineVersion: 1 }],
    ['engineVersion', { engineVersion: 'x'.repeat(41) }],
    ['scenario', { scenario: 'text' }],
    ['scenario', { scenario: [] }],
    ['scenario', { scenario: null }],
    ['atMs', { atMs: -1 }],
    ['atMs', { atMs: 0.5 }],
    ['atMs', { atMs: 1e15 }],
    ['atMs', { atMs: '30' }],
    ['hash', { hash: '<script>' }],
    ['hash', { hash: undefined }],
  ])('names the field %s that is malformed: %o', (field, changes) => {
    expect(faultOf(packRun(changes))).toContain(`malformed at ${field}`);
  });

  it('is told to be cut off wherever it was cut', () => {
    const whole = encoded(run);
    for (let length = whole.length - 1; length > 'run=1.'.length; length -= 7) {
      const outcome = decodeShareLink(whole.slice(0, length));
      expect(outcome.ok, `cut to ${length}`).toBe(false);
    }
  });

  it('that is longer than any link is not even looked into', () => {
    expect(faultOf(`#run=1.${'A'.repeat(MOST_FRAGMENT_CHARACTERS)}`)).toMatch(/too long/);
  });

  it('that unfolds to far more than it should is given up early', () => {
    const bomb = pack('0'.repeat(20 * MOST_INFLATED_BYTES));
    expect(bomb.length).toBeLessThan(MOST_FRAGMENT_CHARACTERS);
    expect(faultOf(bomb)).toMatch(/unfolds to more than/);
  });

  it('keeps only the fields that it knows, and pollutes no prototype', () => {
    const outcome = decodeShareLink(pack(`{"__proto__":{"bad":1},"extra":1,${JSON.stringify(run).slice(1)}`));
    expect(outcome).toEqual({ ok: true, value: run });
    expect(({} as { bad?: number }).bad).toBeUndefined();
  });
});
