import { STATES, type RowSide, type ShownStateId } from '../../engine';

/** What is said of a node that shows no state. */
export const UNREACHABLE = 'Unreachable';

const nameOf = (state: ShownStateId): string => (state === 'unreachable' ? UNREACHABLE : STATES[state].name);

/** One node of a row in a line: `Failed Over / Initialization or Critical Service Down`. */
export function printSide({ states, reasons }: RowSide): string {
  const printed = reasons.filter((reason) => reason !== null).join(' or ');
  return `${states.map(nameOf).join(' or ')}${printed === '' ? '' : ` / ${printed}`}`;
}
