/**
 * The words of the field that a reader of this site meets, each in a sentence or two of our own. Names are written as the
 * product writes them. Shown at `/glossary/`; lessons link the first mention in each section (config/glossary-links.ts).
 */

import type { GlossaryEntry } from './glossary/entry.ts';
import { GROUPS } from './glossary/groups.ts';
import { PRODUCTS } from './glossary/products.ts';
import { SERVICES } from './glossary/services.ts';
import { STATES } from './glossary/states.ts';
import { USERS } from './glossary/users.ts';

export type { GlossaryEntry };

/** Every entry, in the order of the alphabet. */
export const GLOSSARY: readonly GlossaryEntry[] = [
  ...GROUPS,
  ...STATES,
  ...SERVICES,
  ...USERS,
  ...PRODUCTS,
].sort((a, b) => (a.term.toLowerCase() < b.term.toLowerCase() ? -1 : 1));
