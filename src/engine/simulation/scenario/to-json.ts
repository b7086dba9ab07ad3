/** From a scenario back to a file, with everything left out that would be filled in again. */
import { msToSeconds } from '../../kernel/time';
import { DEFAULT_DURATIONS, DEFAULT_LINK_LATENCY_MS, DEFAULT_PARAMETERS } from '../../model/parameters';
import type { TimedStep } from '../../model/step';
import { FORMAT, VERSION } from './file-schema';
import { DEFAULT_REPLICATION, DEFAULT_SOFTWARE_VERSION, defaultGroups, defaultUntil } from './normalise';
import type { Scenario, ScenarioGroup, ScenarioNode } from './types';

type JsonObject = Record<string, unknown>;

/** The entries of `values` that differ from those of `defaults`. */
function differing(values: object, defaults: object): JsonObject {
  return Object.fromEntries(
    Object.entries(values).filter(([key, value]) => value !== Reflect.get(defaults, key)),
  );
}

/** The object under its name, or nothing if it is empty. */
const unlessEmpty = (name: string, value: JsonObject): JsonObject =>
  Object.keys(value).length > 0 ? { [name]: value } : {};

/** A step as it stands in a file. */
export const timedStepToJson = ({ atMs, via, step }: TimedStep): JsonObject => ({
  at: msToSeconds(atMs),
  ...step,
  ...(via === null ? {} : { via }),
});

/**
 * Writes a scenario as a file.
 *
 * @returns plain data that `checkScenario` takes back to an equal scenario, with defaults left out
 */
export function scenarioToJson(scenario: Scenario): JsonObject {
  const steps = scenario.steps.map(timedStepToJson);
  const expect = scenario.expect.map(({ atMs, ...expected }) => ({ at: msToSeconds(atMs), ...expected }));
  const lastMs = defaultUntil(
    scenario.steps.map((step) => ({ at: step.atMs })),
    scenario.expect.map((expected) => ({ at: expected.atMs })),
  );
  return {
    format: FORMAT,
    version: VERSION,
    ...differing(
      { title: scenario.title, description: scenario.description, seed: scenario.seed },
      { title: '', description: '', seed: 1 },
    ),
    cluster: clusterToJson(scenario),
    ...unlessEmpty('parameters', differing(scenario.parameters, DEFAULT_PARAMETERS)),
    ...unlessEmpty('durations', differing(scenario.durations, DEFAULT_DURATIONS)),
    ...differing({ start: scenario.start }, { start: 'normal' }),
    ...(steps.length > 0 ? { steps } : {}),
    ...(scenario.untilMs === lastMs ? {} : { until: msToSeconds(scenario.untilMs) }),
    ...(expect.length > 0 ? { expect } : {}),
  };
}

function clusterToJson(scenario: Scenario): JsonObject {
  const { nodes, groups, users, multipleDeviceMessaging, linkLatencyMs, linkLoss } = scenario;
  const publisher = nodes[0]?.name ?? '';
  return {
    nodes: nodes.map((node) => nodeToJson(node, publisher)),
    ...(isDefaultGroups(groups, nodes) ? {} : { groups: groups.map(groupToJson) }),
    ...differing(
      { users, multipleDeviceMessaging, linkLatencyMs, linkLoss },
      { users: 0, multipleDeviceMessaging: false, linkLatencyMs: DEFAULT_LINK_LATENCY_MS, linkLoss: 0 },
    ),
  };
}

function nodeToJson(node: ScenarioNode, publisher: string): JsonObject {
  const { clientReloginLowerLimit, clientReloginUpperLimit } = DEFAULT_PARAMETERS;
  return {
    name: node.name,
    ...differing(
      {
        clientReloginLowerLimit: msToSeconds(node.clientReloginLowerLimitMs),
        clientReloginUpperLimit: msToSeconds(node.clientReloginUpperLimitMs),
        softwareVersion: node.softwareVersion,
        databasePublisher: node.databasePublisher,
        replication: node.replication,
      },
      {
        clientReloginLowerLimit,
        clientReloginUpperLimit,
        softwareVersion: DEFAULT_SOFTWARE_VERSION,
        databasePublisher: publisher,
        replication: DEFAULT_REPLICATION,
      },
    ),
  };
}

const groupToJson = ({ name, nodes, description, highAvailability }: ScenarioGroup): JsonObject => ({
  name,
  nodes: [...nodes],
  ...differing({ description, highAvailability }, { description: '', highAvailability: false }),
});

function isDefaultGroups(groups: readonly ScenarioGroup[], nodes: readonly ScenarioNode[]): boolean {
  return JSON.stringify(groups.map(groupToJson)) === JSON.stringify(defaultGroups(nodes).map(groupToJson));
}
