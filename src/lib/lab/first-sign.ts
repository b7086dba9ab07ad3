/** The moment from which the page may fetch more than what answers the first click. */

/** What tells that the reader is there and about to do something. */
const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchstart', 'scroll'] as const;

/** Without a sign, this much wall-clock time after the page has come alive. */
const PATIENCE_MS = 3_000;

/** Time in which the page finds its layout first. */
const SETTLE_MS = 150;

let isStirred = false;

/**
 * Calls back once: soon after the reader's first sign on this page, or after three seconds without one.
 *
 * @returns stops waiting; without effect once it has called back
 */
export function firstSign(then: () => void): () => void {
  const off = new AbortController();
  const go = (): void => {
    isStirred = true;
    clearTimeout(patience);
    off.abort();
    settled = setTimeout(then, SETTLE_MS);
  };
  let settled: ReturnType<typeof setTimeout> | undefined;
  const patience = setTimeout(go, isStirred ? 0 : PATIENCE_MS);
  for (const sign of SIGNS) addEventListener(sign, go, { signal: off.signal, capture: true, passive: true });
  return () => {
    clearTimeout(patience);
    clearTimeout(settled);
    off.abort();
  };
}
