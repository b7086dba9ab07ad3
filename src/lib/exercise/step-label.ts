import type { PlainStep } from '../../course/exercise';
import { stepLabel as buttonLabel } from '../inspector/step-labels';

/** A step in words, with its node: `Start Cisco XCP Router on imp1`. */
export function stepLabel(step: PlainStep): string {
  const label = buttonLabel(step);
  const { node } = step;
  return typeof node !== 'string' || label.includes(node) ? label : `${label} on ${node}`;
}
