/** What the still picture of a group draws and says: places of dots, and the facts of a node that are not as they should be. */
import type { NodeView } from '../../../engine';
import { countOf, formatCount } from '../../format';
import {
  databaseFact,
  networkFact,
  platformFact,
  replicationFact,
  serviceFact,
  srmFact,
  userMoveFact,
} from '../../stage/words';

/** A point, in units of the picture. */
interface Point {
  readonly x: number;
  readonly y: number;
}

const RING_RADIUS = 78;
const DOTS_ON_RING = 30;

const round = (value: number): number => Math.round(value * 10) / 10;

/** Places of users on the ring around a node, from the top on; at most as many as the ring has room for. */
export function ringOf(count: number): readonly Point[] {
  const shown = Math.min(count, DOTS_ON_RING);
  const step = (2 * Math.PI) / Math.max(shown, 12);
  return Array.from({ length: shown }, (_, index) => ({
    x: round(RING_RADIUS * Math.sin(index * step)),
    y: round(-RING_RADIUS * Math.cos(index * step)),
  }));
}

/** Places of waiting users, in a row below the link. */
export function waitingPlaces(count: number): readonly Point[] {
  const shown = Math.min(count, 24);
  const gap = Math.min(16, 230 / Math.max(1, shown));
  return Array.from({ length: shown }, (_, index) => ({
    x: round(360 + (index - (shown - 1) / 2) * gap),
    y: 168,
  }));
}

/** Users of a node in one line: `12 online, 24 served`. */
export function usersLine({ users }: NodeView): string {
  return `${countOf(users.online, 'user')} online, ${formatCount(users.served)} placed here, ${formatCount(users.homed)} at home here`;
}

/** What of a node is not as it should be, a line each; one line that says so if all is well. */
export function deviations(node: NodeView): readonly string[] {
  const parts = [
    { name: 'Platform', fact: platformFact(node) },
    { name: 'Network', fact: networkFact(node) },
    { name: 'Server Recovery Manager', fact: srmFact(node) },
    { name: 'Database', fact: databaseFact(node) },
    { name: 'Replication', fact: replicationFact(node) },
    { name: 'Moves of users', fact: userMoveFact(node) },
    ...node.services.map((service) => ({ name: service.name, fact: serviceFact(service, node) })),
  ];
  if (node.platform === 'off') return ['Platform: off'];
  const stopped = node.services.filter(({ status }) => status === 'stopped').length;
  const wrong = parts.filter(({ fact }) => fact.tone !== 'good');
  if (wrong.length === 0) return ['Everything runs'];
  if (stopped === node.services.length)
    return [
      ...wrong
        .filter(({ name }) => !node.services.some((service) => service.name === name))
        .map(({ name, fact }) => `${name}: ${fact.text}`),
      'All five critical services are stopped',
    ];
  return wrong.map(({ name, fact }) => `${name}: ${fact.text}`);
}
