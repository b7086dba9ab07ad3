/** Computing time and memory of the run in which 75,000 users fail over and return. */
import { computeInSlices, loadedRun } from './engine-pair.ts';
import { largeCluster } from './scenarios.ts';
import { measured, percentile, spreadOf, type Spread } from './timing.ts';

const REPEATS = 5;
const FRAMES = 200;
const BYTES_PER_MB = 1e6;

/** What it takes. Memory: growth of heap and array buffers, with the run as the lab holds it (log, samples, snapshots). */
export interface LargeClusterResult {
  readonly processorMs: Spread;
  readonly elapsedMs: Spread;
  /** The most that was in use between two slices of computing, garbage included. */
  readonly peakMb: number;
  /** What the run holds when it has been computed, after a collection. */
  readonly heldMb: number;
  /** One view of the end of the run. */
  readonly viewMs: number;
}

function usedMb(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / BYTES_PER_MB;
}

function collectGarbage(): void {
  if (!globalThis.gc) throw new Error('start Node with --expose-gc');
  globalThis.gc();
  globalThis.gc();
}

/** Computes the run several times for the time it takes, and once for its memory. */
export function measureLargeCluster(): LargeClusterResult {
  const scenario = largeCluster();
  const untilMs = scenario.until * 1000;
  collectGarbage();
  const beforeMb = usedMb();
  let peakMb = 0;
  const watched = loadedRun(scenario);
  computeInSlices(watched, untilMs, () => {
    peakMb = Math.max(peakMb, usedMb() - beforeMb);
  });
  collectGarbage();
  const heldMb = usedMb() - beforeMb;
  const views = Array.from({ length: FRAMES }, () =>
    measured(() => void watched.viewAt({ timeMs: untilMs })),
  );
  const times = Array.from({ length: REPEATS }, () =>
    measured(() => computeInSlices(loadedRun(scenario), untilMs)),
  );
  return {
    processorMs: spreadOf(times.map((took) => took.processorMs)),
    elapsedMs: spreadOf(times.map((took) => took.elapsedMs)),
    peakMb,
    heldMb,
    viewMs: percentile(
      views.map((took) => took.processorMs),
      0.5,
    ),
  };
}
