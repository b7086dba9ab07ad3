/** Where the effect of each step that changes a node's state comes from, and why, for the log. */
import { assumption, cli, formatProvenances, guide, type Provenance } from '../../model/provenance';
import type { Step } from '../../model/step';

/** Provenance and explanation of what a step does to the states of nodes. */
export interface StepSource {
  readonly provenance: readonly Provenance[];
  readonly explanation: string;
}

const MANUAL = guide('Initiate Manual Failover, Fallback, or Recovery');
const ENABLE: StepSource = {
  provenance: [guide('Enable High Availability'), assumption(6)],
  explanation:
    'High availability is switched on: both nodes initialize if both recovery managers run; otherwise they stay Unknown until both have been started.',
};
const DISABLE: StepSource = {
  provenance: [cli('utils ha status'), assumption(22)],
  explanation:
    'High availability is off: the recovery managers no longer watch each other, and there is no state to be in.',
};

const SOURCES: Partial<Record<Step['do'], StepSource>> = {
  failover: {
    provenance: [MANUAL, guide('Table 2, row 2')],
    explanation:
      'A manual failover begins. This node stops its critical services, disconnects its clients and gives its users to the peer.',
  },
  fallback: {
    provenance: [MANUAL, guide('Table 2, row 4')],
    explanation:
      'A manual fallback begins. This node starts the critical services that do not run and gets its users back.',
  },
  recover: {
    provenance: [MANUAL, assumption(21)],
    explanation:
      'A recovery restarts the recovery managers of both nodes with their state forgotten, and starts services that do not run.',
  },
  'enable-ha': ENABLE,
  'disable-ha': DISABLE,
  'add-group': ENABLE,
};

/** Where the effect of a step on states comes from, as printed, with its explanation; empty for all other steps. */
export function sourceOfStep(step: Step): { readonly provenance: string; readonly explanation: string } {
  const source = step.do === 'edit-group' ? (step.highAvailability ? ENABLE : DISABLE) : SOURCES[step.do];
  return source
    ? { provenance: formatProvenances(source.provenance), explanation: source.explanation }
    : { provenance: '', explanation: '' };
}
