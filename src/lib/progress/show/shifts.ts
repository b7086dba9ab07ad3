/** Fills in the table of shifts, the latest first. */
import { shiftsInOrder, type KeptShift, type ProgressRecord } from '../../../course/record/record';
import { DIFFICULTY_WORDS } from '../../shift/words';
import { dayOf, part, row } from './elements';

/** Lists every shift that came to its end. */
export function showShifts(page: ParentNode, record: ProgressRecord): void {
  const rows = shiftsInOrder(record).reverse().map(rowOf);
  part(page, 'shifts-none').hidden = rows.length > 0;
  part(page, 'shifts').hidden = rows.length === 0;
  part(page, 'shifts-rows').replaceChildren(...rows);
}

function rowOf(shift: KeptShift): HTMLTableRowElement {
  const { difficulty, seed, atMs, userMinutes, caretaker, nobody, decisions, improvable } = shift;
  return row(
    `${DIFFICULTY_WORDS[difficulty].name}, number ${String(seed)}`,
    dayOf(atMs),
    ...[userMinutes, caretaker, nobody].map((minutes) => minutes.toFixed(1)),
    improvable === 0
      ? `${String(decisions)}, none of which could have been better`
      : `${String(decisions)}, ${String(improvable)} of which could have been better`,
  );
}
