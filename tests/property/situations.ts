/**
 * Situations that chance alone seldom leads to. A sequence may begin in one of them; everything after that is random. Each
 * is reached by steps and waits like any other, on the first group that has high availability and two nodes.
 */
import type { ServiceStep, Step } from '../../src/engine';
import type { Player } from './player';

/** Names of the nodes of the pair, and what is done to them. */
interface Pair {
  readonly one: string;
  readonly other: string;
  readonly group: string;
  readonly act: (...steps: readonly Step[]) => void;
  /** Waits for a change of a state, reason or phase. */
  readonly change: (times?: number) => void;
  /** Waits for a Critical Service Delay and what then follows. */
  readonly delay: () => void;
  /** Waits for almost a Critical Service Delay. */
  readonly delayLess: (ms: number) => void;
  /** Waits until a silent peer is lost, and what then follows. */
  readonly loss: () => void;
  readonly wait: (ms: number) => void;
}

const service = (action: 'stop' | 'start', node: string): ServiceStep => ({
  do: `${action}-service`,
  node,
  service: 'Cisco SIP Proxy',
});

function failedOver({ one, act, delay, wait }: Pair): void {
  act(service('stop', one));
  delay();
  act(service('start', one));
  wait(60_000);
}

function backupActivated(pair: Pair): void {
  failedOver(pair);
  pair.act({ do: 'stop-database', node: pair.other });
  pair.delay();
}

function idle({ one, act, change }: Pair): void {
  act({ do: 'failover', node: one });
  change(6);
}

/** All situations; a sequence names one by its index, or none. */
export const SITUATIONS: readonly ((pair: Pair) => void)[] = [
  failedOver,
  backupActivated,
  idle,
  (pair) => {
    backupActivated(pair);
    pair.act({ do: 'stop-srm', node: pair.one }, { do: 'start-database', node: pair.other });
    pair.loss();
    pair.act({ do: 'start-srm', node: pair.one });
  },
  (pair) => {
    backupActivated(pair);
    pair.act(
      { do: 'stop-srm', node: pair.one },
      { do: 'set-user-move-fault', node: pair.other, on: true },
      { do: 'start-database', node: pair.other },
    );
    pair.loss();
    pair.act({ do: 'restart-srm', node: pair.other });
    pair.wait(1_000);
    pair.act({ do: 'start-srm', node: pair.one });
  },
  (pair) => {
    idle(pair);
    pair.act({ do: 'fallback', node: pair.one });
    pair.wait(1_000);
    pair.act({ do: 'restart-srm', node: pair.one });
  },
  (pair) => {
    pair.act({ do: 'failover', node: pair.one });
    pair.wait(1_000);
    pair.act({ do: 'restart-srm', node: pair.other });
  },
  ({ one, other, act, delay }) => {
    act(service('stop', one));
    delay();
    act(service('stop', other));
    delay();
  },
  ({ one, group, act, wait }) => {
    act({ do: 'disable-ha', group }, { do: 'stop-srm', node: one }, { do: 'enable-ha', group });
    wait(2_000);
    act({ do: 'start-srm', node: one });
  },
  ({ group, act, loss }) => {
    act({ do: 'cut-link', group });
    loss();
  },
  (pair) => {
    failedOver(pair);
    pair.act({ do: 'set-parameter', parameter: 'automaticFallback', value: true });
    pair.wait(1_800_000);
  },
  ({ one, other, act, delay, wait }) => {
    act(service('stop', one));
    wait(3_000);
    act(service('stop', other));
    delay();
  },
  ({ one, other, act, delayLess, wait }) => {
    act(service('stop', one));
    delayLess(2_000);
    act(service('stop', other), { do: 'restart-srm', node: other });
    wait(4_000);
  },
];

/** Leads a run into a situation, if it has a pair with high availability. */
export function beginIn(player: Player, situation: number): void {
  const { state } = player;
  const group = state.groups.find((it) => it.highAvailability);
  if (!group) return;
  const [one, other] = group.nodes.map((index) => state.nodes[index]!.name) as [string, string];
  const factor = state.multipleDeviceMessaging ? 2 : 1;
  const moveMs = 2 * (state.durations.moveUsers + state.users.count) + 1_000;
  const { criticalServiceDelayMs, keepAliveTimeoutMs } = state.parameters;
  player.wait(1_000);
  SITUATIONS[situation]!({
    one,
    other,
    group: group.name,
    act: (...steps) => steps.forEach((step) => player.act(step)),
    change: (times = 1) => {
      for (let i = 0; i < times; i++) player.waitForChange(200_000);
    },
    delay: () => player.wait(factor * criticalServiceDelayMs + moveMs),
    delayLess: (ms) => player.wait(Math.max(0, factor * criticalServiceDelayMs - ms)),
    loss: () => player.wait(factor * keepAliveTimeoutMs + moveMs + 5_000),
    wait: (ms) => player.wait(ms),
  });
}
