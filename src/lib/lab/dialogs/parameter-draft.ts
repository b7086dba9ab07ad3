/** A form of all parameters: what is typed, what is wrong with it, and the steps that Save comes to. */
import {
  DEFAULT_PARAMETERS,
  PARAMETERS,
  parameterFaults,
  type ClusterView,
  type ParameterDefinition,
  type ParameterValues,
} from '../../../engine';
import type { StepRequest } from '../../../worker/protocol';

/** Name of a value in the form: a clusterwide parameter's id, or a node's name, a slash and a limit's id. */
export type DraftKey = string;

/** What is typed, by key: numbers as text, switches as `true` or `false`. */
export type Draft = Readonly<Record<DraftKey, string>>;

/** Parameters of the whole cluster. */
export const CLUSTER_PARAMETERS: readonly ParameterDefinition[] = PARAMETERS.filter(
  ({ scope }) => scope === 'cluster',
);

/** Parameters that each node has for itself. */
export const NODE_PARAMETERS: readonly ParameterDefinition[] = PARAMETERS.filter(
  ({ scope }) => scope === 'node',
);

/** The key of a node's parameter. */
export const nodeKey = (node: string, id: string): DraftKey => `${node}/${id}`;

/** The form as it stands before anything is typed. */
export function draftOf(view: ClusterView): Draft {
  const cluster = Object.entries(view.parameters).map(([id, value]) => [id, String(value)]);
  const nodes = view.nodes.flatMap((node) => [
    [nodeKey(node.name, 'clientReloginLowerLimit'), String(node.clientReloginLowerLimitMs / 1000)],
    [nodeKey(node.name, 'clientReloginUpperLimit'), String(node.clientReloginUpperLimitMs / 1000)],
  ]);
  return Object.fromEntries([...cluster, ...nodes]) as Draft;
}

/** What is wrong, by key; empty if the form can be saved. */
export function draftFaults(draft: Draft, nodes: readonly string[]): Readonly<Record<DraftKey, string>> {
  const typed = Object.entries(draft).flatMap(([key, text]) =>
    isNumber(key) && !isPlainNumber(text) ? [[key, 'must be a number']] : [],
  );
  const cluster = valuesOf(draft, CLUSTER_PARAMETERS, (id) => id);
  const clusterFaults = parameterFaults({ ...DEFAULT_PARAMETERS, ...cluster }).map(({ parameter, what }) => [
    parameter,
    what,
  ]);
  const nodeFaults = nodes.flatMap((node) => {
    const limits = valuesOf(draft, NODE_PARAMETERS, (id) => nodeKey(node, id));
    return parameterFaults({ ...DEFAULT_PARAMETERS, ...limits }).map(({ parameter, what }) => [
      nodeKey(node, parameter),
      what,
    ]);
  });
  return Object.fromEntries([...clusterFaults, ...nodeFaults, ...typed]) as Record<DraftKey, string>;
}

/** The steps that bring the cluster to what is typed: none if nothing was changed. */
export function draftSteps(draft: Draft, view: ClusterView): readonly StepRequest[] {
  const before = draftOf(view);
  const changed = (parameters: readonly ParameterDefinition[], key: (id: string) => DraftKey) =>
    valuesOf(
      draft,
      parameters.filter(({ id }) => draft[key(id)] !== before[key(id)]),
      key,
    );
  const steps: readonly StepRequest[] = [
    { do: 'set-parameters', values: changed(CLUSTER_PARAMETERS, (id) => id) },
    ...view.nodes.map(({ name }) => ({
      do: 'set-parameters',
      values: changed(NODE_PARAMETERS, (id) => nodeKey(name, id)),
      node: name,
    })),
  ];
  return steps.filter(({ values }) => Object.keys(values as object).length > 0);
}

function valuesOf(
  draft: Draft,
  parameters: readonly ParameterDefinition[],
  key: (id: string) => DraftKey,
): Partial<ParameterValues> {
  return Object.fromEntries(parameters.map(({ id, unit }) => [id, valueOf(draft[key(id)] ?? '', unit)]));
}

function valueOf(text: string, unit: ParameterDefinition['unit']): number | boolean | string {
  if (unit === 'switch') return text === 'true';
  return unit === 'mode' ? text : Number(text);
}

const NUMBERS = new Set<string>(
  PARAMETERS.filter(({ unit }) => unit === 'seconds' || unit === 'port').map(({ id }) => id),
);

function isNumber(key: DraftKey): boolean {
  return NUMBERS.has(key.slice(key.lastIndexOf('/') + 1));
}

function isPlainNumber(text: string): boolean {
  return /^\s*\d+(\.\d{1,3})?\s*$/.test(text);
}
