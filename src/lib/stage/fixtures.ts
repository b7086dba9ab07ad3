/** Instants made by hand for tests of the stage: they need not come from a run, only look like one. */
import type {
  ClusterView,
  CriticalService,
  GroupView,
  KeepAliveView,
  NodeView,
  Reason,
  ShownStateId,
  StateId,
  TimerView,
  UserView,
} from '../../engine';

const SERVICES: readonly CriticalService[] = [
  'Cisco Client Profile Agent',
  'Cisco Sync Agent',
  'Cisco XCP Router',
  'Cisco SIP Proxy',
  'Cisco Presence Engine',
];

/** A timer, by what it is, when it began and when it ends. */
export function timer(kind: TimerView['kind'], label: string, sinceMs: number, untilMs: number): TimerView {
  return { id: `${kind} ${label}`, kind, label, sinceMs, untilMs, rule: null };
}

/** The two timers that every node of a watching pair has. */
export function watchTimers(heardMs: number): readonly TimerView[] {
  return [
    timer('keep-alive-timeout', 'Keep Alive Timeout', heardMs, heardMs + 60_000),
    timer('keep-alive-interval', 'next keep-alive', heardMs, heardMs + 15_000),
  ];
}

/** A healthy node in the given state, changed as told. */
export function node(
  name: string,
  state: ShownStateId,
  reason: Reason | null,
  change: Partial<NodeView> = {},
): NodeView {
  return {
    name,
    group: 'DefaultCUPSubCluster',
    state,
    reason,
    keptState: state === 'unreachable' ? 'normal' : state,
    keptReason: state === 'unreachable' ? 'Normal' : reason,
    stateSinceMs: 0,
    healthy: true,
    platform: 'up',
    isolated: false,
    database: 'up',
    services: SERVICES.map((service) => ({ name: service, status: 'started', broken: false, sinceMs: 0 })),
    srm: 'running',
    srmSinceMs: 0,
    replication: { value: 2, operation: null },
    userMoveFault: false,
    clientReloginLowerLimitMs: 120_000,
    clientReloginUpperLimitMs: 537_000,
    softwareVersion: '14.0',
    databasePublisher: 'imp1',
    claimsUsers: state === 'normal' || state === 'running-in-backup-mode',
    peer: null,
    users: { homed: 12, served: 12, online: 12, waiting: 0 },
    timers: watchTimers(90_000),
    waits: [],
    ...change,
  };
}

/** A node's services with some of them otherwise than started. */
export function services(
  changes: Partial<Record<CriticalService, 'stopped' | 'starting' | 'failed'>>,
): NodeView['services'] {
  return SERVICES.map((name) => ({
    name,
    status: changes[name] ?? 'started',
    broken: changes[name] === 'failed',
    sinceMs: 0,
  }));
}

/** A group of the given nodes, changed as told. */
export function group(nodes: readonly string[], change: Partial<GroupView> = {}): GroupView {
  return {
    name: 'DefaultCUPSubCluster',
    description: '',
    nodes,
    highAvailability: nodes.length === 2,
    enabledProperly: true,
    link: nodes.length === 2 ? { up: true, latencyMs: 20, loss: 0 } : null,
    keepAlives: [],
    splitBrain: false,
    row: null,
    hasPair: nodes.length === 2,
    ...change,
  };
}

/** A keep-alive that takes 20 ms from the given instant. */
export function keepAlive(
  from: string,
  to: string,
  sentMs: number,
  state: StateId,
  healthy = true,
): KeepAliveView {
  return {
    id: `${from} 1 ${String(sentMs)}`,
    from,
    to,
    sentMs,
    arrivesMs: sentMs + 20,
    state,
    reason: 'Normal',
    healthy,
  };
}

/** Users by number, every other one at home on the other node, changed as told. */
export function users(
  count: number,
  change: (index: number, home: string) => Partial<UserView> = () => ({}),
  nodes: readonly string[] = ['imp1', 'imp2'],
): readonly UserView[] {
  return Array.from({ length: count }, (_, index) => {
    const home = nodes[index % nodes.length] ?? 'imp1';
    return {
      name: `user${String(index + 1)}`,
      home,
      placed: [home],
      session: 'online' as const,
      node: home,
      sinceMs: 0,
      tryMs: null,
      presenceHidden: false,
      ...change(index, home),
    };
  });
}

/** An instant of a cluster with these nodes and groups. */
export function view(
  nodes: readonly NodeView[],
  groups: readonly GroupView[],
  individuals: readonly UserView[],
  change: Partial<ClusterView> = {},
): ClusterView {
  const count = (session: UserView['session']) =>
    individuals.filter((user) => user.session === session).length;
  return {
    timeMs: 97_000,
    eventCount: 20,
    nextEventMs: 105_000,
    nodes,
    groups,
    users: {
      total: individuals.length,
      online: count('online'),
      waiting: count('waiting'),
      offline: count('offline'),
      unassigned: individuals.filter((user) => user.home === null).length,
      individuals,
      stalePresence: [],
    },
    cost: { userMinutes: 0, waiting: 0, degraded: 0 },
    parameters: {
      servicePort: 22001,
      adminRpcPort: 20075,
      criticalServiceDelay: 90,
      automaticFallback: false,
      initializationKeepAliveTimeout: 120,
      keepAliveTimeout: 60,
      keepAliveInterval: 15,
      userAssignmentMode: 'balanced',
    },
    multipleDeviceMessaging: false,
    ...change,
  };
}

const PAIR = ['imp1', 'imp2'] as const;

/** Both nodes run, and both keep-alives are on their way. */
export const NORMAL = view(
  [node('imp1', 'normal', 'Normal'), node('imp2', 'normal', 'Normal')],
  [
    group(PAIR, {
      row: 1,
      keepAlives: [keepAlive('imp1', 'imp2', 97_000, 'normal'), keepAlive('imp2', 'imp1', 97_004, 'normal')],
    }),
  ],
  users(24),
);

/** A service has stopped, and the delay before the failover runs. */
export const SERVICE_DOWN = view(
  [
    node('imp1', 'normal', 'Normal', {
      healthy: false,
      services: services({ 'Cisco XCP Router': 'stopped' }),
      users: { homed: 12, served: 12, online: 0, waiting: 12 },
      timers: [
        ...watchTimers(90_000),
        timer('critical-service-delay', 'Critical Service Delay', 30_000, 120_000),
      ],
    }),
    node('imp2', 'normal', 'Normal'),
  ],
  [group(PAIR, { row: 1, keepAlives: [keepAlive('imp1', 'imp2', 97_000, 'normal', false)] })],
  users(24, (index, home) =>
    home === 'imp1' ? { session: 'waiting', sinceMs: 30_000, tryMs: 160_000 + index * 14_000 } : {},
  ),
);

/** The first node gives its users up while the second takes them over. */
export const FAILOVER = view(
  [
    node('imp1', 'failing-over', 'On Admin Request', {
      healthy: false,
      services: services(Object.fromEntries(SERVICES.map((name) => [name, 'stopped']))),
      users: { homed: 12, served: 0, online: 0, waiting: 12 },
      timers: watchTimers(96_000),
    }),
    node('imp2', 'taking-over', 'On Admin Request', {
      users: { homed: 12, served: 24, online: 12, waiting: 0 },
      timers: [...watchTimers(96_000), timer('transition', 'users move to imp2', 95_100, 105_112)],
    }),
  ],
  [group(PAIR, { row: 2 })],
  users(24, (index, home) =>
    home === 'imp1' ? { session: 'waiting', sinceMs: 95_020, tryMs: 215_000 + index * 14_000 } : {},
  ),
);

/** The first node is out with a service down; half of its users are back, on the second. */
export const FAILED_OVER = view(
  [
    node('imp1', 'failed-over-critical-services-not-running', 'Critical Service Down', {
      healthy: false,
      services: services({ 'Cisco XCP Router': 'failed', 'Cisco SIP Proxy': 'starting' }),
      users: { homed: 12, served: 0, online: 0, waiting: 5 },
      timers: [...watchTimers(390_000), timer('service-start', 'Cisco SIP Proxy starts', 392_000, 407_000)],
    }),
    node('imp2', 'running-in-backup-mode', 'Critical Service Down', {
      users: { homed: 12, served: 24, online: 19, waiting: 0 },
      timers: watchTimers(390_000),
    }),
  ],
  [group(PAIR, { row: 12 })],
  users(24, (index, home) => {
    if (home === 'imp2') return {};
    return index < 14
      ? { placed: ['imp2'], node: 'imp2', sinceMs: 200_000 + index * 14_050 }
      : { placed: ['imp2'], session: 'waiting', sinceMs: 30_000, tryMs: 300_000 + index * 8_000 };
  }),
  { timeMs: 397_000, nextEventMs: 405_000 },
);

/** An isolated node and its peer both own the users. */
export const SPLIT_BRAIN = view(
  [
    node('imp1', 'unreachable', null, {
      isolated: true,
      keptState: 'running-in-backup-mode',
      keptReason: 'Peer Down',
      claimsUsers: true,
      users: { homed: 12, served: 24, online: 0, waiting: 0 },
      timers: [timer('keep-alive-interval', 'next keep-alive', 390_000, 405_000)],
    }),
    node('imp2', 'running-in-backup-mode', 'Peer Down', {
      users: { homed: 12, served: 24, online: 24, waiting: 0 },
      timers: [timer('keep-alive-interval', 'next keep-alive', 390_000, 405_000)],
    }),
  ],
  [group(PAIR, { row: 16, splitBrain: true })],
  users(24, () => ({ placed: [...PAIR], node: 'imp2' })),
  { timeMs: 397_000, nextEventMs: 405_000 },
);

/** The first node is switched off and boots; its silence runs out at the second. */
export const UNREACHABLE = view(
  [
    node('imp1', 'unreachable', null, {
      platform: 'booting',
      healthy: false,
      database: 'down',
      srm: 'stopped',
      services: services(Object.fromEntries(SERVICES.map((name) => [name, 'stopped']))),
      users: { homed: 12, served: 12, online: 0, waiting: 12 },
      timers: [timer('platform', 'imp1 boots', 80_000, 200_000)],
    }),
    node('imp2', 'normal', 'Normal', {
      timers: [
        timer('keep-alive-timeout', 'Keep Alive Timeout', 60_000, 120_000),
        ...watchTimers(90_000).slice(1),
      ],
    }),
  ],
  [group(PAIR, { row: null })],
  users(24, (index, home) =>
    home === 'imp1' ? { session: 'waiting', sinceMs: 62_000, tryMs: 190_000 + index * 12_000 } : {},
  ),
);

/** Both nodes have failed. */
export const BOTH_FAILED = view(
  [
    node('imp1', 'running-in-failed-mode', 'Cisco Server Recovery Manager Take Over Users Failed', {
      userMoveFault: true,
      users: { homed: 12, served: 12, online: 0, waiting: 12 },
    }),
    node('imp2', 'running-in-failed-mode', 'Cisco Server Recovery Manager Take Over Users Failed'),
  ],
  [group(PAIR, { row: 19, link: { up: true, latencyMs: 120, loss: 0.25 } })],
  users(24, (index, home) =>
    home === 'imp1' ? { session: 'waiting', sinceMs: 40_000, tryMs: 160_000 + index * 12_000 } : {},
  ),
);

/** Seventy-five thousand users, part of which wait. */
export const MANY_USERS: ClusterView = {
  ...FAILED_OVER,
  nodes: FAILED_OVER.nodes.map((one, index) => ({
    ...one,
    users:
      index === 0
        ? { homed: 37_500, served: 0, online: 0, waiting: 14_220 }
        : { homed: 37_500, served: 75_000, online: 60_780, waiting: 0 },
  })),
  users: {
    ...FAILED_OVER.users,
    total: 75_000,
    online: 60_780,
    waiting: 14_220,
    offline: 0,
    individuals: [],
  },
};

/** One node in a group of its own. */
export const SINGLE = view(
  [node('imp1', 'unknown', 'High Availability Not Enabled', { timers: [] })],
  [group(['imp1'])],
  users(12, (index) => (index === 3 ? { session: 'offline', node: null } : {}), ['imp1']),
);

/** Two groups, and a node in none. */
export const TWO_GROUPS = view(
  [
    ...FAILED_OVER.nodes,
    node('imp3', 'normal', 'Normal', {
      group: 'Europe',
      users: { homed: 4, served: 4, online: 4, waiting: 0 },
    }),
    node('imp4', 'normal', 'Normal', {
      group: 'Europe',
      users: { homed: 4, served: 4, online: 4, waiting: 0 },
    }),
    node('imp5', 'unknown', 'High Availability Not Enabled', { group: null, timers: [] }),
  ],
  [group(PAIR, { row: 12 }), group(['imp3', 'imp4'], { name: 'Europe', row: 1 })],
  [
    ...FAILED_OVER.users.individuals,
    ...users(8, (index) => ({ name: `european${String(index + 1)}` }), ['imp3', 'imp4']),
    ...users(2, (index) => ({
      name: `nobody${String(index + 1)}`,
      home: null,
      placed: [],
      session: 'offline',
      node: null,
    })),
  ],
  { timeMs: 397_000, nextEventMs: 405_000 },
);
