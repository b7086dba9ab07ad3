/** Dates as a node's clock shows them. A run has no date: its time 0 is taken as a midnight. */

const START = Date.UTC(2024, 0, 1);
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const two = (value: number): string => String(value).padStart(2, '0');

/** An instant as in `Mon Jan  1 00:02:13 UTC 2024`. */
export function serverTime(timeMs: number): string {
  const at = new Date(START + timeMs);
  const clock = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map(two).join(':');
  const day = String(at.getUTCDate()).padStart(2);
  return `${DAYS[at.getUTCDay()]!} ${MONTHS[at.getUTCMonth()]!} ${day} ${clock} UTC ${at.getUTCFullYear()}`;
}

/** An instant's year, month, day, hour, minute and second, each in two digits or more, with something between them. */
export function stamp(timeMs: number, between: string, parts = 6): string {
  const [date, time] = new Date(START + timeMs).toISOString().split('T') as [string, string];
  return [...date.split('-'), ...time.slice(0, 8).split(':')].slice(0, parts).join(between);
}
