/** How a node is painted on the stage: by its state's family, or blank where the state is concealed. */
import type { NodeView } from '../../engine';
import { FAMILY_STYLES, styleOf, type FamilyStyle } from '../state-style';

/** What is drawn of a state that is not to be seen. */
type ConcealedStyle = Omit<FamilyStyle, 'family'> & { readonly family: 'concealed' };

/** A family's drawing, or that of a hidden state. */
export type Look = FamilyStyle | ConcealedStyle;

const CONCEALED: ConcealedStyle = {
  family: 'concealed',
  meaning: 'Hidden for now',
  color: 'var(--color-text-quiet)',
  surface: 'var(--color-sunken)',
  outline: 'M7 2h10a5 5 0 0 1 5 5v10a5 5 0 0 1-5 5H7a5 5 0 0 1-5-5V7a5 5 0 0 1 5-5Z',
  mark: 'M7.5 12h.01M12 12h.01M16.5 12h.01',
  filled: false,
  dashes: '',
  texture: '',
};

/**
 * The look of a node. A node whose group does without high availability shows Unknown, but nothing is wrong with it:
 * it is painted as quietly out of the pair, not as failed.
 */
export function lookOf(node: NodeView, concealed: boolean): Look {
  if (concealed) return CONCEALED;
  if (node.reason === 'High Availability Not Enabled') return FAMILY_STYLES.out;
  return styleOf(node.state);
}
