/** The form of a new end user: its one field, and what is wrong with it. */
import type { ClusterView } from '../../engine';
import { MOST_CHARACTERS, RESERVED_NAMES } from './names';

/** What is wrong with the ID of a new user, in words for who types it; empty if nothing is. */
export function userIdFault(id: string, view: ClusterView): string {
  if (id === '') return 'Give the user an ID.';
  if (/\s/.test(id)) return 'A user ID is one word, without spaces.';
  if ([...id].some((character) => character < ' ' || character === '\u007f'))
    return 'A user ID has only characters that can be seen.';
  if (id.length > MOST_CHARACTERS)
    return `A user ID has at most ${MOST_CHARACTERS} characters; this one has ${id.length}.`;
  if (RESERVED_NAMES.includes(id)) return 'This ID is taken by the lab itself. Choose another.';
  return view.users.individuals.some(({ name }) => name === id)
    ? `There is a user ${id} already. Choose an ID that nobody has.`
    : '';
}
