/** Everything the bench measures, in one process; prints the figures and ends with 1 if one is missed. */
import { availableParallelism, cpus, loadavg } from 'node:os';
import { measureLargeCluster } from './many-users.ts';
import { measureSeeking, type Durations } from './seeking.ts';
import { measureSpeed, type SpeedResults } from './speed.ts';
import { ratioOf, speedOf, type Spread } from './timing.ts';

interface Figure {
  readonly what: string;
  readonly measured: string;
  readonly wanted: string;
  readonly isReached: boolean;
}

const millions = (value: number): string => `${(value / 1e6).toFixed(2)} M`;
const milliseconds = (value: number): string => `${value.toFixed(value < 100 ? 2 : 0)} ms`;
const print = (line = ''): void => console.log(line);

function printMachine(): void {
  const [load = 0] = loadavg();
  const cores = availableParallelism();
  print(`Node ${process.version}, ${cores} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}`);
  if (load > cores / 2)
    print(`The machine is busy with other things (load ${load.toFixed(1)}): go by the processor time.`);
}

function printSpeed({ engine, lively, watched, bare, bareWithLog, xstate, how }: SpeedResults): void {
  print(`\nA pair that exchanges keep-alives: ${how}\n`);
  print(`${''.padEnd(48)}${'events a second'.padEnd(38)}by the wall clock   simulated seconds a second`);
  for (const result of [engine, lively, watched, bare, bareWithLog, xstate]) {
    const { median, lowest, highest } = speedOf(result, 'eventsPerSecond');
    print(
      [
        result.name.padEnd(48),
        millions(median).padStart(9),
        ` (${millions(lowest)} to ${millions(highest)})`.padEnd(29),
        millions(speedOf(result, 'elapsedEventsPerSecond').median).padStart(9),
        millions(speedOf(result, 'simulatedSecondsPerSecond').median).padStart(20),
      ].join(''),
    );
  }
}

const printRatio = (what: string, { median, lowest, highest }: Spread): void =>
  print(`${what.padEnd(48)}${median.toFixed(3).padStart(9)} (${lowest.toFixed(3)} to ${highest.toFixed(3)})`);

function speedFigures({ engine, bare, bareWithLog, xstate }: SpeedResults): Figure[] {
  const events = speedOf(engine, 'eventsPerSecond').median;
  const toBare = ratioOf(engine, bare, 'eventsPerSecond');
  const toXstate = ratioOf(engine, xstate, 'simulatedSecondsPerSecond');
  print('\nHow many times as fast the engine is, as the median over the rounds of each round by itself:\n');
  printRatio('as the bare loop, events a second', toBare);
  printRatio('as the bare loop with a log', ratioOf(engine, bareWithLog, 'eventsPerSecond'));
  printRatio('as xstate actors, simulated seconds a second', toXstate);
  return [
    {
      what: 'events a second, log and invariants on',
      measured: millions(events),
      wanted: 'at least 1.00 M',
      isReached: events >= 1e6,
    },
    {
      what: 'the same against the bare loop without a log',
      measured: `1/${(1 / toBare.median).toFixed(1)}`,
      wanted: 'at least 1/10',
      isReached: toBare.median >= 0.1,
    },
    {
      what: 'simulated seconds a second against xstate',
      measured: `${toXstate.median.toFixed(1)} times`,
      wanted: 'at least 10 times',
      isReached: toXstate.median >= 10,
    },
  ];
}

function printDurations(rows: readonly Durations[]): void {
  for (const { what, medianMs, p99Ms, elapsedP99Ms } of rows)
    print(
      `${what.padEnd(48)}median ${milliseconds(medianMs).padStart(8)}, 99 % within ${milliseconds(p99Ms).padStart(8)} (${milliseconds(elapsedP99Ms)} by the wall clock)`,
    );
}

function seekingFigures(): Figure[] {
  const { computing, seeks, others } = measureSeeking();
  print(`\n24 hours, 200 actions, 1,000 users: computed in ${milliseconds(computing.processorMs)}, then\n`);
  printDurations([seeks, ...others]);
  return [
    {
      what: 'any instant of a 24-hour run, 99th percentile',
      measured: milliseconds(seeks.p99Ms),
      wanted: 'at most 16 ms',
      isReached: seeks.p99Ms <= 16,
    },
  ];
}

function largeClusterFigures(): Figure[] {
  const { processorMs, elapsedMs, peakMb, heldMb, viewMs } = measureLargeCluster();
  print(
    `\n75,000 users fail over and return: ${milliseconds(processorMs.median)} of computing (${milliseconds(processorMs.lowest)} to ${milliseconds(processorMs.highest)}; ${milliseconds(elapsedMs.median)} by the wall clock), a view in ${milliseconds(viewMs)};`,
  );
  print(`heap and array buffers grow by ${peakMb.toFixed(0)} MB at most and keep ${heldMb.toFixed(0)} MB.`);
  return [
    {
      what: 'failover and return of 75,000 users, computing',
      measured: milliseconds(processorMs.median),
      wanted: 'at most 2,000 ms',
      isReached: processorMs.median <= 2000,
    },
    {
      what: 'the same, most memory at any time',
      measured: `${peakMb.toFixed(0)} MB`,
      wanted: 'at most 150 MB',
      isReached: peakMb <= 150,
    },
  ];
}

function printFigures(figures: readonly Figure[]): void {
  print();
  for (const { what, measured, wanted, isReached } of figures)
    print(`${isReached ? 'reached' : 'MISSED '}  ${what.padEnd(48)}${measured.padStart(12)}   ${wanted}`);
}

printMachine();
const speed = measureSpeed();
printSpeed(speed);
const figures = [...speedFigures(speed), ...seekingFigures(), ...largeClusterFigures()];
printFigures(figures);
process.exitCode = figures.every((figure) => figure.isReached) ? 0 : 1;
