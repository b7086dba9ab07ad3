import { beforeEach, describe, expect, it } from 'vitest';
import type { Judgement } from '../../course/judgement';
import { ReplyChoice } from './reply-choice';

/** How a reply stands that has held since an instant, or does not hold. */
function since(sinceMs: number | null): Judgement {
  const tree = { kind: 'fact', about: '', expected: '', seen: '', parts: [], waits: [] } as const;
  const now = { atMs: 1_000, waitingMs: 0, degradedMs: 0, steps: 0 };
  const firstMet = sinceMs === null ? null : { ...now, atMs: sinceMs };
  return {
    tree: { ...tree, met: sinceMs !== null, sinceMs: sinceMs ?? 0 },
    firstMetMs: sinceMs,
    firstMet,
    now,
  };
}

let choice: ReplyChoice;
const look = (...instants: (number | null)[]) => choice.look(instants.map(since));

beforeEach(() => {
  choice = new ReplyChoice();
});

describe('the reply that is said', () => {
  it('is none where none holds', () => {
    expect(look()).toBe(-1);
    expect(look(null, null)).toBe(-1);
  });

  it('is the one that came to hold last', () => {
    expect(look(5_000, 9_000, null)).toBe(1);
    expect(look(12_000, 9_000, null)).toBe(0);
  });

  it('is the first of several that came to hold together', () => {
    expect(look(null, 5_000, 5_000)).toBe(1);
  });

  it('is what is new at an instant at which another was said already', () => {
    expect(look(null, null, 5_000)).toBe(2);
    expect(look(5_000, null, 5_000)).toBe(0);
  });

  it('stays while nothing is new', () => {
    look(null, 5_000);
    expect(look(5_000, 5_000)).toBe(0);
    expect(look(5_000, 5_000)).toBe(0);
    look(null, 5_000);
    expect(look(null, 5_000)).toBe(1);
  });

  it('is withdrawn with what it answered', () => {
    expect(look(5_000)).toBe(0);
    expect(look(null)).toBe(-1);
    expect(look(5_000)).toBe(0);
  });
});
