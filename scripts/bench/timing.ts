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

/** How fast one of them was in one round, by processor time unless said otherwise. */
export interface Round {
  readonly eventsPerSecond: number;
  readonly elapsedEventsPerSecond: number;
  readonly simulatedSecondsPerSecond: number;
}

/** How one of them did, round by round. */
export interface Result {
  readonly name: string;
  readonly rounds: readonly Round[];
}

/** Median and extremes of one of a contender's speeds. */
export const speedOf = ({ rounds }: Result, by: keyof Round): Spread =>
  spreadOf(rounds.map((round) => round[by]));

/** Median and extremes of how many times as fast one was as another, each round by itself. */
export function ratioOf(one: Result, other: Result, by: keyof Round): Spread {
  return spreadOf(one.rounds.map((round, index) => round[by] / other.rounds[index]![by]));
}

function oneRound({ name, untilMs, run }: Contender): Round {
  let exchange: Exchange = { events: 0, timeouts: 0 };
  const { processorMs, elapsedMs } = measured(() => {
    exchange = run(untilMs);
  });
  if (exchange.timeouts > 0) throw new Error(`${name}: a time-out fired in a healthy pair`);
  return {
    eventsPerSecond: exchange.events / (processorMs / 1000),
    elapsedEventsPerSecond: exchange.events / (elapsedMs / 1000),
    simulatedSecondsPerSecond: untilMs / processorMs,
  };
}

/**
 * Lets all contenders run in turn, in many short rounds, so that what else the machine does hits all of them alike. The
 * first rounds warm up and are not counted. Garbage is not collected between them: a collection by hand drops optimised
 * code with the objects it was made for, and halves the speed of what follows.
 */
export function compare(contenders: readonly Contender[], warmUps: number, repeats: number): Result[] {
  const results = contenders.map(({ name }) => ({ name, rounds: [] as Round[] }));
  for (let round = -warmUps; round < repeats; round++)
    contenders.forEach((contender, index) => {
      const made = oneRound(contender);
      if (round >= 0) results[index]!.rounds.push(made);
    });
  return results;
}
