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
import { isSeconds, limitsOf, valueOfText } from '../../cluster-forms';

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
  const nodes = view.nodes.flatMap((node) =>
    Object.entries(limitsOf(node)).map(([id, value]) => [nodeKey(node.name, id), String(value)]),
  );
  return Object.fromEntries([...cluster, ...nodes]) as Draft;
}

/** What is wrong, by key; empty if the form can be saved. */
export function draftFaults(draft: Draft, nodes: readonly string[]): Readonly<Record<DraftKey, string>> {
  const typed = Object.entries(draft).flatMap(([key, text]) =>
    isNumber(key) && !isSeconds(text) ? [[key, 'must be a number']] : [],
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
  return Object.fromEntries(parameters.map((it) => [it.id, valueOfText(it, draft[key(it.id)] ?? '')]));
}

const NUMBERS = new Set<string>(
  PARAMETERS.filter(({ unit }) => unit === 'seconds' || unit === 'port').map(({ id }) => id),
);

function isNumber(key: DraftKey): boolean {
  return NUMBERS.has(key.slice(key.lastIndexOf('/') + 1));
}
