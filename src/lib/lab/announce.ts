/** What a screen reader hears of a run: every change of state once, at high speed where it came to rest. */
import type { ClusterView } from '../../engine';
import { CONCEALED_TEXT, isStateConcealed, type ConcealOptions } from '../stage/conceal';
import { stateAndReason } from '../stage/words';

/** What was last said of each node and group, by a key. */
export type Said = ReadonlyMap<string, string>;

/** What is to be heard of a view, by a key for each thing that can change. */
export function hearable(view: ClusterView, conceal: ConcealOptions): Said {
  const nodes = view.nodes.map((node): [string, string] => {
    const group = view.groups.find(({ name }) => name === node.group);
    const hidden = isStateConcealed(conceal, group?.nodes ?? [], node.name);
    const state = hidden ? CONCEALED_TEXT : stateAndReason(node.state, conceal.reasons ? null : node.reason);
    return [`node ${node.name}`, `${node.name}: ${state}`];
  });
  const splits = view.groups.map(({ name, splitBrain }): [string, string] => [
    `split ${name}`,
    splitBrain ? `${name}: split brain, both nodes own users` : `${name}: no split brain`,
  ]);
  return new Map([...nodes, ...splits]);
}

/** The lines that differ from what was said before; nothing on the first time. */
export function changesToSay(before: Said | null, now: Said): readonly string[] {
  if (!before) return [];
  return [...now]
    .filter(([key, line]) => before.has(key) && before.get(key) !== line)
    .map(([, line]) => line);
}
