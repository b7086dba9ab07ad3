/// <reference lib="webworker" />
/** The worker's entry: the engine behind the host, the host behind the worker's own message port. */
import { ENGINE_VERSION, Run } from '../engine';
import { Host } from './host';

const channel = new MessageChannel();
const tasks: (() => void)[] = [];
channel.port1.onmessage = () => tasks.shift()?.();

const host = new Host({
  engine: { engineVersion: ENGINE_VERSION, load: (scenario, options) => Run.load(scenario, options) },
  post: (message) => self.postMessage(message),
  // A message to oneself comes after those that already wait, and without the delay of a timer.
  soon: (task) => {
    tasks.push(task);
    channel.port2.postMessage(null);
  },
  nowMs: () => performance.now(),
});

self.onmessage = (event: MessageEvent<unknown>) => host.hear(event.data);
host.start();
