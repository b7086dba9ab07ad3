/** From a checked file to the scenario the engine takes: defaults that depend on other fields, milliseconds, plain objects. */
import { secondsToMs } from '../../kernel/time';
import type { ClusterParameterValues } from '../../model/parameters';
import { DEFAULT_DURATIONS, DEFAULT_PARAMETERS } from '../../model/parameters';
import type { TimedStep } from '../../model/step';
import type { CheckedFile } from './file-schema';
import type { Expectation, Scenario, ScenarioGroup, ScenarioNode } from './types';

/** Name of the group that a cluster has when the file lists none. */
export const DEFAULT_GROUP_NAME = 'DefaultCUPSubCluster';

/** Software version of nodes that do not say theirs. */
export const DEFAULT_SOFTWARE_VERSION = '15.0.1';

/** Replication value of nodes that do not say theirs: good. */
export const DEFAULT_REPLICATION = 2;

/** The clusterwide values of a file, as typed, defaults filled in. */
export function clusterParameters(file: CheckedFile): ClusterParameterValues {
  const values = { ...DEFAULT_PARAMETERS, ...file.parameters };
  return {
    servicePort: values.servicePort,
    adminRpcPort: values.adminRpcPort,
    criticalServiceDelay: values.criticalServiceDelay,
    automaticFallback: values.automaticFallback,
    initializationKeepAliveTimeout: values.initializationKeepAliveTimeout,
    keepAliveTimeout: values.keepAliveTimeout,
    keepAliveInterval: values.keepAliveInterval,
    userAssignmentMode: values.userAssignmentMode,
  };
}

/** The two re-login limits of a node in seconds: its own, or the file's for all nodes, or the guide's. */
export function clientLimits(file: CheckedFile, node: CheckedFile['cluster']['nodes'][number]) {
  const all = { ...DEFAULT_PARAMETERS, ...file.parameters };
  return {
    clientReloginLowerLimit: node.clientReloginLowerLimit ?? all.clientReloginLowerLimit,
    clientReloginUpperLimit: node.clientReloginUpperLimit ?? all.clientReloginUpperLimit,
  };
}

/** The groups of a file that lists none: the first two nodes, with high availability where there are two. */
export function defaultGroups(nodes: readonly { readonly name: string }[]): ScenarioGroup[] {
  const pair = nodes.slice(0, 2).map((node) => node.name);
  return [{ name: DEFAULT_GROUP_NAME, description: '', nodes: pair, highAvailability: pair.length === 2 }];
}

/** When a run ends that does not say it: with its last step or expectation. */
export function defaultUntil(
  steps: readonly { readonly at: number }[],
  expect: readonly { readonly at: number }[],
) {
  return [...steps, ...expect].reduce((latest, { at }) => Math.max(latest, at), 0);
}

/** The scenario of a file whose schema and coherence have been checked. */
export function normalise(file: CheckedFile): Scenario {
  const { cluster } = file;
  return {
    title: file.title,
    description: file.description,
    seed: file.seed,
    nodes: cluster.nodes.map((node) => normaliseNode(file, node)),
    groups: cluster.groups?.map(normaliseGroup) ?? defaultGroups(cluster.nodes),
    users: cluster.users,
    multipleDeviceMessaging: cluster.multipleDeviceMessaging,
    linkLatencyMs: cluster.linkLatencyMs,
    linkLoss: cluster.linkLoss,
    parameters: clusterParameters(file),
    durations: { ...DEFAULT_DURATIONS, ...file.durations },
    start: file.start,
    steps: file.steps.map(normaliseStep),
    untilMs: secondsToMs(file.until ?? defaultUntil(file.steps, file.expect)),
    expect: file.expect.map(normaliseExpectation),
  };
}

function normaliseNode(file: CheckedFile, node: CheckedFile['cluster']['nodes'][number]): ScenarioNode {
  const limits = clientLimits(file, node);
  return {
    name: node.name,
    clientReloginLowerLimitMs: secondsToMs(limits.clientReloginLowerLimit),
    clientReloginUpperLimitMs: secondsToMs(limits.clientReloginUpperLimit),
    softwareVersion: node.softwareVersion ?? DEFAULT_SOFTWARE_VERSION,
    databasePublisher: node.databasePublisher ?? defaultPublisher(file),
    replication: node.replication ?? DEFAULT_REPLICATION,
  };
}

/** The first node of the cluster, unless nodes say otherwise. */
export const defaultPublisher = (file: CheckedFile): string => file.cluster.nodes[0]!.name;

function normaliseGroup(group: NonNullable<CheckedFile['cluster']['groups']>[number]): ScenarioGroup {
  return {
    name: group.name,
    description: group.description ?? '',
    nodes: group.nodes,
    highAvailability: group.highAvailability ?? false,
  };
}

function normaliseStep({ at, via, ...step }: CheckedFile['steps'][number]): TimedStep {
  return { atMs: secondsToMs(at), via: via ?? null, step };
}

function normaliseExpectation({ at, ...expected }: CheckedFile['expect'][number]): Expectation {
  return { atMs: secondsToMs(at), ...expected };
}
