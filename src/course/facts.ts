/** The facts that goals are made of: what each is about, what is expected of it, and how it is read off a cluster. */
import {
  CRITICAL_SERVICES,
  PARAMETERS,
  parameterValues,
  ROWS,
  rowOfGroup,
  userIndex,
  type ClusterState,
  type GroupState,
  type NodeState,
} from '../engine';
import type { Bound, Goal, GroupFacts, NodeFacts, UserFacts } from './goal';
import type { Sight } from './sight';
import { boundWord, meetsBound, oneOf, reasonWord, stateWord } from './words';

/** One thing that can be looked at by itself. */
export interface Fact {
  /** What it is about: `State of imp1`. */
  readonly about: string;
  readonly expected: string;
  /** Name of the node it is about, whose waiting explains why it is not met yet. */
  readonly node?: string;
  /** Whether it is about clients of the node: then it is not the node that has to wait, but they. */
  readonly ofClients?: boolean;
  /** What is, in words; null if it is as expected. */
  readonly look: (sight: Sight) => { readonly met: boolean; readonly seen: () => string };
}

/** A fact that is read as a value, tested and printed. */
function fact<Value>(
  about: string,
  expected: string,
  read: (sight: Sight) => Value | undefined,
  test: (value: Value) => boolean,
  print: (value: Value) => string,
  missing: string,
  node?: string,
): Fact {
  return {
    about,
    expected,
    ...(node === undefined ? {} : { node }),
    look: (sight) => {
      const value = read(sight);
      return {
        met: value !== undefined && test(value),
        seen: () => (value === undefined ? missing : print(value)),
      };
    },
  };
}

const listOf = <Item>(wanted: Item | readonly Item[]): readonly Item[] =>
  Array.isArray(wanted) ? (wanted as readonly Item[]) : [wanted as Item];

const yesNo = (value: boolean): string => (value ? 'yes' : 'no');
const onOff = (value: boolean): string => (value ? 'on' : 'off');

/** Facts of one node, in the order of the fields. */
export function nodeFacts(name: string, is: NodeFacts): readonly Fact[] {
  const facts: Fact[] = [];
  const add = <Value>(
    what: string,
    expected: string,
    read: (node: NodeState, sight: Sight) => Value,
    test: (value: Value) => boolean,
    print: (value: Value) => string,
  ): void => {
    const ofNode = (sight: Sight): Value | undefined => {
      const node = sight.state.nodes.find((one) => one.name === name);
      return node && read(node, sight);
    };
    facts.push(fact(`${what} ${name}`, expected, ofNode, test, print, `there is no node ${name}`, name));
  };
  const same = <Value extends string>(what: string, wanted: Value, read: (node: NodeState) => Value): void =>
    add(what, wanted, read, (value) => value === wanted, String);
  const { state, reason, services, users } = is;
  if (state !== undefined) {
    const wanted = listOf(state);
    add('State of', oneOf(wanted.map(stateWord)), (node) => node.shownState, (it) => wanted.includes(it), stateWord); // prettier-ignore
  }
  if (reason !== undefined) {
    const wanted = listOf(reason);
    add('Reason of', oneOf(wanted.map(reasonWord)), (node) => ({ reason: node.shownReason }), (it) => wanted.includes(it.reason), (it) => reasonWord(it.reason)); // prettier-ignore
  }
  if (is.healthy !== undefined)
    add('Critical services and database all up on', yesNo(is.healthy), (node) => node.healthy, (it) => it === is.healthy, yesNo); // prettier-ignore
  if (is.platform !== undefined) same('Platform of', is.platform, (node) => node.platform);
  if (is.srm !== undefined) same('Cisco Server Recovery Manager on', is.srm, (node) => node.srm);
  if (is.database !== undefined)
    same('Database on', is.database, (node) => (node.databaseUp ? 'up' : 'down'));
  if (is.isolated !== undefined)
    add('Cut off from the network:', yesNo(is.isolated), (node) => node.isolated, (it) => it === is.isolated, yesNo); // prettier-ignore
  if (is.replication !== undefined)
    add('Replication setup of', String(is.replication), (node) => node.replication, (it) => it === is.replication, String); // prettier-ignore
  for (const service of CRITICAL_SERVICES) {
    const wanted = services?.[service];
    const place = CRITICAL_SERVICES.indexOf(service);
    if (wanted !== undefined) same(`${service} on`, wanted, (node) => node.services[place]!.status);
  }
  if (is.group !== undefined) {
    const { group } = is;
    const ofNode = (node: NodeState, sight: Sight) => ({
      name: sight.state.groups[node.group]?.name ?? null,
    });
    add('Group of', group ?? 'none', ofNode, (it) => it.name === group, (it) => it.name ?? 'none'); // prettier-ignore
  }
  const count = (what: string, bound: Bound | undefined, read: (node: NodeState, sight: Sight) => number) => {
    if (bound !== undefined) add(what, boundWord(bound), read, (value) => meetsBound(value, bound), String);
  };
  const beforeUsers = facts.length;
  count('Users assigned to', users?.homed, (node, sight) => sight.userCounts[node.index]!.homed);
  count('Users served by', users?.served, (node, sight) => sight.userCounts[node.index]!.served);
  count('Users online on', users?.online, (node) => node.online);
  count('Users waiting for', users?.waiting, (node, sight) => sight.userCounts[node.index]!.waiting);
  return facts.map((one, place) => (place < beforeUsers ? one : { ...one, ofClients: true }));
}

/** Whether a group that exists has all that is asked of it; each fact with its words. */
function groupParts(name: string, is: GroupFacts) {
  type Part = {
    readonly about: string;
    readonly expected: string;
    readonly read: (group: GroupState, state: ClusterState) => string;
    readonly test: (group: GroupState, state: ClusterState) => boolean;
  };
  const parts: Part[] = [];
  const flag = (about: string, wanted: boolean | undefined, read: (group: GroupState) => boolean): void => {
    if (wanted === undefined) return;
    parts.push({
      about,
      expected: onOff(wanted),
      read: (group) => onOff(read(group)),
      test: (group) => read(group) === wanted,
    });
  };
  const number = (about: string, wanted: Bound | undefined, read: (group: GroupState) => number): void => {
    if (wanted === undefined) return;
    parts.push({
      about,
      expected: boundWord(wanted),
      read: (group) => String(read(group)),
      test: (group) => meetsBound(read(group), wanted),
    });
  };
  const { nodes, description, row, link } = is;
  if (nodes !== undefined) {
    const names = (group: GroupState, state: ClusterState) =>
      group.nodes.map((node) => state.nodes[node]!.name).sort();
    const wanted = [...nodes].sort().join(', ');
    parts.push({
      about: `Nodes of ${name}`,
      expected: wanted,
      read: (group, state) => names(group, state).join(', '),
      test: (group, state) => names(group, state).join(', ') === wanted,
    });
  }
  if (description !== undefined)
    parts.push({
      about: `Description of ${name}`,
      expected: description === '' ? 'none' : description,
      read: (group) => (group.description === '' ? 'none' : group.description),
      test: (group) => group.description === description,
    });
  flag(`High availability of ${name}`, is.highAvailability, (group) => group.highAvailability);
  if (is.enabledProperly !== undefined) {
    const hasBegun = (group: GroupState) => !group.awaitsSrmStart.includes(true);
    parts.push({
      about: `High availability of ${name} in force`,
      expected: yesNo(is.enabledProperly),
      // A group that was never switched on has nothing to begin, properly or not.
      read: (group) => (group.highAvailability ? yesNo(hasBegun(group)) : 'not switched on'),
      test: (group) => hasBegun(group) === is.enabledProperly,
    });
  }
  if (row !== undefined)
    parts.push({
      about: `What ${name} shows`,
      expected: rowWord(row),
      read: (group, state) => rowWord(rowOfGroup(state, state.groups.indexOf(group))),
      test: (group, state) => rowOfGroup(state, state.groups.indexOf(group)) === row,
    });
  flag(`Split brain in ${name}`, is.splitBrain, (group) => group.splitBrain);
  flag(`Link of ${name}`, link?.up, (group) => group.linkUp);
  number(`Latency of the link of ${name} in ms`, link?.latencyMs, (group) => group.latencyMs);
  number(`Share of keep-alives lost in ${name}`, link?.loss, (group) => group.loss);
  return parts;
}

const rowWord = (row: number | null): string =>
  row === null ? 'no row of the table' : (ROWS[row - 1]?.title ?? `row ${row}`);

/** Facts of one group, or of any group for `*`. */
export function groupFacts(name: string, is: GroupFacts): readonly Fact[] {
  if (name === '*') return [anyGroupFact(is)];
  const find = (sight: Sight) => sight.state.groups.find((group) => group.name === name);
  const exists = (wanted: boolean): Fact =>
    fact(`Group ${name}`, wanted ? 'there' : 'not there', (sight) => find(sight) !== undefined, (it) => it === wanted, (it) => (it ? 'there' : 'not there'), ''); // prettier-ignore
  const parts = groupParts(name, is).map(({ about, expected, read, test }) =>
    fact<{ readonly group: GroupState; readonly state: ClusterState }>(
      about,
      expected,
      (sight) => {
        const group = find(sight);
        return group && { group, state: sight.state };
      },
      ({ group, state }) => test(group, state),
      ({ group, state }) => read(group, state),
      `there is no group ${name}`,
    ),
  );
  return is.exists === undefined ? parts : [exists(is.exists), ...parts];
}

function anyGroupFact(is: GroupFacts): Fact {
  const parts = groupParts('the group', is);
  const wanted = parts
    .map(({ about, expected }) => `${about.replace(' of the group', '').toLowerCase()}: ${expected}`)
    .join('; ');
  const { exists = true } = is;
  const some = (sight: Sight) =>
    sight.state.groups.some((group) => parts.every(({ test }) => test(group, sight.state)));
  return fact(
    wanted === '' ? 'A group' : `A group (${wanted})`,
    exists ? 'one' : 'none',
    some,
    (it) => it === exists,
    (it) => (it ? 'one' : 'none'),
    '',
  );
}

const SESSION_WORDS = ['offline', 'online', 'waiting'] as const;

/** Facts of one user. */
export function userFacts(name: string, is: UserFacts): readonly Fact[] {
  const facts: Fact[] = [];
  const find = ({ state }: Sight) => userIndex(state, name);
  const add = (
    about: string,
    expected: string,
    read: (user: number, state: ClusterState) => string[],
  ): void => {
    const ofUser = (sight: Sight) => (find(sight) < 0 ? undefined : read(find(sight), sight.state));
    const print = (words: string[]) => (words.length === 0 ? 'none' : words.join(' and '));
    facts.push(fact(about, expected, ofUser, (it) => print(it) === expected || it.includes(expected), print, `there is no user ${name}`)); // prettier-ignore
  };
  if (is.exists !== undefined)
    facts.push(
      fact(`User ${name}`, is.exists ? 'there' : 'not there', (sight) => find(sight) >= 0, (it) => it === is.exists, (it) => (it ? 'there' : 'not there'), ''), // prettier-ignore
    );
  if (is.session !== undefined)
    add(`Session of ${name}`, is.session, (user, { users }) => [SESSION_WORDS[users.session[user]!]!]);
  if (is.home !== undefined)
    add(`Node of ${name}`, is.home ?? 'none', (user, { users, nodes }) =>
      nodes.filter(({ index }) => index === users.home[user]).map((node) => node.name),
    );
  if (is.servedBy !== undefined) add(`${name} is served by`, is.servedBy, servingNodes);
  if (is.presenceHidden !== undefined)
    add(`Presence of ${name}`, is.presenceHidden ? 'hidden' : 'shown', (user, { users }) => [
      users.presenceHidden[user] === 1 ? 'hidden' : 'shown',
    ]);
  return facts;
}

/** Names of the nodes that serve a user, in the order of its group; two only in a split brain. */
function servingNodes(user: number, { users, nodes, groups }: ClusterState): string[] {
  const home = nodes[users.home[user]!];
  const mates = home ? (groups[home.group]?.nodes ?? []) : [];
  const serving = mates.filter((_, place) => (users.placed[user]! & (1 << place)) !== 0);
  return serving.map((index) => nodes[index]!.name);
}

type GoalWith<Key extends string> = Extract<Goal, Readonly<Record<Key, unknown>>>;

/** A watcher's temporary presence of a user. */
export function presenceFact({ watcher, sees, presence }: GoalWith<'watcher'>): Fact {
  const words = { valid: 'as it is', stale: 'stale', none: 'nothing' } as const;
  const read = ({ state }: Sight) =>
    state.temporaryPresence.find((it) => it.watcher === watcher && it.user === sees)?.status ?? 'none';
  return fact(`What ${watcher} sees of ${sees}`, words[presence], read, (it) => it === presence, (it) => words[it], ''); // prettier-ignore
}

/** User assignment modes, as the page of enterprise parameters has them. */
const MODE_WORDS: Readonly<Record<string, string>> = {
  balanced: 'Balanced',
  'active-standby': 'Active-Standby',
  none: 'None',
};

/** A parameter's value as the pages show it. */
function valueWord(value: unknown, unit: string): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  const word = MODE_WORDS[String(value)] ?? String(value);
  return unit === '' ? word : `${word} ${unit}`;
}

/** One parameter, as typed. */
export function parameterFact({ parameter, node, is }: GoalWith<'parameter'>): Fact {
  const definition = PARAMETERS.find(({ id }) => id === parameter);
  const unit = definition?.unit === 'seconds' ? 's' : '';
  const print = (value: unknown): string => valueWord(value, unit);
  const read = ({ state }: Sight) => {
    const owner = node === undefined ? state.nodes[0] : state.nodes.find((one) => one.name === node);
    return owner && definition && parameterValues(state, owner)[definition.id];
  };
  const isBound = (wanted: typeof is): wanted is Bound =>
    typeof wanted === 'number' || typeof wanted === 'object';
  const test = (value: number | boolean | string): boolean =>
    isBound(is) ? typeof value === 'number' && meetsBound(value, is) : value === is;
  const about = `${definition?.name ?? parameter}${node === undefined ? '' : ` of ${node}`}`;
  return fact(about, isBound(is) ? boundWord(is, unit) : print(is), read, test, print, `there is no node ${node ?? ''}`); // prettier-ignore
}

/** The switch of Multiple Device Messaging. */
export const deviceMessagingFact = (wanted: boolean): Fact =>
  fact('Multiple Device Messaging', onOff(wanted), ({ state }) => state.multipleDeviceMessaging, (it) => it === wanted, onOff, ''); // prettier-ignore

/** All users of the cluster, counted. */
export function usersFacts({ users: wanted }: GoalWith<'users'>): readonly Fact[] {
  const reads = {
    total: ['Users in all', ({ users }: ClusterState) => users.count],
    online: ['Users online', ({ users }: ClusterState) => users.online],
    waiting: ['Users waiting', ({ users }: ClusterState) => users.waiting],
    offline: ['Users offline', ({ users }: ClusterState) => users.count - users.online - users.waiting],
    unassigned: ['Users without a node', ({ users }: ClusterState) => users.unassigned],
  } as const;
  return (Object.keys(reads) as (keyof typeof reads)[]).flatMap((key) => {
    const bound = wanted[key];
    if (bound === undefined) return [];
    const [about, read] = reads[key];
    return [fact(about, boundWord(bound), ({ state }) => read(state), (it) => meetsBound(it, bound), String, '')]; // prettier-ignore
  });
}
