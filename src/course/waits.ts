/** What is waited for, as a judgement tells it. */
import type { ClusterView } from '../engine';
import type { Awaited } from './judgement';

/** What a node waits for: what its recovery manager waits for, and what runs out by itself. */
export function waitsOf(name: string, view: ClusterView): readonly Awaited[] {
  const node = view.nodes.find((one) => one.name === name);
  if (!node) return [];
  const running = node.timers.filter(({ kind }) =>
    ['service-start', 'srm', 'platform', 'replication'].includes(kind),
  );
  return [
    ...node.waits.map(({ text, untilMs }) => ({ node: name, text, untilMs })),
    ...running.map(({ label, untilMs }) => ({ node: name, text: label, untilMs })),
  ];
}

/** What a count of a node's users waits for: the next of the clients that will try to log in there. */
export function clientWaitsOf(name: string, view: ClusterView): readonly Awaited[] {
  const tries = view.users.individuals.flatMap(({ placed, tryMs }) =>
    tryMs !== null && placed.includes(name) ? [tryMs] : [],
  );
  return tries.length === 0
    ? []
    : [{ node: name, text: 'the next client to try', untilMs: Math.min(...tries) }];
}
