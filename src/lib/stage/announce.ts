/** What changed between two instants of a run, in sentences for a live region: each change once, concealed parts left out. */
import type { ClusterView, GroupView, NodeView } from '../../engine';
import { countOf } from '../format';
import { stateName } from '../state-style';
import { CONCEAL_NOTHING, isStateConcealed, type ConcealOptions } from './conceal';
import * as words from './words';

/**
 * Sentences for what is different in the next view: states and reasons first, then parts, links and users. Only the two
 * ends are compared, so at high speed a caller that asks now and then hears where things came to rest.
 */
export function announce(
  previous: ClusterView,
  next: ClusterView,
  conceal: ConcealOptions = CONCEAL_NOTHING,
): readonly string[] {
  const pairs = next.nodes.flatMap((node) => {
    const before = previous.nodes.find(({ name }) => name === node.name);
    return before ? [{ before, node }] : [];
  });
  const groups = next.groups.flatMap((group) => {
    const before = previous.groups.find(({ name }) => name === group.name);
    return before ? [{ before, group }] : [];
  });
  return [
    ...groups.flatMap(({ before, group }) => splitBrainSentences(before, group)),
    ...pairs.flatMap(({ before, node }) => stateSentences(before, node, next, conceal)),
    ...pairs.flatMap(({ before, node }) => partSentences(before, node)),
    ...groups.flatMap(({ before, group }) => groupSentences(before, group)),
    ...userSentences(previous, next),
  ];
}

function splitBrainSentences(before: GroupView, group: GroupView): readonly string[] {
  if (before.splitBrain === group.splitBrain) return [];
  return group.splitBrain
    ? [`Split brain: ${group.nodes.join(' and ')} both claim the same users.`]
    : [`The split brain of ${group.name} is over.`];
}

function stateSentences(
  before: NodeView,
  node: NodeView,
  next: ClusterView,
  conceal: ConcealOptions,
): readonly string[] {
  const groupNodes = next.groups.find(({ nodes }) => nodes.includes(node.name))?.nodes ?? [];
  if (isStateConcealed(conceal, groupNodes, node.name)) return [];
  const sameReason = conceal.reasons || before.reason === node.reason;
  if (before.state === node.state && sameReason) return [];
  const reason = conceal.reasons || node.reason === null ? '' : `, reason ${node.reason}`;
  return [`${node.name}: ${stateName(node.state)}${reason}.`];
}

function partSentences(before: NodeView, node: NodeView): readonly string[] {
  const parts: readonly (readonly [string, words.Fact, words.Fact])[] = [
    ['platform', words.platformFact(before), words.platformFact(node)],
    ['network', words.networkFact(before), words.networkFact(node)],
    ['database', words.databaseFact(before), words.databaseFact(node)],
    ['Server Recovery Manager', words.srmFact(before), words.srmFact(node)],
    ['replication', words.replicationFact(before), words.replicationFact(node)],
    ['user moves', words.userMoveFact(before), words.userMoveFact(node)],
  ];
  const changed = parts.filter(([, was, is]) => was.text !== is.text);
  return [
    ...changed.map(([label, , is]) => `${node.name}: ${label} ${is.text}.`),
    ...serviceSentences(before, node),
  ];
}

/** Services that came to the same end are named together: five sentences at once help nobody. */
function serviceSentences(before: NodeView, node: NodeView): readonly string[] {
  const ends = new Map<string, string[]>();
  node.services.forEach((service, place) => {
    const was = before.services[place];
    const text = words.serviceFact(service, node).text;
    if (!was || words.serviceFact(was, before).text === text) return;
    ends.set(text, [...(ends.get(text) ?? []), service.name]);
  });
  return [...ends].map(([text, names]) =>
    names.length === node.services.length
      ? `${node.name}: all critical services ${text}.`
      : `${node.name}: ${names.join(', ')} ${text}.`,
  );
}

function groupSentences(before: GroupView, group: GroupView): readonly string[] {
  const said: string[] = [];
  if (before.link && group.link && words.linkText(before.link) !== words.linkText(group.link)) {
    said.push(
      before.link.up === group.link.up || !group.link.up
        ? `${words.linkText(group.link)}.`
        : 'Link restored.',
    );
  }
  const was = words.highAvailabilityFact(before).text;
  const is = words.highAvailabilityFact(group).text;
  if (was !== is) said.push(`High availability of ${group.name}: ${is}.`);
  return said;
}

/** Only the ends of an outage are said, not every user that leaves or returns. */
function userSentences(previous: ClusterView, next: ClusterView): readonly string[] {
  if (previous.users.waiting === 0 && next.users.waiting > 0) {
    return [`${countOf(next.users.waiting, 'user')} without a session.`];
  }
  if (previous.users.waiting > 0 && next.users.waiting === 0) return ['Nobody waits to log in any more.'];
  return [];
}
