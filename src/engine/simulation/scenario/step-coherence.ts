/** What the schema of a step cannot say: fields of one step that need or exclude each other. */
import type { Step } from '../../model/step';
import { quoted } from './faults';
import type { Fault } from './types';

/**
 * Faults of one step by itself.
 *
 * @param step a step whose schema has been checked
 * @returns the faults, with paths inside the step
 */
export function stepFaults(step: Step): Fault[] {
  switch (step.do) {
    case 'set-link':
      return step.latencyMs === undefined && step.loss === undefined
        ? [{ path: 'latencyMs', what: 'is missing: the step must set latencyMs, loss or both' }]
        : [];
    case 'set-parameters':
      return nodeOfLimits(step.values, step.node);
    case 'add-group':
      return sameNodeTwice(step.nodes);
    case 'edit-group':
      return editFaults(step);
    default:
      return [];
  }
}

function nodeOfLimits(values: object, node: string | undefined): Fault[] {
  const limits = ['clientReloginLowerLimit', 'clientReloginUpperLimit'].filter((id) =>
    Object.hasOwn(values, id),
  );
  return limits.length > 0 && node === undefined
    ? [{ path: 'node', what: `is missing: ${limits.join(' and ')} belong to a node` }]
    : [];
}

function sameNodeTwice(nodes: readonly string[]): Fault[] {
  const [first, second] = nodes;
  return first !== undefined && first === second
    ? [{ path: 'nodes[1]', what: `must be another node than the first, not ${quoted(first)} again` }]
    : [];
}

function editFaults(step: Extract<Step, { readonly do: 'edit-group' }>): Fault[] {
  if (step.nodes) return sameNodeTwice(step.nodes);
  const changes = [step.newName, step.description, step.highAvailability];
  return changes.some((change) => change !== undefined)
    ? []
    : [
        {
          path: 'newName',
          what: 'is missing: the step must change newName, nodes, description or highAvailability',
        },
      ];
}
