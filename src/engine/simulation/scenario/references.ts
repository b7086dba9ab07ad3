/**
 * References by name. A name that stands nowhere in the file is a fault of the file; one that is introduced, changed or
 * deleted by a step may still not be there at its moment, which the run refuses.
 */
import type { CheckedFile } from './file-schema';
import { formatPath, quoted, wordList } from './faults';
import { DEFAULT_GROUP_NAME } from './normalise';
import type { Doubts } from './remainder';
import type { Fault } from './types';

interface Names {
  readonly nodes: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  /** Names of users added by a step; the file's own are counted, not listed. */
  readonly addedUsers: ReadonlySet<string>;
  readonly users: number;
}

/** Every name that stands in a file. */
function namesOf(file: CheckedFile): Names {
  const groups = new Set(file.cluster.groups?.map((group) => group.name) ?? [DEFAULT_GROUP_NAME]);
  const addedUsers = new Set<string>();
  for (const step of file.steps) {
    if (step.do === 'add-group') groups.add(step.group);
    if (step.do === 'edit-group' && step.newName !== undefined) groups.add(step.newName);
    if (step.do === 'add-user') addedUsers.add(step.user);
  }
  return {
    nodes: new Set(file.cluster.nodes.map((node) => node.name)),
    groups,
    addedUsers,
    users: file.cluster.users,
  };
}

function isUser(name: string, names: Names): boolean {
  if (names.addedUsers.has(name)) return true;
  const number = /^user([1-9]\d*)$/.exec(name)?.[1];
  return number !== undefined && Number(number) <= names.users;
}

/** All references of a file to nodes, groups and users that it does not have; to groups and users only where they are known. */
export function referenceFaults(file: CheckedFile, doubts: Pick<Doubts, 'groups' | 'users'>): Fault[] {
  const names = namesOf(file);
  const faults: Fault[] = [];
  const node = (name: string, ...keys: (string | number)[]) => {
    if (!names.nodes.has(name))
      faults.push({
        path: formatPath(keys),
        what: `must be the name of a node (${wordList([...names.nodes], 10)}), not ${quoted(name)}`,
      });
  };
  const group = (name: string, ...keys: (string | number)[]) => {
    if (!doubts.groups && !names.groups.has(name))
      faults.push({
        path: formatPath(keys),
        what: `must be the name of ${groupsIn(names)}, not ${quoted(name)}`,
      });
  };
  const user = (name: string, ...keys: (string | number)[]) => {
    if (!doubts.users && !isUser(name, names))
      faults.push({
        path: formatPath(keys),
        what: `must be the name of ${usersIn(names)}, not ${quoted(name)}`,
      });
  };
  file.steps.forEach((step, index) => {
    if ('node' in step) node(step.node, 'steps', index, 'node');
    if ('nodes' in step) step.nodes.forEach((name, place) => node(name, 'steps', index, 'nodes', place));
    if ('group' in step && step.do !== 'add-group') group(step.group, 'steps', index, 'group');
    if ('user' in step && step.do !== 'add-user') user(step.user, 'steps', index, 'user');
    if ('watcher' in step) user(step.watcher, 'steps', index, 'watcher');
  });
  file.expect.forEach((expected, index) => {
    for (const name of Object.keys(expected.nodes ?? {})) node(name, 'expect', index, 'nodes', name);
    for (const name of Object.keys(expected.splitBrain ?? {}))
      group(name, 'expect', index, 'splitBrain', name);
    if (expected.row !== undefined && expected.row !== null && typeof expected.row === 'object')
      for (const name of Object.keys(expected.row)) group(name, 'expect', index, 'row', name);
  });
  return faults;
}

function groupsIn({ groups }: Names): string {
  return groups.size === 0 ? 'a group, and there is none' : `a group (${wordList([...groups], 10)})`;
}

function usersIn({ users, addedUsers }: Names): string {
  const added = addedUsers.size > 0 ? `, ${wordList([...addedUsers], 5)}` : '';
  if (users === 0) return added === '' ? 'a user, and there is none' : `a user (${added.slice(2)})`;
  return users === 1 ? `a user ("user1"${added})` : `a user ("user1" to "user${users}"${added})`;
}
