/**
 * What the lab remembers in this browser. Storage may be blocked, full or tampered with: then nothing is remembered, and
 * what is read is checked like a link from anybody.
 */
const PREFIX = 'presence-redundancy-lab:';

/** Things that are remembered. */
export type MemoryKey = 'last-run' | 'single-keys';

/** What was remembered, or null. */
export function recall(key: MemoryKey): string | null {
  try {
    return localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

/** Remembers a text; null forgets. */
export function remember(key: MemoryKey, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, value);
  } catch {
    // Storage is blocked or full: the lab works without.
  }
}
