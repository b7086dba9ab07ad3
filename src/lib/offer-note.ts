/** What stands below an action that is of no use now: in menus, in dialogs and in the inspector alike. */
import type { OfferView } from '../engine';
import { CONCEALED_TEXT } from './stage/conceal';

/** Why an action cannot be done, or that it would change nothing and why; empty where it does something. */
export function offerNote({ offered, idle, why }: Omit<OfferView, 'step'>): string {
  if (!offered) return why;
  if (!idle) return '';
  return why === '' || why === CONCEALED_TEXT
    ? 'Would change nothing now.'
    : `Would change nothing now: ${why}.`;
}
