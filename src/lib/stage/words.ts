/** The stage's facts in words: used by its controls, its table and its announcements, so that all say the same. */
import {
  ROWS,
  type ClusterView,
  type GroupView,
  type KeepAliveView,
  type NodeView,
  type Reason,
  type ServiceView,
  type ShownStateId,
  type UserView,
} from '../../engine';
import { countOf, formatCount, formatRemaining, formatShare, formatShortDuration } from '../format';
import { stateName } from '../state-style';

/** How good a fact is: drawn as a shape and a colour. */
export type Tone = 'good' | 'busy' | 'off' | 'bad';

/** A fact in a word or two, and how good it is. */
export interface Fact {
  readonly text: string;
  readonly tone: Tone;
}

/** Service names as they stand on the stage: without the maker's name, which all share. */
export function shortServiceName(name: string): string {
  return name.replace(/^Cisco /, '');
}

/** Name of a row of Table 2 by its number. */
export function titleOfRow(number: number): string {
  return ROWS.find((row) => row.number === number)?.title ?? '';
}

/** A state and its reason in one line, as Table 2 pairs them. */
export function stateAndReason(state: ShownStateId, reason: Reason | null): string {
  return reason === null ? stateName(state) : `${stateName(state)} / ${reason}`;
}

/**
 * How a critical service is. One that is down because its platform is, or because the node was asked to hand over, is
 * quietly off: what broke should not be lost among what only followed.
 */
export function serviceFact(service: ServiceView, node: NodeView): Fact {
  switch (service.status) {
    case 'started':
      return service.broken ? { text: 'started, broken', tone: 'off' } : { text: 'started', tone: 'good' };
    case 'starting':
      return { text: 'starting', tone: 'busy' };
    case 'stopped':
      return {
        text: service.broken ? 'stopped, broken' : 'stopped',
        tone: isStoppedOnPurpose(node) ? 'off' : 'bad',
      };
    case 'failed':
      return { text: service.broken ? 'broken' : 'failed', tone: 'bad' };
  }
}

function isStoppedOnPurpose(node: NodeView): boolean {
  const handsOver = node.keptState === 'failing-over' && node.keptReason === 'On Admin Request';
  return node.platform !== 'up' || node.keptState === 'idle' || handsOver;
}

/** How a platform is. */
export function platformFact(node: NodeView): Fact {
  switch (node.platform) {
    case 'up':
      return { text: 'up', tone: 'good' };
    case 'booting':
      return { text: 'booting', tone: 'busy' };
    case 'shutting-down':
      return { text: 'shutting down', tone: 'busy' };
    case 'off':
      return { text: 'off', tone: 'bad' };
  }
}

/** Whether a node can be reached by anybody. */
export function networkFact(node: NodeView): Fact {
  return node.isolated ? { text: 'isolated', tone: 'bad' } : { text: 'connected', tone: 'good' };
}

/** How a node's database service is; quietly off where its platform is down. */
export function databaseFact(node: NodeView): Fact {
  if (node.database === 'up') return { text: 'up', tone: 'good' };
  return { text: 'down', tone: node.platform === 'up' ? 'bad' : 'off' };
}

/** How a node's Server Recovery Manager is; quietly off where its platform is down. */
export function srmFact(node: NodeView): Fact {
  const tones: Record<NodeView['srm'], Tone> = {
    running: 'good',
    starting: 'busy',
    stopping: 'busy',
    stopped: node.platform === 'up' ? 'bad' : 'off',
  };
  return { text: node.srm, tone: tones[node.srm] };
}

/** Names of the replication values, as the command line reference gives them. */
export const REPLICATION_VALUES = [
  'not started',
  'wrong number of replicates',
  'good',
  'bad',
  'set-up failed',
] as const;

/** A node's replication value, and what runs on it. */
export function replicationFact(node: NodeView): Fact {
  const { value, operation } = node.replication;
  if (operation !== null) return { text: `${String(value)}, ${operation} runs`, tone: 'busy' };
  return { text: `${String(value)}, ${REPLICATION_VALUES[value] ?? ''}`, tone: value === 2 ? 'good' : 'bad' };
}

/** Whether moves of users to and from a node will fail. */
export function userMoveFact(node: NodeView): Fact {
  return node.userMoveFault ? { text: 'will fail', tone: 'bad' } : { text: 'work', tone: 'good' };
}

/** The link between two nodes. */
export function linkText(link: NonNullable<GroupView['link']>): string {
  if (!link.up) return 'Link cut';
  const loss = link.loss > 0 ? `, ${formatShare(link.loss)} lost` : '';
  return `Link ${formatShortDuration(link.latencyMs)}${loss}`;
}

/** What a keep-alive says and where it goes. */
export function keepAliveText(
  keepAlive: KeepAliveView,
  concealed: { readonly state: boolean; readonly reason: boolean },
): string {
  const says = concealed.state
    ? ''
    : `, says ${stateAndReason(keepAlive.state, concealed.reason ? null : keepAlive.reason)}, ${keepAlive.healthy ? 'healthy' : 'not healthy'}`;
  return `Keep-alive from ${keepAlive.from} to ${keepAlive.to}${says}`;
}

/** Users of a node in a few words. */
export function nodeUsersText(node: NodeView): string {
  const waiting =
    node.users.waiting > 0 ? `, ${countOf(node.users.waiting, 'client')} waiting to try here` : '';
  return `${countOf(node.users.online, 'user')} online${waiting}`;
}

/** When the first of the waiting users tries again, or an empty text where that is not known. */
export function nextTryText(
  view: ClusterView,
  timeMs: number,
  names: ReadonlySet<string>,
  short = false,
): string {
  const tries = view.users.individuals.flatMap((user) =>
    user.session === 'waiting' && user.tryMs !== null && names.has(user.name) ? [user.tryMs] : [],
  );
  if (tries.length === 0) return '';
  return `next ${short ? '' : 'try '}in ${formatRemaining(Math.min(...tries) - timeMs)}`;
}

/** Whether who is online on a node is served badly there [I-32]. */
export function servesBadly(node: NodeView, group: GroupView): boolean {
  return !node.healthy || node.keptState === 'running-in-failed-mode' || group.splitBrain;
}

/** One user and the session, in words. */
export function userText(user: UserView, timeMs: number, servedBadly = false): string {
  const badly = servedBadly ? ', served badly' : '';
  const hidden = user.presenceHidden ? ', presence does not show' : '';
  const twice = user.placed.length > 1 ? `, claimed by ${user.placed.join(' and ')}` : '';
  switch (user.session) {
    case 'online':
      return `${user.name}, online on ${user.node ?? 'no node'}${badly}${twice}${hidden}`;
    case 'waiting': {
      const next = user.tryMs === null ? '' : `, tries again in ${formatRemaining(user.tryMs - timeMs)}`;
      return `${user.name}, waiting to log in${next}${twice}`;
    }
    case 'offline':
      return `${user.name}, ${user.home === null ? 'not assigned to a node' : 'logged out'}${twice}`;
  }
}

/** Whether high availability is on for a group, and rightly so. */
export function highAvailabilityFact(group: GroupView): Fact {
  if (!group.highAvailability) return { text: 'off', tone: 'off' };
  return group.enabledProperly ? { text: 'on', tone: 'good' } : { text: 'on, not properly', tone: 'bad' };
}

/** All users of the cluster, as a count, and how many of them a dot stands for. */
export function usersFact(view: ClusterView, perDot: number): Fact {
  const { total, offline } = view.users;
  const parts = [
    formatCount(total),
    ...(offline > 0 ? [`${formatCount(offline)} offline`] : []),
    ...(perDot > 1 ? [`one dot is ${formatCount(perDot)}`] : []),
  ];
  return { text: parts.join(', '), tone: 'good' };
}
