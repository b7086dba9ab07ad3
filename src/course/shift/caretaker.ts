/**
 * A caretaker: what a careful administrator does next, seen from the cluster as it stands. Not always the cheapest move, but
 * always the same one, so that what was done before can be compared.
 */
import {
  costMsAt,
  CRITICAL_SERVICES,
  type ClusterState,
  type GroupState,
  type NodeState,
  type Step,
  type Walk,
} from '../../engine';

/** The caretaker looks again after this time, and makes one move at a time. */
export const LOOK_AGAIN_MS = 10_000;

/** A pair that has stood still for so long does not go on by itself. */
const STUCK_MS = 300_000;

/** What one node needs, apart from its place in the group; `wait`: something is under way. */
function nodeMove(node: NodeState): Step | 'wait' | null {
  const { name } = node;
  if (node.isolated) return { do: 'rejoin', node: name };
  if (node.platform === 'off') return { do: 'power-on', node: name };
  if (node.platform !== 'up') return 'wait';
  if (node.userMoveFault || node.services.some(({ broken, status }) => broken && status !== 'started'))
    return { do: 'restart', node: name };
  if (!node.databaseUp) return { do: 'start-database', node: name };
  const restsByDesign = node.state === 'idle' || node.recovering;
  const down = node.services.findIndex(({ status }) => status === 'stopped' || status === 'failed');
  if (down >= 0 && !restsByDesign)
    return { do: 'start-service', node: name, service: CRITICAL_SERVICES[down]! };
  if (node.srm === 'stopped') return { do: 'start-srm', node: name };
  if (node.replication !== 2 && node.replicationOperation === null)
    return { do: 'dbreplication', node: name, operation: node.replication === 3 ? 'repair' : 'reset' };
  return node.srm !== 'running' || node.services.some(({ status }) => status === 'starting') ? 'wait' : null;
}

/** What leads a pair home whose parts are all in order. */
function pairMove(group: GroupState, nodes: readonly NodeState[], timeMs: number): Step | null {
  if (!group.highAvailability) return { do: 'enable-ha', group: group.name };
  const late = nodes.find((_, place) => group.awaitsSrmStart[place]);
  if (late) return { do: 'restart-srm', node: late.name };
  const isIn = (...states: readonly (string | null)[]) => nodes.find(({ state }) => states.includes(state));
  const out = isIn('idle', 'failed-over', 'failover-affected-services');
  if (out && isIn('running-in-backup-mode', 'backup-activated')) return { do: 'fallback', node: out.name };
  if (nodes.every(({ state }) => state === 'running-in-failed-mode'))
    return { do: 'recover', group: group.name };
  const restsForMs = timeMs - Math.max(...nodes.map((it) => Math.max(it.stateSinceMs, it.srmSinceMs)));
  if (restsForMs < STUCK_MS || nodes.every(({ state }) => state === 'normal')) return null;
  return { do: 'restart-srm', node: (isIn('running-in-failed-mode') ?? nodes[0]!).name };
}

/** What a group needs most. */
function groupMove(state: ClusterState, group: GroupState): Step | null {
  if (group.nodes.length < 2) return null;
  if (!group.linkUp) return { do: 'restore-link', group: group.name };
  const nodes = group.nodes.map((index) => state.nodes[index]!);
  const moves = nodes.map(nodeMove);
  const repair = moves.find((move) => move !== null && move !== 'wait');
  if (repair) return repair;
  return moves.includes('wait') ? null : pairMove(group, nodes, state.timeMs);
}

/** The caretaker's next move; null: let time pass. The cluster may still refuse it. */
export function caretakerMove(state: ClusterState, isOffered: (step: Step) => boolean): Step | null {
  for (const group of state.groups) {
    const move = groupMove(state, group);
    if (move && isOffered(move)) return move;
  }
  return null;
}

/**
 * Lets the caretaker look after a run until an instant. Uses the walk up.
 *
 * @param firstLookMs when the caretaker looks first
 * @param mostMs a run that costs more is not played any further
 * @returns cost of the run until then, user-milliseconds; Infinity if it is more than `mostMs`
 */
export function careUntil(walk: Walk, firstLookMs: number, untilMs: number, mostMs = Infinity): number {
  for (let lookMs = firstLookMs; lookMs < untilMs; lookMs += LOOK_AGAIN_MS) {
    while (walk.step(lookMs));
    if (costOf(walk, lookMs) > mostMs) return Infinity;
    const step = caretakerMove(walk.state, (move) => walk.verdictOn(move) === null);
    if (step) walk.intend({ atMs: lookMs + 1, via: null, step });
  }
  while (walk.step(untilMs));
  const costMs = costOf(walk, untilMs);
  return costMs > mostMs ? Infinity : costMs;
}

/** Cost of a run until an instant that it has been walked to, user-milliseconds. */
export function costOf({ state }: Walk, timeMs: number): number {
  const { waitingMs, degradedMs } = costMsAt(state, timeMs);
  return waitingMs + degradedMs;
}
