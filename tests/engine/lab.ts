/** A cluster on a bench: steps at exact milliseconds, and what the administrator sees of it, in short words. */
import {
  checkScenario,
  Simulation,
  type ClusterState,
  type CriticalService,
  type GroupState,
  type KeepAliveContent,
  type NodeState,
  type NodeStep,
  type Scenario,
  type Step,
} from '../../src/engine';
import { LOSS_REASONS, RECORD, TIMER } from '../../src/engine/rules/recorder';
import type { ShownDetail } from '../../src/engine/rules/rule';
import { verdictOn } from '../../src/engine/rules/steps';
import { userIndex } from '../../src/engine/rules/users';
import { RunLog } from '../../src/engine/simulation/log';
import { obeyDisabledRule } from './disabled-rule';

obeyDisabledRule();

/** What differs from a healthy pair, imp1 and imp2, in the group `pair` with high availability on. */
export interface LabSetup {
  readonly nodes?: readonly object[];
  readonly groups?: readonly object[];
  readonly users?: number;
  readonly parameters?: object;
  readonly durations?: object;
  readonly start?: 'normal' | 'cold';
  readonly seed?: number;
  readonly multipleDeviceMessaging?: boolean;
  readonly linkLatencyMs?: number;
  readonly linkLoss?: number;
}

const PAIR = [{ name: 'pair', nodes: ['imp1', 'imp2'], highAvailability: true }];

/** The same pair with high availability off. */
export const PAIR_WITHOUT_HA = [{ name: 'pair', nodes: ['imp1', 'imp2'] }];

/** The checked scenario of a setup. */
export function scenarioFor({
  nodes = [{ name: 'imp1' }, { name: 'imp2' }],
  groups = PAIR,
  users = 0,
  multipleDeviceMessaging = false,
  linkLatencyMs = 20,
  linkLoss = 0,
  ...rest
}: LabSetup = {}): Scenario {
  const checked = checkScenario({
    format: 'presence-redundancy-scenario',
    version: 1,
    cluster: { nodes, groups, users, multipleDeviceMessaging, linkLatencyMs, linkLoss },
    ...rest,
  });
  if (!checked.ok) throw new Error(checked.faults.map(({ path, what }) => `${path}: ${what}`).join('\n'));
  return checked.scenario;
}

/** A cluster on a bench. */
export class Lab {
  readonly log = new RunLog();
  readonly simulation: Simulation;
  readonly #steps: { atMs: number; via: null; step: Step }[] = [];

  constructor(setup: LabSetup = {}) {
    this.simulation = Simulation.of(scenarioFor(setup), [], this.log);
  }

  get state(): ClusterState {
    return this.simulation.state;
  }

  /** Does steps at an instant, before anything else that is due then; each must be possible and change something. */
  at(atMs: number, ...steps: readonly Step[]): this {
    for (const step of steps) {
      const verdict = this.try(atMs, step);
      if (verdict !== '') throw new Error(`${step.do} at ${atMs} ms: ${verdict}`);
    }
    return this;
  }

  /** Attempts a step; empty if it is done, else `refused: why` or `idle: why`. */
  try(atMs: number, step: Step): string {
    if (atMs > this.state.timeMs || this.state.eventCount === 0) this.simulation.runTo(atMs - 1);
    const verdict = verdictOn(this.simulation.world, step);
    this.#steps.push({ atMs, via: null, step });
    this.simulation.setSteps([...this.#steps]);
    if (!this.simulation.step(atMs)) throw new Error(`it is already past ${atMs} ms`);
    if (verdict === null) return '';
    return 'refused' in verdict ? `refused: ${verdict.refused}` : `idle: ${verdict.idle}`;
  }

  /** Lets everything happen that is due at or before an instant. */
  to(atMs: number): this {
    this.simulation.runTo(atMs);
    if (this.simulation.violations.length > 0)
      throw new Error(this.simulation.violations.map((it) => `${it.invariant}: ${it.what}`).join('\n'));
    return this;
  }

  node(name: string): NodeState {
    return this.state.nodes.find((node) => node.name === name)!;
  }

  group(name = 'pair'): GroupState {
    return this.state.groups.find((group) => group.name === name)!;
  }

  /** What is seen of the nodes now: `state/reason`, or `unreachable`. */
  get seen(): string[] {
    return this.state.nodes.map((node) => pair(node.shownState, node.shownReason));
  }

  /** Every change that the administrator saw from an instant on: `ms node state/reason`. */
  changes(fromMs = 0): string[] {
    const changes: string[] = [];
    for (let index = 0; index < this.log.length; index++) {
      const { kind, timeMs, node, detail } = this.log.read(index);
      if (kind !== RECORD.state || timeMs < fromMs) continue;
      const { shownState, shownReason } = detail as ShownDetail;
      changes.push(`${timeMs} ${this.state.nodes[node]!.name} ${pair(shownState, shownReason)}`);
    }
    return changes;
  }

  /** Keep-alives of a node: instant of each sending, arrival or loss, and what it says. */
  keepAlives(
    what: 'send' | 'arrival' | 'loss',
    from: string,
  ): { timeMs: number; number: number; why: string; content: KeepAliveContent }[] {
    const list = [];
    for (let index = 0; index < this.log.length; index++) {
      const { kind, timeMs, node, a, b, detail } = this.log.read(index);
      if (kind === RECORD[what] && this.state.nodes[node]!.name === from)
        list.push({ timeMs, number: a, why: LOSS_REASONS[b] ?? '', content: detail as KeepAliveContent });
    }
    return list;
  }

  /** Instants of the attempts of clients, with the user's name. */
  get attempts(): string[] {
    const list: string[] = [];
    for (let index = 0; index < this.log.length; index++) {
      const { kind, timeMs, a, b } = this.log.read(index);
      if (kind === RECORD.timer && a === TIMER.client) list.push(`${timeMs} user${b + 1}`);
    }
    return list;
  }

  /** A user: home, where placed, session and on which node. */
  user(name: string): string {
    const { users, nodes, groups } = this.state;
    const user = userIndex(this.state, name);
    if (user < 0) throw new Error(`there is no user ${name}`);
    const home = users.home[user]!;
    const members = groups.find((group) => group.nodes.includes(home))?.nodes ?? [];
    const placed = members.filter((_, place) => ((users.placed[user]! >> place) & 1) === 1);
    const session = ['offline', 'online', 'waiting'][users.session[user]!]!;
    const on = users.sessionNode[user]!;
    return [
      `home ${home < 0 ? 'none' : nodes[home]!.name}`,
      `on ${placed.map((index) => nodes[index]!.name).join('+') || 'none'}`,
      `${session}${on < 0 ? '' : ` ${nodes[on]!.name}`}`,
    ].join(', ');
  }

  /** Instant of a waiting user's next attempt. */
  tryMs(name: string): number {
    return this.state.users.tryMs[userIndex(this.state, name)]!;
  }
}

const pair = (state: string, reason: string | null): string =>
  state === 'unreachable' ? state : `${state}/${reason ?? 'none'}`;

/** The stop of a critical service. */
export const stopService = (node: string, service: CriticalService = 'Cisco SIP Proxy'): Step => ({
  do: 'stop-service',
  node,
  service,
});

/** The start of a critical service. */
export const startService = (node: string, service: CriticalService = 'Cisco SIP Proxy'): Step => ({
  do: 'start-service',
  node,
  service,
});

/** Steps on a node that need nothing but its name. */
export const on = (node: string, ...actions: readonly NodeStep['do'][]): Step[] =>
  actions.map((action) => ({ do: action, node }));
