/** What is typed into a form about a cluster, as the steps take it: for the lab's dialogs and the administration pages alike. */
import type { GroupView, NodeView, ParameterDefinition } from '../engine';
import type { StepRequest } from '../worker/protocol';

/** What is typed about a group. */
export interface TypedGroup {
  readonly name: string;
  readonly description: string;
  readonly nodes: readonly string[];
  readonly highAvailability: boolean;
}

/** The step that adds a group, or changes one in what differs; null if nothing does. */
export function stepForGroup(group: GroupView | null | undefined, typed: TypedGroup): StepRequest | null {
  const { name, description, nodes, highAvailability } = typed;
  if (!group) return { do: 'add-group', group: name, nodes, description, highAvailability };
  const changes = {
    ...(name !== group.name && { newName: name }),
    ...(description !== group.description && { description }),
    ...(nodes.join('\n') !== group.nodes.join('\n') && { nodes }),
    ...(highAvailability !== group.highAvailability && { highAvailability }),
  };
  return Object.keys(changes).length === 0 ? null : { do: 'edit-group', group: group.name, ...changes };
}

/** The two limits that each node has for itself, in seconds, by their parameters. */
export function limitsOf({ clientReloginLowerLimitMs, clientReloginUpperLimitMs }: NodeView) {
  return {
    clientReloginLowerLimit: clientReloginLowerLimitMs / 1000,
    clientReloginUpperLimit: clientReloginUpperLimitMs / 1000,
  };
}

/** Whether a text is a number of seconds: digits, and at most three after a point. */
export function isSeconds(text: string): boolean {
  return /^\s*\d+(\.\d{1,3})?\s*$/.test(text);
}

/** The value of a parameter from its text: a number, a switch from `true` or `false`, or a mode. */
export function valueOfText({ unit }: ParameterDefinition, text: string): number | boolean | string {
  if (unit === 'switch') return text === 'true';
  return unit === 'mode' ? text : Number(text);
}
