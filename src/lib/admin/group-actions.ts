/** What the recovery managers of a group can be asked for: the buttons of the group's window. */
import type { GroupView, OfferView } from '../../engine';
import type { StepRequest } from '../../worker/protocol';

/** A button with its step, and what is said once it is done. */
export interface GroupAction {
  readonly label: 'Failover' | 'Fallback' | 'Recover';
  /** Node that it acts on, or null for both. */
  readonly node: string | null;
  readonly step: StepRequest;
  readonly done: string;
  readonly awaits: string;
}

const AWAITS = 'The nodes change their states as time runs.';

/** The buttons of one node. */
export function nodeActions(node: string): readonly GroupAction[] {
  return [
    {
      label: 'Failover',
      node,
      step: { do: 'failover', node },
      done: `The failover of ${node} has begun.`,
      awaits: AWAITS,
    },
    {
      label: 'Fallback',
      node,
      step: { do: 'fallback', node },
      done: `The fallback to ${node} has begun.`,
      awaits: AWAITS,
    },
  ];
}

/** The button of the pair. */
export function recoverAction({ name }: GroupView): GroupAction {
  return {
    label: 'Recover',
    node: null,
    step: { do: 'recover', group: name },
    done: 'The recovery has begun: the recovery managers of both nodes restart.',
    awaits: AWAITS,
  };
}

/** Why buttons are not offered, each reason once with the buttons that it holds for; empty if all are. */
export function whyNot(
  actions: readonly GroupAction[],
  offerOf: (step: StepRequest) => OfferView,
): readonly string[] {
  const reasons = new Map<string, string[]>();
  for (const { label, node, step } of actions) {
    const { offered, why } = offerOf(step);
    if (offered) continue;
    const what = node === null ? label : `${label} ${node}`;
    reasons.set(why, [...(reasons.get(why) ?? []), what]);
  }
  return [...reasons].map(([why, buttons]) => `${buttons.join(', ')}: not now, since ${why}.`);
}
