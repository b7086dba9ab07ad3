/**
 * Binary search: the first of so many places from which on a condition holds; their number if it never does.
 *
 * @param length number of places, counted from 0
 * @param holdsFrom false up to some place and true from there on
 */
export function firstPlace(length: number, holdsFrom: (place: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holdsFrom(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
