/** Events and simulated seconds a second: the engine beside a bare loop and a pair of xstate actors. */
import { runBareLoop, runBareLoopWithLog } from './bare-loop.ts';
import { checked, computeInSlices, loadedRun, runEngine } from './engine-pair.ts';
import { healthyPair, livelyPair } from './scenarios.ts';
import { compare, type Result } from './timing.ts';
import { runXstatePair } from './xstate-pair.ts';

const DAY_SECONDS = 86_400;
const DAY_MS = 1000 * DAY_SECONDS;

/** Users of the engine's pair; its peers have none. */
const USERS = 24;

const WARM_UPS = 2;
const REPEATS = 9;

/** The results by what they are of. */
export interface SpeedResults {
  readonly engine: Result;
  readonly lively: Result;
  readonly watched: Result;
  readonly bare: Result;
  readonly bareWithLog: Result;
  readonly xstate: Result;
  readonly how: string;
}

/** All exchange the same: in as many simulated seconds, as many events, but for the greetings of two SRMs that have just started. */
function checkSameExchange(): void {
  const engine = runEngine(checked(healthyPair(USERS)), DAY_MS).events;
  const greetings = 4;
  for (const peer of [runBareLoop, runBareLoopWithLog, runXstatePair]) {
    const { events } = peer(DAY_MS);
    if (events + greetings !== engine)
      throw new Error(`${peer.name} had ${events} events in a day, the engine ${engine}`);
  }
}

/** Measures all of them, side by side. */
export function measureSpeed(): SpeedResults {
  checkSameExchange();
  const healthy = healthyPair(USERS);
  const pair = checked(healthy);
  const livelyDays = 60;
  const lively = checked(livelyPair(livelyDays * DAY_SECONDS, livelyDays * 24, USERS));
  // What is counted is the same in each repeat, and a watched run does not tell its count.
  const watchedEvents = runEngine(pair, 60 * DAY_MS).events;
  const [engine, livelyEngine, watched, bare, bareWithLog, xstate] = compare(
    [
      {
        name: 'engine: log and invariants on',
        untilMs: 60 * DAY_MS,
        run: (untilMs) => runEngine(pair, untilMs),
      },
      {
        name: 'engine: the same, a fault or repair every hour',
        untilMs: livelyDays * DAY_MS,
        run: (untilMs) => runEngine(lively, untilMs),
      },
      {
        name: 'engine: as the lab runs it, with snapshots',
        untilMs: 60 * DAY_MS,
        run: (untilMs) => {
          computeInSlices(loadedRun(healthy), untilMs);
          return { events: watchedEvents, timeouts: 0 };
        },
      },
      { name: 'bare loop, no log', untilMs: 600 * DAY_MS, run: runBareLoop },
      { name: 'bare loop with a log', untilMs: 60 * DAY_MS, run: runBareLoopWithLog },
      { name: 'xstate actors', untilMs: 2 * DAY_MS, run: runXstatePair },
    ],
    WARM_UPS,
    REPEATS,
  ) as [Result, Result, Result, Result, Result, Result];
  return {
    engine,
    lively: livelyEngine,
    watched,
    bare,
    bareWithLog,
    xstate,
    how: `medians of ${REPEATS} rounds after ${WARM_UPS} to warm up, all in turn in each round; the engine's pair has ${USERS} users`,
  };
}
