/// <reference lib="webworker" />
/** The entry of the worker that makes the report of a shift: not the lab's, which would carry it for nothing. */
import { workOnShift } from './shift-report-work';

self.onmessage = (event: MessageEvent<unknown>) =>
  workOnShift(
    event.data,
    (message) => self.postMessage(message),
    () => performance.now(),
  );
