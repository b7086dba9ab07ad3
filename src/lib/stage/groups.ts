/** The groups that the stage shows, one at a time: those of the cluster, and each node in no group as one of its own. */
import type { ClusterView, GroupView } from '../../engine';
import { groupOfTarget, nodeOfTarget } from './targets';

/** Every group in order, then each node in no group, as a group of one without a name. */
export function stageGroups(view: ClusterView): readonly GroupView[] {
  const alone = view.nodes
    .filter((node) => node.group === null)
    .map((node): GroupView => ({
      name: '',
      description: '',
      nodes: [node.name],
      highAvailability: false,
      enabledProperly: true,
      link: null,
      keepAlives: [],
      splitBrain: false,
      row: null,
      hasPair: false,
    }));
  return [...view.groups, ...alone];
}

/** Place of the group that a chosen target belongs to; the first group where it belongs to none. */
export function tabOf(groups: readonly GroupView[], selected: string | null): number {
  const node = nodeOfTarget(selected);
  const name = groupOfTarget(selected);
  const group = groups.findIndex(
    (one) => (node !== null && one.nodes.includes(node)) || (name !== null && one.name === name),
  );
  return Math.max(0, group);
}

/** What a group is called on its tab. */
export function groupTitle(group: GroupView): string {
  return group.name === '' ? (group.nodes[0] ?? '') : group.name;
}
