/** The scenarios that are measured, as files: the same ones can be loaded into the lab in a browser. */
import { readFileSync } from 'node:fs';

/** A scenario file's content. */
export type ScenarioJson = Readonly<Record<string, unknown>>;

const HOUR_SECONDS = 3600;

/** Length of the long run. */
export const LONG_RUN_SECONDS = 24 * HOUR_SECONDS;

/** What is done to the pair over and over: a fault, its consequence, its repair, each group back at Normal/Normal or on its way. */
const DAY_OF_FAULTS: readonly Readonly<Record<string, string>>[] = [
  { do: 'stop-service', node: 'imp1', service: 'Cisco XCP Router' },
  { do: 'start-service', node: 'imp1', service: 'Cisco XCP Router' },
  { do: 'fallback', node: 'imp1' },
  { do: 'power-off', node: 'imp2' },
  { do: 'power-on', node: 'imp2' },
  { do: 'fallback', node: 'imp2' },
  { do: 'failover', node: 'imp1' },
  { do: 'fallback', node: 'imp1' },
  { do: 'isolate', node: 'imp2' },
  { do: 'rejoin', node: 'imp2' },
  { do: 'recover', group: 'DefaultCUPSubCluster' },
  { do: 'cut-link', group: 'DefaultCUPSubCluster' },
  { do: 'restore-link', group: 'DefaultCUPSubCluster' },
  { do: 'recover', group: 'DefaultCUPSubCluster' },
  { do: 'stop-database', node: 'imp2' },
  { do: 'start-database', node: 'imp2' },
  { do: 'fallback', node: 'imp2' },
  { do: 'restart', node: 'imp1' },
  { do: 'restart-srm', node: 'imp2' },
  { do: 'fallback', node: 'imp1' },
];

/** A pair with nothing done to it, to exchange keep-alives. */
export function healthyPair(users: number): ScenarioJson {
  return {
    format: 'presence-redundancy-scenario',
    version: 1,
    title: 'A healthy pair',
    cluster: { nodes: [{ name: 'imp1' }, { name: 'imp2' }], users },
  };
}

/**
 * A pair to which something is done at even distances.
 *
 * @param seconds length of the run
 * @param actions how many things are done, evenly spread
 * @param users users of the pair
 */
export function livelyPair(seconds: number, actions: number, users: number): ScenarioJson {
  const distance = Math.floor(seconds / (actions + 1));
  return {
    ...healthyPair(users),
    title: `${actions} actions in ${Math.round(seconds / HOUR_SECONDS)} hours, ${users} users`,
    steps: Array.from({ length: actions }, (_, index) => ({
      at: (index + 1) * distance,
      ...DAY_OF_FAULTS[index % DAY_OF_FAULTS.length],
    })),
    until: seconds,
  };
}

/** The run of which any instant must be at hand: 24 hours, 200 actions, 1,000 users. */
export function longRun(): ScenarioJson {
  return livelyPair(LONG_RUN_SECONDS, 200, 1000);
}

/** The demonstration in which 75,000 users fail over and return. */
export function largeCluster(): ScenarioJson & { readonly until: number } {
  return JSON.parse(readFileSync('content/scenarios/large-cluster-failover.json', 'utf8')) as ScenarioJson & {
    until: number;
  };
}
