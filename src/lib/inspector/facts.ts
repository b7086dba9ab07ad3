/** The inspector's lists of facts, in words. */
import type { CostView, GroupView, NodeView, PeerView } from '../../engine';
import { formatCount, formatRemaining } from '../format';
import {
  databaseFact,
  linkText,
  networkFact,
  platformFact,
  replicationFact,
  srmFact,
  stateAndReason,
  userMoveFact,
  type Tone,
} from '../stage/words';

/** One line: what it is about, and how it is. */
export interface FactLine {
  readonly name: string;
  readonly value: string;
  readonly tone?: Tone;
}

/** What a node knows of its peer: the word of the last keep-alive and its age. */
export function peerFacts(peer: PeerView, timeMs: number, hideReason: boolean): readonly FactLine[] {
  const heard: FactLine = {
    name: 'Last heard',
    value: peer.lastHeardMs === null ? 'never' : `${formatRemaining(timeMs - peer.lastHeardMs)} ago`,
  };
  if (peer.lost) return [heard, { name: 'Its peer is', value: 'lost: silent for too long', tone: 'bad' }];
  if (!peer.known || peer.state === null)
    return [heard, { name: 'Its peer is', value: 'not heard yet', tone: 'off' }];
  return [
    heard,
    { name: 'It said', value: stateAndReason(peer.state, hideReason ? null : peer.reason) },
    peer.healthy
      ? { name: 'And that it is', value: 'healthy', tone: 'good' }
      : { name: 'And that it is', value: 'not healthy', tone: 'bad' },
  ];
}

/** The parts of a node besides its services. */
export function partFacts(node: NodeView): readonly FactLine[] {
  const line = (name: string, fact: { text: string; tone: Tone }): FactLine => ({
    name,
    value: fact.text,
    tone: fact.tone,
  });
  return [
    line('Database', databaseFact(node)),
    line('Replication', replicationFact(node)),
    line('Server Recovery Manager', srmFact(node)),
    line('Platform', platformFact(node)),
    line('Network', networkFact(node)),
    line('Moves of users', userMoveFact(node)),
  ];
}

/** The users of a node. */
export function userFacts(node: NodeView): readonly FactLine[] {
  const { homed, served, online, waiting } = node.users;
  return [
    { name: 'At home here', value: formatCount(homed) },
    { name: 'Placed here now', value: formatCount(served) },
    { name: 'Online here', value: formatCount(online) },
    { name: 'Waiting to log in here', value: formatCount(waiting) },
    { name: 'Claims the users', value: node.claimsUsers ? 'yes' : 'no' },
    {
      name: 'After a loss, clients try again in',
      value: `${formatCount(node.clientReloginLowerLimitMs / 1000)} to ${formatCount(node.clientReloginUpperLimitMs / 1000)} s`,
    },
  ];
}

/** User-minutes with one decimal below a hundred. */
export function userMinutes(value: number): string {
  return `${value < 100 ? value.toFixed(1) : formatCount(value)} user-minutes`;
}

/** What it has cost so far. */
export function costFacts(cost: CostView): readonly FactLine[] {
  return [
    { name: 'Waiting to log in', value: userMinutes(cost.waiting) },
    { name: 'Online on a node that is not well', value: userMinutes(cost.degraded) },
    { name: 'Together', value: userMinutes(cost.userMinutes) },
  ];
}

/** How a group is set up and linked. */
export function groupFacts(group: GroupView): readonly FactLine[] {
  const availability: FactLine = group.highAvailability
    ? group.enabledProperly
      ? { name: 'High availability', value: 'on', tone: 'good' }
      : { name: 'High availability', value: 'on, but not enabled properly', tone: 'bad' }
    : { name: 'High availability', value: 'off', tone: 'off' };
  const link: readonly FactLine[] = group.link
    ? [{ name: 'Between them', value: linkText(group.link), tone: group.link.up ? 'good' : 'bad' }]
    : [];
  return [{ name: 'Nodes', value: group.nodes.join(', ') }, availability, ...link];
}
