/** Repeated measurements and what is told of them. */
import type { Exchange } from './exchange.ts';

/** Measurements in order of size. */
export interface Spread {
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
}

/** The value below which a share of the measurements lies (0.99: the 99th percentile). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]!;
}

/** Median and extremes of some measurements. */
export function spreadOf(values: readonly number[]): Spread {
  return { median: percentile(values, 0.5), lowest: Math.min(...values), highest: Math.max(...values) };
}

/**
 * What something took. Processor time is that of all threads, the collector's and the compiler's included: on an idle machine
 * no less than the elapsed time, and on a busy one without the waiting for a turn. Figures are judged by it.
 */
export interface Took {
  readonly processorMs: number;
  readonly elapsedMs: number;
}

const MICROSECONDS_PER_MS = 1000;

/** Does some work and measures it. */
export function measured(work: () => void): Took {
  const usage = process.cpuUsage();
  const start = performance.now();
  work();
  const elapsedMs = performance.now() - start;
  const { user, system } = process.cpuUsage(usage);
  return { processorMs: (user + system) / MICROSECONDS_PER_MS, elapsedMs };
}

/** One of those that are compared. */
export interface Contender {
  readonly name: string;
  /** How far it simulates in one repeat. */
  readonly untilMs: number;
  readonly run: (untilMs: number) => Exchange;
}

/** How one of them did, by processor time unless said otherwise. */
export interface Result {
  readonly name: string;
  readonly eventsPerSecond: Spread;
  readonly elapsedEventsPerSecond: Spread;
  readonly simulatedSecondsPerSecond: Spread;
}

interface Round {
  readonly took: Took;
  readonly events: number;
}

function resultOf({ name, untilMs }: Contender, rounds: readonly Round[]): Result {
  const perSecond = (amount: number, ms: number): number => amount / (ms / 1000);
  return {
    name,
    eventsPerSecond: spreadOf(rounds.map(({ took, events }) => perSecond(events, took.processorMs))),
    elapsedEventsPerSecond: spreadOf(rounds.map(({ took, events }) => perSecond(events, took.elapsedMs))),
    simulatedSecondsPerSecond: spreadOf(
      rounds.map(({ took }) => perSecond(untilMs / 1000, took.processorMs)),
    ),
  };
}

/**
 * Lets all contenders run in turn, round by round, so that what else the machine does hits all of them alike. The first
 * rounds warm up and are not counted.
 */
export function compare(contenders: readonly Contender[], warmUps: number, repeats: number): Result[] {
  const rounds = contenders.map((): Round[] => []);
  for (let round = -warmUps; round < repeats; round++)
    contenders.forEach(({ name, untilMs, run }, index) => {
      let exchange: Exchange = { events: 0, timeouts: 0 };
      const took = measured(() => {
        exchange = run(untilMs);
      });
      if (exchange.timeouts > 0) throw new Error(`${name}: a time-out fired in a healthy pair`);
      if (round >= 0) rounds[index]!.push({ took, events: exchange.events });
    });
  return contenders.map((contender, index) => resultOf(contender, rounds[index]!));
}
