/** The page's end of the report of a shift: a worker for one report, ended with it. To be imported on demand. */
import type { PlayedShift, ShiftReport } from '../course/shift/report';
import { isRecord } from './answers';
import type { WorkerLike } from './client';

/** How a report is asked for. */
export interface ReportOptions {
  /** Hears how far the work has come, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** Ends the work. */
  readonly signal?: AbortSignal;
  readonly spawn?: () => WorkerLike;
}

function spawnReportWorker(): Worker {
  return new Worker(new URL('./shift-report.ts', import.meta.url), { type: 'module', name: 'shift-report' });
}

const linesOf = (value: unknown): string =>
  Array.isArray(value) ? value.map(String).join('\n') : 'the worker said something unreadable';

/**
 * Makes the report of a shift in a worker of its own.
 *
 * @param played plain data
 * @returns rejects with an Error that says why in its message: the shift is malformed, the worker failed, or it was called off
 */
export function reportShift(played: PlayedShift, options: ReportOptions = {}): Promise<ShiftReport> {
  const { onProgress, signal, spawn = spawnReportWorker } = options;
  return new Promise<ShiftReport>((resolve, reject) => {
    if (signal?.aborted) return reject(new Error('The report was called off.'));
    const worker = spawn();
    const end = (settle: () => void): void => {
      worker.terminate();
      signal?.removeEventListener('abort', callOff);
      settle();
    };
    const fail = (why: string): void => end(() => reject(new Error(why)));
    const callOff = (): void => fail('The report was called off.');
    signal?.addEventListener('abort', callOff);
    worker.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (isRecord(data) && typeof data['share'] === 'number') onProgress?.(data['share']);
      // What the report holds is the worker's own, and not looked into.
      else if (isRecord(data) && isRecord(data['report'])) end(() => resolve(data['report'] as ShiftReport));
      else fail(`The report cannot be made: ${linesOf(isRecord(data) && data['faults'])}`);
    };
    worker.onerror = (event) => {
      event.preventDefault?.();
      fail(`The report cannot be made: ${event.message || 'its worker does not start'}`);
    };
    worker.onmessageerror = () => fail('The report cannot be made: a message could not be read');
    try {
      worker.postMessage(played);
    } catch (error) {
      fail(`The report cannot be made: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
}
