/** Exercises as pages play them, made when the site is built. */
import type { Exercise, Par } from '../../course/exercise';
import { phaseGoal } from '../../course/phase-goal';
import { variantOf } from '../../course/variant';
import type { DrivenPart, ExplainPart, PlayedExercise, TransferPart } from './played';

/** Par of the restore of an exercise itself (null) or of a variant, by their ids. */
export type ParOf = (exerciseId: string, variantId: string | null) => Par | undefined;

/** A checked scenario file as far as it is read here. */
interface ClusterOfFile {
  readonly cluster: {
    readonly nodes: readonly { readonly name: string }[];
    readonly groups?: readonly { readonly name: string; readonly nodes: readonly string[] }[];
  };
}

/** Nodes of a group as the scenario begins; those of a scenario without groups are in one. */
function nodesOf(scenario: unknown, group: string | undefined): readonly string[] {
  const { nodes, groups } = (scenario as ClusterOfFile).cluster;
  if (group === undefined) return [];
  return groups?.find(({ name }) => name === group)?.nodes ?? nodes.slice(0, 2).map(({ name }) => name);
}

function driven(exercise: Exercise, phase: 'reach' | 'restore', par: Par | undefined): DrivenPart {
  return {
    ...exercise[phase],
    scenario: exercise.scenario,
    goal: phaseGoal(exercise, phase),
    par: par ? { actions: par.actions, userMinutes: par.userMinutes } : null,
    endsByItself: phase === 'restore' && exercise.restore.endsByItself === true,
  };
}

const explained = ({ scenario, explain }: Exercise): ExplainPart => ({ ...explain, scenario });

/** Resolves an exercise: goals and pars filled in, variants renamed. */
export function playedExercise(exercise: Exercise, parOf: ParOf): PlayedExercise {
  const { id, revision, title, family, support, row, summary, scenario, predict } = exercise;
  const transfer = exercise.transfer.map((variant): TransferPart => {
    const played = variantOf(exercise, variant);
    const has = (part: (typeof variant.phases)[number]) => variant.phases.includes(part);
    return {
      id: variant.id,
      story: variant.story,
      reach: has('reach') ? driven(played, 'reach', undefined) : null,
      explain: has('explain') ? explained(played) : null,
      restore: has('restore') ? driven(played, 'restore', parOf(id, variant.id)) : null,
    };
  });
  return {
    ...{ id, revision, title, family, support, row, summary },
    predict: { ...predict, scenario, pair: nodesOf(scenario, predict.pairOf) },
    reach: driven(exercise, 'reach', undefined),
    explain: explained(exercise),
    restore: driven(exercise, 'restore', parOf(id, null)),
    transfer,
  };
}
