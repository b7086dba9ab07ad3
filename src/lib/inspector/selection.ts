/** What the inspector is about, and which offers belong to it. Selections are the stage's keys (stage/targets.ts). */
import type { ClusterView, GroupView, NodeView, OfferView } from '../../engine';
import { groupOfTarget, nodeOfTarget } from '../stage/targets';
import type { StepArea } from './step-labels';

/** What is inspected: a node (with the service that was chosen on it, and the heading to open) or a group. */
export type Subject =
  | {
      readonly kind: 'node';
      readonly node: NodeView;
      readonly service: string | null;
      readonly area: StepArea | null;
    }
  | { readonly kind: 'group'; readonly group: GroupView };

const AREA_OF_PART: Readonly<Record<string, StepArea>> = {
  platform: 'platform',
  network: 'network',
  database: 'services',
  srm: 'services',
  replication: 'services',
  'user-moves': 'faults',
};

/**
 * What a selection is about: the node or group it names; with nothing chosen, or what was chosen gone, the first group,
 * or the first node of a cluster without groups. Null for an empty cluster.
 */
export function subjectOf(view: ClusterView, selected: string | null): Subject | null {
  const name = nodeOfTarget(selected);
  const node = view.nodes.find((one) => one.name === name);
  if (node) {
    const [kind, , part = ''] = (selected ?? '').split('/').map(decodeURIComponent);
    const service = kind === 'service' && node.services.some((one) => one.name === part) ? part : null;
    return { kind: 'node', node, service, area: kind === 'part' ? (AREA_OF_PART[part] ?? null) : null };
  }
  const groupName = groupOfTarget(selected);
  const group = view.groups.find((one) => one.name === groupName) ?? view.groups[0];
  if (group) return { kind: 'group', group };
  const [first] = view.nodes;
  return first ? { kind: 'node', node: first, service: null, area: null } : null;
}

/**
 * Offers about a node, with the one about its group that an administrator would look for there (recover).
 *
 * @param service gives the offers about this service instead; those are left out otherwise
 */
export function offersOfNode(
  offers: readonly OfferView[],
  node: NodeView,
  service: string | null,
): readonly OfferView[] {
  return offers.filter(({ step }) => {
    if (service !== null) return step['node'] === node.name && step['service'] === service;
    if (step.do === 'recover') return step['group'] === node.group;
    return step['node'] === node.name && step['service'] === undefined;
  });
}

/** Offers about a group. */
export function offersOfGroup(offers: readonly OfferView[], group: GroupView): readonly OfferView[] {
  return offers.filter(({ step }) => step['group'] === group.name);
}

/** Offers parted by whether something would come of them. */
export interface SortedOffers {
  readonly offered: readonly OfferView[];
  readonly refused: readonly OfferView[];
  /** Allowed, but nothing would change. */
  readonly idle: readonly OfferView[];
}

/** Parts offers; the order within each part stays. */
export function sortOffers(offers: readonly OfferView[]): SortedOffers {
  return {
    offered: offers.filter((offer) => offer.offered && !offer.idle),
    refused: offers.filter((offer) => !offer.offered),
    idle: offers.filter((offer) => offer.offered && offer.idle),
  };
}
