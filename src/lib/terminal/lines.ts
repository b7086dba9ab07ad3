/** Completing a line, wherever it is given: on one's own computer or on a node. */
import type { ClusterView } from '../../engine';
import { COMMANDS } from './commands/tree';
import { ADMINISTRATOR } from './connection';
import { complete, type Completion, type Word } from './grammar';
import type { Place } from './place';

/** What a line on a node may begin with. */
export const LINES: readonly Word[] = [
  ...COMMANDS,
  { word: 'help', about: 'explains commands', next: COMMANDS },
];

/** Completes a line given on a node. */
export const completeCommand = (line: string, place: Place): Completion => complete(LINES, line, place);

/** Completes a line given on one's own computer: `ssh`, and the name of a node. */
export function completeLocal(line: string, { nodes }: ClusterView): Completion {
  const found = /^\s*ssh\s+(?:([^\s@]+)@)?([^\s@]*)$/i.exec(line);
  if (!found) {
    const fits = 'ssh'.startsWith(line.trim().toLowerCase());
    return { candidates: fits ? ['ssh'] : [], line: fits ? 'ssh ' : line };
  }
  const [, user = ADMINISTRATOR, start = ''] = found;
  const hosts = nodes.map(({ name }) => name).filter((name) => name.startsWith(start));
  return { candidates: hosts, line: hosts.length === 1 ? `ssh ${user}@${hosts[0]!}` : line };
}
