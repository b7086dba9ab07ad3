/** The kinds of the event log's lines, put together as a reader would ask for them. */
import type { LogKind } from '../../engine';

/** Kinds that are shown or hidden together. */
export interface KindGroup {
  readonly id: string;
  readonly label: string;
  readonly kinds: readonly LogKind[];
}

/** All groups, in the order of their switches. Every kind is in exactly one. */
export const KIND_GROUPS: readonly KindGroup[] = [
  { id: 'states', label: 'States', kinds: ['state', 'split-brain', 'violation'] },
  { id: 'steps', label: 'What was done', kinds: ['step', 'refused'] },
  { id: 'parts', label: 'Services and platform', kinds: ['service', 'platform'] },
  { id: 'users', label: 'Users', kinds: ['users', 'client'] },
  { id: 'timers', label: 'Timers', kinds: ['timer'] },
  { id: 'messages', label: 'Keep-alives', kinds: ['send', 'arrival', 'loss'] },
];

/** What a kind is called beside its icon, for screen readers and in copied text. */
export const KIND_NAMES: Readonly<Record<LogKind, string>> = {
  step: 'Done',
  refused: 'Refused',
  send: 'Sent',
  arrival: 'Arrived',
  loss: 'Lost',
  timer: 'Timer',
  state: 'State',
  service: 'Service',
  platform: 'Platform',
  users: 'Users',
  client: 'Client',
  'split-brain': 'Split brain',
  violation: 'Bug',
};

/**
 * Kinds shown at first: all but the keep-alives, the timers and the single clients, which come by the hundred; a peer that
 * is down loses one keep-alive after the other.
 */
export const DEFAULT_KINDS: readonly LogKind[] = [
  'state', 'split-brain', 'violation', 'step', 'refused', 'service', 'platform', 'users',
]; // prettier-ignore

/** Whether a group is shown: all of its kinds, some or none. */
export function groupShown(group: KindGroup, shown: readonly LogKind[]): 'all' | 'some' | 'none' {
  const count = group.kinds.filter((kind) => shown.includes(kind)).length;
  return count === 0 ? 'none' : count === group.kinds.length ? 'all' : 'some';
}

/** The kinds shown after a group's switch was used: one that is not wholly shown is shown, else hidden. */
export function toggleGroup(group: KindGroup, shown: readonly LogKind[]): readonly LogKind[] {
  const others = shown.filter((kind) => !group.kinds.includes(kind));
  return groupShown(group, shown) === 'all' ? others : [...others, ...group.kinds];
}
