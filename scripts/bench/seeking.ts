/** How long any instant of a long run takes once the run has been computed, and what else a page asks for. */
import type { Run } from '../../src/engine/index.ts';
import { computeInSlices, loadedRun } from './engine-pair.ts';
import { LONG_RUN_SECONDS, longRun } from './scenarios.ts';
import { measured, percentile, type Took } from './timing.ts';

const LONG_RUN_MS = 1000 * LONG_RUN_SECONDS;

/** The first seeks are not counted. */
const WARM_UPS = 300;
const SEEKS = 5000;

/** A plain generator of random numbers below 1, the same ones each time. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** How long one kind of request took, milliseconds of processor time unless said otherwise. */
export interface Durations {
  readonly what: string;
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly elapsedP99Ms: number;
}

function repeated(what: string, times: number, warmUps: number, work: () => unknown): Durations {
  const all = Array.from({ length: warmUps + times }, () => measured(() => void work())).slice(warmUps);
  const processor = all.map((took) => took.processorMs);
  return {
    what,
    medianMs: percentile(processor, 0.5),
    p99Ms: percentile(processor, 0.99),
    elapsedP99Ms: percentile(
      all.map((took) => took.elapsedMs),
      0.99,
    ),
  };
}

/** Views of random instants, of random events, and the questions of timeline, log and state map. */
export function measureSeeking(): { computing: Took; seeks: Durations; others: Durations[] } {
  const run: Run = loadedRun(longRun());
  const computing = measured(() => computeInSlices(run, LONG_RUN_MS));
  const random = randomNumbers(1);
  const someInstant = (): number => Math.floor(random() * LONG_RUN_MS);
  const { eventCount } = run.viewAt({ timeMs: LONG_RUN_MS });
  const seeks = repeated('a random instant', SEEKS, WARM_UPS, () => run.viewAt({ timeMs: someInstant() }));
  const others = [
    repeated('a random event', 1000, 50, () =>
      run.viewAt({ eventCount: 1 + Math.floor(random() * (eventCount - 1)) }),
    ),
    repeated('the timeline of the whole run', 100, 20, () => run.timeline(0, LONG_RUN_MS)),
    repeated('the last 200 changes up to a random instant', 100, 20, () =>
      run.log({ untilMs: someInstant(), kinds: ['state', 'step', 'refused', 'split-brain'], count: 200 }),
    ),
    repeated('the last 200 lines up to a random instant', 100, 20, () =>
      run.log({ untilMs: someInstant(), kinds: ['state', 'step', 'send', 'arrival', 'timer'], count: 200 }),
    ),
    repeated('the state map up to a random instant', 100, 20, () => run.edges(someInstant())),
  ];
  return { computing, seeks, others };
}
