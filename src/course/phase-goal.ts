/** What a phase asks for: the goal that stands in the exercise, or the one that every exercise means by restored. */
import type { Exercise } from './exercise';
import type { Goal } from './goal';

/** How long both nodes must stay Normal for a group to count as restored, in seconds. */
export const RESTORED_SECONDS = 120;

/** A checked scenario file as far as it is read here. */
interface ClusterOfFile {
  readonly cluster: {
    readonly nodes: readonly { readonly name: string }[];
    readonly groups?: readonly { readonly nodes: readonly string[] }[];
  };
}

/** Names of the nodes that are in pairs when the scenario begins. */
function pairedNodes(scenario: unknown): readonly string[] {
  const { nodes, groups } = (scenario as ClusterOfFile).cluster;
  if (groups) return groups.filter((group) => group.nodes.length === 2).flatMap((group) => group.nodes);
  return nodes.slice(0, 2).map(({ name }) => name);
}

/** Every node of a pair Normal without a break for {@link RESTORED_SECONDS}, and nobody waiting to log in. */
function restoredGoal(scenario: unknown): Goal {
  const normal = pairedNodes(scenario).map((node): Goal => ({ node, is: { state: 'normal' } }));
  return {
    all: [{ holds: { all: normal }, forSeconds: RESTORED_SECONDS }, { users: { waiting: 0 } }],
  };
}

/**
 * The goal of a phase that is driven.
 *
 * @param exercise well-formed (see exercise-schema.ts)
 */
export function phaseGoal({ scenario, reach, restore }: Exercise, phase: 'reach' | 'restore'): Goal {
  return phase === 'reach' ? reach.goal : (restore.goal ?? restoredGoal(scenario));
}
