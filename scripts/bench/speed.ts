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

/** Short rounds and many of them: some tens of milliseconds of each contender. */
const ROUND_DAYS = 20;
const BARE_ROUND_DAYS = 150;
const XSTATE_ROUND_DAYS = 0.5;
const WARM_UPS = 5;
const REPEATS = 31;

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
  const roundMs = ROUND_DAYS * DAY_MS;
  const lively = checked(livelyPair(ROUND_DAYS * DAY_SECONDS, ROUND_DAYS * 24, USERS));
  // What is counted is the same in each repeat, and a watched run does not tell its count.
  const watchedEvents = runEngine(pair, roundMs).events;
  const [engine, livelyEngine, watched, bare, bareWithLog, xstate] = compare(
    [
      {
        name: 'engine: log and invariants on',
        untilMs: roundMs,
        run: (untilMs) => runEngine(pair, untilMs),
      },
      {
        name: 'engine: the same, a fault or repair every hour',
        untilMs: roundMs,
        run: (untilMs) => runEngine(lively, untilMs),
      },
      {
        name: 'engine: as the lab runs it, with snapshots',
        untilMs: roundMs,
        run: (untilMs) => {
          computeInSlices(loadedRun(healthy), untilMs);
          return { events: watchedEvents, timeouts: 0 };
        },
      },
      { name: 'bare loop, no log', untilMs: BARE_ROUND_DAYS * DAY_MS, run: runBareLoop },
      { name: 'bare loop with a log', untilMs: roundMs, run: runBareLoopWithLog },
      { name: 'xstate actors', untilMs: XSTATE_ROUND_DAYS * DAY_MS, run: runXstatePair },
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
    how: `medians of ${REPEATS} short rounds after ${WARM_UPS} to warm up, all in turn in each round; the engine's pair has ${USERS} users`,
  };
}
