/**
 * How a state looks wherever it is drawn: stage, state map, timeline, lists. Each family has a colour (a token), a shape
 * and a texture, so that it reads in greyscale and to colour-blind eyes as well.
 */
import { STATES } from '../engine';
import type { ShownStateId, StateFamily } from '../engine';

/** What is drawn for a family. */
export interface FamilyStyle {
  readonly family: StateFamily;
  /** What the family means, in a few words. */
  readonly meaning: string;
  /** CSS colour of lines, shapes and bands: at least 3:1 against the page. */
  readonly color: string;
  /** CSS colour of a quiet surface behind text. */
  readonly surface: string;
  /** Outline of the family's shape in a box of 24 by 24. */
  readonly outline: string;
  /** What is drawn on the shape, in the same box; empty for none. */
  readonly mark: string;
  /** Whether the shape is filled with the family's colour (its mark then shows in the page's colour) or only outlined. */
  readonly filled: boolean;
  /** Dashes of the outline, as `stroke-dasharray`; empty for a whole line. */
  readonly dashes: string;
  /** Texture of areas: lines drawn in a tile of 12 by 12, empty for a plain area. */
  readonly texture: string;
}

const DISC = 'M12 2a10 10 0 1 1 0 20a10 10 0 1 1 0-20Z';

/** Serving: a full disc with a tick. Out: an empty ring with a bar. Under way: a diamond. Failed: an octagon with a cross. */
export const FAMILY_STYLES: Readonly<Record<StateFamily, FamilyStyle>> = {
  serving: {
    family: 'serving',
    meaning: 'Serving users',
    color: 'var(--state-serving)',
    surface: 'var(--state-serving-surface)',
    outline: DISC,
    mark: 'M7.2 12.4l3.3 3.3l6.3-7',
    filled: true,
    dashes: '',
    texture: '',
  },
  out: {
    family: 'out',
    meaning: 'Out of service, steady',
    color: 'var(--state-out)',
    surface: 'var(--state-out-surface)',
    outline: DISC,
    mark: 'M7 12h10',
    filled: false,
    dashes: '',
    texture: 'M0 3h12M0 9h12',
  },
  transition: {
    family: 'transition',
    meaning: 'On its way to another state',
    color: 'var(--state-transition)',
    surface: 'var(--state-transition-surface)',
    outline: 'M12 1.2L22.8 12L12 22.8L1.2 12Z',
    mark: 'M8 8.2l3.6 3.8L8 15.8M13 8.2l3.6 3.8L13 15.8',
    filled: true,
    dashes: '',
    texture: 'M-3 9L9 -3M-3 21L21 -3M3 15L15 3',
  },
  failed: {
    family: 'failed',
    meaning: 'Failed, needs help',
    color: 'var(--state-failed)',
    surface: 'var(--state-failed-surface)',
    outline: 'M7.9 2h8.2L22 7.9v8.2L16.1 22H7.9L2 16.1V7.9Z',
    mark: 'M8 8l8 8M16 8l-8 8',
    filled: true,
    dashes: '',
    texture: 'M0 0L12 12M12 0L0 12',
  },
  unreachable: {
    family: 'unreachable',
    meaning: 'Cannot be reached',
    color: 'var(--state-unreachable)',
    surface: 'var(--state-unreachable-surface)',
    outline: DISC,
    mark: 'M9 9.3a3 3 0 1 1 4.3 2.7c-.9.5-1.3 1-1.3 2M12 17.1v.4',
    filled: false,
    dashes: '3.2 3.1',
    texture: 'M3 3h.01M9 9h.01',
  },
};

/** The family a shown state is painted as. */
export function familyOf(state: ShownStateId): StateFamily {
  return state === 'unreachable' ? 'unreachable' : STATES[state].family;
}

/** The drawing of a shown state's family. */
export function styleOf(state: ShownStateId): FamilyStyle {
  return FAMILY_STYLES[familyOf(state)];
}

/** A shown state's printed name: as the guide prints it, or `Unreachable`. */
export function stateName(state: ShownStateId): string {
  return state === 'unreachable' ? 'Unreachable' : STATES[state].name;
}
