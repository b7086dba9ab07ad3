/** Random steps and waits, chosen by numbers so that fast-check can shrink them, and resolved while the run goes on. */
import * as fc from 'fast-check';
import { CRITICAL_SERVICES, type ClusterState, type Step } from '../../src/engine';

/** Numbers from which a wait and a step are made. */
export interface Draw {
  readonly wait: number;
  readonly exact: number;
  readonly kind: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  /** True if the step stays even where it is refused. */
  readonly stubborn: boolean;
}

const nat = fc.nat({ max: 9999 });

/** One random action. */
export const draw: fc.Arbitrary<Draw> = fc.record({
  wait: nat,
  exact: nat,
  kind: nat,
  a: nat,
  b: nat,
  c: nat,
  stubborn: fc.nat({ max: 3 }).map((it) => it === 3),
});

/** What a wait is: a number of milliseconds, or until the next change of a node's state (at most so long). */
export type Wait = { readonly ms: number } | { readonly changeWithinMs: number; readonly thenMs: number };

/** The wait before an action. */
export function waitOf(draw: Draw, state: ClusterState): Wait {
  const { parameters } = state;
  const factor = state.multipleDeviceMessaging ? 2 : 1;
  const edge = [-1, 0, 0, 1, 100, 1000][draw.exact % 6]!;
  const table: readonly (() => Wait)[] = [
    () => ({ ms: 0 }),
    () => ({ ms: draw.exact % 50 }),
    () => ({ ms: draw.exact }),
    () => ({ ms: 1000 * (draw.exact % 60) }),
    () => ({ changeWithinMs: 400_000, thenMs: 0 }),
    () => ({ changeWithinMs: 400_000, thenMs: draw.exact % 50 }),
    () => ({ changeWithinMs: 400_000, thenMs: draw.exact }),
    () => ({ ms: factor * parameters.criticalServiceDelayMs + 100 + edge }),
    () => ({ ms: factor * parameters.keepAliveTimeoutMs + edge }),
    () => ({ ms: factor * parameters.keepAliveTimeoutMs + 15_000 }),
    () => ({ ms: 100_000 + factor * parameters.criticalServiceDelayMs }),
    () => ({ ms: state.durations.boot + 30_000 }),
    () => ({ ms: factor * parameters.initializationKeepAliveTimeoutMs + state.durations.boot + 60_000 }),
    () => ({ ms: draw.exact % 4 === 0 ? 1_800_000 + edge : 60_000 }),
  ];
  const wait = table[draw.wait % table.length]!();
  return 'ms' in wait ? { ms: Math.max(0, wait.ms) } : wait;
}

type Maker = (draw: Draw, state: ClusterState) => Step;

const at = <Item>(list: readonly Item[], index: number): Item => list[index % list.length]!;
const node = ({ a }: Draw, state: ClusterState): string => at(state.nodes, a).name;
const service = ({ b }: Draw) => at(CRITICAL_SERVICES, b);
const group = ({ a }: Draw, state: ClusterState): string =>
  state.groups.length === 0 ? 'none' : at(state.groups, a).name;
const user = (of: number, state: ClusterState): string => `user${1 + (of % (state.users.count + 1))}`;

const onNode =
  (
    action:
      | 'stop-database'
      | 'start-database'
      | 'stop-srm'
      | 'start-srm'
      | 'restart-srm'
      | 'shutdown'
      | 'power-off'
      | 'power-on'
      | 'restart'
      | 'isolate'
      | 'rejoin'
      | 'failover'
      | 'fallback'
      | 'drop-keep-alives',
  ): Maker =>
  (draw, state) => ({ do: action, node: node(draw, state) });
const onService =
  (action: 'stop-service' | 'start-service' | 'crash-service' | 'break-service' | 'mend-service'): Maker =>
  (draw, state) => ({ do: action, node: node(draw, state), service: service(draw) });
const onGroup =
  (action: 'recover' | 'enable-ha' | 'disable-ha' | 'cut-link' | 'restore-link' | 'delete-group'): Maker =>
  (draw, state) => ({ do: action, group: group(draw, state) });

/** A service of the node that does not run, if there is one: so that repairs happen by chance, too. */
const mendingService: Maker = (draw, state) => {
  const it = at(state.nodes, draw.a);
  const down = it.services.findIndex((one) => one.status !== 'started' && one.status !== 'starting');
  return { do: 'start-service', node: it.name, service: CRITICAL_SERVICES[Math.max(0, down)]! };
};

const parameterStep: Maker = ({ a, b, c }, state) => {
  const choices: readonly (() => Step)[] = [
    () => ({ do: 'set-parameter', parameter: 'keepAliveInterval', value: 1 + (b % 20) }),
    () => ({ do: 'set-parameter', parameter: 'keepAliveTimeout', value: 1 + (b % 90) }),
    () => ({ do: 'set-parameter', parameter: 'initializationKeepAliveTimeout', value: 1 + (b % 180) }),
    () => ({ do: 'set-parameter', parameter: 'criticalServiceDelay', value: 1 + (b % 120) }),
    () => ({ do: 'set-parameter', parameter: 'automaticFallback', value: b % 3 > 0 }),
    () => ({ do: 'set-parameter', parameter: 'servicePort', value: b }),
    () => ({
      do: 'set-parameter',
      parameter: 'userAssignmentMode',
      value: at(['balanced', 'active-standby', 'none'] as const, b),
    }),
    () => ({
      do: 'set-parameters',
      values: { clientReloginLowerLimit: b % 60, clientReloginUpperLimit: c % 120 },
      node: at(state.nodes, a).name,
    }),
    () => ({ do: 'set-multiple-device-messaging', on: b % 2 === 0 }),
  ];
  return at(choices, c)();
};

const groupEdit: Maker = ({ a, b, c }, state) => {
  const names = state.nodes.map((it) => it.name);
  const pair = [at(names, b), at(names, b + 1 + (c % names.length))].slice(0, 1 + (c % 3 === 0 ? 0 : 1));
  const choices: readonly (() => Step)[] = [
    () => ({ do: 'add-group', group: `extra${b % 3}`, nodes: pair, highAvailability: c % 2 === 0 }),
    () => ({ do: 'edit-group', group: group({ a } as Draw, state), nodes: pair }),
    () => ({ do: 'edit-group', group: group({ a } as Draw, state), highAvailability: c % 2 === 0 }),
    () => ({ do: 'edit-group', group: group({ a } as Draw, state), newName: `renamed${b % 4}` }),
  ];
  return at(choices, c)();
};

const userStep: Maker = ({ a, b, c }, state) => {
  const choices: readonly (() => Step)[] = [
    () => ({ do: 'add-user', user: `guest${b % 5}` }),
    () => ({ do: 'log-out', user: user(b, state) }),
    () => ({ do: 'log-in', user: user(b, state) }),
    () => ({ do: 'move-user', user: user(b, state), group: group({ a } as Draw, state) }),
    () => ({ do: 'search-temporary-presence', watcher: user(a, state), user: user(b, state) }),
    () => ({ do: 'delete-temporary-search', watcher: user(a, state), user: user(b, state) }),
    () => ({ do: 'subscribe-temporary-presence', watcher: user(a, state), user: user(b, state) }),
  ];
  return at(choices, c)();
};

/** Steps by weight. */
const MAKERS: readonly (readonly [weight: number, make: Maker])[] = [
  [5, onService('stop-service')],
  [2, onService('start-service')],
  [6, mendingService],
  [2, onService('crash-service')],
  [3, onService('break-service')],
  [1, onService('mend-service')],
  [4, onNode('stop-database')],
  [4, onNode('start-database')],
  [3, onNode('stop-srm')],
  [3, onNode('start-srm')],
  [7, onNode('restart-srm')],
  [1, onNode('shutdown')],
  [2, onNode('power-off')],
  [3, onNode('power-on')],
  [3, onNode('restart')],
  [2, onNode('isolate')],
  [2, onNode('rejoin')],
  [9, onNode('failover')],
  [11, onNode('fallback')],
  [2, onNode('drop-keep-alives')],
  [8, onGroup('recover')],
  [2, onGroup('enable-ha')],
  [1, onGroup('disable-ha')],
  [3, onGroup('cut-link')],
  [3, onGroup('restore-link')],
  [1, onGroup('delete-group')],
  [4, (draw, state) => ({ do: 'set-user-move-fault', node: node(draw, state), on: draw.b % 3 > 0 })],
  [2, (draw, state) => ({ do: 'set-replication', node: node(draw, state), value: draw.b % 5 })],
  [
    2,
    (draw, state) => ({
      do: 'dbreplication',
      node: node(draw, state),
      operation: at(['stop', 'reset', 'repair'] as const, draw.b),
    }),
  ],
  [
    2,
    (draw, state) => ({
      do: 'set-link',
      group: group(draw, state),
      latencyMs: at([1, 20, 400, 3000], draw.b),
      loss: at([0, 0, 0.1, 0.5], draw.c),
    }),
  ],
  [3, parameterStep],
  [2, groupEdit],
  [4, userStep],
];

const TOTAL = MAKERS.reduce((sum, [weight]) => sum + weight, 0);

function makerAt(number: number): Maker {
  let left = number % TOTAL;
  for (const [weight, make] of MAKERS) {
    if (left < weight) return make;
    left -= weight;
  }
  return MAKERS[0]![1];
}

/** Steps to try in turn for a draw, until one is not refused; a stubborn draw has but one. */
export function* stepsOf(draw: Draw, state: ClusterState): Generator<Step> {
  for (let turn = 0; turn < (draw.stubborn ? 1 : 6); turn++)
    yield makerAt(draw.kind + 37 * turn)({ ...draw, a: draw.a + turn }, state);
}
