/**
 * What is left of a malformed file when its malformed fields are taken out, so that names, instants and bounds of the
 * others can be looked at all the same: an author is told everything at once.
 */
import * as v from 'valibot';
import { FORMAT, scenarioFileSchema, VERSION, type CheckedFile } from './file-schema';

/** What cannot be told of the rest of a file, since it may depend on what was taken out. */
export interface Doubts {
  /** Bounds across parameters. */
  readonly bounds: boolean;
  /** Which groups there are. */
  readonly groups: boolean;
  /** Which users there are. */
  readonly users: boolean;
}

/** The well-formed rest of a file. */
export interface Remainder {
  readonly file: CheckedFile;
  /** Where its steps and expectations stand in the whole file. */
  readonly places: { readonly steps: readonly number[]; readonly expect: readonly number[] };
  readonly doubts: Doubts;
}

type Key = string | number;
type Path = readonly Key[];

/** The list of which an entry is taken out as a whole, or null. */
const listOf = (path: Path): 'steps' | 'expect' | null =>
  (path[0] === 'steps' || path[0] === 'expect') && typeof path[1] === 'number' ? path[0] : null;

/** A copy of parsed JSON without the value at a path. */
function without(json: unknown, [key, ...rest]: Path): unknown {
  if (typeof json !== 'object' || json === null || key === undefined) return json;
  if (Array.isArray(json))
    return rest.length === 0
      ? json.filter((_, index) => index !== key)
      : json.map((item, index): unknown => (index === key ? without(item, rest) : item));
  const entries = Object.entries(json);
  return Object.fromEntries(
    rest.length === 0
      ? entries.filter(([name]) => name !== key)
      : entries.map(([name, value]): [string, unknown] => [
          name,
          name === key ? without(value, rest) : value,
        ]),
  );
}

/** The list's entries that stay, with their places. */
function entriesLeft(json: object, name: 'steps' | 'expect', paths: readonly Path[]): [unknown, number][] {
  const list: unknown = (json as Readonly<Record<string, unknown>>)[name];
  const out = new Set(paths.flatMap((path) => (listOf(path) === name ? [path[1]] : [])));
  return Array.isArray(list)
    ? list.map((entry: unknown, index): [unknown, number] => [entry, index]).filter(([, at]) => !out.has(at))
    : [];
}

const isInCluster = (path: Path, ...names: readonly Key[]): boolean =>
  path[0] === 'cluster' && path[1] !== undefined && names.includes(path[1]);

/** What a group is compared with stands in its nodes, so that neither can be malformed without a doubt about the other. */
const concernsGroups = (path: Path): boolean => isInCluster(path, 'nodes', 'groups');

/** True for a node that is malformed as a whole: its name, which others may refer to, is not known. */
const hidesName = (path: Path): boolean => isInCluster(path, 'nodes') && path.length < 4;

function doubtsOf(paths: readonly Path[]): Doubts {
  const anyStep = paths.some(([first]) => first === 'steps');
  return {
    bounds: paths.some((path) => path[0] === 'parameters' || isInCluster(path, 'nodes')),
    groups: anyStep || paths.some(concernsGroups),
    users: anyStep || paths.some((path) => isInCluster(path, 'users')),
  };
}

/**
 * Takes the malformed fields out of a file.
 *
 * @param json the file, parsed; of any origin
 * @param issues what its schema finds wrong with it
 * @returns the rest, or null if without them nothing can be told of it (no list of nodes, say)
 */
export function remainderOf(json: unknown, issues: readonly v.BaseIssue<unknown>[]): Remainder | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null;
  const paths = issues.map((issue): Path => issue.path?.map((item) => item.key as Key) ?? []);
  if (paths.some(hidesName)) return null;
  const [steps, expect] = [entriesLeft(json, 'steps', paths), entriesLeft(json, 'expect', paths)];
  const fields = paths
    .filter((path) => listOf(path) === null)
    .reduce(without, json as unknown) as CheckedFile;
  const cluster = paths.some(concernsGroups) ? { ...fields.cluster, groups: [] } : fields.cluster;
  const left = v.safeParse(scenarioFileSchema, {
    ...fields,
    cluster,
    format: FORMAT,
    version: VERSION,
    steps: steps.map(([step]) => step),
    expect: expect.map(([expected]) => expected),
  });
  if (!left.success) return null;
  return {
    file: left.output,
    places: { steps: steps.map(([, at]) => at), expect: expect.map(([, at]) => at) },
    doubts: doubtsOf(paths),
  };
}
