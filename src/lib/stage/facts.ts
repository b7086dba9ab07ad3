/** Every fact of the stage in words, for the table view: the same facts that the picture shows, concealed alike. */
import type { ClusterView, GroupView, NodeView, TimerView, UserView } from '../../engine';
import { countOf, formatCount, spokenDuration } from '../format';
import { stateName } from '../state-style';
import { CONCEALED_TEXT, isStateConcealed, type ConcealOptions } from './conceal';
import { shownTimers } from './timers';
import * as words from './words';

/** A line of the table. */
export interface LabelledFact {
  readonly label: string;
  readonly text: string;
}

const fact = (label: string, text: string): LabelledFact => ({ label, text });

/** The facts of one node; every node has the same lines in the same order. */
export function nodeFacts(
  node: NodeView,
  group: GroupView,
  view: ClusterView,
  timeMs: number,
  conceal: ConcealOptions,
): readonly LabelledFact[] {
  return [
    ...stateFacts(node, group, timeMs, conceal),
    ...node.services.map((service) => fact(service.name, words.serviceFact(service, node).text)),
    fact('Platform', words.platformFact(node).text),
    fact('Network', words.networkFact(node).text),
    fact('Database', words.databaseFact(node).text),
    fact('Server Recovery Manager', words.srmFact(node).text),
    fact('Replication', words.replicationFact(node).text),
    fact('User moves', words.userMoveFact(node).text),
    fact('Timers', timersText(shownTimers(node, isStateConcealed(conceal, group.nodes, node.name)), timeMs)),
    fact('Users', words.nodeUsersText(node)),
    fact('Users at home here', formatCount(node.users.homed)),
    fact('Users placed here', formatCount(node.users.served)),
    ...sessionFacts(node, view),
  ];
}

function stateFacts(
  node: NodeView,
  group: GroupView,
  timeMs: number,
  conceal: ConcealOptions,
): readonly LabelledFact[] {
  const hidden = isStateConcealed(conceal, group.nodes, node.name);
  const kept =
    node.keptState === null
      ? 'nothing'
      : words.stateAndReason(node.keptState, conceal.reasons ? null : node.keptReason);
  return [
    fact('State', hidden ? CONCEALED_TEXT : stateName(node.state)),
    fact('Reason', hidden || conceal.reasons ? CONCEALED_TEXT : (node.reason ?? 'none')),
    fact('Kept in its database', hidden ? CONCEALED_TEXT : kept),
    fact('In this state for', hidden ? CONCEALED_TEXT : spokenDuration(timeMs - node.stateSinceMs)),
    fact('Healthy', node.healthy ? 'yes' : 'no'),
    fact('Claims users', hidden ? CONCEALED_TEXT : node.claimsUsers ? 'yes' : 'no'),
  ];
}

function timersText(timers: readonly TimerView[], timeMs: number): string {
  const running = [...timers].sort((a, b) => a.untilMs - b.untilMs);
  const said = running.map(({ label, untilMs }) => `${label}: ${spokenDuration(untilMs - timeMs)} left`);
  return said.length === 0 ? 'none' : said.join('; ');
}

/** Names by session, where users are few enough to be named. */
function sessionFacts(node: NodeView, view: ClusterView): readonly LabelledFact[] {
  if (view.users.individuals.length === 0) return [];
  const names = (session: UserView['session']): string => {
    const those = view.users.individuals.filter(
      (user) => user.session === session && user.node === node.name,
    );
    return those.length === 0 ? 'nobody' : those.map((user) => user.name).join(', ');
  };
  return [fact('Online here', names('online')), fact('Lost their session here and wait', names('waiting'))];
}

/** The facts of a group and of the cluster that no single node owns. */
export function clusterFacts(
  group: GroupView,
  view: ClusterView,
  timeMs: number,
  conceal: ConcealOptions,
): readonly LabelledFact[] {
  const { total, online, waiting, offline, unassigned } = view.users;
  const users = `${countOf(total, 'user')}: ${formatCount(online)} online, ${formatCount(waiting)} waiting, ${formatCount(offline)} offline, ${formatCount(unassigned)} assigned to no node`;
  return [
    ...(group.hasPair ? [fact('Row of the guide', rowText(group, conceal))] : []),
    ...(group.name === '' ? [] : [fact('High availability', words.highAvailabilityFact(group).text)]),
    ...(group.hasPair ? [fact('Split brain', group.splitBrain ? 'yes: both nodes claim users' : 'no')] : []),
    ...(group.link
      ? [
          fact('Link', words.linkText(group.link)),
          fact('Keep-alives on the way', flights(group, timeMs, conceal)),
        ]
      : []),
    fact('Users of the cluster', users),
  ];
}

function rowText(group: GroupView, conceal: ConcealOptions): string {
  if (conceal.row || conceal.peer) return CONCEALED_TEXT;
  if (group.row === null) return 'none: the guide has no row for this pair';
  return conceal.reasons ? 'there is one' : words.titleOfRow(group.row);
}

function flights(group: GroupView, timeMs: number, conceal: ConcealOptions): string {
  const said = group.keepAlives.map((keepAlive) => {
    const state = isStateConcealed(conceal, group.nodes, keepAlive.from);
    const text = words.keepAliveText(keepAlive, { state, reason: conceal.reasons });
    return `${text}, lands in ${spokenDuration(Math.max(0, keepAlive.arrivesMs - timeMs))}`;
  });
  return said.length === 0 ? 'none' : said.join('; ');
}
