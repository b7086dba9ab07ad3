/**
 * What a sensible administrator does until a group is Normal / Normal: mend what is broken, then fall back or recover.
 * Law 10.4 says that this must lead home from everywhere; here with at most 12 actions and 2 simulated hours a group.
 */
import {
  CRITICAL_SERVICES,
  type ClusterState,
  type GroupState,
  type NodeState,
  type Step,
} from '../../src/engine';

/** Most actions that the way home of one group may take. */
export const MOST_REPAIRS = 12;

/** Longest time that the way home of one group may take. */
export const LONGEST_REPAIR_MS = 2 * 3_600_000;

/** The administrator looks again after this time. */
const LOOK_AGAIN_MS = 10_000;

/** A group that has been left alone for so long and shows the same states will not change by itself. */
const AT_REST_MS = 300_000;

/** What the policy needs of a run. */
export interface Patient {
  readonly state: ClusterState;
  /** Does a step now; false if it was refused. */
  act(step: Step): boolean;
  /** Lets the time pass. */
  wait(ms: number): void;
}

const nodesOf = (state: ClusterState, group: GroupState): NodeState[] =>
  group.nodes.map((index) => state.nodes[index]!);

/** Critical services that do not run, with whether they could. */
const downServices = (node: NodeState) =>
  node.services.flatMap((it, index) =>
    it.status === 'started' || it.status === 'starting'
      ? []
      : [{ service: CRITICAL_SERVICES[index]!, broken: it.broken }],
  );

/** What one node needs most, apart from its place in the group; null: nothing, `wait`: it is being seen to. */
function nodeRepair(node: NodeState): Step | 'wait' | null {
  if (node.isolated) return { do: 'rejoin', node: node.name };
  if (node.platform === 'off') return { do: 'power-on', node: node.name };
  if (node.platform !== 'up') return 'wait';
  const down = downServices(node);
  const restsByDesign = node.state === 'idle' || node.state === 'running-in-failed-mode' || node.recovering;
  const toStart = restsByDesign ? [] : down;
  const broken = node.services.filter((it) => it.broken).length;
  const ailments =
    broken +
    (node.userMoveFault ? 1 : 0) +
    (node.databaseUp ? 0 : 1) +
    toStart.length +
    (node.srm === 'stopped' ? 1 : 0);
  if (ailments > 1 && node.srm !== 'starting' && node.srm !== 'stopping')
    return { do: 'restart', node: node.name };
  if (!node.databaseUp) return { do: 'start-database', node: node.name };
  if (node.userMoveFault) return { do: 'set-user-move-fault', node: node.name, on: false };
  const brokenAt = node.services.findIndex((it) => it.broken);
  if (brokenAt >= 0) return { do: 'mend-service', node: node.name, service: CRITICAL_SERVICES[brokenAt]! };
  if (toStart.length > 0) return { do: 'start-service', node: node.name, service: toStart[0]!.service };
  if (node.srm === 'stopped') return { do: 'start-srm', node: node.name };
  if (node.replication !== 2 && node.replicationOperation === null)
    return { do: 'dbreplication', node: node.name, operation: node.replication === 3 ? 'repair' : 'reset' };
  return node.srm !== 'running' || node.replicationOperation !== null ? 'wait' : null;
}

/** What the group's link needs. */
function linkRepair(group: GroupState): Step | null {
  if (!group.linkUp) return { do: 'restore-link', group: group.name };
  return group.latencyMs > 1000 || group.loss > 0
    ? { do: 'set-link', group: group.name, latencyMs: 20, loss: 0 }
    : null;
}

/** What leads a group home whose parts are all in order. */
function groupRepair(group: GroupState, nodes: readonly NodeState[], restsForMs: number): Step | null {
  if (!group.highAvailability) return { do: 'enable-ha', group: group.name };
  const waiting = nodes.find((_, place) => group.awaitsSrmStart[place]);
  if (waiting) return { do: 'restart-srm', node: waiting.name };
  const out = nodes.find((node) =>
    ['idle', 'failed-over', 'failover-affected-services'].includes(String(node.state)),
  );
  const holder = nodes.find((node) =>
    ['running-in-backup-mode', 'backup-activated'].includes(String(node.state)),
  );
  if (out && holder) return { do: 'fallback', node: out.name };
  if (nodes.every((node) => node.state === 'running-in-failed-mode'))
    return { do: 'recover', group: group.name };
  if (restsForMs < AT_REST_MS) return null;
  const failed = nodes.find((node) => node.state === 'running-in-failed-mode');
  return { do: 'restart-srm', node: (failed ?? nodes[0]!).name };
}

const isHome = (nodes: readonly NodeState[]): boolean =>
  nodes.every((node) => node.shownState === 'normal' && node.shownReason === 'Normal' && node.healthy);

/** How an attempt to lead a group home went. */
export interface Outcome {
  readonly home: boolean;
  readonly actions: readonly Step[];
  readonly tookMs: number;
}

/** Leads one group of two nodes home. */
export function repair(patient: Patient, groupName: string): Outcome {
  const startMs = patient.state.timeMs;
  const actions: Step[] = [];
  let seen = '';
  let restsSinceMs = startMs;
  for (;;) {
    const { state } = patient;
    const group = state.groups.find((it) => it.name === groupName)!;
    const nodes = nodesOf(state, group);
    const repairs = nodes.map(nodeRepair);
    const steps = repairs.filter((it) => it !== null && it !== 'wait');
    const tookMs = state.timeMs - startMs;
    const nothingWrong = repairs.every((it) => it === null) && linkRepair(group) === null;
    if (isHome(nodes) && nothingWrong && group.highAvailability) return { home: true, actions, tookMs };
    if (tookMs > LONGEST_REPAIR_MS) return { home: false, actions, tookMs };
    const shown = nodes.map((node) => `${node.state}/${node.shownState}/${node.healthy}`).join();
    if (shown !== seen) restsSinceMs = state.timeMs;
    seen = shown;
    const step =
      linkRepair(group) ??
      steps[0] ??
      (repairs.includes('wait') ? null : groupRepair(group, nodes, state.timeMs - restsSinceMs));
    if (step === null) {
      patient.wait(LOOK_AGAIN_MS);
      continue;
    }
    if (patient.act(step)) {
      actions.push(step);
      restsSinceMs = state.timeMs;
      if (actions.length > MOST_REPAIRS) return { home: false, actions, tookMs };
      if (!steps.includes(step) && step.do !== 'restore-link' && step.do !== 'set-link')
        patient.wait(LOOK_AGAIN_MS);
    } else patient.wait(LOOK_AGAIN_MS);
  }
}
