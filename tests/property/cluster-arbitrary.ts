/** Random clusters, as scenario files: groups of one and two nodes, high availability on and off, parameters, links, users. */
import * as fc from 'fast-check';

/** A cluster as a scenario file describes it, without steps. */
export interface ClusterFile {
  readonly format: 'presence-redundancy-scenario';
  readonly version: 1;
  readonly seed: number;
  readonly cluster: object;
  readonly parameters: object;
  readonly durations: object;
  readonly start: 'normal' | 'cold';
}

/** Sizes and switches of one group: two nodes with or without high availability, or one node. */
const group = fc.constantFrom<readonly [nodes: 1 | 2, ha: boolean]>(
  [2, true],
  [2, true],
  [2, true],
  [2, false],
  [1, false],
);

const groups = fc.oneof(
  { weight: 6, arbitrary: fc.constant([[2, true]] as (readonly [1 | 2, boolean])[]) },
  { weight: 3, arbitrary: fc.array(group, { minLength: 1, maxLength: 3 }) },
);

/** Mostly the guide's values; else shorter ones that still keep the model's bounds. */
const parameters = fc.oneof(
  { weight: 5, arbitrary: fc.constant({}) },
  {
    weight: 4,
    arbitrary: fc
      .record({
        interval: fc.integer({ min: 1, max: 20 }),
        timeout: fc.integer({ min: 1, max: 60 }),
        initialization: fc.integer({ min: 1, max: 90 }),
        delay: fc.integer({ min: 1, max: 120 }),
        lower: fc.integer({ min: 1, max: 60 }),
        spread: fc.integer({ min: 0, max: 120 }),
        automaticFallback: fc.boolean(),
        userAssignmentMode: fc.constantFrom('balanced', 'active-standby', 'none'),
      })
      .map((it) => ({
        keepAliveInterval: it.interval,
        keepAliveTimeout: it.interval + it.timeout,
        initializationKeepAliveTimeout: it.interval + it.initialization,
        criticalServiceDelay: it.delay,
        clientReloginLowerLimit: it.lower,
        clientReloginUpperLimit: it.lower + it.spread,
        automaticFallback: it.automaticFallback,
        userAssignmentMode: it.userAssignmentMode,
      })),
  },
  { weight: 1, arbitrary: fc.constant({ automaticFallback: true }) },
);

const durations = fc.oneof(
  { weight: 5, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.record({
      stopServices: fc.integer({ min: 0, max: 20 }),
      startServices: fc.integer({ min: 0, max: 40 }),
      moveUsers: fc.integer({ min: 0, max: 60 }),
      srmStop: fc.integer({ min: 0, max: 5 }),
      srmStart: fc.integer({ min: 0, max: 30 }),
      shutdown: fc.integer({ min: 0, max: 40 }),
      boot: fc.integer({ min: 0, max: 150 }),
    }),
  },
);

/** One-way latency and loss: mostly a good link. */
const link = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ latencyMs: 20, loss: 0 }) },
  {
    weight: 3,
    arbitrary: fc.record({
      latencyMs: fc.constantFrom(1, 20, 150, 900),
      loss: fc.constantFrom(0, 0, 0.05, 0.3),
    }),
  },
);

/** Random clusters. */
export const clusterFile: fc.Arbitrary<ClusterFile> = fc
  .record({
    seed: fc.integer({ min: 0, max: 1_000_000 }),
    groups,
    parameters,
    durations,
    link,
    users: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.constant(4)),
    multipleDeviceMessaging: fc.boolean().map((on) => on),
    spareNode: fc.boolean(),
    replication: fc.constantFrom(2, 2, 2, 2, 2, 2, 3, 0),
    start: fc.constantFrom<'normal' | 'cold'>('normal', 'normal', 'normal', 'cold'),
  })
  .map((it) => {
    let count = 0;
    const nodes: object[] = [];
    const listed = it.groups.map(([size, highAvailability], index) => {
      const names = Array.from({ length: size }, () => `imp${++count}`);
      for (const name of names)
        nodes.push(index === 0 && nodes.length === 0 ? { name, replication: it.replication } : { name });
      return { name: `group${index + 1}`, nodes: names, highAvailability };
    });
    if (it.spareNode && it.groups.length > 1) nodes.push({ name: `imp${++count}` });
    return {
      format: 'presence-redundancy-scenario',
      version: 1,
      seed: it.seed,
      cluster: {
        nodes,
        groups: listed,
        users: it.users,
        multipleDeviceMessaging: it.multipleDeviceMessaging,
        linkLatencyMs: it.link.latencyMs,
        linkLoss: it.link.loss,
      },
      parameters: it.parameters,
      durations: it.durations,
      start: it.start,
    };
  });
