/** The form of a presence redundancy group: its fields, what is wrong with them, and the step that Save comes to. */
import type { ClusterView, GroupView } from '../../engine';
import type { StepRequest } from '../../worker/protocol';
import { nodeNamed } from '../cluster';
import { stepForGroup } from '../cluster-forms';
import { MOST_CHARACTERS, RESERVED_NAMES } from './names';

/** The fields, in their order on the page. */
export const GROUP_FIELDS = ['name', 'description', 'first', 'second', 'highAvailability'] as const;

/** One of the fields. */
export type GroupField = (typeof GROUP_FIELDS)[number];

/** What stands in each: text, a node's name or nothing, `true` or `false`. */
export type GroupValues = Readonly<Record<GroupField, string>>;

/** What is wrong with a form, by field. */
export type Faults<Field extends string> = Partial<Readonly<Record<Field, string>>>;

/** Labels of the fields. */
export const GROUP_LABELS: Readonly<Record<GroupField, string>> = {
  name: 'Name',
  description: 'Description',
  first: 'Presence Server 1',
  second: 'Presence Server 2',
  highAvailability: 'Enable High Availability',
};

/** The form over a group as it is, or of a new one. */
export function groupValues(group: GroupView | undefined): GroupValues {
  return {
    name: group?.name ?? '',
    description: group?.description ?? '',
    first: group?.nodes[0] ?? '',
    second: group?.nodes[1] ?? '',
    highAvailability: String(group?.highAvailability ?? false),
  };
}

const nodesOf = ({ first, second }: GroupValues): readonly string[] => [first, second].filter(Boolean);

/** Characters of a text that do not belong there, each once, as they are read: `a space`, `%`. */
function strangers(text: string, allowed: RegExp): string {
  const found = new Set([...text].filter((character) => !allowed.test(character)));
  return [...found].map((character) => (character.trim() === '' ? 'a space' : character)).join(', ');
}

function nameFault(name: string, view: ClusterView, group: GroupView | undefined): string {
  if (name === '') return 'Give the group a name.';
  const strange = strangers(name, /[A-Za-z0-9_-]/);
  if (strange)
    return `Only letters, digits, underscores (_) and dashes (-) can stand in a name. Take out: ${strange}`;
  if (name.length > MOST_CHARACTERS)
    return `A name has at most ${MOST_CHARACTERS} characters; this one has ${name.length}.`;
  if (RESERVED_NAMES.includes(name)) return 'This name is taken by the lab itself. Choose another.';
  const other = view.groups.find((it) => it.name === name);
  return other && other !== group
    ? `There is a group named ${name} already. Choose a name that no other group has.`
    : '';
}

function descriptionFault(description: string): string {
  const strange = strangers(description, /[^"%&/<>]/);
  if (strange) return `A description can have none of " % & / < > in it. Take out: ${strange}`;
  return description.length > MOST_CHARACTERS
    ? `A description has at most ${MOST_CHARACTERS} characters; this one has ${description.length}.`
    : '';
}

function memberFault(name: string, view: ClusterView, group: GroupView | undefined): string {
  const node = nodeNamed(view, name);
  if (!node) return name === '' ? '' : `The cluster has no server named ${name} now.`;
  return node.group !== null && node.group !== group?.name
    ? `${name} is in the group ${node.group} already. A server belongs to one group only.`
    : '';
}

function pairFault({ first, second }: GroupValues, view: ClusterView): string {
  if (first !== '' && first === second) return 'Choose two different servers, or leave one field empty.';
  const [one, other] = [nodeNamed(view, first), nodeNamed(view, second)];
  if (!one || !other) return '';
  if (one.softwareVersion !== other.softwareVersion)
    return `Both servers must run the same version: ${first} has ${one.softwareVersion}, ${second} has ${other.softwareVersion}.`;
  if (one.databasePublisher !== other.databasePublisher)
    return `Both servers must have the same database publisher: that of ${first} is ${one.databasePublisher}, that of ${second} is ${other.databasePublisher}.`;
  return '';
}

function serverFaults(
  values: GroupValues,
  view: ClusterView,
  group: GroupView | undefined,
): Faults<'first' | 'second'> {
  const nodes = nodesOf(values);
  if (nodes.length === 0) return { first: 'Choose at least one server.' };
  if (group && nodes.join(' ') === group.nodes.join(' ')) return {};
  if (group?.highAvailability) {
    const field = values.first === group.nodes[0] ? 'second' : 'first';
    return {
      [field]: 'While high availability is on, the servers stay as they are. Switch it off and save first.',
    };
  }
  const second = memberFault(values.second, view, group) || pairFault(values, view);
  const first = memberFault(values.first, view, group);
  return { ...(first && { first }), ...(second && { second }) };
}

/**
 * What is wrong with the form, in words for who fills it in; the engine has the same rules and the last word
 * (guide, Configure a Presence Redundancy Group).
 *
 * @param group the group that is edited, none for a new one
 */
export function groupFaults(
  values: GroupValues,
  view: ClusterView,
  group: GroupView | undefined,
): Faults<GroupField> {
  const name = nameFault(values.name, view, group);
  const description = descriptionFault(values.description);
  const alone = values.highAvailability === 'true' && nodesOf(values).length < 2;
  return {
    ...(name && { name }),
    ...(description && { description }),
    ...serverFaults(values, view, group),
    ...(alone && { highAvailability: 'High availability needs two servers in the group.' }),
  };
}

/** The step that Save comes to, or null if it would change nothing. */
export function groupStep(values: GroupValues, group: GroupView | undefined): StepRequest | null {
  const { name, description } = values;
  const highAvailability = values.highAvailability === 'true';
  return stepForGroup(group, { name, description, nodes: nodesOf(values), highAvailability });
}
