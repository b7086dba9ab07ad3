/** Runs the files of a request one after the other and writes what came of each. */
import { readFileSync } from 'node:fs';
import {
  formatFault,
  parseScenarioText,
  runScenario,
  type Report,
  type Scenario,
} from '../../src/engine/index.ts';
import type { Request } from './arguments.ts';
import { formatTimeline } from './timeline.ts';

/** Where the input comes from and the output goes. */
export interface Surroundings {
  /** What standard input holds, if a file named `-` is asked for. */
  readonly input: string;
  readonly out: (text: string) => void;
  /** One line for each fault. */
  readonly fault: (line: string) => void;
}

type Read =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly error: readonly string[] };

/** 0: all held; 1: an expectation failed; 2: unreadable or malformed. */
export type ExitCode = 0 | 1 | 2;

/**
 * Runs all files of a request, in order; a malformed one does not keep the rest from running.
 *
 * @returns the worst exit code of them
 */
export function simulateAll(request: Request, surroundings: Surroundings): ExitCode {
  const several = request.files.length > 1;
  let worst: ExitCode = 0;
  for (const file of request.files) {
    const code = simulateOne(file, read(file, surroundings.input), request, several, surroundings);
    if (code > worst) worst = code;
  }
  return worst;
}

function simulateOne(
  file: string,
  read: Read,
  request: Request,
  several: boolean,
  surroundings: Surroundings,
): ExitCode {
  const { json, untilMs } = request;
  if (!read.ok) {
    for (const fault of read.error) surroundings.fault(`${file}: ${fault}`);
    if (several && json) surroundings.out(`${JSON.stringify({ file, error: read.error })}\n`);
    return 2;
  }
  const report = runScenario(read.scenario, untilMs === null ? {} : { untilMs });
  if (json) surroundings.out(`${JSON.stringify(several ? { file, ...report } : report)}\n`);
  else
    surroundings.out(
      `${several ? `${file}\n` : ''}${formatTimeline(read.scenario, report)}${several ? '\n' : ''}`,
    );
  return failed(report) ? 1 : 0;
}

const failed = (report: Report): boolean => report.checks.some((check) => !check.ok);

function read(file: string, input: string): Read {
  let text: string;
  try {
    text = file === '-' ? input : readFileSync(file, 'utf8');
  } catch (error) {
    return { ok: false, error: [`(file): cannot be read: ${reason(error)}`] };
  }
  const checked = parseScenarioText(text);
  return checked.ok ? checked : { ok: false, error: checked.faults.map(formatFault) };
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
};

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}
