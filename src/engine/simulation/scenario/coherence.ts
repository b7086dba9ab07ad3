/**
 * What no schema can say of a scenario file: names that must be there, nodes in one group only, bounds across fields,
 * instants that must not decrease. Each rule names the field that breaks it.
 */
import { parameterFaults } from '../../model/parameters';
import type { CheckedFile } from './file-schema';
import { formatPath, quoted, shownValue, wordList } from './faults';
import {
  clientLimits,
  clusterParameters,
  DEFAULT_SOFTWARE_VERSION,
  defaultGroups,
  defaultPublisher,
  defaultUntil,
} from './normalise';
import { referenceFaults } from './references';
import type { Doubts, Remainder } from './remainder';
import { stepFaults } from './step-coherence';
import type { Fault } from './types';

type CheckedNode = CheckedFile['cluster']['nodes'][number];
type CheckedGroup = NonNullable<CheckedFile['cluster']['groups']>[number];

const at = (...keys: (string | number)[]): string => formatPath(keys);

const NO_DOUBTS: Doubts = { bounds: false, groups: false, users: false };

/**
 * Everything that is wrong with a file whose schema has been checked, in the order of its fields.
 *
 * @param doubts what is not looked at
 */
export function coherenceFaults(file: CheckedFile, doubts = NO_DOUBTS): Fault[] {
  return [
    ...nodeFaults(file),
    ...groupFaults(file),
    ...(doubts.bounds ? [] : boundFaults(file)),
    ...orderFaults(file),
    ...file.steps.flatMap(ownFaults),
    ...referenceFaults(file, doubts),
    ...expectationFaults(file),
  ];
}

/** What is wrong with the rest of a malformed file, each fault at its place in the whole file. */
export function remainingFaults({ file, places, doubts }: Remainder): Fault[] {
  return coherenceFaults(file, doubts).map(({ path, what }) => ({
    path: path.replace(
      /^(steps|expect)\[(\d+)\]/,
      (_, list: 'steps' | 'expect', index: string) => `${list}[${places[list][Number(index)]}]`,
    ),
    what,
  }));
}

/** Faults for each name that has stood before. */
function repeatedNames(
  named: readonly { readonly name: string }[],
  path: (index: number) => string,
): Fault[] {
  const seen = new Set<string>();
  return named.flatMap(({ name }, index) => {
    if (seen.has(name))
      return [{ path: path(index), what: `must be a name of its own: ${quoted(name)} is taken` }];
    seen.add(name);
    return [];
  });
}

const nodeFaults = (file: CheckedFile): Fault[] =>
  repeatedNames(file.cluster.nodes, (index) => at('cluster', 'nodes', index, 'name'));

function groupFaults(file: CheckedFile): Fault[] {
  const { nodes, groups } = file.cluster;
  const byName = new Map(nodes.map((node) => [node.name, node]));
  if (!groups) {
    const pair = defaultGroups(nodes)[0]!.nodes.map((name) => byName.get(name)!);
    return differenceFaults(file, pair, (field) => at('cluster', 'nodes', 1, field));
  }
  const faults = repeatedNames(groups, (index) => at('cluster', 'groups', index, 'name'));
  const groupOf = new Map<string, string>();
  groups.forEach((group, index) => {
    faults.push(...memberFaults(group, index, byName, groupOf));
    const members = group.nodes.flatMap((name) => byName.get(name) ?? []);
    faults.push(...differenceFaults(file, members, () => at('cluster', 'groups', index, 'nodes', 1)));
    if (group.highAvailability === true && group.nodes.length < 2)
      faults.push({
        path: at('cluster', 'groups', index, 'highAvailability'),
        what: 'must be false in a group of one node: high availability needs two',
      });
  });
  return faults;
}

/** Nodes of a group that do not exist, or are in a group already; fills `groupOf`. */
function memberFaults(
  group: CheckedGroup,
  index: number,
  nodes: ReadonlyMap<string, CheckedNode>,
  groupOf: Map<string, string>,
): Fault[] {
  const faults: Fault[] = [];
  group.nodes.forEach((name, place) => {
    const path = at('cluster', 'groups', index, 'nodes', place);
    const owner = groupOf.get(name);
    if (!nodes.has(name))
      faults.push({
        path,
        what: `must be the name of a node (${wordList([...nodes.keys()])}), not ${quoted(name)}`,
      });
    else if (owner !== undefined)
      faults.push({
        path,
        what: `must be a node that is in no other place: ${quoted(name)} is in ${quoted(owner)}`,
      });
    groupOf.set(name, owner ?? group.name);
  });
  return faults;
}

/** Two nodes of a group that differ in what must be equal. */
function differenceFaults(
  file: CheckedFile,
  members: readonly CheckedNode[],
  path: (field: string) => string,
): Fault[] {
  const [first, second] = members;
  if (!first || !second) return [];
  const faults: Fault[] = [];
  const compare = (field: 'softwareVersion' | 'databasePublisher', noun: string, fallback: string) => {
    const [one, other] = [first[field] ?? fallback, second[field] ?? fallback];
    if (one !== other)
      faults.push({
        path: path(field),
        what: `must have the same ${noun} as its peer: ${first.name} has ${quoted(one)}, ${second.name} has ${quoted(other)}`,
      });
  };
  compare('softwareVersion', 'software version', DEFAULT_SOFTWARE_VERSION);
  compare('databasePublisher', 'database publisher', defaultPublisher(file));
  return faults;
}

function boundFaults(file: CheckedFile): Fault[] {
  const cluster = clusterParameters(file);
  return file.cluster.nodes.flatMap((node, index) =>
    parameterFaults({ ...cluster, ...clientLimits(file, node) }).flatMap(({ parameter, what }) => {
      const perNode = parameter === 'clientReloginLowerLimit' || parameter === 'clientReloginUpperLimit';
      const own = node.clientReloginLowerLimit !== undefined || node.clientReloginUpperLimit !== undefined;
      return [
        {
          path: perNode && own ? at('cluster', 'nodes', index, parameter) : at('parameters', parameter),
          what,
        },
      ];
    }),
  );
}

/** Faults of one step by itself, under its place in the file. */
function ownFaults(step: CheckedFile['steps'][number], index: number): Fault[] {
  return stepFaults(step).map(({ path, what }) => ({ path: `${at('steps', index)}.${path}`, what }));
}

/** Steps that go back in time. */
function orderFaults(file: CheckedFile): Fault[] {
  let latest = 0;
  return file.steps.flatMap((step, index) => {
    if (step.at < latest)
      return [
        {
          path: at('steps', index, 'at'),
          what: `must not be earlier than the step before (${latest} s), not ${step.at} s`,
        },
      ];
    latest = step.at;
    return [];
  });
}

function expectationFaults(file: CheckedFile): Fault[] {
  const until = file.until ?? defaultUntil(file.steps, file.expect);
  const groups = file.cluster.groups?.length ?? 1;
  return file.expect.flatMap((expected, index) => {
    const faults: Fault[] = [];
    if (expected.at > until)
      faults.push({
        path: at('expect', index, 'at'),
        what: `must not be after the end of the run (${until} s), not ${expected.at} s`,
      });
    if (
      groups > 1 &&
      expected.row !== undefined &&
      (expected.row === null || typeof expected.row === 'number')
    )
      faults.push({
        path: at('expect', index, 'row'),
        what: `must be an object by group name where there are several groups, not ${shownValue(expected.row)}`,
      });
    return faults;
  });
}
