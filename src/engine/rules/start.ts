/**
 * Model 5.1 to 5.3: what an SRM's start, and the switching of HA, make of the state kept in the database. These rules are
 * asked once, at the start; the first that fits takes effect.
 */
import { assumption, cli, guide } from '../model/provenance';
import type { GroupState, NodeState } from '../model/state';
import { beginStoppingServices, moveUsersFromPeer } from './failover';
import { beginTakingBack } from './fallback';
import { become, becomeFailedOver, release, setPhase, showChange, type Rule } from './rule';
import { startWatch } from './watch';
import type { World } from './world';

/** A rule of the SRM's start: a guard and an effect, without times or edges. */
export type StartRule = Pick<Rule, 'id' | 'section' | 'title' | 'explanation' | 'provenance'> & {
  readonly guard: (world: World, node: NodeState) => boolean;
  readonly effect: (world: World, node: NodeState) => void;
};

function keepState(world: World, node: NodeState): void {
  const before = node.reason;
  node.reason = 'Initialization';
  node.stateSinceMs = world.state.timeMs;
  showChange(world, node, node.state, before);
}

/** A transition that was running when the SRM stopped starts over from its beginning. */
function startTransitionOver(world: World, node: NodeState): void {
  const wasMoving = node.state === 'taking-over' && node.phase === 'moving-users';
  keepState(world, node);
  switch (node.state) {
    case 'failing-over':
      if (node.manual) beginStoppingServices(world, node);
      else release(world, node);
      break;
    case 'taking-back':
      beginTakingBack(world, node);
      break;
    case 'taking-over':
      if (wasMoving && node.peer >= 0) moveUsersFromPeer(world, node, world.node(node.peer));
      else setPhase(world, node, 'waiting-for-release');
      break;
    default:
      setPhase(world, node, 'none');
  }
}

/** Both nodes of a group enter Initializing, knowing nothing of each other [5.2]. */
export function initializeGroup(world: World, group: GroupState): void {
  for (const index of group.nodes) {
    const node = world.node(index);
    become(world, node, 'initializing', 'Initialization');
    if (node.srm === 'running') startWatch(world, node);
  }
}

/** True while the group waits for the SRMs of both nodes to be started (row 24) [I-6]. */
export const awaitsSrmStarts = (group: GroupState): boolean => group.awaitsSrmStart.includes(true);

const isKept = (...states: readonly NodeState['state'][]): StartRule['guard'] => {
  const set = new Set(states);
  return (_world, node) => set.has(node.state);
};

/** Rules of an SRM's start, in order. */
export const START_RULES: readonly StartRule[] = [
  {
    id: 'start-without-ha',
    section: '5.1',
    title: 'The recovery manager starts with high availability off',
    explanation:
      'High availability is not enabled in this node’s group, so there is no peer to watch and no state to be in.',
    provenance: [cli('utils ha status')],
    guard: (world, node) => !world.hasHa(node),
    effect: (world, node) => become(world, node, 'unknown', 'High Availability Not Enabled'),
  },
  {
    id: 'start-ha-enabled-properly',
    section: '5.2',
    title: 'Both recovery managers have been started: high availability begins to work',
    explanation:
      'High availability had been switched on while a recovery manager did not run. Now that both have been started since, both nodes initialize.',
    provenance: [guide('Table 2, row 24'), assumption(6)],
    guard: (world, node) => {
      const group = world.groupOf(node)!;
      if (!awaitsSrmStarts(group)) return false;
      return group.nodes.every((index, place) => world.node(index) === node || !group.awaitsSrmStart[place]);
    },
    effect: (world, node) => {
      const group = world.groupOf(node)!;
      group.awaitsSrmStart = group.nodes.map(() => false);
      initializeGroup(world, group);
    },
  },
  {
    id: 'start-ha-not-enabled-properly',
    section: '5.2',
    title: 'The other recovery manager has still to be restarted',
    explanation:
      'High availability was switched on while a recovery manager did not run. It works only once the recovery managers of both nodes have been started or restarted since.',
    provenance: [guide('Table 2, row 24'), assumption(6)],
    guard: (world, node) => awaitsSrmStarts(world.groupOf(node)!),
    effect: (world, node) => {
      const group = world.groupOf(node)!;
      group.awaitsSrmStart[group.nodes.indexOf(node.index)] = false;
      become(world, node, 'unknown', null);
    },
  },
  {
    id: 'start-failed-over',
    section: '5.3',
    title: 'The recovery manager starts on a failed-over node',
    explanation:
      'The node stays failed over; whether its critical services run decides between the two Failed Over states.',
    provenance: [guide('Table 2, rows 11 and 18')],
    guard: isKept('failed-over', 'failed-over-critical-services-not-running'),
    effect: (world, node) => {
      becomeFailedOver(world, node, 'Initialization');
      node.stateSinceMs = world.state.timeMs;
    },
  },
  {
    id: 'start-kept-transition',
    section: '5.3',
    title: 'The recovery manager starts in the middle of a transition: begin it anew',
    explanation:
      'The state is kept in the database. The transition that was running starts over from its beginning.',
    provenance: [guide('Table 2, rows 8 and 9'), assumption(1), assumption(7)],
    guard: isKept('taking-over', 'taking-back', 'failing-over', 'falling-back'),
    effect: startTransitionOver,
  },
  {
    id: 'start-kept-state',
    section: '5.3',
    title: 'The recovery manager starts with a lasting state kept',
    explanation:
      'The state is kept in the database and survives the restart; only the reason becomes Initialization.',
    provenance: [guide('Table 2, rows 5, 6 and 7'), assumption(1), assumption(7)],
    guard: isKept('idle', 'running-in-backup-mode', 'backup-activated', 'failover-affected-services'),
    effect: keepState,
  },
  {
    id: 'start-failed-mode',
    section: '5.3',
    title: 'The recovery manager starts on a failed node: initialize',
    explanation:
      'A recovery manager that starts in failed mode initializes and looks at what its peer shows.',
    provenance: [guide('Table 2, row 21')],
    guard: isKept('running-in-failed-mode'),
    effect: (world, node) => become(world, node, 'initializing', 'Initialization'),
  },
  {
    id: 'start-initializing',
    section: '5.3',
    title: 'The recovery manager starts: Initializing',
    explanation: 'The recovery manager has just started and does not know yet how its peer is.',
    provenance: [guide('Table 1, Initializing')],
    guard: isKept(null, 'normal', 'initializing', 'unknown'),
    effect: (world, node) => {
      const fromSame = node.state === 'initializing';
      become(world, node, 'initializing', 'Initialization');
      if (fromSame) node.stateSinceMs = world.state.timeMs;
    },
  },
];
