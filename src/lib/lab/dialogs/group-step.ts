import type { GroupView } from '../../../engine';
import type { StepRequest } from '../../../worker/protocol';

/** What is typed about a group. */
export interface GroupDraft {
  readonly name: string;
  readonly description: string;
  readonly nodes: readonly string[];
  readonly highAvailability: boolean;
}

/** The step that adds a group, or changes one in what differs; and what is still missing for it. */
export function groupStep(
  group: GroupView | null,
  draft: GroupDraft,
): { readonly step: StepRequest; readonly missing: string } {
  const missing = !draft.name ? 'Type a name first' : draft.nodes.length === 0 ? 'Choose a node first' : '';
  const { name, description, nodes, highAvailability } = draft;
  if (!group)
    return { step: { do: 'add-group', group: name, nodes, description, highAvailability }, missing };
  const changes = {
    ...(name === group.name ? {} : { newName: name }),
    ...(description === group.description ? {} : { description }),
    ...(nodes.join('\n') === group.nodes.join('\n') ? {} : { nodes }),
    ...(highAvailability === group.highAvailability ? {} : { highAvailability }),
  };
  const nothing = Object.keys(changes).length === 0;
  return {
    step: { do: 'edit-group', group: group.name, ...changes },
    missing: missing || (nothing ? 'Nothing was changed' : ''),
  };
}
