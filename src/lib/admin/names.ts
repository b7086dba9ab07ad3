/** What holds for names that are typed into the pages. */

/** Most characters of a group's name and description (guide, Configure a Presence Redundancy Group), and of a user's ID. */
export const MOST_CHARACTERS = 128;

/** Names that the format of saved runs keeps for itself. */
export const RESERVED_NAMES: readonly string[] = ['__proto__', 'prototype', 'constructor'];
