import type { GroupView } from '../../../engine';
import type { StepRequest } from '../../../worker/protocol';
import { stepForGroup, type TypedGroup } from '../../cluster-forms';

/** The step that adds a group, or changes one in what differs; and what is still missing for it. */
export function groupStep(
  group: GroupView | null,
  typed: TypedGroup,
): { readonly step: StepRequest; readonly missing: string } {
  const missing = !typed.name ? 'Type a name first' : typed.nodes.length === 0 ? 'Choose a node first' : '';
  const step = stepForGroup(group, typed);
  return {
    step: step ?? { do: 'edit-group', group: typed.name },
    missing: missing || (step ? '' : 'Nothing was changed'),
  };
}
