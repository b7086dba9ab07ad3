/**
 * Faults on single keys. Each is one step; where the fault already stands, the same key takes it back. With Shift the
 * key is about the second node.
 */
import type { ClusterView, GroupView, NodeView } from '../../engine';
import type { StepRequest } from '../../worker/protocol';

/** A fault on a digit key. */
export interface Preset {
  readonly digit: number;
  /** What the key does, and what it does when pressed again. */
  readonly label: string;
  /** The step at this moment, or null where there is no such node or group. */
  readonly step: (place: PresetPlace) => StepRequest | null;
}

/** What a preset is about: a group (the first, or the one that is selected) and one of its nodes. */
export interface PresetPlace {
  readonly node: NodeView;
  readonly group: GroupView | null;
}

const ROUTER = 'Cisco XCP Router';
const PRESENCE_ENGINE = 'Cisco Presence Engine';

const isStarted = (node: NodeView, service: string) =>
  node.services.some(
    ({ name, status }) => name === service && (status === 'started' || status === 'starting'),
  );

const onNode =
  (faulty: (node: NodeView) => boolean, repair: string, fault: string): Preset['step'] =>
  ({ node }) => ({ do: faulty(node) ? repair : fault, node: node.name });

const onService =
  (service: string, fault: string): Preset['step'] =>
  ({ node }) => ({ do: isStarted(node, service) ? fault : 'start-service', node: node.name, service });

/** Every preset, in the order of the keys. */
export const PRESETS: readonly Preset[] = [
  { digit: 1, label: 'Stop Cisco XCP Router, or start it', step: onService(ROUTER, 'stop-service') },
  {
    digit: 2,
    label: 'Crash Cisco Presence Engine, or start it',
    step: onService(PRESENCE_ENGINE, 'crash-service'),
  },
  {
    digit: 3,
    label: 'Stop the database, or start it',
    step: onNode((node) => node.database === 'down', 'start-database', 'stop-database'),
  },
  {
    digit: 4,
    label: 'Stop the Server Recovery Manager, or start it',
    step: onNode((node) => node.srm === 'stopped', 'start-srm', 'stop-srm'),
  },
  {
    digit: 5,
    label: 'Power off, or on',
    step: onNode((node) => node.platform === 'off', 'power-on', 'power-off'),
  },
  { digit: 6, label: 'Isolate, or rejoin', step: onNode((node) => node.isolated, 'rejoin', 'isolate') },
  {
    digit: 7,
    label: 'Cut the link, or restore it',
    step: ({ group }) =>
      group?.link ? { do: group.link.up ? 'cut-link' : 'restore-link', group: group.name } : null,
  },
  {
    digit: 8,
    label: 'Make moves of users fail, or work again',
    step: ({ node }) => ({ do: 'set-user-move-fault', node: node.name, on: !node.userMoveFault }),
  },
  {
    digit: 9,
    label: 'Manual failover, or fallback',
    step: ({ node }) => ({ do: isOut(node) ? 'fallback' : 'failover', node: node.name }),
  },
  {
    digit: 0,
    label: 'Recover both nodes',
    step: ({ group }) => (group ? { do: 'recover', group: group.name } : null),
  },
];

function isOut({ keptState }: NodeView): boolean {
  return keptState === 'idle' || keptState === 'failed-over' || keptState === 'failover-affected-services';
}

/**
 * The place a preset is about.
 *
 * @param selectedGroup name of the group that the selection belongs to, if any
 * @param second whether the second node is meant; in a group of one, its only node
 */
export function presetPlace(
  view: ClusterView,
  selectedGroup: string | null,
  second: boolean,
): PresetPlace | null {
  const group = view.groups.find(({ name }) => name === selectedGroup) ?? view.groups[0] ?? null;
  const names = group?.nodes ?? view.nodes.map(({ name }) => name);
  const name = names[second ? 1 : 0] ?? names[0];
  const node = view.nodes.find((one) => one.name === name);
  return node ? { node, group } : null;
}
