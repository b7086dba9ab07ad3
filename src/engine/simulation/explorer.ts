/**
 * Exhaustive exploration: every situation in which a cluster can come to rest by a set of steps. The same simulation serves
 * it as serves the live and the headless run.
 */
import { canonicalHash, type PlainData } from '../kernel/hash';
import { copyState } from '../model/copy';
import type { ClusterSetup } from '../model/setup';
import type { ClusterState, NodeState } from '../model/state';
import type { Step, TimedStep } from '../model/step';
import { verdictOn } from '../rules/steps';
import { Simulation, type Checkpoint } from './simulation';

/** A situation: a cluster at rest, and the steps that lead there from the start. */
export interface Situation {
  readonly checkpoint: Checkpoint;
  readonly path: readonly TimedStep[];
}

/** What to explore. */
export interface Exploration {
  readonly setup: ClusterSetup;
  /** Steps to try in every situation. */
  readonly steps: readonly Step[];
  /** Time after a step in which a cluster comes to rest, milliseconds. */
  readonly restMs: number;
  /** At most so many steps in a row; Infinity: until nothing new is found. */
  readonly depth: number;
  /** Told of every new situation, and of the simulation that has just come to rest in it. */
  readonly visit: (situation: Situation, simulation: Simulation) => void;
}

/** What of a node makes two situations different: everything but instants, counts and what follows from the rest. */
function nodeKey(node: NodeState): PlainData {
  return [
    node.platform,
    node.isolated,
    node.databaseUp,
    node.services.map(({ status, broken }) => [status, broken]),
    node.replication,
    node.replicationOperation,
    node.userMoveFault,
    node.srm,
    node.state,
    node.reason,
    node.manual,
    node.phase,
    node.released,
    node.recovering,
    node.peerLost,
    node.heard?.state,
  ];
}

/** Key of a situation: equal for states that differ only in when they came about. */
export function situationKey(state: ClusterState): string {
  const { users } = state;
  return canonicalHash([
    state.nodes.map(nodeKey),
    state.groups.map((group) => [
      group.highAvailability,
      group.awaitsSrmStart,
      group.linkUp,
      group.splitBrain,
      group.nodes.map((one) =>
        group.nodes.map((other) => state.nodes[one]!.tookOverAtMs > state.nodes[other]!.tookOverAtMs),
      ),
    ]),
    users.home.slice(0, users.count),
    users.placed.slice(0, users.count),
  ]);
}

/**
 * Explores breadth first, so that every path is one of the shortest.
 *
 * @returns how many situations there are within the depth (the start included), and how many steps were done to find them
 */
export function explore({ setup, steps, restMs, depth, visit }: Exploration): {
  readonly situations: number;
  readonly transitions: number;
} {
  const seen = new Set<string>();
  let transitions = 0;
  const settled = (simulation: Simulation, path: readonly TimedStep[]): Situation | null => {
    simulation.runTo(simulation.state.timeMs + restMs);
    const key = situationKey(simulation.state);
    if (seen.has(key)) return null;
    seen.add(key);
    const situation = { checkpoint: simulation.checkpoint(), path };
    visit(situation, simulation);
    return situation;
  };
  let edge = [settled(Simulation.of(setup, []), [])!];
  for (let level = 0; level < depth && edge.length > 0; level++) {
    const found: Situation[] = [];
    for (const { checkpoint, path } of edge)
      for (const step of steps) {
        // At rest everything of the present instant has happened: the step is the first of the next.
        const timed: TimedStep = { atMs: checkpoint.state.timeMs + 1, via: null, step };
        const from = { state: copyState(checkpoint.state), stepsDone: 0 };
        const simulation = new Simulation(from, [timed]);
        if (verdictOn(simulation.world, step) !== null) continue;
        transitions++;
        const next = settled(simulation, [...path, timed]);
        if (next) found.push(next);
      }
    edge = found;
  }
  return { situations: seen.size, transitions };
}
